/** The frame of every signed-in screen: rail, bar, search, live mark, scanning, shortcuts. */
import { ActionIcon, Drawer, Kbd, Menu, Tooltip } from '@mantine/core';
import { IconKeyboard, IconMenu2, IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { remove } from '../../client.ts';
import { queries } from '../queries.ts';
import { Note, Page } from '../parts/Panel.tsx';
import { useMay, useMe } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { useKeys } from './keyboard.ts';
import { useLive } from './live.ts';
import { Brand, Navigation, permissionFor, useGoals } from './Navigation.tsx';
import { ScanDesk } from './ScanDesk.tsx';
import css from './Shell.module.css';

const Palette = lazy(() => import('./Palette.tsx').then((m) => ({ default: m.Palette })));
const KeySheet = lazy(() => import('./KeySheet.tsx').then((m) => ({ default: m.KeySheet })));

function LiveMark({ on }: { on: boolean }) {
  const t = useTexts();
  return (
    <Tooltip label={on ? t.live.onText : t.live.offText}>
      <span
        className={css.live}
        data-off={on ? undefined : ''}
        role="status"
        aria-label={on ? t.live.on : t.live.off}
      >
        <i aria-hidden />
        <span aria-hidden>{on ? t.live.on : t.live.off}</span>
      </span>
    </Tooltip>
  );
}

function PersonMenu() {
  const t = useTexts();
  const me = useMe();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: () => {
      queries.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  const initials = (me?.name ?? '?')
    .split(/\s+/)
    .map((w) => w.charAt(0))
    .slice(0, 2)
    .join('');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button className={css.avatar} aria-label={`${initials}: ${me?.name ?? ''}`}>
          {initials}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me?.name}
          <br />
          {me?.email}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile">
          {t.profile.title}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => leave.mutate()}>{t.signIn.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type BarProps = { live: boolean; onMenu: () => void; onSearch: () => void; onKeys: () => void };

function Bar({ live, onMenu, onSearch, onKeys }: BarProps) {
  const t = useTexts();
  return (
    <header className={css.bar}>
      <div className={css.burger}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.nav.menu} onClick={onMenu}>
          <IconMenu2 size={20} />
        </ActionIcon>
      </div>
      <button className={css.search} onClick={onSearch} aria-keyshortcuts="Control+K /">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span>{t.search.placeholder}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <div className={css.tools}>
        <LiveMark on={live} />
        <Tooltip label={t.keys.title}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.keys.title} onClick={onKeys}>
            <IconKeyboard size={19} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <PersonMenu />
      </div>
    </header>
  );
}

/** The page, or why this person's role does not show it. */
function Allowed() {
  const t = useTexts();
  const may = useMay();
  const path = useLocation({ select: (at) => at.pathname });
  const needs = permissionFor(path);
  if (!needs || may(needs)) return <Outlet />;
  return (
    <Page title={t.nav.label} width="narrow">
      <Note tone="warn">{t.errors.forbidden}</Note>
    </Page>
  );
}

export function Shell() {
  const t = useTexts();
  const me = useMe();
  const navigate = useNavigate();
  const goals = useGoals();
  const live = useLive(me?.id ?? null);
  const [menu, setMenu] = useState(false);
  const [search, setSearch] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  useKeys({
    'mod+k': () => setSearch(''),
    '/': () => setSearch(''),
    '?': () => setSheet(true),
    ...Object.fromEntries(goals.map((g) => [`g ${g.key}`, () => void navigate({ to: g.to })])),
  });
  return (
    <div className={css.shell}>
      <a href="#content" className={css.skip}>
        {t.skip}
      </a>
      <aside className={css.rail}>
        <Brand />
        <Navigation />
      </aside>
      <Bar
        live={live}
        onMenu={() => setMenu(true)}
        onSearch={() => setSearch('')}
        onKeys={() => setSheet(true)}
      />
      <main id="content" className={css.main} tabIndex={-1}>
        <Allowed />
      </main>
      <Drawer
        opened={menu}
        onClose={() => setMenu(false)}
        size={270}
        title={<Brand />}
        closeButtonProps={{ 'aria-label': t.words.close }}
      >
        <Navigation onGo={() => setMenu(false)} />
      </Drawer>
      <ScanDesk onSeveral={(code) => setSearch(code)} />
      <Suspense>
        {search !== null ? <Palette first={search} onClose={() => setSearch(null)} /> : null}
        {sheet ? <KeySheet onClose={() => setSheet(false)} /> : null}
      </Suspense>
    </div>
  );
}
