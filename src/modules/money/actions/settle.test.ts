import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { DAY } from '../../../kernel/time.ts';
import { moneyFaults } from '../doctor.ts';
import { settleJob } from '../jobs.ts';
import {
  aCase,
  ANNE,
  balanceOn,
  BANK,
  BEN,
  IBAN,
  lastPayout,
  move,
  openShop,
  OTHER_IBAN,
  payoutsOf,
  placesOf,
  setSettings,
  type Desk,
  TEST_KEYRING,
} from '../../../../test/money.ts';
import { setPayoutMethod } from './method.ts';
import { revealAccount } from './reveal.ts';
import { markFailed, markPaid, releasePayout, submitPayout } from './settle.ts';

const world = testDatabase();
beforeAll(() => openShop(world));
afterEach(async () => {
  await setSettings(world, {});
  expect(await moneyFaults(world.postgres.db)).toEqual([]);
});

const submit = (payoutId: string, actor: Actor = ANNE) =>
  world.postgres.transact((tx) => submitPayout(tx, world.ctxFor(actor), { payoutId }));
const pay = (payoutId: string, transactionReference?: string, actor: Actor = ANNE) =>
  world.postgres.transact((tx) =>
    markPaid(tx, world.ctxFor(actor), { payoutId, transactionReference: transactionReference ?? null }),
  );
const fail = (payoutId: string, reason = 'account closed', actor: Actor = ANNE) =>
  world.postgres.transact((tx) => markFailed(tx, world.ctxFor(actor), { payoutId, reason }));
const setMethod = (desk: Desk, method: Parameters<typeof setPayoutMethod>[2] | object, actor: Actor = ANNE) =>
  world.postgres.transact((tx) =>
    setPayoutMethod(tx, world.ctxFor(actor), { ...BANK, ...method, caseId: desk.caseId }, TEST_KEYRING),
  );
const customerOf = (desk: Desk, power: 'view' | 'act' | 'sensitive'): Actor => ({
  kind: 'customer',
  id: desk.customerId,
  caseId: desk.caseId,
  power,
});

describe('a payout', () => {
  it('covers all items of a case that are paid together, and is owed until it is paid', async () => {
    const desk = await aCase(world, { prices: [10_000, 25_050] });
    const payout = await lastPayout(world, desk);
    expect(payout).toMatchObject({
      number: 1,
      state: 'ready',
      amount_minor: 35_050,
      masked: 'NL•• •••• •••• 4300',
    });
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(-35_050);
    must(await submit(payout.id));
    expect(await placesOf(world, desk.caseId)).toEqual(Array(2).fill('payout_processing/submitted'));
    must(await pay(payout.id, 'TX-1'));
    expect(await placesOf(world, desk.caseId)).toEqual(Array(2).fill('completed/paid'));
    expect(await lastPayout(world, desk)).toMatchObject({ state: 'paid', transaction_reference: 'TX-1' });
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(0);
    expect(await balanceOn(world, 'stock', desk.caseId)).toBe(35_050);
    expect(await balanceOn(world, 'bank', desk.caseId)).toBe(-35_050);
  });

  it('needs the transaction id where a bank or PayPal moved the money', async () => {
    for (const method of [BANK, { kind: 'paypal' as const, paypalEmail: 'jo@example.com' }]) {
      const desk = await aCase(world, { method });
      const { id } = await lastPayout(world, desk);
      for (const given of [undefined, '', '   '])
        expect(refusedWith(await pay(id, given))).toBe('reference_missing');
      expect(refusedWith(await pay(id, 'x'.repeat(141)))).toBe('reference_wrong');
      expect(await placesOf(world, desk.caseId)).toEqual(['payout_processing/ready']);
      must(await pay(id, 'TX-2'));
    }
  });

  it('in cash books itself to the till of the store, without submitting', async () => {
    const desk = await aCase(world, { method: { kind: 'cash' } });
    const { id } = await lastPayout(world, desk);
    expect(refusedWith(await submit(id))).toBe('payout_pays_at_once');
    must(await pay(id));
    expect((await lastPayout(world, desk)).transaction_reference).toMatch(/^CASH /);
    expect(await balanceOn(world, 'cash', desk.caseId)).toBe(-10_000);
  });

  it('in store credit settles itself by a job and raises the customer’s balance', async () => {
    const desk = await aCase(world, { method: { kind: 'store_credit' } });
    const { id } = await lastPayout(world, desk);
    const queued = await sql<{ key: string }>`
      select key from graphile_worker.jobs where key = ${`settle:${id}`}`.execute(world.postgres.db);
    expect(queued.rows).toHaveLength(1);
    const run = {
      postgres: world.postgres,
      ctx: () => world.ctxFor(SYSTEM),
      log: world.log,
      attempt: 1,
      lastAttempt: false,
      signal: new AbortController().signal,
    };
    await settleJob({ payout_id: id }, run);
    await settleJob({ payout_id: id }, run);
    expect(await placesOf(world, desk.caseId)).toEqual(['completed/paid']);
    expect(await balanceOn(world, 'store_credit', desk.caseId)).toBe(-10_000);
  });

  it('of nothing takes the item to Completed without booking anything', async () => {
    const desk = await aCase(world, { prices: [0, 0] });
    const { id, amount_minor } = await lastPayout(world, desk);
    expect(amount_minor).toBe(0);
    expect(refusedWith(await submit(id))).toBe('payout_pays_at_once');
    must(await pay(id));
    expect(await placesOf(world, desk.caseId)).toEqual(Array(2).fill('completed/paid'));
    expect(await balanceOn(world, 'stock', desk.caseId)).toBe(0);
  });

  it('is denied to whoever lacks the permission, and to customers', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const viewer = staffActor(['payout.view'], 'stf_anne');
    for (const actor of [viewer, customerOf(desk, 'sensitive'), { kind: 'visitor' as const }]) {
      expect(refusedWith(await submit(id, actor))).toBe('permission_missing');
      expect(refusedWith(await pay(id, 'TX', actor))).toBe('permission_missing');
      expect(refusedWith(await fail(id, 'x', actor))).toBe('permission_missing');
    }
    expect(refusedWith(await submit('pay_nope'))).toBe('payout_not_found');
  });
});

