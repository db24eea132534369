/** Devices we do not take: reading a number of any kind, and a list of them row by row. Pure. */
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { readImei, readSerial } from './numbers.ts';

export type BlockKind = 'imei' | 'serial';
export type BlockNumber = { readonly kind: BlockKind; readonly number: string };

export const MOST_REASON = 500;

/**
 * Reads an IMEI or a serial number, whichever it is. A number of 14 to 17 digits is an IMEI. Refuses what these refuse,
 * and `number_rounded` for what a spreadsheet made of one.
 */
export function readBlockNumber(text: string): Outcome<BlockNumber> {
  // Spreadsheets are kept from counting by ="…" or an apostrophe.
  const bare = text
    .trim()
    .replace(/^="?|"$/g, '')
    .replace(/^'/, '')
    .trim();
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(bare))
    return refuse(
      'number_rounded',
      'A spreadsheet rounded this number: format the column as text.',
      'invalid',
      {
        field: 'number',
      },
    );
  const imei = readImei(bare, 'number');
  if (imei.ok) return ok({ kind: 'imei', number: imei.value.imei });
  const isSerial =
    imei.code === 'imei_length' && (/[A-Z]/i.test(bare) || bare.replace(/\D/g, '').length < 14);
  if (!isSerial) return imei;
  const serial = readSerial(bare);
  return serial.ok ? ok({ kind: 'serial', number: serial.value }) : { ...serial, field: 'number' };
}

export type BlockRow = BlockNumber & { readonly line: number; readonly reason: string };
export type RefusedRow = {
  readonly line: number;
  readonly number: string;
  readonly code: string;
  readonly why: string;
};

const HEADINGS: readonly (readonly string[])[] = [
  [
    'number',
    'imei',
    'serial',
    'serial number',
    'nummer',
    'seriennummer',
    'serienummer',
    'numéro',
    'número',
    'imei/serial',
  ],
  ['reason', 'reden', 'grund', 'motif', 'raison', 'motivo', 'note'],
];

function columnOf(headings: readonly string[], words: readonly string[]): number {
  return headings.findIndex((one) => words.includes(one.trim().toLowerCase()));
}

/**
 * Reads a list of numbers with reasons: columns by their headings, or without headings the number first and the reason
 * second. `fallback` is the reason of rows that give none. Each row is either read or refused with why.
 */
export function readBlockRows(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  fallback: string,
): { read: BlockRow[]; refused: RefusedRow[] } {
  const head = rows[0]?.cells ?? [];
  const numberAt = columnOf(head, HEADINGS[0] ?? []);
  const hasHeadings = numberAt >= 0;
  const reasonAt = hasHeadings ? columnOf(head, HEADINGS[1] ?? []) : 1;
  const read: BlockRow[] = [];
  const refused: RefusedRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of hasHeadings ? rows.slice(1) : rows) {
    const text = (cells[hasHeadings ? numberAt : 0] ?? '').trim();
    const reason = ((reasonAt >= 0 ? cells[reasonAt] : '')?.trim() || fallback).slice(0, MOST_REASON);
    const say = (code: string, why: string) => refused.push({ line, number: text.slice(0, 60), code, why });
    const number = text ? readBlockNumber(text) : null;
    const key = number?.ok ? `${number.value.kind} ${number.value.number}` : '';
    if (!number) say('number_missing', 'This row has no number.');
    else if (!number.ok) say(number.code, number.why);
    else if (!reason) say('reason_missing', 'Say why: in a column “reason”, or once for all rows.');
    else if (lines.has(key)) say('number_twice', `The same number stands in line ${lines.get(key) ?? 0}.`);
    else {
      lines.set(key, line);
      read.push({ ...number.value, line, reason });
    }
  }
  return { read, refused };
}
