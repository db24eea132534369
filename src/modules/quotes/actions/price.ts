/** Prices devices from the answers given, on the price book as it is now. Reads only. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { pricingOf, type Pricing } from '../../catalog/actions/pricing.ts';
import { priceOf, type PriceLine } from '../../catalog/rules/pricing.ts';
import { loadShop } from '../../identity/shop.ts';
import { deviceCountFault, lockedUntil, totalOf, type Device, type ListedDevice } from '../rules.ts';

/** One device with its price, and all that has to be kept so that the price can be explained later. */
export type PricedDevice = {
  readonly device: Device;
  readonly pricing: Pricing | null;
  readonly price: Money | null;
  readonly lines: readonly PriceLine[];
  readonly title: string;
};

export type PricedDevices = {
  readonly devices: readonly PricedDevice[];
  readonly total: Money;
  readonly validUntil: Date;
};

function isListed(device: Device): device is ListedDevice {
  return 'variant_id' in device;
}

/**
 * Prices each device. Refuses `no_items`, `too_many_items`, `variant_unknown`, `price_missing`, and what the price
 * rules say (`answer_missing`, `answer_unknown`, `not_bought`: in `locale`'s words), naming `items.N…`.
 */
export async function priceDevices(
  reader: Reader,
  ctx: Ctx,
  devices: readonly Device[],
  locale?: Locale,
): Promise<Outcome<PricedDevices>> {
  const no = deviceCountFault(devices.length);
  if (no) return no;
  const shop = await loadShop(reader);
  const pricings = await pricingOf(
    reader,
    ctx.now,
    devices.filter(isListed).map((d) => d.variant_id),
  );
  const priced: PricedDevice[] = [];
  for (const [at, device] of devices.entries()) {
    if (!isListed(device)) {
      priced.push({
        device,
        pricing: null,
        price: null,
        lines: [],
        title: device.unlisted.description.trim().slice(0, 200),
      });
      continue;
    }
    const pricing = pricings.get(device.variant_id);
    if (!pricing)
      return refuse('variant_unknown', 'We do not know this device.', 'invalid', {
        field: `items.${at}.variant_id`,
      });
    const outcome = priceOf({ ...pricing.price, set: pricing.set, answers: device.answers, locale });
    if (!outcome.ok) return { ...outcome, field: `items.${at}.${outcome.field ?? 'answers'}` };
    const price = money(outcome.value.price.minor, shop.currency);
    priced.push({ device, pricing, price, lines: outcome.value.lines, title: pricing.title });
  }
  return ok({
    devices: priced,
    total: totalOf(
      priced.map((p) => p.price),
      shop.currency,
    ),
    validUntil: lockedUntil(ctx.now, shop.settings.quote_valid_days),
  });
}
