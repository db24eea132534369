/** Customers' way in: links by mail, the cookie sessions they are exchanged for, and fresh codes for what is sensitive. */
import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { after, DAY, HOUR, MINUTE } from '../../kernel/time.ts';
import type { Postgres, Reader, Tx } from '../../platform/postgres.ts';
import { hashToken, maskEmail, newToken } from '../../platform/secrets.ts';
import {
  deletePortalSession,
  insertCode,
  insertLink,
  insertPortalSession,
  raiseSession,
  readLink,
  readSessionAddress,
  revokeLinks,
  touchLink,
  tryCode,
  type LinkPurpose,
  type LinkRow,
} from './store/links.ts';
import { spendTry } from './actions/throttle.ts';
import { newCode } from './tokens.ts';

/** Sent with every answer behind a link: nobody keeps it, passes it on or lists it. */
export const PRIVATE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** How long links last unless said otherwise; a quote left half-way comes back for 30 days (experience.md). */
const DAYS: Readonly<Record<LinkPurpose, number>> = { portal: 90, resume: 30, kit: 30, return: 14 };
const SESSION_MS = DAY;
const CODE_MS = 10 * MINUTE;
const SENSITIVE_MS = 15 * MINUTE;
/** Codes a customer can ask for in an hour: with 5 tries each, a guess has 25 of a million. */
const CODES = { tries: 5, windowMs: HOUR };

export type NewLink = {
  readonly purpose: LinkPurpose;
  readonly caseId: string;
  readonly customerId: string;
  readonly power: 'view' | 'act';
  /** Default: by purpose. */
  readonly days?: number;
};

/** Makes a link. The token exists only in what this gives: `path` is what goes behind the base URL. */
export async function makeLink(
  tx: Tx,
  ctx: Ctx,
  input: NewLink,
): Promise<{ id: string; token: string; path: string; expiresAt: Date }> {
  const token = newToken(ctx.random);
  const id = ctx.newId('lnk');
  const expiresAt = after(ctx.now, (input.days ?? DAYS[input.purpose]) * DAY);
  await insertLink(tx, {
    id,
    purpose: input.purpose,
    case_id: input.caseId,
    customer_id: input.customerId,
    power: input.power,
    token_hash: hashToken(token),
    created_at: ctx.now,
    expires_at: expiresAt,
  });
  return { id, token, path: `/l/${token}`, expiresAt };
}

function linkFault(link: LinkRow | null, now: Date): Refusal | null {
  if (!link?.case_id || !link.customer_id)
    return refuse(
      'link_unknown',
      'We do not know this link. Please copy all of it from the e-mail.',
      'not_found',
    );
  if (link.revoked_at)
    return refuse(
      'link_revoked',
      'This link has been replaced. Please use the newest e-mail from us.',
      'forbidden',
    );
  if (link.expires_at <= now)
    return refuse('link_expired', 'This link has expired. Ask us for a new one.', 'forbidden');
  return null;
}

export type Exchanged = {
  readonly sessionId: string;
  /** For the cookie `PORTAL_COOKIE`. */
  readonly sessionToken: string;
  readonly expiresAt: Date;
  readonly purpose: LinkPurpose;
  readonly caseId: string;
  readonly customerId: string;
  readonly power: 'view' | 'act';
};

/**
 * Exchanges a link for a cookie session of its case, of a day at most. The link goes on working: mail scanners
 * open links too. Refuses `link_unknown`, `link_revoked`, `link_expired`.
 */
export async function exchangeLink(tx: Tx, ctx: Ctx, token: string): Promise<Outcome<Exchanged>> {
  const link = await readLink(tx, hashToken(token));
  const fault = linkFault(link, ctx.now);
  if (fault) return fault;
  if (!link?.case_id || !link.customer_id) throw new Error('a link without a case passed the check');
  const end = after(ctx.now, SESSION_MS);
  const session = {
    sessionId: ctx.newId('ses'),
    sessionToken: newToken(ctx.random),
    expiresAt: link.expires_at < end ? link.expires_at : end,
    purpose: link.purpose,
    caseId: link.case_id,
    customerId: link.customer_id,
    power: link.power,
  };
  await insertPortalSession(tx, {
    id: session.sessionId,
    token_hash: hashToken(session.sessionToken),
    link_id: link.id,
    case_id: session.caseId,
    customer_id: session.customerId,
    power: session.power,
    created_at: ctx.now,
    expires_at: session.expiresAt,
  });
  await touchLink(tx, link.id, ctx.now);
  return ok(session);
}

