import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStorage } from './disk.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reprise-files-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('files on disk', () => {
  it('come back as they were put, and are gone when removed', async () => {
    const storage = diskStorage(folder);
    await storage.put('cas_1/fil_1', new Uint8Array([1, 2, 255]));
    expect(await storage.get('cas_1/fil_1')).toEqual(new Uint8Array([1, 2, 255]));
    await storage.remove('cas_1/fil_1');
    expect(await storage.get('cas_1/fil_1')).toBeNull();
    await storage.remove('cas_1/fil_1');
  });

  it('are written once, whole, and for this account alone', async () => {
    const storage = diskStorage(folder);
    await storage.put('cas_2/fil_1', new Uint8Array([1]));
    await expect(storage.put('cas_2/fil_1', new Uint8Array([2]))).rejects.toThrow(/EEXIST/);
    expect(await storage.get('cas_2/fil_1')).toEqual(new Uint8Array([1]));
    expect(await readdir(join(folder, 'cas_2'))).toEqual(['fil_1']);
    expect((await stat(join(folder, 'cas_2/fil_1'))).mode & 0o077).toBe(0);
  });

  it('are listed by their age, without what a crash left, which can be dropped', async () => {
    const storage = diskStorage(join(folder, 'listed'));
    const listed = async (before: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const key of storage.list(new Date(before))) keys.push(key);
      return keys.sort();
    };
    expect(await listed('2030-01-01')).toEqual([]);
    for (const key of ['ab/one', 'ab/two', 'cd/three']) await storage.put(key, new Uint8Array([1]));
    const half = join(folder, 'listed/ab/one.x.part');
    await writeFile(half, 'half');
    const old = new Date('2020-01-01');
    for (const name of ['ab/one', 'ab/one.x.part', 'cd/three'])
      await utimes(join(folder, 'listed', name), old, old);
    expect(await listed('2020-01-02')).toEqual(['ab/one', 'cd/three']);
    expect(await listed('2019-01-01')).toEqual([]);
    expect(await storage.dropUnfinished(new Date('2019-01-01'))).toBe(0);
    expect(await storage.dropUnfinished(new Date('2020-01-02'))).toBe(1);
    expect(await readdir(join(folder, 'listed/ab'))).toEqual(['one', 'two']);
  });

  it.each(['../escape', '/etc/passwd', 'a/../../b', 'A', '', 'a//b', 'a/.hidden'])(
    'never lie at “%s”',
    async (key) => {
      const storage = diskStorage(folder);
      await expect(storage.put(key, new Uint8Array([1]))).rejects.toThrow(/no key/);
      await expect(storage.get(key)).rejects.toThrow(/no key/);
    },
  );
});
