import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  carrier,
  confirm,
  paid,
  preCheck,
  received,
  submitted,
  tested,
  handedBack,
} from '../../db/demo/desk.ts';
import type { Desk, StepOf, Told, Variant } from '../../db/demo/desk.ts';
import { must, staffActor, testDatabase } from '../../test/harness.ts';
import { mailServer, type MailServer } from '../adapters/email/testing.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Locale } from '../kernel/locale.ts';
import { ok } from '../kernel/outcome.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { serveEffects, type EffectEvent } from '../modules/cases/actions/effects.ts';
import { moveItems } from '../modules/cases/actions/move.ts';
import { seedCatalog, seedDemoPrices } from '../modules/catalog/actions/seed.ts';
import { openHold } from '../modules/holds/actions.ts';
import { KEYRING } from '../modules/identity/testing.ts';
import { seedDemoShop, seedDemoStaff } from '../modules/identity/seed.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import { sweepDeadlines } from '../modules/cases/jobs.ts';
import { messageJobs } from '../modules/messages/jobs.ts';
import type { MessageRow } from '../modules/messages/store.ts';
import { setPayoutMethod } from '../modules/money/actions/method.ts';
import { moneyRoutes } from '../modules/money/http.ts';
import { makeOffer } from '../modules/quotes/actions/offer.ts';
import type { Handlers, JobRun } from '../platform/jobs.ts';
import { runDueJobs } from '../platform/worker.ts';
import { answersFor } from '../../db/demo/answers.ts';
import { effects } from './effects.ts';
import { emailOf } from './email.ts';
import { changePayoutMethod, mailCase, mailEffect, tellingPayoutChanges } from './mail.ts';

const world = testDatabase();
const SYSTEM: Actor = { kind: 'system' };
let desk: Desk;
let server: MailServer;
let told = 0;

beforeAll(async () => {
  serveEffects(effects);
  server = await mailServer();
  const ctx = world.ctxFor(SYSTEM);
  const seeded = must(
    await world.postgres.transact(async (tx) => {
      const shop = must(await seedDemoShop(tx, ctx));
      const staff = must(await seedDemoStaff(tx, ctx, shop));
      await seedCatalog(tx, ctx);
      await seedDemoPrices(tx, ctx);
      await sql`update shop set demo = false`.execute(tx);
      return ok({ shop, ...staff });
    }),
  );
  forgetShop(world.postgres.db);
  const variants = await world.postgres.pool.query<Variant>(
    `select v.id, m.category, true as popular from variants v join models m on m.id = v.model_id
      where m.category = 'phone' and exists (select 1 from prices p where p.variant_id = v.id) order by m.rank, v.id limit 2`,
  );
  desk = {
    postgres: world.postgres,
    keyring: KEYRING,
    staff: seeded.people,
    locations: seeded.shop,
    variants: variants.rows,
  };
});
afterAll(() => server.stop());
beforeEach(() => world.clock.set('2026-11-05T09:00:00.000Z'));

const FRESH = { person: { name: 'Noor Bakker', iban: 'NL91ABNA0417164300' } };

async function offer(
  how: { locale?: Locale; channel?: Told['channel']; devices?: number; unlisted?: boolean } = {},
): Promise<Told> {
  told += 1;
  const email = `noor${told}@example.com`;
  const channel = how.channel ?? 'mail_in';
  const locale = how.locale ?? 'nl';
  const devices = desk.variants
    .slice(0, how.devices ?? 2)
    .map((v) => ({ variant_id: v.id, answers: answersFor('phone', 0) }));
  const unlisted = { unlisted: { category: 'phone' as const, description: 'Fairphone 1' } };
  const made = must(
    await world.postgres.transact((tx) =>
      makeOffer(tx, world.ctxFor({ kind: 'visitor' }), {
        devices: how.unlisted ? [unlisted] : devices,
        channel,
        contact: { name: FRESH.person.name, email },
        locale,
        source: 'portal',
      }),
    ),
  );
  const address = { line1: 'Oude Gracht 1', postal_code: '3511 AZ', city: 'Utrecht', country: 'NL' };
  return {
    n: 20 * told,
    person: { ...FRESH.person, email, locale, address } as unknown as Told['person'],
    channel,
    categories: ['phone', 'phone'],
    caseId: made.caseId,
    customerId: made.customerId,
    itemIds: made.items.map((i) => i.id),
    at: world.clock.now(),
  };
}

async function go(one: Told, ...steps: StepOf[]): Promise<void> {
  for (const step of steps) {
    world.clock.move(HOUR);
    one.at = world.clock.now();
    await step(desk, one, (actor) => world.ctxFor(actor));
  }
}

