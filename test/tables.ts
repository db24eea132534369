/** Which module owns which table, and which tables the SQL of a file names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, root, type SourceFile } from './source.ts';

/** A migration named after a module makes that module's tables; these are the ones where the name does not tell. */
const EXCEPTIONS: Readonly<Record<string, string>> = { holds: 'holds', demo_runs: 'app' };

const CREATED = /^create\s+(unlogged\s+)?table\s+(?:if not exists\s+)?(\w+)/gim;
const VIEWS = /^create\s+(?:or replace\s+)?(?:materialized\s+)?view\s+(\w+)/gim;

export type Tables = {
  /** Table → module, `platform`, or `?` when no rule tells. */
  readonly owners: ReadonlyMap<string, string>;
  readonly views: ReadonlySet<string>;
};

/** Reads the migrations. */
export function readTables(): Tables {
  const folder = join(root, 'db', 'migrations');
  const owners = new Map<string, string>();
  const views = new Set<string>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.sql'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const subject = /^\d+_([a-z]+)/.exec(name)?.[1] ?? '';
    const owner = [...MODULES, 'platform'].find((one) => one === subject) ?? '?';
    for (const found of text.matchAll(CREATED))
      owners.set(found[2] ?? '', EXCEPTIONS[found[2] ?? ''] ?? owner);
    for (const found of text.matchAll(VIEWS)) views.add(found[1] ?? '');
  }
  return { owners, views };
}

const WRITES = [
  /\binsert\s+into\s+(\w+)/gi,
  /\bupdate\s+(?:only\s+)?(\w+)\s+(?:as\s+\w+\s+|\w+\s+)?set\b/gi,
  /\bdelete\s+from\s+(\w+)/gi,
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g,
];
const READS = [
  /\b(?:from|join)\s+(?:lateral\s+)?(\w+)/gi,
  /\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|from)\(\s*\[?\s*['"`](\w+)/g,
];

function named(code: string, patterns: readonly RegExp[]): Set<string> {
  return new Set(patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((found) => found[1] ?? '')));
}

/** Names after `insert into`, `update`, `delete from`; whatever is no table of ours is for the caller to leave out. */
export function writtenBy(file: SourceFile): Set<string> {
  return named(file.code, WRITES);
}

/** Names after `from` and `join`. */
export function readBy(file: SourceFile): Set<string> {
  return named(file.code, READS);
}
