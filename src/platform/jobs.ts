/** Work that happens later: rows of graphile-worker's queue in our own database, born with the business row. */
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Ctx } from '../kernel/actor.ts';
import type { Postgres, Tx } from './postgres.ts';

/** Job name → payload: each module's jobs.ts adds its own by declaration merging. */
// oxlint-disable-next-line no-empty-interface
export interface JobPayloads {}

export type JobName = keyof JobPayloads & string;

/** What a handler gets. `postgres.transact` refuses `job_taken_over` once another worker has taken the job. */
export type JobRun = {
  readonly postgres: Postgres;
  readonly ctx: () => Ctx;
  readonly log: Logger;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  /** Aborted when the process stops: a long handler should end soon after. */
  readonly signal: AbortSignal;
};

/** One handler for each job name; the compiler refuses a name nobody serves. */
export type Handlers = { [N in keyof JobPayloads]: (payload: JobPayloads[N], run: JobRun) => Promise<void> };

export type EnqueueOptions = {
  /** A second job with the same key replaces the first while that one has not begun. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Tries before it counts as failed; default 25, waiting e^attempt seconds between them. */
  readonly maxAttempts?: number;
};

/** Work every so many seconds; one run at a time over all processes, and none lost when one of them dies. */
export type Recurring = { readonly name: JobName; readonly everySeconds: number };

/** Adds a job in the caller's transaction: it exists if and only if the transaction commits. One statement. */
export async function enqueue<N extends keyof JobPayloads>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  opts: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload)}::json,
    run_at := ${opts.runAt ?? null}::timestamptz, max_attempts := ${opts.maxAttempts ?? null}::int,
    job_key := ${opts.key ?? null}::text)`.execute(tx);
}
