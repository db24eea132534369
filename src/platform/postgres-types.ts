/** How PostgreSQL's values become ours: whole numbers as numbers, dates as text, instants as `Date`. */
import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const NUMERIC = 1700;
const NUMERIC_ARRAY = 1231;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;

/** Reads a number; throws when a JavaScript number would lose some of it. */
export function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`${text} does not fit a number`);
  return value;
}

const textArray = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];

function numberArray(text: string): (number | null)[] {
  return textArray(text).map((one) => (one === null ? null : safeNumber(one)));
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, safeNumber],
  [INT8_ARRAY, numberArray],
  [NUMERIC, safeNumber],
  [NUMERIC_ARRAY, numberArray],
  [DATE, (text) => text],
  [DATE_ARRAY, textArray],
]);

/** The parsers of every connection of the pool. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text'),
};
