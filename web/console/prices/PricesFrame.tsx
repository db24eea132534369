import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Prices.module.css';

/** The three pages about prices share a heading and a small menu. */
export function PricesFrame({
  intro,
  actions,
  children,
}: {
  intro: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useTexts();
  const may = useMay();
  const tabs = [
    { to: '/prices', name: t.prices.nav.prices },
    ...(may('prices.edit') ? [{ to: '/prices/import', name: t.prices.nav.import }] : []),
    { to: '/prices/questions', name: t.prices.nav.questions },
  ];
  return (
    <Page title={t.prices.title} intro={intro} actions={actions}>
      <nav className={css.tabs} aria-label={t.prices.title}>
        {tabs.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            className={css.tab}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'data-active': '', 'aria-current': 'page' } as object}
          >
            {tab.name}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
