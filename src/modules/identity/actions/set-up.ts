/** The first run: a token printed at start lets one person name the shop and become its owner. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import type { Postgres, Reader, Tx } from '../../../platform/postgres.ts';
import { hashToken, newToken } from '../../../platform/secrets.ts';
import { passwordFault } from '../rules/passwords.ts';
import { slugOf } from '../rules/places.ts';
import { forgetShop } from '../shop.ts';
import { insertSetupToken, setupTokenValid, useSetupToken } from '../store/sessions.ts';
import { insertLocation, insertShop } from '../store/shop.ts';
import { anyStaff, insertStaff, savePassword } from '../store/staff.ts';
import { hashPassword } from '../tokens.ts';
import { beginSession, type SignedIn } from './sign-in.ts';

export type SetUp = {
  readonly token: string;
  readonly shopName: string;
  readonly country: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly ownerName: string;
  readonly email: string;
  readonly password: string;
};

/** True while nobody can sign in yet. */
export async function setUpNeeded(reader: Reader): Promise<boolean> {
  return !(await anyStaff(reader));
}

/**
 * Makes a token when set-up is needed, else gives null. The app prints it at each start; one lives for a day,
 * and with several processes each prints its own.
 */
export async function ensureSetupToken(tx: Tx, ctx: Ctx): Promise<Outcome<string | null>> {
  if (!(await setUpNeeded(tx))) return ok(null);
  const token = newToken(ctx.random);
  await insertSetupToken(tx, {
    token_hash: hashToken(token),
    created_at: ctx.now,
    expires_at: after(ctx.now, DAY),
  });
  return ok(token);
}

function tokenUnknown(): Refusal {
  return refuse(
    'setup_token_unknown',
    'This set-up token is not right or has expired. Restart the program: it prints a new one.',
    'forbidden',
    { field: 'token' },
  );
}

function alreadySetUp(): Refusal {
  return refuse('already_set_up', 'This shop is set up already. Please sign in.', 'conflict');
}

/** Null when this token may set the shop up now, without using it; for loading the demo shop. */
export async function setupTokenFault(reader: Reader, ctx: Ctx, token: string): Promise<Refusal | null> {
  if (!(await setUpNeeded(reader))) return alreadySetUp();
  return (await setupTokenValid(reader, hashToken(token), ctx.now)) ? null : tokenUnknown();
}

/**
 * Shop, first store and owner in one transaction, and the owner's session. Refuses `setup_token_unknown`,
 * `already_set_up`, `password_weak`. Of two at once one wins.
 */
export async function setUp(postgres: Postgres, ctx: Ctx, input: SetUp): Promise<Outcome<SignedIn>> {
  const fault = await setupTokenFault(postgres.db, ctx, input.token);
  if (fault) return fault;
  const weak = passwordFault(input.password, [input.ownerName, input.email, input.shopName]);
  if (weak) return weak;
  const hash = await hashPassword(input.password);
  const done = await postgres.transact(async (tx): Promise<Outcome<SignedIn>> => {
    if (!(await useSetupToken(tx, hashToken(input.token), ctx.now))) return tokenUnknown();
    const made = await insertShop(tx, {
      name: input.shopName,
      currency: input.currency,
      country: input.country,
      locale: input.locale,
      timezone: input.timezone,
      address: null,
      email: input.email,
      phone: null,
      settings: {},
      demo: false,
      set_up_at: ctx.now,
    });
    if (!made || (await anyStaff(tx))) return alreadySetUp();
    const locationId = ctx.newId('loc');
    await insertLocation(tx, {
      id: locationId,
      name: input.shopName,
      slug: slugOf(input.shopName),
      address: { name: input.shopName, line1: '', postal_code: '', city: '', country: input.country },
      phone: null,
      opening_hours: {},
      timezone: input.timezone,
      takes_walk_ins: true,
      active: true,
      created_at: ctx.now,
    });
    const staffId = ctx.newId('stf');
    await insertStaff(tx, {
      id: staffId,
      email: input.email,
      name: input.ownerName,
      roles: ['owner'],
      location_id: locationId,
      locale: input.locale,
      disabled_at: null,
      created_at: ctx.now,
    });
    await savePassword(tx, staffId, hash, ctx.now);
    return ok(await beginSession(tx, ctx, staffId));
  });
  forgetShop(postgres.db);
  return done;
}
