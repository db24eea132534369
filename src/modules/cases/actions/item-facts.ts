/** Facts of an item that higher modules find out. Callers hold the lock on the case (lockCase). */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { caseOfItem, findCaseId, setItemPrice, setItemUnit, upsertUnit } from '../store/cases.ts';

/** The case an item belongs to, or null. */
export async function caseIdOfItem(reader: Reader, itemId: string): Promise<string | null> {
  return await caseOfItem(reader, itemId);
}

/** A case's id from its id or its reference in any spelling, or null. */
export async function resolveCase(reader: Reader, idOrReference: string): Promise<string | null> {
  return await findCaseId(reader, idOrReference.trim().replace(/[\s]/g, ''));
}

/** Sets what we owe for an item if nothing else is found; null while a manual quote is awaited. */
export async function agreePrice(tx: Tx, itemId: string, priceMinor: number | null): Promise<void> {
  await setItemPrice(tx, itemId, priceMinor);
}

/** Ties an item to its physical device, found by number or made; gives the unit's id. */
export async function identifyItem(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  found: { imei: string | null; imei2: string | null; serial: string | null; variantId: string | null },
): Promise<string> {
  const unitId = await upsertUnit(tx, {
    id: ctx.newId('unt'),
    imei: found.imei,
    imei2: found.imei2,
    serial: found.serial,
    model_id: null,
    variant_id: found.variantId,
    created_at: ctx.now,
  });
  await setItemUnit(tx, itemId, unitId);
  return unitId;
}
