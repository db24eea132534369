import { beforeAll, describe, expect, it } from 'vitest';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import { ok } from '../../../kernel/outcome.ts';
import { priceOf } from '../rules/pricing.ts';
import { pricingAsQuoted, pricingOf } from './pricing.ts';
import { seedCatalog, seedDemoPrices } from './seed.ts';

const world = testDatabase();
const variant = async (slug: string, label: string) => {
  const row = await world.postgres.db
    .selectFrom('variants')
    .innerJoin('models', 'models.id', 'variants.model_id')
    .select('variants.id')
    .where('models.slug', '=', slug)
    .where('variants.label', '=', label)
    .executeTakeFirstOrThrow();
  return row.id;
};

beforeAll(async () => {
  const ctx = world.ctxFor(staffActor());
  await world.postgres.transact(async (tx) => {
    await seedCatalog(tx, ctx);
    await seedDemoPrices(tx, ctx);
    return ok(null);
  });
});

describe('a seeded shop', () => {
  it.each([
    ['apple-iphone-15', '128 GB', 330, 400],
    ['samsung-galaxy-s23', '128 GB', 190, 250],
    ['apple-iphone-11', '64 GB', 60, 130],
    ['apple-iphone-17-pro', '256 GB', 620, 850],
    ['google-pixel-8', '128 GB', 180, 280],
    ['apple-macbook-air-13-inch-m1-2020', '8 GB / 256 GB', 180, 330],
    ['apple-ipad-9th-generation', '64 GB Wi-Fi', 70, 150],
  ])('pays a sensible price for %s %s', async (slug, label, least, most) => {
    const id = await variant(slug, label);
    const pricing = (await pricingOf(world.postgres.db, world.clock.now(), [id])).get(id);
    if (!pricing) throw new Error('no pricing');
    const { price } = must(
      priceOf({ ...pricing.price, set: pricing.set, answers: pricing.set.presets[0]?.answers ?? {} }),
    );
    expect(price.currency).toBe('EUR');
    expect(price.minor / 100).toBeGreaterThanOrEqual(least);
    expect(price.minor / 100).toBeLessThanOrEqual(most);
  });

  it('can be seeded again without a change', async () => {
    const count = () =>
      world.postgres.pool.query(
        'select (select count(*) from variants) v, (select count(*) from prices) p, (select count(*) from question_sets) q',
      );
    const before = (await count()).rows;
    const ctx = world.ctxFor(staffActor());
    await world.postgres.transact(async (tx) =>
      ok([await seedCatalog(tx, ctx), await seedDemoPrices(tx, ctx)]),
    );
    expect((await count()).rows).toEqual(before);
  });

  it('knows no strangers, and prices a quote by the version it was made on', async () => {
    const { db } = world.postgres;
    const id = await variant('apple-iphone-15', '128 GB');
    const all = await pricingOf(db, world.clock.now(), [id, 'var_nobody']);
    expect([...all.keys()]).toEqual([id]);
    const now = all.get(id);
    const again = await pricingAsQuoted(db, {
      versionId: now?.versionId ?? '',
      questionSetId: now?.set.id ?? '',
      variantId: id,
    });
    expect(again).toEqual(now);
    expect(
      await pricingAsQuoted(db, { versionId: 'pbv_no', questionSetId: 'qst_no', variantId: id }),
    ).toBeNull();
  });
});
