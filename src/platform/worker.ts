/**
 * Runs jobs. Each worker shows every 2 s that it lives; one that is silent for 10 s (killed, frozen, cut off) loses
 * its jobs to the others. What it then still tries to write is refused, because every transaction of a job checks
 * first that the job is still this worker's.
 */
import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as GraphileLogger,
  run,
  runOnce,
  type Job,
  type Runner,
  type TaskList,
} from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Ctx } from '../kernel/actor.ts';
import { refuse } from '../kernel/outcome.ts';
import type { Handlers, JobRun, Recurring } from './jobs.ts';
import { siblingPool, type Postgres, type Reader } from './postgres.ts';

/** A worker silent for this long counts as dead; it shows itself five times as often. */
export const LEASE_SECONDS = 10;
/** A stop waits this long for the jobs under way, then gives them back. */
const PATIENCE_MS = 8_000;
/** So many failed looks for jobs in a row, and the runner is made anew. */
const PATIENT_LOOKS = 3;

export type WorkerOptions = {
  readonly postgres: Postgres;
  readonly handlers: Handlers;
  /** A fresh context for each use, with the actor jobs act as. */
  readonly ctx: () => Ctx;
  readonly log: Logger;
  /** Jobs at once; default 4. Takes as many connections more and two. */
  readonly concurrency?: number;
  readonly recurring?: readonly Recurring[];
  /** The same for all workers of a database; tests shorten it. */
  readonly leaseSeconds?: number;
};

export type Worker = {
  /** Takes no new job, waits for those under way (at most 8 s), says goodbye. */
  readonly stop: () => Promise<void>;
};

type State = {
  /** Aborted by `stop`. */
  readonly stopping: AbortController;
  /** Aborted when `stop` has waited enough. */
  readonly done: AbortController;
  poolId: string | null;
  runner: Runner | null;
  beating: Promise<void>;
};

/** Starts a worker that keeps itself running, also over a database that goes away and comes back. */
export function startWorker(options: WorkerOptions): Worker {
  const state: State = {
    stopping: new AbortController(),
    done: new AbortController(),
    poolId: null,
    runner: null,
    beating: Promise.resolve(),
  };
  const running = keepRunning(options, state);
  const beat = setInterval(() => beatNow(options, state), leaseOf(options) * 200);
  const ticks = (options.recurring ?? []).map((one) =>
    setInterval(() => void tick(options, one), one.everySeconds * 1000),
  );
  for (const one of options.recurring ?? []) void tick(options, one);
  return {
    stop: async () => {
      for (const timer of ticks) clearInterval(timer);
      state.stopping.abort();
      if (state.runner) await stopRunner(state.runner);
      state.done.abort();
      await running;
      clearInterval(beat);
      // A beat still under way would write after the goodbye that we live.
      await state.beating;
      await sayGoodbye(options, state);
    },
  };
}

function leaseOf(options: WorkerOptions): number {
  return options.leaseSeconds ?? LEASE_SECONDS;
}