describe('failed → corrected → paid', () => {
  it('makes the next payout to the new account and leaves the failed one as it was', async () => {
    const desk = await aCase(world, { prices: [10_000, 5_000] });
    const first = await lastPayout(world, desk);
    expect(refusedWith(await fail(first.id))).toBe('payout_not_submitted');
    must(await submit(first.id));
    expect(refusedWith(await fail(first.id, '  '))).toBe('reason_missing');
    must(await fail(first.id));
    expect(await placesOf(world, desk.caseId)).toEqual(Array(2).fill('payout_processing/failed'));
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(-15_000);
    expect(refusedWith(await pay(first.id, 'TX'))).toBe('payout_ended');

    must(await setMethod(desk, { iban: OTHER_IBAN }));
    const second = await lastPayout(world, desk);
    expect(second).toMatchObject({
      number: 2,
      state: 'ready',
      amount_minor: 15_000,
      masked: 'DE•• •••• •••• 3000',
    });
    must(await submit(second.id));
    must(await pay(second.id, 'TX-3'));
    expect((await payoutsOf(world, desk.caseId)).map((p) => [p.state, p.failure])).toEqual([
      ['failed', 'account closed'],
      ['paid', null],
    ]);
    expect(await balanceOn(world, 'bank', desk.caseId)).toBe(-15_000);
  });

  it('tries the same account again when the details are given once more', async () => {
    const desk = await aCase(world);
    const first = await lastPayout(world, desk);
    must(await submit(first.id));
    must(await fail(first.id));
    must(await setMethod(desk, {}));
    expect(await lastPayout(world, desk)).toMatchObject({ number: 2, state: 'ready' });
  });

  it('rests 24 h after the customer changed the account, not after staff did', async () => {
    const desk = await aCase(world);
    const first = await lastPayout(world, desk);
    must(await submit(first.id));
    must(await fail(first.id));
    expect(refusedWith(await setMethod(desk, { iban: OTHER_IBAN }, customerOf(desk, 'act')))).toBe(
      'power_missing',
    );
    must(await setMethod(desk, { iban: OTHER_IBAN }, customerOf(desk, 'sensitive')));
    const second = await lastPayout(world, desk);
    expect(refusedWith(await submit(second.id))).toBe('payout_cooling_off');
    expect(refusedWith(await pay(second.id, 'TX'))).toBe('payout_cooling_off');
    world.clock.move(DAY);
    must(await submit(second.id));
  });
});

