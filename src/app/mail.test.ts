import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { carrier, confirm, paid, received, submitted, tested, handedBack } from '../../db/demo/desk.ts';
import { preCheck } from '../../db/demo/conversation.ts';
import type { StepOf } from '../../db/demo/desk.ts';
import { must, staffActor } from '../../test/harness.ts';
import type { Actor } from '../kernel/actor.ts';
import { ok } from '../kernel/outcome.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { type EffectEvent } from '../modules/cases/actions/effects.ts';
import { moveItems } from '../modules/cases/actions/move.ts';
import { openHold } from '../modules/holds/actions.ts';
import { mailCase, mailEffect } from './mail.ts';
import { deliverAll, events, go, letters, offer, server, sweep, SYSTEM, world } from './testing-mail.ts';

describe('a case of two devices by mail', () => {
  it('is told once of each visible move, with both devices, in its language', async () => {
    const one = await offer();
    await go(one, confirm, carrier('accepted', 'Utrecht'), carrier('delivered', 'Ons'), received(), preCheck);
    await go(one, tested(), submitted, paid);
    expect((await events(one)).sort()).toEqual(
      [
        'quote_made 2',
        'offer_confirmed 2',
        'in_transit 2',
        'delivered 2',
        'received 2',
        'inspection_passed 2',
        'payout_ready 2',
        'payout_submitted 2',
        'paid 2',
      ].sort(),
    );
    const before = server.letters.length;
    await deliverAll();
    const mine = server.letters.slice(before).filter((l) => l.to.includes(one.person.email));
    expect(mine).toHaveLength(9);
    const rows = await letters(one.caseId);
    expect(new Set(rows.map((l) => `${l.locale} ${l.state} ${l.to_address}`))).toEqual(
      new Set([`nl sent ${one.person.email}`]),
    );
    const last = mine.find((l) => l.mail.subject?.startsWith('Betaald'));
    expect(last?.mail.text).toMatch(/per bankoverschrijving \(NL\W+4300\)/);
    expect(last?.mail.text).toMatch(/Betaalkenmerk: TX-/);
    for (const device of rows[0]?.data.devices ?? []) expect(last?.mail.text).toContain(device.title);
    expect(last?.mail.text).toMatch(/https:\/\/desk\.example\.com\/l\/[\w-]{43}/);
    const kit = mine.find((l) => l.mail.subject?.includes('verzendpakket'))?.mail.attachments[0];
    expect(kit?.mimeType).toBe('application/pdf');
    expect(
      Buffer.from(kit?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('says only what one item of two did', async () => {
    const one = await offer();
    await go(one, confirm, carrier('accepted', 'Utrecht'), received(), preCheck);
    await go(
      one,
      tested((at) => at === 1),
    );
    const passed = (await letters(one.caseId)).filter((l) => l.event === 'inspection_passed');
    expect(passed.map((l) => l.data.devices.map((d) => d.number))).toEqual([
      [(await letters(one.caseId))[0]?.data.devices[1]?.number],
    ]);
    expect(passed[0]?.data.total).toBe(passed[0]?.data.devices[0]?.price);
  });

  it('says both in one letter what one act did to each, and in two what two acts did', async () => {
    const one = await offer();
    await go(one, confirm, carrier('accepted', 'Utrecht'), received('ok'), preCheck);
    const holdEach = (itemIds: readonly string[]) =>
      world.postgres.transact(async (tx) => {
        for (const id of itemIds)
          must(await openHold(tx, world.ctxFor(staffActor()), id, { reason: 'general', note: 'locked' }));
        return ok(null);
      });
    must(await holdEach(one.itemIds));
    expect((await events(one)).filter((e) => e.startsWith('on_hold'))).toEqual(['on_hold_general 2']);
    const other = await offer();
    await go(other, confirm, carrier('accepted', 'Utrecht'), received('ok'), preCheck);
    for (const id of other.itemIds) must(await holdEach([id]));
    expect((await events(other)).filter((e) => e.startsWith('on_hold'))).toEqual([
      'on_hold_general 1',
      'on_hold_general 1',
    ]);
  });

  it('does not say “we have it” of a device that was not in the parcel, and tells nobody why it is on hold', async () => {
    const one = await offer();
    await go(one, confirm, carrier('accepted', 'Utrecht'), received('missing', 'our own suspicion'));
    expect(await events(one)).toContain('received 1');
    expect(await events(one)).toContain('on_hold_general 1');
    await deliverAll();
    const texts = (await letters(one.caseId)).map((l) => `${l.subject} ${l.body_text}`).join();
    expect(texts).not.toMatch(/suspicion|Not in the parcel/);
  });

  it('is told that it comes back when a cancelled parcel arrives all the same', async () => {
    const one = await offer({ locale: 'en' });
    const cancel: StepOf = async () => {
      const customer: Actor = { kind: 'customer', id: one.customerId, caseId: one.caseId, power: 'act' };
      must(
        await world.postgres.transact((tx) =>
          moveItems(tx, world.ctxFor(customer), {
            caseId: one.caseId,
            move: 'cancel',
            itemIds: one.itemIds,
            reason: 'Kept it',
          }),
        ),
      );
    };
    await go(one, confirm, cancel, received(), handedBack);
    expect((await events(one)).slice(2)).toEqual(['cancelled 2', 'received 2', 'sent_back 2']);
    await deliverAll();
    const rows = await letters(one.caseId);
    expect(rows[2]?.body_text).toContain('Your offer is cancelled: Kept it.');
    expect(rows[3]?.body_text).toMatch(/send your devices back to you/);
    expect(rows[4]?.body_text).toMatch(/with Post, number 3SB/);
  });
});

describe('clocks', () => {
  it('that ring for both devices write one letter', async () => {
    const one = await offer({ locale: 'de' });
    world.clock.move(2 * DAY);
    await sweep();
    await sweep();
    expect(await events(one)).toEqual(['quote_made 2', 'quote_reminder 2']);
    world.clock.move(DAY);
    await sweep();
    expect(await events(one)).toEqual(['quote_made 2', 'quote_reminder 2', 'quote_abandoned 2']);
    await deliverAll();
    const rows = await letters(one.caseId);
    expect(rows[1]?.data.total).toBe(rows[0]?.data.total);
    expect(rows[1]?.state).toBe('sent');
  });

  it('do not remind of a price we have not named yet', async () => {
    const one = await offer({ locale: 'en', unlisted: true });
    world.clock.move(2 * DAY);
    await sweep();
    expect(await events(one)).toEqual(['quote_made 1']);
    await deliverAll();
    expect((await letters(one.caseId))[0]?.subject).toBe('We are working on your quote');
  });
});

describe('the same thing told twice', () => {
  it('is written once, also after it was sent', async () => {
    const one = await offer();
    const event: EffectEvent = {
      caseId: one.caseId,
      items: one.itemIds.map((id) => ({
        id,
        from: null,
        to: { stage: 'completed', status: 'paid' },
        seq: 9,
      })),
      move: 'mark_paid',
      reason: null,
      data: {},
    };
    const run = () =>
      world.postgres.transact(async (tx) => {
        for (let twice = 0; twice < 2; twice += 1)
          must(await mailEffect('paid')(tx, world.ctxFor(SYSTEM), event));
        return ok(null);
      });
    await run();
    await deliverAll();
    world.clock.move(HOUR);
    await run();
    expect((await events(one)).filter((e) => e.startsWith('paid'))).toEqual(['paid 2']);
  });

  it('undone by a refusal is not told at all', async () => {
    const one = await offer();
    const item = one.itemIds[0] ?? '';
    const held = await world.postgres.transact((tx) =>
      openHold(tx, world.ctxFor(staffActor()), item, { reason: 'general', note: 'too early' }),
    );
    expect(held.ok).toBe(false);
    expect(await events(one)).toEqual(['quote_made 2']);
  });
});

it('a code is mailed without a link, and its letter forgets it', async () => {
  const one = await offer({ locale: 'fr' });
  await world.postgres.transact((tx) =>
    mailCase(tx, world.ctxFor(SYSTEM), one.caseId, 'link_code', { code: '482913', key: 'k' }),
  );
  const links = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from links where case_id = ${one.caseId}`.execute(
        world.postgres.db,
      )
    ).rows[0]?.n;
  await deliverAll();
  expect(await links()).toBe(1);
  const mine = server.letters.filter((l) => l.to.includes(one.person.email));
  expect(mine.map((l) => l.mail.subject)).toContain('482913 est votre code');
  expect(JSON.stringify(await letters(one.caseId))).not.toContain('482913');
});

it('mail for invented people stays in the outbox', async () => {
  const one = await offer();
  await sql`update messages set to_address = 'somebody@mail.example' where case_id = ${one.caseId}`.execute(
    world.postgres.db,
  );
  await deliverAll();
  expect((await letters(one.caseId))[0]?.state).toBe('outbox');
});
