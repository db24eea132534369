/** SQL of the unit page: the whole life of one device. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { Blocked } from '../rules/pre-check.ts';
import type { CheckRow } from './pre-check.ts';

export type UnitRow = {
  id: string;
  imei: string | null;
  imei2: string | null;
  serial: string | null;
  title: string | null;
  category: string | null;
};

export type UnitLife = {
  item_id: string;
  item_number: string;
  case_id: string;
  reference: string;
  case_kind: 'offer' | 'return';
  title: string;
  stage: string;
  status: string;
  is_open: boolean;
  price_minor: number | null;
  currency: string;
  created_at: Date;
  entered_at: Date;
  customer_name: string | null;
};

/** A device and what it was called last, or null. */
export async function readUnit(reader: Reader, id: string): Promise<UnitRow | null> {
  const found = await sql<UnitRow>`
    select s.unit_id as id, s.imei, s.imei2, s.serial, s.title, s.category from device_subjects s
     where s.unit_id = ${id} order by s.created_at desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}

/** Every item that was this device, newest first. */
export async function unitLives(reader: Reader, id: string): Promise<UnitLife[]> {
  const found = await sql<UnitLife>`
    select l.item_id, l.item_number, l.case_id, l.reference, l.case_kind, l.title, l.stage, l.status, l.is_open, l.price_minor,
           l.currency, l.created_at, l.entered_at, c.customer_name
      from unit_lives l left join item_cards c on c.id = l.item_id
     where l.unit_id = ${id} order by l.created_at desc limit 200`.execute(reader);
  return found.rows;
}

/** The evidence about it, newest first. */
export async function unitChecks(reader: Reader, id: string): Promise<CheckRow[]> {
  const found = await sql<CheckRow>`
    select * from device_check_log where unit_id = ${id} order by asked_at desc, written desc limit 200`.execute(
    reader,
  );
  return found.rows;
}

/** Its entries on the block list, those taken off too. */
export async function unitBlocks(
  reader: Reader,
  id: string,
): Promise<(Blocked & { added_at: Date; removed_at: Date | null })[]> {
  const found = await sql<Blocked & { added_at: Date; removed_at: Date | null }>`
    select b.id, b.number, b.reason, b.added_at, b.removed_at from blocked_devices b
      join unit_numbers n on n.kind = b.kind and n.number = b.number
     where n.unit_id = ${id} order by b.added_at desc`.execute(reader);
  return found.rows;
}
