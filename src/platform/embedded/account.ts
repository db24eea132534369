/** Under which account the database server runs, and which folders that account can enter. */
import { chownSync, mkdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Null: the server runs as we do. PostgreSQL refuses root, so root hands it to an unprivileged account. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const NOBODY = 65_534;

/** The account for the server: `nobody` when we are root; no account is ever created. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) };
  } catch {
    // A container without a password file still knows the number.
  }
  return { uid: NOBODY, gid: NOBODY };
}

function mayEnter(at: Stats, account: NonNullable<Account>): boolean {
  if (at.uid === account.uid) return (at.mode & 0o100) !== 0;
  if (at.gid === account.gid) return (at.mode & 0o010) !== 0;
  return (at.mode & 0o001) !== 0;
}

/** True when the account can enter `path` and every folder above it; of a path not yet there, its first parent counts. */
export function canReach(path: string, account: Account): boolean {
  if (account === null) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found?.isDirectory() && !mayEnter(found, account)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes a folder that only the account may open; an existing one is given to it. */
export function ownFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** The mode of folders that lead to the server's own: to be passed through, not read, by its account. */
export function passMode(account: Account): number {
  return account === null ? 0o700 : 0o711;
}
