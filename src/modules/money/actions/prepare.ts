/**
 * Effects of moves on payouts (wired in app/effects.ts). They run inside the move's transaction, under its lock on
 * the case. One rule holds throughout: **an item's purchase stands in the ledger exactly while the item is in Payout
 * Processing or Completed**, so what we owe sellers is always the sum of the prices waiting there.
 *
 * Items priced at zero are instructed like all others: alone they make a payout of nothing, which goes into no
 * batch, needs no reference, books nothing and settles itself (jobs.ts); so each item reaches Completed by one road.
 */
import type { Ctx } from '../../../kernel/actor.ts';
import { money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { EffectEvent } from '../../cases/actions/effects.ts';
import { settlesItself } from '../rules/payouts.ts';
import { PURCHASE, PURCHASE_REVERSAL } from '../rules/postings.ts';
import { insertBookings, type Booking } from '../store/ledger.ts';
import {
  insertPayout,
  lockPayee,
  pricedItems,
  updatePayout,
  type Payee,
  type PricedItem,
} from '../store/payouts.ts';
import { book } from './book.ts';

function isPayoutReady(item: { stage: string; status: string }): boolean {
  return item.stage === 'payout_processing' && item.status === 'ready';
}

/** Books the purchase of items entering payout; one that stands already at this price is left as it is. */
function purchases(ctx: Ctx, payee: Payee, items: readonly PricedItem[]): Booking[] {
  return items.flatMap((item) => {
    const price = item.price_minor ?? 0;
    if ((item.purchase_minor ?? 0) === price) return [];
    if (price === 0) return reversals(ctx, payee, [item]);
    const booked = book(
      ctx,
      {
        kind: 'purchase',
        about: `${item.item_id}@${item.seq}`,
        caseId: payee.case_id,
        itemId: item.item_id,
        customerId: payee.customer_id,
        locationId: null,
      },
      PURCHASE,
      money(price, item.currency),
    );
    return [...reversals(ctx, payee, [item]), booked];
  });
}

/** Reverses whatever purchase of these items stands. */
function reversals(ctx: Ctx, payee: Payee, items: readonly PricedItem[]): Booking[] {
  return items.flatMap((item) =>
    item.purchase_id && item.purchase_minor
      ? [
          book(
            ctx,
            {
              kind: 'purchase_reversal',
              about: item.purchase_id,
              caseId: payee.case_id,
              itemId: item.item_id,
              customerId: payee.customer_id,
              locationId: null,
            },
            PURCHASE_REVERSAL,
            money(item.purchase_minor, item.currency),
          ),
        ]
      : [],
  );
}

/** Writes one ready payout over these items, to the case's method as it is now. */
async function instruct(
  tx: Tx,
  ctx: Ctx,
  payee: Payee,
  items: readonly PricedItem[],
): Promise<Outcome<null>> {
  const { method } = payee;
  if (!method)
    return refuse(
      'payout_method_missing',
      'We do not know yet how the customer wants to be paid.',
      'conflict',
      {
        field: 'payout',
      },
    );
  const unpriced = items.find((item) => item.price_minor === null);
  if (unpriced)
    return refuse(
      'price_missing',
      `There is no price for ${unpriced.number} yet: make a manual quote first.`,
    );
  const currency = items[0]?.currency ?? payee.currency;
  if (items.some((item) => item.currency !== currency))
    return refuse('mixed_currencies', 'Devices priced in different currencies are paid one by one.');
  const lines = items.map((item) => ({ item_id: item.item_id, amount_minor: item.price_minor ?? 0 }));
  const amountMinor = lines.reduce((sum, line) => sum + line.amount_minor, 0);
  const id = ctx.newId('pay');
  await insertPayout(
    tx,
    {
      id,
      case_id: payee.case_id,
      customer_id: payee.customer_id,
      kind: method.kind,
      amount_minor: money(amountMinor, currency).minor,
      currency,
      holder: method.holder,
      sealed: method.sealed,
      masked: method.masked,
      not_before: method.cool_until,
      created_at: ctx.now,
    },
    lines,
  );
  if (settlesItself({ kind: method.kind, amountMinor }))
    await enqueue(tx, 'money.settle', { payout_id: id }, { key: `settle:${id}` });
  return ok(null);
}

/** Cancels the ready payouts these items are in; gives the items that stay behind, ready and without a payout. */
async function cancelPayouts(
  tx: Tx,
  ctx: Ctx,
  all: readonly PricedItem[],
  leaving: ReadonlySet<string>,
): Promise<Outcome<PricedItem[]>> {
  const ids = new Set(all.flatMap((i) => (leaving.has(i.item_id) && i.payout_id ? [i.payout_id] : [])));
  for (const id of ids)
    if (!(await updatePayout(tx, id, 'ready', { state: 'cancelled', ended_at: ctx.now })))
      return refuse(
        'payout_submitted',
        'The payout is already on its way, so this can no longer be stopped.',
      );
  return ok(all.filter((i) => i.payout_id && ids.has(i.payout_id) && !leaving.has(i.item_id)));
}

/**
 * `payout.prepare`: items entered Payout Processing/ready. Their purchase is booked (one that stands from a payout
 * that failed is kept) and one payout over all of them is instructed. Refuses `payout_method_missing`, `price_missing`.
 */
export async function preparePayout(tx: Tx, ctx: Ctx, event: EffectEvent): Promise<Outcome<null>> {
  const entering = new Set(event.items.filter((i) => isPayoutReady(i.to)).map((i) => i.id));
  const payee = await lockPayee(tx, event.caseId);
  if (!payee || entering.size === 0) return ok(null);
  const items = (await pricedItems(tx, event.caseId)).filter(
    (i) => entering.has(i.item_id) && i.payout_id === null,
  );
  if (items.length === 0) return ok(null);
  const instructed = await instruct(tx, ctx, payee, items);
  if (!instructed.ok) return instructed;
  await insertBookings(tx, purchases(ctx, payee, items));
  return ok(null);
}

/**
 * `payout.withdraw` and `payout.cancel`: items left Payout Processing (a hold, a withdrawal). Their ready payout is
 * cancelled and their purchase reversed; siblings of the same payout get a new one. Refuses `payout_submitted`.
 */
export async function withdrawPayout(tx: Tx, ctx: Ctx, event: EffectEvent): Promise<Outcome<null>> {
  const leaving = new Set(event.items.map((i) => i.id));
  const payee = await lockPayee(tx, event.caseId);
  if (!payee) return ok(null);
  const all = await pricedItems(tx, event.caseId);
  const gone = all.filter((i) => leaving.has(i.item_id));
  if (gone.every((i) => i.payout_id === null && i.purchase_id === null)) return ok(null);
  const staying = await cancelPayouts(tx, ctx, all, leaving);
  if (!staying.ok) return staying;
  await insertBookings(tx, reversals(ctx, payee, gone));
  return staying.value.length > 0 ? await instruct(tx, ctx, payee, staying.value) : ok(null);
}

/**
 * `payout.resume`: items released from a hold. Those back in Payout Processing/ready are instructed anew; those back
 * in failed are owed again and wait for the corrected account; all others concern nobody here.
 */
export async function resumePayout(tx: Tx, ctx: Ctx, event: EffectEvent): Promise<Outcome<null>> {
  const back = event.items.filter((i) => i.to.stage === 'payout_processing');
  if (back.length === 0) return ok(null);
  const prepared = await preparePayout(tx, ctx, event);
  if (!prepared.ok) return prepared;
  const failed = new Set(back.filter((i) => i.to.status === 'failed').map((i) => i.id));
  if (failed.size === 0) return ok(null);
  const payee = await lockPayee(tx, event.caseId);
  if (!payee) return ok(null);
  const items = (await pricedItems(tx, event.caseId)).filter((i) => failed.has(i.item_id));
  await insertBookings(tx, purchases(ctx, payee, items));
  return ok(null);
}

/** The method changed while payouts were ready: each is cancelled and instructed anew to the new target. */
export async function retargetPayouts(tx: Tx, ctx: Ctx, caseId: string): Promise<Outcome<null>> {
  const payee = await lockPayee(tx, caseId);
  if (!payee) return ok(null);
  const all = await pricedItems(tx, payee.case_id);
  const ready = Map.groupBy(
    all.filter((i) => i.payout_state === 'ready'),
    (i) => i.payout_id ?? '',
  );
  for (const [id, items] of ready) {
    if (!(await updatePayout(tx, id, 'ready', { state: 'cancelled', ended_at: ctx.now })))
      return refuse(
        'payout_submitted',
        'The payout is already on its way, so this can no longer be stopped.',
      );
    const instructed = await instruct(tx, ctx, payee, items);
    if (!instructed.ok) return instructed;
  }
  return ok(null);
}