async function keepRunning(options: WorkerOptions, state: State): Promise<void> {
  const { signal } = state.stopping;
  while (!signal.aborted) {
    try {
      await runOneRunner(options, state);
    } catch (error) {
      if (!signal.aborted) options.log.warn({ err: error }, 'the worker fell over and starts again');
    }
    state.runner = null;
    if (signal.aborted) return;
    // Its jobs are nobody's now; without a heartbeat they are free when the lease is over.
    state.poolId = null;
    await sleep(1_000, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * With these graphile-worker reports the end of jobs through its batches, whose errors it catches. Without them a
 * database that goes away just then is an unhandled rejection, which ends the process (seen with 0.18.0).
 */
const SAFE = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** Runs one of graphile-worker's runners until it ends, falls over or is stopped. */
async function runOneRunner(options: WorkerOptions, state: State): Promise<void> {
  const events = new EventEmitter();
  const concurrency = options.concurrency ?? 4;
  const own = siblingPool(options.postgres, concurrency + 2);
  let poolId: string | null = null;
  events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    poolId = workerPool.id;
    state.poolId = poolId;
    beatNow(options, state);
  });
  try {
    const over = [whenFallen(events, state, concurrency), whenAborted(state.done.signal)];
    const runner = await run({
      pgPool: own.pool,
      taskList: tasksOf(options, () => poolId),
      parsedCronItems: [],
      concurrency,
      noHandleSignals: true,
      pollInterval: 1_000,
      preset: SAFE,
      events,
      logger: graphileLog(options.log),
    });
    state.runner = runner;
    // A stop that came while it started found no runner to stop.
    if (state.stopping.signal.aborted) await stopRunner(runner);
    await Promise.race([runner.promise, ...over]);
    // A fallen one must not go on looking; one that has ended says so by an error.
    await settlesWithin(
      2_000,
      runner.stop().catch(() => undefined),
    );
  } finally {
    own.discard();
  }
}

/**
 * Settles when the runner can no longer work although nobody has stopped it. Its own promise is not to be trusted
 * (graphile-worker 0.18.0): after a lost connection it sometimes never settles, and an error while it first looks up
 * its tasks is remembered for ever, so that each later look for jobs fails with it.
 */
function whenFallen(events: EventEmitter, state: State, concurrency: number): Promise<void> {
  return new Promise((resolve) => {
    events.once('pool:gracefulShutdown', () => {
      if (!state.stopping.signal.aborted) setTimeout(resolve, 1_000);
    });
    let failures = 0;
    const works = () => (failures = 0);
    events.on('worker:getJob:empty', works);
    events.on('job:start', works);
    events.on('worker:getJob:error', () => {
      failures += 1;
      // Each of its workers looks once a second.
      if (failures >= concurrency * PATIENT_LOOKS) resolve();
    });
  });
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function stopRunner(runner: Runner): Promise<void> {
  const stopped = runner.stop().catch(() => undefined);
  if (await settlesWithin(PATIENCE_MS, stopped)) return;
  await settlesWithin(
    2_000,
    runner.kill().catch(() => undefined),
  );
}

async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(ms, false, { signal: patience.signal }).catch(() => true);
  const settled = await Promise.race([work.then(() => true), late]);
  patience.abort();
  return settled;
}

/** Runs everything that is due once, in this process; for tests and the command line. */
export async function runDueJobs(options: Omit<WorkerOptions, 'recurring'>): Promise<void> {
  let poolId: string | null = null;
  const events = new EventEmitter();
  events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    poolId = workerPool.id;
  });
  await runOnce({
    pgPool: options.postgres.pool,
    taskList: tasksOf(options, () => poolId),
    concurrency: 1,
    noHandleSignals: true,
    // Also because without batches it does not wait until the end of the last job is written down.
    preset: SAFE,
    events,
    logger: graphileLog(options.log),
  });
}

type AnyHandler = (payload: never, run: JobRun) => Promise<void>;

function tasksOf(options: Omit<WorkerOptions, 'recurring'>, poolId: () => string | null): TaskList {
  const entries = Object.entries<AnyHandler>(options.handlers).map(([name, handler]) => {
    const task = async (payload: unknown, helpers: { job: Job; abortSignal?: AbortSignal }) => {
      const fence = { lost: false };
      const job = helpers.job;
      await handler(payload as never, {
        postgres: fenced(options.postgres, job, poolId() ?? '', fence),
        ctx: options.ctx,
        log: options.log.child({ job: name, job_id: job.id }),
        attempt: job.attempts,
        lastAttempt: job.attempts >= job.max_attempts,
        signal: helpers.abortSignal ?? new AbortController().signal,
      });
      // Ending well would remove the job under the hands of the worker that has it now.
      if (fence.lost) throw new Error('another worker has taken this job over');
    };
    return [name, task] as const;
  });
  return Object.fromEntries(entries);
}

