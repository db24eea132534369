/** SQL of deadlines: what is due, and claiming one so that it rings once. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type PendingDeadline = {
  id: string;
  case_id: string;
  item_id: string;
  seq: number;
  clock: string;
  move: string | null;
  effect: string | null;
  reason: string | null;
};

/** The oldest deadlines that are due at `now`, at most `limit`. */
export async function dueDeadlines(reader: Reader, now: Date, limit: number): Promise<PendingDeadline[]> {
  const found = await sql<PendingDeadline>`
    select id, case_id, item_id, seq, clock, move, effect, reason from deadlines
     where state = 'pending' and due_at <= ${now} order by due_at, id limit ${limit}`.execute(reader);
  return found.rows;
}

/** Marks a deadline as rung; false when it is gone, rung already, or not due yet by this clock. */
export async function claimDeadline(tx: Tx, id: string, now: Date): Promise<boolean> {
  const found = await sql`
    update deadlines set state = 'done' where id = ${id} and state = 'pending' and due_at <= ${now} returning id`.execute(
    tx,
  );
  return found.rows.length === 1;
}

/** Records how a deadline ended. */
export async function closeDeadline(
  tx: Tx,
  id: string,
  state: 'done' | 'refused',
  outcome: string,
): Promise<void> {
  await sql`update deadlines set state = ${state}, outcome = ${outcome} where id = ${id}`.execute(tx);
}
