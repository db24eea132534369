/** A new price for devices that are still a lead: by a person for what nobody lists, or because the quote expired. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { agreePrice, caseIdOfItem } from '../../cases/actions/item-facts.ts';
import { lockCase, moveItems } from '../../cases/actions/move.ts';
import { requirePermission } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import { lockedUntil, totalOf, type ListedDevice } from '../rules.ts';
import { answerQuotes, currentQuotes, insertQuotes, type QuoteRow, type QuoteTable } from '../store.ts';
import { quoteRow } from './offer.ts';
import { priceDevices } from './price.ts';

const LEAD = 'leads';
const MOST_MINOR = 10_000_000;

/**
 * A person's price for a lead. Refuses `not_a_lead`, `price_absurd` (below zero or above 100,000.00), and
 * `currency_other`. The customer gets the quote by mail.
 */
export async function quoteByHand(
  tx: Tx,
  ctx: Ctx,
  itemId: string,
  input: { price: Money; note: string | null; validDays: number | null },
): Promise<Outcome<{ caseId: string }>> {
  const no = requirePermission(ctx.actor, 'offer.free_price');
  if (no) return no;
  const caseId = await caseIdOfItem(tx, itemId);
  if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  if (row?.stage !== LEAD || row.status === 'active' || row.status === 'cancelled')
    return refuse(
      'not_a_lead',
      'Only a lead that is not confirmed can be quoted by hand; later, revise the offer.',
      'conflict',
    );
  if (input.price.minor < 0 || input.price.minor > MOST_MINOR)
    return refuse('price_absurd', 'Give a price between 0 and 100,000.', 'invalid', { field: 'price.minor' });
  const shop = await loadShop(tx);
  if (input.price.currency !== shop.currency)
    return refuse('currency_other', `Prices are in ${shop.currency}.`, 'invalid', {
      field: 'price.currency',
    });
  const before = (await currentQuotes(tx, caseId)).find((q) => q.item_id === itemId);
  const by = { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now };
  for (const kind of ['quote', 'manual'] as const)
    await answerQuotes(tx, { itemIds: [itemId], kind }, 'superseded', by);
  const validUntil = lockedUntil(ctx.now, input.validDays ?? shop.settings.quote_valid_days);
  await insertQuotes(tx, [
    manualRow(ctx, { caseId, itemId, variantId: row.variant_id }, before ?? null, input, validUntil),
  ]);
  await agreePrice(tx, itemId, input.price.minor);
  const moved = await moveItems(tx, ctx, {
    caseId,
    move: 'quote',
    itemIds: [itemId],
    reason: input.note,
    form: 'manual_quote',
    data: { price_minor: input.price.minor },
  });
  return moved.ok ? ok({ caseId }) : moved;
}

function manualRow(
  ctx: Ctx,
  about: { caseId: string; itemId: string; variantId: string | null },
  before: QuoteRow | null,
  input: { price: Money; note: string | null },
  validUntil: Date,
): QuoteTable {
  return {
    id: ctx.newId('quo'),
    case_id: about.caseId,
    item_id: about.itemId,
    number: (before?.number ?? 0) + 1,
    kind: 'manual',
    state: 'offered',
    price_version_id: null,
    question_set_id: null,
    variant_id: about.variantId,
    questions: before?.questions ?? [],
    answers: before?.answers ?? {},
    lines: [],
    price_minor: input.price.minor,
    currency: input.price.currency,
    valid_until: validUntil,
    note: input.note,
    free_price: true,
    made_by_kind: ctx.actor.kind,
    made_by_id: actorId(ctx.actor),
    made_at: ctx.now,
  };
}

export type Requoted = { readonly changed: boolean; readonly total: Money; readonly validUntil: Date | null };

/**
 * Prices the expired quotes of a case anew from the same answers (workflows.md: coming back re-prices if the quote
 * has expired). Gives whether anything changed; refuses what the price rules say today.
 */
export async function requoteExpired(tx: Tx, ctx: Ctx, caseId: string): Promise<Outcome<Requoted>> {
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const shop = await loadShop(tx);
  const quotes = await currentQuotes(tx, caseId);
  const leads = new Set(locked.value.rows.filter((r) => r.stage === LEAD).map((r) => r.item_id));
  const expired = quotes.filter(
    (q) => leads.has(q.item_id) && q.variant_id && q.kind === 'quote' && q.valid_until <= ctx.now,
  );
  const kept = quotes.filter((q) => !expired.includes(q));
  if (expired.length === 0)
    return ok({ changed: false, total: sum(kept, shop.currency), validUntil: earliest(kept) });
  const priced = await priceDevices(tx, ctx, expired.map(deviceOf));
  if (!priced.ok) return priced;
  await answerQuotes(tx, { itemIds: expired.map((q) => q.item_id), kind: 'quote' }, 'expired', {
    kind: ctx.actor.kind,
    id: actorId(ctx.actor),
    at: ctx.now,
  });
  const rows = priced.value.devices.map((d, i) => {
    const old = expired[i];
    return quoteRow(
      ctx,
      { caseId, itemId: old?.item_id ?? '' },
      (old?.number ?? 0) + 1,
      d,
      shop.currency,
      priced.value.validUntil,
    );
  });
  await insertQuotes(tx, rows);
  for (const row of rows) await agreePrice(tx, row.item_id, row.price_minor);
  return ok({
    changed: true,
    total: sum([...kept, ...rows], shop.currency),
    validUntil: earliest([...kept, ...rows]),
  });
}

function deviceOf(quote: QuoteRow): ListedDevice {
  return { variant_id: quote.variant_id ?? '', answers: quote.answers as Record<string, string> };
}

function sum(quotes: readonly { price_minor: number | null }[], currency: string): Money {
  return totalOf(
    quotes.map((q) => (q.price_minor === null ? null : money(q.price_minor, currency))),
    currency,
  );
}

function earliest(quotes: readonly { valid_until: Date }[]): Date | null {
  return quotes.map((q) => q.valid_until).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
