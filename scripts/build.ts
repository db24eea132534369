/** Builds what is stale: server, console, widget. A stamp keeps the hash of the sources each was built from. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const root = resolve(import.meta.dirname, '..');

export type Target = {
  readonly name: string;
  /** Built only when this file is there. */
  readonly entry: string;
  readonly config: string;
  /** Folders and files it is made of; tests do not count. */
  readonly sources: readonly string[];
};

export const TARGETS: readonly Target[] = [
  {
    name: 'server',
    entry: 'src/app/main.ts',
    config: 'vite.server.config.ts',
    sources: ['src', 'db', 'tsconfig.json'],
  },
  {
    name: 'console',
    entry: 'web/console/index.html',
    config: 'vite.console.config.ts',
    sources: ['web/console', 'web/contract', 'web/texts', 'web/client.ts'],
  },
  {
    name: 'widget',
    entry: 'web/widget/loader.ts',
    config: 'vite.widget.config.ts',
    sources: ['web/widget', 'web/contract', 'web/texts'],
  },
];

function filesOf(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Tests do not count, nor do migrations and catalogue data, which the server reads when it starts. */
function isSource(file: string): boolean {
  const isData = file.startsWith(join(root, 'db')) && !file.endsWith('.ts');
  return !isData && !/\.test\.tsx?$/.test(file);
}

/** One hash over names and contents of all its sources, its configuration and the lock of the packages. */
export function hashOf(target: Target): string {
  const paths = [...target.sources, target.config, 'package-lock.json'];
  const folders = paths.filter((path) => !/\.\w+$/.test(path)).flatMap(filesOf);
  const single = paths.filter((path) => /\.\w+$/.test(path)).map((path) => join(root, path));
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of [...folders, ...single.filter((one) => existsSync(one))].filter(isSource).sort())
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function stampOf(target: Target): string {
  return join(root, 'dist', '.stamps', target.name);
}

function isStale(target: Target, hash: string): boolean {
  const isThere = existsSync(join(root, 'dist', target.name)) && existsSync(stampOf(target));
  return !isThere || readFileSync(stampOf(target), 'utf8') !== hash;
}

function withoutColour(error: unknown): string {
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error)).trim();
}

/** Builds beside and swaps, so that a build that fails or runs twice never leaves half of one. */
async function buildOne(target: Target, hash: string): Promise<void> {
  const { build } = await import('vite');
  const began = performance.now();
  const made = join(root, 'dist', `.${target.name}-${process.pid}`);
  const done = join(root, 'dist', target.name);
  try {
    await build({
      configFile: join(root, target.config),
      logLevel: 'silent',
      build: { outDir: made, emptyOutDir: true },
    });
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw new Error(`${target.name} does not build: ${withoutColour(error)}`, { cause: error });
  }
  rmSync(`${made}.old`, { recursive: true, force: true });
  if (existsSync(done)) renameSync(done, `${made}.old`);
  renameSync(made, done);
  rmSync(`${made}.old`, { recursive: true, force: true });
  mkdirSync(join(root, 'dist', '.stamps'), { recursive: true });
  writeFileSync(stampOf(target), hash);
  console.error(`built ${target.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * Builds the stale ones of the named targets, all of them when none is named. An installation without the build's
 * packages (`npm ci --omit=dev`) runs what was built before.
 */
export async function build(names: readonly string[] = []): Promise<void> {
  process.chdir(root);
  const wanted = TARGETS.filter((one) => names.length === 0 || names.includes(one.name));
  const present = wanted.filter((one) => existsSync(join(root, one.entry)));
  const stale = present
    .map((target) => ({ target, hash: hashOf(target) }))
    .filter((one) => isStale(one.target, one.hash));
  if (stale.length === 0) return;
  const isBuilt = stale.every((one) => existsSync(join(root, 'dist', one.target.name)));
  if (!existsSync(join(root, 'node_modules', 'vite')) && isBuilt) return;
  await Promise.all(stale.map((one) => buildOne(one.target, one.hash)));
}

/** The same for programs: what is wrong goes to standard error in words, and the exit code is 1. */
export async function buildOrExit(names: readonly string[] = []): Promise<void> {
  if (!import.meta.main) return buildApart(names);
  try {
    await build(names);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** In a process of its own, and only when something is stale: the tools' memory must not stay with the server. */
function buildApart(names: readonly string[]): void {
  const anyStale = TARGETS.filter((one) => names.length === 0 || names.includes(one.name)).some(
    (one) => existsSync(join(root, one.entry)) && isStale(one, hashOf(one)),
  );
  if (!anyStale) return;
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), ...names], {
    stdio: 'inherit',
  });
  if (child.status !== 0) process.exit(child.status ?? 1);
}

if (import.meta.main) await buildOrExit(process.argv.slice(2));
