/** Which physical device this is: IMEI or serial, and where it was seen before. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { identifyItem } from '../../cases/actions/item-facts.ts';
import { requirePermission } from '../../identity/rules.ts';
import { readImei, readSerial } from '../rules/numbers.ts';
import { readItem, seenBefore, type SeenBefore } from '../store.ts';
import { runPreCheck } from './pre-check.ts';

export type IdentityInput = { imei?: string | null; imei2?: string | null; serial?: string | null };
export type Identity = {
  unit: { id: string; imei: string | null; imei2: string | null; serial: string | null };
  seen_before: SeenBefore[];
  computed: boolean;
};

function given(text: string | null | undefined): string | null {
  return text?.trim() ? text : null;
}

function readNumbers(
  input: IdentityInput,
): Outcome<{ imei: string | null; imei2: string | null; serial: string | null; computed: boolean }> {
  const texts = { imei: given(input.imei), imei2: given(input.imei2), serial: given(input.serial) };
  if (!texts.imei && !texts.serial)
    return refuse('identity_missing', 'Enter an IMEI or a serial number.', 'invalid', { field: 'imei' });
  const imei = texts.imei ? readImei(texts.imei, 'imei') : null;
  if (imei && !imei.ok) return imei;
  const imei2 = texts.imei2 ? readImei(texts.imei2, 'imei2') : null;
  if (imei2 && !imei2.ok) return imei2;
  const serial = texts.serial ? readSerial(texts.serial) : null;
  if (serial && !serial.ok) return serial;
  if (imei && imei2 && imei.value.imei === imei2.value.imei)
    return refuse('imei_twice', 'Both IMEIs are the same; leave the second one empty.', 'invalid', {
      field: 'imei2',
    });
  return ok({
    imei: imei?.value.imei ?? null,
    imei2: imei2?.value.imei ?? null,
    serial: serial?.value ?? null,
    computed: imei?.value.from === 'computed' || imei?.value.from === 'imeisv',
  });
}

/**
 * Records the device's numbers on an item that is in our hands, and checks what can be told from them. Refuses `imei_*`, `serial_malformed`,
 * `unit_numbers_conflict`, `item_not_here`. A device seen before is reported, not refused: the move out of pre-check looks at it.
 */
export async function recordIdentity(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: IdentityInput,
): Promise<Outcome<Identity>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const numbers = readNumbers(input);
  if (!numbers.ok) return numbers;
  const item = await readItem(tx, itemId);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, item.case_id);
  if (!locked.ok) return locked;
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  if (!row || !['being_inspected', 'on_hold'].includes(row.stage))
    return refuse('item_not_here', 'The device’s number is recorded while it is on the bench.', 'conflict');
  const { computed, ...read } = numbers.value;
  const unit = await identifyItem(tx, ctx, itemId, { ...read, variantId: item.variant_id });
  if (!unit.ok) return unit;
  const checked = await runPreCheck(tx, ctx, itemId);
  if (!checked.ok) return checked;
  return ok({ unit: unit.value, seen_before: await seenBefore(tx, unit.value.id, itemId), computed });
}
