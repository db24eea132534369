/** Serves declared routes: limit → who → parse → act → view, the same for every one of them. */
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Actor, LinkPower } from '../../kernel/actor.ts';
import { actorId } from '../../kernel/actor.ts';
import { BODY_LIMIT, fieldsOf, readForm, readJson } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { readIfMatch } from './etag.ts';
import { ctxOf, problemOfError, refuseWith, requestIdOf, within, type Exchange } from './exchange.ts';
import { isKey, keyOf, type Key } from './idempotency.ts';
import { perform } from './perform.ts';
import { problemOfIssues, type Problem } from './problem.ts';
import type { Access, Call, Input, Route } from './route.ts';
import { CORS_HEADERS, addressOf, originOf, preflightHeaders } from './security.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Requests end within 10 s; the last half second is for the answer. */
const LONGEST = 9_500;

/** Mounts routes on an app. Call it once per app, after pages and before nothing: it also sets 404, 405 and errors. */
export function mountRoutes(app: Hono, routes: readonly Route[], deps: HttpDeps): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const known = methods.get(path) ?? [];
    if (known.includes(route.method)) throw new Error(`${route.method} ${route.path} is declared twice`);
    methods.set(path, [...known, route.method]);
    app.on(route.method.toUpperCase(), path, (http) => serve(http, route, deps));
  }
  for (const [path, list] of methods) mountOthers(app, path, list, routes, deps);
  app.notFound((http) =>
    quick(http, deps, {
      status: 404,
      code: 'no_such_route',
      detail: `There is nothing at ${http.req.path}.`,
    }),
  );
  app.onError((error, http) => quick(http, deps, problemOfError(begin(http, deps), error)));
}

/** What a path answers to methods it does not have: 405, or the browser's preflight. */
function mountOthers(
  app: Hono,
  path: string,
  methods: readonly string[],
  routes: readonly Route[],
  deps: HttpDeps,
): void {
  const allow = methods.join(', ').toUpperCase();
  const open = routes.some((r) => r.cors && r.path.replaceAll(/\{(\w+)\}/g, ':$1') === path);
  app.all(path, (http) => {
    if (open && http.req.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: preflightHeaders(methods) });
    const detail = `This path knows ${allow} only.`;
    return quick(http, deps, { status: 405, code: 'method_not_allowed', detail, headers: { allow } });
  });
}

function begin(http: Context, deps: HttpDeps): Exchange {
  const now = deps.clock();
  return {
    http,
    deps,
    now,
    requestId: requestIdOf(http, deps, now),
    startedMs: performance.now(),
    ip: addressOf(http, deps.trustProxy),
    actor: VISITOR,
    taken: null,
    cors: null,
    touched: false,
    code: null,
  };
}

const VISITOR: Actor = { kind: 'visitor' };

/** A problem outside any route. */
function quick(http: Context, deps: HttpDeps, problem: Problem): Response {
  const exchange = begin(http, deps);
  const response = refuseWith(exchange, problem);
  finish(exchange, 'none', response.status);
  return response;
}

async function serve(http: Context, route: Route, deps: HttpDeps): Promise<Response> {
  const exchange = begin(http, deps);
  if (route.cors) exchange.cors = CORS_HEADERS;
  let response: Response;
  try {
    response = await within(route.timeoutMs ?? LONGEST, handle(exchange, route));
  } catch (error) {
    response = refuseWith(exchange, problemOfError(exchange, error));
  }
  finish(exchange, route.path, response.status);
  return response;
}

/** One line in the log and one observation per request. Patterns, not paths: a path may hold a secret link. */
function finish(exchange: Exchange, pattern: string, status: number): void {
  const ms = performance.now() - exchange.startedMs;
  const { method } = exchange.http.req;
  exchange.deps.metrics.observe(method, pattern, status, ms / 1000);
  exchange.deps.log.info(
    {
      request_id: exchange.requestId,
      method,
      route: pattern,
      status,
      ms: Math.round(ms * 10) / 10,
      actor: exchange.actor.kind,
      actor_id: actorId(exchange.actor) ?? undefined,
      ip: exchange.ip,
      code: exchange.code ?? undefined,
    },
    'request',
  );
}

async function handle(exchange: Exchange, route: Route): Promise<Response> {
  const stopped = await admit(exchange, route);
  if (stopped) return refuseWith(exchange, stopped);
  const parsed = await parse(exchange, route);
  if ('status' in parsed) return refuseWith(exchange, parsed);
  return await perform(exchange, route, callOf(exchange), parsed.input, parsed.key);
}

function callOf(exchange: Exchange): Call {
  const { deps } = exchange;
  return {
    ctx: ctxOf(exchange),
    db: deps.postgres.db,
    postgres: deps.postgres,
    log: deps.log,
    ip: exchange.ip,
    get http() {
      exchange.touched = true;
      return exchange.http;
    },
  };
}

