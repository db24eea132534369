/** Page, panel, empty, error and loading: the pieces every screen is laid out with. */
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconMoodEmpty } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { plainProblemOf } from '../../client.ts';
import { useTexts } from '../texts.tsx';
import css from './Panel.module.css';
import { problemInWords } from './refusal.ts';

type PageProps = {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  width?: 'narrow' | 'wide';
  children: ReactNode;
};

/** A screen: its one `h1`, a line of explanation, actions at the end, then the content. */
export function Page({ title, intro, actions, width, children }: PageProps) {
  return (
    <div className={`${css.page} ${width ? css[width] : ''}`}>
      <div className={css.title}>
        <div>
          <h1>{title}</h1>
          {intro ? <p className={css.intro}>{intro}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

type PanelProps = {
  title?: ReactNode;
  actions?: ReactNode;
  bare?: boolean;
  children: ReactNode;
  label?: string;
  id?: string;
};

/** A framed part of a screen; `bare` lets a table reach the edges. */
export function Panel({ title, actions, bare, children, label, id }: PanelProps) {
  return (
    <section className={css.panel} aria-label={label} id={id}>
      {title ? (
        <header className={css.head}>
          <h2>{title}</h2>
          {actions}
        </header>
      ) : null}
      <div className={bare ? css.bare : css.body}>{children}</div>
    </section>
  );
}

export function Empty({
  children,
  icon: Icon = IconMoodEmpty,
  action,
}: {
  children: ReactNode;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <Icon size={28} stroke={1.5} />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** What went wrong, in the page's language, with the request id that the server's log has, and a way to try again. */
export function ErrorBox({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts();
  const plain = plainProblemOf(error);
  const problem = plain && problemInWords(plain, t.refusals);
  const text = !problem
    ? t.errors.title
    : problem.code === 'offline'
      ? t.errors.offline
      : problem.code === 'permission_missing'
        ? `${problem.detail} ${t.errors.forbidden}`
        : problem.detail || problem.title;
  return (
    <div className={css.error} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{text}</strong>
        {problem?.errors && problem.errors.length > 1 ? (
          <ul>
            {problem.errors.map((e) => (
              <li key={`${e.field} ${e.code}`}>{e.message}</li>
            ))}
          </ul>
        ) : null}
        {problem?.request_id ? (
          <div className="small mono">{t.errors.request(problem.request_id)}</div>
        ) : null}
      </div>
      {retry ? (
        <Button size="xs" variant="default" onClick={retry}>
          {t.words.retry}
        </Button>
      ) : null}
    </div>
  );
}

export function Note({ tone, children }: { tone?: 'warn' | 'good'; children: ReactNode }) {
  return <div className={`${css.note} ${tone ? css[tone] : ''}`}>{children}</div>;
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={css.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Grey bars where content is about to be. */
export function Waiting({ rows = 4, height = 18 }: { rows?: number; height?: number }) {
  const t = useTexts();
  return (
    <div role="status" aria-label={t.words.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={height} mb={10} width={`${92 - ((i * 17) % 40)}%`} radius="sm" />
      ))}
    </div>
  );
}

type Asked<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** A query's three faces: waiting, failed, there. */
export function Shown<T>({
  query,
  rows,
  children,
}: {
  query: Asked<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  return <Waiting rows={rows ?? 4} />;
}

export function DataTable({
  label,
  head,
  children,
}: {
  label: string;
  head: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={css.table}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export const endCell = css['end'];
