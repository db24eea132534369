/** Holds on a real database with the real effects: who may end one, where the device goes, and whom the clock reminds. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { carrier, confirm, received, type Told } from '../../db/demo/desk.ts';
import { must, refusedWith, staffActor } from '../../test/harness.ts';
import type { Actor, Ctx } from '../kernel/actor.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { DAY } from '../kernel/time.ts';
import { factsOf, moveItems } from '../modules/cases/actions/move.ts';
import { openHold, releaseHold } from '../modules/holds/actions.ts';
import { askCustomer, customerAnswered } from '../modules/holds/actions/conversation.ts';
import { approveOwnership, rejectOwnership } from '../modules/holds/actions/decide.ts';
import { planHold, type HoldPlan } from '../modules/holds/actions/plan.ts';
import { readHold } from '../modules/holds/store.ts';
import { handBack } from '../modules/shipping/actions/hand-back.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import type { Tx } from '../platform/postgres.ts';
import { desk, events, go, offer, sweep, world } from './testing-mail.ts';

const ANN = staffActor();
const BEN = staffActor(undefined, 'stf_ben');

const act = <T>(who: Actor, work: (tx: Tx, ctx: Ctx) => Promise<Outcome<T>>) =>
  world.postgres.transact((tx) => work(tx, world.ctxFor(who)));
const hold = async (itemId: string, reason: string) =>
  must(await act(ANN, (tx, ctx) => openHold(tx, ctx, itemId, { reason, note: `because ${reason}` }))).id;
const ask = (id: string, who = ANN) => act(who, (tx, ctx) => askCustomer(tx, ctx, id));
const release = (id: string, who = ANN) => act(who, (tx, ctx) => releaseHold(tx, ctx, id, null));
const approve = (id: string, who = ANN) => act(who, (tx, ctx) => approveOwnership(tx, ctx, id));
const answer = (id: string, who = ANN) =>
  act(who, (tx, ctx) => customerAnswered(tx, ctx, id, { documentKind: 'invoice' }));
const move = (one: Told, name: string) =>
  act(ANN, (tx, ctx) =>
    moveItems(tx, ctx, { caseId: one.caseId, move: name, itemIds: one.itemIds, reason: 'so' }),
  );
const place = async (one: Told) => {
  const [row] = (await factsOf(world.postgres.db, one.caseId)).rows;
  return `${row?.stage}/${row?.status}`;
};
const notes = async (one: Told) =>
  (
    await sql<{ body: string }>`
      select body from notes where case_id = ${one.caseId} and body ~ '^(Reminder|30 days|Approved|Rejected)' order by at, id`.execute(
      world.postgres.db,
    )
  ).rows.map((row) => row.body);
const letters = async (one: Told, event: string) =>
  (await events(one)).filter((e) => e.startsWith(event)).length;

async function fourEyes(on: boolean): Promise<void> {
  await sql`update shop set settings = settings || ${JSON.stringify({ ownership_four_eyes: on })}::jsonb`.execute(
    world.postgres.db,
  );
  forgetShop(world.postgres.db);
}

async function onBench(channel: Told['channel'] = 'mail_in'): Promise<Told & { item: string }> {
  const one = await offer({ locale: 'en', channel, devices: 1 });
  await go(one, confirm, ...(channel === 'mail_in' ? [carrier('accepted', 'Utrecht'), received('ok')] : []));
  if (channel === 'in_store') must(await move(one, 'check_in'));
  // What the rules of a new shop may have opened is out of the way.
  const open = await sql<{
    id: string;
  }>`select id from holds where case_id = ${one.caseId} and released_at is null`.execute(world.postgres.db);
  for (const row of open.rows) must(await release(row.id));
  return { ...one, item: one.itemIds[0] ?? '' };
}

beforeEach(() => fourEyes(false));

describe('four eyes', () => {
  it('keep whoever asked from ending the hold, by approving, rejecting or releasing it', async () => {
    await fourEyes(true);
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await ask(id));
    must(await answer(id));
    expect(refusedWith(await approve(id))).toBe('four_eyes');
    expect(refusedWith(await release(id))).toBe('four_eyes');
    expect(await place(one)).toBe('on_hold/proof_of_purchase');
    must(await release(id, BEN));
  });
});

describe.each(['mail_in', 'in_store'] as const)('several holds, %s', (channel) => {
  it('let the device go back to where it was with the last one only', async () => {
    const one = await onBench(channel);
    const from = await place(one);
    const ids = [
      await hold(one.item, 'general'),
      await hold(one.item, 'activation_lock'),
      await hold(one.item, 'proof_of_purchase'),
    ];
    expect(
      refusedWith(await act(ANN, (tx, ctx) => openHold(tx, ctx, one.item, { reason: 'general', note: 'x' }))),
    ).toBe('hold_open_already');
    for (const [at, id] of ids.entries()) {
      expect((await place(one)).startsWith('on_hold/'), `before ${at}`).toBe(true);
      must(await release(id));
    }
    expect(await place(one)).toBe(from);
  });

  it('are over when the customer withdraws; nobody is reminded', async () => {
    const one = await onBench(channel);
    const id = await hold(one.item, 'proof_of_purchase');
    must(await ask(id));
    must(await move(one, 'withdraw'));
    expect((await readHold(world.postgres.db, id))?.released_at).not.toBeNull();
    for (let day = 0; day < 31; day += 1) {
      world.clock.move(DAY);
      await sweep();
    }
    expect(await notes(one)).toEqual([]);
    expect(await letters(one, 'hold_reminder')).toBe(0);
    expect(refusedWith(await approve(id))).toBe('hold_released');
  });
});

describe('a question', () => {
  it('that two people ask at the same moment goes out once; asked again later it goes again', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    const both = await Promise.all([ask(id), ask(id, BEN)]);
    expect(both.map((done) => (done.ok ? 'asked' : done.code)).toSorted()).toEqual([
      'asked',
      'asked_just_now',
    ]);
    expect(await letters(one, 'on_hold_proof_of_purchase')).toBe(1);
    world.clock.move(61_000);
    must(await ask(id, BEN));
    expect(await letters(one, 'on_hold_proof_of_purchase')).toBe(2);
  });
});

describe('the clock', () => {
  it('counts from the last time we asked, and leaves alone who has answered', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await ask(id));
    world.clock.move(5 * DAY);
    must(await ask(id));
    world.clock.move(6 * DAY);
    await sweep();
    expect(await notes(one)).toEqual([]);
    world.clock.move(DAY + 60_000);
    await Promise.all([sweep(), sweep()]);
    expect(await notes(one)).toHaveLength(1);
    must(await answer(id));
    world.clock.move(30 * DAY);
    await sweep();
    await sweep();
    expect(await notes(one)).toHaveLength(1);
    expect(await letters(one, 'hold_reminder')).toBe(1);
  });
});

describe('the plan of a hold', () => {
  const plan = (id: string, to: HoldPlan) => act(ANN, (tx, ctx) => planHold(tx, ctx, id, to));
  it('names who looks after it and by when, and only what can be', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'general');
    const owner = desk.staff[0]?.id ?? '';
    const dueAt = new Date(world.clock.now().getTime() + 3 * DAY);
    must(await plan(id, { ownerId: owner, dueAt }));
    expect(await readHold(world.postgres.db, id)).toMatchObject({ owner_id: owner, due_at: dueAt });
    must(await plan(id, { ownerId: null }));
    expect(await readHold(world.postgres.db, id)).toMatchObject({ owner_id: null, due_at: dueAt });
    expect(refusedWith(await plan(id, { ownerId: 'stf_nobody' }))).toBe('owner_unknown');
    expect(refusedWith(await plan(id, { dueAt: world.clock.now() }))).toBe('due_unfit');
    const tooFar = new Date(world.clock.now().getTime() + 91 * DAY);
    expect(refusedWith(await plan(id, { dueAt: tooFar }))).toBe('due_unfit');
    must(await release(id));
    expect(refusedWith(await plan(id, { ownerId: null }))).toBe('hold_released');
  });

  it('is refused with an owner nobody knows when the hold is opened', async () => {
    const one = await onBench();
    const opened = await act(ANN, (tx, ctx) =>
      openHold(tx, ctx, one.item, { reason: 'general', note: 'x', ownerId: 'stf_nobody' }),
    );
    expect(refusedWith(opened)).toBe('owner_unknown');
  });
});

describe('a legal hold', () => {
  it('keeps the device from leaving and from being paid', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(
      await act(ANN, (tx, ctx) => rejectOwnership(tx, ctx, id, { reason: 'Reported stolen', then: 'legal' })),
    );
    expect(refusedWith(await move(one, 'withdraw'))).toBe('legal_hold');
  });

  it.each(['mail_in', 'in_store'] as const)(
    'stops a device that waits to go back already, %s',
    async (channel) => {
      const one = await onBench(channel);
      must(await move(one, 'withdraw'));
      const at = await place(one);
      expect(
        refusedWith(
          await act(ANN, (tx, ctx) => openHold(tx, ctx, one.item, { reason: 'general', note: 'x' })),
        ),
      ).toBe('move_not_from_here');
      const id = await hold(one.item, 'legal');
      expect(await place(one)).toBe(at);
      const leave = () =>
        act(ANN, (tx, ctx) =>
          handBack(tx, ctx, one.caseId, { itemIds: one.itemIds, kind: 'hand_over', signedBy: 'Noor' }),
        );
      expect(refusedWith(await leave())).toBe('legal_hold');
      must(await release(id));
      expect(await place(one)).toBe(at);
      must(await leave());
      expect(await place(one)).toBe('returned/returned');
    },
  );
});

describe('a customer', () => {
  it('answers for their own case only, and with a link that may act', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await ask(id));
    const own = { kind: 'customer', id: one.customerId, caseId: one.caseId } as const;
    expect(refusedWith(await answer(id, { ...own, power: 'view' }))).toBeTruthy();
    expect(refusedWith(await answer(id, { ...own, caseId: 'cas_other', power: 'act' }))).toBeTruthy();
    must(await answer(id, { ...own, power: 'act' }));
    expect((await readHold(world.postgres.db, id))?.step).toBe('answered');
  });
});
