/** The one way to PostgreSQL: a pool, typed SQL (Kysely), and transactions whose refusals roll back. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Outcome } from '../kernel/outcome.ts';
import { isRetriable, refusalOf } from './postgres-errors.ts';
import { typeParsers } from './postgres-types.ts';

/** Every table of the program: each module's store.ts adds its own by declaration merging. */
// oxlint-disable-next-line no-empty-interface
export interface Tables {}

/** Reads; a `Tx` is one too. */
export type Reader = Kysely<Tables>;

/** Reads and writes inside one transaction. */
export type Tx = Transaction<Tables>;

export type Postgres = {
  readonly db: Reader;
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction. A `Refusal` rolls it back and is given back as it is; so are the refusals
   * our triggers raise (see refusalOf). Deadlocks and serialization failures run again, up to 3 times more.
   */
  readonly transact: <T>(work: (tx: Tx) => Promise<Outcome<T>>) => Promise<Outcome<T>>;
  readonly close: () => Promise<void>;
};

export type PostgresOptions = {
  readonly url: string;
  /** Most connections of this process; default 10. */
  readonly connections?: number;
  /** Longest a statement may run, in ms; default 8,000, so that a request ends within 10 s. */
  readonly statementTimeoutMs?: number;
  /** Told of connections lost while idle; queries under way get the error themselves. */
  readonly onError?: (error: Error) => void;
  readonly applicationName?: string;
};

/** How often a transaction that lost a deadlock is tried again. */
const RETRIES = 3;

type Context = { readonly inTransaction: boolean; readonly counter: { statements: number } | null };
const context = new AsyncLocalStorage<Context>();

/** True while the caller is inside `transact`: ports refuse to be called then. */
export function insideTransaction(): boolean {
  return context.getStore()?.inTransaction ?? false;
}

/** Throws while a transaction is open; every port's wrapper calls it first, because the outside may take minutes. */
export function forbidInsideTransaction(what: string): void {
  if (insideTransaction()) throw new Error(`${what} was called inside a transaction`);
}

/** Runs `work` and counts the statements it sends, BEGIN and COMMIT included; for tests and benchmarks. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> {
  const counter = { statements: 0 };
  const value = await context.run({ inTransaction: insideTransaction(), counter }, work);
  return { value, statements: counter.statements };
}

/**
 * A pool of its own on the same server, for a library that keeps connections to itself. `discard` cuts them all,
 * also those the library never gave back.
 */
export function siblingPool(postgres: Postgres, connections: number): { pool: pg.Pool; discard: () => void } {
  const { connectionString, application_name, types, statement_timeout, query_timeout } =
    postgres.pool.options;
  const pool = new pg.Pool({
    connectionString,
    application_name,
    types,
    statement_timeout,
    query_timeout,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const open = new Set<pg.PoolClient>();
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => {
    client.on('error', ignore);
    open.add(client);
  });
  pool.on('remove', (client) => open.delete(client));
  const discard = () => {
    // Not awaited: it would wait for clients that are never given back.
    pool.end().catch(ignore);
    for (const client of open) (client as unknown as pg.Client).end().catch(ignore);
  };
  return { pool, discard };
}

/** Opens a pool. Nothing connects until the first query, and a server that dies never takes the process along. */
export function openPostgres(options: PostgresOptions): Postgres {
  const timeout = options.statementTimeoutMs ?? 8_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    application_name: options.applicationName ?? 'reprise',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: timeout,
    // The server's own limits do not help when the network swallows the answer, so the client has one too.
    query_timeout: timeout + 1_000,
    idle_in_transaction_session_timeout: timeout + 2_000,
    keepAlive: true,
    types: typeParsers,
  });
  const onError = options.onError ?? (() => undefined);
  pool.on('error', onError);
  pool.on('connect', (client) => prepareClient(client, onError));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, transact: (work) => transact(db, work), close: () => db.destroy() };
}

/** A lost connection must not crash the process, and one that no longer answers must not go back to the pool. */
function prepareClient(client: pg.PoolClient, onError: (error: Error) => void): void {
  client.on('error', onError);
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]): unknown => {
    const counter = context.getStore()?.counter;
    if (counter) counter.statements += 1;
    return send(...args);
  };
  Object.assign(client, { query: counted });
}

/** Thrown to make Kysely roll back; never leaves this file. */
const ROLLBACK = Symbol('rollback');

async function transact<T>(db: Reader, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (insideTransaction()) throw new Error('transact was called inside a transaction: pass the tx along');
  const store: Context = { inTransaction: true, counter: context.getStore()?.counter ?? null };
  for (let attempt = 0; ; attempt += 1) {
    let refused: Outcome<T> | undefined;
    try {
      return await context.run(store, () =>
        db.transaction().execute(async (tx) => {
          const outcome = await work(tx);
          if (outcome.ok) return outcome;
          refused = outcome;
          throw ROLLBACK;
        }),
      );
    } catch (error) {
      if (error === ROLLBACK && refused) return refused;
      if (isRetriable(error) && attempt < RETRIES) {
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (1 + Math.random())));
        continue;
      }
      const known = refusalOf(error);
      if (known) return known;
      throw error;
    }
  }
}
