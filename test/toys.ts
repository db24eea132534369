/** A toy route table: what the platform's own tests serve, with every kind of route in it. */
import { sql } from 'kysely';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../src/kernel/actor.ts';
import { ok, refuse, type Outcome } from '../src/kernel/outcome.ts';
import type { HttpDeps } from '../src/platform/http/deps.ts';
import { makeLimiter } from '../src/platform/http/limit.ts';
import { makeMetrics } from '../src/platform/http/metrics.ts';
import { mountRoutes } from '../src/platform/http/mount.ts';
import { readCursor, pageOf } from '../src/platform/http/paging.ts';
import { probeRoutes, referenceRoutes } from '../src/platform/http/probes.ts';
import { route, type Route } from '../src/platform/http/route.ts';
import { instant, listOf, moneySchema, pageQuery, text } from '../src/platform/http/schemas.ts';
import type { Reader, Tx } from '../src/platform/postgres.ts';
import { staffActor, type TestWorld } from './clockwork.ts';

const toySchema = z
  .object({ id: z.number(), name: z.string(), price: moneySchema, made_at: instant, version: z.number() })
  .meta({ id: 'Toy' });

type Toy = { id: number; name: string; price_minor: number; made_at: Date; version: number };

export const TOYS = `
  create table toys (id int generated always as identity primary key, name text not null, price_minor bigint not null default 100,
    made_at timestamptz not null, version int not null default 1)`;

const shown = (toy: Toy) => ({
  id: toy.id,
  name: toy.name,
  price: { minor: toy.price_minor, currency: 'EUR' },
  made_at: toy.made_at,
  version: toy.version,
});

async function addToy(tx: Tx, name: string, at: Date): Promise<Outcome<Toy>> {
  const { rows } =
    await sql<Toy>`insert into toys (name, made_at) values (${name}, ${at}) returning *`.execute(tx);
  if (name === 'slow') await sql`select pg_sleep(0.3)`.execute(tx);
  if (name === 'broken') throw new TypeError('secret detail of a bug');
  return rows[0] ? ok(rows[0]) : refuse('no_toy', 'No toy.');
}

async function renameToy(tx: Tx, id: number, name: string, version: number | null): Promise<Outcome<Toy>> {
  const { rows } = await sql<Toy>`select * from toys where id = ${id} for update`.execute(tx);
  const toy = rows[0];
  if (!toy) return refuse('toy_not_found', 'There is no such toy.', 'not_found');
  if (version !== null && version !== toy.version)
    return refuse('stale_version', 'Somebody changed it.', 'stale', {
      more: { current_version: toy.version },
    });
  const done =
    await sql<Toy>`update toys set name = ${name}, version = version + 1 where id = ${id} returning *`.execute(
      tx,
    );
  return ok(done.rows[0] ?? toy);
}

const toyBody = z.object({
  name: text(40),
  colour: z.enum(['red', 'blue']).default('red'),
  parts: z.array(z.object({ weight: z.int().min(1).max(100) })).optional(),
});

async function readToy(reader: Reader, id: number): Promise<Outcome<Toy>> {
  const { rows } = await sql<Toy>`select * from toys where id = ${id}`.execute(reader);
  return rows[0] ? ok(rows[0]) : refuse('toy_not_found', 'There is no such toy.', 'not_found');
}

const cursorKey = z.object({ id: z.number() });
const idParams = z.object({ id: z.coerce.number().int().max(2_000_000_000) });

