import { sql } from 'kysely';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import { moneyFaults } from '../doctor.ts';
import { fillBatch } from '../fill-batch.ts';
import {
  aCase,
  ANNE,
  BANK,
  BEN,
  IBAN,
  lastPayout,
  move,
  openShop,
  placesOf,
  setSettings,
  TEST_KEYRING,
} from '../../../../test/money.ts';
import { readBatch, readEntries } from '../store/batches.ts';
import { batchFile, orderBatch, takeEntry } from './batch.ts';
import { markFailed, submitPayout } from './settle.ts';

const world = testDatabase({ connections: 12 });
beforeAll(() => openShop(world));
afterEach(async () => {
  await setSettings(world, {});
  expect(await moneyFaults(world.postgres.db)).toEqual([]);
});

const order = (payoutIds: readonly string[] | null, actor = ANNE) =>
  world.postgres.transact((tx) => orderBatch(tx, world.ctxFor(actor), payoutIds));
const fill = (batchId: string, stop: () => boolean = () => false) =>
  fillBatch(
    { postgres: world.postgres, ctx: () => world.ctxFor(SYSTEM), keyring: TEST_KEYRING, stop },
    batchId,
  );
const file = (batchId: string, actor = ANNE) =>
  world.postgres.transact((tx) => batchFile(tx, world.ctxFor(actor), batchId, TEST_KEYRING));

async function someReady(count: number): Promise<string[]> {
  const ids = [];
  for (let at = 0; at < count; at += 1) ids.push((await lastPayout(world, await aCase(world))).id);
  return ids;
}

async function statesOf(ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ state: string }>`
    select state from payouts where id = any(${[...ids]}::text[]) order by id`.execute(world.postgres.db);
  return found.rows.map((row) => row.state);
}

describe('a batch', () => {
  it('takes each payout, writes one file and gives the same bytes again', async () => {
    const desk = await aCase(world, { prices: [10_000, 5_050], method: { ...BANK, holder: '=Jo, "X"' } });
    const ids = [(await lastPayout(world, desk)).id, ...(await someReady(2))];
    const { batchId, number, wanted, skipped } = must(await order(ids));
    expect({ wanted, skipped }).toEqual({ wanted: 3, skipped: [] });
    expect(refusedWith(await file(batchId))).toBe('batch_open');
    expect(must(await fill(batchId))).toEqual({ pending: 0 });
    expect(await placesOf(world, desk.caseId)).toEqual(Array(2).fill('payout_processing/submitted'));

    const first = must(await file(batchId));
    const rows: Record<string, string>[] = parse(first.csv, { columns: true });
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row['reference'] === desk.reference)).toEqual({
      batch: number,
      payout: `${desk.reference}/1`,
      reference: desk.reference,
      holder: `'=Jo, "X"`,
      iban: IBAN,
      amount: '150.50',
      currency: 'EUR',
      remittance: `Payout ${desk.reference}/1`,
    });
    must(
      await world.postgres.transact((tx) =>
        markFailed(tx, world.ctxFor(ANNE), { payoutId: ids[0] ?? '', reason: 'closed' }),
      ),
    );
    expect(must(await file(batchId, BEN))).toEqual(first);
    expect(await readBatch(world.postgres.db, batchId)).toMatchObject({
      state: 'closed',
      payouts: 3,
      total_minor: 35_050,
      sha256: first.sha256,
      created_by: 'stf_anne',
    });
    const views = await sql`select 1 from account_views where batch_id = ${batchId}`.execute(
      world.postgres.db,
    );
    expect(views.rows).toHaveLength(2);
  });

  it('says who ordered it in the history of every item', async () => {
    const [id] = await someReady(1);
    const { batchId } = must(await order([id ?? ''], BEN));
    must(await fill(batchId));
    const found = await sql`
      select actor_kind, actor_id, data ->> 'batch_id' as batch_id from item_events
       where move = 'submit_payout' and data ->> 'payout_id' = ${id}`.execute(world.postgres.db);
    expect(found.rows).toEqual([{ actor_kind: 'staff', actor_id: 'stf_ben', batch_id: batchId }]);
  });

  it('tells of each payout that could not enter, and frees it for another', async () => {
    const held = await aCase(world);
    const heldId = (await lastPayout(world, held)).id;
    const [fine, byHand] = await someReady(2);
    const cash = (await lastPayout(world, await aCase(world, { method: { kind: 'cash' } }))).id;
    const dollars = (await lastPayout(world, await aCase(world, { currency: 'USD' }))).id;
    const { batchId, skipped } = must(
      await order([heldId, fine ?? '', byHand ?? '', cash, dollars, 'pay_nope']),
    );
    expect(skipped.map((s) => [s.payoutId, s.code])).toEqual([
      [cash, 'payout_not_ready'],
      [dollars, 'other_currency'],
      ['pay_nope', 'payout_not_ready'],
    ]);
    must(await move(world, held, 'hold_general', held.itemIds));
    must(
      await world.postgres.transact((tx) => submitPayout(tx, world.ctxFor(ANNE), { payoutId: byHand ?? '' })),
    );
    must(await fill(batchId));
    const entries = await readEntries(world.postgres.db, batchId);
    expect(new Map(entries.map((e) => [e.payout_id, e.code]))).toEqual(
      new Map([
        [heldId, 'payout_not_ready'],
        [fine, null],
        [byHand, 'payout_not_ready'],
      ]),
    );
    expect(
      must(await file(batchId))
        .csv.trim()
        .split('\r\n'),
    ).toHaveLength(2);
  });

  it('with nothing to take is refused, and one that could take nothing has no file', async () => {
    expect(refusedWith(await order([]))).toBe('nothing_to_batch');
    const desk = await aCase(world);
    const { batchId } = must(await order([(await lastPayout(world, desk)).id]));
    must(await move(world, desk, 'withdraw', desk.itemIds));
    must(await fill(batchId));
    expect(refusedWith(await file(batchId))).toBe('batch_empty');
    expect(refusedWith(await file('bat_nope'))).toBe('batch_not_found');
  });

  it('leaves out what needs a second person', async () => {
    const [id] = await someReady(1);
    await setSettings(world, { payout_release_above_minor: 1 });
    const { batchId } = must(await order([id ?? '']));
    must(await fill(batchId));
    expect(await readEntries(world.postgres.db, batchId)).toMatchObject([{ code: 'release_needed' }]);
    expect(await statesOf([id ?? ''])).toEqual(['ready']);
  });

  it('needs payout.submit to order and to download', async () => {
    const viewer = staffActor(['payout.view', 'payout.settle'], 'stf_ben');
    expect(refusedWith(await order(null, viewer))).toBe('permission_missing');
    expect(refusedWith(await file('bat_any', viewer))).toBe('permission_missing');
  });
});

