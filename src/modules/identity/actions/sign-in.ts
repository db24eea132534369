/** Signing in and out. The same answer for an unknown mail address and a wrong password, in the same time. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, DAY, MINUTE } from '../../../kernel/time.ts';
import type { Postgres, Tx } from '../../../platform/postgres.ts';
import { hashToken, newToken } from '../../../platform/secrets.ts';
import { passwordFault } from '../rules/passwords.ts';
import { deleteSession, deleteSessionsOf, insertSession } from '../store/sessions.ts';
import {
  deleteVerification,
  insertVerification,
  readInvitation,
  readSignIn,
  readStaff,
  savePassword,
} from '../store/staff.ts';
import { hashPassword, passwordMatches } from '../tokens.ts';
import { forgiveTries, spendTry } from './throttle.ts';

/** A session lives this long after its last use (who.ts extends it), and 30 days at most. */
export const SESSION_MS = 7 * DAY;
export const SESSION_MAX_MS = 30 * DAY;

const TRIES = { tries: 10, windowMs: 15 * MINUTE };

export type SignedIn = { readonly staffId: string; readonly token: string; readonly expiresAt: Date };
export type SignInResult =
  | { readonly signedIn: SignedIn; readonly challenge: null }
  | { readonly signedIn: null; readonly challenge: string };

function failed(): Refusal {
  return refuse('sign_in_failed', 'The e-mail address or the password is not right.', 'forbidden');
}

/** Makes a session; the caller has made sure who it is. */
export async function beginSession(tx: Tx, ctx: Ctx, staffId: string): Promise<SignedIn> {
  const token = newToken(ctx.random);
  const expiresAt = after(ctx.now, SESSION_MS);
  await insertSession(tx, {
    id: ctx.newId('ses'),
    staff_id: staffId,
    token_hash: hashToken(token),
    created_at: ctx.now,
    expires_at: expiresAt,
  });
  return { staffId, token, expiresAt };
}

/**
 * Mail address and password → a session, or a challenge that wants the second factor within 5 minutes.
 * Refuses `sign_in_failed`, `too_many_tries` (10 in a quarter of an hour, whether the address exists or not).
 */
export async function signIn(
  postgres: Postgres,
  ctx: Ctx,
  input: { email: string; password: string },
): Promise<Outcome<SignInResult>> {
  const limited = await spendTry(postgres.db, 'sign_in', input.email, TRIES, ctx.now);
  if (limited) return limited;
  const person = await readSignIn(postgres.db, { email: input.email });
  const right = await passwordMatches(input.password, person?.password_hash ?? null);
  if (!right || !person || person.disabled) return failed();
  return await postgres.transact(async (tx): Promise<Outcome<SignInResult>> => {
    if (!person.two_factor) {
      await forgiveTries(tx, 'sign_in', input.email);
      return ok({ signedIn: await beginSession(tx, ctx, person.id), challenge: null });
    }
    const challenge = newToken(ctx.random);
    await insertVerification(tx, {
      token_hash: hashToken(challenge),
      staff_id: person.id,
      purpose: 'totp',
      created_at: ctx.now,
      expires_at: after(ctx.now, 5 * MINUTE),
    });
    return ok({ signedIn: null, challenge });
  });
}

/** Ends the session of this cookie; fine when there is none. */
export async function signOut(tx: Tx, token: string): Promise<Outcome<null>> {
  await deleteSession(tx, hashToken(token));
  return ok(null);
}

/**
 * Takes up an invitation or a reset: sets the password, ends all sessions, signs in (people with a second factor
 * sign in by themselves: `signedIn` null). Refuses `invitation_unknown`, `password_weak`.
 */
export async function acceptInvitation(
  postgres: Postgres,
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<Outcome<{ signedIn: SignedIn | null }>> {
  const unknown = refuse(
    'invitation_unknown',
    'This invitation is unknown, used or expired. Ask an owner for a new one.',
    'not_found',
  );
  const tokenHash = hashToken(input.token);
  const invited = await readInvitation(postgres.db, tokenHash, ctx.now);
  if (!invited) return unknown;
  const weak = passwordFault(input.password, [invited.name, invited.email]);
  if (weak) return weak;
  const hash = await hashPassword(input.password);
  return await postgres.transact(async (tx): Promise<Outcome<{ signedIn: SignedIn | null }>> => {
    if (!(await deleteVerification(tx, tokenHash))) return unknown;
    await savePassword(tx, invited.staff_id, hash, ctx.now);
    await deleteSessionsOf(tx, invited.staff_id);
    const person = await readSignIn(tx, { id: invited.staff_id });
    if (person?.two_factor) return ok({ signedIn: null });
    return ok({ signedIn: await beginSession(tx, ctx, invited.staff_id) });
  });
}

/** Changes one's own password and ends one's other sessions. Refuses `password_wrong`, `password_weak`, `too_many_tries`. */
export async function changePassword(
  postgres: Postgres,
  ctx: Ctx,
  input: { current: string; password: string; sessionId: string | null },
): Promise<Outcome<null>> {
  const checked = await checkOwnPassword(postgres, ctx, input.current, 'current');
  if (!checked.ok) return checked;
  const { staffId } = checked.value;
  const me = await readStaff(postgres.db, staffId);
  const weak = passwordFault(input.password, me ? [me.name, me.email] : [], 'new');
  if (weak) return weak;
  const hash = await hashPassword(input.password);
  return await postgres.transact(async (tx) => {
    await savePassword(tx, staffId, hash, ctx.now);
    await deleteSessionsOf(tx, staffId, input.sessionId);
    return ok(null);
  });
}

/** Makes sure the signed-in person knows their password. Refuses `sign_in_required`, `password_wrong`, `too_many_tries`. */
export async function checkOwnPassword(
  postgres: Postgres,
  ctx: Ctx,
  password: string,
  field: string,
): Promise<Outcome<{ staffId: string }>> {
  const actor = ctx.actor;
  if (actor.kind !== 'staff')
    return refuse('sign_in_required', 'Please sign in as staff to do this.', 'forbidden');
  const limited = await spendTry(postgres.db, 'own_password', actor.id, TRIES, ctx.now);
  if (limited) return limited;
  const person = await readSignIn(postgres.db, { id: actor.id });
  if (!(await passwordMatches(password, person?.password_hash ?? null)))
    return refuse('password_wrong', 'This is not your password.', 'invalid', { field });
  await forgiveTries(postgres.db, 'own_password', actor.id);
  return ok({ staffId: actor.id });
}
