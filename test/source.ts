/** Reads our own source for the architecture test: files, what they import, which tables their SQL names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The modules bottom to top: each may import those before it. */
export const MODULES = [
  'identity',
  'catalog',
  'cases',
  'quotes',
  'shipping',
  'inspection',
  'holds',
  'returns',
  'money',
  'messages',
  'integrations',
  'analytics',
] as const;

export type Import = {
  /** What is written: `../kernel/time.ts`, `pg`. */
  readonly from: string;
  /** The file it means, from the root, or null for a package. */
  readonly file: string | null;
  readonly isTypeOnly: boolean;
  readonly isReExport: boolean;
};

export type SourceFile = {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
  readonly isTest: boolean;
};

const STATEMENT = /^[ \t]*(import|export)\s+(type\s+)?([\w$*\s{},]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const LATER = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)/g;

/** Every source file of ours below the folders, tests included. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !path.includes('node_modules/'))
      .sort()
      .map(readSource);
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const isTest = /\.test\.tsx?$|(^|\/)testing[\w-]*(\/|\.ts)|^test\//.test(path);
  return { path, text, code, imports: importsOf(path, code), isTest };
}

function importsOf(path: string, code: string): Import[] {
  const whole = [...code.matchAll(STATEMENT)].map((found) => ({
    from: found[4] ?? '',
    isTypeOnly: found[2] !== undefined || isAllTypes(found[3] ?? ''),
    isReExport: found[1] === 'export',
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(LATER)].map((found) => ({
    from: found[1] ?? '',
    isTypeOnly: false,
    isReExport: false,
  }));
  return [...whole, ...others].map((one) => ({ ...one, file: fileOf(path, one.from) }));
}

/** `{ type A, type B }`. */
function isAllTypes(clause: string): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1];
  return names !== undefined && names.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name));
}

function fileOf(path: string, from: string): string | null {
  if (!from.startsWith('.')) return null;
  return relative(root, resolve(root, dirname(path), from.replace(/\?.*$/, ''))).replaceAll('\\', '/');
}

/** The module a file belongs to, or null. */
export function moduleOf(path: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The file of a module it counts as: `cases/actions/move.ts` is `actions`; the first part after the module's name. */
export function partOf(path: string): string {
  return (/^src\/modules\/[^/]+\/([^/]+)/.exec(path)?.[1] ?? '').replace(/\.tsx?$/, '');
}

/** Who imports whom among our files; `true` leaves out imports that are only of types. */
export function graphOf(files: readonly SourceFile[], runtimeOnly: boolean): Map<string, string[]> {
  const known = new Set(files.map((file) => file.path));
  return new Map(
    files.map((file) => [
      file.path,
      file.imports
        .filter((one) => !(runtimeOnly && one.isTypeOnly))
        .flatMap((one) => (one.file && known.has(one.file) ? [one.file] : [])),
    ]),
  );
}

/** Each cycle once, as the files along it; depth first, so a file on several cycles may be named for one of them only. */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (at: string, way: readonly string[]): void => {
    const seen = way.indexOf(at);
    if (seen >= 0) found.push([...way.slice(seen), at]);
    if (seen >= 0 || done.has(at)) return;
    for (const next of graph.get(at) ?? []) walk(next, [...way, at]);
    done.add(at);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}
