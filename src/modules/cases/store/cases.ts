/** SQL of cases, items, notes and saved views. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type CaseTable = {
  id: string;
  kind: 'offer' | 'return';
  channel: 'mail_in' | 'in_store';
  reference: string;
  customer_id: string;
  location_id: string | null;
  visit_on: string | null;
  locale: string;
  currency: string;
  contact: unknown;
  address: unknown;
  source: string;
  silence: string;
  assignee_id: string | null;
  created_at: Date;
  version?: number;
};

export type ItemTable = {
  id: string;
  case_id: string;
  number?: string;
  position: number;
  workflow_id: string;
  workflow_version: number;
  stage?: string | null;
  status?: string | null;
  seq?: number;
  category: string;
  variant_id: string | null;
  title: string;
  price_minor: number | null;
  currency: string;
  unit_id?: string | null;
  created_at: Date;
};

export type UnitTable = {
  id: string;
  imei: string | null;
  imei2: string | null;
  serial: string | null;
  model_id: string | null;
  variant_id: string | null;
  created_at: Date;
};

export type NoteTable = {
  id: string;
  case_id: string;
  item_id: string | null;
  visibility: 'internal' | 'customer';
  body: string;
  mentions: string[];
  actor_kind: string;
  actor_id: string | null;
  at: Date;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    cases: CaseTable;
    items: ItemTable;
    units: UnitTable;
    notes: NoteTable;
  }
}

/** Writes a case and its items, which have no stage until their first move. */
export async function insertCase(tx: Tx, row: CaseTable, items: readonly ItemTable[]): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .insertInto('cases')
    .values({ ...row, contact: json(row.contact), address: json(row.address) })
    .execute();
  await tx
    .insertInto('items')
    .values([...items])
    .execute();
}

/** Adds a note to the case's timeline. */
export async function insertNote(tx: Tx, row: NoteTable): Promise<void> {
  await tx.insertInto('notes').values(row).execute();
}

/** The id of a case by its id or reference, or null. */
export async function findCaseId(reader: Reader, idOrReference: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from cases where id = ${idOrReference} or reference = ${idOrReference.toUpperCase()} limit 1`.execute(
    reader,
  );
  return found.rows[0]?.id ?? null;
}

/** The case an item belongs to, or null. */
export async function caseOfItem(reader: Reader, itemId: string): Promise<string | null> {
  const found = await sql<{ case_id: string }>`select case_id from items where id = ${itemId}`.execute(
    reader,
  );
  return found.rows[0]?.case_id ?? null;
}

/** Sets what is agreed to be paid for an item; null while a manual quote is awaited. */
export async function setItemPrice(tx: Tx, itemId: string, priceMinor: number | null): Promise<void> {
  await sql`update items set price_minor = ${priceMinor} where id = ${itemId}`.execute(tx);
}

/** Ties an item to the physical device it turned out to be. */
export async function setItemUnit(tx: Tx, itemId: string, unitId: string): Promise<void> {
  await sql`update items set unit_id = ${unitId} where id = ${itemId}`.execute(tx);
}

export type CasePatch = {
  address?: unknown;
  contact?: unknown;
  location_id?: string | null;
  visit_on?: string | null;
  assignee_id?: string | null;
  silence?: string;
  locale?: string;
};

/** Changes a case's own facts when it still has this version (null skips the check); gives the new version or null. */
export async function updateCase(
  tx: Tx,
  id: string,
  version: number | null,
  patch: CasePatch,
): Promise<number | null> {
  const has = (key: keyof CasePatch) => Object.hasOwn(patch, key);
  const json = (value: unknown) => (value == null ? null : JSON.stringify(value));
  const found = await sql<{ version: number }>`
    update cases set
      address = case when ${has('address')} then ${json(patch.address)}::jsonb else address end,
      contact = case when ${has('contact')} then ${json(patch.contact)}::jsonb else contact end,
      location_id = case when ${has('location_id')} then ${patch.location_id ?? null} else location_id end,
      visit_on = case when ${has('visit_on')} then ${patch.visit_on ?? null}::date else visit_on end,
      assignee_id = case when ${has('assignee_id')} then ${patch.assignee_id ?? null} else assignee_id end,
      silence = coalesce(${patch.silence ?? null}, silence),
      locale = coalesce(${patch.locale ?? null}, locale),
      version = version + 1
    where id = ${id} and (${version}::int is null or version = ${version})
    returning version`.execute(tx);
  return found.rows[0]?.version ?? null;
}
