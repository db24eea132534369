/** For identity's tests: its routes on a real database behind the real HTTP layer, and people who are signed in. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { must, type TestWorld } from '../../../test/harness.ts';
import type { Actor, Ctx } from '../../kernel/actor.ts';
import { ok } from '../../kernel/outcome.ts';
import { makeLimiter } from '../../platform/http/limit.ts';
import { makeMetrics } from '../../platform/http/metrics.ts';
import { mountRoutes } from '../../platform/http/mount.ts';
import type { Keyring } from '../../platform/secrets.ts';
import { identityRoutes } from './http.ts';
import { connectionRoutes, type ConnectionKind } from './http/connections.ts';
import { seedDemoShop, seedDemoStaff, type DemoPerson, type DemoShop } from './seed.ts';
import type { Role } from './rules.ts';
import { callerWho } from './who.ts';

export const KEYRING: Keyring = { current: 'k1', keys: new Map([['k1', randomBytes(32)]]) };

export const SYSTEM: Actor = { kind: 'system' };
export const VISITOR: Actor = { kind: 'visitor' };

export type Answer = {
  readonly status: number;
  // oxlint-disable-next-line no-explicit-any -- tests look into answers of every shape
  readonly body: any;
  readonly headers: Headers;
  /** The session cookie it set, as a Cookie header; null when it set none. */
  readonly cookie: string | null;
};

export type TestApp = (
  method: string,
  path: string,
  more?: { body?: unknown; cookie?: string | null; headers?: Record<string, string> },
) => Promise<Answer>;

/** The routes of identity; the limits per minute are a hundredfold, those of the database as they are. */
export function testApp(
  world: TestWorld,
  baseUrl = 'http://desk.test',
  kinds: readonly ConnectionKind[] = [],
): TestApp {
  const app = new Hono();
  const routes = [
    ...identityRoutes({ keyring: KEYRING, baseUrl }),
    ...connectionRoutes({ keyring: KEYRING, baseUrl, kinds }),
  ];
  mountRoutes(app, routes, {
    postgres: world.postgres,
    who: (caller) => callerWho(world.postgres, caller),
    clock: world.clock.now,
    random: (bytes) => randomBytes(bytes),
    log: world.log,
    baseUrl,
    trustProxy: false,
    limiter: makeLimiter(100),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
  });
  return async (method, path, more = {}) => {
    const response = await app.request(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(more.cookie ? { cookie: more.cookie } : {}),
        ...more.headers,
      },
      body: more.body === undefined ? undefined : JSON.stringify(more.body),
    });
    const text = await response.text();
    const set = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    return {
      status: response.status,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
      headers: response.headers,
      cookie: set.length > 0 ? set.join('; ') : null,
    };
  };
}

export type Demo = {
  readonly shop: DemoShop;
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly of: (role: Role) => DemoPerson;
};

/** The demo shop with somebody in each role. */
export async function demoShop(world: TestWorld): Promise<Demo> {
  return must(
    await world.postgres.transact(async (tx) => {
      const ctx: Ctx = { ...world.ctxFor(SYSTEM), random: (bytes) => randomBytes(bytes) };
      const shop = must(await seedDemoShop(tx, ctx));
      const { people, password } = must(await seedDemoStaff(tx, ctx, shop));
      const of = (role: Role): DemoPerson => {
        const found = people.find((one) => one.role === role);
        if (!found) throw new Error(`nobody is ${role}`);
        return found;
      };
      return ok({ shop, people, password, of });
    }),
  );
}

/** Signs a person of the demo shop in and gives the cookie. */
export async function cookieFor(app: TestApp, demo: Demo, role: Role): Promise<string> {
  const answer = await app('POST', '/api/session', {
    body: { email: demo.of(role).email, password: demo.password },
  });
  if (!answer.cookie) throw new Error(`could not sign in as ${role}: ${JSON.stringify(answer.body)}`);
  return answer.cookie;
}
