/** SQL of holds. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/postgres.ts';

/** An id of hold_reasons: ours are general, activation_lock, proof_of_purchase and legal. */
export type HoldReason = string;

/** Where the conversation with the customer stands; null for a hold nobody is asked about. */
export type HoldStep = 'to_contact' | 'waiting' | 'answered' | 'approved' | 'rejected';

export const DOCUMENT_KINDS = [
  'invoice',
  'receipt',
  'order_confirmation',
  'carrier_contract',
  'insurance_paper',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type HoldTable = {
  id: string;
  case_id: string;
  item_id: string;
  reason: HoldReason;
  note: string;
  owner_id: string | null;
  due_at: Date;
  opened_by_kind: string;
  opened_by_id: string | null;
  opened_at: Date;
  released_by_kind?: string | null;
  released_by_id?: string | null;
  released_at?: Date | null;
  release_note?: string | null;
  version?: number;
  step?: HoldStep | null;
  asked_at?: Date | null;
  asked_by_id?: string | null;
  asks?: number;
  reminders?: number;
  answered_at?: Date | null;
  hands?: string[];
  answer?: string | null;
  document_kind?: DocumentKind | null;
  decided_at?: Date | null;
  decided_by_id?: string | null;
  rejection?: string | null;
  rule?: unknown;
};

export type HoldReasonRow = {
  id: string;
  status: 'general' | 'activation_lock' | 'proof_of_purchase';
  labels: Record<string, string>;
  due_days: number;
  asks_customer: boolean;
  blocks_leaving: boolean;
  ours: boolean;
  active: boolean;
  version?: number;
};

declare module '../../platform/postgres.ts' {
  interface Tables {
    holds: HoldTable;
    hold_reasons: HoldReasonRow;
  }
}

export type HoldRow = Required<HoldTable>;

export async function readHold(reader: Reader, id: string): Promise<HoldRow | null> {
  const found = await sql<HoldRow>`select * from holds where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Writes a hold; false when the item has an open one of this reason already. */
export async function insertHold(tx: Tx, row: HoldTable): Promise<boolean> {
  const made = await tx
    .insertInto('holds')
    .values({ ...row, rule: row.rule === undefined ? null : JSON.stringify(row.rule) })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return made.length === 1;
}

/** Ends open holds, of one id or of all these items. */
export async function releaseHolds(
  tx: Tx,
  which: { id: string } | { itemIds: readonly string[] },
  by: { kind: string; id: string | null; at: Date; note: string | null },
): Promise<void> {
  const where = 'id' in which ? sql`id = ${which.id}` : sql`item_id = any(${[...which.itemIds]}::text[])`;
  await sql`
    update holds set released_at = ${by.at}, released_by_kind = ${by.kind}, released_by_id = ${by.id}, release_note = ${by.note},
           version = version + 1
     where ${where} and released_at is null`.execute(tx);
}

/** What a step of the conversation leaves on its hold. */
export type HoldChange = Partial<
  Pick<
    HoldTable,
    | 'step'
    | 'asked_at'
    | 'asked_by_id'
    | 'asks'
    | 'reminders'
    | 'answered_at'
    | 'hands'
    | 'answer'
    | 'document_kind'
    | 'decided_at'
    | 'decided_by_id'
    | 'rejection'
    | 'due_at'
    | 'owner_id'
    | 'note'
  >
>;

/** Changes a hold that is still open; false when it is not. */
export async function changeHold(tx: Tx, id: string, change: HoldChange): Promise<boolean> {
  const done = await tx
    .updateTable('holds')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Open holds of these items that stand at a step. */
export async function holdsAtStep(
  reader: Reader,
  itemIds: readonly string[],
  step: HoldStep,
): Promise<HoldRow[]> {
  const found = await sql<HoldRow>`
    select * from holds where item_id = any(${[...itemIds]}::text[]) and step = ${step} and released_at is null order by id`.execute(
    reader,
  );
  return found.rows;
}

export async function readReason(reader: Reader, id: string): Promise<HoldReasonRow | null> {
  return (
    (await reader.selectFrom('hold_reasons').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  );
}

/** The reasons an item is held for now. */
export async function openReasons(reader: Reader, itemId: string): Promise<string[]> {
  const found = await sql<{ reason: string }>`
    select reason from holds where item_id = ${itemId} and released_at is null`.execute(reader);
  return found.rows.map((row) => row.reason);
}

/** The open hold of an item for a reason; null when there is none. */
export async function openHoldFor(
  reader: Reader,
  itemId: string,
  reason: HoldReason,
): Promise<HoldRow | null> {
  const found = await sql<HoldRow>`
    select * from holds where item_id = ${itemId} and reason = ${reason} and released_at is null`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}
