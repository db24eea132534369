/** The program: database, schema, routes, pages, worker, in the order they need each other; and its stop. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Ctx } from '../kernel/actor.ts';
import { makeId } from '../kernel/id.ts';
import { refuse, ok, type Outcome } from '../kernel/outcome.ts';
import type { Clock } from '../kernel/time.ts';
import { serveEffects } from '../modules/cases/actions/effects.ts';
import { followChecks } from '../modules/inspection/actions/checked.ts';
import { workflowFaults } from '../modules/cases/rules/workflows.ts';
import { ensureSetupToken } from '../modules/identity/actions/set-up.ts';
import { resolveWho } from '../modules/identity/who.ts';
import type { Config } from '../platform/config.ts';
import { startEmbedded, type Embedded } from '../platform/embedded.ts';
import type { HttpDeps } from '../platform/http/deps.ts';
import { makeLimiter } from '../platform/http/limit.ts';
import { makeMetrics } from '../platform/http/metrics.ts';
import { mountRoutes } from '../platform/http/mount.ts';
import { probeRoutes, referenceRoutes } from '../platform/http/probes.ts';
import { listen, type Listening } from '../platform/http/server.ts';
import { openKeyring } from '../platform/keyring.ts';
import { diskStorage } from '../adapters/storage/disk.ts';
import type { StoragePort } from '../ports/storage.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres, type Postgres } from '../platform/postgres.ts';
import type { Keyring } from '../platform/secrets.ts';
import { livingWorkers, startWorker, type Worker } from '../platform/worker.ts';
import { effects } from './effects.ts';
import { jobHandlers, RECURRING } from './jobs.ts';
import { makeLive, type Live } from './live.ts';
import { mountPages } from './pages.ts';
import { followWhatWasFound } from './pre-check.ts';
import { problemPage } from './portal/mount.tsx';
import { apiRoutes } from './routes.ts';

export const VERSION = '0.1.0';

export type Program = {
  /** Port it answers on; null for a worker. */
  readonly port: number | null;
  readonly postgres: Postgres;
  readonly keyring: Keyring;
  readonly storage: StoragePort;
  /** The one-time token of the first-run set-up; null when the shop is set up. */
  readonly setupToken: string | null;
  /** Takes nothing new, ends what is under way, stops worker and database. */
  readonly stop: () => Promise<void>;
};

export type ProgramOptions = {
  readonly config: Config;
  readonly log: Logger;
  /** The machine's, unless a test moves it. */
  readonly clock?: Clock;
  readonly checkResponses?: boolean;
};

function cryptoRandom(bytes: number): Uint8Array {
  return new Uint8Array(randomBytes(bytes));
}

function systemCtx(clock: Clock): Ctx {
  const now = clock();
  return {
    now,
    actor: { kind: 'system' },
    random: cryptoRandom,
    newId: (prefix) => makeId(prefix, now.getTime(), cryptoRandom(10)),
    requestId: makeId('req', now.getTime(), cryptoRandom(10)),
  };
}

/** The database a start uses: the one DATABASE_URL names, or our own. */
async function database(
  options: ProgramOptions,
): Promise<Outcome<{ url: string; embedded: Embedded | null }>> {
  const { config, log } = options;
  if (config.databaseUrl) return ok({ url: config.databaseUrl, embedded: null });
  const started = await startEmbedded({ dataDir: config.dataDir, address: config.baseUrl, log });
  return started.ok ? ok({ url: started.value.url, embedded: started.value }) : started;
}

type Inside = {
  options: ProgramOptions;
  postgres: Postgres;
  keyring: Keyring;
  storage: StoragePort;
  clock: Clock;
  stopping: AbortController;
};

async function web(inside: Inside): Promise<{ listening: Listening; live: Live }> {
  const { options, postgres, keyring, storage, clock, stopping } = inside;
  const { config, log } = options;
  const deps: HttpDeps = {
    postgres,
    clock,
    random: cryptoRandom,
    log,
    baseUrl: config.baseUrl,
    trustProxy: config.trustProxy,
    limiter: makeLimiter(config.limitFactor),
    metrics: makeMetrics(postgres, true),
    ...(options.checkResponses ? { checkResponses: true } : {}),
    who: ({ http, now, trustCookies }) =>
      resolveWho(postgres, {
        path: http.req.path,
        cookie: trustCookies ? (http.req.header('cookie') ?? null) : null,
        authorization: http.req.header('authorization') ?? null,
        now,
      }),
  };
  const live = makeLive(postgres, clock, log);
  const routes = apiRoutes({
    keyring,
    storage,
    baseUrl: config.baseUrl,
    outboundAllow: config.outboundAllow,
    live,
    stopping: stopping.signal,
    problemPage,
  });
  const probes = probeRoutes(deps, {
    version: VERSION,
    workers: () => livingWorkers(postgres.db),
    expectsWorker: config.role === 'all',
    accepting: () => !stopping.signal.aborted,
    ...(config.metricsToken ? { metricsToken: config.metricsToken } : {}),
  });
  const app = new Hono();
  mountPages(app, { deps, keyring, storage, config });
  const served = [...routes, ...probes];
  mountRoutes(
    app,
    [...served, ...referenceRoutes(served, { baseUrl: config.baseUrl, version: VERSION })],
    deps,
  );
  return { listening: await listen(app, { port: config.port, host: config.host }), live };
}

/** Starts everything the role asks for. Refuses what the database, the key or the settings say. */
export async function startProgram(options: ProgramOptions): Promise<Outcome<Program>> {
  const { config, log } = options;
  const wrong = workflowFaults()[0];
  if (wrong)
    return refuse(
      'workflow_faulty',
      `${wrong.workflow}: ${wrong.fault.where}: ${wrong.fault.why}`,
      'unavailable',
    );
  const clock = options.clock ?? (() => new Date());
  const keyring = config.keyring ? ok(config.keyring) : openKeyring(config.dataDir);
  if (!keyring.ok) return keyring;
  const base = await database(options);
  if (!base.ok) return base;
  const { url, embedded } = base.value;
  const stopping = new AbortController();
  let postgres: Postgres | null = null;
  try {
    const migrated = await migrate(url);
    if (migrated.applied.length > 0) log.info({ applied: migrated.applied }, 'the schema is up to date now');
    postgres = openPostgres({
      url,
      connections: config.connections,
      onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
    });
    const storage = diskStorage(config.filesDir);
    return ok(await run({ options, postgres, keyring: keyring.value, storage, clock, stopping }, embedded));
  } catch (error) {
    await postgres?.close();
    await embedded?.stop();
    throw error;
  }
}

async function run(inside: Inside, embedded: Embedded | null): Promise<Program> {
  const { options, postgres, keyring, storage, clock, stopping } = inside;
  const { config, log } = options;
  serveEffects(effects);
  followChecks(followWhatWasFound);
  const token = await postgres.transact((tx) => ensureSetupToken(tx, systemCtx(clock)));
  const served = config.role === 'worker' ? null : await web(inside);
  const deps = { config, keyring, storage, log };
  const worker: Worker | null =
    config.role === 'web'
      ? null
      : startWorker({
          postgres,
          handlers: jobHandlers(deps),
          recurring: RECURRING,
          ctx: () => systemCtx(clock),
          log,
        });
  return {
    port: served?.listening.port ?? null,
    postgres,
    keyring,
    storage,
    setupToken: token.ok ? token.value : null,
    stop: async () => {
      stopping.abort();
      served?.live.stop();
      await served?.listening.stop();
      await worker?.stop();
      await postgres.close();
      await embedded?.stop();
    },
  };
}
