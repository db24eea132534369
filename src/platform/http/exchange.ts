/** One request while it is served, and how its answer is made. */
import type { Context } from 'hono';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/actor.ts';
import { makeId } from '../../kernel/id.ts';
import { isUnavailable, refusalOf } from '../postgres-errors.ts';
import type { HttpDeps } from './deps.ts';
import type { Taken } from './limit.ts';
import { problemBody, problemOf, type Problem } from './problem.ts';
import { DATA_CSP, baseHeaders } from './security.ts';

export type Exchange = {
  readonly http: Context;
  readonly deps: HttpDeps;
  readonly requestId: string;
  readonly now: Date;
  readonly startedMs: number;
  readonly ip: string;
  actor: Actor;
  taken: Taken | null;
  cors: Readonly<Record<string, string>> | null;
  /** The route looked into Hono's context and may have set headers or cookies there. */
  touched: boolean;
  code: string | null;
};

/** Our id for the request: the caller's own when it looks like one, so that logs of both sides meet. */
export function requestIdOf(http: Context, deps: HttpDeps, now: Date): string {
  const given = http.req.header('x-request-id');
  if (given !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(given)) return given;
  return makeId('req', now.getTime(), deps.random(10));
}

/** What actions get from this request. */
export function ctxOf(exchange: Exchange): Ctx {
  const { deps, now, actor, requestId } = exchange;
  return {
    now,
    actor,
    requestId,
    random: deps.random,
    newId: (prefix) => makeId(prefix, now.getTime(), deps.random(10)),
  };
}

const common = new Map<string, Readonly<Record<string, string>>>();

/** Headers of every answer that is no page. */
function commonHeaders(baseUrl: string): Readonly<Record<string, string>> {
  let headers = common.get(baseUrl);
  if (!headers) {
    headers = { ...baseHeaders(baseUrl), 'content-security-policy': DATA_CSP, 'cache-control': 'no-store' };
    common.set(baseUrl, headers);
  }
  return headers;
}

function headersOf(exchange: Exchange, type: string | null): Record<string, string> {
  const headers: Record<string, string> = {
    ...commonHeaders(exchange.deps.baseUrl),
    'x-request-id': exchange.requestId,
  };
  if (type !== null) headers['content-type'] = type;
  if (exchange.taken) {
    headers['ratelimit-limit'] = String(exchange.taken.limit);
    headers['ratelimit-remaining'] = String(exchange.taken.remaining);
    headers['ratelimit-reset'] = String(exchange.taken.reset);
  }
  return exchange.cors ? Object.assign(headers, exchange.cors) : headers;
}

/** A JSON answer from text that is already encoded; null for none. */
export function answer(
  exchange: Exchange,
  status: number,
  text: string | null,
  extra?: Readonly<Record<string, string>>,
): Response {
  const headers = headersOf(exchange, text === null ? null : 'application/json; charset=utf-8');
  if (extra) Object.assign(headers, extra);
  return build(exchange, status, text, headers);
}

/** A problem as an answer. */
export function refuseWith(exchange: Exchange, problem: Problem): Response {
  exchange.code = problem.code;
  const headers = headersOf(exchange, 'application/problem+json; charset=utf-8');
  if (problem.headers) Object.assign(headers, problem.headers);
  return build(exchange, problem.status, problemBody(problem, exchange.requestId), headers);
}

function build(
  exchange: Exchange,
  status: number,
  text: string | null,
  headers: Record<string, string>,
): Response {
  // A Response from plain headers is what node-server sends fastest; Hono's own way costs a Headers object.
  if (!exchange.touched) return new Response(text, { status, headers });
  return exchange.http.newResponse(text, status as 200, headers);
}

/** Thrown when a request has used up its time; never leaves the HTTP layer. */
export const TOO_SLOW = Symbol('too slow');

/** What a thrown error says to the caller: nothing about its inside. The log has it, under the request's id. */
export function problemOfError(exchange: Exchange, error: unknown): Problem {
  const retry = { 'retry-after': '2' };
  if (error === TOO_SLOW)
    return { status: 503, code: 'took_too_long', detail: 'This took too long: try again.', headers: retry };
  if (isUnavailable(error)) {
    exchange.deps.log.warn({ request_id: exchange.requestId, err: error }, 'the database is not available');
    return {
      status: 503,
      code: 'database_unavailable',
      detail: 'The database cannot be reached right now: try again in a moment.',
      headers: retry,
    };
  }
  // A read outside `transact` may meet a value the database cannot take: the caller's mistake, not ours.
  const refused = refusalOf(error);
  if (refused) return problemOf(refused);
  exchange.deps.log.error(
    { request_id: exchange.requestId, err: error },
    'a request failed by a mistake of ours',
  );
  return {
    status: 500,
    code: 'internal_error',
    detail: `Something went wrong on our side. Tell us this number: ${exchange.requestId}.`,
  };
}

/** Gives `work` so many ms, then throws TOO_SLOW; 0 is for streams, which have no end. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  if (ms === 0) return work;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(TOO_SLOW), ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
