import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, testDatabase } from '../../../../test/harness.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import { moneyFaults } from '../doctor.ts';
import {
  aCase,
  ANNE,
  balanceOn,
  BANK,
  BEN,
  lastPayout,
  move,
  openShop,
  OTHER_IBAN,
  payoutsOf,
  placesOf,
  settleCase,
  TEST_KEYRING,
} from '../../../../test/money.ts';
import { setPayoutMethod } from './method.ts';
import { markFailed, markPaid, submitPayout } from './settle.ts';

const world = testDatabase({ connections: 25 });
beforeAll(() => openShop(world));
afterEach(async () => expect(await moneyFaults(world.postgres.db)).toEqual([]));

function times<T>(count: number, act: (at: number) => Promise<Outcome<T>>): Promise<Outcome<T>[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => act(at)));
}
const submit = (payoutId: string, at = 0) =>
  world.postgres.transact((tx) => submitPayout(tx, world.ctxFor(at % 2 ? ANNE : BEN), { payoutId }));
const pay = (payoutId: string, at = 0) =>
  world.postgres.transact((tx) =>
    markPaid(tx, world.ctxFor(ANNE), { payoutId, transactionReference: `TX-${at}` }),
  );
const fail = (payoutId: string) =>
  world.postgres.transact((tx) => markFailed(tx, world.ctxFor(ANNE), { payoutId, reason: 'closed' }));
const correct = (caseId: string) =>
  world.postgres.transact((tx) =>
    setPayoutMethod(tx, world.ctxFor(ANNE), { ...BANK, iban: OTHER_IBAN, caseId }, TEST_KEYRING),
  );

function winnersOf(outcomes: readonly Outcome<unknown>[]): number {
  return outcomes.filter((o) => o.ok).length;
}

describe.each([2, 50])('%i at once', (count) => {
  it('submit one payout: one winner, the others are told', async () => {
    const desk = await aCase(world, { prices: [10_000, 5_000] });
    const { id } = await lastPayout(world, desk);
    const outcomes = await times(count, (at) => submit(id, at));
    expect(winnersOf(outcomes)).toBe(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome).toMatchObject({ code: 'payout_not_ready', kind: 'conflict' });
    const moves =
      await sql`select 1 from item_events where case_id = ${desk.caseId} and move = 'submit_payout'`.execute(
        world.postgres.db,
      );
    expect(moves.rows).toHaveLength(2);
  });

  it('mark one payout as paid: booked once', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const outcomes = await times(count, (at) => pay(id, at));
    expect(winnersOf(outcomes)).toBe(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.code).toBe('payout_ended');
    expect(await balanceOn(world, 'bank', desk.caseId)).toBe(-10_000);
  });

  it('ask the same case to pay itself out: one payout', async () => {
    const desk = await aCase(world, { method: null, prices: [10_000, 5_000] });
    await sql`
      insert into payout_methods (case_id, kind, masked, changed_by_kind, changed_at)
      values (${desk.caseId}, 'cash', 'Cash', 'system', ${world.clock.now()})`.execute(world.postgres.db);
    await Promise.allSettled(Array.from({ length: count }, () => settleCase(world, desk.caseId)));
    expect(await payoutsOf(world, desk.caseId)).toMatchObject([{ number: 1, amount_minor: 15_000 }]);
  });

  it('correct a failed payout: one next payout', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    must(await submit(id));
    must(await fail(id));
    const outcomes = await times(count, () => correct(desk.caseId));
    expect(winnersOf(outcomes)).toBe(count);
    expect((await payoutsOf(world, desk.caseId)).map((p) => p.state)).toEqual(['failed', 'ready']);
  });
});

describe('against each other', () => {
  it('paid and failed: one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = await aCase(world);
      const { id } = await lastPayout(world, desk);
      must(await submit(id));
      const [paid, failed] = await Promise.all([pay(id), fail(id)]);
      expect(paid.ok).not.toBe(failed.ok);
    }
  });

  it('submit, hold, withdraw and a changed account never leave two live payouts', async () => {
    for (let round = 0; round < 10; round += 1) {
      const desk = await aCase(world, { prices: [10_000, 5_000] });
      const [a = '', b = ''] = desk.itemIds;
      const { id } = await lastPayout(world, desk);
      const outcomes = await Promise.all([
        submit(id),
        move(world, desk, 'hold_general', [a]),
        correct(desk.caseId),
        move(world, desk, 'withdraw', [b]),
        pay(id),
      ]);
      for (const outcome of outcomes)
        if (!outcome.ok) expect(['invariant_broken', 'busy'], outcome.why).not.toContain(outcome.code);
      expect(await moneyFaults(world.postgres.db)).toEqual([]);
    }
  });
});

describe('killed', () => {
  it('before the commit, nothing of a payment is there; a retry pays once', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const dying = world.postgres.transact(async (tx) => {
      must(await markPaid(tx, world.ctxFor(ANNE), { payoutId: id, transactionReference: 'TX' }));
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
      throw new Error('unreachable');
    });
    await expect(dying).rejects.toThrow();
    expect(await placesOf(world, desk.caseId)).toEqual(['payout_processing/ready']);
    expect(await balanceOn(world, 'bank', desk.caseId)).toBe(0);
    must(await pay(id));
    expect(refusedWith(await pay(id))).toBe('payout_ended');
  });
});
