/** SQL of the provider for device checks that is connected. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';

export type ConnectionRow = { adapter: string; config: unknown; sealed: string | null };

/** The connection, or null when there is none or it is switched off. */
export async function readConnection(reader: Reader): Promise<ConnectionRow | null> {
  const found = await sql<ConnectionRow>`
    select adapter, config, sealed from connections where port = 'device_check' and enabled`.execute(reader);
  return found.rows[0] ?? null;
}
