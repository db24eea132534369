/** SQL of the queue of holds and of the reasons a shop has. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { HoldReasonRow, HoldStep } from '../store.ts';

/** What a hold needs next. */
export const NEEDS = ['to_contact', 'waiting', 'answered', 'to_approve', 'overdue', 'other'] as const;
export type Needs = (typeof NEEDS)[number];

/** One row of the view `open_holds`. */
export type QueueRow = {
  id: string;
  case_id: string;
  item_id: string;
  reason: string;
  note: string;
  owner_id: string | null;
  due_at: Date;
  opened_at: Date;
  step: HoldStep | null;
  asked_at: Date | null;
  asks: number;
  reminders: number;
  answered_at: Date | null;
  item_number: string;
  title: string;
  seq: number;
  reference: string;
  locale: string;
  customer_name: string;
};

function where(needs: Needs, now: Date) {
  switch (needs) {
    case 'to_contact':
      return sql`step = 'to_contact'`;
    case 'waiting':
      return sql`step = 'waiting'`;
    case 'answered':
      return sql`step = 'answered' and reason <> 'proof_of_purchase'`;
    case 'to_approve':
      return sql`step = 'answered' and reason = 'proof_of_purchase'`;
    case 'overdue':
      return sql`due_at < ${now}`;
    case 'other':
      return sql`step is null`;
  }
}

/** One page of the queue, most urgent first. */
export async function queueOf(
  reader: Reader,
  asked: {
    needs: Needs | null;
    reason: string | null;
    now: Date;
    after: { due: string; id: string } | null;
    limit: number;
  },
): Promise<QueueRow[]> {
  const parts = [sql`true`];
  if (asked.needs) parts.push(where(asked.needs, asked.now));
  if (asked.reason) parts.push(sql`reason = ${asked.reason}`);
  if (asked.after) parts.push(sql`(due_at, id) > (${asked.after.due}::timestamptz, ${asked.after.id})`);
  const found = await sql<QueueRow>`
    select id, case_id, item_id, reason, note, owner_id, due_at, opened_at, step, asked_at, asks, reminders, answered_at, item_number, title,
           seq, reference, locale, customer_name
      from open_holds where ${sql.join(parts, sql` and `)} order by due_at, id limit ${asked.limit}`.execute(
    reader,
  );
  return found.rows;
}

/** How many holds need what. */
export async function queueCounts(reader: Reader, now: Date): Promise<Record<Needs, number>> {
  const found = await sql<Record<Needs, number>>`
    select count(*) filter (where step = 'to_contact')::int as to_contact,
           count(*) filter (where step = 'waiting')::int as waiting,
           count(*) filter (where step = 'answered' and reason <> 'proof_of_purchase')::int as answered,
           count(*) filter (where step = 'answered' and reason = 'proof_of_purchase')::int as to_approve,
           count(*) filter (where due_at < ${now})::int as overdue,
           count(*) filter (where step is null)::int as other
      from open_holds`.execute(reader);
  return found.rows[0] ?? { to_contact: 0, waiting: 0, answered: 0, to_approve: 0, overdue: 0, other: 0 };
}

/** Every reason, ours first. */
export async function listReasons(reader: Reader): Promise<Required<HoldReasonRow>[]> {
  const found = await sql<Required<HoldReasonRow>>`select * from hold_reasons order by ours desc, id`.execute(
    reader,
  );
  return found.rows;
}

/** Writes a reason of the shop's; false when the id is taken. */
export async function insertReason(tx: Tx, row: HoldReasonRow): Promise<boolean> {
  const made = await tx
    .insertInto('hold_reasons')
    .values({ ...row, labels: JSON.stringify(row.labels) as never })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return made.length === 1;
}

/** Changes a reason that still has this version; null when it has not. */
export async function updateReason(
  tx: Tx,
  id: string,
  version: number | null,
  change: Pick<HoldReasonRow, 'labels' | 'due_days' | 'asks_customer' | 'blocks_leaving' | 'active'>,
): Promise<Required<HoldReasonRow> | null> {
  const done = await sql<Required<HoldReasonRow>>`
    update hold_reasons set labels = ${JSON.stringify(change.labels)}::jsonb, due_days = ${change.due_days},
           asks_customer = ${change.asks_customer}, blocks_leaving = ${change.blocks_leaving}, active = ${change.active}, version = version + 1
     where id = ${id} and (${version}::int is null or version = ${version}) returning *`.execute(tx);
  return done.rows[0] ?? null;
}
