import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { moneyFaults } from '../doctor.ts';
import { creditLines, readCredit } from '../store/ledger.ts';
import { aCase, ANNE, lastPayout, openShop, type Desk } from '../../../../test/money.ts';
import { spendCredit } from './credit.ts';
import { markPaid } from './settle.ts';

const world = testDatabase({ connections: 20 });
beforeAll(() => openShop(world));
afterEach(async () => expect(await moneyFaults(world.postgres.db)).toEqual([]));

const spend = (desk: Desk, minor: number, currency = 'EUR', actor: Actor = ANNE) =>
  world.postgres.transact((tx) =>
    spendCredit(tx, world.ctxFor(actor), {
      customerId: desk.customerId,
      amount: { minor, currency },
      note: 'a charger',
    }),
  );

async function withCredit(minor: number): Promise<Desk> {
  const desk = await aCase(world, { prices: [minor], method: { kind: 'store_credit' } });
  const { id } = await lastPayout(world, desk);
  must(await world.postgres.transact((tx) => markPaid(tx, world.ctxFor(ANNE), { payoutId: id })));
  return desk;
}

describe('store credit', () => {
  it('is given by a payout and spent to the last cent, never beyond', async () => {
    const desk = await withCredit(10_000);
    expect(must(await spend(desk, 2_500))).toEqual({ minor: 7_500, currency: 'EUR' });
    expect(await spend(desk, 7_501)).toMatchObject({
      code: 'credit_too_low',
      more: { balance_minor: 7_500 },
    });
    expect(must(await spend(desk, 7_500))).toEqual({ minor: 0, currency: 'EUR' });
    expect(refusedWith(await spend(desk, 1))).toBe('credit_too_low');
    const lines = await creditLines(world.postgres.db, desk.customerId);
    expect(lines.map((l) => l.amount_minor).sort((a, b) => a - b)).toEqual([-7_500, -2_500, 10_000]);
  });

  it('refuses amounts that are none, other currencies, strangers and those who may not', async () => {
    const desk = await withCredit(100);
    for (const minor of [0, -5, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
      expect(refusedWith(await spend(desk, minor))).toBe('amount_wrong');
    expect(refusedWith(await spend(desk, 1, 'USD'))).toBe('credit_too_low');
    expect(refusedWith(await spend({ ...desk, customerId: 'cus_nobody' }, 1))).toBe('credit_too_low');
    expect(refusedWith(await spend(desk, 1, 'EUR', staffActor(['payout.view'])))).toBe('permission_missing');
  });

  it('stays at or above zero when twenty tills spend at once', async () => {
    const desk = await withCredit(1_000);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => spend(desk, 300)));
    expect(outcomes.filter((o) => o.ok)).toHaveLength(3);
    expect(new Set(outcomes.filter((o) => !o.ok).map(refusedWith))).toEqual(new Set(['credit_too_low']));
    expect(await readCredit(world.postgres.db, desk.customerId)).toEqual([
      { currency: 'EUR', balance_minor: 100 },
    ]);
  });

  it('cannot be taken below zero by any code', async () => {
    const desk = await withCredit(100);
    const bare = sql`update credit_balances set balance_minor = -1 where customer_id = ${desk.customerId}`;
    await expect(bare.execute(world.postgres.db)).rejects.toThrow(/credit_not_below_zero/);
  });
});
