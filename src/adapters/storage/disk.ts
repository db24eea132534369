/** Files in a folder of this machine: written beside, flushed, then named, so that a crash leaves no half file. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { STORAGE_KEY, type StoragePort } from '../../ports/storage.ts';

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Flushes a folder's own entry, so that the new name survives a power cut too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A storage below `folder`, which is made when the first file comes, for this account alone. */
export function diskStorage(folder: string): StoragePort {
  const placeOf = (key: string): string => {
    if (!STORAGE_KEY.test(key)) throw new Error(`“${key}” is no key of the storage`);
    return join(folder, key);
  };
  return {
    put: async (key, bytes) => {
      const place = placeOf(key);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const beside = `${place}.${randomUUID()}.part`;
      const handle = await open(beside, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      try {
        // A link refuses a name that is taken; a rename would write over it.
        await link(beside, place);
        await flushFolder(dirname(place));
      } finally {
        await rm(beside, { force: true });
      }
    },
    get: async (key) => {
      try {
        return new Uint8Array(await readFile(placeOf(key)));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    remove: async (key) => {
      await rm(placeOf(key), { force: true });
    },
  };
}
