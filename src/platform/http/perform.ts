/** Runs a route's act or change, shows the value, and remembers the answer of a request that may be repeated. */
import { ok, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Reader } from '../postgres.ts';
import { etagOf, versionOf } from './etag.ts';
import { answer, refuseWith, type Exchange } from './exchange.ts';
import { claim, claimApart, release, store, type Key, type Stored } from './idempotency.ts';
import { problemOf } from './problem.ts';
import type { Call, Input, Route } from './route.ts';
import { baseHeaders, harden } from './security.ts';

type AnyInput = Input<unknown, unknown, unknown>;

/** What a route came to: an answer still to be built, or one of its own making. */
type Shown = {
  readonly status: number;
  readonly text: string | null;
  readonly headers: Record<string, string>;
};

/** Acts, and answers. */
export async function perform(
  exchange: Exchange,
  route: Route,
  call: Call,
  input: AnyInput,
  key: Key | null,
): Promise<Response> {
  const done = route.transactional
    ? await change(exchange, route, call, input, key)
    : await act(exchange, route, call, input, key);
  if (!done.ok) {
    if (done.code === REPLAY && key) return replay(exchange, done);
    return refuseWith(exchange, problemOf(done, route.ifMatch !== undefined && input.version !== null));
  }
  if (done.value instanceof Response) return ownResponse(exchange, done.value);
  return answer(exchange, done.value.status, done.value.text, done.value.headers);
}

/** Never reaches a caller: it only carries the stored answer out of a transaction that must roll back. */
const REPLAY = 'idempotent_replay';

function replayOf(stored: Stored): Refusal {
  return refuse(REPLAY, 'This request was answered before.', 'conflict', { more: { stored } });
}

function replay(exchange: Exchange, refusal: Refusal): Response {
  const stored = refusal.more?.['stored'] as Stored;
  exchange.code = REPLAY;
  const text = stored.status === 204 ? null : stored.text;
  return answer(exchange, stored.status, text, { ...stored.headers, 'idempotent-replayed': 'true' });
}

/** Key, effect and answer in one transaction. */
async function change(
  exchange: Exchange,
  route: Route,
  call: Call,
  input: AnyInput,
  key: Key | null,
): Promise<Outcome<Shown | Response>> {
  return await call.postgres.transact(async (tx): Promise<Outcome<Shown | Response>> => {
    if (key) {
      const before = await claim(tx, key, exchange.now);
      if (!before.ok) return before;
      if (before.value) return replayOf(before.value);
    }
    const done = await route.run(tx, input as Input<never, never, never>, call);
    if (!done.ok) return done;
    const shown = await show(exchange, route, call, input, done.value, tx);
    if (key && !(shown instanceof Response))
      await store(tx, key, { ...shown, text: shown.text ?? '' }, exchange.now);
    return ok(shown);
  });
}

/** Key first, then the act with whatever transactions it makes, then the answer. */
async function act(
  exchange: Exchange,
  route: Route,
  call: Call,
  input: AnyInput,
  key: Key | null,
): Promise<Outcome<Shown | Response>> {
  if (!key) return await actAndShow(exchange, route, call, input);
  const before = await claimApart(call.db, key, exchange.now);
  if (!before.ok) return before;
  if (before.value) return replayOf(before.value);
  let kept = false;
  try {
    const done = await actAndShow(exchange, route, call, input);
    if (done.ok && !(done.value instanceof Response)) {
      await store(call.db, key, { ...done.value, text: done.value.text ?? '' }, exchange.now);
      kept = true;
    }
    return done;
  } finally {
    if (!kept) await release(call.db, key).catch(() => undefined);
  }
}

async function actAndShow(
  exchange: Exchange,
  route: Route,
  call: Call,
  input: AnyInput,
): Promise<Outcome<Shown | Response>> {
  const done = await route.run(null, input as Input<never, never, never>, call);
  if (!done.ok) return done;
  return ok(await show(exchange, route, call, input, done.value, call.db));
}

async function show(
  exchange: Exchange,
  route: Route,
  call: Call,
  input: AnyInput,
  value: unknown,
  reader: Reader,
): Promise<Shown | Response> {
  const body = route.show
    ? await route.show(value, reader, call, input as Input<never, never, never>)
    : value;
  if (body instanceof Response) return body;
  if (!route.response) return { status: 204, text: null, headers: {} };
  const text = JSON.stringify(body);
  if (exchange.deps.checkResponses) checkShape(route, text);
  const version = versionOf(body);
  const headers: Record<string, string> = version === null ? {} : { etag: etagOf(version) };
  if (route.cacheSeconds) headers['cache-control'] = `public, max-age=${route.cacheSeconds}`;
  return { status: route.status ?? 200, text, headers };
}

/** Fails loudly in tests when an answer is not what the documentation says. */
function checkShape(route: Route, text: string): void {
  const parsed = route.response?.safeParse(JSON.parse(text));
  if (parsed && !parsed.success)
    throw new Error(`${route.method} ${route.path} answers otherwise than declared: ${parsed.error.message}`);
}

function ownResponse(exchange: Exchange, response: Response): Response {
  harden(response, {
    ...baseHeaders(exchange.deps.baseUrl),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-request-id': exchange.requestId,
    ...exchange.cors,
  });
  // Cookies set in Hono's context would be lost with a response of the route's own making.
  if (exchange.touched)
    for (const cookie of exchange.http.res.headers.getSetCookie())
      response.headers.append('set-cookie', cookie);
  return response;
}
