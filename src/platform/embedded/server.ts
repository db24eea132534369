/** One PostgreSQL server process on a cluster folder: made, started, awaited, stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { ownFolder } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { isServerOf, pidExists } from './processes.ts';

export const OWNER = 'reprise';
/** Only part of the socket's name: the server listens on no network. */
export const PORT = 5432;

const LOG_LIMIT = 10 * 1024 * 1024;

/** What differs from PostgreSQL's own defaults, and why is said in docs/operations.md. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  max_connections: '100',
  jit: 'off',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_messages: 'C',
};

/** `durable: false` is for tests: a power cut may lose everything. */
export type Durability = { readonly durable: boolean };

type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Server = {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  readonly isRunning: () => boolean;
};

function identity(place: Place): { uid?: number; gid?: number } {
  return place.account ?? {};
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes a new cluster for `OWNER` with this password: UTF-8, sorted by code point with PostgreSQL's own C.UTF-8, so
 * that no update of the machine's libraries can spoil an index. It is built beside and renamed, so a killed first
 * start leaves nothing half-made.
 */
export async function makeCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  { durable }: Durability,
): Promise<Outcome<null>> {
  const made = mkdtempSync(`${place.cluster}.new-`);
  const passwordFile = `${made}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  ownFolder(made, place.account);
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const args = [
    '-D',
    made,
    '-U',
    OWNER,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
  ];
  args.push(
    '--locale',
    'C',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--no-instructions',
  );
  if (!durable) args.push('--no-sync');
  try {
    // Word characters beyond ASCII need the machine's C.UTF-8; the few without it still get a working database.
    let run = await runToEnd(binaries.initdb, [...args, '--lc-ctype', 'C.UTF-8'], place);
    if (run.code !== 0 && /invalid locale name/.test(run.text))
      run = await runToEnd(binaries.initdb, args, place);
    if (run.code !== 0)
      return refuse('database_not_made', `PostgreSQL could not be set up: ${run.text}`, 'unavailable');
    renameSync(made, place.cluster);
    return ok(null);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(made, { recursive: true, force: true });
  }
}

function runToEnd(program: string, args: string[], place: Place): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      ...identity(place),
      cwd: '/',
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const keep = (chunk: Buffer) => (text += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ code: -1, text: unstartable(error) }));
    child.once('close', (code) => done({ code: code ?? -1, text: text.trim() }));
  });
}

/** The usual reasons why a program that is there does not start, in words. */
function unstartable(error: Error): string {
  return `${error.message}. npm's PostgreSQL needs glibc (not Alpine) and, for root, the right to start programs as another account; otherwise set DATABASE_URL to a PostgreSQL of yours.`;
}

function logFile(place: Place): string {
  return join(place.home, 'postgres.log');
}

/** The last lines of the server's log written since `from` bytes, for errors. */
export function lastWords(place: Place, from = 0): string {
  const log = readFileSync(logFile(place)).subarray(from).toString();
  return log.trim().split('\n').slice(-8).join('\n');
}

/** How long the log is now. */
export function logSize(place: Place): number {
  return statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0;
}

/** Spawns the server in a session of its own, so that Ctrl-C reaches the app alone, which stops it when it is done. */
export function spawnServer(place: Place, binaries: Binaries, { durable }: Durability): Server {
  if (logSize(place) > LOG_LIMIT) renameSync(logFile(place), `${logFile(place)}.1`);
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const log = openSync(logFile(place), O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  const settings = { ...SETTINGS, ...switches(durable), unix_socket_directories: place.socket };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...args], {
    ...identity(place),
    cwd: '/',
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return watched(child, place);
}

function switches(durable: boolean): Record<string, string> {
  const value = durable ? 'on' : 'off';
  return { fsync: value, synchronous_commit: value, full_page_writes: value };
}

function watched(child: ChildProcess, place: Place): Server {
  let isRunning = true;
  const ended = new Promise<Ended>((done) => {
    child.once('error', (error) => {
      isRunning = false;
      writeFileSync(logFile(place), `${unstartable(error)}\n`, { flag: 'a' });
      done({ code: -1, signal: null });
    });
    child.once('exit', (code, signal) => {
      isRunning = false;
      done({ code, signal });
    });
  });
  return { pid: child.pid ?? -1, ended, isRunning: () => isRunning };
}

/** What `postmaster.pid` says; null when there is none or it is half-written. */
function readPidFile(place: Place): { pid: number; status: string } | null {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/** Waits until the server accepts connections; false when it ended first. Looks every 10 ms: no pg_ctl, no sleeps. */
export async function accepts(place: Place, server: Server): Promise<boolean> {
  while (server.isRunning()) {
    const found = readPidFile(place);
    if (found?.pid === server.pid && found.status === 'ready') return true;
    await sleep(10);
  }
  return false;
}

/**
 * Stops a server that a killed app left on this cluster, and clears a pid file whose number now belongs to a
 * stranger. Gives the pid that was stopped, or null.
 */
export async function stopLeftover(place: Place): Promise<number | null> {
  const found = readPidFile(place);
  if (!found || !pidExists(found.pid)) return null;
  if (!isServerOf(found.pid, place.cluster)) {
    // PostgreSQL would believe the stranger to be its server. Old backends, if any, are still found by their memory.
    rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
    return null;
  }
  const isGone = async () => !pidExists(found.pid) || !isServerOf(found.pid, place.cluster);
  await endProcess(found.pid, isGone);
  return found.pid;
}

/** Stops our own server: open transactions roll back, everything committed is on disk. */
export async function stopServer(server: Server): Promise<void> {
  if (!server.isRunning()) return;
  await endProcess(server.pid, async () => !server.isRunning());
}

/** Fast shutdown (SIGINT); after 10 s immediate (SIGQUIT), after 5 more SIGKILL: what was committed survives each. */
async function endProcess(pid: number, isGone: () => Promise<boolean>): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of steps) {
    signalTo(pid, signal);
    for (let waited = 0; waited < patience; waited += 10) {
      if (await isGone()) return;
      await sleep(10);
    }
  }
}

/** Sends a signal; a process that is gone already is fine. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** True when a cluster is there; its major version is in `PG_VERSION`. */
export function clusterVersion(place: Place): string | null {
  const file = join(place.cluster, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
