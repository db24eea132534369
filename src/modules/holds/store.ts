/** SQL of holds. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/postgres.ts';

/** An id of hold_reasons: ours are general, activation_lock, proof_of_purchase and legal. */
export type HoldReason = string;

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
};

declare module '../../platform/postgres.ts' {
  interface Tables {
    holds: HoldTable;
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
    .values(row)
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
