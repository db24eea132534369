/** The demo shop: two stores and somebody in each role. Only `reprise demo` and tests call this. */
import type { Ctx } from '../../kernel/actor.ts';
import type { Locale } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { Role } from './rules.ts';
import { insertLocation, insertShop, type LocationRow, type OpeningHours } from './store/shop.ts';
import { insertStaff, savePassword } from './store/staff.ts';
import { hashPassword } from './tokens.ts';

const WEEKDAY: [string, string][] = [['09:30', '18:00']];
const HOURS: OpeningHours = {
  mon: [['12:00', '18:00']],
  tue: WEEKDAY,
  wed: WEEKDAY,
  thu: [['09:30', '21:00']],
  fri: WEEKDAY,
  sat: [['09:30', '17:30']],
};

export type DemoShop = { readonly amsterdam: string; readonly utrecht: string };

/** Shop and stores. Refuses `already_set_up`. */
export async function seedDemoShop(tx: Tx, ctx: Ctx): Promise<Outcome<DemoShop>> {
  const address = { line1: 'Damrak 70', postal_code: '1012 LM', city: 'Amsterdam', country: 'NL' };
  const made = await insertShop(tx, {
    name: 'Second Spring',
    currency: 'EUR',
    country: 'NL',
    locale: 'en',
    timezone: 'Europe/Amsterdam',
    address: { name: 'Second Spring B.V.', ...address },
    email: 'hello@secondspring.example',
    phone: '+31201234567',
    settings: {},
    demo: true,
    set_up_at: ctx.now,
  });
  if (!made) return refuse('already_set_up', 'This shop is set up already.', 'conflict');
  const amsterdam = await store(tx, ctx, {
    name: 'Amsterdam Centrum',
    slug: 'amsterdam-centrum',
    address: { name: 'Second Spring Amsterdam', ...address },
    phone: '+31201234567',
  });
  const utrecht = await store(tx, ctx, {
    name: 'Utrecht',
    slug: 'utrecht',
    address: {
      name: 'Second Spring Utrecht',
      line1: 'Oudegracht 158',
      postal_code: '3511 AZ',
      city: 'Utrecht',
      country: 'NL',
    },
    phone: '+31301234567',
  });
  return ok({ amsterdam, utrecht });
}

async function store(
  tx: Tx,
  ctx: Ctx,
  given: Pick<LocationRow, 'name' | 'slug' | 'address' | 'phone'>,
): Promise<string> {
  const id = ctx.newId('loc');
  await insertLocation(tx, {
    id,
    ...given,
    opening_hours: HOURS,
    timezone: 'Europe/Amsterdam',
    takes_walk_ins: true,
    active: true,
    created_at: ctx.now,
  });
  return id;
}

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locationId: string;
};

const PEOPLE: readonly { name: string; mail: string; role: Role; locale: Locale; at: keyof DemoShop }[] = [
  { name: 'Olivia de Boer', mail: 'owner', role: 'owner', locale: 'en', at: 'amsterdam' },
  { name: 'Karim Haddad', mail: 'counter', role: 'counter', locale: 'nl', at: 'amsterdam' },
  { name: 'Sanne Visser', mail: 'counter.utrecht', role: 'counter', locale: 'nl', at: 'utrecht' },
  { name: 'Bram Jansen', mail: 'bench', role: 'bench', locale: 'nl', at: 'amsterdam' },
  { name: 'Helena Costa', mail: 'helpdesk', role: 'help_desk', locale: 'en', at: 'amsterdam' },
  { name: 'Femke Smit', mail: 'finance', role: 'finance', locale: 'en', at: 'amsterdam' },
  { name: 'Victor Lange', mail: 'viewer', role: 'viewer', locale: 'de', at: 'amsterdam' },
];

/**
 * Somebody in each role, all with one fresh password that is given back to be printed and kept nowhere: there is
 * no default account. Run after `seedDemoShop`.
 */
export async function seedDemoStaff(
  tx: Tx,
  ctx: Ctx,
  shop: DemoShop,
): Promise<Outcome<{ password: string; people: DemoPerson[] }>> {
  const password = `demo-${Buffer.from(ctx.random(9)).toString('base64url')}`;
  const hash = await hashPassword(password);
  const people: DemoPerson[] = [];
  for (const one of PEOPLE) {
    const id = ctx.newId('stf');
    const email = `${one.mail}@secondspring.example`;
    const locationId = shop[one.at];
    await insertStaff(tx, {
      id,
      email,
      name: one.name,
      roles: [one.role],
      location_id: locationId,
      locale: one.locale,
      disabled_at: null,
      created_at: ctx.now,
    });
    await savePassword(tx, id, hash, ctx.now);
    people.push({ id, name: one.name, email, role: one.role, locationId });
  }
  return ok({ password, people });
}
