/** “On hold”: every open hold by what it needs next, the most urgent first. */
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { HoldCounts, Needs, QueuedHold } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { Due, Pill } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { Empty, ErrorBox, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { AskMany } from './AskMany.tsx';
import { useReasonName, useReasons } from './hold-data.ts';
import css from './Holds.module.css';

const NEEDS: readonly Needs[] = ['to_contact', 'waiting', 'answered', 'to_approve', 'overdue', 'other'];

type RowProps = {
  hold: QueuedHold;
  reason: string;
  /** Left out where nothing can be chosen. */
  chosen?: boolean | undefined;
  onChoose: (chosen: boolean) => void;
};

function Row({ hold, reason, chosen, onChoose }: RowProps) {
  const t = useTexts();
  return (
    <li className={css.row}>
      {chosen === undefined ? null : (
        <Checkbox
          className={css.choose ?? ''}
          aria-label={t.holds.choose(hold.item_number)}
          checked={chosen}
          onChange={(e) => onChoose(e.currentTarget.checked)}
        />
      )}
      <Link to="/cases/$ref" params={{ ref: hold.reference }} search={{ item: hold.item_id }}>
        <strong>{hold.title}</strong>
        <br />
        <span className="small soft num">
          {hold.item_number} · {hold.reference} · {hold.customer_name}
        </span>
      </Link>
      <span>
        <Pill tone="amber">{reason}</Pill> <span className="small soft">{hold.note}</span>
      </span>
      <span className="small">
        {hold.days_waiting === null ? null : t.holds.waitedDays(hold.days_waiting)}
      </span>
      <Due at={hold.due_at} />
    </li>
  );
}

function HoldList({ needs, reason }: { needs: Needs; reason: string }) {
  const t = useTexts();
  const may = useMay();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const reasonName = useReasonName();
  const query = useInfiniteQuery({
    queryKey: ['holds', 'list', needs, reason],
    queryFn: ({ pageParam, signal }) =>
      get<List<QueuedHold>>('/api/holds', { needs, reason, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const holds = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <Waiting rows={5} height={30} />;
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  if (holds.length === 0) return <Empty>{t.holds.empty}</Empty>;
  const asks = needs === 'to_contact' && may('hold.open');
  return (
    <>
      {asks ? (
        <div className={css.many}>
          <AskMany
            holds={holds.filter((hold) => chosen.includes(hold.id))}
            onAsked={(ids) => setChosen(chosen.filter((id) => !ids.includes(id)))}
          />
        </div>
      ) : null}
      <ul className={css.list}>
        {holds.map((hold) => (
          <Row
            key={hold.id}
            hold={hold}
            reason={reasonName(hold.reason)}
            chosen={asks ? chosen.includes(hold.id) : undefined}
            onChoose={(yes) => setChosen(yes ? [...chosen, hold.id] : chosen.filter((id) => id !== hold.id))}
          />
        ))}
      </ul>
      <More of={query} />
    </>
  );
}

export function HoldsPage() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const counts = useQuery({
    queryKey: ['holds', 'counts'],
    queryFn: ({ signal }) => get<HoldCounts>('/api/holds/counts', {}, signal),
  });
  const wanted = NEEDS.find((one) => one === search['needs']);
  const reasons = useReasons();
  const reasonName = useReasonName();
  const reason = typeof search['reason'] === 'string' ? search['reason'] : '';
  const go = (to: { needs: Needs; reason: string }) =>
    void navigate({
      to: '/holds',
      search: { needs: to.needs, ...(to.reason ? { reason: to.reason } : {}) },
      replace: true,
    });
  const at = wanted ?? NEEDS.find((one) => (counts.data?.[one] ?? 0) > 0) ?? 'to_contact';
  return (
    <Page title={t.holds.title} intro={t.holds.intro}>
      <div className={css.tabs} role="group" aria-label={t.holds.title}>
        {NEEDS.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={one === at ? 'filled' : 'default'}
            color={one === 'overdue' && (counts.data?.overdue ?? 0) > 0 ? 'red' : 'teal'}
            aria-pressed={one === at}
            onClick={() => go({ needs: one, reason })}
          >
            {t.holds.needs[one]} {counts.data ? `(${counts.data[one]})` : ''}
          </Button>
        ))}
      </div>
      <NativeSelect
        size="xs"
        mb="sm"
        maw={260}
        label={t.desk.holds.reason}
        value={reason}
        onChange={(e) => go({ needs: at, reason: e.currentTarget.value })}
        data={[
          { value: '', label: t.holds.all },
          ...(reasons.data?.items ?? []).map((one) => ({ value: one.id, label: reasonName(one.id) })),
        ]}
      />
      <Panel bare label={t.holds.needs[at]}>
        <HoldList key={at} needs={at} reason={reason} />
      </Panel>
    </Page>
  );
}
