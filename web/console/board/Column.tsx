/** One stage: its count, its statuses as a filter, its cards page by page. */
import { Button, Skeleton } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import type { ItemCard, PlaceCount, WorkflowStage } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { stageTone } from '../parts/Mark.tsx';
import { ErrorBox } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { Card } from './Card.tsx';
import css from './Board.module.css';
import { totalOf, useColumn } from './data.ts';
import { anyFilter, type Filters } from './filters.ts';

type ColumnProps = {
  stage: WorkflowStage;
  status: string;
  filters: Filters;
  counts: PlaceCount[] | undefined;
  light: 'target' | 'barred' | null;
  onStatus: (stage: string, status: string) => void;
  onMenu: (card: ItemCard, at: HTMLElement) => void;
};

function Statuses({
  stage,
  status,
  counts,
  onStatus,
}: Pick<ColumnProps, 'stage' | 'status' | 'counts' | 'onStatus'>) {
  const t = useTexts();
  if (stage.statuses.length < 2) return null;
  return (
    <div className={css.statuses} role="group" aria-label={nameOf(t.workflow.stages, stage.id)}>
      {stage.statuses.map((s) => {
        const n = counts?.find((c) => c.stage === stage.id && c.status === s.id);
        const on = status === s.id;
        return (
          <button
            key={s.id}
            className={css.status}
            aria-pressed={on}
            onClick={() => onStatus(stage.id, on ? '' : s.id)}
          >
            {nameOf(t.workflow.statuses, s.id)}
            <span className="num">{n ? t.board.count(n.count, n.capped) : ''}</span>
          </button>
        );
      })}
    </div>
  );
}

export function Column({ stage, status, filters, counts, light, onStatus, onMenu }: ColumnProps) {
  const t = useTexts();
  const column = useColumn(stage.id, status, filters);
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, data: { stage: stage.id } });
  const cards = column.data?.pages.flatMap((p) => p.items) ?? [];
  const mine = counts?.filter((c) => c.stage === stage.id && (status === '' || c.status === status));
  const total = mine ? totalOf(mine) : null;
  const name = nameOf(t.workflow.stages, stage.id);
  return (
    <section
      ref={setNodeRef}
      className={css.column}
      data-light={light ?? undefined}
      data-over={isOver || undefined}
      aria-label={name}
    >
      <header className={css.head}>
        <h2 data-tone={stageTone(stage.id)}>
          <i aria-hidden />
          {name}
        </h2>
        <span className="soft num">{total ? t.board.count(total.count, total.capped) : ''}</span>
      </header>
      <Statuses stage={stage} status={status} counts={counts} onStatus={onStatus} />
      <div className={css.scroll} data-column={stage.id}>
        {column.error && !column.data ? (
          <ErrorBox error={column.error} retry={() => void column.refetch()} />
        ) : null}
        {column.isPending ? [0, 1, 2].map((i) => <Skeleton key={i} height={84} radius="md" mb={8} />) : null}
        {cards.length > 0 ? (
          <ul className={css.cards}>
            {cards.map((card, i) => (
              <Card
                key={card.id}
                card={card}
                first={i === 0}
                showStatus={status === '' && stage.statuses.length > 1}
                onMenu={onMenu}
              />
            ))}
          </ul>
        ) : null}
        {column.isSuccess && cards.length === 0 ? (
          <p className={css.none}>{anyFilter(filters) || status ? t.board.emptyFiltered : t.board.empty}</p>
        ) : null}
        {column.hasNextPage ? (
          <Button
            variant="subtle"
            size="xs"
            fullWidth
            loading={column.isFetchingNextPage}
            onClick={() => void column.fetchNextPage()}
          >
            {t.board.loadMore}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
