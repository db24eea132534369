/** The board of one workflow: columns of stages, filters in the address, cards moved by mouse, keyboard or menu. */
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ItemCard } from '../../contract/cases.ts';
import { MoveFlow, useFlow } from '../moves/MoveFlow.tsx';
import { useWorkflows } from '../moves/workflows.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import css from './Board.module.css';
import { Columns } from './Columns.tsx';
import { useCounts } from './data.ts';
import { FilterBar } from './FilterBar.tsx';
import { filtersOf } from './filters.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

function Board() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const workflows = useWorkflows();
  const workflow = workflows.data?.find((w) => w.id === filters.workflow) ?? workflows.data?.[0];
  const counts = useCounts(filters);
  const { choose } = useFlow();
  const change = useCallback(
    (part: Record<string, string | boolean>) =>
      void navigate({
        to: '/board',
        search: (old: Record<string, string | undefined>) => {
          const next: Record<string, string | undefined> = { ...old };
          for (const [key, value] of Object.entries(part)) {
            if (value === '' || value === false) delete next[key];
            else next[key] = String(value);
          }
          return next;
        },
        replace: true,
      }),
    [navigate],
  );
  const onMenu = useCallback((card: ItemCard) => choose(card.case_id, card.id, null), [choose]);
  return (
    <div className={css.page}>
      <div className={css.top}>
        <h1>{t.board.title}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t.board.workflow}
          value={filters.workflow}
          onChange={(value) => change({ workflow: value })}
          data={(workflows.data ?? []).map((w) => ({
            value: w.id,
            label: nameOf(t.workflow.workflows, w.id),
          }))}
        />
        <ViewsMenu page="board" search={search} />
      </div>
      <FilterBar filters={filters} change={change} withSort />
      {workflows.error ? <ErrorBox error={workflows.error} retry={() => void workflows.refetch()} /> : null}
      {workflow ? (
        <Columns
          workflow={workflow}
          filters={filters}
          search={search}
          counts={counts.data?.counts}
          onStatus={(stage, status) => change({ [`at_${stage}`]: status })}
          onMenu={onMenu}
        />
      ) : (
        <div className={css.columns}>
          {[0, 1, 2, 3].map((i) => (
            <Skeleton key={i} width={288} height="100%" radius="md" />
          ))}
        </div>
      )}
    </div>
  );
}

export function BoardPage() {
  return (
    <MoveFlow>
      <Board />
    </MoveFlow>
  );
}
