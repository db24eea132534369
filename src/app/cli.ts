/** `reprise …`: what an owner or operator does at the terminal. Works beside a running program, on its database. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { makeDemo } from '../../db/demo.ts';
import type { Actor, Ctx } from '../kernel/actor.ts';
import { PERMISSIONS } from '../kernel/actor.ts';
import { makeId } from '../kernel/id.ts';
import { serveEffects } from '../modules/cases/actions/effects.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { findRunning, startEmbedded } from '../platform/embedded.ts';
import { openKeyring } from '../platform/keyring.ts';
import { makeLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres } from '../platform/postgres.ts';
import type { Desk } from './commands/desk.ts';
import { doctor } from './commands/doctor.ts';
import { importPriceList } from './commands/prices.ts';
import { schema } from './commands/schema.ts';
import { why } from './commands/why.ts';
import { diskStorage } from '../adapters/storage/disk.ts';
import { followChecks } from '../modules/inspection/actions/checked.ts';
import { followWhatWasFound } from './pre-check.ts';
import { effects } from './effects.ts';

const USAGE = `reprise: what an owner or operator does at the terminal

  reprise demo [--cases N]                 fill an empty installation with demo data
  reprise prices import FILE [--dry-run]   import a price list (CSV, long or wide)
      [--source NAME] [--currency EUR] [--add-models] [--draft]
  reprise why CASE                         timeline, facts and every move of a case with its reason
  reprise doctor                           check the invariants on the live database
  reprise schema                           print the database's schema (db/schema.sql)

Settings come from the environment as for npm start (DATABASE_URL, REPRISE_DATA …).`;

function operator(): Actor {
  return { kind: 'staff', id: 'stf_operator', name: 'Operator', permissions: new Set(PERMISSIONS) };
}

function ctxNow(actor: Actor): Ctx {
  const now = new Date();
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    now,
    actor,
    random,
    newId: (prefix) => makeId(prefix, now.getTime(), random(10)),
    requestId: 'cli',
  };
}

/** The database: the one named, the one of the running program, or our own for the length of the command. */
async function database(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  const nothing = () => Promise.resolve();
  if (config.databaseUrl) return { url: config.databaseUrl, stop: nothing };
  const running = await findRunning(config.dataDir);
  if (running) return { url: running.url, stop: nothing };
  const started = await startEmbedded({
    dataDir: config.dataDir,
    address: 'reprise command',
    log: makeLog('warn'),
  });
  if (!started.ok) throw new Error(started.why);
  return { url: started.value.url, stop: started.value.stop };
}

async function demo(desk: Desk, args: readonly string[]): Promise<number> {
  const keyring = desk.config.keyring
    ? { ok: true as const, value: desk.config.keyring }
    : openKeyring(desk.config.dataDir);
  if (!keyring.ok) throw new Error(keyring.why);
  const at = args.indexOf('--cases');
  const cases = at >= 0 ? Number(args[at + 1]) : 500;
  if (!Number.isInteger(cases) || cases < 1 || cases > 100_000) {
    desk.say('--cases must be a whole number from 1 to 100000');
    return 2;
  }
  const made = await makeDemo({
    postgres: desk.postgres,
    keyring: keyring.value,
    storage: diskStorage(desk.config.filesDir),
    now: new Date(),
    cases,
    onProgress: (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\r  ${done} of ${of} cases`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (!made.ok) {
    desk.say(made.why);
    return 1;
  }
  desk.say(
    `${made.value.cases} cases. Sign in at ${desk.config.baseUrl}/console/ with the password ${made.value.password} as:`,
  );
  for (const one of made.value.people) desk.say(`  ${one.email.padEnd(38)} ${one.role}`);
  return 0;
}

async function run(desk: Desk, [command, ...args]: readonly string[]): Promise<number> {
  if (command === 'demo') return await demo(desk, args);
  if (command === 'prices' && args[0] === 'import') return await importPriceList(desk, args.slice(1));
  if (command === 'why') return await why(desk, args[0]);
  if (command === 'doctor') return await doctor(desk);
  if (command === 'schema') return await schema(desk);
  desk.say(USAGE);
  return command === undefined || command === 'help' || command === '--help' ? 0 : 2;
}

const config = readConfig([], process.env, process.cwd());
if (!config.ok) {
  process.stderr.write(`${config.why}\n`);
  process.exit(2);
}
const argv = process.argv.slice(2);
if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help') {
  process.stdout.write(`${USAGE}\n`);
  process.exit(argv.length === 0 ? 2 : 0);
}
serveEffects(effects);
followChecks(followWhatWasFound);
const base = await database(config.value);
let code = 1;
try {
  await migrate(base.url);
  const postgres = openPostgres({ url: base.url, connections: 8, statementTimeoutMs: 600_000 });
  try {
    const desk: Desk = {
      postgres,
      config: config.value,
      ctx: () => ctxNow(operator()),
      say: (line) => void process.stdout.write(`${line}\n`),
    };
    code = await run(desk, argv);
  } finally {
    await postgres.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await base.stop();
}
process.exit(code);
