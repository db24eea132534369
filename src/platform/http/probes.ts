/** What operators and their machines ask: alive? ready? how much? — and the API's own description. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse } from '../../kernel/outcome.ts';
import { pendingMigrations, readMigrations } from '../migrate.ts';
import type { HttpDeps } from './deps.ts';
import { openApi } from './openapi.ts';
import { referenceCsp, referencePage } from './reference.ts';
import { route, type Call, type Route } from './route.ts';

export type Probes = {
  /** This program's version. */
  readonly version: string;
  /** Names of worker processes seen lately; only asked where `expectsWorker`. */
  readonly workers: () => Promise<number>;
  /** True when readiness needs a living worker somewhere. */
  readonly expectsWorker: boolean;
  /** Turns false when the process begins to stop, so that a load balancer sends nothing more. */
  readonly accepting: () => boolean;
  /** Bearer token for `/metrics`; without one it answers callers of the machine itself and its own network only. */
  readonly metricsToken?: string;
};

const TAG = 'Operations';

/** `/livez`, `/readyz`, `/metrics`. */
export function probeRoutes(deps: HttpDeps, probes: Probes): Route[] {
  return [
    route({
      method: 'get',
      path: '/livez',
      tag: TAG,
      summary: 'The process runs',
      access: 'public',
      response: z.object({ status: z.literal('ok') }),
      act: () => ok({ status: 'ok' as const }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      tag: TAG,
      summary: 'The process can serve: database, schema and worker are there',
      access: 'public',
      timeoutMs: 3_000,
      response: z.object({ status: z.literal('ready'), version: z.string() }),
      act: async () => {
        const wrong = await notReady(deps, probes);
        if (wrong) return refuse('not_ready', wrong, 'unavailable');
        return ok({ status: 'ready' as const, version: probes.version });
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      tag: TAG,
      summary: 'Numbers for Prometheus',
      access: 'public',
      produces: 'text/plain',
      act: async (_input, call) => {
        if (!mayMeasure(call, probes.metricsToken))
          return refuse(
            'metrics_not_open',
            'Set a metrics token, or ask from the machine itself.',
            'forbidden',
          );
        const text = await deps.metrics.registry.metrics();
        return ok(new Response(text, { headers: { 'content-type': deps.metrics.registry.contentType } }));
      },
    }),
  ];
}

function mayMeasure(call: Call, token: string | undefined): boolean {
  const header = (name: string) => call.http.req.header(name);
  if (token !== undefined) {
    const given = createHash('sha256').update(header('authorization') ?? '');
    return timingSafeEqual(given.digest(), createHash('sha256').update(`Bearer ${token}`).digest());
  }
  // A proxy on the same machine also calls from 127.0.0.1, for the whole world: it says so with this header.
  if (header('x-forwarded-for') !== undefined) return false;
  return /^(?:local|::1|(?:::ffff:)?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+)$/.test(call.ip);
}

/** Read once: a running process does not learn of new files. */
let migrations: ReturnType<typeof readMigrations> | undefined;

/** Why the process cannot serve now, or null. An error of the database is thrown and answered 503 as everywhere. */
async function notReady(deps: HttpDeps, probes: Probes): Promise<string | null> {
  if (!probes.accepting()) return 'The process is stopping.';
  migrations ??= readMigrations();
  const pending = await pendingMigrations(deps.postgres.pool, migrations);
  if (pending.length > 0) return `The schema is behind: ${pending.join(', ')} not applied.`;
  if (probes.expectsWorker && (await probes.workers()) === 0) return 'No worker process is alive.';
  return null;
}

/** `/openapi.json` and `/reference`, of these routes and of themselves. Written once, at the first call. */
export function referenceRoutes(
  routes: readonly Route[],
  about: { baseUrl: string; version: string },
): Route[] {
  let document: ReturnType<typeof openApi> | undefined;
  const made = () => (document ??= openApi(routes, about));
  let text: string | undefined;
  let page: string | undefined;
  return [
    route({
      method: 'get',
      path: '/openapi.json',
      tag: TAG,
      summary: 'This API as OpenAPI 3.1',
      access: 'public',
      limit: 'public',
      cors: true,
      produces: 'application/json',
      documented: false,
      act: () => {
        text ??= JSON.stringify(made());
        return ok(new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } }));
      },
    }),
    route({
      method: 'get',
      path: '/reference',
      tag: TAG,
      summary: 'This API as a page',
      access: 'public',
      limit: 'public',
      produces: 'text/html',
      documented: false,
      act: () => {
        page ??= referencePage(made(), routes, about.baseUrl);
        const headers = {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': referenceCsp(about.baseUrl),
          'cache-control': 'no-cache',
        };
        return ok(new Response(page, { headers }));
      },
    }),
  ];
}
