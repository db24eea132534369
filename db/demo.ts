/**
 * Demo data: a shop with two stores, staff of every role and 500 cases over all stages, in five languages. Nothing is
 * written by hand: every case goes through the real actions, each by the right person at its time.
 */
import { randomBytes } from 'node:crypto';
import type { Ctx } from '../src/kernel/actor.ts';
import { makeId } from '../src/kernel/id.ts';
import { ok, type Outcome } from '../src/kernel/outcome.ts';
import { HOUR } from '../src/kernel/time.ts';
import { seedCatalog, seedDemoPrices } from '../src/modules/catalog/actions/seed.ts';
import { seedDemoShop, seedDemoStaff, type DemoPerson } from '../src/modules/identity/seed.ts';
import { makeOffer } from '../src/modules/quotes/actions/offer.ts';
import type { Device } from '../src/modules/quotes/rules.ts';
import type { Postgres } from '../src/platform/postgres.ts';
import type { Keyring } from '../src/platform/secrets.ts';
import type { StoragePort } from '../src/ports/storage.ts';
import { ctxAt, type Desk, type Told, type Variant } from './demo/desk.ts';
import { personAt } from './demo/people.ts';
import { post } from './demo/post.ts';
import { STORIES, type Story } from './demo/stories.ts';
import { answersFor } from './demo/answers.ts';

export type DemoResult = {
  readonly cases: number;
  readonly password: string;
  readonly people: readonly DemoPerson[];
};
export type DemoOptions = {
  readonly postgres: Postgres;
  readonly keyring: Keyring;
  readonly storage: StoragePort;
  readonly now: Date;
  /** How many cases in all; the stories are scaled. Default 500. */
  readonly cases?: number;
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
};

/** How many cases are told at the same time. */
const LANES = 6;

function seedCtx(now: Date): Ctx {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    now,
    actor: { kind: 'system' },
    random,
    requestId: 'demo',
    newId: (prefix) => makeId(prefix, now.getTime(), random(10)),
  };
}

/** Shop, staff, catalogue and prices, dated before the first case. Refuses `already_set_up`. */
async function seed(
  options: DemoOptions,
): Promise<Outcome<{ desk: Desk; password: string; people: DemoPerson[] }>> {
  const { postgres, keyring, storage } = options;
  const before = seedCtx(new Date(options.now.getTime() - 200 * 24 * HOUR));
  const seeded = await postgres.transact(async (tx) => {
    const shop = await seedDemoShop(tx, before);
    if (!shop.ok) return shop;
    const staff = await seedDemoStaff(tx, before, shop.value);
    if (!staff.ok) return staff;
    await seedCatalog(tx, before);
    await seedDemoPrices(tx, before);
    return ok({ shop: shop.value, ...staff.value });
  });
  if (!seeded.ok) return seeded;
  const variants = await postgres.pool.query<Variant>(
    `select v.id, m.category, m.rank < 60 as popular from variants v join models m on m.id = v.model_id
      where exists (select 1 from prices p where p.variant_id = v.id) order by m.rank, m.id, v.position, v.id`,
  );
  const desk = {
    postgres,
    keyring,
    storage,
    staff: seeded.value.people,
    locations: seeded.value.shop,
    variants: variants.rows,
  };
  return ok({ desk, password: seeded.value.password, people: seeded.value.people });
}

function devicesOf(
  desk: Desk,
  story: Story,
  n: number,
): { devices: Device[]; categories: Told['categories'] } {
  const count = story.devices ?? (n % 7 === 0 ? 2 : n % 41 === 0 ? 3 : 1);
  const popular = desk.variants.filter((v) => v.popular);
  const chosen = Array.from({ length: count }, (_, at) => {
    const pool = (n + at) % 5 === 0 ? desk.variants : popular;
    const variant = pool[(n * 37 + at * 101) % pool.length];
    if (!variant) throw new Error('the catalogue is empty');
    return variant;
  });
  return {
    devices: chosen.map((v, at) => ({ variant_id: v.id, answers: answersFor(v.category, n + at) })),
    categories: chosen.map((v) => v.category),
  };
}

async function tell(desk: Desk, story: Story, n: number, now: Date): Promise<void> {
  const person = personAt(n % 9 === 8 ? n - 8 : n);
  const span = story.steps.reduce((sum, [hours]) => sum + hours, 0) * HOUR;
  const rest = (((n * 7919) % 1000) / 1000) * story.rests * HOUR;
  const { devices, categories } = devicesOf(desk, story, n);
  const told: Told = {
    n,
    person,
    channel: story.channel,
    categories,
    caseId: '',
    itemIds: [],
    customerId: '',
    at: new Date(now.getTime() - span - rest),
  };
  const made = await desk.postgres.transact((tx) =>
    makeOffer(tx, ctxAt(told.at)({ kind: 'visitor' }), {
      devices,
      channel: story.channel,
      contact: { name: person.name, email: person.email },
      locale: person.locale,
      source: n % 4 === 0 ? 'portal' : 'widget',
    }),
  );
  if (!made.ok)
    throw new Error(`demo case ${n}: the offer was refused: ${made.code}: ${made.why} (${made.field ?? ''})`);
  told.caseId = made.value.caseId;
  told.customerId = made.value.customerId;
  told.itemIds = made.value.items.map((i) => i.id);
  for (const [hours, step] of story.steps) {
    told.at = new Date(told.at.getTime() + hours * HOUR);
    await step(desk, told, ctxAt(told.at));
  }
}

/** Fills an empty installation. Refuses `already_set_up` where a shop is there already. */
export async function makeDemo(options: DemoOptions): Promise<Outcome<DemoResult>> {
  const seeded = await seed(options);
  if (!seeded.ok) return seeded;
  const scale = (options.cases ?? 500) / STORIES.reduce((sum, s) => sum + s.cases, 0);
  const list = STORIES.flatMap((story) =>
    Array.from({ length: Math.max(1, Math.round(story.cases * scale)) }, () => story),
  );
  let next = 0;
  let finished = 0;
  const lane = async () => {
    for (let n = next++; n < list.length; n = next++) {
      const story = list[n];
      if (story) await tell(seeded.value.desk, story, n, options.now);
      finished += 1;
      await options.onProgress?.(finished, list.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await post(seeded.value.desk, options.now);
  return ok({ cases: finished, password: seeded.value.password, people: seeded.value.people });
}
