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

/** Which of these keys nothing names; none while they could not be compared. */
async function unnamedOf(
  run: JobRun,
  others: readonly NamedKeys[],
  keys: readonly string[],
): Promise<string[]> {
  const named = await namedOf(run, others, keys);
  return named ? keys.filter((key) => !named.has(key)) : [];
}

/** This few may always go. */
const FEW = 10;

/**
 * True when so much is unnamed that the database is more likely the wrong one: a new or an old one beside these files.
 */
function isSuspicious(unnamed: number, listed: number): boolean {
  return unnamed > FEW && unnamed > listed / 2;
}

/**
 * Sweeps the whole storage once; gives how many keys went. Twice in a row does no harm. Looks first and removes then:
 * the storage is never called in a transaction, and bytes this old that nothing names now are named by nothing later.
 */
export async function sweepStoredBytes(
  run: JobRun,
  storage: StoragePort,
  others: readonly NamedKeys[],
): Promise<number> {
  const aged = after(run.ctx().now, -UNNAMED_KEPT_MS);
  const unnamed: string[] = [];
  let listed = 0;
  let batch: string[] = [];
  for await (const key of storage.list(aged)) {
    listed += 1;
    batch.push(key);
    if (batch.length < BATCH) continue;
    unnamed.push(...(await unnamedOf(run, others, batch)));
    batch = [];
  }
  if (batch.length > 0) unnamed.push(...(await unnamedOf(run, others, batch)));
  if (isSuspicious(unnamed.length, listed)) {
    run.log.error(
      { unnamed: unnamed.length, listed },
      'this database does not know most of the stored files: nothing was removed; is it the right one?',
    );
    return 0;
  }
  let swept = await storage.dropUnfinished(aged);
  for (const key of unnamed) {
    if (run.signal.aborted) return swept;
    await storage.remove(key);
    run.log.info({ key }, 'bytes that nothing names were removed');
    swept += 1;
  }
  return swept;
}
