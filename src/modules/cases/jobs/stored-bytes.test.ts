import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects } from '../../../../test/builders.ts';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import { diskStorage } from '../../../adapters/storage/disk.ts';
import { after, DAY, MINUTE } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { StoragePort } from '../../../ports/storage.ts';
import { attachFile, removeFile } from '../actions/files.ts';
import { sweepStoredBytes, type NamedKeys } from './stored-bytes.ts';

const world = testDatabase();
let folder = '';
let storage: StoragePort;
let caseId = '';
let count = 0;
beforeAll(async () => {
  countEffects();
  await aShop(world);
  ({ caseId } = await aCase(world, { items: 1 }));
  folder = await mkdtemp(join(tmpdir(), 'reprise-swept-'));
  storage = diskStorage(folder);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Bytes put this long ago. */
async function put(age: number): Promise<string> {
  count += 1;
  const key = `k${count}/bytes`;
  await storage.put(key, new Uint8Array([count]));
  const then = after(world.clock.now(), -age);
  await utimes(join(folder, key), then, then);
  return key;
}

function attach(tx: Tx, storageKey: string, previewKey: string | null = null) {
  const about = { purpose: 'photo', name: 'a.jpg', mediaType: 'image/jpeg', sealed: false } as const;
  const size = { size: 1, width: 1, height: 1, sha256: 'a'.repeat(64) };
  return attachFile(tx, world.ctxFor(staffActor()), {
    caseId,
    itemId: null,
    stored: { ...about, ...size, storageKey, previewKey },
  });
}

function sweep(others: readonly NamedKeys[] = []): Promise<number> {
  const run = {
    postgres: world.postgres,
    ctx: () => world.ctxFor({ kind: 'system' }),
    log: world.log,
    attempt: 1,
    lastAttempt: true,
    signal: new AbortController().signal,
  };
  return sweepStoredBytes(run, storage, others);
}

/** A transaction that has written its row and waits to be told to commit. */
async function beginAttaching(key: string): Promise<{ commit: () => Promise<void> }> {
  const go = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const done = world.postgres.transact(async (tx) => {
    const file = await attach(tx, key);
    written.resolve();
    await go.promise;
    return file;
  });
  await written.promise;
  return {
    commit: async () => {
      go.resolve();
      must(await done);
    },
  };
}

async function waitingLocks(): Promise<number | undefined> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from pg_locks where not granted and relation = 'files'::regclass`.execute(
    world.postgres.db,
  );
  return found.rows[0]?.n;
}

const isThere = async (key: string) => (await storage.get(key)) !== null;

describe('the daily sweep of the storage', () => {
  it('removes what nothing named for a day, and nothing else; a second time there is nothing to do', async () => {
    const [orphan, fresh, full, preview, mail] = [
      await put(DAY + MINUTE),
      await put(DAY - MINUTE),
      await put(3 * DAY),
      await put(3 * DAY),
      await put(3 * DAY),
    ];
    must(await world.postgres.transact((tx) => attach(tx, full, preview)));
    const mails: NamedKeys = async (_tx, keys) => keys.filter((key) => key === mail);
    expect(await sweep([mails])).toBe(1);
    expect(await sweep([mails])).toBe(0);
    expect(await Promise.all([orphan, fresh, full, preview, mail].map(isThere))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    await storage.remove(mail);
  });

  it('waits for a file that is being attached at this moment, and keeps it', async () => {
    const late = await put(3 * DAY);
    const attaching = await beginAttaching(late);
    const swept = sweep();
    // The sweep stands at the lock by now; were there none, it would find the row missing.
    await expect.poll(waitingLocks).toBe(1);
    await attaching.commit();
    expect(await swept).toBe(0);
    expect(await isThere(late)).toBe(true);
  });

  it('leaves all for the next time when whoever attaches takes too long', async () => {
    const orphan = await put(3 * DAY);
    const attaching = await beginAttaching(await put(0));
    expect(await sweep()).toBe(0);
    await attaching.commit();
    expect(await isThere(orphan)).toBe(true);
    expect(await sweep()).toBe(1);
  });

  it('removes a removed file’s bytes after thirty days, its row stays', async () => {
    const key = await put(40 * DAY);
    const file = must(await world.postgres.transact((tx) => attach(tx, key)));
    must(await world.postgres.transact((tx) => removeFile(tx, world.ctxFor(staffActor()), file.id)));
    expect(await sweep()).toBe(0);
    const ago = after(world.clock.now(), -31 * DAY);
    await sql`update files set removed_at = ${ago} where id = ${file.id}`.execute(world.postgres.db);
    expect(await sweep()).toBe(1);
    expect(await isThere(key)).toBe(false);
    const rows = await sql`select id from files where id = ${file.id}`.execute(world.postgres.db);
    expect(rows.rows).toHaveLength(1);
  });

  it('removes nothing when the database knows next to none of it: then it is the wrong one', async () => {
    const strangers = await Promise.all(Array.from({ length: 40 }, () => put(3 * DAY)));
    expect(await sweep()).toBe(0);
    expect((await Promise.all(strangers.map(isThere))).every(Boolean)).toBe(true);
    for (const key of strangers.slice(5)) await storage.remove(key);
    expect(await sweep()).toBe(5);
  });

  it('forgets what a crash left half-written', async () => {
    const half = join(folder, 'k1', 'bytes.0b6c.part');
    await writeFile(half, 'half');
    expect(await sweep()).toBe(0);
    const then = after(world.clock.now(), -2 * DAY);
    await utimes(half, then, then);
    expect(await sweep()).toBe(1);
    expect(await readdir(join(folder, 'k1'))).toEqual([]);
  });
});