describe('killed and raced', () => {
  it('goes on after a stop, in as many runs as it takes', async () => {
    const ids = await someReady(6);
    const { batchId } = must(await order(ids));
    for (let run = 0, left = ids.length; left > 0; run += 1) {
      expect(run).toBeLessThan(20);
      let taken = 0;
      left = must(await fill(batchId, () => (taken += 1) > 2)).pending;
    }
    expect(await statesOf(ids)).toEqual(Array(6).fill('submitted'));
    expect(
      must(await file(batchId))
        .csv.trim()
        .split('\r\n'),
    ).toHaveLength(7);
  });

  it('undoes the whole of a payout’s step when it dies before the commit', async () => {
    const [id] = await someReady(1);
    const { batchId } = must(await order([id ?? '']));
    const dying = world.postgres.transact(async (tx) => {
      must(await takeEntry(tx, world.ctxFor(ANNE), batchId, id ?? ''));
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await statesOf([id ?? ''])).toEqual(['ready']);
    must(await fill(batchId));
    expect(await statesOf([id ?? ''])).toEqual(['submitted']);
  });

  it('is filled once by several processes at the same time', async () => {
    const ids = await someReady(12);
    const { batchId } = must(await order(ids));
    await Promise.all(Array.from({ length: 4 }, () => fill(batchId)));
    must(await fill(batchId));
    const entries = await readEntries(world.postgres.db, batchId);
    expect(entries.map((e) => e.state)).toEqual(Array(12).fill('taken'));
    expect(
      must(await file(batchId))
        .csv.trim()
        .split('\r\n'),
    ).toHaveLength(13);
  });

  it('never takes a payout that two people export at once twice', async () => {
    const ids = await someReady(10);
    const outcomes = await Promise.all(
      [ANNE, BEN, ANNE, BEN].map(async (actor, at) => {
        const ordered = await order(at % 2 === 0 ? ids : null, actor);
        if (!ordered.ok) return refusedWith(ordered);
        await fill(ordered.value.batchId);
        return ordered.value.batchId;
      }),
    );
    const taken = await sql<{ n: number; d: number }>`
      select count(*)::int as n, count(distinct payout_id)::int as d from payout_batch_entries
       where state = 'taken' and payout_id = any(${ids}::text[])`.execute(world.postgres.db);
    expect(taken.rows[0]).toEqual({ n: 10, d: 10 });
    expect(await statesOf(ids)).toEqual(Array(10).fill('submitted'));
    const names: (string | undefined)[] = [];
    for (const outcome of outcomes) {
      if (!outcome.startsWith('bat_')) continue;
      const rows = must(await file(outcome))
        .csv.trim()
        .split('\r\n')
        .slice(1);
      names.push(...rows.map((row) => row.split(',')[1]));
    }
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(new Set(names).size).toBe(names.length);
  });
});
