/** The same items as rows: sort, columns, export, and moves of many at once. */
import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get, queryText } from '../../client.ts';
import type { ItemRow } from '../../contract/cases.ts';
import type { List } from '../../contract/session.ts';
import { FilterBar } from '../board/FilterBar.tsx';
import { filterQuery, filtersOf } from '../board/filters.ts';
import { ViewsMenu } from '../board/ViewsMenu.tsx';
import { useWorkflows } from '../moves/workflows.ts';
import { nameOf } from '../parts/format.ts';
import { Empty, ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { BulkMove } from './BulkMove.tsx';
import { COLUMNS, keepColumns, keptColumns, type ColumnId } from './columns.tsx';
import { Rows } from './Rows.tsx';
import css from './Table.module.css';

type Search = Readonly<Record<string, string | undefined>>;

function useRows(search: Search) {
  const query = {
    ...filterQuery(filtersOf(search)),
    stage: search['stage'],
    status: search['status'],
    from: search['from'],
    to: search['to'],
    sort: search['sort'],
  };
  const rows = useInfiniteQuery({
    queryKey: ['rows', query],
    queryFn: ({ pageParam, signal }) =>
      get<List<ItemRow>>('/api/items', { ...query, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  return { rows, query };
}

function ColumnMenu({ shown, onChange }: { shown: ColumnId[]; onChange: (shown: ColumnId[]) => void }) {
  const t = useTexts();
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />}>
          {t.table.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.map((c) => {
          const on = shown.includes(c.id);
          return (
            <Menu.CheckboxItem
              key={c.id}
              checked={on}
              disabled={c.id === 'number'}
              onChange={() =>
                onChange(COLUMNS.map((x) => x.id).filter((id) => (id === c.id ? !on : shown.includes(id))))
              }
            >
              {t.table.cols[c.id]}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function PlaceFilters({
  search,
  change,
}: {
  search: Search;
  change: (part: Record<string, string | boolean>) => void;
}) {
  const t = useTexts();
  const workflows = useWorkflows();
  const workflow = workflows.data?.find((w) => w.id === filtersOf(search).workflow);
  const stage = workflow?.stages.find((s) => s.id === search['stage']);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t.board.workflow}
        value={filtersOf(search).workflow}
        data={(workflows.data ?? []).map((w) => ({ value: w.id, label: nameOf(t.workflow.workflows, w.id) }))}
        onChange={(e) => change({ workflow: e.currentTarget.value, stage: '', status: '' })}
      />
      <NativeSelect
        size="xs"
        aria-label={t.table.cols.place}
        value={search['stage'] ?? ''}
        data={[
          { value: '', label: `${t.table.cols.place}: ${t.words.all}` },
          ...(workflow?.stages ?? []).map((s) => ({ value: s.id, label: nameOf(t.workflow.stages, s.id) })),
        ]}
        onChange={(e) => change({ stage: e.currentTarget.value, status: '' })}
      />
      {stage && stage.statuses.length > 1 ? (
        <NativeSelect
          size="xs"
          aria-label={nameOf(t.workflow.stages, stage.id)}
          value={search['status'] ?? ''}
          data={[
            { value: '', label: t.words.all },
            ...stage.statuses.map((s) => ({ value: s.id, label: nameOf(t.workflow.statuses, s.id) })),
          ]}
          onChange={(e) => change({ status: e.currentTarget.value })}
        />
      ) : null}
      <TextInput
        size="xs"
        type="date"
        aria-label={t.table.from}
        title={t.table.from}
        value={search['from'] ?? ''}
        onChange={(e) => change({ from: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={t.table.to}
        title={t.table.to}
        value={search['to'] ?? ''}
        onChange={(e) => change({ to: e.currentTarget.value })}
      />
    </>
  );
}

export function TablePage() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const { rows, query } = useRows(search);
  const [columns, setColumns] = useState(keptColumns);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState(false);
  const items = rows.data?.pages.flatMap((p) => p.items) ?? [];
  const picked = items.filter((i) => chosen.has(i.id));
  const key = JSON.stringify(query);
  useEffect(() => setChosen(new Set()), [key]);
  const change = (part: Record<string, string | boolean>) =>
    void navigate({
      to: '/table',
      search: Object.fromEntries(
        Object.entries({ ...search, ...part }).flatMap(([k, v]) =>
          v === '' || v === false ? [] : [[k, String(v)]],
        ),
      ),
      replace: true,
    });
  return (
    <div className={css.page}>
      <div className={css.top}>
        <h1>{t.table.title}</h1>
        <ViewsMenu page="table" search={search} />
        <span className={css.push} />
        <ColumnMenu
          shown={columns}
          onChange={(next) => {
            keepColumns(next);
            setColumns(next);
          }}
        />
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`/api/items.csv${queryText(query)}`}
          leftSection={<IconDownload size={15} />}
        >
          {t.table.csv}
        </Button>
      </div>
      <div className={css.places}>
        <PlaceFilters search={search} change={change} />
      </div>
      <FilterBar filters={filters} change={change} withSort={false} />
      {picked.length > 0 ? (
        <div className={css.chosen} role="status">
          <strong className="num">{t.table.selected(picked.length)}</strong>
          <Button size="xs" onClick={() => setBulk(true)}>
            {t.table.bulk}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setChosen(new Set())}>
            {t.table.clear}
          </Button>
        </div>
      ) : null}
      <div className={css.frame}>
        {rows.isPending ? <Waiting rows={10} height={22} /> : null}
        {rows.error && !rows.data ? <ErrorBox error={rows.error} retry={() => void rows.refetch()} /> : null}
        {rows.isSuccess && items.length === 0 ? <Empty>{t.table.empty}</Empty> : null}
        {items.length > 0 ? (
          <Rows
            items={items}
            columns={columns}
            sort={search['sort'] ?? 'entered'}
            onSort={(sort) => change({ sort })}
            chosen={chosen}
            onChoose={setChosen}
          />
        ) : null}
        {rows.hasNextPage ? (
          <Button
            variant="subtle"
            fullWidth
            loading={rows.isFetchingNextPage}
            onClick={() => void rows.fetchNextPage()}
          >
            {t.board.loadMore}
          </Button>
        ) : null}
      </div>
      {bulk ? (
        <BulkMove items={picked} onClose={() => setBulk(false)} onDone={() => setChosen(new Set())} />
      ) : null}
    </div>
  );
}
