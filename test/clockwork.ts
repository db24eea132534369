/** Clock, dice and context of tests, without the test runner: processes the tests start use them too. */
import { pino, type Logger } from 'pino';
import { PERMISSIONS, type Actor, type Ctx, type Permission } from '../src/kernel/actor.ts';
import { makeId } from '../src/kernel/id.ts';
import type { Postgres } from '../src/platform/postgres.ts';

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
