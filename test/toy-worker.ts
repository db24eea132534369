/** A worker process for the tests of platform/worker.ts: `node test/toy-worker.ts <url> <name> <hang>`. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { makeId } from '../src/kernel/id.ts';
import { ok } from '../src/kernel/outcome.ts';
import type { Handlers, JobRun } from '../src/platform/jobs.ts';
import { openPostgres } from '../src/platform/postgres.ts';
import { startWorker } from '../src/platform/worker.ts';

const [url = '', name = '', hang = '0'] = process.argv.slice(2);
const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
const postgres = openPostgres({ url, connections: 8 });

/** Notes that it began, takes its time, then writes its effect in a transaction. */
async function make(payload: { toy: number }, run: JobRun): Promise<void> {
  await sql`insert into begun (toy, worker) values (${payload.toy}, ${name})`.execute(run.postgres.db);
  await sleep(Number(hang));
  const outcome = await run.postgres.transact(async (tx) =>
    ok(await sql`insert into made (toy, worker) values (${payload.toy}, ${name})`.execute(tx)),
  );
  if (!outcome.ok)
    await sql`insert into refused (toy, worker, code) values (${payload.toy}, ${name}, ${outcome.code})`.execute(
      run.postgres.db,
    );
}

async function tickTock(_payload: unknown, run: JobRun): Promise<void> {
  await sql`insert into made (toy, worker) values (0, ${name})`.execute(run.postgres.db);
}

const handlers: unknown = { 'toys.make': make, 'toys.tick': tickTock };
const recurring: unknown = process.env['TOY_TICKS'] ? [{ name: 'toys.tick', everySeconds: 1 }] : [];
const worker = startWorker({
  postgres,
  handlers: handlers as Handlers,
  ctx: () => ({
    now: new Date(Date.now()),
    newId: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
    random: (bytes) => randomBytes(bytes),
    actor: { kind: 'system' },
    requestId: 'req_worker',
  }),
  log,
  recurring: recurring as never,
  leaseSeconds: 2,
});
process.on('SIGTERM', () => {
  void worker
    .stop()
    .then(() => postgres.close())
    .then(() => process.exit(0));
});
