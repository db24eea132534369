/** The shop as every module sees it: one row, remembered for two seconds because every move asks for it. */
import type { Locale } from '../../kernel/locale.ts';
import type { Reader } from '../../platform/postgres.ts';
import { DEFAULT_SETTINGS, settingsOf, type ShopSettings } from './rules/settings.ts';
import { readShop, type Address, type ShopRow } from './store/shop.ts';

export type Shop = {
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly address: Address | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly settings: ShopSettings;
  readonly demo: boolean;
  /** Null before the first-run set-up. */
  readonly setUpAt: Date | null;
  /** 0 before the first-run set-up. */
  readonly version: number;
};

/** What counts before anybody has set the shop up. */
const NOT_SET_UP: Shop = {
  name: 'Reprise',
  currency: 'EUR',
  country: 'NL',
  locale: 'en',
  timezone: 'Europe/Amsterdam',
  address: null,
  email: null,
  phone: null,
  settings: DEFAULT_SETTINGS,
  demo: false,
  setUpAt: null,
  version: 0,
};

export function shopOf(row: ShopRow): Shop {
  return {
    name: row.name,
    currency: row.currency,
    country: row.country,
    locale: row.locale,
    timezone: row.timezone,
    address: row.address,
    email: row.email,
    phone: row.phone,
    settings: settingsOf(row.settings),
    demo: row.demo,
    setUpAt: row.set_up_at,
    version: row.version,
  };
}

const REMEMBER_MS = 2_000;

/** Per database: a transaction and its pool share one adapter object, and tests open many databases. */
const remembered = new WeakMap<object, { shop: Shop; until: number }>();

/**
 * The shop, at most two seconds old; other processes see a change after that time. Before the set-up it is a
 * nameless shop with the defaults (`setUpAt` null), never an error.
 */
export async function loadShop(reader: Reader): Promise<Shop> {
  const key = reader.getExecutor().adapter;
  const known = remembered.get(key);
  if (known && known.until > performance.now()) return known.shop;
  const shop = await loadShopNow(reader);
  remembered.set(key, { shop, until: performance.now() + REMEMBER_MS });
  return shop;
}

/** The shop as it is in the database now. Whoever changes it reads it so: what may roll back is not remembered. */
export async function loadShopNow(reader: Reader): Promise<Shop> {
  const row = await readShop(reader);
  return row ? shopOf(row) : NOT_SET_UP;
}

/** Drops what is remembered; call it once a write is committed. */
export function forgetShop(reader: Reader): void {
  remembered.delete(reader.getExecutor().adapter);
}
