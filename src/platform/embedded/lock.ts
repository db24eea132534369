/** One program per data folder: a lock file that names its holder and is taken over when the holder is gone. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { beganAt, isAlive, pidSpace } from './processes.ts';

/** What the lock file says of who holds it. */
export type Holder = {
  readonly pid: number;
  readonly began: string;
  /** Where `pid` counts; in another container's space it cannot be looked up. */
  readonly space: string;
  /** ISO instant. */
  readonly since: string;
  /** Where the program answers, for people. */
  readonly address: string;
  readonly nonce: string;
};

export type Lock = {
  /** True while the file is still ours. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
};

const BEAT_MS = 1_000;
const SILENT_MS = 5_000;

function lockFile(home: string): string {
  return join(home, 'holder.json');
}

/** Who holds the folder by its file, alive or not; null when nobody, or when the file is unreadable. */
export function readHolder(home: string): Holder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(lockFile(home), 'utf8'));
    const isHolder = typeof read === 'object' && read !== null && 'pid' in read && 'nonce' in read;
    return isHolder ? (read as Holder) : null;
  } catch {
    return null;
  }
}

/** True while the holder runs. One of another container is judged by its beat: a file touched every second. */
export async function holderLives(home: string, holder: Holder): Promise<boolean> {
  if (holder.space === pidSpace()) return isAlive(holder);
  const beat = () => statSync(lockFile(home), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const first = beat();
  for (let waited = 0; waited < SILENT_MS; waited += 100) {
    await sleep(100);
    if (beat() !== first) return true;
  }
  return false;
}

/**
 * Takes the folder for this process. Refuses `data_in_use` at once while another lives, naming it; a file left
 * by a dead one is removed.
 */
export async function takeLock(
  home: string,
  who: { address: string; nonce: string; now: Date },
): Promise<Outcome<Lock>> {
  const file = lockFile(home);
  const mine = `${file}.${who.nonce}`;
  const holder: Holder = {
    pid: process.pid,
    began: beganAt(process.pid) ?? 'unknown',
    space: pidSpace(),
    since: who.now.toISOString(),
    address: who.address,
    nonce: who.nonce,
  };
  writeFileSync(mine, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      if (linked(mine, file)) return ok(held(home, who.nonce));
      const other = readHolder(home);
      if (other && (await holderLives(home, other))) return refuseHeld(home, other);
      setAside(home, other, `${mine}.stale`);
    }
    return refuse(
      'data_in_use',
      `The data in ${home} is being taken by several programs at once: try again.`,
    );
  } finally {
    rmSync(mine, { force: true });
  }
}

function refuseHeld(home: string, other: Holder): Outcome<Lock> {
  return refuse(
    'data_in_use',
    `The data in ${home} is in use by process ${other.pid} since ${other.since}, which answers at ${other.address}. Stop that one first, or give this one a folder of its own with REPRISE_DATA.`,
    'conflict',
    { more: { pid: other.pid, since: other.since, address: other.address } },
  );
}

/** A link appears whole or not at all, so nobody reads a half-written holder. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the dead holder's file; one that a faster program has put there meanwhile goes back to its place. */
function setAside(home: string, dead: Holder | null, to: string): void {
  try {
    renameSync(lockFile(home), to);
  } catch {
    return;
  }
  const nonce = (JSON.parse(readFileSync(to, 'utf8') || '{}') as Partial<Holder>).nonce;
  if (dead !== null && nonce !== dead.nonce) linked(to, lockFile(home));
  rmSync(to, { force: true });
}

function held(home: string, nonce: string): Lock {
  const isHeld = () => readHolder(home)?.nonce === nonce;
  const beat = setInterval(() => {
    try {
      const now = new Date();
      if (isHeld()) utimesSync(lockFile(home), now, now);
    } catch {
      // The folder went away under us; the database will say so louder.
    }
  }, BEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.removeListener('exit', release);
    if (isHeld()) rmSync(lockFile(home), { force: true });
  };
  process.once('exit', release);
  return { isHeld, release };
}
