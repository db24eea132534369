/** SQL of the bytes that files name in the storage. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres.ts';

/**
 * Which of these keys a file still needs: one that is not removed, was removed after `removedBefore`, or stands in an
 * offer. Waits for whoever is attaching a file at this moment, so that none is missed that commits late.
 */
export async function keysOfFiles(tx: Tx, keys: readonly string[], removedBefore: Date): Promise<string[]> {
  // Whoever wants to attach a file meanwhile waits behind us: not for long.
  await sql`set local lock_timeout = '2s'`.execute(tx);
  await sql`lock table files in share mode`.execute(tx);
  const found = await sql<{ key: string }>`
    select k.key from unnest(${[...keys]}::text[]) as k (key)
     where exists (
       select 1 from files f
        where (f.storage_key = k.key or f.preview_key = k.key)
          and (f.removed_at is null or f.removed_at >= ${removedBefore}
               or exists (select 1 from offer_photos p where p.file_id = f.id)))`.execute(tx);
  return found.rows.map((row) => row.key);
}