export const toyRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/toys',
    tag: 'Toys',
    summary: 'Add a toy',
    access: { staff: 'case.create' },
    body: toyBody,
    response: toySchema,
    status: 201,
    change: (tx, { body }, call) => addToy(tx, body.name, call.ctx.now),
    view: shown,
  }),
  route({
    method: 'get',
    path: '/api/toys',
    tag: 'Toys',
    summary: 'List toys',
    access: { staff: 'any', portal: 'view' },
    query: z.object({ ...pageQuery }),
    response: listOf(toySchema),
    act: async ({ query }, call) => {
      const after = readCursor(query.cursor, cursorKey);
      if (!after.ok) return after;
      const { rows } = await sql<Toy>`
        select * from toys where id > ${after.value?.id ?? 0} order by id limit ${query.limit + 1}`.execute(
        call.db,
      );
      return ok(pageOf(rows, query.limit, (toy) => ({ id: toy.id }), shown));
    },
  }),
  route({
    method: 'get',
    path: '/api/toys/{id}',
    tag: 'Toys',
    summary: 'Show a toy',
    access: 'public',
    cors: true,
    params: idParams,
    response: toySchema,
    act: ({ params }, call) => readToy(call.db, params.id),
    view: shown,
  }),
  route({
    method: 'patch',
    path: '/api/toys/{id}',
    tag: 'Toys',
    summary: 'Rename a toy',
    access: { staff: 'case.edit' },
    ifMatch: 'required',
    params: idParams,
    body: z.object({ name: text(40) }),
    response: toySchema,
    change: (tx, { params, body, version }) => renameToy(tx, params.id, body.name, version),
    view: shown,
  }),
  route({
    method: 'delete',
    path: '/api/toys/{id}',
    tag: 'Toys',
    summary: 'Throw a toy away',
    access: { portal: 'sensitive' },
    params: idParams,
    response: null,
    change: async (tx, { params }) => {
      await sql`delete from toys where id = ${params.id}`.execute(tx);
      return ok(null);
    },
  }),
  route({
    method: 'post',
    path: '/api/echo',
    tag: 'Toys',
    summary: 'Say it back',
    access: 'public',
    cors: true,
    limit: 'sign_in',
    body: z.object({ say: z.string(), at: instant.optional() }),
    response: z.object({ said: z.string(), n: z.number() }),
    act: async ({ body }, call) => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from toys where name = ${body.say}`.execute(call.db);
      const added = await call.postgres.transact((tx) => addToy(tx, body.say, call.ctx.now));
      return added.ok ? ok({ said: body.say, n: rows[0]?.n ?? 0 }) : added;
    },
  }),
  route({
    method: 'get',
    path: '/api/toys.csv',
    tag: 'Toys',
    summary: 'Toys as CSV',
    access: { staff: 'any' },
    produces: 'text/csv',
    act: () => ok(new Response('id,name\n', { headers: { 'content-type': 'text/csv' } })),
  }),
  route({
    method: 'get',
    path: '/api/slow',
    tag: 'Toys',
    summary: 'Takes too long',
    access: 'public',
    timeoutMs: 50,
    response: z.object({}),
    act: async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return ok({});
    },
  }),
];

/** Who a test says it is: `Authorization: Bearer staff`, `… reader`, `… link-view` or `… link-sensitive`, or a cookie. */
function toyWho(token: string): Actor {
  if (token === 'staff') return staffActor();
  if (token === 'reader') return staffActor(['case.view'], 'stf_reader');
  const power = /^link-(view|act|sensitive)$/.exec(token)?.[1];
  if (power === 'view' || power === 'act' || power === 'sensitive')
    return { kind: 'customer', id: 'cus_test', caseId: 'cas_test', power };
  return { kind: 'visitor' };
}

/** The dependencies a test app runs on. */
export function toyDeps(world: TestWorld, over: Partial<HttpDeps> = {}): HttpDeps {
  return {
    postgres: world.postgres,
    who: ({ http, trustCookies }) => {
      const bearer = http.req.header('authorization')?.replace('Bearer ', '');
      const cookie = trustCookies ? /session=([\w-]+)/.exec(http.req.header('cookie') ?? '')?.[1] : undefined;
      return Promise.resolve(toyWho(bearer ?? cookie ?? ''));
    },
    clock: world.clock.now,
    random: world.random,
    log: world.log,
    baseUrl: 'http://desk.test',
    trustProxy: false,
    limiter: makeLimiter(),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
    ...over,
  };
}

/** An app serving the toys, the probes and the reference. */
export function toyApp(deps: HttpDeps, accepting: () => boolean = () => true): Hono {
  const app = new Hono();
  const probes = probeRoutes(deps, {
    version: '1.2.3',
    workers: () => Promise.resolve(0),
    expectsWorker: false,
    accepting,
  });
  const all = [...toyRoutes, ...probes];
  mountRoutes(app, [...all, ...referenceRoutes(all, { baseUrl: deps.baseUrl, version: '1.2.3' })], deps);
  return app;
}

/** Calls the app as somebody, with a JSON body when one is given. */
export function caller(app: Hono) {
  return (
    method: string,
    path: string,
    options: { as?: string; json?: unknown; headers?: Record<string, string> } = {},
  ) =>
    app.request(path, {
      method,
      headers: {
        ...(options.as ? { authorization: `Bearer ${options.as}` } : {}),
        ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
    });
}