/** Ends a link, or all links of a case, and every session made of them. Gives how many links. */
export async function revokeLink(
  tx: Tx,
  ctx: Ctx,
  which: { id: string } | { caseId: string },
): Promise<number> {
  return await revokeLinks(tx, which, ctx.now);
}

/** Ends the portal session of a cookie. */
export async function leavePortal(tx: Tx, sessionToken: string): Promise<Outcome<null>> {
  await deletePortalSession(tx, hashToken(sessionToken));
  return ok(null);
}

export type RequestedCode = {
  /** Goes into the mail and nowhere else. */
  readonly code: string;
  readonly email: string;
  readonly maskedEmail: string;
  readonly locale: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly expiresAt: Date;
};

function sessionOver(): Refusal {
  return refuse('link_needed', 'Please open this page from the link in your e-mail.', 'forbidden');
}

/**
 * Makes a fresh code for a portal session; the caller mails it in the same transaction. It lasts 10 minutes and
 * 5 tries; the one before stops working. Refuses `link_needed`, `power_missing`, `email_missing`, `too_many_tries`.
 */
export async function requestCode(tx: Tx, ctx: Ctx, sessionId: string): Promise<Outcome<RequestedCode>> {
  const to = await readSessionAddress(tx, sessionId, ctx.now);
  if (!to) return sessionOver();
  if (to.power !== 'act')
    return refuse(
      'power_missing',
      'This link only shows the offer. Use the link in our first e-mail.',
      'forbidden',
    );
  if (!to.email)
    return refuse(
      'email_missing',
      'We have no e-mail address of yours. Please call or visit us.',
      'conflict',
    );
  const limited = await spendTry(tx, 'code', to.customer_id, CODES, ctx.now);
  if (limited) return limited;
  const code = newCode(ctx);
  const expiresAt = after(ctx.now, CODE_MS);
  await insertCode(tx, {
    session_id: sessionId,
    case_id: to.case_id,
    customer_id: to.customer_id,
    code_hash: hashToken(`${sessionId}:${code}`),
    created_at: ctx.now,
    expires_at: expiresAt,
  });
  return ok({
    code,
    email: to.email,
    maskedEmail: maskEmail(to.email),
    locale: to.locale,
    caseId: to.case_id,
    customerId: to.customer_id,
    expiresAt,
  });
}

/**
 * Raises a portal session to `sensitive` for 15 minutes. The try is counted before it is judged, in a transaction
 * of its own. Refuses `code_wrong` (with tries left), `code_expired` (none, used, over, or tried 5 times).
 */
export async function confirmCode(
  postgres: Postgres,
  ctx: Ctx,
  sessionId: string,
  code: string,
): Promise<Outcome<{ until: Date }>> {
  const tried = await postgres.transact(async (tx) => ok(await tryCode(tx, sessionId, ctx.now)));
  if (!tried.ok) return tried;
  const over = refuse('code_expired', 'This code no longer works. Ask for a new one.', 'conflict', {
    field: 'code',
  });
  const live = tried.value;
  if (!live) return over;
  const given = Buffer.from(hashToken(`${sessionId}:${code.replaceAll(/\s/g, '')}`));
  if (!timingSafeEqual(given, Buffer.from(live.code_hash)))
    return refuse('code_wrong', 'This code is not right. Look at the newest e-mail from us.', 'invalid', {
      field: 'code',
      more: { tries_left: 5 - live.attempts },
    });
  const until = after(ctx.now, SENSITIVE_MS);
  return await postgres.transact(async (tx) =>
    (await raiseSession(tx, live.id, sessionId, ctx.now, until)) ? ok({ until }) : over,
  );
}

/** Where to write to the customer of a portal session; null when it is over. */
export async function addressOfSession(
  reader: Reader,
  sessionId: string,
  now: Date,
): Promise<{ email: string | null; locale: string } | null> {
  return await readSessionAddress(reader, sessionId, now);
}
