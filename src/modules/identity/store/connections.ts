/** SQL of connections: one row for each port, made when it is first saved. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { ConnectionPort } from '../rules/connections.ts';

export type ConnectionRow = {
  port: ConnectionPort;
  adapter: string;
  config: Record<string, unknown>;
  sealed: string | null;
  enabled: boolean;
  changed_by: string | null;
  changed_by_name: string | null;
  changed_at: Date;
  last_ok_at: Date | null;
  last_error: string | null;
  last_error_at: Date | null;
  version: number;
};

const COLUMNS = sql`c.port, c.adapter, c.config, c.sealed, c.enabled, c.changed_by, s.name as changed_by_name, c.changed_at,
  c.last_ok_at, c.last_error, c.last_error_at, c.version`;

export async function readConnectionRow(reader: Reader, port: ConnectionPort): Promise<ConnectionRow | null> {
  const found = await sql<ConnectionRow>`
    select ${COLUMNS} from connections c left join staff s on s.id = c.changed_by where c.port = ${port}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

/** The row, locked until the transaction ends; null before it was first saved. */
export async function lockConnection(tx: Tx, port: ConnectionPort): Promise<ConnectionRow | null> {
  const found = await sql<ConnectionRow>`
    select ${COLUMNS} from connections c left join staff s on s.id = c.changed_by where c.port = ${port} for update of c`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

export type ConnectionWrite = Pick<
  ConnectionRow,
  'port' | 'adapter' | 'config' | 'sealed' | 'enabled' | 'changed_by' | 'changed_at'
>;

/** Writes where the version still matches (0: there was no row); false when it does not. What went wrong before is forgotten. */
export async function writeConnection(tx: Tx, row: ConnectionWrite, version: number): Promise<boolean> {
  const config = JSON.stringify(row.config);
  const done =
    version === 0
      ? await sql`
          insert into connections (port, adapter, config, sealed, enabled, changed_by, changed_at)
          values (${row.port}, ${row.adapter}, ${config}::jsonb, ${row.sealed}, ${row.enabled}, ${row.changed_by}, ${row.changed_at})
          on conflict (port) do nothing returning port`.execute(tx)
      : await sql`
          update connections set adapter = ${row.adapter}, config = ${config}::jsonb, sealed = ${row.sealed}, enabled = ${row.enabled},
                 changed_by = ${row.changed_by}, changed_at = ${row.changed_at}, version = version + 1,
                 last_ok_at = null, last_error = null, last_error_at = null
           where port = ${row.port} and version = ${version} returning port`.execute(tx);
  return done.rows.length === 1;
}

/** Notes how it went, unless the connection was changed since `version` was read. */
export async function writeHealth(
  tx: Tx,
  at: { port: ConnectionPort; version: number; now: Date; error: string | null },
): Promise<void> {
  await sql`
    update connections set last_ok_at = case when ${at.error}::text is null then ${at.now}::timestamptz else last_ok_at end,
           last_error = coalesce(${at.error}::text, last_error),
           last_error_at = case when ${at.error}::text is null then last_error_at else ${at.now}::timestamptz end
     where port = ${at.port} and version = ${at.version}`.execute(tx);
}
