/** Where the embedded database lives: `<data>/postgres`, or a folder its account can enter, pointed to from there. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { canReach, ownFolder, passMode, serverAccount, type Account } from './account.ts';
import { openFolder, SHARED_HOME } from './binaries.ts';

/** The folders of one embedded database. `home` is ours; `cluster` and `socket` belong to the server's account. */
export type Place = {
  readonly home: string;
  readonly cluster: string;
  readonly socket: string;
  readonly account: Account;
  /** Set when the data could not live below `dataDir`. */
  readonly movedFrom: string | null;
};

/** The longest path of a Unix socket is 107 bytes on Linux, 103 on macOS; the file's own name takes 14 of them. */
const LONGEST_SOCKET_FOLDER = 88;

/** Finds the place of `dataDir`, making it the first time. Refuses `data_missing` and `data_unreachable`. */
export function openPlace(dataDir: string): Outcome<Place> {
  const home = findHome(dataDir);
  if (!home.ok) return home;
  const cluster = join(home.value, 'cluster');
  const account = accountOf(cluster);
  if (!canReach(cluster, account))
    return refuse(
      'data_unreachable',
      `The database server's account (${account?.uid}) cannot enter ${home.value}. Let others pass through the folders above it (chmod o+x), or choose another folder with REPRISE_DATA.`,
      'unavailable',
    );
  const movedFrom = isLink(join(dataDir, 'postgres')) ? join(dataDir, 'postgres') : null;
  return ok({ home: home.value, cluster, socket: socketFolder(home.value), account, movedFrom });
}

/** The home of an existing database below `dataDir`, or null; makes nothing. */
export function existingHome(dataDir: string): string | null {
  const entry = join(dataDir, 'postgres');
  return existsSync(join(entry, 'cluster')) ? realpathSync(entry) : null;
}

function findHome(dataDir: string): Outcome<string> {
  const entry = join(resolve(dataDir), 'postgres');
  if (isLink(entry) && !existsSync(entry))
    return refuse(
      'data_missing',
      `${entry} points to a folder that is gone. Bring that folder back, or remove the pointer to begin with an empty database.`,
      'unavailable',
    );
  if (existsSync(entry)) return ok(realpathSync(entry));
  const account = serverAccount();
  makeFolder(dataDir, account);
  if (!canReach(entry, account)) moveAway(entry);
  else makeFolder(entry, account);
  return ok(realpathSync(entry));
}

function makeFolder(path: string, account: Account): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, passMode(account));
}

/** Root only: a clone below /root is closed to the server's account, so the data goes where that may enter. */
function moveAway(entry: string): void {
  openFolder(SHARED_HOME);
  const home = mkdtempSync(join(SHARED_HOME, `${shortHash(entry)}-`));
  chmodSync(home, 0o711);
  writeFileSync(join(home, 'belongs-to'), `${entry}\n`);
  symlinkSync(home, entry);
}

/** Whoever owns the cluster runs it, so that a later start by root changes nothing; else see serverAccount. */
function accountOf(cluster: string): Account {
  const found = process.getuid?.() === 0 ? statSync(cluster, { throwIfNoEntry: false }) : undefined;
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : serverAccount();
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Beside the data, or under the machine's temporary folder when that path is too long for a socket. */
export function socketFolder(home: string): string {
  const beside = join(home, 'socket');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) return beside;
  return join(tmpdir(), `reprise-${shortHash(home)}`);
}

/**
 * Makes the socket folder and clears what a killed server left in it. Refuses `socket_folder_taken` when another
 * account made one of that name first, as anybody can in a temporary folder.
 */
export function prepareSocketFolder(place: Place): Outcome<null> {
  const wanted = place.account?.uid ?? process.getuid?.() ?? 0;
  const found = lstatSync(place.socket, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || (found.uid !== wanted && found.uid !== process.getuid?.())))
    return refuse(
      'socket_folder_taken',
      `${place.socket} belongs to somebody else: remove it.`,
      'unavailable',
    );
  ownFolder(place.socket, place.account);
  chmodSync(place.socket, 0o700);
  for (const name of readdirSync(place.socket)) rmSync(join(place.socket, name), { force: true });
  return ok(null);
}
