/** Cursors: where the next page begins, opaque to the caller, so that we may change what is inside. */
import type { z } from 'zod';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';

/** Packs the sort key of the last row of a page. */
export function writeCursor(key: Readonly<Record<string, string | number | null>>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Unpacks a cursor by the schema of its key; undefined when there is none. Refuses `cursor_malformed`. */
export function readCursor<T>(cursor: string | undefined, key: z.ZodType<T>): Outcome<T | undefined> {
  if (cursor === undefined || cursor === '') return ok(undefined);
  const parsed = key.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return ok(parsed.data);
  return refuse('cursor_malformed', 'Take the cursor from next_cursor of the page before.', 'invalid', {
    field: 'cursor',
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Cuts a page out of rows that were asked for with one more than `limit`: that one tells whether there is
 * another page, and is not shown.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Readonly<Record<string, string | number | null>>,
  show: (row: Row) => Item,
): { items: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(show), next_cursor: more ? writeCursor(keyOf(last)) : null };
}
