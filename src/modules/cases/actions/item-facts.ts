/** Facts of an item that higher modules find out. Callers hold the lock on the case (lockCase). */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import { planUnit, type UnitNumbers } from '../rules/units.ts';
import { caseOfItem, findCaseId, setItemPrice, setItemUnit } from '../store/cases.ts';
import { insertUnit, lockKnownUnits, settleUnit } from '../store/units.ts';

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

/**
 * Ties an item to its physical device, found by either IMEI or the serial number, or made; gives the unit with all
 * numbers that are known of it. Refuses `unit_numbers_conflict`.
 */
export async function identifyItem(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  found: UnitNumbers & { readonly variantId: string | null },
): Promise<Outcome<UnitNumbers & { id: string }>> {
  const { variantId, ...read } = found;
  const plan = planUnit(read, await lockKnownUnits(tx, read, itemId));
  if (!plan.ok) return plan;
  const id = plan.value?.keep ?? ctx.newId('unt');
  if (plan.value) await settleUnit(tx, plan.value, variantId);
  else await insertUnit(tx, { id, ...read, model_id: null, variant_id: variantId, created_at: ctx.now });
  await setItemUnit(tx, itemId, id);
  return ok({ id, ...(plan.value?.numbers ?? read) });
}
