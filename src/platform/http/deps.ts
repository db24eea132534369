/** What the HTTP layer is given by the program that starts it. */
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Postgres } from '../postgres.ts';
import type { Limiter } from './limit.ts';
import type { Metrics } from './metrics.ts';

/** A request that carries a cookie or an Authorization header, and so wants to be somebody. */
export type Caller = {
  readonly http: Context;
  readonly now: Date;
  /** False on a call from another web site: its cookies must not count, only a bearer token may. */
  readonly trustCookies: boolean;
};

export type HttpDeps = {
  readonly postgres: Postgres;
  /** Who calls; `{ kind: 'visitor' }` when the credentials are not good. Asked only when there are some. */
  readonly who: (caller: Caller) => Promise<Actor>;
  readonly clock: Clock;
  /** Cryptographic random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Logger;
  /** Where people reach us, such as `https://desk.example.com`; decides about HSTS and what counts as same origin. */
  readonly baseUrl: string;
  /** True behind a proxy of ours: believe X-Forwarded-For and X-Forwarded-Host. */
  readonly trustProxy: boolean;
  readonly limiter: Limiter;
  readonly metrics: Metrics;
  /** Checks every answer against its declared schema; on in tests and development. */
  readonly checkResponses?: boolean;
};
