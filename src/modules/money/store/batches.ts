/** SQL of batches of bank payouts: ordered, filled one payout at a time, closed with the hash of their file. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type BatchRow = {
  id: string;
  number: string;
  state: 'open' | 'closed' | 'empty';
  currency: string;
  payouts: number;
  total_minor: number;
  sha256: string | null;
  created_by: string;
  created_at: Date;
  closed_at: Date | null;
};

export type EntryRow = {
  payout_id: string;
  case_id: string;
  reference: string;
  number: number;
  amount_minor: number;
  currency: string;
  state: 'pending' | 'taken' | 'refused';
  code: string | null;
  why: string | null;
};

/** Bank payouts that are ready and in no batch yet, oldest first: those named, or (null) all of them. */
export async function candidates(
  reader: Reader,
  payoutIds: readonly string[] | null,
  limit: number,
): Promise<{ id: string; currency: string }[]> {
  const named = payoutIds === null ? sql`true` : sql`p.id = any(${[...payoutIds]}::text[])`;
  const found = await sql<{ id: string; currency: string }>`
    select p.id, p.currency from payouts p
     where p.state = 'ready' and p.kind = 'bank' and p.amount_minor > 0 and ${named}
       and not exists (select 1 from payout_batch_entries e where e.payout_id = p.id and e.state in ('pending', 'taken'))
     order by p.created_at, p.id limit ${limit}`.execute(reader);
  return found.rows;
}

/** Writes an open batch and its entries, in the order of their ids so that two who order at once never lock crosswise. */
export async function insertBatch(
  tx: Tx,
  row: { id: string; currency: string; created_by: string; created_at: Date },
  payoutIds: readonly string[],
): Promise<{ number: string; taken: string[] }> {
  const batch = await sql<{ number: string }>`
    insert into payout_batches (id, number, state, currency, created_by, created_at)
    values (${row.id}, 'B' || lpad(nextval('payout_batch_numbers')::text, 5, '0'), 'open', ${row.currency}, ${row.created_by}, ${row.created_at})
    returning number`.execute(tx);
  const entries = await sql<{ payout_id: string }>`
    insert into payout_batch_entries (batch_id, payout_id, case_id, state)
    select ${row.id}, p.id, p.case_id, 'pending' from payouts p where p.id = any(${[...payoutIds]}::text[]) order by p.id
    on conflict (payout_id) where state in ('pending', 'taken') do nothing
    returning payout_id`.execute(tx);
  const number = batch.rows[0]?.number;
  if (number === undefined) throw new Error(`batch ${row.id} was not written`);
  return { number, taken: entries.rows.map((e) => e.payout_id) };
}

/** A batch, or null. */
export async function readBatch(reader: Reader, id: string): Promise<BatchRow | null> {
  const found = await sql<BatchRow>`
    select b.* from payout_batches b
     where b.id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Locks a batch while it is open; null when it is not (any more). */
export async function lockOpenBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  const found = await sql<BatchRow>`
    select * from payout_batches where id = ${id} and state = 'open' for update`.execute(tx);
  return found.rows[0] ?? null;
}

/** What became of each payout of a batch, by case reference. */
export async function readEntries(reader: Reader, batchId: string): Promise<EntryRow[]> {
  const found = await sql<EntryRow>`
    select e.payout_id, e.case_id, c.reference, p.number, p.amount_minor, p.currency, e.state, e.code, e.why
      from payout_batch_entries e join payouts p on p.id = e.payout_id join payees c on c.case_id = e.case_id
     where e.batch_id = ${batchId}
     order by c.reference, p.number`.execute(reader);
  return found.rows;
}

/** Ids of the payouts a batch still has to take, oldest first. */
export async function pendingEntries(reader: Reader, batchId: string): Promise<string[]> {
  const found = await sql<{ payout_id: string }>`
    select payout_id from payout_batch_entries where batch_id = ${batchId} and state = 'pending' order by payout_id`.execute(
    reader,
  );
  return found.rows.map((row) => row.payout_id);
}

/** Notes what became of one payout; false when somebody noted it already. */
export async function markEntry(
  tx: Tx,
  batchId: string,
  payoutId: string,
  end: { state: 'taken' } | { state: 'refused'; code: string; why: string },
): Promise<boolean> {
  const no = end.state === 'refused' ? end : null;
  const found = await sql`
    update payout_batch_entries set state = ${end.state}, code = ${no?.code ?? null}, why = ${no?.why ?? null}
     where batch_id = ${batchId} and payout_id = ${payoutId} and state = 'pending' returning payout_id`.execute(
    tx,
  );
  return found.rows.length === 1;
}

export type FileRow = {
  reference: string;
  number: number;
  holder: string;
  sealed: string;
  amount_minor: number;
  currency: string;
};

/** The payouts of a batch's file in its fixed order. Nothing read here ever changes after the payout was submitted. */
export async function fileRows(reader: Reader, batchId: string): Promise<FileRow[]> {
  const found = await sql<FileRow>`
    select c.reference, p.number, p.holder, p.sealed, p.amount_minor, p.currency
      from payouts p join payees c on c.case_id = p.case_id
     where p.batch_id = ${batchId}
     order by c.reference collate "C", p.number`.execute(reader);
  return found.rows;
}

/** Closes a batch with what it holds. */
export async function closeBatchRow(
  tx: Tx,
  id: string,
  end: { payouts: number; total_minor: number; sha256: string | null; at: Date },
): Promise<void> {
  await sql`
    update payout_batches
       set state = ${end.payouts > 0 ? 'closed' : 'empty'}, payouts = ${end.payouts}, total_minor = ${end.total_minor},
           sha256 = ${end.sha256}, closed_at = ${end.at}
     where id = ${id}`.execute(tx);
}

export type BatchProgress = BatchRow & {
  taken: number;
  taken_minor: number;
  pending: number;
  refused: number;
};

/** Batches, newest first, with how far each is. */
export async function listBatches(
  reader: Reader,
  before: { at: Date; id: string } | null,
  limit: number,
): Promise<BatchProgress[]> {
  const older =
    before === null ? sql`true` : sql`(b.created_at, b.id) < (${before.at}::timestamptz, ${before.id})`;
  const found = await sql<BatchProgress>`
    select b.*, e.taken, e.taken_minor, e.pending, e.refused
      from payout_batches b
      cross join lateral (
        select count(*) filter (where x.state = 'taken')::int as taken,
               coalesce(sum(p.amount_minor) filter (where x.state = 'taken'), 0)::bigint as taken_minor,
               count(*) filter (where x.state = 'pending')::int as pending,
               count(*) filter (where x.state = 'refused')::int as refused
          from payout_batch_entries x join payouts p on p.id = x.payout_id where x.batch_id = b.id
      ) e
     where ${older} order by b.created_at desc, b.id desc limit ${limit}`.execute(reader);
  return found.rows;
}
