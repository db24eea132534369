import { createHash } from 'node:crypto';
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/harness.ts';
import { migrate, pendingMigrations, readMigrations, type Migration } from './migrate.ts';
import { schemaSnapshot } from './schema-snapshot.ts';

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

async function empty(): Promise<string> {
  const made = await emptyDatabase();
  drops.push(made.drop);
  return made.url;
}

function file(name: string, text: string): Migration {
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
}

const ONE = file('0001_one.sql', 'create table ones (id int); insert into ones values (1);');
const TWO = file('0002_two.sql', 'create table twos (id int);');

describe('migrate', () => {
  it('applies what is missing, once', async () => {
    const url = await empty();
    expect((await migrate(url, [ONE])).applied).toEqual(['0001_one.sql']);
    expect((await migrate(url, [ONE, TWO])).applied).toEqual(['0002_two.sql']);
    expect((await migrate(url, [ONE, TWO])).applied).toEqual([]);
    expect(await ask(url, 'select id from ones')).toEqual([{ id: 1 }]);
  });

  it('refuses an edited file that was applied before', async () => {
    const url = await empty();
    await migrate(url, [ONE]);
    await expect(migrate(url, [file(ONE.name, `${ONE.text} -- better`)])).rejects.toThrow(
      '0001_one.sql was edited after it had been applied',
    );
  });

  it('leaves nothing of a file that fails, and names it', async () => {
    const url = await empty();
    const broken = file('0002_two.sql', 'create table twos (id int); select no_such_thing();');
    await expect(migrate(url, [ONE, broken])).rejects.toThrow('migration 0002_two.sql failed');
    expect(await ask(url, `select to_regclass('twos') as there`)).toEqual([{ there: null }]);
    expect((await migrate(url, [ONE, TWO])).applied).toEqual(['0002_two.sql']);
  });

  it('starts on a schema a newer program left behind', async () => {
    const url = await empty();
    await migrate(url, [ONE, TWO]);
    expect(await migrate(url, [ONE])).toEqual({ applied: [], unknown: ['0002_two.sql'] });
  });

  it('lets several processes start at once', async () => {
    const url = await empty();
    const all = await Promise.all([1, 2, 3].map(() => migrate(url, [ONE, TWO])));
    expect(all.flatMap((one) => one.applied).sort()).toEqual(['0001_one.sql', '0002_two.sql']);
  });

  it('completes after being killed in the middle of a file', async () => {
    const url = await empty();
    const folder = mkdtempSync(join(tmpdir(), 'reprise-migrate-'));
    const slow = 'create table twos (id int); select pg_sleep(20);';
    writeFileSync(join(folder, 'list.json'), JSON.stringify([ONE, file('0002_two.sql', slow)]));
    writeFileSync(
      join(folder, 'run.ts'),
      `import { readFileSync } from 'node:fs';
       const { migrate } = await import(${JSON.stringify(new URL('./migrate.ts', import.meta.url).href)});
       await migrate(process.argv[2], JSON.parse(readFileSync(process.argv[3], 'utf8')));`,
    );
    const child = fork(join(folder, 'run.ts'), [url, join(folder, 'list.json')]);
    for (;;) {
      const busy = await ask(
        url,
        `select 1 from pg_stat_activity where query like 'create table twos%' and datname = current_database()`,
      );
      if (busy.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGKILL');
    // The dead process's session is still asleep in PostgreSQL; an operator would wait for it or end it.
    await ask(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'create table twos%' and pid <> pg_backend_pid()`,
    );
    expect((await migrate(url, [ONE, TWO])).applied).toEqual(['0002_two.sql']);
    expect(await ask(url, 'select id from ones')).toEqual([{ id: 1 }]);
  }, 30_000);
});

describe('the repository’s migrations', () => {
  const world = testDatabase();

  it('are all applied in the template', async () => {
    expect(await pendingMigrations(world.postgres.pool)).toEqual([]);
    expect(readMigrations().length).toBeGreaterThan(0);
  });

  it('leave the schema that db/schema.sql shows', async (context) => {
    const version = await world.postgres.pool.query<{ v: number }>(
      `select current_setting('server_version_num')::int as v`,
    );
    // Other versions of PostgreSQL print views with other brackets.
    if ((version.rows[0]?.v ?? 0) < 180000)
      return context.skip('db/schema.sql is written with PostgreSQL 18');
    const path = new URL('../../db/schema.sql', import.meta.url);
    const now = await schemaSnapshot(world.postgres.pool);
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(path, now);
    expect(
      now,
      'The migrations leave another schema than db/schema.sql. If that is meant, write it anew: UPDATE_SCHEMA=1 npx vitest run src/platform/migrate.test.ts (or: npm run reprise -- schema)',
    ).toBe(readFileSync(path, 'utf8'));
  });
});
