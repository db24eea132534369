/** “On hold”: every open hold by what it needs next, the most urgent first. */
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../../client.ts';
import type { HoldCounts, Needs, QueuedHold } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { Ago, Due, Pill } from '../parts/Mark.tsx';
import { Empty, ErrorBox, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { useReasonName } from './hold-data.ts';
import css from './Holds.module.css';

const NEEDS: readonly Needs[] = ['to_contact', 'waiting', 'answered', 'to_approve', 'overdue', 'other'];

function Row({ hold, reason }: { hold: QueuedHold; reason: string }) {
  return (
    <li className={css.row}>
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
        {hold.asked_at && hold.step === 'waiting' ? <Ago at={hold.asked_at} /> : null}
      </span>
      <Due at={hold.due_at} />
    </li>
  );
}

function HoldList({ needs }: { needs: Needs }) {
  const t = useTexts();
  const reasonName = useReasonName();
  const query = useInfiniteQuery({
    queryKey: ['holds', 'list', needs],
    queryFn: ({ pageParam, signal }) =>
      get<List<QueuedHold>>('/api/holds', { needs, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const holds = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <Waiting rows={5} height={30} />;
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  if (holds.length === 0) return <Empty>{t.holds.empty}</Empty>;
  return (
    <>
      <ul className={css.list}>
        {holds.map((hold) => (
          <Row key={hold.id} hold={hold} reason={reasonName(hold.reason)} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t.words.more}
        </Button>
      ) : null}
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
            onClick={() => void navigate({ to: '/holds', search: { needs: one }, replace: true })}
          >
            {t.holds.needs[one]} {counts.data ? `(${counts.data[one]})` : ''}
          </Button>
        ))}
      </div>
      <Panel bare label={t.holds.needs[at]}>
        <HoldList needs={at} />
      </Panel>
    </Page>
  );
}
