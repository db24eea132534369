/** Finance's work on one payout: release, submit, paid, failed. Each locks the case, looks, writes and moves the items. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { moveItems } from '../../cases/actions/move.ts';
import { loadShop } from '../../identity/shop.ts';
import {
  goesOutside,
  mayLeaveReady,
  mustBeAbleTo,
  needsRelease,
  ownReference,
  payoutName,
  releaseLimit,
  settlesItself,
  type Instruction,
} from '../rules/payouts.ts';
import { PAYOUT } from '../rules/postings.ts';
import { insertBookings } from '../store/ledger.ts';
import {
  itemsOfPayout,
  lockPayout,
  releasePayoutRow,
  updatePayout,
  type PayoutRow,
} from '../store/payouts.ts';
import { book } from './book.ts';

/** What a screen is told after an act on a payout. */
export type Settled = { readonly id: string; readonly caseId: string; readonly state: PayoutRow['state'] };

export function instructionOf(row: PayoutRow): Instruction {
  return {
    number: row.number,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    amountMinor: row.amount_minor,
    currency: row.currency,
    notBefore: row.not_before,
    releasedBy: row.released_by,
  };
}

export function noSuchPayout(): Refusal {
  return refuse('payout_not_found', 'There is no such payout.', 'not_found');
}

function changedMeanwhile(row: PayoutRow): Refusal {
  return refuse(
    'payout_changed',
    `Payout ${payoutName(row)} was changed by somebody else just now.`,
    'stale',
  );
}

async function limitOf(tx: Tx): Promise<number | null> {
  return releaseLimit((await loadShop(tx)).settings);
}

/** The person who took a payout out of `ready`; null for the machine. */
function takerOf(ctx: Ctx): string | null {
  return ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null;
}

async function moveAll(
  tx: Tx,
  ctx: Ctx,
  row: PayoutRow,
  move: string,
  data: Record<string, unknown>,
  reason?: string,
): Promise<Outcome<null>> {
  const itemIds = await itemsOfPayout(tx, row.id);
  const moved = await moveItems(tx, ctx, {
    caseId: row.case_id,
    move,
    itemIds,
    form: 'payout',
    reason: reason ?? null,
    data: { payout_id: row.id, payout: payoutName(row), ...data },
  });
  return moved.ok ? ok(null) : moved;
}

/**
 * Lets a payout above the shop's limit go, so that somebody else may send it. Needs `payout.submit`. Refuses
 * `payout_not_found`, `payout_not_ready`, `release_not_needed`; a second release by another person replaces nothing.
 */
export async function releasePayout(tx: Tx, ctx: Ctx, payoutId: string): Promise<Outcome<Settled>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.submit');
  if (!may.ok) return may;
  if (ctx.actor.kind !== 'staff')
    return refuse('staff_only', 'Only a person can release a payout.', 'forbidden');
  const row = await lockPayout(tx, payoutId);
  if (!row) return noSuchPayout();
  if (row.state !== 'ready')
    return refuse('payout_not_ready', `Payout ${payoutName(row)} is ${row.state} already.`, 'conflict', {
      more: { state: row.state },
    });
  if (!needsRelease(row.amount_minor, await limitOf(tx)))
    return refuse('release_not_needed', 'This payout is not above the limit; one person is enough.');
  if (row.released_by === null && !(await releasePayoutRow(tx, row.id, ctx.actor.id, ctx.now)))
    return changedMeanwhile(row);
  if (settlesItself({ kind: row.kind, amountMinor: row.amount_minor }))
    await enqueue(tx, 'money.settle', { payout_id: row.id }, { key: `settle:${row.id}` });
  return ok({ id: row.id, caseId: row.case_id, state: 'ready' });
}

/**
 * Hands a bank or PayPal payout over: ready → submitted, with its items. Needs `payout.submit`. Refuses
 * `payout_not_found`, `payout_pays_at_once` (cash, credit, nothing), and what `mayLeaveReady` says; of two at once,
 * the second finds it submitted.
 */
export async function submitPayout(
  tx: Tx,
  ctx: Ctx,
  input: { payoutId: string; batchId?: string },
): Promise<Outcome<Settled>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.submit');
  if (!may.ok) return may;
  const row = await lockPayout(tx, input.payoutId);
  if (!row) return noSuchPayout();
  if (!goesOutside({ kind: row.kind, amountMinor: row.amount_minor }))
    return refuse(
      'payout_pays_at_once',
      `Payout ${payoutName(row)} has nothing to submit: mark it as paid.`,
      'conflict',
    );
  const leave = mayLeaveReady(instructionOf(row), ctx.actor, ctx.now, await limitOf(tx));
  if (!leave.ok) return leave;
  const written = await updatePayout(tx, row.id, 'ready', {
    state: 'submitted',
    taken_by: takerOf(ctx),
    batch_id: input.batchId ?? null,
    submitted_at: ctx.now,
  });
  if (!written) return changedMeanwhile(row);
  const moved = await moveAll(tx, ctx, row, 'submit_payout', { batch_id: input.batchId ?? null });
  return moved.ok ? ok({ id: row.id, caseId: row.case_id, state: 'submitted' }) : moved;
}