type Line = Pick<
  MessageRow,
  'id' | 'event' | 'locale' | 'to_address' | 'data' | 'state' | 'body_text' | 'subject'
>;

async function letters(caseId: string): Promise<Line[]> {
  const found = await sql<Line>`
    select id, event, locale, to_address, data, state, body_text, subject from messages where case_id = ${caseId} order by created_at, id`.execute(
    world.postgres.db,
  );
  return found.rows;
}
const events = async (one: Told) =>
  (await letters(one.caseId)).map((l) => `${l.event} ${l.data.devices.length}`);

async function deliverAll(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`.execute(
    world.postgres.db,
  );
  const config = { smtpUrl: server.url, mailFrom: 'desk@example.com', baseUrl: 'https://desk.example.com' };
  const handlers: unknown = {
    ...messageJobs(emailOf({ config, keyring: KEYRING, log: world.log } as never)),
    'money.settle': () => Promise.resolve(),
  };
  const ctx = () => ({
    ...world.ctxFor(SYSTEM),
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  });
  await runDueJobs({ postgres: world.postgres, handlers: handlers as Handlers, ctx, log: world.log });
}

async function sweep(): Promise<void> {
  const run = { postgres: world.postgres, ctx: () => world.ctxFor({ kind: 'clock' }), log: world.log };
  await sweepDeadlines(run as unknown as JobRun);
}

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

describe('payout details', () => {
  const change = (one: Told, iban: string, as: Actor = SYSTEM) =>
    world.postgres.transact((tx) =>
      changePayoutMethod(
        tx,
        world.ctxFor(as),
        { caseId: one.caseId, kind: 'bank', holder: 'Noor Bakker', iban },
        KEYRING,
      ),
    );

  it('that are changed are told to every address the case was written to', async () => {
    const one = await offer({ locale: 'es' });
    await go(one, confirm);
    expect((await events(one)).filter((e) => e.startsWith('payout'))).toEqual([]);
    const thief = 'thief@example.com';
    await sql`update cases set contact = contact || ${JSON.stringify({ email: thief })}::jsonb where id = ${one.caseId}`.execute(
      world.postgres.db,
    );
    const owner: Actor = { kind: 'customer', id: one.customerId, caseId: one.caseId, power: 'sensitive' };
    must(await change(one, 'DE89370400440532013000', owner));
    const told = async () => (await letters(one.caseId)).filter((l) => l.event === 'payout_details_changed');
    expect((await told()).map((l) => l.to_address).sort()).toEqual([one.person.email, thief].sort());
    must(await change(one, 'DE89370400440532013000', owner));
    expect(await told()).toHaveLength(2);
    must(await change(one, 'NL91ABNA0417164300', owner));
    expect(await told()).toHaveLength(4);
    await deliverAll();
    expect((await told())[0]?.body_text).toMatch(/por transferencia bancaria \([A-Z]{2}\W+\d{4}\)/);
    expect((await told())[0]?.body_text).not.toContain('https://');
  });

  it('changed over the API are told too', async () => {
    const one = await offer();
    await go(one, confirm);
    const routes = tellingPayoutChanges(moneyRoutes(KEYRING));
    expect(routes).toHaveLength(moneyRoutes(KEYRING).length);
    const put = routes.find((r) => r.method === 'put' && r.path === '/api/cases/{id}/payout-method');
    const body = { kind: 'bank', holder: 'Noor Bakker', iban: 'DE89370400440532013000' };
    const input = { params: { id: one.caseId }, query: {}, body, version: null };
    const saved = await world.postgres.transact(
      async (tx) =>
        (await put?.run(tx, input as never, { ctx: world.ctxFor(staffActor()) } as never)) ??
        expect.fail('money has no such route any more'),
    );
    must(saved);
    expect((await events(one)).filter((e) => e.startsWith('payout_details'))).toHaveLength(1);
  });

  it('that are given for the first time, or refused, are not', async () => {
    const one = await offer();
    must(
      await world.postgres.transact((tx) =>
        setPayoutMethod(
          tx,
          world.ctxFor(SYSTEM),
          { caseId: one.caseId, kind: 'bank', holder: 'N', iban: 'NL91ABNA0417164300' },
          KEYRING,
        ),
      ),
    );
    const weak: Actor = { kind: 'customer', id: one.customerId, caseId: one.caseId, power: 'act' };
    expect((await change(one, 'DE89370400440532013000', weak)).ok).toBe(false);
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