/** The same database, where a transaction begins by locking the job's row and refuses once it is another worker's. */
function fenced(postgres: Postgres, job: Job, poolId: string, fence: { lost: boolean }): Postgres {
  return {
    ...postgres,
    transact: (work) =>
      postgres.transact(async (tx) => {
        const held = await sql`
          select 1 from graphile_worker._private_jobs
           where id = ${job.id} and locked_by = ${poolId} and attempts = ${job.attempts} for share`.execute(
          tx,
        );
        if (held.rows.length > 0) return await work(tx);
        fence.lost = true;
        return refuse('job_taken_over', 'Another worker has taken this job over.', 'conflict');
      }),
  };
}

function beatNow(options: WorkerOptions, state: State): void {
  state.beating = state.beating.then(() => heartbeat(options, state));
}

/** Shows that this worker lives, and takes the jobs of those that no longer do. Errors wait for the next beat. */
async function heartbeat(options: WorkerOptions, state: State): Promise<void> {
  const { db } = options.postgres;
  try {
    if (state.poolId !== null)
      await sql`
        insert into job_workers (id, host, process_id, started_at, seen_at)
        values (${state.poolId}, ${hostname()}, ${process.pid}, now(), now())
        on conflict (id) do update set seen_at = now()`.execute(db);
    const freed = await freeDeadWorkersJobs(db, leaseOf(options));
    if (freed.length > 0) options.log.warn({ workers: freed }, 'took over the jobs of silent workers');
  } catch (error) {
    options.log.warn({ err: error }, 'a worker’s heartbeat failed');
  }
}

/** Unlocks the jobs of workers not seen for the lease; gives their ids. */
export async function freeDeadWorkersJobs(db: Reader, leaseSeconds = LEASE_SECONDS): Promise<string[]> {
  const lease = sql`make_interval(secs => ${leaseSeconds})`;
  const silent = sql`locked_at < now() - ${lease}
    and not exists (select 1 from job_workers w where w.id = locked_by and w.seen_at >= now() - ${lease})`;
  const dead = await sql<{ id: string }>`
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null and ${silent}
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null and ${silent}`.execute(
    db,
  );
  const ids = dead.rows.map((row) => row.id);
  if (ids.length === 0) return [];
  await sql`select graphile_worker.force_unlock_workers(${ids})`.execute(db);
  await sql`delete from job_workers where seen_at < now() - interval '1 hour'`.execute(db);
  return ids;
}

async function sayGoodbye(options: WorkerOptions, state: State): Promise<void> {
  if (state.poolId === null) return;
  await sql`delete from job_workers where id = ${state.poolId}`
    .execute(options.postgres.db)
    // Nobody to say it to: the others will notice the silence.
    .catch(() => undefined);
}

/** How many workers show that they live, over all processes. */
export async function livingWorkers(db: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from job_workers where seen_at >= now() - make_interval(secs => ${LEASE_SECONDS})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/**
 * Adds the recurring job's next run, if no other process has within the period. Runs of one name share a queue, so
 * they never overlap; a run that waits already is replaced, so they never pile up.
 */
async function tick(options: WorkerOptions, one: Recurring): Promise<void> {
  const period = sql`make_interval(secs => ${one.everySeconds * 0.9})`;
  await sql`
    with won as (
      insert into recurring_jobs (name, last_started_at) values (${one.name}, now())
      on conflict (name) do update set last_started_at = now() where recurring_jobs.last_started_at <= now() - ${period}
      returning name)
    select graphile_worker.add_job(name, payload := '{}'::json, queue_name := name, max_attempts := 1, job_key := name)
      from won`
    .execute(options.postgres.db)
    .catch((error: unknown) =>
      options.log.warn({ err: error, job: one.name }, 'a recurring job could not be added'),
    );
}

/** Its messages in our log; what it says of jobs that went well is for debugging only. */
function graphileLog(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
