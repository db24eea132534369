import { Checkbox } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { memo } from 'react';
import type { ItemRow } from '../../contract/cases.ts';
import { DataTable, endCell } from '../parts/Panel.tsx';
import { useMarked } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import { COLUMNS, type ColumnId } from './columns.tsx';
import css from './Table.module.css';

type RowsProps = {
  items: ItemRow[];
  columns: ColumnId[];
  sort: string;
  onSort: (sort: string) => void;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

type RowProps = { item: ItemRow; columns: ColumnId[]; on: boolean; onToggle: (id: string) => void };

const Row = memo(function Row({ item, columns, on, onToggle }: RowProps) {
  const t = useTexts();
  const marked = useMarked(item.id);
  return (
    <tr data-marked={marked || undefined} className={css.row}>
      <td>
        <Checkbox
          size="xs"
          aria-label={t.table.selectRow(item.number)}
          checked={on}
          onChange={() => onToggle(item.id)}
        />
      </td>
      {COLUMNS.filter((c) => columns.includes(c.id)).map((c) => (
        <td key={c.id} className={c.end ? endCell : undefined}>
          {c.cell(item, t)}
        </td>
      ))}
    </tr>
  );
});

export function Rows({ items, columns, sort, onSort, chosen, onChoose }: RowsProps) {
  const t = useTexts();
  const all = items.every((i) => chosen.has(i.id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <DataTable
      label={t.table.title}
      head={
        <>
          <th>
            <Checkbox
              size="xs"
              aria-label={t.table.selectAll}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => onChoose(all ? new Set() : new Set(items.map((i) => i.id)))}
            />
          </th>
          {COLUMNS.filter((c) => columns.includes(c.id)).map((c) => {
            const by = c.sort;
            return (
              <th
                key={c.id}
                className={c.end ? endCell : undefined}
                aria-sort={by && by === sort ? (by === 'due' ? 'ascending' : 'descending') : undefined}
              >
                {by ? (
                  <button className={css.sort} onClick={() => onSort(by)}>
                    {t.table.cols[c.id]}
                    {by === sort ? <IconArrowDown size={13} aria-hidden /> : null}
                  </button>
                ) : (
                  t.table.cols[c.id]
                )}
              </th>
            );
          })}
        </>
      }
    >
      {items.map((item) => (
        <Row key={item.id} item={item} columns={columns} on={chosen.has(item.id)} onToggle={toggle} />
      ))}
    </DataTable>
  );
}
