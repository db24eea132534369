/** SQL of the shop's row and its stores. */
import { sql, type ColumnType, type Generated, type Selectable } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { ShopSettings } from '../rules/settings.ts';

/** A postal address as it is kept and sent over the wire. */
export type Address = {
  name?: string | null;
  line1: string;
  line2?: string | null;
  postal_code: string;
  city: string;
  region?: string | null;
  /** ISO 3166-1, two letters. */
  country: string;
};

/** `{ mon: [['09:00', '18:00']] }`; an absent day is closed. */
export type OpeningHours = {
  [day in 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun']?: [string, string][];
};

type Json<T> = ColumnType<T, string, string>;

export type ShopTable = {
  id: Generated<number>;
  name: string;
  currency: string;
  country: string;
  locale: Locale;
  timezone: string;
  address: Json<Address | null> | null;
  email: string | null;
  phone: string | null;
  settings: Json<Partial<ShopSettings>>;
  demo: Generated<boolean>;
  set_up_at: Date;
  version: Generated<number>;
};

export type LocationTable = {
  id: string;
  name: string;
  slug: string;
  address: Json<Address>;
  phone: string | null;
  opening_hours: Json<OpeningHours>;
  timezone: string;
  takes_walk_ins: Generated<boolean>;
  active: Generated<boolean>;
  created_at: Date;
  version: Generated<number>;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    shop: ShopTable;
    locations: LocationTable;
  }
}

export type ShopRow = Selectable<ShopTable>;
export type LocationRow = Selectable<LocationTable>;

export async function readShop(reader: Reader): Promise<ShopRow | null> {
  return (await reader.selectFrom('shop').selectAll().executeTakeFirst()) ?? null;
}

/** Inserts the one row; false when there is one already. */
export async function insertShop(
  tx: Tx,
  row: Omit<ShopRow, 'id' | 'version' | 'address' | 'settings'> & {
    address: Address | null;
    settings: Partial<ShopSettings>;
  },
): Promise<boolean> {
  const done = await tx
    .insertInto('shop')
    .values({
      ...row,
      address: row.address === null ? null : JSON.stringify(row.address),
      settings: JSON.stringify(row.settings),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type ShopPatch = Partial<
  Pick<ShopRow, 'name' | 'currency' | 'country' | 'locale' | 'timezone' | 'email' | 'phone'>
> & { address?: Address | null; settings?: ShopSettings };

/** Writes where the version still matches; null when it does not. */
export async function updateShop(tx: Tx, patch: ShopPatch, version: number): Promise<ShopRow | null> {
  const { address, settings, ...plain } = patch;
  const row = await tx
    .updateTable('shop')
    .set({
      ...plain,
      ...(address === undefined ? {} : { address: address === null ? null : JSON.stringify(address) }),
      ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
      version: sql<number>`version + 1`,
    })
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** All stores, open ones first, by name. */
export async function listLocations(reader: Reader): Promise<LocationRow[]> {
  return await reader.selectFrom('locations').selectAll().orderBy('active', 'desc').orderBy('name').execute();
}

export async function readLocation(reader: Reader, id: string): Promise<LocationRow | null> {
  return (await reader.selectFrom('locations').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export type NewLocation = Omit<LocationRow, 'version'>;

/** Inserts a store; null when its slug is taken. */
export async function insertLocation(tx: Tx, row: NewLocation): Promise<LocationRow | null> {
  const made = await tx
    .insertInto('locations')
    .values({
      ...row,
      address: JSON.stringify(row.address),
      opening_hours: JSON.stringify(row.opening_hours),
    })
    .onConflict((c) => c.column('slug').doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? null;
}

export type LocationPatch = Partial<Omit<LocationRow, 'id' | 'slug' | 'created_at' | 'version'>>;

/** Writes where the version still matches; null when it does not. */
export async function updateLocation(
  tx: Tx,
  id: string,
  patch: LocationPatch,
  version: number,
): Promise<LocationRow | null> {
  const { address, opening_hours, ...plain } = patch;
  const row = await tx
    .updateTable('locations')
    .set({
      ...plain,
      ...(address === undefined ? {} : { address: JSON.stringify(address) }),
      ...(opening_hours === undefined ? {} : { opening_hours: JSON.stringify(opening_hours) }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}
