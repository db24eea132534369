/** The people who work here. Permission `staff.manage`; there is always an owner who can sign in. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY, HOUR } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { hashToken, newToken } from '../../../platform/secrets.ts';
import { requirePermission, type Role } from '../rules.ts';
import { storeFault } from './settings.ts';
import { deleteSessionsOf, deleteTwoFactor } from '../store/sessions.ts';
import {
  dropVerifications,
  insertStaff,
  insertVerification,
  listStaff,
  lockOwners,
  readStaff,
  updateStaff,
  type StaffLine,
  type StaffPatch,
} from '../store/staff.ts';

/** A person with the link they choose a password by: shown to the owner once, valid for 3 days (a reset: 1 hour). */
export type Invited = { readonly person: StaffLine; readonly path: string; readonly expiresAt: Date };

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locationId: string | null;
  readonly locale: Locale;
};

function unknown(): Refusal {
  return refuse('staff_unknown', 'This person does not exist.', 'not_found');
}

function stale(current: number): Refusal {
  return refuse('stale_version', 'Somebody changed this meanwhile. Look again.', 'stale', {
    more: { version: current },
  });
}

async function personOf(tx: Tx, id: string): Promise<StaffLine> {
  const [person] = await listStaff(tx, id);
  if (!person) throw new Error(`${id} was just written and is gone`);
  return person;
}

async function invite(tx: Tx, ctx: Ctx, staffId: string, purpose: 'invite' | 'reset'): Promise<Invited> {
  const token = newToken(ctx.random);
  const expiresAt = after(ctx.now, purpose === 'invite' ? 3 * DAY : HOUR);
  await insertVerification(tx, {
    token_hash: hashToken(token),
    staff_id: staffId,
    purpose,
    created_at: ctx.now,
    expires_at: expiresAt,
  });
  // In the fragment, so that it reaches no server log and no referrer.
  return { person: await personOf(tx, staffId), path: `/console/join#${token}`, expiresAt };
}

/** Adds a person and gives the link they choose a password by. Refuses `email_taken`, `location_unknown`. */
export async function inviteStaff(tx: Tx, ctx: Ctx, input: NewPerson): Promise<Outcome<Invited>> {
  const no = requirePermission(ctx.actor, 'staff.manage') ?? (await storeFault(tx, input.locationId));
  if (no) return no;
  const id = ctx.newId('stf');
  const made = await insertStaff(tx, {
    id,
    email: input.email,
    name: input.name,
    roles: [...new Set(input.roles)],
    location_id: input.locationId,
    locale: input.locale,
    disabled_at: null,
    created_at: ctx.now,
  });
  if (!made)
    return refuse('email_taken', 'Somebody with this e-mail address is on the staff already.', 'conflict', {
      field: 'email',
    });
  return ok(await invite(tx, ctx, id, 'invite'));
}

async function lastOwnerFault(tx: Tx, id: string): Promise<Refusal | null> {
  const owners = await lockOwners(tx);
  if (owners.some((owner) => owner !== id) || !owners.includes(id)) return null;
  return refuse('last_owner', 'This is the only owner. Make somebody else an owner first.', 'conflict');
}

export type StaffChange = {
  readonly id: string;
  /** What the caller saw; null: whatever it is now. */
  readonly version: number | null;
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly locationId?: string | null;
  readonly locale?: Locale;
};

/** Changes name, roles, store or language; new roles count from the next request on. Refuses `last_owner`, `stale_version`. */
export async function changeStaff(tx: Tx, ctx: Ctx, input: StaffChange): Promise<Outcome<StaffLine>> {
  const no = requirePermission(ctx.actor, 'staff.manage') ?? (await storeFault(tx, input.locationId));
  if (no) return no;
  if (input.roles && !input.roles.includes('owner')) {
    const last = await lastOwnerFault(tx, input.id);
    if (last) return last;
  }
  const patch: StaffPatch = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.roles === undefined ? {} : { roles: [...new Set(input.roles)] }),
    ...(input.locationId === undefined ? {} : { location_id: input.locationId }),
    ...(input.locale === undefined ? {} : { locale: input.locale }),
  };
  return await write(tx, input.id, patch, input.version);
}

/** Somebody chooses the language they work in; it comes along to their next sign-in. Refuses `sign_in_required`. */
export async function chooseLanguage(tx: Tx, ctx: Ctx, locale: Locale): Promise<Outcome<null>> {
  if (ctx.actor.kind !== 'staff') return refuse('sign_in_required', 'Sign in first.', 'forbidden');
  await updateStaff(tx, ctx.actor.id, { locale }, null);
  return ok(null);
}

async function write(
  tx: Tx,
  id: string,
  patch: StaffPatch,
  version: number | null,
): Promise<Outcome<StaffLine>> {
  if (await updateStaff(tx, id, patch, version)) return ok(await personOf(tx, id));
  const now = await readStaff(tx, id);
  return now ? stale(now.version) : unknown();
}

/** Ends a person's access and all their sessions at once. Refuses `last_owner`, `own_account`. */
export async function disableStaff(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<StaffLine>> {
  const no = requirePermission(ctx.actor, 'staff.manage');
  if (no) return no;
  if (ctx.actor.kind === 'staff' && ctx.actor.id === id)
    return refuse('own_account', 'You cannot disable yourself. Ask another owner.', 'conflict');
  const last = await lastOwnerFault(tx, id);
  if (last) return last;
  await deleteSessionsOf(tx, id);
  await dropVerifications(tx, id);
  return await write(tx, id, { disabled_at: ctx.now }, null);
}

/** Lets a person in again, with the password they had. */
export async function enableStaff(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<StaffLine>> {
  const no = requirePermission(ctx.actor, 'staff.manage');
  if (no) return no;
  return await write(tx, id, { disabled_at: null }, null);
}

/**
 * Gives a link to choose a new password by, and ends the person's sessions. `dropTwoFactor` also takes a lost
 * phone off. Until the link is used the old password works. Refuses `staff_unknown`, `staff_disabled`.
 */
export async function resetStaff(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; dropTwoFactor: boolean },
): Promise<Outcome<Invited>> {
  const no = requirePermission(ctx.actor, 'staff.manage');
  if (no) return no;
  const person = (await listStaff(tx, input.id))[0];
  if (!person) return unknown();
  if (person.disabled_at) return refuse('staff_disabled', 'Enable this person first.', 'conflict');
  await deleteSessionsOf(tx, input.id);
  if (input.dropTwoFactor) await deleteTwoFactor(tx, input.id);
  return ok(await invite(tx, ctx, input.id, person.has_password ? 'reset' : 'invite'));
}
