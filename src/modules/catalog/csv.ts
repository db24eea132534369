/** Reads a price list's bytes: encoding, separator, rows with their line numbers. */
import { parse } from 'csv-parse/sync';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ListRow } from './rules/price-list/claims.ts';

export type PriceList = {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly separator: string;
  readonly headings: readonly string[];
  readonly rows: readonly ListRow[];
};

export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 100;

export type CsvRows = Omit<PriceList, 'headings'>;

/**
 * Parses CSV as it comes: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark, separated by comma,
 * semicolon, tab or bar, with quoted line breaks. Gives all rows, headings included. Refuses `file_empty`,
 * `file_too_large`, `file_not_text` (a workbook, a PDF), `csv_broken` naming the line. `looseQuotes` lets a mark stand
 * in the middle of a cell, as in ="0123", by which spreadsheets keep long numbers whole.
 */
export function readCsv(bytes: Uint8Array, how: { looseQuotes?: boolean } = {}): Outcome<CsvRows> {
  if (bytes.length > MOST_BYTES)
    return refuse('file_too_large', 'A list may have at most 20 MB.', 'invalid', { field: 'file' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return refuse('file_empty', 'The file is empty.', 'invalid', { field: 'file' });
  const separator = separatorOf(text);
  const parsed = parseRows(text, separator, how.looseQuotes === true);
  return parsed.ok ? ok({ encoding, separator, rows: parsed.value }) : parsed;
}

/**
 * Reads a list with headings. Refuses what `readCsv` refuses, and `csv_no_rows`, `csv_headings_doubled`,
 * `csv_too_many_rows`.
 */
export function readPriceList(bytes: Uint8Array): Outcome<PriceList> {
  const read = readCsv(bytes);
  if (!read.ok) return read;
  const [head, ...rows] = read.value.rows;
  const headings = (head?.cells ?? []).map((cell) => cell.trim());
  const doubled = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (doubled !== undefined)
    return refuse('csv_headings_doubled', `Two columns are called “${doubled}”.`, 'invalid', {
      field: 'file',
    });
  if (rows.length === 0)
    return refuse('csv_no_rows', 'There is nothing below the headings.', 'invalid', { field: 'file' });
  if (rows.length > MOST_ROWS || headings.length > MOST_COLUMNS)
    return refuse(
      'csv_too_many_rows',
      `At most ${MOST_ROWS} rows of ${MOST_COLUMNS} columns at once.`,
      'invalid',
      {
        field: 'file',
      },
    );
  return ok({ ...read.value, headings, rows });
}

function decode(bytes: Uint8Array): Outcome<{ text: string; encoding: PriceList['encoding'] }> {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  if (signature.startsWith('PK') || signature.startsWith('\xd0\xcf\x11\xe0'))
    return refuse('file_not_text', 'This is a workbook: save it as CSV first.', 'invalid', { field: 'file' });
  if (signature.startsWith('%PDF') || signature.startsWith('\x1f\x8b') || signature.startsWith('\x89PNG'))
    return refuse('file_not_text', 'This is not a text file: send the list as CSV.', 'invalid', {
      field: 'file',
    });
  const encoding = encodingOf(bytes);
  if (encoding === null)
    return refuse('file_not_text', 'This file cannot be read as text: save it as CSV in UTF-8.', 'invalid', {
      field: 'file',
    });
  return ok({ text: new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, ''), encoding });
}

function encodingOf(bytes: Uint8Array): PriceList['encoding'] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4_000);
  const zeroAt = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  // Latin text in UTF-16 has a zero in every second byte.
  if (zeroAt(1) > sample.length * 0.3) return 'utf-16le';
  if (zeroAt(0) > sample.length * 0.3) return 'utf-16be';
  if (bytes.includes(0)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The mark that splits the headings into most columns. */
function separatorOf(text: string): string {
  const head =
    text
      .slice(0, 10_000)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n|\r/)
      .find((line) => line.trim() !== '') ?? '';
  const counts = [',', ';', '\t', '|'].map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function parseRows(text: string, delimiter: string, looseQuotes: boolean): Outcome<ListRow[]> {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_quotes: looseQuotes,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
      to: MOST_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ok(
      records.map(({ record, info }) => {
        const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r?\n|\r/g)?.length ?? 0), 0);
        return { line: info.lines - breaks, cells: record };
      }),
    );
  } catch (error) {
    const line =
      error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 0;
    return refuse(
      'csv_broken',
      `Line ${line} cannot be read: a quotation mark is open or stands where none may be.`,
      'invalid',
      {
        field: 'file',
        more: { line },
      },
    );
  }
}
