/** The file of a batch of bank payouts: one CSV that gives the same bytes each time it is made. */
import { stringify } from 'csv-stringify/sync';
import { decimal, payoutName, remittance } from './rules/payouts.ts';

export type BatchLine = {
  readonly reference: string;
  readonly number: number;
  readonly holder: string;
  readonly iban: string;
  readonly amountMinor: number;
  readonly currency: string;
};

const COLUMNS = [
  'batch',
  'payout',
  'reference',
  'holder',
  'iban',
  'amount',
  'currency',
  'remittance',
] as const;

/** UTF-8, comma, CRLF, a heading; cells that a spreadsheet would take for a formula get a leading apostrophe. */
export function batchCsv(batchNumber: string, lines: readonly BatchLine[]): string {
  const rows = lines.map((line) => [
    batchNumber,
    payoutName(line),
    line.reference,
    line.holder,
    line.iban,
    decimal(line.amountMinor, line.currency),
    line.currency,
    remittance(line),
  ]);
  return stringify([[...COLUMNS], ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}
