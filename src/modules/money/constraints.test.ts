/** What the database refuses whatever the code does: I1, I2, I4, and rows that are never rewritten. */
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, testDatabase } from '../../../test/harness.ts';
import type { Tx } from '../../platform/postgres.ts';
import { ok } from '../../kernel/outcome.ts';
import { markPaid, submitPayout } from './actions/settle.ts';
import { moneyFaults } from './doctor.ts';
import { aCase, ANNE, lastPayout, openShop, type Desk } from '../../../test/money.ts';

const world = testDatabase();
let desk: Desk;
let payoutId: string;
let itemId: string;

beforeAll(async () => {
  await openShop(world);
  desk = await aCase(world, { prices: [10_000] });
  payoutId = (await lastPayout(world, desk)).id;
  itemId = desk.itemIds[0] ?? '';
});
afterAll(async () => expect(await moneyFaults(world.postgres.db)).toEqual([]));

/** Runs statements in one transaction; gives the code it was refused with, or `taken`. */
async function attempt(...statements: RawBuilder<unknown>[]): Promise<string> {
  const run = async (tx: Tx) => {
    for (const statement of statements) await statement.execute(tx);
    return ok(null);
  };
  try {
    const outcome = await world.postgres.transact(run);
    return outcome.ok ? 'taken' : outcome.code;
  } catch (error) {
    return String(Reflect.get(Object(error), 'constraint') ?? Reflect.get(Object(error), 'code'));
  }
}

const AT = sql`'2026-11-05T09:00:00Z'::timestamptz`;

function line(id: string, transaction: string, debit: number, credit: number, account = 'bank') {
  return sql`
    insert into ledger_lines (id, transaction_id, account, debit_minor, credit_minor, currency)
    values (${id}, ${transaction}, ${account}, ${debit}, ${credit}, 'EUR')`;
}
function transaction(id: string, about = id) {
  return sql`
    insert into ledger_transactions (id, kind, about, actor_kind, at) values (${id}, 'payout', ${about}, 'system', ${AT})`;
}
function payout(id: string, number: number, amount: number, state = 'ready') {
  return sql`
    insert into payouts (id, case_id, number, customer_id, kind, state, amount_minor, currency, masked, created_at)
    values (${id}, ${desk.caseId}, ${number}, ${desk.customerId}, 'cash', ${state}, ${amount}, 'EUR', 'Cash', ${AT})`;
}
function payoutItem(id: string, amount: number) {
  return sql`insert into payout_items (payout_id, item_id, case_id, amount_minor) values (${id}, ${itemId}, ${desk.caseId}, ${amount})`;
}

describe('I1: the ledger', () => {
  it('takes only what balances, line by line and as a whole', async () => {
    expect(await attempt(transaction('t1'), line('l1', 't1', 5, 0), line('l2', 't1', 0, 4, 'sales'))).toBe(
      'invariant_broken',
    );
    expect(await attempt(transaction('t2'))).toBe('invariant_broken');
    expect(await attempt(transaction('t3'), line('l3', 't3', 5, 5))).toMatch(/ledger_lines_check/);
    expect(await attempt(transaction('t4'), line('l4', 't4', -5, 0))).toMatch(/debit_minor_check/);
  });

  it('books one event once, and is never rewritten', async () => {
    const found = await sql<{ id: string; about: string }>`
      select id, about from ledger_transactions where case_id = ${desk.caseId} limit 1`.execute(
      world.postgres.db,
    );
    const { id = '', about = '' } = found.rows[0] ?? {};
    const twice = sql`
      insert into ledger_transactions (id, item_id, kind, about, actor_kind, at) values ('t5', ${itemId}, 'purchase', ${about}, 'system', ${AT})`;
    expect(await attempt(twice)).toBe('ledger_transactions_kind_about_key');
    expect(await attempt(sql`delete from ledger_lines where transaction_id = ${id}`)).toBe(
      'invariant_broken',
    );
    expect(await attempt(sql`update ledger_lines set debit_minor = debit_minor + 1`)).toBe(
      'invariant_broken',
    );
    expect(await attempt(sql`delete from ledger_transactions where id = ${id}`)).toBe('invariant_broken');
    expect(await attempt(sql`truncate ledger_lines cascade`)).toBe('invariant_broken');
  });

  it('knows whose credit and which till', async () => {
    expect(await attempt(transaction('t6'), line('l6', 't6', 0, 5, 'store_credit'))).toMatch(
      /ledger_lines_check/,
    );
    expect(await attempt(transaction('t7'), line('l7', 't7', 0, 5, 'cash'))).toMatch(/ledger_lines_check/);
  });
});

describe('I2: payouts', () => {
  it('have one live payout per item', async () => {
    expect(await attempt(payout('p1', 9, 10_000), payoutItem('p1', 10_000))).toBe('payout_items_one_live');
  });

  it('pay the approved price and the sum of their lines', async () => {
    expect(await attempt(payout('p2', 9, 9_000), payoutItem('p2', 9_000))).toBe('invariant_broken');
    expect(await attempt(payout('p3', 9, 10_000))).toBe('invariant_broken');
    expect(await attempt(payout('p4', 9, 1))).toBe('invariant_broken');
    expect(await attempt(sql`update items set price_minor = 1 where id = ${itemId}`)).toBe(
      'invariant_broken',
    );
  });

  it('have one number each, begin ready and keep amount, target and lines', async () => {
    expect(await attempt(payout('p5', 1, 10_000))).toBe('payouts_case_id_number_key');
    expect(await attempt(payout('p6', 9, 10_000, 'paid'))).not.toBe('taken');
    for (const change of [
      sql`update payouts set amount_minor = 1 where id = ${payoutId}`,
      sql`update payouts set sealed = 'other' where id = ${payoutId}`,
      sql`update payouts set holder = 'Mallory' where id = ${payoutId}`,
      sql`update payouts set kind = 'cash' where id = ${payoutId}`,
      sql`update payouts set state = 'failed', failure = 'x' where id = ${payoutId}`,
      sql`delete from payouts where id = ${payoutId}`,
      sql`update payout_items set amount_minor = 1 where payout_id = ${payoutId}`,
      sql`update payout_items set live = false where payout_id = ${payoutId}`,
      sql`delete from payout_items where payout_id = ${payoutId}`,
    ])
      expect(await attempt(change)).toBe('invariant_broken');
  });

  it('are released and sent by two different persons', async () => {
    const both = sql`update payouts set released_by = 'stf_anne', taken_by = 'stf_anne' where id = ${payoutId}`;
    expect(await attempt(both)).toBe('payout_two_persons');
  });

  it('once they ended never change again', async () => {
    const other = await aCase(world);
    const { id } = await lastPayout(world, other);
    must(await world.postgres.transact((tx) => submitPayout(tx, world.ctxFor(ANNE), { payoutId: id })));
    must(
      await world.postgres.transact((tx) =>
        markPaid(tx, world.ctxFor(ANNE), { payoutId: id, transactionReference: 'TX' }),
      ),
    );
    for (const change of [
      sql`update payouts set transaction_reference = 'TY' where id = ${id}`,
      sql`update payouts set state = 'failed', failure = 'x' where id = ${id}`,
      sql`update payouts set version = version + 1 where id = ${id}`,
    ])
      expect(await attempt(change)).toBe('invariant_broken');
  });
});
