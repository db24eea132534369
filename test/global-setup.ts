/** Once per run: a throwaway PostgreSQL (or the one of TEST_DATABASE_URL) with a migrated template in it. */
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { fingerprint, migrate, readMigrations } from '../src/platform/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server and template every test file clones its own database from (test/harness.ts). */
    database: { serverUrl: string; template: string };
  }
}

let stop: () => Promise<void> = () => Promise.resolve();

/** Starts the server and makes the template, once per set of migrations. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await throwaway();
  stop = server.stop;
  const template = await makeTemplate(server.url);
  project.provide('database', { serverUrl: server.url, template });
}

/** Stops the server again, when it was ours. */
export async function teardown(): Promise<void> {
  await stop();
}

async function throwaway(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { startThrowaway } = await import('../src/platform/embedded.ts');
  return await startThrowaway();
}

async function makeTemplate(serverUrl: string): Promise<string> {
  const migrations = readMigrations();
  const template = `reprise_template_${fingerprint(migrations)}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    // Several runs may share one server: the first makes the template, the others wait for it.
    await admin.query('select pg_advisory_lock(7236410553)');
    const found = await admin.query('select datistemplate from pg_database where datname = $1', [template]);
    if (found.rows[0]?.datistemplate) return template;
    // A run killed half-way leaves a database that was never marked as a template.
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.query(`create database ${template}`);
    await migrate(urlOf(serverUrl, template), migrations);
    await admin.query(`alter database ${template} with is_template true allow_connections false`);
    return template;
  } finally {
    await admin.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
