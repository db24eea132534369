/** SQL of parcels, their scans, and parcels nobody can match. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/postgres.ts';

export type ParcelTable = {
  id: string;
  case_id: string;
  direction: 'inbound' | 'outbound';
  kind: 'kit' | 'carrier_label' | 'custom_label' | 'hand_over';
  carrier: string | null;
  tracking_number: string | null;
  state: 'prepared' | 'moving' | 'delivered' | 'delayed' | 'received' | 'handed_over' | 'lost';
  weight_grams?: number | null;
  signed_by?: string | null;
  note?: string | null;
  created_at: Date;
  version?: number;
};
export type ParcelItemTable = { parcel_id: string; item_id: string; case_id: string; outcome: string | null };
export type ScanTable = {
  id: string;
  case_id: string;
  parcel_id: string;
  kind: string;
  place: string | null;
  source: 'carrier' | 'staff';
  at: Date;
};
export type UnmatchedTable = {
  id: string;
  location_id: string | null;
  tracking_number: string | null;
  sender: string | null;
  note: string;
  state: 'open' | 'matched' | 'sent_back';
  case_id: string | null;
  received_by: string | null;
  received_at: Date;
  version?: number;
};

declare module '../../platform/postgres.ts' {
  interface Tables {
    parcels: ParcelTable;
    parcel_items: ParcelItemTable;
    scans: ScanTable;
    unmatched_parcels: UnmatchedTable;
  }
}

/** Writes a parcel and the items expected in it. */
export async function insertParcel(tx: Tx, row: ParcelTable, itemIds: readonly string[]): Promise<void> {
  await tx.insertInto('parcels').values(row).execute();
  if (itemIds.length === 0) return;
  await tx
    .insertInto('parcel_items')
    .values(itemIds.map((item_id) => ({ parcel_id: row.id, item_id, case_id: row.case_id, outcome: null })))
    .execute();
}

export type ParcelRow = Required<ParcelTable>;

/** The newest inbound parcel of a case, or null. */
export async function inboundParcel(reader: Reader, caseId: string): Promise<ParcelRow | null> {
  const found = await sql<ParcelRow>`
    select * from parcels where case_id = ${caseId} and direction = 'inbound' order by created_at desc, id desc limit 1`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export type ParcelPatch = {
  state?: ParcelTable['state'];
  carrier?: string | null;
  tracking_number?: string | null;
  weight_grams?: number | null;
};

/** Changes what is known of a parcel; what is not given stays. */
export async function updateParcel(tx: Tx, id: string, patch: ParcelPatch): Promise<void> {
  await sql`
    update parcels set state = coalesce(${patch.state ?? null}, state), carrier = coalesce(${patch.carrier ?? null}, carrier),
           tracking_number = coalesce(${patch.tracking_number ?? null}, tracking_number),
           weight_grams = coalesce(${patch.weight_grams ?? null}::int, weight_grams), version = version + 1
     where id = ${id}`.execute(tx);
}

/** Records what was found for an item of a parcel. */
export async function recordOutcome(
  tx: Tx,
  parcelId: string,
  caseId: string,
  itemId: string,
  outcome: string,
): Promise<void> {
  await sql`
    insert into parcel_items (parcel_id, item_id, case_id, outcome) values (${parcelId}, ${itemId}, ${caseId}, ${outcome})
    on conflict (parcel_id, item_id) do update set outcome = excluded.outcome`.execute(tx);
}

/** Adds a scan; a scan told twice (same parcel, kind and instant) is one. */
export async function insertScan(tx: Tx, row: ScanTable): Promise<boolean> {
  const made = await tx
    .insertInto('scans')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return made.length === 1;
}

/** Cases that a scanned code could mean: reference, item number, tracking number, IMEI or serial. */
export async function casesByCode(
  reader: Reader,
  code: string,
): Promise<{ case_id: string; reference: string; item_id: string | null; by: string }[]> {
  const bare = code.replace(/[\s-]/g, '').toUpperCase();
  const found = await sql<{ case_id: string; reference: string; item_id: string | null; by: string }>`
    select c.id as case_id, c.reference, null as item_id, 'reference' as by from cases c where c.reference = ${bare}
    union all
    select i.case_id, i.reference, i.id, 'item' from item_cards i where i.number = ${bare}
    union all
    select p.case_id, c.reference, null, 'tracking' from parcels p join cases c on c.id = p.case_id where upper(p.tracking_number) = ${bare}
    union all
    select i.case_id, i.reference, i.id, 'device' from units u join item_cards i on i.unit_id = u.id
     where u.imei = ${bare} or u.imei2 = ${bare} or upper(u.serial) = ${bare}
    limit 20`.execute(reader);
  return found.rows;
}

export type UnmatchedRow = Required<UnmatchedTable>;

export async function insertUnmatched(tx: Tx, row: UnmatchedTable): Promise<void> {
  await tx.insertInto('unmatched_parcels').values(row).execute();
}

export async function readUnmatched(reader: Reader, id: string): Promise<UnmatchedRow | null> {
  const found = await sql<UnmatchedRow>`select * from unmatched_parcels where id = ${id} for update`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export async function listUnmatched(
  reader: Reader,
  state: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<UnmatchedRow[]> {
  const past = after ? sql`and (received_at, id) < (${after.at}::timestamptz, ${after.id})` : sql``;
  const found = await sql<UnmatchedRow>`
    select * from unmatched_parcels where state = ${state} ${past} order by received_at desc, id desc limit ${limit}`.execute(
    reader,
  );
  return found.rows;
}

export async function closeUnmatched(
  tx: Tx,
  id: string,
  state: 'matched' | 'sent_back',
  caseId: string | null,
): Promise<void> {
  await sql`update unmatched_parcels set state = ${state}, case_id = ${caseId}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}