export type Paid = {
  readonly payoutId: string;
  readonly transactionReference?: string | null;
  /** Cash: the till it came from (the case's own location when not given) and who signed for it. */
  readonly locationId?: string | null;
  readonly signedBy?: string | null;
};

function referenceFor(row: PayoutRow, given: string | null | undefined): Outcome<string> {
  const payout = { ...instructionOf(row) };
  const text = (given ?? '').trim();
  const field = { field: 'transaction_reference' };
  if (text.length > 140 || /\p{Cc}/u.test(text))
    return refuse('reference_wrong', 'A transaction id has 140 characters at most.', 'invalid', field);
  if (text !== '') return ok(text);
  return goesOutside(payout)
    ? refuse('reference_missing', 'Enter the transaction id of the bank or of PayPal.', 'invalid', field)
    : ok(ownReference(payout));
}

/**
 * Records that the money is paid: payout, ledger and items (Completed/paid) in one transaction. From ready or
 * submitted; bank and PayPal need the transaction id, cash a location. Needs `payout.settle` (the machine settles
 * store credit). Refuses `payout_not_found`, `payout_ended`, `reference_missing`, `location_missing`, and from
 * ready what `mayLeaveReady` says.
 */
export async function markPaid(tx: Tx, ctx: Ctx, input: Paid): Promise<Outcome<Settled>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.settle');
  if (!may.ok) return may;
  const row = await lockPayout(tx, input.payoutId);
  if (!row) return noSuchPayout();
  if (row.state !== 'ready' && row.state !== 'submitted')
    return refuse('payout_ended', `Payout ${payoutName(row)} is ${row.state} already.`, 'conflict', {
      more: { state: row.state },
    });
  if (row.state === 'ready') {
    const leave = mayLeaveReady(instructionOf(row), ctx.actor, ctx.now, await limitOf(tx));
    if (!leave.ok) return leave;
  }
  const reference = referenceFor(row, input.transactionReference);
  if (!reference.ok) return reference;
  const isCash = row.kind === 'cash' && row.amount_minor > 0;
  const locationId = isCash ? (input.locationId ?? row.case_location_id) : null;
  if (isCash && !locationId)
    return refuse('location_missing', 'Choose the store whose till paid the cash.', 'invalid', {
      field: 'location_id',
    });
  const written = await updatePayout(tx, row.id, row.state, {
    state: 'paid',
    taken_by: row.state === 'ready' ? takerOf(ctx) : null,
    ended_at: ctx.now,
    transaction_reference: reference.value,
    location_id: locationId,
    signed_by: input.signedBy?.trim() || null,
  });
  if (!written) return changedMeanwhile(row);
  if (row.amount_minor > 0) await insertBookings(tx, [payoutBooking(ctx, row, locationId)]);
  const moved = await moveAll(tx, ctx, row, 'mark_paid', { transaction_reference: reference.value });
  return moved.ok ? ok({ id: row.id, caseId: row.case_id, state: 'paid' }) : moved;
}

function payoutBooking(ctx: Ctx, row: PayoutRow, locationId: string | null) {
  return book(
    ctx,
    {
      kind: 'payout',
      about: row.id,
      caseId: row.case_id,
      note: payoutName(row),
      customerId: row.customer_id,
      locationId,
    },
    PAYOUT[row.kind],
    money(row.amount_minor, row.currency),
  );
}

/**
 * Records that a submitted payout came back. We still owe the money; the payout stays failed for good, and a
 * corrected account makes the next one. Needs `payout.settle`. Refuses `payout_not_found`, `payout_not_submitted`,
 * `reason_missing`.
 */
export async function markFailed(
  tx: Tx,
  ctx: Ctx,
  input: { payoutId: string; reason: string },
): Promise<Outcome<Settled>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.settle');
  if (!may.ok) return may;
  const reason = input.reason.trim();
  if (reason === '')
    return refuse('reason_missing', 'Say why the payout failed.', 'invalid', { field: 'reason' });
  const row = await lockPayout(tx, input.payoutId);
  if (!row) return noSuchPayout();
  if (row.state !== 'submitted')
    return refuse(
      'payout_not_submitted',
      `Payout ${payoutName(row)} is ${row.state}; only a submitted one can fail.`,
      'conflict',
      { more: { state: row.state } },
    );
  // The items move first: the guards see the payout as it was, the failure then ends its hold on them.
  const moved = await moveAll(tx, ctx, row, 'payout_failed', {}, reason);
  if (!moved.ok) return moved;
  const written = await updatePayout(tx, row.id, 'submitted', {
    state: 'failed',
    failure: reason,
    ended_at: ctx.now,
  });
  return written ? ok({ id: row.id, caseId: row.case_id, state: 'failed' }) : changedMeanwhile(row);
}
