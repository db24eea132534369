/** Makes an offer: the customer, the case, a quote per device with its snapshot, and the first move. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { beginItems, openCase, type Address, type Contact, type OpenCase } from '../../cases/actions/open.ts';
import { customerFor } from '../../identity/actions/customers.ts';
import { loadShop } from '../../identity/shop.ts';
import type { Device } from '../rules.ts';
import { insertQuotes, type QuoteTable } from '../store.ts';
import { priceDevices, type PricedDevice, type PricedDevices } from './price.ts';

export type OfferInput = {
  readonly devices: readonly Device[];
  readonly channel: 'mail_in' | 'in_store';
  readonly contact: Contact;
  readonly locale: Locale;
  readonly address?: Address | null;
  readonly locationId?: string | null;
  readonly visitOn?: string | null;
  readonly silence?: 'send_back' | 'accept' | 'hold' | null;
  readonly source: OpenCase['source'];
};

export type Offer = {
  readonly caseId: string;
  readonly customerId: string;
  readonly reference: string;
  readonly validUntil: Date;
  readonly total: Money;
  readonly items: readonly { id: string; title: string; price: Money | null }[];
};

/** The row that keeps what was offered: questions as asked, answers, the sum, and the price book's version. */
export function quoteRow(
  ctx: Ctx,
  ids: { caseId: string; itemId: string },
  number: number,
  priced: PricedDevice,
  currency: string,
  validUntil: Date,
): QuoteTable {
  const listed = priced.pricing !== null && 'variant_id' in priced.device;
  return {
    id: ctx.newId('quo'),
    case_id: ids.caseId,
    item_id: ids.itemId,
    number,
    kind: listed ? 'quote' : 'manual',
    state: listed ? 'offered' : 'awaited',
    price_version_id: priced.pricing?.versionId ?? null,
    question_set_id: priced.pricing?.set.id ?? null,
    variant_id: 'variant_id' in priced.device ? priced.device.variant_id : null,
    questions: priced.pricing?.set.questions ?? [],
    answers: 'variant_id' in priced.device ? priced.device.answers : {},
    lines: priced.lines,
    price_minor: priced.price?.minor ?? null,
    currency,
    valid_until: validUntil,
    made_by_kind: ctx.actor.kind,
    made_by_id: actorId(ctx.actor),
    made_at: ctx.now,
  };
}

function categoryOf(priced: PricedDevice) {
  if ('unlisted' in priced.device) return priced.device.unlisted.category;
  return priced.pricing?.category ?? 'phone';
}

async function write(
  tx: Tx,
  ctx: Ctx,
  input: OfferInput,
  priced: PricedDevices,
  customerId: string,
  currency: string,
  silence: OpenCase['silence'],
) {
  const opened = await openCase(tx, ctx, {
    channel: input.channel,
    customerId,
    contact: input.contact,
    address: input.address ?? null,
    locationId: input.locationId ?? null,
    visitOn: input.visitOn ?? null,
    locale: input.locale,
    currency,
    source: input.source,
    silence,
    items: priced.devices.map((d) => ({
      category: categoryOf(d),
      variantId: 'variant_id' in d.device ? d.device.variant_id : null,
      title: d.title,
      priceMinor: d.price?.minor ?? null,
    })),
  });
  if (!opened.ok) return opened;
  const { caseId, itemIds } = opened.value;
  await insertQuotes(
    tx,
    priced.devices.map((d, i) =>
      quoteRow(ctx, { caseId, itemId: itemIds[i] ?? '' }, 1, d, currency, priced.validUntil),
    ),
  );
  const begun = await beginItems(tx, ctx, caseId);
  return begun.ok ? opened : begun;
}

/**
 * Makes an offer of one or more devices. Prices are computed here, never taken from the caller. Refuses what
 * `priceDevices` says, `customer_blocked`, `silence_not_offered`, and contact faults naming `contact.*`.
 */
export async function makeOffer(tx: Tx, ctx: Ctx, input: OfferInput): Promise<Outcome<Offer>> {
  const shop = await loadShop(tx);
  const silence = input.silence ?? shop.settings.silence;
  if (!shop.settings.silence_choices.includes(silence))
    return refuse('silence_not_offered', 'This choice is not offered.', 'invalid', { field: 'silence' });
  const priced = await priceDevices(tx, ctx, input.devices);
  if (!priced.ok) return priced;
  const customer = await customerFor(tx, ctx, { ...input.contact, locale: input.locale });
  if (!customer.ok) return customer;
  const written = await write(tx, ctx, input, priced.value, customer.value.id, shop.currency, silence);
  if (!written.ok) return written;
  const { caseId, reference, itemIds } = written.value;
  return ok({
    caseId,
    customerId: customer.value.id,
    reference,
    validUntil: priced.value.validUntil,
    total: priced.value.total,
    items: priced.value.devices.map((d, i) => ({ id: itemIds[i] ?? '', title: d.title, price: d.price })),
  });
}
