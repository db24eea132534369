/** The daily sweep of the storage: bytes that nothing names, and those of files that were taken out long ago. */
import { ok } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import type { JobRun } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { StoragePort } from '../../../ports/storage.ts';
import { keysOfFiles } from '../store/kept-bytes.ts';

/** Bytes are put before the row that names them; a row comes within minutes or never. */
export const UNNAMED_KEPT_MS = DAY;
/** How long the bytes of a removed file stay: a photo taken out by mistake can still be brought back by hand. */
export const REMOVED_KEPT_MS = 30 * DAY;

/** Of these keys, those that rows of another module name. It locks what it reads, as `keysOfFiles` does. */
export type NamedKeys = (tx: Tx, keys: readonly string[]) => Promise<readonly string[]>;

const BATCH = 200;

/** A lock was not given in time. */
const LOCK_TIMEOUT = '55P03';

/** Which of these are named; null while somebody is attaching and takes long: what it asked about waits for tomorrow. */
async function namedOf(
  run: JobRun,
  others: readonly NamedKeys[],
  keys: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const removedBefore = after(run.ctx().now, -REMOVED_KEPT_MS);
  try {
    const named = await run.postgres.transact(async (tx) => {
      const found = [await keysOfFiles(tx, keys, removedBefore)];
      for (const other of others) found.push([...(await other(tx, keys))]);
      return ok(new Set(found.flat()));
    });
    return named.ok ? named.value : null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_TIMEOUT)) throw error;
    run.log.warn(
      { keys: keys.length },
      'stored bytes could not be compared now; they wait for the next sweep',
    );
    return null;
  }
}

/** Removes the unnamed of one batch. Looks and removes apart: the storage is never called in a transaction. */
async function sweepBatch(
  run: JobRun,
  storage: StoragePort,
  others: readonly NamedKeys[],
  keys: readonly string[],
): Promise<number> {
  const named = await namedOf(run, others, keys);
  if (!named) return 0;
  let swept = 0;
  for (const key of keys) {
    if (named.has(key) || run.signal.aborted) continue;
    await storage.remove(key);
    run.log.info({ key }, 'bytes that nothing names were removed');
    swept += 1;
  }
  return swept;
}

/** Sweeps the whole storage once; gives how many keys went. Twice in a row does no harm. */
export async function sweepStoredBytes(
  run: JobRun,
  storage: StoragePort,
  others: readonly NamedKeys[],
): Promise<number> {
  const aged = after(run.ctx().now, -UNNAMED_KEPT_MS);
  let swept = await storage.dropUnfinished(aged);
  let keys: string[] = [];
  for await (const key of storage.list(aged)) {
    keys.push(key);
    if (keys.length < BATCH) continue;
    swept += await sweepBatch(run, storage, others, keys);
    keys = [];
    if (run.signal.aborted) return swept;
  }
  return keys.length > 0 ? swept + (await sweepBatch(run, storage, others, keys)) : swept;
}
