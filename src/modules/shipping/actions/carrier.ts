/** What happens on the way: the kit that is prepared, and what the carrier (or staff for it) reports. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { EffectHandler } from '../../cases/actions/effects.ts';
import { lockCase, moveItems } from '../../cases/actions/move.ts';
import { requirePermission } from '../../identity/rules.ts';
import { inboundParcel, insertParcel, insertScan, updateParcel, type ParcelRow } from '../store.ts';

/** Effect `shipping.prepare_kit`: the inbound parcel the customer will pack; its kit is drawn when somebody opens it. */
export const prepareKit: EffectHandler = async (tx, ctx, event) => {
  const known = await inboundParcel(tx, event.caseId);
  if (known?.state === 'prepared') return ok(null);
  await insertParcel(
    tx,
    {
      id: ctx.newId('pcl'),
      case_id: event.caseId,
      direction: 'inbound',
      kind: 'kit',
      carrier: null,
      tracking_number: null,
      state: 'prepared',
      created_at: ctx.now,
    },
    event.items.map((i) => i.id),
  );
  return ok(null);
};

export type CarrierEvent = {
  readonly kind: 'accepted' | 'moving' | 'delivered' | 'exception';
  readonly trackingNumber?: string | null;
  readonly carrier?: string | null;
  readonly place?: string | null;
  readonly at?: Date;
};

const MOVE_OF = {
  accepted: 'carrier_scan',
  moving: 'carrier_scan',
  delivered: 'carrier_delivered',
  exception: 'delay',
} as const;
const STATE_OF = {
  accepted: 'moving',
  moving: 'moving',
  delivered: 'delivered',
  exception: 'delayed',
} as const;
const BEFORE = {
  carrier_scan: ['leads/new', 'leads/active', 'leads/abandoned', 'in_transit/delayed'],
  carrier_delivered: ['leads/active', 'in_transit/moving', 'in_transit/delayed'],
  delay: ['in_transit/moving', 'in_transit/delivered'],
} as const;

async function inboundOrNew(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  itemIds: readonly string[],
): Promise<ParcelRow | null> {
  const known = await inboundParcel(tx, caseId);
  if (known) return known;
  await insertParcel(
    tx,
    {
      id: ctx.newId('pcl'),
      case_id: caseId,
      direction: 'inbound',
      kind: 'custom_label',
      carrier: null,
      tracking_number: null,
      state: 'prepared',
      created_at: ctx.now,
    },
    itemIds,
  );
  return await inboundParcel(tx, caseId);
}

/**
 * Takes a carrier's report on the inbound parcel and moves the items that are still before it. Late and doubled
 * reports change nothing. Refuses `case_not_found`, `not_by_mail`, `tracking_malformed`.
 */
export async function recordCarrierEvent(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  event: CarrierEvent,
): Promise<Outcome<{ moved: number }>> {
  if (ctx.actor.kind !== 'carrier') {
    const no = requirePermission(ctx.actor, 'parcel.receive');
    if (no) return no;
  }
  const tracking = event.trackingNumber?.trim() || null;
  if (tracking && !/^[A-Za-z0-9-]{4,40}$/.test(tracking))
    return refuse('tracking_malformed', 'A tracking number has 4 to 40 letters and digits.', 'invalid', {
      field: 'tracking_number',
    });
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  if (locked.value.rows[0]?.channel !== 'mail_in')
    return refuse('not_by_mail', 'This case does not come by mail.', 'conflict');
  const parcel = await inboundOrNew(
    tx,
    ctx,
    caseId,
    locked.value.rows.map((r) => r.item_id),
  );
  if (!parcel) return refuse('parcel_not_found', 'There is no parcel.', 'not_found');
  const fresh = await insertScan(tx, {
    id: ctx.newId('scn'),
    case_id: caseId,
    parcel_id: parcel.id,
    kind: event.kind,
    place: event.place ?? null,
    source: ctx.actor.kind === 'carrier' ? 'carrier' : 'staff',
    at: event.at ?? ctx.now,
  });
  if (!fresh) return ok({ moved: 0 });
  const move = MOVE_OF[event.kind];
  const before: readonly string[] = BEFORE[move];
  const itemIds = locked.value.rows
    .filter((r) => before.includes(`${r.stage}/${r.status}`))
    .map((r) => r.item_id);
  await updateParcel(tx, parcel.id, {
    ...(parcel.state === 'received' ? {} : { state: STATE_OF[event.kind] }),
    tracking_number: tracking,
    carrier: event.carrier ?? null,
  });
  if (itemIds.length === 0) return ok({ moved: 0 });
  const moved = await moveItems(tx, ctx, {
    caseId,
    move,
    itemIds,
    reason: move === 'delay' ? (event.place ?? 'carrier reports trouble') : null,
    data: { tracking_number: tracking },
  });
  return moved.ok ? ok({ moved: itemIds.length }) : moved;
}
