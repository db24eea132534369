/** What the catalogue's own tests stand on: a seeded database behind its routes. */
import { Hono } from 'hono';
import { staffActor, testRandom, type TestWorld } from '../../../test/harness.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/outcome.ts';
import { makeLimiter } from '../../platform/http/limit.ts';
import { makeMetrics } from '../../platform/http/metrics.ts';
import { mountRoutes } from '../../platform/http/mount.ts';
import { seedCatalog, seedDemoPrices } from './actions/seed.ts';
import { catalogRoutes } from './http.ts';

/** The reference catalogue and its demo prices. */
export async function seedAll(world: TestWorld): Promise<void> {
  const ctx = world.ctxFor(staffActor());
  await world.postgres.transact(async (tx) => {
    await seedCatalog(tx, ctx);
    await seedDemoPrices(tx, ctx);
    return ok(null);
  });
}

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers };
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  options?: { as?: Actor | null; headers?: Record<string, string>; raw?: string | Uint8Array<ArrayBuffer> },
) => Promise<Answer>;

/** Calls the catalogue's routes, as a visitor unless `as` says who. */
export function askOver(world: TestWorld): Ask {
  let actor: Actor = { kind: 'visitor' };
  const app = new Hono();
  mountRoutes(app, catalogRoutes(), {
    postgres: world.postgres,
    who: () => Promise.resolve(actor),
    clock: world.clock.now,
    random: testRandom(5),
    log: world.log,
    baseUrl: 'http://desk.test',
    trustProxy: false,
    limiter: makeLimiter(0),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
  });
  return async (method, path, body, options = {}) => {
    actor = options.as ?? { kind: 'visitor' };
    const headers = new Headers({ origin: 'http://desk.test', ...options.headers });
    if (options.as) headers.set('authorization', 'Bearer test');
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await app.request(`http://desk.test${path}`, {
      method,
      headers,
      body: options.raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Record<string, unknown>) : {},
      headers: response.headers,
    };
  };
}
