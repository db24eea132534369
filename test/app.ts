/** A whole program for journeys: its own database, a shop with staff, catalogue and prices, on a port of its own. */
import { createServer } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '../src/kernel/outcome.ts';
import { seedCatalog, seedDemoPrices } from '../src/modules/catalog/actions/seed.ts';
import { seedDemoShop, seedDemoStaff, type DemoPerson, type DemoShop } from '../src/modules/identity/seed.ts';
import { startProgram, type Program } from '../src/app/program.ts';
import type { Config } from '../src/platform/config.ts';
import { makeLog } from '../src/platform/log.ts';
import { runDueJobs } from '../src/platform/worker.ts';
import { jobHandlers } from '../src/app/jobs.ts';
import { makeId } from '../src/kernel/id.ts';
import { cloneDatabase, must, testClock, type TestClock } from './harness.ts';

export type Answer<T = Record<string, unknown>> = {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
};

/** Somebody with a browser of their own: cookies and a token are kept between calls. */
export type Caller = {
  readonly call: <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<T>>;
  cookie: string;
  token: string | null;
};

export type App = {
  readonly url: string;
  readonly program: Program;
  readonly clock: TestClock;
  readonly shop: DemoShop;
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly visitor: () => Caller;
  /** Signs in as the first person of a role. */
  readonly as: (role: DemoPerson['role']) => Promise<Caller>;
  /** Runs every job that is due by the app's clock, clocks included. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type AppOptions = {
  readonly seeded?: boolean;
  readonly smtpUrl?: string;
  /** Where the clock starts, ISO 8601. Real browsers drop cookies by their own clock: give them the real time. */
  readonly at?: string;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}

function caller(url: string): Caller {
  const self: Caller = {
    cookie: '',
    token: null,
    call: async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(self.cookie ? { cookie: self.cookie } : {}),
          ...(self.token ? { authorization: `Bearer ${self.token}` } : {}),
          origin: url,
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const [name = ''] = pair.split('=');
        self.cookie = [...self.cookie.split('; ').filter((c) => c && !c.startsWith(`${name}=`)), pair].join(
          '; ',
        );
      }
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: (isJson ? JSON.parse(text) : text) as T,
        headers: response.headers,
      };
    },
  };
  return self;
}

/** Starts the program on a database of its own; `seeded: false` leaves it as a newcomer finds it. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const database = await cloneDatabase();
  const clock = testClock(options.at ?? '2026-11-19T09:00:00.000Z');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const config: Config = {
    role: 'web',
    databaseUrl: database.url,
    dataDir: '/nonexistent',
    filesDir: join(tmpdir(), `reprise-files-${randomUUID()}`),
    host: '127.0.0.1',
    port,
    baseUrl: url,
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'Test <desk@shop.example>',
    keyring: { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(7)]]) },
    logLevel: 'error',
    trustProxy: false,
    metricsToken: null,
    connections: 8,
    // Servers of the tests themselves.
    outboundAllow: ['127.0.0.1', 'localhost'],
    limitFactor: 1000,
  };
  const log = makeLog(process.env['TEST_LOG'] ?? 'silent');
  const program = must(await startProgram({ config, log, clock: clock.now, checkResponses: true }));
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ctx = () => {
    const now = clock.now();
    return {
      now,
      actor: { kind: 'system' as const },
      random,
      requestId: 'test',
      newId: (prefix: Parameters<typeof makeId>[0]) => makeId(prefix, now.getTime(), random(10)),
    };
  };
  const seeded =
    options.seeded === false
      ? { shop: { amsterdam: '', utrecht: '' }, password: '', people: [] }
      : must(
          await program.postgres.transact(async (tx) => {
            const shop = await seedDemoShop(tx, ctx());
            if (!shop.ok) return shop;
            const staff = await seedDemoStaff(tx, ctx(), shop.value);
            if (!staff.ok) return staff;
            await seedCatalog(tx, ctx());
            await seedDemoPrices(tx, ctx());
            return ok({ shop: shop.value, ...staff.value });
          }),
        );
  const as = async (role: DemoPerson['role']) => {
    const person = seeded.people.find((p) => p.role === role);
    const one = caller(url);
    const answer = await one.call('POST', '/api/session', {
      email: person?.email,
      password: seeded.password,
    });
    if (answer.status !== 200) throw new Error(`${role} could not sign in: ${JSON.stringify(answer.body)}`);
    return one;
  };
  return {
    url,
    program,
    clock,
    ...seeded,
    visitor: () => caller(url),
    as,
    settle: async () => {
      const handlers = jobHandlers({ config, keyring: program.keyring, storage: program.storage, log });
      const run = { postgres: program.postgres, handlers, ctx, log };
      await program.postgres.transact(async (tx) => {
        const { enqueue } = await import('../src/platform/jobs.ts');
        await enqueue(tx, 'cases.sweep', {});
        return ok(null);
      });
      await runDueJobs(run);
    },
    stop: async () => {
      await program.stop();
      await database.drop();
      await rm(config.filesDir, { recursive: true, force: true });
    },
  };
}
