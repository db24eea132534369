/** What pages (server-rendered, or files of the console) get around them: id, headers, policy, log, limits. */
import type { Context, MiddlewareHandler } from 'hono';
import { actorId, type Actor } from '../../kernel/actor.ts';
import type { HttpDeps } from './deps.ts';
import { requestIdOf } from './exchange.ts';
import { addressOf, baseHeaders, harden, originOf, pageCsp, type PagePolicy } from './security.ts';

export type PageOptions = Pick<PagePolicy, 'wasm' | 'framed' | 'connect'> & {
  /** Name for the log and the metrics, such as `/my`; paths themselves may hold secret links. */
  readonly name: string;
  /** Whether search engines may list it; links of customers never. */
  readonly indexed?: boolean;
};

/** What a page's code may ask of its request, once `aroundPages` is in front of it. */
export type PageCall = {
  readonly requestId: string;
  readonly now: Date;
  readonly ip: string;
  /** For inline `<script nonce>` and `<style nonce>`. */
  readonly nonce: string;
  readonly actor: Actor;
};

const calls = new WeakMap<Request, PageCall>();

/** The call of a page's request; throws when `aroundPages` is not mounted in front. */
export function pageCall(http: Context): PageCall {
  const call = calls.get(http.req.raw);
  if (!call) throw new Error(`aroundPages is not mounted before ${http.req.path}`);
  return call;
}

/**
 * Goes in front of pages: refuses form posts from other sites, finds out who asks, sets every security header the
 * page has not set itself, logs. `app.use('/my/*', aroundPages(deps, { name: '/my' }))`.
 */
export function aroundPages(deps: HttpDeps, options: PageOptions): MiddlewareHandler {
  const base = baseHeaders(deps.baseUrl);
  return async (http, next) => {
    const started = performance.now();
    const now = deps.clock();
    const ip = addressOf(http, deps.trustProxy);
    const nonce = Buffer.from(deps.random(16)).toString('base64url');
    const requestId = requestIdOf(http, deps, now);
    const reads = http.req.method === 'GET' || http.req.method === 'HEAD';
    const cross = !reads && originOf(http, deps.baseUrl, deps.trustProxy) === 'cross';
    const taken = deps.limiter.take(reads ? 'read' : 'write', `page ${ip}`, now.getTime());
    let actor: Actor = { kind: 'visitor' };
    if (cross) http.res = http.text('This form was sent from another web site.', 403);
    else if (taken.wait > 0) http.res = http.text(`Too many requests: try again in ${taken.wait} s.`, 429);
    else {
      if (http.req.header('cookie') !== undefined) actor = await deps.who({ http, now, trustCookies: true });
      calls.set(http.req.raw, { requestId, now, ip, nonce, actor });
      await next();
    }
    if (taken.wait > 0) http.res.headers.set('retry-after', String(taken.wait));
    harden(http.res, {
      ...base,
      'x-request-id': requestId,
      'content-security-policy': pageCsp({ ...options, baseUrl: deps.baseUrl, nonce }),
      'cache-control': 'no-store',
      ...(options.indexed ? {} : { 'x-robots-tag': 'noindex' }),
    });
    const ms = performance.now() - started;
    const { status } = http.res;
    deps.metrics.observe(http.req.method, options.name, status, ms / 1000);
    deps.log.info(
      {
        request_id: requestId,
        method: http.req.method,
        route: options.name,
        status,
        ms: Math.round(ms * 10) / 10,
        actor: actor.kind,
        actor_id: actorId(actor) ?? undefined,
        ip,
      },
      'page',
    );
  };
}
