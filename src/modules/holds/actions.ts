/** Holds: why an item may not go on. Several may be open at once; the last one released lets the item go back. */
import { z } from 'zod';
import { actorId, type Ctx } from '../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { after, DAY } from '../../kernel/time.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { EffectHandler } from '../cases/actions/effects.ts';
import { lockCase, moveItems } from '../cases/actions/move.ts';
import { caseIdOfItem } from '../cases/actions/item-facts.ts';
import { requirePermission } from '../identity/rules.ts';
import { insertHold, readHold, releaseHolds, type HoldReason } from './store.ts';

export type OpenHold = {
  reason: Exclude<HoldReason, 'legal'>;
  note: string;
  ownerId?: string | null;
  dueDays?: number;
};

const DUE_DAYS: Readonly<Record<HoldReason, number>> = {
  general: 2,
  activation_lock: 7,
  proof_of_purchase: 7,
  legal: 28,
};

/**
 * Puts an item on hold, or adds a reason to an item on hold already. Refuses `hold_open_already`, `note_missing`,
 * and what the move says.
 */
export async function openHold(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: OpenHold,
): Promise<Outcome<{ id: string; caseId: string }>> {
  const no = ctx.actor.kind === 'staff' ? requirePermission(ctx.actor, 'hold.open') : null;
  if (no) return no;
  if (!input.note.trim())
    return refuse('note_missing', 'Say why the item is on hold.', 'invalid', { field: 'note' });
  const caseId = await caseIdOfItem(tx, itemId);
  if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  const id = ctx.newId('hld');
  const alreadyHeld = row?.stage === 'on_hold' && row.status !== 'return';
  if (!alreadyHeld) {
    const moved = await moveItems(tx, ctx, {
      caseId,
      move: `hold_${input.reason}`,
      itemIds: [itemId],
      reason: input.note,
      form: 'hold',
      data: { hold_id: id },
    });
    if (!moved.ok) return moved;
  }
  const made = await insertHold(tx, {
    id,
    case_id: caseId,
    item_id: itemId,
    reason: input.reason,
    note: input.note.trim(),
    owner_id: input.ownerId ?? null,
    due_at: after(ctx.now, (input.dueDays ?? DUE_DAYS[input.reason] ?? 2) * DAY),
    opened_by_kind: ctx.actor.kind,
    opened_by_id: actorId(ctx.actor),
    opened_at: ctx.now,
  });
  if (!made)
    return refuse('hold_open_already', 'This item is on hold for that reason already.', 'conflict', {
      field: 'reason',
    });
  return ok({ id, caseId });
}

/** Releases a hold; the item goes back to where it came from when it was the last. Refuses `hold_released`, `legal_hold`. */
export async function releaseHold(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  note: string | null,
): Promise<Outcome<{ caseId: string; itemId: string }>> {
  const no = requirePermission(ctx.actor, 'hold.release');
  if (no) return no;
  const hold = await readHold(tx, holdId);
  if (!hold) return refuse('hold_not_found', 'There is no such hold.', 'not_found');
  const locked = await lockCase(tx, hold.case_id);
  if (!locked.ok) return locked;
  const fresh = await readHold(tx, holdId);
  if (!fresh || fresh.released_at)
    return refuse('hold_released', 'This hold is released already.', 'conflict');
  if (hold.reason === 'proof_of_purchase') {
    const may = requirePermission(ctx.actor, 'ownership.approve');
    if (may) return may;
  }
  await releaseHolds(tx, { id: holdId }, { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now, note });
  const row = locked.value.rows.find((r) => r.item_id === hold.item_id);
  const inHold = row?.stage === 'on_hold' && row.status !== 'return';
  if (row && inHold && row.open_holds <= 1) {
    const moved = await moveItems(tx, ctx, {
      caseId: hold.case_id,
      move: 'release',
      itemIds: [hold.item_id],
      reason: note,
      form: 'release_hold',
      data: { hold_id: holdId },
    });
    if (!moved.ok) return moved;
  }
  return ok({ caseId: hold.case_id, itemId: hold.item_id });
}

/** Effect `hold.close_all`: a device on its way back has no open holds any more. */
export const closeAllHolds: EffectHandler = async (tx, ctx, event) => {
  await releaseHolds(
    tx,
    { itemIds: event.items.map((i) => i.id) },
    { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now, note: event.reason },
  );
  return ok(null);
};

/** Effect `hold.open_general`: silence on a revised offer, where the shop chose to hold. */
export const openGeneralHold: EffectHandler = async (tx, ctx, event) => {
  for (const item of event.items)
    await insertHold(tx, {
      id: ctx.newId('hld'),
      case_id: event.caseId,
      item_id: item.id,
      reason: 'general',
      note: 'No answer to the revised offer',
      owner_id: null,
      due_at: after(ctx.now, 2 * DAY),
      opened_by_kind: ctx.actor.kind,
      opened_by_id: actorId(ctx.actor),
      opened_at: ctx.now,
    });
  return ok(null);
};

const RECEIVING: Readonly<Record<string, string>> = {
  missing: 'Not in the parcel',
  wrong: 'Another device than announced',
  empty: 'The parcel was empty',
  damaged: 'Damaged on the way',
};

/** Effect `hold.receiving_problem`: whatever arrived otherwise than announced is held at once (workflows.md, receive). */
export const holdReceivingProblems: EffectHandler = async (tx, ctx, event) => {
  const outcomes = z
    .record(z.string(), z.object({ outcome: z.string(), note: z.string().nullable() }))
    .safeParse(event.data['outcomes']);
  if (!outcomes.success) return ok(null);
  for (const item of event.items) {
    const found = outcomes.data[item.id];
    const words = found ? RECEIVING[found.outcome] : undefined;
    if (!words) continue;
    const held = await openHold(tx, ctx, item.id, {
      reason: 'general',
      note: [words, found?.note].filter(Boolean).join(': '),
    });
    if (!held.ok) return held;
  }
  return ok(null);
};
