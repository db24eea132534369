/** Who is calling: one indexed look-up per request, by cookie or bearer token. */
import type { Actor, LinkPower } from '../../kernel/actor.ts';
import type { Locale } from '../../kernel/locale.ts';
import { DAY } from '../../kernel/time.ts';
import type { Caller } from '../../platform/http/deps.ts';
import type { Postgres } from '../../platform/postgres.ts';
import { hashToken } from '../../platform/secrets.ts';
import { SESSION_MAX_MS, SESSION_MS } from './actions/sign-in.ts';
import { permissionsOf, type Role } from './rules.ts';
import { readLinkFast, readPortalSession } from './store/links.ts';
import { extendSession, readStaffSession } from './store/sessions.ts';

export const STAFF_COOKIE = 'reprise_session';
export const PORTAL_COOKIE = 'reprise_portal';

/** What `resolveWho` looks at; the platform's HTTP layer has it of every request. */
export type Credentials = {
  readonly path: string;
  /** The Cookie header; null also when the call is another site's and cookies must not count. */
  readonly cookie: string | null;
  readonly authorization: string | null;
  readonly now: Date;
};

export type StaffWho = Extract<Actor, { kind: 'staff' }> & {
  readonly sessionId: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly location: { readonly id: string; readonly name: string } | null;
  readonly twoFactor: boolean;
  /** True while the shop asks for a second factor and this person has none: money permissions do not count. */
  readonly moneyLocked: boolean;
};

export type CustomerWho = Extract<Actor, { kind: 'customer' }> & {
  /** Null for a bearer token: codes raise cookie sessions only. */
  readonly sessionId: string | null;
  readonly linkId: string;
};

/** An actor with what the screens need besides. */
export type Who = StaffWho | CustomerWho | { readonly kind: 'visitor' };

/** The actor as the member of staff `resolveWho` made of it, or null. */
export function staffWho(actor: Actor): StaffWho | null {
  return actor.kind === 'staff' && 'sessionId' in actor && 'roles' in actor ? (actor as StaffWho) : null;
}

/** The actor as the customer `resolveWho` made of it, or null; `sessionId` is what codes are asked for by. */
export function customerWho(actor: Actor): CustomerWho | null {
  return actor.kind === 'customer' && 'linkId' in actor ? (actor as CustomerWho) : null;
}

const VISITOR: Who = { kind: 'visitor' };

/** Paths of customers: there a customer's cookie counts before a staff cookie in the same browser. */
const PORTAL_PATHS =
  /^\/(?:my|sell|l)(?:\/|$)|^\/api\/(?:my|portal)(?:\/|$)|^\/api\/offers\/(?:confirm|cancel)$/;

/** The value of a cookie of ours; values are base64url, so nothing needs decoding. */
export function cookieOf(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim();
      return /^[\w-]{20,100}$/.test(value) ? value : null;
    }
  }
  return null;
}

/** `HttpDeps.who`: the caller of a request, for platform/http. */
export async function callerWho(postgres: Postgres, caller: Caller): Promise<Who> {
  const { req } = caller.http;
  return await resolveWho(postgres, {
    path: req.path,
    cookie: caller.trustCookies ? (req.header('cookie') ?? null) : null,
    authorization: req.header('authorization') ?? null,
    now: caller.now,
  });
}

/**
 * Whoever the credentials belong to, or a visitor when they are not good. Disabled staff and revoked links are
 * visitors at once.
 */
export async function resolveWho(postgres: Postgres, given: Credentials): Promise<Who> {
  const bearer = /^Bearer ([\w-]{20,100})$/i.exec(given.authorization ?? '')?.[1];
  if (bearer) return await customerOfLink(postgres, bearer, given.now);
  const staff = cookieOf(given.cookie, STAFF_COOKIE);
  const portal = cookieOf(given.cookie, PORTAL_COOKIE);
  const asStaff = async (): Promise<Who | null> => (staff ? await staffOf(postgres, staff, given.now) : null);
  const asCustomer = async (): Promise<Who | null> =>
    portal ? await customerOf(postgres, portal, given.now) : null;
  const [first, second] = PORTAL_PATHS.test(given.path) ? [asCustomer, asStaff] : [asStaff, asCustomer];
  return (await first()) ?? (await second()) ?? VISITOR;
}

async function staffOf(postgres: Postgres, token: string, now: Date): Promise<StaffWho | null> {
  const row = await readStaffSession(postgres.pool, hashToken(token), now);
  if (!row) return null;
  // At most one write a day and session, so that people who work here daily need not sign in again and again.
  const wanted = Math.min(now.getTime() + SESSION_MS, row.created_at.getTime() + SESSION_MAX_MS);
  if (wanted - row.expires_at.getTime() > DAY)
    await extendSession(postgres.db, row.session_id, new Date(wanted));
  const moneyLocked = row.money_needs_two_factor && !row.two_factor;
  return {
    kind: 'staff',
    id: row.id,
    name: row.name,
    permissions: permissionsOf(row.roles, moneyLocked),
    sessionId: row.session_id,
    email: row.email,
    roles: row.roles,
    locale: row.locale,
    location: row.location_id ? { id: row.location_id, name: row.location_name ?? '' } : null,
    twoFactor: row.two_factor,
    moneyLocked,
  };
}

async function customerOf(postgres: Postgres, token: string, now: Date): Promise<CustomerWho | null> {
  const row = await readPortalSession(postgres.pool, hashToken(token), now);
  if (!row) return null;
  const raised = row.power === 'act' && row.sensitive_until !== null && row.sensitive_until > now;
  const power: LinkPower = raised ? 'sensitive' : row.power;
  return {
    kind: 'customer',
    id: row.customer_id,
    caseId: row.case_id,
    power,
    sessionId: row.id,
    linkId: row.link_id,
  };
}

/** A link's own token as bearer: what the widget has right after making an offer. */
async function customerOfLink(postgres: Postgres, token: string, now: Date): Promise<Who> {
  const link = await readLinkFast(postgres.pool, hashToken(token));
  if (!link?.case_id || !link.customer_id || link.revoked_at || link.expires_at <= now) return VISITOR;
  return {
    kind: 'customer',
    id: link.customer_id,
    caseId: link.case_id,
    power: link.power,
    sessionId: null,
    linkId: link.id,
  };
}
