/** The second factor: enrol, activate with a first code, use, give up. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { MINUTE } from '../../../kernel/time.ts';
import type { Postgres, Tx } from '../../../platform/postgres.ts';
import { hashToken, seal, unseal, type Keyring } from '../../../platform/secrets.ts';
import {
  deleteTwoFactor,
  insertTwoFactor,
  lockTwoFactor,
  saveTwoFactor,
  type TwoFactorRow,
} from '../store/sessions.ts';
import { deleteVerification, readStaff, tryVerification } from '../store/staff.ts';
import { base32, enrolmentUri, matchingStep } from '../totp.ts';
import { loadShop } from '../shop.ts';
import { beginSession, checkOwnPassword, type SignedIn } from './sign-in.ts';
import { forgiveTries, spendTry } from './throttle.ts';

const TRIES = { tries: 10, windowMs: 15 * MINUTE };
const BACKUP_CODES = 8;

function wrongCode(): Refusal {
  return refuse('code_wrong', 'This code is not right. Codes change every 30 seconds.', 'invalid', {
    field: 'code',
  });
}

/** The second step of signing in: a code of the app, or one of the backup codes (each works once). */
export async function signInSecondStep(
  postgres: Postgres,
  ctx: Ctx,
  keyring: Keyring,
  input: { challenge: string; code: string },
): Promise<Outcome<SignedIn>> {
  const challenge = hashToken(input.challenge);
  const tried = await postgres.transact(async (tx) => ok(await tryVerification(tx, challenge, ctx.now)));
  if (!tried.ok) return tried;
  const staffId = tried.value;
  if (staffId === null)
    return refuse(
      'challenge_expired',
      'This took too long or too many tries. Please sign in again.',
      'forbidden',
    );
  const limited = await spendTry(postgres.db, 'totp', staffId, TRIES, ctx.now);
  if (limited) return limited;
  return await postgres.transact(async (tx): Promise<Outcome<SignedIn>> => {
    const factor = await lockTwoFactor(tx, staffId);
    const person = await readStaff(tx, staffId);
    if (!factor?.activated_at || !person || person.disabled_at) return wrongCode();
    if (!(await takeCode(tx, ctx, keyring, factor, input.code))) return wrongCode();
    await deleteVerification(tx, challenge);
    await forgiveTries(tx, 'totp', staffId);
    await forgiveTries(tx, 'sign_in', person.email);
    return ok(await beginSession(tx, ctx, staffId));
  });
}

async function takeCode(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  factor: TwoFactorRow,
  code: string,
): Promise<boolean> {
  const secret = Buffer.from(unseal(factor.sealed_secret, keyring), 'base64url');
  const step = matchingStep(secret, code, ctx.now, factor.last_step);
  if (step !== null) {
    await saveTwoFactor(tx, factor.staff_id, { last_step: step });
    return true;
  }
  const backup = backupHash(factor.staff_id, code);
  if (!factor.backup_hashes.includes(backup)) return false;
  await saveTwoFactor(tx, factor.staff_id, {
    backup_hashes: factor.backup_hashes.filter((hash) => hash !== backup),
  });
  return true;
}

function backupHash(staffId: string, code: string): string {
  return hashToken(`${staffId}:${code.replaceAll(/[\s-]/g, '').toUpperCase()}`);
}

/**
 * Makes a secret and backup codes for the signed-in person; nothing changes until `activateTwoFactor`. Refuses
 * `two_factor_active`: give the old one up first, which needs the password.
 */
export async function enrolTwoFactor(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
): Promise<Outcome<{ uri: string; backupCodes: string[] }>> {
  const actor = ctx.actor;
  if (actor.kind !== 'staff')
    return refuse('sign_in_required', 'Please sign in as staff to do this.', 'forbidden');
  const person = await readStaff(tx, actor.id);
  if (!person) return refuse('staff_unknown', 'This person does not exist.', 'not_found');
  if ((await lockTwoFactor(tx, actor.id))?.activated_at)
    return refuse('two_factor_active', 'Your second factor is already on. Switch it off first to change it.');
  const secret = Buffer.from(ctx.random(20));
  const backupCodes = Array.from({ length: BACKUP_CODES }, () => {
    const text = base32(ctx.random(10));
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;
  });
  await insertTwoFactor(tx, {
    staff_id: actor.id,
    sealed_secret: seal(secret.toString('base64url'), keyring),
    backup_hashes: backupCodes.map((code) => backupHash(actor.id, code)),
    created_at: ctx.now,
  });
  const shop = await loadShop(tx);
  return ok({ uri: enrolmentUri(secret, shop.name, person.email), backupCodes });
}

/** Turns the second factor on once a first code was right. Refuses `code_wrong`, `two_factor_missing`, `too_many_tries`. */
export async function activateTwoFactor(
  postgres: Postgres,
  ctx: Ctx,
  keyring: Keyring,
  code: string,
): Promise<Outcome<null>> {
  const actor = ctx.actor;
  if (actor.kind !== 'staff')
    return refuse('sign_in_required', 'Please sign in as staff to do this.', 'forbidden');
  const limited = await spendTry(postgres.db, 'totp', actor.id, TRIES, ctx.now);
  if (limited) return limited;
  return await postgres.transact(async (tx) => {
    const factor = await lockTwoFactor(tx, actor.id);
    if (!factor) return refuse('two_factor_missing', 'Please start with a new QR code.', 'conflict');
    const secret = Buffer.from(unseal(factor.sealed_secret, keyring), 'base64url');
    const step = matchingStep(secret, code, ctx.now, factor.last_step);
    if (step === null) return wrongCode();
    await saveTwoFactor(tx, actor.id, { last_step: step, activated_at: factor.activated_at ?? ctx.now });
    await forgiveTries(tx, 'totp', actor.id);
    return ok(null);
  });
}

/** Turns it off; needs the password. Refuses `password_wrong`, `too_many_tries`. */
export async function disableTwoFactor(
  postgres: Postgres,
  ctx: Ctx,
  password: string,
): Promise<Outcome<null>> {
  const checked = await checkOwnPassword(postgres, ctx, password, 'password');
  if (!checked.ok) return checked;
  return await postgres.transact(async (tx) => {
    await deleteTwoFactor(tx, checked.value.staffId);
    return ok(null);
  });
}
