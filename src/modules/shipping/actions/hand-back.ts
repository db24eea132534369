/** Sending devices back: one parcel for all of them with a carrier and number, or over the counter with a signature. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase, moveItems } from '../../cases/actions/move.ts';
import { requirePermission } from '../../identity/rules.ts';
import { insertParcel, insertScan } from '../store.ts';

export type HandBack = {
  readonly itemIds: readonly string[];
  readonly kind: 'hand_over' | 'custom_label';
  readonly signedBy?: string | null;
  readonly carrier?: string | null;
  readonly trackingNumber?: string | null;
};

function check(input: HandBack): Outcome<null> {
  if (input.itemIds.length === 0)
    return refuse('no_items', 'Choose the devices that go back.', 'invalid', { field: 'item_ids' });
  if (input.kind === 'hand_over' && !input.signedBy?.trim())
    return refuse('signature_missing', 'Write who signed for the device.', 'invalid', { field: 'signed_by' });
  if (input.kind === 'custom_label' && !input.carrier?.trim())
    return refuse('carrier_missing', 'Name the carrier.', 'invalid', { field: 'carrier' });
  if (input.kind === 'custom_label' && !/^[A-Za-z0-9-]{4,40}$/.test(input.trackingNumber?.trim() ?? ''))
    return refuse('tracking_malformed', 'A tracking number has 4 to 40 letters and digits.', 'invalid', {
      field: 'tracking_number',
    });
  return ok(null);
}

/**
 * Records how devices left us and moves them to Returned, all in one parcel. Refuses `signature_missing`,
 * `carrier_missing`, `tracking_malformed`, and what the move says.
 */
export async function handBack(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  input: HandBack,
): Promise<Outcome<{ parcelId: string }>> {
  const no = requirePermission(ctx.actor, 'parcel.receive');
  if (no) return no;
  const checked = check(input);
  if (!checked.ok) return checked;
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const strange = input.itemIds.find((id) => !locked.value.rows.some((r) => r.item_id === id));
  if (strange)
    return refuse('item_not_in_case', `${strange} is no item of this case.`, 'not_found', {
      field: 'item_ids',
    });
  const parcelId = ctx.newId('pcl');
  await insertParcel(
    tx,
    {
      id: parcelId,
      case_id: caseId,
      direction: 'outbound',
      kind: input.kind,
      carrier: input.carrier?.trim() || null,
      tracking_number: input.trackingNumber?.trim() || null,
      state: input.kind === 'hand_over' ? 'handed_over' : 'moving',
      signed_by: input.signedBy?.trim() || null,
      created_at: ctx.now,
    },
    input.itemIds,
  );
  await insertScan(tx, {
    id: ctx.newId('scn'),
    case_id: caseId,
    parcel_id: parcelId,
    kind: input.kind === 'hand_over' ? 'handed_over' : 'accepted',
    place: null,
    source: 'staff',
    at: ctx.now,
  });
  const moved = await moveItems(tx, ctx, {
    caseId,
    move: 'returned',
    itemIds: input.itemIds,
    form: 'hand_back',
    data: {
      parcel_id: parcelId,
      kind: input.kind,
      carrier: input.carrier ?? null,
      tracking_number: input.trackingNumber ?? null,
    },
  });
  return moved.ok ? ok({ parcelId }) : moved;
}
