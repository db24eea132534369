/** What database tests stand on: a real database of their own, a clock they move, ids and dice that repeat. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Outcome } from '../src/kernel/outcome.ts';
import { openPostgres, type PostgresOptions } from '../src/platform/postgres.ts';
import { worldOver, type TestWorld } from './clockwork.ts';

// Tests take everything from here; only processes without the test runner go to clockwork.ts themselves.
export { START, staffActor, testClock, testRandom, worldOver } from './clockwork.ts';
export type { TestClock, TestWorld } from './clockwork.ts';

/**
 * Makes a fresh database from the migrated template. `drop` ends it. Most files want `testDatabase()` instead,
 * which does both around the file's tests.
 */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return await makeDatabase(inject('database').template);
}

async function makeDatabase(template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const { serverUrl } = inject('database');
  const name = `reprise_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await asAdmin(serverUrl, `create database ${name} template ${template}`);
  return { url: url.href, drop: () => asAdmin(serverUrl, `drop database if exists ${name} with (force)`) };
}

/** Makes a database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return await makeDatabase('template0');
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Gives the test file a real database of its own. Call it at the top of the file or of a `describe`; what it
 * gives works inside tests and hooks.
 *
 * ```ts
 * const world = testDatabase();
 * it('…', async () => { await world.postgres.transact((tx) => …world.ctxFor(staffActor())) });
 * ```
 */
export function testDatabase(options: Partial<PostgresOptions> = {}): TestWorld {
  let world: TestWorld | undefined;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const made = await cloneDatabase();
    drop = made.drop;
    world = worldOver(openPostgres({ connections: 5, ...options, url: made.url }), made.url);
  });
  afterAll(async () => {
    await world?.postgres.close();
    await drop?.();
  });
  const open = (): TestWorld => {
    if (!world)
      throw new Error('the test database opens before the first test: use it inside a test or a hook');
    return world;
  };
  return {
    get postgres() {
      return open().postgres;
    },
    get url() {
      return open().url;
    },
    get clock() {
      return open().clock;
    },
    get random() {
      return open().random;
    },
    get log() {
      return open().log;
    },
    ctxFor: (actor) => open().ctxFor(actor),
  };
}

/** The value of an outcome that must be one; fails the test with the refusal's words otherwise. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(`refused: ${outcome.code}: ${outcome.why} ${JSON.stringify(outcome.more ?? {})}`);
  return outcome.value;
}

/** The refusal's code of an outcome that must be one. */
export function refusedWith(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`was not refused, gave ${JSON.stringify(outcome.value)}`);
  return outcome.code;
}
