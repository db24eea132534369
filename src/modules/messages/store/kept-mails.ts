/** SQL of the bytes that mails name in the storage: each as it came. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres.ts';

/** Which of these keys hold a mail as it came. Waits for whoever is taking one in, so that none is missed. */
export async function keysOfMails(tx: Tx, keys: readonly string[]): Promise<string[]> {
  await sql`lock table inbound_messages in share mode`.execute(tx);
  const found = await sql<{ key: string }>`
    select raw_key as key from inbound_messages where raw_key = any(${[...keys]}::text[])`.execute(tx);
  return found.rows.map((row) => row.key);
}
