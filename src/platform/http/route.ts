/** How a route is declared: one object that reads as a sentence, and from which the documentation is made. */
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Ctx, LinkPower, Permission } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import type { Postgres, Reader, Tx } from '../postgres.ts';
import type { LimitName } from './limit.ts';

/**
 * Who may call. `'public'`: everybody. `staff`: signed in and holding the permission (`'any'`: signed in is
 * enough). `portal`: a customer's link of at least this power. Both keys: either of the two.
 */
export type Access = 'public' | { readonly staff?: Permission | 'any'; readonly portal?: LinkPower };

/** What a route's code gets besides its input. */
export type Call = {
  readonly ctx: Ctx;
  readonly db: Reader;
  readonly postgres: Postgres;
  readonly log: Logger;
  /** The caller's address. */
  readonly ip: string;
  /** Hono's own context: cookies, raw body of an upload, headers to add to the answer. */
  readonly http: Context;
};

/** The parsed input; `version` is the If-Match header's number, null when the route or the caller has none. */
export type Input<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly version: number | null;
};

/** What a view may give for a schema: the same, but read-only lists and objects will do. */
export type Wire<T> = T extends Date | Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Wire<T[K]> }
      : T;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Empty = Record<never, never>;
type Out<S> = S extends z.ZodType ? z.output<S> : Empty;
type OutBody<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<R> = R extends z.ZodType ? Wire<z.output<R>> : R extends null ? null | undefined | void : Response;

type Said<P, Q, B, R> = {
  readonly method: Method;
  /** With parameters in braces: `/api/cases/{id}`. */
  readonly path: `/${string}`;
  /** The heading it stands under in the reference. */
  readonly tag: string;
  /** One line for the reference: what calling it does. */
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** The budget a caller spends; default `read` for GET, `write` for the rest (see limit.ts). */
  readonly limit?: LimitName;
  /** True: other web sites may call it from the browser (without cookies). */
  readonly cors?: boolean;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Body schema of a success; `null` for none (204). Leave it out for a route that gives its own `Response`. */
  readonly response?: R;
  /** Content type of a route that gives its own `Response`, such as `text/csv`; for the reference. */
  readonly produces?: string;
  /**
   * Content type of a body that is no JSON. `application/x-www-form-urlencoded` with a `body` schema is parsed
   * like JSON; anything else is an upload: leave `body` out and take `readUpload(call.http.req.raw, limit)`.
   */
  readonly consumes?: string;
  /** Largest body in bytes; default 1 MiB. */
  readonly bodyLimit?: number;
  /** Status of a success; default 200 (204 without a body). */
  readonly status?: 200 | 201 | 202;
  /** `'required'`: refuse 428 without If-Match. Stale refusals then answer 412 instead of 409. */
  readonly ifMatch?: 'required' | 'optional';
  /** Seconds that browsers and proxies may keep a success; only for what everybody may see alike. Default: none. */
  readonly cacheSeconds?: number;
  /** False: an Idempotency-Key is not remembered (sign-in, pure calculations). */
  readonly idempotent?: boolean;
  /** Longest it may take in ms, default 10,000; 0 for streams. */
  readonly timeoutMs?: number;
  /** False: not in the reference. */
  readonly documented?: boolean;
};

/** What a route does: exactly one of the two. */
type Act<P, Q, B, V> = {
  /** Reads, or works that bring their own transaction (`call.postgres.transact`). */
  readonly act?: (input: Input<P, Q, B>, call: Call) => Promise<Outcome<V>> | Outcome<V>;
  /**
   * Changes, in one transaction that the platform opens. With an Idempotency-Key the answer is stored in the
   * same transaction, so that a repeated call has one effect whatever dies in between.
   */
  readonly change?: (tx: Tx, input: Input<P, Q, B>, call: Call) => Promise<Outcome<V>>;
};

/** Makes the body; `reader` is the open transaction of a `change`, so it sees what was just written. */
type View<R, V, P, Q, B> = {
  readonly view: (
    value: V,
    reader: Reader,
    call: Call,
    input: Input<P, Q, B>,
  ) => Given<R> | Promise<Given<R>>;
};

/** A declared route; what `mountRoutes` takes. */
export type Route = Said<z.ZodType, z.ZodType, z.ZodType, z.ZodType | null> & {
  readonly run: (tx: Tx | null, input: Input<never, never, never>, call: Call) => Promise<Outcome<unknown>>;
  readonly transactional: boolean;
  readonly show:
    ((value: unknown, reader: Reader, call: Call, input: Input<never, never, never>) => unknown) | null;
};

/**
 * Declares a route: limit → who → parse → act (or change) → view.
 *
 * ```ts
 * route({
 *   method: 'post', path: '/api/cases/{id}/notes', tag: 'Cases', summary: 'Write a note',
 *   access: { staff: 'case.note' },
 *   params: z.object({ id: z.string() }), body: noteBody, response: noteSchema, status: 201,
 *   change: (tx, { params, body }, call) => noteCase(tx, call.ctx, { caseId: params.id, ...body }),
 *   view: (note) => ({ id: note.id, … }),
 * })
 * ```
 * Without `view` the value itself is the body. A route without `response` gives a `Response`.
 */
export function route<
  V,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | null | undefined = undefined,
>(
  spec: Said<P, Q, B, R> & Act<Out<P>, Out<Q>, OutBody<B>, V> & View<R, V, Out<P>, Out<Q>, OutBody<B>>,
): Route;
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | null | undefined = undefined,
>(
  spec: Said<P, Q, B, R> & Act<Out<P>, Out<Q>, OutBody<B>, NoInfer<Given<R>>> & { readonly view?: undefined },
): Route;
export function route(spec: Untyped): Route {
  const { act, change, view, ...said } = spec;
  if ((act === undefined) === (change === undefined))
    throw new Error(`${said.method} ${said.path} needs either act or change`);
  return {
    ...said,
    transactional: change !== undefined,
    show: view ?? null,
    run: async (tx, input, call) => {
      if (act) return await act(input, call);
      if (change && tx) return await change(tx, input, call);
      throw new Error(`${said.method} ${said.path} was run without a transaction`);
    },
  };
}

/** A spec as the platform sees it, once the compiler has checked it as the author's. */
type Untyped = Said<z.ZodType, z.ZodType, z.ZodType, z.ZodType | null> &
  Act<never, never, never, unknown> & { readonly view?: NonNullable<Route['show']> };
