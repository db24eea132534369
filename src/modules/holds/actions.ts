/** Holds: why an item may not go on. Several may be open at once; the last one released lets the item go back. */
import { z } from 'zod';
import { actorId, type Ctx } from '../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { after, DAY } from '../../kernel/time.ts';
import type { Reader, Tx } from '../../platform/postgres.ts';
import type { EffectHandler } from '../cases/actions/effects.ts';
import { hasTag } from '../../kernel/workflow.ts';
import { atOf, lockCase, moveItems, type CaseFacts } from '../cases/actions/move.ts';
import { caseIdOfItem } from '../cases/actions/item-facts.ts';
import { workflowOf } from '../cases/rules/workflows.ts';
import { requirePermission } from '../identity/rules.ts';
import { loadShop } from '../identity/shop.ts';
import { readStaff } from '../identity/store/staff.ts';
import { insertHold, readHold, readReason, releaseHolds, type HoldReason, type HoldRow } from './store.ts';

export type OpenHold = {
  readonly reason: HoldReason;
  readonly note: string;
  readonly ownerId?: string | null;
  readonly dueDays?: number;
  /** The rule that asked for it, as it is worded now. */
  readonly rule?: unknown;
};

/** True while an item rests in a hold, whatever for; not while it waits to be sent back. */
export function isHeld(facts: CaseFacts, itemId: string): boolean {
  const row = facts.rows.find((r) => r.item_id === itemId);
  return row?.stage === 'on_hold' && row.status !== 'return';
}

/** True while a device waits to be sent or handed back: only what forbids that can hold it there. */
function waitsToLeave(facts: CaseFacts, itemId: string): boolean {
  const row = facts.rows.find((r) => r.item_id === itemId);
  const workflow = row ? workflowOf(row.workflow_id, row.workflow_version) : null;
  return Boolean(row && workflow?.ok && hasTag(workflow.value, atOf(row), 'send_back_due'));
}

/** Null when a hold may belong to this person, or to nobody. Refuses `owner_unknown`. */
export async function ownerFault(reader: Reader, ownerId: string | null): Promise<Refusal | null> {
  if (ownerId === null) return null;
  const person = await readStaff(reader, ownerId);
  if (person && !person.disabled_at) return null;
  return refuse('owner_unknown', 'There is no such colleague.', 'invalid', { field: 'owner_id' });
}

/**
 * Puts an item on hold, or adds a reason to an item on hold already. Refuses `hold_open_already`, `note_missing`,
 * `reason_unknown`, `owner_unknown`, and what the move says.
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
  const reason = await readReason(tx, input.reason);
  if (!reason?.active)
    return refuse('reason_unknown', 'Holds for this reason are not opened here.', 'invalid', {
      field: 'reason',
    });
  const nobody = await ownerFault(tx, input.ownerId ?? null);
  if (nobody) return nobody;
  const caseId = await caseIdOfItem(tx, itemId);
  if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const id = ctx.newId('hld');
  const stays = isHeld(locked.value, itemId) || (reason.blocks_leaving && waitsToLeave(locked.value, itemId));
  if (!stays) {
    const moved = await moveItems(tx, ctx, {
      caseId,
      move: `hold_${reason.status}`,
      itemIds: [itemId],
      reason: input.note,
      form: 'hold',
      data: { hold_id: id, hold_reason: reason.id },
    });
    if (!moved.ok) return moved;
  }
  const made = await insertHold(tx, {
    id,
    case_id: caseId,
    item_id: itemId,
    reason: reason.id,
    note: input.note.trim(),
    owner_id: input.ownerId ?? null,
    due_at: after(ctx.now, (input.dueDays ?? reason.due_days) * DAY),
    opened_by_kind: ctx.actor.kind,
    opened_by_id: actorId(ctx.actor),
    opened_at: ctx.now,
    step: reason.asks_customer ? 'to_contact' : null,
    rule: input.rule,
  });
  if (!made)
    return refuse('hold_open_already', 'This item is on hold for that reason already.', 'conflict', {
      field: 'reason',
    });
  return ok({ id, caseId });
}

/** An open hold under the lock of its case. Refuses `hold_not_found`, `hold_released`. */
export async function lockHold(
  tx: Tx,
  holdId: string,
): Promise<Outcome<{ hold: HoldRow; facts: CaseFacts }>> {
  const hold = await readHold(tx, holdId);
  if (!hold) return refuse('hold_not_found', 'There is no such hold.', 'not_found');
  const locked = await lockCase(tx, hold.case_id);
  if (!locked.ok) return locked;
  const fresh = await readHold(tx, holdId);
  if (!fresh || fresh.released_at)
    return refuse('hold_released', 'This hold is released already.', 'conflict');
  return ok({ hold: fresh, facts: locked.value });
}

/**
 * Where the shop works with four eyes, whoever asked for a proof, or noted an answer, does not end the hold.
 * Refuses `four_eyes`.
 */
export async function needsOtherEyes(reader: Reader, ctx: Ctx, hold: HoldRow): Promise<Refusal | null> {
  const { settings } = await loadShop(reader);
  const who = actorId(ctx.actor);
  if (!settings.ownership_four_eyes || who === null) return null;
  if (!hold.hands.includes(who)) return null;
  return refuse(
    'four_eyes',
    'You asked for this proof or noted its answer: somebody else has to decide (the shop works with four eyes).',
    'forbidden',
  );
}

/** Ends a hold; true when it was the last one and the item still rests in a hold. The case is locked. */
export async function endHold(
  tx: Tx,
  ctx: Ctx,
  facts: CaseFacts,
  hold: HoldRow,
  note: string | null,
): Promise<boolean> {
  await releaseHolds(
    tx,
    { id: hold.id },
    { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now, note },
  );
  const row = facts.rows.find((r) => r.item_id === hold.item_id);
  return isHeld(facts, hold.item_id) && (row?.open_holds ?? 0) <= 1;
}

/**
 * Releases a hold; the item goes back to where it came from when it was the last. A proof of purchase is released only
 * by whoever may approve one. Refuses `hold_released`, `four_eyes`.
 */
export async function releaseHold(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  note: string | null,
): Promise<Outcome<{ caseId: string; itemId: string }>> {
  const no = requirePermission(ctx.actor, 'hold.release');
  if (no) return no;
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold, facts } = locked.value;
  if (hold.reason === 'proof_of_purchase' || hold.reason === 'legal') {
    const may = requirePermission(ctx.actor, 'ownership.approve');
    if (may) return may;
  }
  if (hold.reason === 'proof_of_purchase') {
    const others = await needsOtherEyes(tx, ctx, hold);
    if (others) return others;
  }
  if (await endHold(tx, ctx, facts, hold, note)) {
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
