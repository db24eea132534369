/** What database tests stand on: a real database of their own, a clock they move, ids and dice that repeat. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Actor, Ctx, Permission } from '../src/kernel/actor.ts';
import { PERMISSIONS } from '../src/kernel/actor.ts';
import { makeId } from '../src/kernel/id.ts';
import type { Outcome } from '../src/kernel/outcome.ts';
import { openPostgres, type Postgres, type PostgresOptions } from '../src/platform/postgres.ts';

/** A clock that stands still until it is moved. */
export type TestClock = {
  readonly now: () => Date;
  /** Forward (or back) by ms. */
  readonly move: (ms: number) => void;
  readonly set: (at: Date | string) => void;
};

/** A Thursday morning in Amsterdam. */
export const START = '2026-11-05T09:00:00.000Z';

/** Makes a clock standing at `start`. */
export function testClock(start: Date | string = START): TestClock {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    move: (ms) => {
      at = new Date(at.getTime() + ms);
    },
    set: (to) => {
      at = new Date(to);
    },
  };
}

/** Bytes that are the same in every run: a small xorshift, never for secrets. */
export function testRandom(seed = 1): (bytes: number) => Uint8Array {
  let state = seed >>> 0 || 1;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

export type TestWorld = {
  readonly postgres: Postgres;
  /** Its connection string, for a second pool or another process. */
  readonly url: string;
  readonly clock: TestClock;
  readonly random: (bytes: number) => Uint8Array;
  /** The context of an act by this actor, now by the test's clock. */
  readonly ctxFor: (actor: Actor) => Ctx;
  readonly log: Logger;
};

/** A member of staff with all permissions, or only those named. */
export function staffActor(permissions: readonly Permission[] = PERMISSIONS, id = 'stf_test'): Actor {
  return { kind: 'staff', id, name: 'Test Staff', permissions: new Set(permissions) };
}

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

/** Clock, ids and context over an open database. */
export function worldOver(postgres: Postgres, url: string): TestWorld {
  const clock = testClock();
  const random = testRandom();
  let requests = 0;
  return {
    postgres,
    url,
    clock,
    random,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    ctxFor: (actor) => {
      requests += 1;
      const now = clock.now();
      return {
        now,
        actor,
        random,
        requestId: `req_test${requests}`,
        newId: (prefix) => makeId(prefix, now.getTime(), random(10)),
      };
    },
  };
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