describe('the payout method', () => {
  it('is refused field by field', async () => {
    const desk = await aCase(world, { method: null, channel: 'mail_in' });
    for (const [method, code, field] of [
      [{ iban: 'NL91ABNA0417164301' }, 'iban_check_failed', 'payout.iban'],
      [{ holder: ' ' }, 'holder_missing', 'payout.holder'],
      [{ kind: 'cash' }, 'payout_kind_not_offered', 'payout.kind'],
      [{ kind: 'paypal', paypalEmail: 'nope' }, 'paypal_email_wrong', 'payout.paypal_email'],
    ] as const)
      expect(await setMethod(desk, method)).toMatchObject({ ok: false, code, field });
    expect(await placesOf(world, desk.caseId)).toEqual(['being_inspected/passed']);
  });

  it('sends items that only waited for it to payout', async () => {
    const desk = await aCase(world, { method: null });
    must(await setMethod(desk, {}, customerOf(desk, 'act')));
    expect(await placesOf(world, desk.caseId)).toEqual(['payout_processing/ready']);
  });

  it('cannot be touched by another case’s customer, a look-only link, or staff who may only look', async () => {
    const desk = await aCase(world, { method: null });
    const other = await aCase(world);
    for (const actor of [customerOf(other, 'sensitive'), customerOf(desk, 'view'), staffActor(['case.view'])])
      expect(refusedWith(await setMethod(desk, {}, actor))).toBe('permission_missing');
  });

  it('set first by staff of a case, takes payout.edit to change', async () => {
    const counter = staffActor(['case.edit'], 'stf_anne');
    const desk = await aCase(world, { method: null });
    must(await setMethod(desk, {}, counter));
    expect(refusedWith(await setMethod(desk, { iban: OTHER_IBAN }, counter))).toBe('permission_missing');
  });

  it('changed while a payout is ready cancels it and instructs anew; while one is on its way it is refused', async () => {
    const desk = await aCase(world);
    must(await setMethod(desk, { iban: OTHER_IBAN }));
    expect((await payoutsOf(world, desk.caseId)).map((p) => p.state)).toEqual(['cancelled', 'ready']);
    must(await submit((await lastPayout(world, desk)).id));
    expect(refusedWith(await setMethod(desk, { iban: IBAN }))).toBe('payout_submitted');
  });

  it('shown on a stale page is not overwritten', async () => {
    const desk = await aCase(world);
    must(await setMethod(desk, { iban: OTHER_IBAN, expectVersion: 1 }));
    expect(await setMethod(desk, { iban: IBAN, expectVersion: 1 })).toMatchObject({
      code: 'payout_method_changed',
      kind: 'stale',
    });
  });

  it('is sealed in the database and shown only with the permission, each time on record', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const rows = await sql<{ text: string }>`
      select (select to_jsonb(m)::text from payout_methods m where case_id = ${desk.caseId}) ||
             (select to_jsonb(p)::text from payouts p where id = ${id}) as text`.execute(world.postgres.db);
    expect(rows.rows[0]?.text).not.toContain('0417164300');
    const reveal = (actor: Actor) =>
      world.postgres.transact((tx) => revealAccount(tx, world.ctxFor(actor), id, TEST_KEYRING));
    expect(refusedWith(await reveal(staffActor(['payout.view', 'payout.edit'])))).toBe('permission_missing');
    expect(must(await reveal(ANNE))).toEqual({
      kind: 'bank',
      holder: 'Jo Doe',
      account: 'NL91 ABNA 0417 1643 00',
    });
    must(await reveal(BEN));
    const views = await sql<{ staff_id: string }>`
      select staff_id from account_views where payout_id = ${id} order by staff_id`.execute(
      world.postgres.db,
    );
    expect(views.rows.map((v) => v.staff_id)).toEqual(['stf_anne', 'stf_ben']);
  });
});

describe('holds and withdrawals', () => {
  it('cancel the ready payout, unbuy the item and pay the sibling by the next number', async () => {
    const desk = await aCase(world, { prices: [10_000, 7_000] });
    const [a, b] = desk.itemIds;
    must(await move(world, desk, 'hold_general', [a ?? '']));
    expect((await payoutsOf(world, desk.caseId)).map((p) => [p.number, p.state, p.amount_minor])).toEqual([
      [1, 'cancelled', 17_000],
      [2, 'ready', 7_000],
    ]);
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(-7_000);
    must(await move(world, desk, 'release', [a ?? '']));
    expect(await lastPayout(world, desk)).toMatchObject({ number: 3, state: 'ready', amount_minor: 10_000 });
    must(await move(world, desk, 'withdraw', [b ?? '']));
    expect(await balanceOn(world, 'stock', desk.caseId)).toBe(10_000);
    expect((await payoutsOf(world, desk.caseId)).map((p) => p.state)).toEqual([
      'cancelled',
      'cancelled',
      'ready',
    ]);
  });

  it('of a failed payout’s item end the debt, and a release brings it back', async () => {
    const desk = await aCase(world);
    const first = await lastPayout(world, desk);
    must(await submit(first.id));
    expect(refusedWith(await move(world, desk, 'withdraw', desk.itemIds))).toBe('move_not_from_here');
    must(await fail(first.id));
    must(await move(world, desk, 'hold_general', desk.itemIds));
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(0);
    must(await move(world, desk, 'release', desk.itemIds));
    expect(await placesOf(world, desk.caseId)).toEqual(['payout_processing/failed']);
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(-10_000);
    must(await move(world, desk, 'withdraw', desk.itemIds));
    expect(await balanceOn(world, 'owed_to_sellers', desk.caseId)).toBe(0);
  });
});

describe('two persons above the limit', () => {
  it('one releases, another sends', async () => {
    await setSettings(world, { payout_release_above_minor: 9_999 });
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const release = (actor: Actor) =>
      world.postgres.transact((tx) => releasePayout(tx, world.ctxFor(actor), id));
    expect(refusedWith(await submit(id))).toBe('release_needed');
    expect(refusedWith(await pay(id, 'TX'))).toBe('release_needed');
    must(await release(ANNE));
    expect(refusedWith(await submit(id, ANNE))).toBe('release_same_person');
    must(await submit(id, BEN));
    expect(refusedWith(await release(BEN))).toBe('payout_not_ready');
  });

  it('is not asked for below it', async () => {
    await setSettings(world, { payout_release_above_minor: 10_000 });
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const released = await world.postgres.transact((tx) => releasePayout(tx, world.ctxFor(ANNE), id));
    expect(refusedWith(released)).toBe('release_not_needed');
    must(await submit(id));
  });
});
