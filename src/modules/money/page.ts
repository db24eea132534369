/** Cursors of lists ordered by instant and id: opaque to the caller, checked when they come back. */
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Place } from './store/ledger.ts';

/** Reads a cursor; null without one. Refuses `cursor_unreadable`. */
export function readPlace(cursor: string | undefined): Outcome<Place | null> {
  if (cursor === undefined || cursor === '') return ok(null);
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  const ms = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(ms) || !id || !/^[a-z]{3}_[0-9a-z]{26}$/.test(id))
    return refuse(
      'cursor_unreadable',
      'This cursor is not one of ours: begin with the first page.',
      'invalid',
      {
        field: 'cursor',
      },
    );
  return ok({ at: new Date(ms), id });
}

/** The cursor after a page, of `rows` read with one more than `limit`; null on the last page. */
export function writePlace<R extends { id: string }>(
  rows: readonly R[],
  limit: number,
  at: (row: R) => Date,
): string | null {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return null;
  return Buffer.from(`${at(last).toISOString()}|${last.id}`, 'utf8').toString('base64url');
}
