import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { get } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { Address, List } from '../../contract/session.ts';
import { useLocations } from '../board/data.ts';
import { dayText, nameOf } from '../parts/format.ts';
import { Pill, Place } from '../parts/Mark.tsx';
import { Fact, Facts, Panel } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';
import css from './Case.module.css';

const EditContact = lazy(() => import('./EditContact.tsx').then((m) => ({ default: m.EditContact })));

export type CustomerCase = {
  id: string;
  reference: string;
  created_at: string;
  roll_up?: { stage: string; status: string; count: number }[];
};

/** An address on one line. */
export function addressText(a: Address | null): string {
  if (!a) return '';
  return [a.line1, a.line2, [a.postal_code, a.city].filter(Boolean).join(' '), a.region, a.country]
    .filter(Boolean)
    .join(', ');
}

function History({ data }: { data: Case }) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const history = useQuery({
    queryKey: ['customer-cases', data.customer.id],
    queryFn: ({ signal }) =>
      get<List<CustomerCase>>(`/api/customers/${data.customer.id}/cases`, undefined, signal),
    enabled: may('customer.view'),
    retry: false,
  });
  const others = history.data?.items.filter((c) => c.id !== data.id) ?? [];
  if (!history.data) return null;
  return (
    <div>
      <h3>{t.desk.customer.history}</h3>
      {others.length === 0 ? <p className="soft small">{t.desk.customer.noHistory}</p> : null}
      <ul className={css.plainList}>
        {others.slice(0, 5).map((c) => (
          <li key={c.id} className={css.row}>
            <Link to="/cases/$ref" params={{ ref: c.reference }} className="num">
              {c.reference}
            </Link>
            {c.roll_up?.[0] ? <Place stage={c.roll_up[0].stage} status={c.roll_up[0].status} short /> : null}
            <span className="small soft">{dayText(c.created_at, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function CustomerPanel({ data }: { data: Case }) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const store = useLocations().data?.items.find((l) => l.id === data.location_id);
  return (
    <Panel
      title={t.desk.customer.title}
      actions={
        may('case.edit') ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
            {t.words.edit}
          </Button>
        ) : undefined
      }
    >
      <div style={{ display: 'grid', gap: 14 }}>
        <div>
          <Link to="/customers/$id" params={{ id: data.customer.id }}>
            <strong>{data.contact.name}</strong>
          </Link>{' '}
          {data.customer.flag && data.customer.flag !== 'none' ? (
            <Pill tone="red">{nameOf(t.workflow.flags, data.customer.flag)}</Pill>
          ) : null}
        </div>
        <Facts>
          <Fact name={t.desk.customer.email}>
            <a href={`mailto:${data.contact.email}`}>{data.contact.email}</a>
          </Fact>
          <Fact name={t.desk.customer.phone}>
            {data.contact.phone ? <a href={`tel:${data.contact.phone}`}>{data.contact.phone}</a> : '—'}
          </Fact>
          {data.channel === 'mail_in' || data.address ? (
            <Fact name={t.desk.customer.address}>
              {addressText(data.address) || <span className="soft">{t.desk.customer.noAddress}</span>}
            </Fact>
          ) : null}
          {data.visit_on || store ? (
            <Fact name={t.desk.customer.visit}>
              {data.visit_on ? dayText(data.visit_on, locale) : ''} {store?.name}
            </Fact>
          ) : null}
          <Fact name={t.desk.customer.language}>{t.workflow.languages[data.locale] ?? data.locale}</Fact>
        </Facts>
        <p className="soft small">{t.desk.silence(nameOf(t.workflow.silence, data.silence))}</p>
        <History data={data} />
      </div>
      <Suspense>{editing ? <EditContact data={data} onClose={() => setEditing(false)} /> : null}</Suspense>
    </Panel>
  );
}
