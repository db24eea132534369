/** What a visitor has put together so far: devices with answers, kept in a sealed cookie, priced by us each time. */
import { z } from 'zod';
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { pricingOf, type Pricing } from '../../../modules/catalog/actions/pricing.ts';
import { priceOf } from '../../../modules/catalog/rules/pricing.ts';
import type { Answers } from '../../../modules/catalog/rules/questions.ts';
import { totalOf, type Device } from '../../../modules/quotes/rules.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { dropSealed, keepSealed, readSealed, type SealedCookie } from '../sealed-cookie.ts';
import type { Visit } from '../visit.ts';

/** Devices in one offer made on these pages; a cookie holds no more. */
export const MOST_DEVICES = 20;

const device = z.union([
  z.object({ variant_id: z.string().max(60), answers: z.record(z.string().max(60), z.string().max(60)) }),
  z.object({
    unlisted: z.object({
      category: z.enum(['phone', 'tablet', 'laptop', 'watch']),
      description: z.string().max(500),
    }),
  }),
]);

const basketSchema = z.object({
  /** Names this basket, so that sending it twice makes one offer. */
  id: z.string().min(20).max(60),
  devices: z.array(device).max(MOST_DEVICES),
  channel: z.enum(['mail_in', 'in_store']).nullable(),
  location_id: z.string().max(60).nullable(),
  visit_on: z.string().max(10).nullable(),
});
export type Basket = z.infer<typeof basketSchema>;

const COOKIE: SealedCookie<Basket> = {
  name: 'reprise_sell',
  path: '/',
  maxAgeSeconds: 7 * 86_400,
  schema: basketSchema,
};

/** The visitor's basket; a new empty one when there is none. */
export function basketOf(visit: Visit): Basket {
  const kept = readSealed(visit.http, COOKIE, visit.site.keyring);
  if (kept) return kept;
  const id = Buffer.from(visit.ctx.random(18)).toString('base64url');
  return { id, devices: [], channel: null, location_id: null, visit_on: null };
}

/** Keeps a basket. Refuses `basket_full`. */
export function keepBasket(visit: Visit, basket: Basket): Outcome<null> {
  const full = refuse('basket_full', visit.say('basket.full', { count: MOST_DEVICES }), 'invalid');
  if (basket.devices.length > MOST_DEVICES) return full;
  const key = { keyring: visit.site.keyring, baseUrl: visit.site.config.baseUrl };
  return keepSealed(visit.http, COOKIE, basket, key) ? ok(null) : full;
}

/** Forgets it. */
export function dropBasket(visit: Visit): void {
  dropSealed(visit.http, COOKIE);
}

export type Line = {
  readonly device: Device;
  readonly title: string;
  readonly category: string;
  /** Null: priced by a person, or refused. */
  readonly price: Money | null;
  /** Why it cannot be sold, in the visitor's language. */
  readonly refused: string | null;
};

/** One device with its price, in words of the visitor's language. */
function lineOf(device: Device, pricing: Pricing | undefined, currency: string, locale: Locale): Line {
  if ('unlisted' in device) {
    const { category, description } = device.unlisted;
    return { device, title: description, category, price: null, refused: null };
  }
  if (!pricing) return { device, title: '–', category: 'phone', price: null, refused: '–' };
  const priced = priceOf({ ...pricing.price, set: pricing.set, answers: device.answers, locale });
  const { title, category } = pricing;
  return priced.ok
    ? { device, title, category, price: money(priced.value.price.minor, currency), refused: null }
    : { device, title, category, price: null, refused: priced.why };
}

export type Priced = { readonly lines: readonly Line[]; readonly total: Money };

/** The basket's devices with today's prices. */
export async function priceBasket(
  reader: Reader,
  ctx: Ctx,
  devices: readonly Device[],
  shop: { currency: string; locale: Locale },
): Promise<Priced> {
  const ids = devices.flatMap((one) => ('variant_id' in one ? [one.variant_id] : []));
  const pricings = await pricingOf(reader, ctx.now, ids);
  const lines = devices.map((one) =>
    lineOf(one, 'variant_id' in one ? pricings.get(one.variant_id) : undefined, shop.currency, shop.locale),
  );
  return {
    lines,
    total: totalOf(
      lines.map((line) => line.price),
      shop.currency,
    ),
  };
}

/** The address of a device's price page: the answers are in it, so that the browser's own back button works. */
export function answersQuery(answers: Answers, more: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams(answers);
  for (const [name, value] of Object.entries(more)) if (value !== null) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
