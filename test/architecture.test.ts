/** The rules of the house that the compiler cannot see; docs/map.md tells why each is there. */
import { describe, expect, it } from 'vitest';
import {
  cyclesOf,
  graphOf,
  moduleOf,
  MODULES,
  partOf,
  sourceFiles,
  type Import,
  type SourceFile,
} from './source.ts';
import { readBy, readTables, writtenBy } from './tables.ts';

const src = sourceFiles('src');
const web = sourceFiles('web');
const all = [...src, ...web, ...sourceFiles('db', 'test', 'bench', 'scripts')];
const product = src.filter((file) => !file.isTest);

/** Offences as `file: what`, so that a failure is a list to work through. */
function offences(files: readonly SourceFile[], find: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`));
}

/** Imports a file must not have. */
function forbidden(
  files: readonly SourceFile[],
  isForbidden: (one: Import, file: SourceFile) => boolean,
): string[] {
  return offences(files, (file) =>
    file.imports.filter((one) => isForbidden(one, file)).map((one) => one.from),
  );
}

const within = (folder: string) => product.filter((file) => file.path.startsWith(folder));
const part = (...parts: string[]) =>
  product.filter((file) => moduleOf(file.path) && parts.includes(partOf(file.path)));

const LAYERS = ['src/kernel/', 'src/platform/', 'src/ports/', 'src/modules/', 'src/app/'];
const layerOf = (path: string) => LAYERS.findIndex((layer) => path.startsWith(layer));

describe('imports go one way', () => {
  it('kernel, platform, ports, modules, app: each imports only itself and what stands before it', () => {
    const layered = product.filter((file) => layerOf(file.path) >= 0);
    expect(
      forbidden(layered, (one, file) => one.file !== null && layerOf(one.file) > layerOf(file.path)),
    ).toEqual([]);
  });

  it('a module imports only modules before it in the list', () => {
    const rank = (path: string) => (MODULES as readonly string[]).indexOf(moduleOf(path) ?? '');
    const inModules = within('src/modules/');
    expect(inModules.filter((file) => rank(file.path) < 0).map((file) => file.path)).toEqual([]);
    const isUpward = (one: Import, file: SourceFile) => one.file !== null && rank(one.file) > rank(file.path);
    expect(forbidden(inModules, isUpward)).toEqual([]);
  });

  it('an adapter imports the kernel and its own port only; nobody but the app and its own kind imports one', () => {
    const adapters = within('src/adapters/').filter((file) => file.path.split('/').length > 3);
    const portOf = (path: string) => path.split('/')[2] ?? '';
    const isAllowed = (to: string, file: SourceFile) =>
      to.startsWith('src/kernel/') ||
      to.startsWith(`src/adapters/${portOf(file.path)}/`) ||
      to.replace(/\.ts$/, '').startsWith(`src/ports/${portOf(file.path)}`);
    expect(forbidden(adapters, (one, file) => one.file !== null && !isAllowed(one.file, file))).toEqual([]);
    const others = product.filter((file) => !/^src\/(adapters|app)\//.test(file.path));
    expect(forbidden(others, (one) => one.file?.startsWith('src/adapters/') ?? false)).toEqual([]);
  });

  it('the product imports no test and no screen; screens import only types from the server', () => {
    const isOutside = (one: Import) =>
      /^(test|web|bench|scripts)\//.test(one.file ?? '') || one.from === 'vitest';
    expect(forbidden(product, isOutside)).toEqual([]);
    expect(forbidden(product, (one) => /\.test\.|\/testing[\w-]*\./.test(one.file ?? ''))).toEqual([]);
    const screens = web.filter((file) => !file.isTest);
    expect(forbidden(screens, (one) => !(one.file ?? 'web/').startsWith('web/') && !one.isTypeOnly)).toEqual(
      [],
    );
    const widget = web.filter((file) => file.path.startsWith('web/widget/'));
    expect(forbidden(widget, (one) => one.file?.startsWith('web/console/') ?? false)).toEqual([]);
  });

  it('no cycles, not even of types', () => {
    expect(cyclesOf(graphOf(all, false)).map((cycle) => cycle.join(' → '))).toEqual([]);
  });
});

describe('each file of a module keeps to its job', () => {
  const isPackage = (one: Import) => one.file === null;

  it('the kernel is pure: no packages, no Node', () => {
    expect(forbidden(within('src/kernel/'), isPackage)).toEqual([]);
  });

  it('rules import the kernel and rules, wait for nothing, and know no SQL', () => {
    const rules = part('rules', 'workflows');
    const isRule = (path: string) =>
      path.startsWith('src/kernel/') || ['rules', 'workflows'].includes(partOf(path));
    expect(forbidden(rules, (one) => isPackage(one) || !isRule(one.file ?? ''))).toEqual([]);
    expect(offences(rules, (file) => (/\basync\b|\bawait\b/.test(file.code) ? ['async'] : []))).toEqual([]);
    expect(offences(rules, (file) => (/\bsql`/.test(file.code) ? ['SQL'] : []))).toEqual([]);
  });

  it('kernel and rules read no clock, no dice, no environment', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.env\b|\bperformance\.now\b/g;
    const pure = [...within('src/kernel/'), ...part('rules', 'workflows')];
    expect(offences(pure, (file) => file.code.match(impure) ?? [])).toEqual([]);
  });

  it('only jobs and http of a module import a port', () => {
    const others = within('src/modules/').filter((file) => !['jobs', 'http'].includes(partOf(file.path)));
    expect(forbidden(others, (one) => one.file?.startsWith('src/ports/') ?? false)).toEqual([]);
  });

  it('actions, stores and rules know nothing of HTTP', () => {
    const deep = within('src/modules/').filter((file) => !['http', 'who'].includes(partOf(file.path)));
    const isHttp = (one: Import) =>
      /^(hono|@hono\/)/.test(one.from) || /^src\/platform\/http(\/|\.ts)/.test(one.file ?? '');
    expect(forbidden(deep, isHttp)).toEqual([]);
  });

  it('http and jobs hold no SQL, and the platform no word of our trade', () => {
    expect(
      offences(part('http', 'jobs'), (file) => (/\bsql`|\.selectFrom\(/.test(file.code) ? ['SQL'] : [])),
    ).toEqual([]);
    const trade = /\b(payout|inspection|shipment|parcel|buyback|quote)s?\b/gi;
    expect(offences(within('src/platform/'), (file) => file.code.match(trade) ?? [])).toEqual([]);
  });
});

describe('tables', () => {
  const { owners, views } = readTables();
  const inModules = within('src/modules/');
  const isForeign = (table: string, file: SourceFile) =>
    owners.has(table) && !['?', 'platform', moduleOf(file.path)].includes(owners.get(table) ?? '?');

  /** One statement for a whole screen may look at other modules' tables; each file that does says so here. */
  const READS_ACROSS = new Set([
    'src/modules/cases/store/board.ts',
    'src/modules/cases/store/case-view.ts',
    'src/modules/shipping/store.ts',
  ]);

  it('each has one module that owns it', () => {
    expect(owners.size).toBeGreaterThan(30);
    expect([...owners].filter(([, owner]) => owner === '?').map(([table]) => table)).toEqual([]);
  });

  it('are written by their own module only', () => {
    expect(
      offences(inModules, (file) => [...writtenBy(file)].filter((table) => isForeign(table, file))),
    ).toEqual([]);
  });

  it('are read by other modules only through a view', () => {
    const readers = inModules.filter(
      (file) => !READS_ACROSS.has(file.path) && partOf(file.path) !== 'analytics',
    );
    const foreign = (file: SourceFile) =>
      [...readBy(file)].filter((table) => isForeign(table, file) && !views.has(table));
    expect(offences(readers, foreign)).toEqual([]);
  });
});

describe('files', () => {
  it('are at most 400 lines long', () => {
    expect(
      offences(all, (file) =>
        file.text.split('\n').length > 401 ? [`${file.text.split('\n').length} lines`] : [],
      ),
    ).toEqual([]);
  });

  it('are no drawers', () => {
    const drawer = /(^|[/-])(utils?|helpers?|common|misc|types?|managers?|services?|base)([/.-]|$)/i;
    const known = new Set(['src/platform/postgres-types.ts']);
    expect(all.map((file) => file.path).filter((path) => drawer.test(path) && !known.has(path))).toEqual([]);
  });

  it('re-export nothing: a name is imported from where it is made', () => {
    expect(forbidden([...product, ...web], (one) => one.isReExport)).toEqual([]);
  });

  it('export by name', () => {
    const named = all.filter((file) => file.path !== 'test/global-setup.ts');
    expect(
      offences(named, (file) => (/^export default\b/m.test(file.code) ? ['export default'] : [])),
    ).toEqual([]);
  });

  it('do not stand in for the database in tests', () => {
    const tests = all.filter((file) => file.isTest && file.path !== 'test/architecture.test.ts');
    const mocks = /\bvi\.mock\(\s*['"][^'"]*(postgres|kysely|\bpg\b|store)/g;
    expect(offences(tests, (file) => file.code.match(mocks) ?? [])).toEqual([]);
  });

  it('name what they import with its ending', () => {
    const own = [...product, ...web].filter((file) => !file.isTest);
    expect(forbidden(own, (one) => one.from.startsWith('.') && !/\.[a-z]+(\?\w+)?$/.test(one.from))).toEqual(
      [],
    );
  });
});

describe('this test', () => {
  const file = (path: string, imports: readonly string[]): SourceFile => ({
    path,
    text: '',
    code: '',
    isTest: false,
    imports: imports.map((to) => ({ from: to, file: to, isTypeOnly: false, isReExport: false })),
  });

  it('sees the files and what they import', () => {
    expect(product.length).toBeGreaterThan(50);
    expect(product.flatMap((one) => one.imports).length).toBeGreaterThan(100);
  });

  it('finds a cycle when there is one', () => {
    const graph = graphOf([file('a.ts', ['b.ts']), file('b.ts', ['c.ts']), file('c.ts', ['b.ts'])], false);
    expect(cyclesOf(graph)).toEqual([['b.ts', 'c.ts', 'b.ts']]);
  });

  it('finds writes in raw and in typed SQL', () => {
    const code =
      'sql`insert into payouts (id) values (1)`; tx.updateTable("cases").set(x); sql`delete from holds`; sql`update items i set a = 1`';
    expect([...writtenBy({ ...file('x.ts', []), code })].sort()).toEqual([
      'cases',
      'holds',
      'items',
      'payouts',
    ]);
  });
});
