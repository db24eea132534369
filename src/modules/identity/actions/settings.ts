/** The shop's own data and its stores. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { normalisePhone } from '../phones.ts';
import { requirePermission } from '../rules.ts';
import { hoursFault, isCountry, isCurrency, isTimezone, slugOf } from '../rules/places.ts';
import { settingsFault, type ShopSettings } from '../rules/settings.ts';
import { loadShopNow, shopOf, type Shop } from '../shop.ts';
import { deleteExpired } from '../store/sessions.ts';
import {
  insertLocation,
  readLocation,
  updateLocation,
  updateShop,
  type Address,
  type LocationRow,
  type OpeningHours,
} from '../store/shop.ts';

export type ShopChange = {
  readonly version: number | null;
  readonly name?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly locale?: Locale;
  readonly timezone?: string;
  readonly address?: Address | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** Only what changes. */
  readonly settings?: Partial<ShopSettings>;
};

/** Refuses a country, currency or zone that does not exist. */
export function placeFault(place: {
  country?: string;
  currency?: string;
  timezone?: string;
  address?: Address | null;
}): Refusal | null {
  const no = (code: string, why: string, field: string): Refusal => refuse(code, why, 'invalid', { field });
  if (place.country !== undefined && !isCountry(place.country))
    return no('country_unknown', 'Give the country as two capitals, such as NL.', 'country');
  if (place.currency !== undefined && !isCurrency(place.currency))
    return no('currency_unknown', 'Give the currency as three capitals, such as EUR.', 'currency');
  if (place.timezone !== undefined && !isTimezone(place.timezone))
    return no('timezone_unknown', 'Give the time zone as in Europe/Amsterdam.', 'timezone');
  if (place.address && !isCountry(place.address.country))
    return no('country_unknown', 'Give the country as two capitals, such as NL.', 'address.country');
  return null;
}

/**
 * Changes the shop. Call `forgetShop` once it is committed. Refuses `not_set_up`, `stale_version`,
 * `settings_contradict`, `country_unknown`, `currency_unknown`, `timezone_unknown`, `phone_invalid`.
 */
export async function changeShop(tx: Tx, ctx: Ctx, input: ShopChange): Promise<Outcome<Shop>> {
  const no = requirePermission(ctx.actor, 'settings.edit') ?? placeFault(input);
  if (no) return no;
  const shop = await loadShopNow(tx);
  if (shop.version === 0) return refuse('not_set_up', 'This shop is not set up yet.', 'conflict');
  const { version, settings, phone, ...plain } = input;
  const merged = settings === undefined ? undefined : { ...shop.settings, ...settings };
  const fault = merged && settingsFault(merged);
  if (fault) return fault;
  const number = phone ? normalisePhone(phone, input.country ?? shop.country) : ok(phone);
  if (!number.ok) return number;
  const row = await updateShop(
    tx,
    { ...plain, ...(number.value === undefined ? {} : { phone: number.value }), settings: merged },
    version ?? shop.version,
  );
  if (row) return ok(shopOf(row));
  return refuse('stale_version', 'Somebody changed these settings meanwhile. Look again.', 'stale', {
    more: { version: shop.version },
  });
}

export type LocationInput = {
  readonly name: string;
  readonly address: Address;
  readonly phone?: string | null;
  readonly openingHours?: OpeningHours;
  readonly timezone?: string;
  readonly takesWalkIns?: boolean;
};

function locationFault(input: Partial<LocationInput>): Refusal | null {
  for (const [day, spans] of Object.entries(input.openingHours ?? {})) {
    const fault = hoursFault(spans);
    if (fault) return refuse('hours_invalid', fault, 'invalid', { field: `opening_hours.${day}` });
  }
  return placeFault(input);
}

/** Null when there is no store of this id to be named, or there is one, else `location_unknown`. */
export async function storeFault(tx: Tx, id: string | null | undefined): Promise<Refusal | null> {
  if (!id || (await readLocation(tx, id))) return null;
  return refuse('location_unknown', 'This store does not exist.', 'invalid', { field: 'location_id' });
}

/** Adds a store. Refuses `location_exists`, `hours_invalid`, `country_unknown`, `timezone_unknown`, `phone_invalid`. */
export async function addLocation(tx: Tx, ctx: Ctx, input: LocationInput): Promise<Outcome<LocationRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit') ?? locationFault(input);
  if (no) return no;
  const number = input.phone ? normalisePhone(input.phone, input.address.country) : ok(null);
  if (!number.ok) return number;
  const row = await insertLocation(tx, {
    id: ctx.newId('loc'),
    name: input.name,
    slug: slugOf(input.name),
    address: input.address,
    phone: number.value,
    opening_hours: input.openingHours ?? {},
    timezone: input.timezone ?? (await loadShopNow(tx)).timezone,
    takes_walk_ins: input.takesWalkIns ?? true,
    active: true,
    created_at: ctx.now,
  });
  if (row) return ok(row);
  return refuse('location_exists', 'There is a store of this name already.', 'conflict', { field: 'name' });
}

/** Changes a store; its short name in addresses stays. Refuses as `addLocation`, `location_unknown`, `stale_version`. */
export async function changeLocation(
  tx: Tx,
  ctx: Ctx,
  input: Partial<LocationInput> & { id: string; version: number | null; active?: boolean },
): Promise<Outcome<LocationRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit') ?? locationFault(input);
  if (no) return no;
  const known = await readLocation(tx, input.id);
  if (!known) return refuse('location_unknown', 'This store does not exist.', 'not_found');
  const country = input.address?.country ?? known.address.country;
  const number = input.phone ? normalisePhone(input.phone, country) : ok(input.phone);
  if (!number.ok) return number;
  const row = await updateLocation(
    tx,
    input.id,
    {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.address === undefined ? {} : { address: input.address }),
      ...(number.value === undefined ? {} : { phone: number.value }),
      ...(input.openingHours === undefined ? {} : { opening_hours: input.openingHours }),
      ...(input.timezone === undefined ? {} : { timezone: input.timezone }),
      ...(input.takesWalkIns === undefined ? {} : { takes_walk_ins: input.takesWalkIns }),
      ...(input.active === undefined ? {} : { active: input.active }),
    },
    input.version ?? known.version,
  );
  if (row) return ok(row);
  return refuse('stale_version', 'Somebody changed this store meanwhile. Look again.', 'stale', {
    more: { version: known.version },
  });
}

/** Removes sessions, codes and counted tries that are over; the app runs it once a day. */
export async function sweepIdentity(tx: Tx, ctx: Ctx): Promise<Outcome<null>> {
  await deleteExpired(tx, ctx.now, after(ctx.now, -DAY));
  return ok(null);
}