/** Limit, then who, then whether they may. */
async function admit(exchange: Exchange, route: Route): Promise<Problem | null> {
  const { http, deps, now, ip } = exchange;
  const reads = route.method === 'get';
  const cookie = http.req.header('cookie') !== undefined;
  const bearer = http.req.header('authorization') !== undefined;
  const origin = reads && !(route.cors && cookie) ? 'same' : originOf(http, deps.baseUrl, deps.trustProxy);
  if (origin === 'cross' && !route.cors)
    return {
      status: 403,
      code: 'cross_origin_refused',
      detail: 'Changes are taken from our own pages only.',
    };
  if (bearer || (cookie && origin !== 'cross')) {
    const flood = deps.limiter.take('credentials', ip, now.getTime());
    if (flood.wait > 0) return limited(flood.wait);
    exchange.actor = await deps.who({ http, now, trustCookies: origin !== 'cross' });
  }
  const budget = route.limit ?? (reads ? 'read' : 'write');
  exchange.taken = deps.limiter.take(budget, actorId(exchange.actor) ?? ip, now.getTime());
  if (exchange.taken.wait > 0) return limited(exchange.taken.wait);
  return mayEnter(exchange.actor, route.access);
}

function limited(wait: number): Problem {
  return {
    status: 429,
    code: 'too_many_requests',
    detail: `Too many requests: try again in ${wait} s.`,
    headers: { 'retry-after': String(wait) },
  };
}

const POWERS: Readonly<Record<LinkPower, number>> = { view: 1, act: 2, sensitive: 3 };

function mayEnter(actor: Actor, access: Access): Problem | null {
  if (access === 'public') return null;
  if (actor.kind === 'staff' && access.staff) {
    if (access.staff === 'any' || actor.permissions.has(access.staff)) return null;
    return {
      status: 403,
      code: 'permission_missing',
      detail: `This needs the permission ${access.staff}.`,
      more: { permission: access.staff },
    };
  }
  if (actor.kind === 'customer' && access.portal) {
    if (POWERS[actor.power] >= POWERS[access.portal]) return null;
    return {
      status: 403,
      code: 'power_missing',
      detail: 'This needs the code we send by mail.',
      more: { power: access.portal },
    };
  }
  if (actor.kind !== 'visitor')
    return { status: 403, code: 'not_for_you', detail: 'This is not open to you.' };
  const detail = access.staff ? 'Sign in first.' : 'Open this with the link from our mail.';
  return { status: 401, code: 'sign_in_required', detail };
}

type Parsed = { input: Input<unknown, unknown, unknown>; key: Key | null };

/** Parameters, query, body, If-Match and Idempotency-Key, by the route's own schemas. */
async function parse(exchange: Exchange, route: Route): Promise<Parsed | Problem> {
  const { req } = exchange.http;
  const params = check(route.params, () => req.param());
  if ('status' in params) return params;
  const query = check(route.query, () => queryOf(req.url));
  if ('status' in query) return query;
  const match = readIfMatch(route.ifMatch && req.header('if-match'), route.ifMatch);
  if (!match.ok) return match.problem;
  let text = '';
  let body: unknown;
  if (route.body) {
    const reader = route.consumes === FORM ? readForm : readJson;
    const read = await reader(req.raw, route.bodyLimit ?? BODY_LIMIT);
    if (!read.ok) return read.problem;
    const checked = check(route.body, () => read.value);
    if ('status' in checked) return checked;
    text = read.text;
    body = checked.value;
  }
  const key = keyFor(exchange, route, text);
  if (key !== null && 'status' in key) return key;
  return { input: { params: params.value, query: query.value, body, version: match.version }, key };
}

function check(schema: z.ZodType | undefined, give: () => unknown): { value: unknown } | Problem {
  if (!schema) return { value: {} };
  const value = give();
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) return problemOfIssues(parsed.error.issues);
  return { value: parsed.data };
}

function queryOf(url: string): Record<string, string | string[]> {
  const at = url.indexOf('?');
  return at < 0 ? {} : fieldsOf(new URLSearchParams(url.slice(at + 1)));
}

function keyFor(exchange: Exchange, route: Route, text: string): Key | Problem | null {
  if (route.method !== 'post') return null;
  const { req } = exchange.http;
  const header = req.header('idempotency-key');
  if (header === undefined) return null;
  if (!isKey(header))
    return {
      status: 400,
      code: 'idempotency_key_malformed',
      detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID is a good one.',
      errors: [{ field: 'Idempotency-Key', code: 'wrong_format', message: 'Take a UUID.' }],
    };
  if (route.idempotent === false) return null;
  return keyOf(header, exchange, route.path, `${req.url.slice(req.url.indexOf('/', 8))}\n${text}`);
}
