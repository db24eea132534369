import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must, testDatabase } from '../../test/harness.ts';
import { ok, refuse } from '../kernel/outcome.ts';
import { enqueue, type EnqueueOptions, type Handlers } from './jobs.ts';
import type { Tx } from './postgres.ts';
import { livingWorkers, runDueJobs } from './worker.ts';

const world = testDatabase();
const program = fileURLToPath(new URL('../../test/toy-worker.ts', import.meta.url));
const children: ChildProcess[] = [];

beforeAll(async () => {
  await world.postgres.pool.query(`
    create table begun (toy int, worker text);
    create table made (toy int, worker text);
    create table refused (toy int, worker text, code text)`);
});
beforeEach(async () => {
  await world.postgres.pool.query('truncate begun, made, refused; delete from graphile_worker._private_jobs');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function startChild(name: string, hangMs: number, env: Record<string, string> = {}): ChildProcess {
  const child = fork(program, [world.url, name, String(hangMs)], { env: { ...process.env, ...env } });
  children.push(child);
  return child;
}

/** The toys' job names are no names of the program's, so the compiler does not know them. */
const add = (tx: Tx, name: string, payload: unknown, opts?: EnqueueOptions) =>
  enqueue(tx, name as never, payload as never, opts);

async function addToys(...toys: number[]): Promise<void> {
  must(
    await world.postgres.transact(async (tx) => {
      for (const toy of toys) await add(tx, 'toys.make', { toy });
      return ok(null);
    }),
  );
}

async function rows(table: 'begun' | 'made' | 'refused'): Promise<{ toy: number; worker: string }[]> {
  return (await world.postgres.pool.query(`select * from ${table} order by toy, worker`)).rows;
}

async function until(what: string, is: () => Promise<boolean>, ms: number): Promise<number> {
  const began = performance.now();
  while (!(await is())) {
    if (performance.now() - began > ms) throw new Error(`${what}: not within ${ms} ms`);
    await sleep(100);
  }
  return performance.now() - began;
}

const queued = async () =>
  (await world.postgres.pool.query<{ n: number }>('select count(*) as n from graphile_worker._private_jobs'))
    .rows[0]?.n;

describe('enqueue', () => {
  it('adds the job with the transaction, or not at all', async () => {
    await world.postgres.transact(async (tx) => {
      await add(tx, 'toys.make', { toy: 1 });
      return refuse('changed_my_mind', 'No.');
    });
    expect(await queued()).toBe(0);
    await addToys(1);
    expect(await queued()).toBe(1);
  });

  it('replaces a waiting job of the same key', async () => {
    must(
      await world.postgres.transact(async (tx) => {
        await add(tx, 'toys.make', { toy: 1 }, { key: 'one' });
        await add(tx, 'toys.make', { toy: 2 }, { key: 'one', runAt: new Date('2030-01-01'), maxAttempts: 3 });
        return ok(null);
      }),
    );
    const { rows: jobs } = await world.postgres.pool.query(
      'select payload, run_at, max_attempts from graphile_worker._private_jobs',
    );
    expect(jobs).toEqual([{ payload: { toy: 2 }, run_at: new Date('2030-01-01'), max_attempts: 3 }]);
  });
});

describe('runDueJobs', () => {
  it('runs what is due with a context and tries a failed one again later', async () => {
    await addToys(1, 2);
    const seen: unknown[] = [];
    const make = (payload: { toy: number }, run: { attempt: number }) => {
      seen.push([payload.toy, run.attempt]);
      return payload.toy === 2 ? Promise.reject(new Error('not today')) : Promise.resolve();
    };
    const handlers: unknown = { 'toys.make': make };
    await runDueJobs({
      postgres: world.postgres,
      handlers: handlers as Handlers,
      ctx: () => world.ctxFor({ kind: 'system' }),
      log: world.log,
    });
    expect(seen).toEqual([
      [1, 1],
      [2, 1],
    ]);
    const { rows: left } = await world.postgres.pool.query(
      'select attempts, last_error, run_at > now() as later from graphile_worker._private_jobs',
    );
    expect(left).toEqual([{ attempts: 1, last_error: 'not today', later: true }]);
  });
});

describe('a worker process', () => {
  it('runs jobs as they come, and stops when asked', async () => {
    const child = startChild('a', 0);
    await until('a worker that lives', async () => (await livingWorkers(world.postgres.db)) > 0, 10_000);
    await addToys(1, 2, 3);
    await until('three toys', async () => (await rows('made')).length === 3, 5_000);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await livingWorkers(world.postgres.db)).toBe(0);
  }, 30_000);

  it('that is killed loses its jobs to another within 30 s, and they are done once', async () => {
    const killed = startChild('killed', 60_000);
    await addToys(1, 2);
    await until('both began', async () => (await rows('begun')).length === 2, 10_000);
    killed.kill('SIGKILL');
    startChild('heir', 0);
    const took = await until('both made', async () => (await rows('made')).length === 2, 30_000);
    expect(took).toBeLessThan(30_000);
    expect(await rows('made')).toEqual([
      { toy: 1, worker: 'heir' },
      { toy: 2, worker: 'heir' },
    ]);
  }, 60_000);

  it('that was frozen past its lease cannot write what another has done meanwhile', async () => {
    const frozen = startChild('frozen', 1_500);
    await addToys(7);
    await until('it began', async () => (await rows('begun')).length === 1, 10_000);
    frozen.kill('SIGSTOP');
    startChild('heir', 0);
    await until('the heir made it', async () => (await rows('made')).length === 1, 30_000);
    frozen.kill('SIGCONT');
    await until('the late write was refused', async () => (await rows('refused')).length === 1, 10_000);
    expect(await rows('made')).toEqual([{ toy: 7, worker: 'heir' }]);
    expect(await rows('refused')).toEqual([{ toy: 7, worker: 'frozen', code: 'job_taken_over' }]);
  }, 60_000);

  it('outlives connections that are cut under its hands', async () => {
    const child = startChild('survivor', 200);
    let ended = false;
    child.once('exit', () => (ended = true));
    await addToys(1, 2, 3, 4, 5, 6, 7, 8);
    await until('some began', async () => (await rows('begun')).length > 0, 10_000);
    for (let i = 0; i < 6; i += 1) {
      await world.postgres.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await sleep(150);
    }
    await until(
      'all made',
      async () => new Set((await rows('made')).map((row) => row.toy)).size === 8,
      30_000,
    );
    expect(ended).toBe(false);
  }, 60_000);

  it('shares recurring work with the others: one run a period, whoever dies', async () => {
    const one = startChild('one', 0, { TOY_TICKS: '1' });
    startChild('two', 0, { TOY_TICKS: '1' });
    await until('three runs', async () => (await rows('made')).length >= 3, 10_000);
    one.kill('SIGKILL');
    const before = (await rows('made')).length;
    const began = performance.now();
    await until('three more', async () => (await rows('made')).length >= before + 3, 20_000);
    const { rows: counted } = await sql<{ n: number }>`select count(*) as n from made`.execute(
      world.postgres.db,
    );
    expect(counted[0]?.n).toBeLessThanOrEqual(before + 2 + Math.ceil((performance.now() - began) / 900));
  }, 60_000);
});
