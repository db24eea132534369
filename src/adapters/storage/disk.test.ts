import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
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

  it.each(['../escape', '/etc/passwd', 'a/../../b', 'A', '', 'a//b', 'a/.hidden'])(
    'never lie at “%s”',
    async (key) => {
      const storage = diskStorage(folder);
      await expect(storage.put(key, new Uint8Array([1]))).rejects.toThrow(/no key/);
      await expect(storage.get(key)).rejects.toThrow(/no key/);
    },
  );
});
