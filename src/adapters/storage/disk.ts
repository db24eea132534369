/** Files in a folder of this machine: written beside, flushed, then named, so that a crash leaves no half file. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, opendir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
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

const PART = '.part';

/** Every file below `folder` last written before `before`; a folder that is not there holds none. */
async function* filesBefore(folder: string, before: Date): AsyncGenerator<string> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (!entries) return;
  for await (const entry of entries) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBefore(place, before);
    if (!entry.isFile()) continue;
    // It may be removed while we look.
    const about = await stat(place).catch(() => null);
    if (about && about.mtime < before) yield place;
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
      const beside = `${place}.${randomUUID()}${PART}`;
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
    list: async function* (putBefore) {
      for await (const place of filesBefore(folder, putBefore)) {
        const key = relative(folder, place).split(sep).join('/');
        if (STORAGE_KEY.test(key)) yield key;
      }
    },
    dropUnfinished: async (begunBefore) => {
      let dropped = 0;
      for await (const place of filesBefore(folder, begunBefore)) {
        if (!place.endsWith(PART)) continue;
        await rm(place, { force: true });
        dropped += 1;
      }
      return dropped;
    },
  };
}
