/** The table as CSV. Cells that a spreadsheet could take for a formula are neutralised. */
import { stringify } from 'csv-stringify/sync';
import { digitsOf } from '../../kernel/money.ts';
import { labelOf } from './rules/labels.ts';
import type { CardRow } from './store/board.ts';

const HEAD = [
  'Item',
  'Case',
  'Device',
  'Customer',
  'Stage',
  'Status',
  'Since',
  'Next',
  'Due',
  'Overdue',
  'Price',
  'Currency',
  'IMEI',
  'Language',
  'Source',
  'Created',
];

/** Writes one line per item under a heading; amounts as decimals, instants in ISO 8601. */
export function csvOf(rows: readonly CardRow[], now: Date): string {
  const lines = rows.map((r) => [
    r.number,
    r.reference,
    r.title,
    r.customer_name,
    labelOf(r.stage),
    labelOf(r.status),
    r.entered_at.toISOString(),
    r.next_actor,
    r.due_at?.toISOString() ?? '',
    r.is_open && r.due_at && r.due_at < now ? 'yes' : 'no',
    r.price_minor === null ? '' : (r.price_minor / 10 ** digitsOf(r.currency)).toFixed(digitsOf(r.currency)),
    r.currency,
    r.imei ?? '',
    r.locale,
    r.source,
    r.created_at.toISOString(),
  ]);
  return stringify([HEAD, ...lines], { escape_formulas: true, bom: true, record_delimiter: 'windows' });
}
