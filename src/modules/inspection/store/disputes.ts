/** SQL of disputes: the seller, or we, wanted a second opinion. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { InspectionRow } from '../store.ts';

export type DisputeOutcome = 'first_stands' | 'changed' | 'withdrawn';

export type DisputeRow = {
  id: string;
  case_id: string;
  item_id: string;
  quote_id: string | null;
  first_inspection_id: string;
  second_inspection_id: string | null;
  reason: string;
  opened_by_kind: string;
  opened_by_id: string | null;
  opened_at: Date;
  closed_at: Date | null;
  outcome: DisputeOutcome | null;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    disputes: DisputeRow;
  }
}

export async function insertDispute(tx: Tx, row: DisputeRow): Promise<void> {
  await tx.insertInto('disputes').values(row).execute();
}

/** The newest dispute of an item, open or closed; null when there never was one. */
export async function disputeOf(reader: Reader, itemId: string): Promise<DisputeRow | null> {
  const found = await reader
    .selectFrom('disputes')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export async function tieSecond(tx: Tx, disputeId: string, inspectionId: string): Promise<void> {
  await tx
    .updateTable('disputes')
    .set({ second_inspection_id: inspectionId })
    .where('id', '=', disputeId)
    .execute();
}

/** Ends the open dispute of an item; nothing happens without one. */
export async function endDispute(tx: Tx, id: string, outcome: DisputeOutcome, at: Date): Promise<void> {
  await tx
    .updateTable('disputes')
    .set({ outcome, closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

/** The newest complete inspection of an item, or null. */
export async function latestComplete(reader: Reader, itemId: string): Promise<InspectionRow | null> {
  const found = await sql<InspectionRow>`
    select n.*, s.name as inspector_name from inspections n left join staff_names s on s.id = n.inspector_id
     where n.item_id = ${itemId} and n.state = 'complete' order by n.number desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}

/** All inspections of an item, oldest first. */
export async function inspectionsOf(reader: Reader, itemId: string): Promise<InspectionRow[]> {
  const found = await sql<InspectionRow>`
    select n.*, s.name as inspector_name from inspections n left join staff_names s on s.id = n.inspector_id
     where n.item_id = ${itemId} order by n.number`.execute(reader);
  return found.rows;
}

/** The revised offer that was answered with “inspect it again”: named by its view, quotes are above us. */
export async function disputedQuote(reader: Reader, itemId: string): Promise<string | null> {
  const found = await sql<{ revision_id: string | null }>`
    select revision_id from item_facts where item_id = ${itemId}`.execute(reader);
  return found.rows[0]?.revision_id ?? null;
}
