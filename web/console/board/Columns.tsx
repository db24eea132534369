/** The columns, and carrying a card from one to another. */
import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { useState, type KeyboardEvent } from 'react';
import type { ItemCard, PlaceCount, Workflow } from '../../contract/cases.ts';
import { stagesFrom } from '../moves/workflows.ts';
import { useFlow } from '../moves/MoveFlow.tsx';
import { nameOf } from '../parts/format.ts';
import { useTexts } from '../texts.tsx';
import css from './Board.module.css';
import { CarriedCard } from './Card.tsx';
import { Column } from './Column.tsx';
import type { Filters } from './filters.ts';

type ColumnsProps = {
  workflow: Workflow;
  filters: Filters;
  search: Readonly<Record<string, string | undefined>>;
  counts: PlaceCount[] | undefined;
  onStatus: (stage: string, status: string) => void;
  onMenu: (card: ItemCard, at: HTMLElement) => void;
};

/** With the keyboard a card goes from column to column, not by pixels. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = [...context.droppableRects.entries()].toSorted((a, b) => a[1].left - b[1].left);
  const at = columns.findIndex(([id]) => id === context.over?.id);
  const next = columns[Math.max(0, Math.min(columns.length - 1, (at < 0 ? 0 : at) + step))];
  if (!next) return undefined;
  document
    .querySelector(`[data-column="${String(next[0])}"]`)
    ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  return { x: next[1].left + 8, y: currentCoordinates.y };
};

/** Where the pointer is; where it is nowhere (keyboard), the nearest column. */
const underPointer: CollisionDetection = (args) => {
  const hits = args.pointerCoordinates ? pointerWithin(args) : [];
  return hits.length > 0 ? hits : closestCenter(args);
};

function cardOf(data: unknown): ItemCard | null {
  return typeof data === 'object' && data !== null && 'card' in data ? (data.card as ItemCard) : null;
}

/** Arrow keys walk from card to card while none is carried. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const here = document.activeElement?.closest('[data-card]');
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
  const column = here.closest('[data-column]');
  const cards = [...(column?.querySelectorAll('[data-card]') ?? [])];
  const at = cards.indexOf(here);
  let goal: Element | undefined;
  if (event.key === 'ArrowDown' || event.key === 'j') goal = cards[at + 1];
  else if (event.key === 'ArrowUp' || event.key === 'k') goal = cards[at - 1];
  else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const columns = [...event.currentTarget.querySelectorAll('[data-column]')].filter((c) =>
      c.querySelector('[data-card]'),
    );
    const next = columns[columns.findIndex((c) => c === column) + (event.key === 'ArrowRight' ? 1 : -1)];
    const rows = [...(next?.querySelectorAll('[data-card]') ?? [])];
    goal = rows[Math.min(at, rows.length - 1)];
  } else return;
  event.preventDefault();
  goal?.querySelector('a')?.focus();
}

export function Columns({ workflow, filters, search, counts, onStatus, onMenu }: ColumnsProps) {
  const t = useTexts();
  const { choose } = useFlow();
  const [carried, setCarried] = useState<ItemCard | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 260, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextColumn,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const goals = carried ? stagesFrom(workflow, carried.stage, carried.status) : null;
  const stageName = (id: unknown) => nameOf(t.workflow.stages, String(id));
  const drop = ({ active, over }: DragEndEvent) => {
    setCarried(null);
    const card = cardOf(active.data.current);
    if (card && over && over.id !== card.stage) choose(card.case_id, card.id, String(over.id));
  };
  const number = (data: unknown) => cardOf(data)?.number ?? '';
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      onDragStart={({ active }) => setCarried(cardOf(active.data.current))}
      onDragEnd={drop}
      onDragCancel={() => setCarried(null)}
      accessibility={{
        screenReaderInstructions: { draggable: t.board.drag.instructions },
        announcements: {
          onDragStart: ({ active }) => t.board.drag.picked(number(active.data.current)),
          onDragOver: ({ active, over }) =>
            over
              ? (goals && !goals.has(String(over.id)) ? t.board.drag.refused : t.board.drag.over)(
                  number(active.data.current),
                  stageName(over.id),
                )
              : undefined,
          onDragEnd: ({ active, over }) =>
            over
              ? t.board.drag.dropped(number(active.data.current), stageName(over.id))
              : t.board.drag.cancelled(number(active.data.current)),
          onDragCancel: ({ active }) => t.board.drag.cancelled(number(active.data.current)),
        },
      }}
    >
      <div className={css.columns} onKeyDown={carried ? undefined : walk} tabIndex={-1}>
        {workflow.stages.map((stage) => (
          <Column
            key={stage.id}
            stage={stage}
            status={search[`at_${stage.id}`] ?? ''}
            filters={filters}
            counts={counts}
            light={
              !carried || !goals
                ? null
                : goals.has(stage.id)
                  ? 'target'
                  : stage.id === carried.stage
                    ? null
                    : 'barred'
            }
            onStatus={onStatus}
            onMenu={onMenu}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried ? <CarriedCard card={carried} showStatus /> : null}
      </DragOverlay>
    </DndContext>
  );
}
