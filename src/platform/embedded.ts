/**
 * The database that comes with the program: a real PostgreSQL from npm, run as our child, data below the data
 * folder, fsync on, reached by a Unix socket only. Linux with glibc and macOS; elsewhere set DATABASE_URL.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { passMode, serverAccount } from './embedded/account.ts';
import { findBinaries, type Binaries } from './embedded/binaries.ts';
import { holderLives, readHolder, takeLock, type Lock } from './embedded/lock.ts';
import { existingHome, openPlace, prepareSocketFolder, socketFolder, type Place } from './embedded/place.ts';
import { keepRunning, type Keeper } from './embedded/keeper.ts';
import {
  clusterVersion,
  makeCluster,
  OWNER,
  PORT,
  stopLeftover,
  type Durability,
} from './embedded/server.ts';

const DATABASE = 'reprise';
const MAJOR = '18';

export type EmbeddedOptions = {
  /** REPRISE_DATA. */
  readonly dataDir: string;
  /** Where the program answers; a second start on the same data is told. */
  readonly address: string;
  readonly log?: Logger;
};

export type Embedded = {
  /** For pg and graphile-worker; stays the same when the server is restarted. */
  readonly url: string;
  /** Of the server that runs now; another one after a restart. */
  readonly pid: () => number;
  /** How often it had to be started again because it died. */
  readonly restarts: () => number;
  /** Where the data is. */
  readonly home: string;
  /** Stops the server cleanly and gives the data folder free. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the database of `dataDir`, making it the first time. A server that dies is started again, with what it had
 * committed. Refuses `data_in_use` (naming the holder), `data_missing`, `data_unreachable`, `data_other_version`,
 * `data_not_ours`, `platform_unsupported`, `database_not_made`, `database_not_started`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Outcome<Embedded>> {
  const place = openPlace(options.dataDir);
  if (!place.ok) return place;
  if (place.value.movedFrom)
    options.log?.info(
      { home: place.value.home, pointer: place.value.movedFrom },
      `the database's account cannot enter ${options.dataDir}, so its data is in ${place.value.home}`,
    );
  try {
    const lock = await takeLock(place.value.home, {
      address: options.address,
      nonce: randomBytes(16).toString('hex'),
      now: new Date(),
    });
    if (!lock.ok) return lock;
    const started = await startHeld(place.value, lock.value, options, { durable: true });
    if (!started.ok) lock.value.release();
    return started;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
      return refuse(
        'data_not_ours',
        `The data in ${place.value.home} belongs to another account (${error.message}). Start as that account, or choose another folder with REPRISE_DATA.`,
        'unavailable',
      );
    throw error;
  }
}

async function startHeld(
  place: Place,
  lock: Lock,
  options: Pick<EmbeddedOptions, 'log'>,
  durability: Durability,
): Promise<Outcome<Embedded>> {
  const binaries = findBinaries(place.account, dirname(place.home));
  if (!binaries.ok) return binaries;
  const left = await stopLeftover(place);
  if (left !== null)
    options.log?.warn({ server_pid: left }, 'stopped a database server that a killed program had left');
  const password = await prepareCluster(place, binaries.value, durability);
  if (!password.ok) return password;
  if (!lock.isHeld()) return refuse('data_in_use', `The data in ${place.home} was taken by another program.`);
  const sockets = prepareSocketFolder(place);
  if (!sockets.ok) return sockets;
  const keeper = await keepRunning(place, binaries.value, durability, options.log);
  if (!keeper.ok) return keeper;
  await makeDatabase(place, password.value);
  return ok(embedded(place, lock, keeper.value, password.value));
}

function embedded(place: Place, lock: Lock, keeper: Keeper, password: string): Embedded {
  return {
    url: urlOf(place.socket, password, DATABASE),
    pid: keeper.pid,
    restarts: keeper.restarts,
    home: place.home,
    stop: async () => {
      await keeper.stop();
      rmSync(place.socket, { recursive: true, force: true });
      lock.release();
    },
  };
}

/** The password of the cluster, which is made when there is none yet. */
async function prepareCluster(
  place: Place,
  binaries: Binaries,
  durability: Durability,
): Promise<Outcome<string>> {
  const file = join(place.home, 'password');
  const version = clusterVersion(place);
  if (version !== null && version !== MAJOR)
    return refuse(
      'data_other_version',
      `The data in ${place.home} was written by PostgreSQL ${version}; this program brings ${MAJOR}. Move it over with that version's pg_dump, or serve it yourself and set DATABASE_URL.`,
      'unavailable',
    );
  if (version !== null) return ok(readFileSync(file, 'utf8').trim());
  for (const name of readdirSync(place.home))
    if (name.startsWith(`${basename(place.cluster)}.new-`))
      rmSync(join(place.home, name), { recursive: true });
  const password = randomBytes(32).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  const made = await makeCluster(place, binaries, password, durability);
  return made.ok ? ok(password) : made;
}

function urlOf(socket: string, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@localhost:${PORT}/${database}?host=${encodeURIComponent(socket)}`;
}

/** Makes our database in a new cluster; in an old one it finds it there. */
async function makeDatabase(place: Place, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(place.socket, password, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * The address of the database of `dataDir` while another process of the program runs it; null when none does.
 * For commands on the side: they use the running server in place of starting one.
 */
export async function findRunning(dataDir: string): Promise<{ url: string; pid: number } | null> {
  const home = existingHome(dataDir);
  const holder = home === null ? null : readHolder(home);
  if (home === null || holder === null || !(await holderLives(home, holder))) return null;
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  return { url: urlOf(socketFolder(home), password, DATABASE), pid: holder.pid };
}

/**
 * A server for tests in a temporary folder: fsync off, gone without trace after `stop` or when this process is killed.
 * Throws when it cannot start. Never for data that matters.
 */
export async function startThrowaway(): Promise<{
  url: string;
  pid: () => number;
  stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'reprise-test-'));
  chmodSync(folder, passMode(serverAccount()));
  const place = must(openPlace(folder));
  const nonce = randomBytes(8).toString('hex');
  const lock = must(await takeLock(place.home, { address: 'a test', nonce, now: new Date() }));
  const started = must(await startHeld(place, lock, {}, { durable: false }));
  const sweeper = sweepWhenKilled(started.pid(), [place.home, folder]);
  return {
    url: started.url,
    pid: started.pid,
    stop: async () => {
      await started.stop();
      sweeper.kill('SIGKILL');
      for (const path of [place.home, folder]) rmSync(path, { recursive: true, force: true });
    },
  };
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

/** A shell that waits on a pipe to us: when we are killed the pipe closes, and it stops the server and removes its data. */
function sweepWhenKilled(pid: number, folders: readonly string[]): ChildProcess {
  const script = 'read _; kill -QUIT "$1"; sleep 1; shift; rm -rf "$@"';
  const sweeper = spawn('/bin/sh', ['-c', script, 'sh', String(pid), ...folders], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  sweeper.unref();
  if (sweeper.stdin && 'unref' in sweeper.stdin && typeof sweeper.stdin.unref === 'function')
    sweeper.stdin.unref();
  return sweeper;
}
