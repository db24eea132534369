/** Use cases that need several modules: only the app knows them all. */
import type { Ctx } from '../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { dateIn } from '../kernel/time.ts';
import type { Keyring } from '../platform/secrets.ts';
import type { Tx } from '../platform/postgres.ts';
import { changeCase } from '../modules/cases/actions/edit.ts';
import { lockCase, moveItems } from '../modules/cases/actions/move.ts';
import type { Address, Contact } from '../modules/cases/actions/open.ts';
import { requirePermission, requirePower } from '../modules/identity/rules.ts';
import { loadShop } from '../modules/identity/shop.ts';
import type { MethodInput } from '../modules/money/accounts.ts';
import { changePayoutMethod } from './mail.ts';
import { makeOffer, type OfferInput } from '../modules/quotes/actions/offer.ts';
import { requoteExpired, type Requoted } from '../modules/quotes/actions/requote.ts';

export type PayoutInput = {
  kind: 'bank' | 'paypal' | 'store_credit' | 'cash';
  holder?: string | null;
  iban?: string | null;
  paypal_email?: string | null;
};

export type ConfirmInput = {
  readonly contact?: Contact;
  readonly address?: Address | null;
  readonly locationId?: string | null;
  readonly visitOn?: string | null;
  readonly payout?: PayoutInput | null;
  readonly silence?: 'send_back' | 'accept' | 'hold';
  /** The total the customer saw: another one (a price that had expired) is shown before it is confirmed. */
  readonly seenTotalMinor?: number;
};

/**
 * The customer says yes: contact, address or visit, payout method, and the move to an active lead, all or nothing.
 * An expired quote is priced anew first; when that changes the total the customer saw, `price_changed` is refused
 * with the new one, and the new price is kept by `refreshOffer`.
 */
export async function confirmOffer(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  caseId: string,
  input: ConfirmInput,
): Promise<Outcome<{ caseId: string }>> {
  const no =
    ctx.actor.kind === 'customer'
      ? requirePower(ctx.actor, 'act', caseId)
      : requirePermission(ctx.actor, 'case.edit');
  if (no) return no;
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const shop = await loadShop(tx);
  if (input.silence && !shop.settings.silence_choices.includes(input.silence))
    return refuse('silence_not_offered', 'This choice is not offered.', 'invalid', { field: 'silence' });
  const saved = await changeCase(tx, caseId, null, patchOf(input));
  if (!saved.ok) return saved;
  const priced = await requoteExpired(tx, ctx, caseId);
  if (!priced.ok) return priced;
  if (
    input.seenTotalMinor !== undefined &&
    priced.value.changed &&
    priced.value.total.minor !== input.seenTotalMinor
  )
    return refuse(
      'price_changed',
      'Your quote had expired and the price is a different one today. Look at it before you confirm.',
      'conflict',
      {
        more: { total: priced.value.total },
      },
    );
  if (input.payout) {
    const method = await changePayoutMethod(tx, ctx, { caseId, ...methodOf(input.payout) }, keyring);
    if (!method.ok) return method;
  }
  const leads = locked.value.rows.filter(
    (r) => r.stage === 'leads' && (r.status === 'new' || r.status === 'abandoned'),
  );
  if (leads.length === 0) return refuse('already_confirmed', 'This offer is confirmed already.', 'conflict');
  const moved = await moveItems(tx, ctx, { caseId, move: 'confirm', itemIds: leads.map((r) => r.item_id) });
  return moved.ok ? ok({ caseId }) : moved;
}

function methodOf({ kind, holder, iban, paypal_email }: PayoutInput): MethodInput {
  return { kind, holder: holder ?? null, iban: iban ?? null, paypalEmail: paypal_email ?? null };
}

function patchOf(input: ConfirmInput) {
  return {
    ...(input.contact ? { contact: input.contact } : {}),
    ...(input.address ? { address: input.address } : {}),
    ...(input.locationId ? { location_id: input.locationId } : {}),
    ...(input.visitOn ? { visit_on: input.visitOn } : {}),
    ...(input.silence ? { silence: input.silence } : {}),
  };
}

/** Prices an expired offer anew and keeps the new price, for the page that shows it. */
export async function refreshOffer(tx: Tx, ctx: Ctx, caseId: string): Promise<Outcome<Requoted>> {
  return await requoteExpired(tx, ctx, caseId);
}

/** The customer (or staff for them) cancels what has not been sent yet. */
export async function cancelOffer(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  reason: string | null,
): Promise<Outcome<{ caseId: string }>> {
  return await moveEvery(tx, ctx, caseId, 'cancel', (stage) => stage === 'leads', reason);
}

/** The customer wants the device back: at once where we have it, noted while it is on its way. */
export async function withdrawOffer(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  itemIds: readonly string[],
  reason: string,
): Promise<Outcome<{ caseId: string }>> {
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const chosen = locked.value.rows.filter((r) => itemIds.includes(r.item_id));
  const travelling = chosen.filter((r) => r.stage === 'in_transit').map((r) => r.item_id);
  const here = chosen.filter((r) => r.stage !== 'in_transit').map((r) => r.item_id);
  if (travelling.length > 0) {
    const noted = await moveItems(tx, ctx, { caseId, move: 'note_withdrawal', itemIds: travelling, reason });
    if (!noted.ok) return noted;
  }
  if (here.length > 0) {
    const moved = await moveItems(tx, ctx, { caseId, move: 'withdraw', itemIds: here, reason });
    if (!moved.ok) return moved;
  }
  return chosen.length > 0
    ? ok({ caseId })
    : refuse('no_items', 'Choose at least one device.', 'invalid', { field: 'item_ids' });
}

async function moveEvery(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  move: string,
  which: (stage: string) => boolean,
  reason: string | null,
): Promise<Outcome<{ caseId: string }>> {
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const itemIds = locked.value.rows
    .filter((r) => which(r.stage) && r.status !== 'cancelled')
    .map((r) => r.item_id);
  if (itemIds.length === 0)
    return refuse(
      'too_late',
      'It is too late for that: the devices are on their way or with us.',
      'conflict',
    );
  const moved = await moveItems(tx, ctx, { caseId, move, itemIds, reason });
  return moved.ok ? ok({ caseId }) : moved;
}

export type WalkIn = Omit<OfferInput, 'channel' | 'source'> & {
  readonly locationId: string;
  readonly payout?: PayoutInput | null;
  readonly checkIn: boolean;
};

/** A customer at the counter: offer, payout method and check-in in one step. */
export async function walkIn(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  input: WalkIn,
): Promise<Outcome<{ caseId: string }>> {
  const no = requirePermission(ctx.actor, 'case.create');
  if (no) return no;
  const shop = await loadShop(tx);
  const made = await makeOffer(tx, ctx, {
    ...input,
    channel: 'in_store',
    source: 'counter',
    visitOn: input.visitOn ?? dateIn(shop.timezone, ctx.now),
  });
  if (!made.ok) return made;
  const { caseId, items } = made.value;
  if (input.payout) {
    const method = await changePayoutMethod(tx, ctx, { caseId, ...methodOf(input.payout) }, keyring);
    if (!method.ok) return method;
  }
  if (!input.checkIn) return ok({ caseId });
  const moved = await moveItems(tx, ctx, { caseId, move: 'check_in', itemIds: items.map((i) => i.id) });
  return moved.ok ? ok({ caseId }) : moved;
}
