/** What an offer is made of before it is a case: devices with answers, or devices nobody lists. Pure. */
import { add, money, type Money } from '../../kernel/money.ts';
import { refuse, type Refusal } from '../../kernel/outcome.ts';
import { after, DAY } from '../../kernel/time.ts';

export type Category = 'phone' | 'tablet' | 'laptop' | 'watch';

/** A device of the catalogue with the answers to its category's questions. */
export type ListedDevice = {
  readonly variant_id: string;
  readonly answers: Readonly<Record<string, string>>;
};

/** A device nobody lists: described in words, priced by a person. */
export type UnlistedDevice = {
  readonly unlisted: { readonly category: Category; readonly description: string };
};

export type Device = ListedDevice | UnlistedDevice;

export const MOST_DEVICES = 50;

/** How many devices one offer may hold: none or too many is refused, naming the field. */
export function deviceCountFault(count: number): Refusal | null {
  if (count === 0) return refuse('no_items', 'Add at least one device.', 'invalid', { field: 'items' });
  if (count > MOST_DEVICES)
    return refuse('too_many_items', `At most ${MOST_DEVICES} devices fit in one offer.`, 'invalid', {
      field: 'items',
    });
  return null;
}

/** The instant until which a price is locked: so many days from now, rounded up to the full hour so that it reads well. */
export function lockedUntil(now: Date, days: number): Date {
  const hour = 3_600_000;
  return new Date(Math.ceil(after(now, days * DAY).getTime() / hour) * hour);
}

/** The sum of the prices there are; devices that wait for a manual quote add nothing yet. */
export function totalOf(prices: readonly (Money | null)[], currency: string): Money {
  return prices.reduce<Money>((sum, price) => (price ? add(sum, price) : sum), money(0, currency));
}
