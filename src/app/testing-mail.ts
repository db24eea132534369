/** For the tests of mail: a shop on a real database with the real effects, and a mail server that keeps what it got. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Desk, StepOf, Told, Variant } from '../../db/demo/desk.ts';
import { must, testDatabase } from '../../test/harness.ts';
import { diskStorage } from '../adapters/storage/disk.ts';
import { mailServer, type MailServer } from '../adapters/email/testing.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Locale } from '../kernel/locale.ts';
import { ok } from '../kernel/outcome.ts';
import { HOUR } from '../kernel/time.ts';
import { serveEffects } from '../modules/cases/actions/effects.ts';
import { seedCatalog, seedDemoPrices } from '../modules/catalog/actions/seed.ts';
import { KEYRING } from '../modules/identity/testing.ts';
import { seedDemoShop, seedDemoStaff } from '../modules/identity/seed.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import { sweepDeadlines } from '../modules/cases/jobs.ts';
import { messageJobs } from '../modules/messages/jobs.ts';
import type { MessageRow } from '../modules/messages/store.ts';
import { makeOffer } from '../modules/quotes/actions/offer.ts';
import type { Handlers, JobRun } from '../platform/jobs.ts';
import { runDueJobs } from '../platform/worker.ts';
import { answersFor } from '../../db/demo/answers.ts';
import { effects } from './effects.ts';
import { emailOf } from './email.ts';

export const world = testDatabase();
export const SYSTEM: Actor = { kind: 'system' };
export let desk: Desk;
export let server: MailServer;
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
    storage: diskStorage(join(tmpdir(), `reprise-files-${randomUUID()}`)),
    staff: seeded.people,
    locations: seeded.shop,
    variants: variants.rows,
  };
});
afterAll(() => server.stop());
beforeEach(() => world.clock.set('2026-11-05T09:00:00.000Z'));

const FRESH = { person: { name: 'Noor Bakker', iban: 'NL91ABNA0417164300' } };

export async function offer(
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

export async function go(one: Told, ...steps: StepOf[]): Promise<void> {
  for (const step of steps) {
    world.clock.move(HOUR);
    one.at = world.clock.now();
    await step(desk, one, (actor) => world.ctxFor(actor));
  }
}

export type Line = Pick<
  MessageRow,
  'id' | 'event' | 'locale' | 'to_address' | 'data' | 'state' | 'body_text' | 'subject'
>;

export async function letters(caseId: string): Promise<Line[]> {
  const found = await sql<Line>`
    select id, event, locale, to_address, data, state, body_text, subject from messages where case_id = ${caseId} order by created_at, id`.execute(
    world.postgres.db,
  );
  return found.rows;
}
export const events = async (one: Told) =>
  (await letters(one.caseId)).map((l) => `${l.event} ${l.data.devices.length}`);

export async function deliverAll(): Promise<void> {
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

export async function sweep(): Promise<void> {
  const run = { postgres: world.postgres, ctx: () => world.ctxFor({ kind: 'clock' }), log: world.log };
  await sweepDeadlines(run as unknown as JobRun);
}
