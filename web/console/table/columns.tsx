/** What the table can show; the reader chooses, the browser remembers. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemRow } from '../../contract/cases.ts';
import type { Texts } from '../../texts/en.ts';
import { nameOf } from '../parts/format.ts';
import css from './Table.module.css';
import { Ago, Amount, Due, Place } from '../parts/Mark.tsx';

export type ColumnId = keyof Texts['table']['cols'];

export type TableColumn = {
  id: ColumnId;
  sort?: string;
  end?: true;
  cell: (row: ItemRow, t: Texts) => ReactNode;
};

export const COLUMNS: readonly TableColumn[] = [
  {
    id: 'number',
    cell: (row) => (
      <Link
        to="/cases/$ref"
        params={{ ref: row.reference }}
        search={row.siblings > 0 ? { item: row.id } : {}}
        className="num"
      >
        {row.number}
      </Link>
    ),
  },
  { id: 'reference', cell: (row) => <span className="num">{row.reference}</span> },
  {
    id: 'title',
    cell: (row) => (
      <span className={css.cut} title={row.title}>
        {row.title}
      </span>
    ),
  },
  { id: 'customer', cell: (row) => <span className={css.name}>{row.customer_name}</span> },
  { id: 'place', cell: (row) => <Place stage={row.stage} status={row.status} /> },
  { id: 'next', cell: (row, t) => nameOf(t.workflow.nextActor, row.next_actor) },
  { id: 'due', sort: 'due', cell: (row) => (row.next_actor === 'nobody' ? null : <Due at={row.due_at} />) },
  { id: 'price', end: true, cell: (row) => <Amount value={row.price} /> },
  { id: 'entered', sort: 'entered', cell: (row) => <Ago at={row.entered_at} /> },
  { id: 'created', sort: 'created', cell: (row) => <Ago at={row.created_at} /> },
  { id: 'imei', cell: (row) => <span className="mono">{row.imei}</span> },
  { id: 'source', cell: (row, t) => nameOf(t.workflow.sources, row.source) },
  { id: 'locale', cell: (row) => row.locale.toUpperCase() },
];

const KEY = 'reprise.table.columns';
const FIRST: readonly ColumnId[] = [
  'number',
  'title',
  'customer',
  'place',
  'next',
  'due',
  'price',
  'entered',
];

export function keptColumns(): ColumnId[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (Array.isArray(kept)) return COLUMNS.map((c) => c.id).filter((id) => kept.includes(id));
  } catch {
    // What is kept there is unreadable: start over.
  }
  return [...FIRST];
}

export function keepColumns(columns: readonly ColumnId[]): void {
  localStorage.setItem(KEY, JSON.stringify(columns));
}
