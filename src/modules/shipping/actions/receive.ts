/** The receiving bench: parcel, then each device with its outcome; and parcels nobody can match. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase, moveItems } from '../../cases/actions/move.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { storeFault } from '../../identity/actions/settings.ts';
import { requirePermission } from '../../identity/rules.ts';
import {
  casesByCode,
  closeUnmatched,
  inboundParcel,
  insertParcel,
  insertScan,
  insertUnmatched,
  readUnmatched,
  recordOutcome,
  updateParcel,
} from '../store.ts';

export type ItemOutcome = 'ok' | 'missing' | 'wrong' | 'empty' | 'damaged';
export type Received = {
  readonly trackingNumber?: string | null;
  readonly weightGrams?: number | null;
  readonly items: readonly { itemId: string; outcome: ItemOutcome; note?: string | null }[];
  readonly unexpected?: readonly { description: string }[];
};

/**
 * Receives devices of a case: parcel and outcome per item, items to pre-check (or, after a cancellation, to be sent
 * back). The move's effect holds whatever is not ok. Refuses `no_items`, `item_not_in_case` and what the move says.
 */
export async function receive(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  input: Received,
): Promise<Outcome<{ received: number }>> {
  const no = requirePermission(ctx.actor, 'parcel.receive');
  if (no) return no;
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const itemIds = input.items.map((i) => i.itemId);
  const moved = await moveItems(tx, ctx, {
    caseId,
    move: 'receive',
    itemIds,
    form: 'receive',
    data: {
      outcomes: Object.fromEntries(
        input.items.map((i) => [i.itemId, { outcome: i.outcome, note: i.note?.trim() || null }]),
      ),
    },
  });
  if (!moved.ok) return moved;
  const parcelId = await inboundParcelId(tx, ctx, caseId, input, itemIds);
  for (const item of input.items) await recordOutcome(tx, parcelId, caseId, item.itemId, item.outcome);
  for (const extra of input.unexpected ?? [])
    await leaveNote(tx, ctx, caseId, {
      body: `Unexpected in the parcel: ${extra.description.slice(0, 500)}`,
      visibility: 'internal',
    });
  return ok({ received: itemIds.length });
}

async function inboundParcelId(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  input: Received,
  itemIds: readonly string[],
): Promise<string> {
  const known = await inboundParcel(tx, caseId);
  const id = known && known.state !== 'received' ? known.id : ctx.newId('pcl');
  const tracking = input.trackingNumber?.trim() || null;
  if (id === known?.id)
    await updateParcel(tx, id, {
      state: 'received',
      tracking_number: tracking,
      weight_grams: input.weightGrams ?? null,
    });
  else
    await insertParcel(
      tx,
      {
        id,
        case_id: caseId,
        direction: 'inbound',
        kind: 'custom_label',
        carrier: null,
        tracking_number: tracking,
        state: 'received',
        weight_grams: input.weightGrams ?? null,
        created_at: ctx.now,
      },
      itemIds,
    );
  await insertScan(tx, {
    id: ctx.newId('scn'),
    case_id: caseId,
    parcel_id: id,
    kind: 'received_by_us',
    place: null,
    source: 'staff',
    at: ctx.now,
  });
  return id;
}

export type Resolved = {
  case_id: string | null;
  item_id: string | null;
  candidates: { case_id: string; reference: string; item_id: string | null; by: string }[];
};

/** Finds the case a scanned or typed code means; several candidates are given back for a person to choose. */
export async function resolveCode(tx: Tx, ctx: Ctx, code: string): Promise<Outcome<Resolved>> {
  const no = requirePermission(ctx.actor, 'case.view');
  if (no) return no;
  if (code.trim().length < 3 || code.length > 100)
    return refuse('code_malformed', 'Scan or type at least three characters.', 'invalid', { field: 'code' });
  const candidates = await casesByCode(tx, code);
  const cases = new Set(candidates.map((c) => c.case_id));
  const only = cases.size === 1 ? candidates[0] : undefined;
  return ok({ case_id: only?.case_id ?? null, item_id: only?.item_id ?? null, candidates });
}

export type Unmatched = {
  trackingNumber?: string | null;
  sender?: string | null;
  note: string;
  locationId?: string | null;
};

/** Puts a parcel nobody can match on the list, so that it is never lost. */
export async function recordUnmatched(tx: Tx, ctx: Ctx, input: Unmatched): Promise<Outcome<{ id: string }>> {
  const no = requirePermission(ctx.actor, 'parcel.receive');
  if (no) return no;
  if (!input.note.trim())
    return refuse('note_missing', 'Describe the parcel and what is in it.', 'invalid', { field: 'note' });
  const nowhere = await storeFault(tx, input.locationId);
  if (nowhere) return nowhere;
  const id = ctx.newId('unm');
  await insertUnmatched(tx, {
    id,
    location_id: input.locationId ?? null,
    tracking_number: input.trackingNumber?.trim() || null,
    sender: input.sender?.trim() || null,
    note: input.note.trim(),
    state: 'open',
    case_id: null,
    received_by: actorId(ctx.actor),
    received_at: ctx.now,
  });
  return ok({ id });
}

/** Ties an unmatched parcel to the case it turned out to belong to. Refuses `unmatched_closed`, `case_not_found`. */
export async function matchParcel(
  tx: Tx,
  ctx: Ctx,
  id: string,
  caseId: string,
): Promise<Outcome<{ caseId: string }>> {
  const no = requirePermission(ctx.actor, 'parcel.receive');
  if (no) return no;
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const parcel = await readUnmatched(tx, id);
  if (!parcel) return refuse('unmatched_not_found', 'There is no such parcel.', 'not_found');
  if (parcel.state !== 'open')
    return refuse('unmatched_closed', 'This parcel has been dealt with already.', 'conflict');
  await closeUnmatched(tx, id, 'matched', caseId);
  await leaveNote(tx, ctx, caseId, {
    body: `Unmatched parcel found to be of this case: ${parcel.note}`,
    visibility: 'internal',
  });
  return ok({ caseId });
}
