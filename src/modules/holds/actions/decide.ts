/** Approving and rejecting a proof of purchase (source text 001; workflows.md, part C, step 5). */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { runEffects } from '../../cases/actions/effects.ts';
import { atOf, moveItems } from '../../cases/actions/move.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { requirePermission } from '../../identity/rules.ts';
import { endHold, lockHold, needsOtherEyes, openHold } from '../actions.ts';
import { changeHold, type HoldRow } from '../store.ts';
import { askCustomer, type OfCase } from './conversation.ts';

const of = (hold: HoldRow): OfCase => ({ caseId: hold.case_id, itemId: hold.item_id });

/** Who may decide: the permission, and, where the shop wants four eyes, not who asked. */
async function mayDecide(tx: Tx, ctx: Ctx, hold: HoldRow) {
  if (hold.reason !== 'proof_of_purchase')
    return refuse('not_a_proof', 'Only a proof of purchase is approved or rejected.', 'conflict');
  return await needsOtherEyes(tx, ctx, hold);
}

/**
 * Approves: “Approved” on the timeline, back to pre-check, a line in the team's chat. Refuses `permission_missing`,
 * `four_eyes`, `hold_released` (somebody was faster), `not_a_proof`, `not_answered`: what nobody has shown is not approved.
 */
export async function approveOwnership(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  input: { note?: string | null } = {},
): Promise<Outcome<OfCase>> {
  const no = requirePermission(ctx.actor, 'ownership.approve');
  if (no) return no;
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold, facts } = locked.value;
  const may = await mayDecide(tx, ctx, hold);
  if (may) return may;
  if (hold.step !== 'answered')
    return refuse(
      'not_answered',
      'There is no answer yet. Note what the customer showed or sent, then approve; or release the hold.',
      'conflict',
    );
  await changeHold(tx, hold.id, {
    step: 'approved',
    decided_at: ctx.now,
    decided_by_id: actorId(ctx.actor),
  });
  const note = input.note?.trim();
  await leaveNote(tx, ctx, hold.case_id, {
    body: note ? `Approved: ${note}` : 'Approved',
    visibility: 'internal',
    itemId: hold.item_id,
  });
  const wasLast = await endHold(tx, ctx, facts, hold, 'Approved');
  if (wasLast) {
    const moved = await moveItems(tx, ctx, {
      caseId: hold.case_id,
      move: 'approve_ownership',
      itemIds: [hold.item_id],
      form: 'approve_ownership',
      data: { hold_id: hold.id },
    });
    return moved.ok ? ok(of(hold)) : moved;
  }
  // Another hold still keeps it: the colleagues hear of the approval all the same.
  const row = facts.rows.find((r) => r.item_id === hold.item_id);
  if (!row) return ok(of(hold));
  const at = atOf(row);
  const items = [{ id: hold.item_id, from: at, to: at, seq: row.seq }];
  const event = {
    caseId: hold.case_id,
    items,
    move: 'approve_ownership',
    reason: null,
    data: { hold_id: hold.id },
  };
  const told = await runEffects(tx, ctx, [{ effect: 'chat.ownership_approved', event }]);
  return told.ok ? ok(of(hold)) : told;
}

export type Rejection = {
  readonly reason: string;
  readonly then: 'ask_again' | 'send_back' | 'legal';
};

/**
 * Rejects what was sent: ask once more, send the device back, or keep it for the law (a device reported stolen is
 * neither paid nor sent back). Refuses as approving does, and `reason_missing`.
 */
export async function rejectOwnership(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  input: Rejection,
): Promise<Outcome<OfCase>> {
  const no = requirePermission(ctx.actor, 'ownership.approve');
  if (no) return no;
  const reason = input.reason.trim();
  if (!reason) return refuse('reason_missing', 'Say why it is rejected.', 'invalid', { field: 'reason' });
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold, facts } = locked.value;
  const may = await mayDecide(tx, ctx, hold);
  if (may) return may;
  await changeHold(tx, hold.id, {
    step: 'rejected',
    decided_at: ctx.now,
    decided_by_id: actorId(ctx.actor),
    rejection: reason.slice(0, 1000),
  });
  await leaveNote(tx, ctx, hold.case_id, {
    body: `Rejected: ${reason}`,
    visibility: 'internal',
    itemId: hold.item_id,
  });
  if (input.then === 'ask_again') return await askCustomer(tx, ctx, holdId, { note: reason });
  if (input.then === 'legal') {
    const legal = await openHold(tx, ctx, hold.item_id, { reason: 'legal', note: reason });
    if (!legal.ok) return legal;
    await endHold(tx, ctx, facts, hold, reason);
    return ok(of(hold));
  }
  const moved = await moveItems(tx, ctx, {
    caseId: hold.case_id,
    move: 'refuse_device',
    itemIds: [hold.item_id],
    reason,
    form: 'refuse_device',
    data: { hold_id: hold.id },
  });
  return moved.ok ? ok(of(hold)) : moved;
}
