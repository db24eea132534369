/** PostgreSQL is killed under load: nothing acknowledged is lost, nobody has to be restarted. */
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOYS } from '../../test/toys.ts';
import { startThrowaway } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';

const KILLS = 3;
const children: ChildProcess[] = [];
let server: Awaited<ReturnType<typeof startThrowaway>>;
let base: string;

function start(name: string, args: string[]): ChildProcess {
  const child = fork(fileURLToPath(new URL(`../../test/${name}.ts`, import.meta.url)), [server.url, ...args]);
  children.push(child);
  return child;
}

beforeAll(async () => {
  server = await startThrowaway();
  await migrate(server.url, readMigrations().slice(0, 1));
  await ask(`${TOYS}; create table begun (toy int, worker text); create table made (toy int, worker text);
    create table refused (toy int, worker text, code text)`);
  // A throwaway server may forget its last commits; this test is about one that may not.
  await ask(
    `do $$ begin execute format('alter database %I set synchronous_commit = on', current_database()); end $$`,
  );
  start('toy-worker', ['w', '100']);
  const web = start('toy-web', []);
  base = await new Promise<string>((resolve) =>
    web.once('message', (port) => resolve(`http://127.0.0.1:${String(port)}`)),
  );
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await server.stop();
});

async function ask<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
}

/** Asks until there is an answer. */
async function patiently(text: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return void (await ask(text));
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(50);
    }
  }
}

type Load = { acknowledged: string[]; other: Set<number | string>; stop: boolean };

/** One client: a new name each time, the same key until it is told 201. */
async function client(load: Load, id: number): Promise<void> {
  for (let n = 0; !load.stop; n += 1) {
    const name = `toy ${id}-${n}`;
    for (let done = false; !done && !load.stop;) {
      const answer = await fetch(`${base}/api/toys`, {
        method: 'POST',
        headers: {
          authorization: 'Bearer staff',
          'content-type': 'application/json',
          'idempotency-key': name.replace(' ', '-'),
        },
        body: JSON.stringify({ name }),
      }).then(
        (response) => response.status,
        (error: unknown) => String(error),
      );
      done = answer === 201;
      if (done) load.acknowledged.push(name);
      else {
        load.other.add(answer);
        await sleep(20);
      }
    }
  }
}

describe('PostgreSQL killed under load', () => {
  it('loses no acknowledged row, doubles none, and the same processes serve again within 5 s', async () => {
    const load: Load = { acknowledged: [], other: new Set(), stop: false };
    const clients = [1, 2, 3, 4].map((id) => client(load, id));
    const outages: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await patiently(
        `select count(graphile_worker.add_job('toys.make', json_build_object('toy', ${kill} * 10 + i))) from generate_series(1, 8) i`,
      );
      await sleep(250);
      const killed = server.pid();
      const began = performance.now();
      process.kill(killed, 'SIGKILL');
      // Orphaned backends may serve a little longer: what counts begins with the new server.
      while (server.pid() === killed) await sleep(5);
      const before = load.acknowledged.length;
      while (load.acknowledged.length < before + 10) {
        if (performance.now() - began > 15_000) throw new Error(`nothing served after kill ${kill}`);
        await sleep(20);
      }
      outages.push(performance.now() - began);
    }
    load.stop = true;
    await Promise.all(clients);
    const names = (await ask<{ name: string }>('select name from toys')).map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
    expect(load.acknowledged.filter((name) => !names.includes(name))).toEqual([]);
    expect([...load.other].filter((status) => status !== 503)).toEqual([]);
    expect(Math.max(...outages)).toBeLessThan(5_000);
  }, 60_000);

  it('leaves the worker able to finish every job', async () => {
    const began = performance.now();
    for (;;) {
      const made = await ask<{ toy: number }>('select distinct toy from made');
      if (made.length === KILLS * 8) break;
      if (performance.now() - began > 30_000) throw new Error(`${made.length} of ${KILLS * 8} made`);
      await sleep(200);
    }
    expect(children.every((child) => child.exitCode === null)).toBe(true);
  }, 60_000);
});
