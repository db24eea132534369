/** Rows → wire. */
import { sortedPermissions } from '../rules.ts';
import type { Shop } from '../shop.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { LocationRow } from '../store/shop.ts';
import type { StaffLine } from '../store/staff.ts';
import type { StaffWho } from '../who.ts';

export function meView(who: StaffWho) {
  return {
    id: who.id,
    name: who.name,
    email: who.email,
    roles: who.roles,
    permissions: sortedPermissions(who.permissions),
    location: who.location,
    locale: who.locale,
    two_factor: who.twoFactor,
    money_locked: who.moneyLocked,
  };
}

export function staffView(row: StaffLine) {
  const state: 'disabled' | 'active' | 'invited' = row.disabled_at
    ? 'disabled'
    : row.has_password
      ? 'active'
      : 'invited';
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    location_id: row.location_id,
    locale: row.locale,
    two_factor: row.two_factor,
    state,
    disabled_at: row.disabled_at,
    created_at: row.created_at,
    version: row.version,
  };
}

export function shopView(shop: Shop) {
  return {
    name: shop.name,
    currency: shop.currency,
    country: shop.country,
    locale: shop.locale,
    timezone: shop.timezone,
    address: shop.address,
    email: shop.email,
    phone: shop.phone,
    settings: shop.settings,
    demo: shop.demo,
    set_up_at: shop.setUpAt,
    version: shop.version,
  };
}

export function locationView(row: LocationRow) {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    address: row.address,
    phone: row.phone,
    opening_hours: row.opening_hours,
    timezone: row.timezone,
    takes_walk_ins: row.takes_walk_ins,
    active: row.active,
    version: row.version,
  };
}

export function customerView(row: CustomerRow) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    locale: row.locale,
    address: row.address,
    company: row.company,
    flag: row.flag,
    note: row.note,
    created_at: row.created_at,
    version: row.version,
  };
}
