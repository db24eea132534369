/** SQL of inspections and of where a device was seen before. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/postgres.ts';

export type InspectionTable = {
  id: string;
  case_id: string;
  item_id: string;
  number: number;
  state: 'open' | 'complete';
  inspector_id: string | null;
  checks: unknown;
  cosmetic_grade: string | null;
  functional_grade: string | null;
  battery_percent: number | null;
  note: string | null;
  started_at: Date;
  completed_at: Date | null;
  version?: number;
  kind?: 'first' | 'second';
  first_inspector_id?: string | null;
  inspector_ids?: string[];
};

declare module '../../platform/postgres.ts' {
  interface Tables {
    inspections: InspectionTable;
  }
}

export type InspectionRow = {
  id: string;
  case_id: string;
  item_id: string;
  number: number;
  state: 'open' | 'complete';
  inspector_id: string | null;
  checks: Record<string, { result: 'pass' | 'fail' | 'not_applicable'; note?: string }>;
  cosmetic_grade: string | null;
  functional_grade: string | null;
  battery_percent: number | null;
  note: string | null;
  started_at: Date;
  completed_at: Date | null;
  version: number;
  kind: 'first' | 'second';
  inspector_name: string | null;
  first_inspector_id: string | null;
  inspector_ids: string[];
  last_active_at: Date | null;
  active_seconds: number;
  found_variant_id: string | null;
  accessories: Record<string, boolean>;
  found_answers: Record<string, string>;
};

/** The newest inspection of an item, or null. */
export async function latestInspection(reader: Reader, itemId: string): Promise<InspectionRow | null> {
  const found = await sql<InspectionRow>`
    select n.*, s.name as inspector_name from inspections n left join staff_names s on s.id = n.inspector_id
     where n.item_id = ${itemId} order by n.number desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}

/** One inspection by its id, or null. */
export async function readInspection(reader: Reader, id: string): Promise<InspectionRow | null> {
  const found = await sql<InspectionRow>`
    select n.*, s.name as inspector_name from inspections n left join staff_names s on s.id = n.inspector_id
     where n.id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

export async function insertInspection(tx: Tx, row: InspectionTable): Promise<void> {
  await tx
    .insertInto('inspections')
    .values({ ...row, checks: JSON.stringify(row.checks) })
    .execute();
}

export type Findings = {
  checks: Record<string, unknown>;
  cosmetic_grade: string | null;
  functional_grade: string | null;
  battery_percent: number | null;
  note: string | null;
  /** Left out: stays as it is. */
  found_variant_id?: string | null | undefined;
  accessories?: Record<string, boolean> | undefined;
  found_answers?: Record<string, string> | undefined;
  at: Date;
};

/** A pause longer than this, in seconds, is not time spent on the device. */
const PAUSE = 120;

function kept(part: Record<string, unknown> | undefined): string | null {
  return part === undefined ? null : JSON.stringify(part);
}

/** Saves findings of an open inspection that still has this version; null when it has not. */
export async function saveFindings(
  tx: Tx,
  id: string,
  version: number,
  found: Findings,
): Promise<number | null> {
  const saved = await sql<{ version: number }>`
    update inspections set checks = ${JSON.stringify(found.checks)}::jsonb, cosmetic_grade = ${found.cosmetic_grade},
           functional_grade = ${found.functional_grade}, battery_percent = ${found.battery_percent}, note = ${found.note},
           found_variant_id = case when ${found.found_variant_id !== undefined} then ${found.found_variant_id ?? null} else found_variant_id end,
           accessories = coalesce(${kept(found.accessories)}::jsonb, accessories),
           found_answers = coalesce(${kept(found.found_answers)}::jsonb, found_answers),
           version = version + 1, active_seconds = active_seconds + coalesce(floor(spent.seconds), 0)::int,
           -- What is less than a second waits for the next save, so that typing counts too.
           last_active_at = coalesce(spent.since + floor(spent.seconds) * interval '1 second', ${found.at})
      from (select n.id as of, coalesce(n.last_active_at, n.started_at) as since, gap.seconds
              from inspections n left join lateral (
                select extract(epoch from ${found.at}::timestamptz - coalesce(n.last_active_at, n.started_at)) as seconds
              ) gap on gap.seconds between 0 and ${PAUSE}
             where n.id = ${id}) spent
     where id = spent.of and version = ${version} and state = 'open' returning version`.execute(tx);
  return saved.rows[0]?.version ?? null;
}

export async function completeInspectionRow(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update inspections set state = 'complete', completed_at = ${at}, version = version + 1 where id = ${id}`.execute(
    tx,
  );
}

/** Takes an inspection away that nobody completed. */
export async function dropInspection(tx: Tx, id: string): Promise<void> {
  await sql`delete from inspections where id = ${id} and state = 'open'`.execute(tx);
}

/** Gives an open inspection to somebody else. The time between the two is nobody's work. */
export async function giveInspection(tx: Tx, id: string, to: string, at: Date): Promise<void> {
  await sql`
    update inspections set first_inspector_id = coalesce(first_inspector_id, inspector_id), inspector_id = ${to},
           inspector_ids = array_append(array_remove(inspector_ids, ${to}), ${to}), last_active_at = ${at}, version = version + 1
     where id = ${id} and state = 'open'`.execute(tx);
}

export type SeenBefore = {
  case_id: string;
  reference: string;
  item_id: string;
  item_number: string;
  title: string;
  stage: string;
  status: string;
  at: Date;
  is_open: boolean;
};

/** Other items behind the same physical device, newest first: named view across modules. */
export async function seenBefore(
  reader: Reader,
  unitId: string,
  exceptItemId: string,
): Promise<SeenBefore[]> {
  const found = await sql<SeenBefore>`
    select i.case_id, i.reference, i.id as item_id, i.number as item_number, i.title, i.stage, i.status, i.created_at as at, i.is_open
      from item_cards i where i.unit_id = ${unitId} and i.id <> ${exceptItemId} order by i.created_at desc limit 20`.execute(
    reader,
  );
  return found.rows;
}

export type ItemRow = {
  id: string;
  case_id: string;
  category: 'phone' | 'tablet' | 'laptop' | 'watch';
  variant_id: string | null;
  stage: string;
  status: string;
  unit_id: string | null;
};

/** The item an inspection is about, through the facts view. */
export async function readItem(reader: Reader, itemId: string): Promise<ItemRow | null> {
  const found = await sql<ItemRow>`
    select item_id as id, case_id, category, variant_id, stage, status, unit_id from item_facts where item_id = ${itemId}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}
