/** SQL of physical devices. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres.ts';
import type { KnownUnit, UnitNumbers, UnitPlan } from '../rules/units.ts';
import type { UnitTable } from './cases.ts';

/** Waits for everybody who is at the same numbers, so that no two of them make the device twice. */
async function lockNumbers(tx: Tx, numbers: readonly string[]): Promise<void> {
  for (const number of numbers.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`unit ${number}`}, 0))`.execute(tx);
}

/** Units that share a number with these, oldest first, locked; `others` counts the items on them but this one. */
export async function lockKnownUnits(tx: Tx, read: UnitNumbers, itemId: string): Promise<KnownUnit[]> {
  const imeis = [read.imei, read.imei2].filter((one) => one !== null);
  const serial = read.serial?.toUpperCase() ?? null;
  await lockNumbers(tx, serial ? [...imeis, serial] : imeis);
  await sql`
    select id from units where imei = any(${imeis}::text[]) or imei2 = any(${imeis}::text[]) or upper(serial) = ${serial}
     order by id for update`.execute(tx);
  const found = await sql<KnownUnit>`
    select u.id, u.imei, u.imei2, u.serial,
           (select count(*)::int from items i where i.unit_id = u.id and i.id <> ${itemId}) as others
      from units u
     where u.imei = any(${imeis}::text[]) or u.imei2 = any(${imeis}::text[]) or upper(u.serial) = ${serial}
     order by (u.imei is null), u.created_at, u.id`.execute(tx);
  return found.rows;
}

export async function insertUnit(tx: Tx, unit: UnitTable): Promise<void> {
  await tx.insertInto('units').values(unit).execute();
}

/** Writes what is known of a device now; units that turned out to be the same one hand their items over and go. */
export async function settleUnit(tx: Tx, plan: UnitPlan, variantId: string | null): Promise<void> {
  if (plan.same.length > 0) {
    const same = [...plan.same];
    await sql`update items set unit_id = ${plan.keep} where unit_id = any(${same}::text[])`.execute(tx);
    await sql`delete from units where id = any(${same}::text[])`.execute(tx);
  }
  const { imei, imei2, serial } = plan.numbers;
  await sql`
    update units set imei = ${imei}, imei2 = ${imei2}, serial = ${serial}, variant_id = coalesce(variant_id, ${variantId})
     where id = ${plan.keep}`.execute(tx);
}
