/** The conversation about a hold: ask, wait, remind, hear (source text 001; workflows.md, part C). */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY, MINUTE } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { EffectEvent } from '../../cases/actions/effects.ts';
import { fileAsProof } from '../../cases/store/files.ts';
import { moveItems } from '../../cases/actions/move.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { requirePermission, requirePower } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import { lockHold } from '../actions.ts';
import { changeHold, holdsAtStep, type DocumentKind, type HoldRow } from '../store.ts';

export type OfCase = { readonly caseId: string; readonly itemId: string };

/** So long an answer may wait for us, and so long we wait for one, in days. */
const ANSWER_DUE = 1;
const WAIT_DUE = 30;
/** Who asks again within this time does not know that a colleague, or their own other window, just did. */
const JUST_NOW = MINUTE;

/**
 * Asks the customer, or asks again: one letter in their language, and the clocks of waiting begin. Refuses
 * `nobody_asked` for a hold the customer has no part in, `asked_just_now`, and what the move says.
 */
export async function askCustomer(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  input: { note?: string | null } = {},
): Promise<Outcome<OfCase>> {
  const no = requirePermission(ctx.actor, 'hold.open');
  if (no) return no;
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold } = locked.value;
  if (hold.step === null) return refuse('nobody_asked', 'The customer has no part in this hold.', 'conflict');
  if (hold.step === 'waiting' && hold.asked_at && after(hold.asked_at, JUST_NOW) > ctx.now)
    return refuse(
      'asked_just_now',
      'The customer was asked a moment ago; the letter is on its way. Wait a minute to ask again.',
      'conflict',
    );
  await changeHold(tx, hold.id, {
    step: 'waiting',
    asked_at: ctx.now,
    asked_by_id: actorId(ctx.actor),
    hands: handsOf(ctx, hold),
    asks: hold.asks + 1,
    due_at: after(ctx.now, WAIT_DUE * DAY),
  });
  return await moveOn(tx, ctx, hold, 'ask_customer', input.note ?? null);
}

/** Who of us had a hand in it so far, and now. */
function handsOf(ctx: Ctx, hold: HoldRow): string[] {
  return ctx.actor.kind === 'staff' ? [...new Set([...hold.hands, ctx.actor.id])] : hold.hands;
}

async function moveOn(
  tx: Tx,
  ctx: Ctx,
  hold: HoldRow,
  move: 'ask_customer' | 'customer_answered',
  note: string | null,
): Promise<Outcome<OfCase>> {
  const moved = await moveItems(tx, ctx, {
    caseId: hold.case_id,
    move,
    itemIds: [hold.item_id],
    reason: note,
    form: move,
    data: { hold_id: hold.id, hold_reason: hold.reason },
  });
  return moved.ok ? ok({ caseId: hold.case_id, itemId: hold.item_id }) : moved;
}

export type CustomerAnswer = {
  readonly answer?: string | null;
  readonly documentKind?: DocumentKind | null;
  /** Files of the case that came otherwise, by mail say, and belong to this answer. */
  readonly fileIds?: readonly string[];
};

/**
 * The customer answered: on their page, or by mail or on paper and staff note it. Files are attached to the case
 * before. Another answer before we looked adds to the first. Refuses `nobody_asked`, `file_unknown`, `link_*`,
 * `power_missing`.
 */
export async function customerAnswered(
  tx: Tx,
  ctx: Ctx,
  holdId: string,
  input: CustomerAnswer,
): Promise<Outcome<OfCase>> {
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold } = locked.value;
  const no =
    ctx.actor.kind === 'customer'
      ? requirePower(ctx.actor, 'act', hold.case_id)
      : requirePermission(ctx.actor, 'hold.open');
  if (no) return no;
  if (hold.step === null) return refuse('nobody_asked', 'The customer has no part in this hold.', 'conflict');
  const strange = await fileForAnswer(tx, hold, input.fileIds ?? []);
  if (strange) return strange;
  const said = [hold.answer, input.answer?.trim()].filter(Boolean).join('\n').slice(0, 2000) || null;
  await changeHold(tx, hold.id, {
    step: 'answered',
    answered_at: ctx.now,
    hands: handsOf(ctx, hold),
    answer: said,
    document_kind: input.documentKind ?? hold.document_kind,
    due_at: after(ctx.now, ANSWER_DUE * DAY),
  });
  if (hold.step === 'answered') return ok({ caseId: hold.case_id, itemId: hold.item_id });
  return await moveOn(tx, ctx, hold, 'customer_answered', input.answer?.trim().slice(0, 500) || null);
}

/** Files what came by mail with the device it is about, as what it is. Refuses `file_unknown`. */
async function fileForAnswer(tx: Tx, hold: HoldRow, fileIds: readonly string[]): Promise<Refusal | null> {
  const purpose = hold.reason === 'activation_lock' ? 'lock' : 'proof';
  const filed = await fileAsProof(tx, { caseId: hold.case_id, itemId: hold.item_id, purpose, fileIds });
  if (filed === new Set(fileIds).size) return null;
  return refuse('file_unknown', 'One of these files is not a paper of this case.', 'invalid', {
    field: 'file_ids',
  });
}

/** DD-MM-YYYY of an instant in a zone, as source text 001 writes it. */
export function dayMonthYear(at: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: timezone,
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}-${of('month')}-${of('year')}`;
}

/**
 * Notes a reminder on every item that still waits, and gives those: who was answered meanwhile is not reminded. The
 * letter itself is the app's.
 */
export async function noteReminders(tx: Tx, ctx: Ctx, event: EffectEvent): Promise<string[]> {
  const waiting = await holdsAtStep(
    tx,
    event.items.map((i) => i.id),
    'waiting',
  );
  const { timezone } = await loadShop(tx);
  const itemIds = [...new Set(waiting.map((hold) => hold.item_id))];
  for (const hold of waiting) await changeHold(tx, hold.id, { reminders: hold.reminders + 1 });
  for (const itemId of itemIds)
    await leaveNote(tx, ctx, event.caseId, {
      body: `Reminder sent ${dayMonthYear(ctx.now, timezone)}`,
      visibility: 'internal',
      itemId,
    });
  return itemIds;
}

/** Leaves the task of day 30 where nobody has answered; the hold is due now. */
export async function noteDecision(tx: Tx, ctx: Ctx, event: EffectEvent): Promise<void> {
  const waiting = await holdsAtStep(
    tx,
    event.items.map((i) => i.id),
    'waiting',
  );
  for (const hold of waiting) {
    await changeHold(tx, hold.id, { due_at: ctx.now });
    await leaveNote(tx, ctx, event.caseId, {
      body: '30 days without an answer. Decide: send back, or ask once more.',
      visibility: 'internal',
      itemId: hold.item_id,
    });
  }
}
