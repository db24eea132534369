/** What waits on us: one list per kind of work, the most overdue first. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { get } from '../../client.ts';
import type { ItemCard, Queue } from '../../contract/cases.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { Amount, Due, Place } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { Empty, ErrorBox, Page, Panel, Shown, Waiting } from '../parts/Panel.tsx';
import { useMarked } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import css from './Queues.module.css';

function Row({ item }: { item: ItemCard }) {
  const t = useTexts();
  const marked = useMarked(item.id);
  return (
    <li className={css.row} data-marked={marked || undefined}>
      <Link
        to="/cases/$ref"
        params={{ ref: item.reference }}
        search={item.siblings > 0 ? { item: item.id } : {}}
        className={css.link}
      >
        <span className={css.title}>
          <strong>{item.title}</strong>
          <span className="small soft num">
            {item.number} · {item.reference} · {item.customer_name}
          </span>
        </span>
        <Place stage={item.stage} status={item.status} />
        <span className="small soft">{nameOf(t.workflow.nextActor, item.next_actor)}</span>
        <Due at={item.due_at} />
        <Amount value={item.price} strong />
      </Link>
    </li>
  );
}

function QueueList({ id }: { id: string }) {
  const t = useTexts();
  const query = useInfiniteQuery({
    queryKey: ['rows', 'queue', id],
    queryFn: ({ pageParam, signal }) =>
      get<List<ItemCard>>('/api/items', { queue: id, sort: 'due', cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (query.isPending) return <Waiting rows={6} height={30} />;
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) return <Empty>{t.queues.empty}</Empty>;
  return (
    <>
      <ul className={css.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      <More of={query} />
    </>
  );
}

export function QueuesPage() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: ({ signal }) => get<{ queues: Queue[] }>('/api/queues', undefined, signal),
  });
  return (
    <Page title={t.queues.title} intro={t.queues.intro}>
      <Shown query={queues}>
        {(data) => {
          const at =
            data.queues.find((q) => q.id === search['queue']) ??
            data.queues.find((q) => q.count > 0) ??
            data.queues[0];
          return (
            <>
              <nav className={css.tabs} aria-label={t.queues.title}>
                {data.queues.map((q) => (
                  <Link
                    key={q.id}
                    to="/queues"
                    search={{ queue: q.id }}
                    replace
                    className={css.tab}
                    data-active={q.id === at?.id || undefined}
                    aria-current={q.id === at?.id ? 'page' : undefined}
                  >
                    <span className={css.count} data-hot={(q.id === 'overdue' && q.count > 0) || undefined}>
                      {t.board.count(q.count, q.capped)}
                    </span>
                    <span>{nameOf(t.queues.names, q.id)}</span>
                  </Link>
                ))}
              </nav>
              {at ? (
                <Panel
                  title={nameOf(t.queues.names, at.id)}
                  actions={<span className="soft small">{nameOf(t.queues.texts, at.id)}</span>}
                  bare
                >
                  <QueueList id={at.id} />
                </Panel>
              ) : null}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
