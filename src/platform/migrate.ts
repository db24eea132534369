/** Brings the schema up to date: plain SQL files in order, once each, under a lock, never edited afterwards. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

export type Migrated = {
  readonly applied: readonly string[];
  /** In the database but not among the files: a newer program was here. Harmless to start with. */
  readonly unknown: readonly string[];
};

/** Any number nobody else uses: all processes of the program queue behind this advisory lock. */
const LOCK = 7_236_410_552;

/** Finds `db/migrations` above this file, be it the source or the bundle. */
export function migrationsDir(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const found = join(at, 'db', 'migrations');
    if (existsSync(found)) return found;
    if (at === dirname(at)) throw new Error('db/migrations was not found beside the program');
  }
}

/** The files of a folder in the order they apply; throws when a name is malformed or a number occurs twice. */
export function readMigrations(dir: string = migrationsDir()): Migration[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new Error(`${name} is no migration name: it must look like 0042_words.sql`);
    if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`);
    numbers.add(number);
    const text = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/** One short word for a set of migrations; the name of the tests' template is made of it. */
export function fingerprint(migrations: readonly Migration[]): string {
  const all = createHash('sha256');
  for (const one of migrations) all.update(one.name).update(one.checksum);
  return all.digest('hex').slice(0, 16);
}

/**
 * Applies what is missing, each file in a transaction of its own: a process killed half-way leaves whole files
 * only, and the next run goes on. Throws when an applied file was edited, or when a file's SQL fails.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: 'reprise-migrate' });
  // A server that dies fails the statement under way; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations({ connectionString: url, maxPoolSize: 2, logger: undefined });
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const missing = await compare(client, migrations);
    for (const one of missing.pending) await apply(client, one);
    return { applied: missing.pending.map((one) => one.name), unknown: missing.unknown };
  } finally {
    // Closing the session gives the lock back, also after an error.
    await client.end().catch(() => undefined);
  }
}

async function apply(client: pg.Client, one: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(one.text);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      one.name,
      one.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`migration ${one.name} failed: ${message(error)}`, { cause: error });
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Queryable = { query: (text: string) => Promise<{ rows: { name: string; checksum: string }[] }> };

/** What is missing in the database and what is there beyond the files; throws on an edited one. */
async function compare(
  client: Queryable,
  migrations: readonly Migration[],
): Promise<{ pending: Migration[]; unknown: string[] }> {
  const { rows } = await client.query('select name, checksum from schema_migrations order by name');
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const one of migrations) {
    const checksum = applied.get(one.name);
    if (checksum !== undefined && checksum !== one.checksum)
      throw new Error(
        `${one.name} was edited after it had been applied to this database. Put the file back as it was and write the change as a new migration.`,
      );
  }
  const known = new Set(migrations.map((one) => one.name));
  return {
    pending: migrations.filter((one) => !applied.has(one.name)),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
  };
}

/** Names of migrations not yet applied; for `/readyz`. */
export async function pendingMigrations(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const table = await pool.query<{ there: boolean }>(
    `select to_regclass('schema_migrations') is not null as there`,
  );
  if (!table.rows[0]?.there) return migrations.map((one) => one.name);
  return (await compare(pool, migrations)).pending.map((one) => one.name);
}
