import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, testDatabase } from '../../test/harness.ts';
import { ok, refuse } from '../kernel/outcome.ts';
import {
  countStatements,
  forbidInsideTransaction,
  insideTransaction,
  openPostgres,
  type Tx,
} from './postgres.ts';
import { isUnavailable } from './postgres-errors.ts';

const world = testDatabase();

beforeAll(async () => {
  await world.postgres.pool.query('create table toys (id int primary key, n bigint not null default 0)');
});

async function addToy(tx: Tx, id: number): Promise<void> {
  await sql`insert into toys (id) values (${id})`.execute(tx);
}

async function toys(): Promise<number[]> {
  const { rows } = await world.postgres.pool.query<{ id: number }>('select id from toys order by id');
  return rows.map((row) => row.id);
}

describe('values', () => {
  it('reads whole numbers as numbers, days as text and instants as dates', async () => {
    const { rows } = await world.postgres.pool.query(
      `select 9007199254740991::bigint as big, 12.50::numeric as n, '2026-03-29'::date as day,
              '2026-03-29T01:30:00Z'::timestamptz as at, array[1,null]::bigint[] as list, array['2026-01-01']::date[] as days`,
    );
    expect(rows[0]).toEqual({
      big: 9007199254740991,
      n: 12.5,
      day: '2026-03-29',
      at: new Date('2026-03-29T01:30:00Z'),
      list: [1, null],
      days: ['2026-01-01'],
    });
  });

  it('throws rather than lose a digit', async () => {
    await expect(world.postgres.pool.query('select 9007199254740993::bigint')).rejects.toThrow(
      'does not fit',
    );
    await expect(world.postgres.pool.query('select 1')).resolves.toBeDefined();
  });
});

describe('transact', () => {
  it('commits a value', async () => {
    must(await world.postgres.transact(async (tx) => ok(await addToy(tx, 1))));
    expect(await toys()).toContain(1);
  });

  it('rolls a refusal back and gives it as it is', async () => {
    const outcome = await world.postgres.transact(async (tx) => {
      await addToy(tx, 2);
      return refuse('no_such_toy', 'No.', 'not_found');
    });
    expect(outcome).toMatchObject({ ok: false, code: 'no_such_toy', kind: 'not_found' });
    expect(await toys()).not.toContain(2);
  });

  it('rolls back and throws on a bug', async () => {
    const broken = world.postgres.transact(async (tx) => {
      await addToy(tx, 3);
      throw new TypeError('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(await toys()).not.toContain(3);
  });

  it('turns what our triggers raise into refusals', async () => {
    const raise = (state: string) =>
      world.postgres.transact(async (tx) =>
        ok(
          await sql
            .raw(
              `do $$ begin raise exception 'stale_item' using errcode = '${state}', detail = 'itm_1'; end $$`,
            )
            .execute(tx),
        ),
      );
    expect(await raise('RP001')).toMatchObject({
      code: 'stale_item',
      kind: 'stale',
      more: { item_id: 'itm_1' },
    });
    expect(await raise('RP002')).toMatchObject({ code: 'invariant_broken', kind: 'conflict' });
    await expect(raise('P0001')).rejects.toThrow('stale_item');
  });

  it('refuses what a constraint checked at the commit says', async () => {
    await world.postgres.pool.query(`
      create function never() returns trigger language plpgsql as
        $$ begin raise exception 'never' using errcode = 'RP002'; end $$;
      create table nevers (id int);
      create constraint trigger never after insert on nevers deferrable initially deferred
        for each row execute function never();`);
    const outcome = await world.postgres.transact(async (tx) =>
      ok(await sql`insert into nevers values (1)`.execute(tx)),
    );
    expect(refusedWith(outcome)).toBe('invariant_broken');
  });

  it('runs the loser of a deadlock again', async () => {
    await world.postgres.pool.query('insert into toys (id) values (10), (11)');
    const bump = async (first: number, second: number) =>
      world.postgres.transact(async (tx) => {
        await sql`update toys set n = n + 1 where id = ${first}`.execute(tx);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await sql`update toys set n = n + 1 where id = ${second}`.execute(tx);
        return ok(null);
      });
    for (const outcome of await Promise.all([bump(10, 11), bump(11, 10)])) must(outcome);
    const { rows } = await world.postgres.pool.query('select n from toys where id in (10, 11)');
    expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('does not nest', async () => {
    const nested = world.postgres.transact(async () => world.postgres.transact(async () => ok(1)));
    await expect(nested).rejects.toThrow('inside a transaction');
  });
});

describe('what others ask about transactions', () => {
  it('knows whether one is open, so that ports can refuse', async () => {
    expect(insideTransaction()).toBe(false);
    await world.postgres.transact(async () => {
      expect(insideTransaction()).toBe(true);
      await Promise.resolve();
      expect(() => forbidInsideTransaction('the carrier')).toThrow(
        'the carrier was called inside a transaction',
      );
      return ok(null);
    });
    expect(insideTransaction()).toBe(false);
  });

  it('counts statements', async () => {
    const { statements } = await countStatements(async () =>
      world.postgres.transact(async (tx) => ok(await addToy(tx, 20))),
    );
    expect(statements).toBe(3);
  });
});

describe('a server that goes away', () => {
  it('fails the query under way, and the next one works', async () => {
    const own = openPostgres({ url: world.url, connections: 2 });
    const failed = own.pool.query('select pg_sleep(5), 1 as victim').then(
      () => null,
      (reason: unknown) => reason,
    );
    await world.postgres.pool.query('select pg_sleep(0.1)');
    await world.postgres.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%as victim%' and pid <> pg_backend_pid()`,
    );
    const error = await failed;
    expect(isUnavailable(error)).toBe(true);
    await expect(own.pool.query('select 1')).resolves.toBeDefined();
    await own.close();
  });

  it('survives losing the connection between two statements of a transaction', async () => {
    const own = openPostgres({ url: world.url, connections: 2 });
    const lost = own.transact(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await world.postgres.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ok(await addToy(tx, 30));
    });
    const error: unknown = await lost.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isUnavailable(error)).toBe(true);
    must(await own.transact(async (tx) => ok(await addToy(tx, 31))));
    expect(await toys()).not.toContain(30);
    await own.close();
  });

  it('says that nobody listens', async () => {
    const own = openPostgres({ url: 'postgres://127.0.0.1:1/nothing' });
    const error: unknown = await own.pool.query('select 1').then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isUnavailable(error)).toBe(true);
    await own.close();
  });

  it('gives up on a statement that takes too long', async () => {
    const own = openPostgres({ url: world.url, statementTimeoutMs: 100 });
    const error: unknown = await own.pool.query('select pg_sleep(3)').then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isUnavailable(error)).toBe(true);
    await own.close();
  });
});
