/** Customers: found by what staff remember of them, made by offers, edited with their version. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { normalisePhone } from '../phones.ts';
import { requirePermission } from '../rules.ts';
import { loadShop } from '../shop.ts';
import type { Address } from '../store/shop.ts';
import {
  emailTaken,
  insertCustomer,
  readCustomer,
  readCustomerByEmail,
  searchCustomers,
  similarCustomers,
  updateCustomer,
  type CustomerPatch,
  type CustomerRow,
  type CustomerSearch,
  type Flag,
} from '../store/customers.ts';

export type Person = {
  /** Null: a walk-in who gave none. */
  readonly email: string | null;
  readonly name: string;
  readonly phone?: string | null;
  readonly locale: Locale;
  readonly address?: Address | null;
  readonly company?: string | null;
};

/**
 * The customer with this mail address, or a new one; without an address always a new one. What a known customer's
 * record says is kept (anybody can type somebody else's address): only what it lacks is filled in, and only by staff.
 * Two offers at once make one customer. Refuses `phone_invalid`, `customer_blocked`.
 */
export async function customerFor(tx: Tx, ctx: Ctx, person: Person): Promise<Outcome<CustomerRow>> {
  const country = person.address?.country ?? (await loadShop(tx)).country;
  const phone = person.phone ? normalisePhone(person.phone, country) : ok(null);
  if (!phone.ok) return phone;
  const row = {
    id: ctx.newId('cus'),
    email: person.email,
    name: person.name,
    phone: phone.value,
    locale: person.locale,
    address: person.address ?? null,
    company: person.company ?? null,
    flag: 'none' as const,
    blocked_at: null,
    note: null,
    created_at: ctx.now,
  };
  if (await insertCustomer(tx, row)) return ok({ ...row, version: 1 });
  const known = person.email === null ? null : await readCustomerByEmail(tx, person.email);
  if (!known) throw new Error('a customer was neither made nor found');
  if (known.flag === 'blocked' && ctx.actor.kind !== 'staff')
    return refuse('customer_blocked', 'We cannot make you an offer online. Please contact us.', 'forbidden');
  if (ctx.actor.kind !== 'staff') return ok(known);
  const missing: CustomerPatch = {
    ...(known.phone === null && row.phone !== null ? { phone: row.phone } : {}),
    ...(known.address === null && row.address !== null ? { address: row.address } : {}),
    ...(known.company === null && row.company !== null ? { company: row.company } : {}),
  };
  if (Object.keys(missing).length === 0) return ok(known);
  return ok((await updateCustomer(tx, known.id, missing, null)) ?? known);
}

export type CustomerChange = {
  readonly id: string;
  readonly version: number | null;
  readonly email?: string | null;
  readonly name?: string;
  readonly phone?: string | null;
  readonly locale?: Locale;
  readonly address?: Address | null;
  readonly company?: string | null;
  readonly flag?: Flag;
  readonly note?: string | null;
};

/** Changes a customer's record. Refuses `customer_unknown`, `stale_version`, `email_taken`, `phone_invalid`. */
export async function changeCustomer(tx: Tx, ctx: Ctx, input: CustomerChange): Promise<Outcome<CustomerRow>> {
  const no = requirePermission(ctx.actor, 'customer.edit');
  if (no) return no;
  const { id, version, phone, flag, ...plain } = input;
  const known = await readCustomer(tx, id);
  if (!known) return refuse('customer_unknown', 'This customer does not exist.', 'not_found');
  const country = input.address?.country ?? known.address?.country ?? (await loadShop(tx)).country;
  const number = phone ? normalisePhone(phone, country) : ok(phone);
  if (!number.ok) return number;
  if (input.email && (await emailTaken(tx, input.email, id)))
    return refuse('email_taken', 'Another customer has this e-mail address.', 'conflict', { field: 'email' });
  const row = await updateCustomer(
    tx,
    id,
    {
      ...plain,
      ...(number.value === undefined ? {} : { phone: number.value }),
      ...(flag === undefined
        ? {}
        : { flag, blocked_at: flag === 'blocked' ? (known.blocked_at ?? ctx.now) : null }),
    },
    version,
  );
  if (row) return ok(row);
  return refuse('stale_version', 'Somebody changed this customer meanwhile. Look again.', 'stale', {
    more: { version: known.version },
  });
}

/** What staff type into a search field, as words: phone numbers without blanks, everything in lower case. */
export function searchWords(q: string): string[] {
  const text = q.trim().toLowerCase();
  if (/^[+\d][\d\s()/.-]{5,}$/.test(text)) return [text.replaceAll(/\D/g, '').replace(/^0+/, '')];
  return text.split(/\s+/).filter(Boolean).slice(0, 6);
}

/**
 * Customers in whom all words of `q` occur, newest first; on the first page, when none does, those who resemble
 * it. Gives one more than `limit` where there are more.
 */
export async function findCustomers(
  reader: Reader,
  ctx: Ctx,
  input: { q: string; after: CustomerSearch['after']; limit: number },
): Promise<Outcome<CustomerRow[]>> {
  const no = requirePermission(ctx.actor, 'customer.view');
  if (no) return no;
  const exact = input.q.includes('@') ? await readCustomerByEmail(reader, input.q.trim()) : null;
  if (exact) return ok(input.after ? [] : [exact]);
  const words = searchWords(input.q);
  const rows = await searchCustomers(reader, { words, after: input.after, limit: input.limit + 1 });
  // Resemblance says nothing about addresses and numbers: those share their endings with many others.
  if (rows.length > 0 || input.after || !/^[^@\d]{4,}$/.test(input.q.trim())) return ok(rows);
  return ok(await similarCustomers(reader, input.q.trim().toLowerCase(), Math.min(input.limit, 20)));
}

/** One customer. Refuses `customer_unknown`. */
export async function getCustomer(reader: Reader, ctx: Ctx, id: string): Promise<Outcome<CustomerRow>> {
  const no = requirePermission(ctx.actor, 'customer.view');
  if (no) return no;
  const row = await readCustomer(reader, id);
  return row ? ok(row) : refuse('customer_unknown', 'This customer does not exist.', 'not_found');
}
