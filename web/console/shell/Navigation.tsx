import {
  IconBan,
  IconBuildingStore,
  IconCash,
  IconLayoutKanban,
  IconListCheck,
  IconMail,
  IconPackageImport,
  IconPlayerPause,
  IconSettings,
  IconTable,
  IconTag,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Texts } from '../../texts/en.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Shell.module.css';

type Icon = ComponentType<{ size?: number; stroke?: number }>;
export type Goal = {
  to: string;
  name: (t: Texts) => string;
  icon: Icon;
  key: string;
  needs?: string;
  group: 'work' | 'shop';
};

/** Every place of the console, in the order of the menu; `key` follows g. */
export const GOALS: readonly Goal[] = [
  {
    to: '/board',
    name: (t) => t.nav.board,
    icon: IconLayoutKanban,
    key: 'b',
    needs: 'case.view',
    group: 'work',
  },
  { to: '/table', name: (t) => t.nav.table, icon: IconTable, key: 't', needs: 'case.view', group: 'work' },
  {
    to: '/queues',
    name: (t) => t.nav.queues,
    icon: IconListCheck,
    key: 'q',
    needs: 'case.view',
    group: 'work',
  },
  {
    to: '/holds',
    name: (t) => t.holds.title,
    icon: IconPlayerPause,
    key: 'h',
    needs: 'case.view',
    group: 'work',
  },
  {
    to: '/walk-in',
    name: (t) => t.nav.walkIn,
    icon: IconBuildingStore,
    key: 'w',
    needs: 'case.create',
    group: 'work',
  },
  {
    to: '/receiving',
    name: (t) => t.nav.receiving,
    icon: IconPackageImport,
    key: 'r',
    needs: 'parcel.receive',
    group: 'work',
  },
  {
    to: '/payouts',
    name: (t) => t.nav.payouts,
    icon: IconCash,
    key: 'p',
    needs: 'payout.view',
    group: 'work',
  },
  {
    to: '/customers',
    name: (t) => t.nav.customers,
    icon: IconUsers,
    key: 'c',
    needs: 'customer.view',
    group: 'shop',
  },
  {
    to: '/block-list',
    name: (t) => t.checks.list.title,
    icon: IconBan,
    key: 'l',
    needs: 'block_list.edit',
    group: 'shop',
  },
  { to: '/prices', name: (t) => t.nav.prices, icon: IconTag, key: 'e', needs: 'prices.view', group: 'shop' },
  {
    to: '/messages',
    name: (t) => t.nav.messages,
    icon: IconMail,
    key: 'm',
    needs: 'messages.view',
    group: 'shop',
  },
  {
    to: '/settings',
    name: (t) => t.nav.settings,
    icon: IconSettings,
    key: 's',
    needs: 'settings.view',
    group: 'shop',
  },
];

/** What one must be allowed to do to see the page at this path; null where signing in is enough. */
export function permissionFor(path: string): string | null {
  if (path.startsWith('/prices/import')) return 'prices.edit';
  if (path.startsWith('/cases') || path.startsWith('/units')) return 'case.view';
  return GOALS.find((g) => path === g.to || path.startsWith(`${g.to}/`))?.needs ?? null;
}

export function useGoals(): Goal[] {
  const may = useMay();
  return GOALS.filter((g) => !g.needs || may(g.needs));
}

export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useTexts();
  const goals = useGoals();
  return (
    <nav aria-label={t.nav.label}>
      {(['work', 'shop'] as const).map((group) => (
        <div key={group}>
          <div className={css.group}>{t.nav[group]}</div>
          {goals
            .filter((g) => g.group === group)
            .map(({ to, name, icon: GoalIcon }) => (
              <Link
                key={to}
                to={to}
                className={css.link}
                activeProps={{ 'data-active': '', 'aria-current': 'page' } as object}
                onClick={onGo}
              >
                <GoalIcon size={18} stroke={1.7} />
                {name(t)}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

export function Brand() {
  const t = useTexts();
  return (
    <Link to="/board" className={css.brand}>
      <img src={new URL('../mark.svg', import.meta.url).href} alt="" />
      {t.product}
    </Link>
  );
}
