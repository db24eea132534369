import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, staffActor, testDatabase } from '../../../test/harness.ts';
import { startImport, uploadPriceList } from './actions/upload.ts';
import { pricingOf } from './actions/pricing.ts';
import { importPrices, importSummary } from './import-prices.ts';
import { catalogJobs } from './jobs.ts';
import { seedAll } from './testing.ts';

const world = testDatabase();
beforeAll(() => seedAll(world));

const ctx = () => world.ctxFor(staffActor());
const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'Brand,Model,Capacity,Condition,Price\n';
const load = (
  text: string,
  options: { dryRun?: boolean; addModels?: boolean; currency?: string; missing?: 'keep' | 'drop' } = {},
) =>
  importPrices(world.postgres, ctx(), {
    fileName: 'list.csv',
    bytes: bytes(text),
    dryRun: false,
    ...options,
  });
const priceNow = async (slug: string, label: string) => {
  const row = await world.postgres.db
    .selectFrom('variants')
    .innerJoin('models', 'models.id', 'variants.model_id')
    .select('variants.id')
    .where('models.slug', '=', slug)
    .where('variants.label', '=', label)
    .executeTakeFirst();
  if (!row) return null;
  return (await pricingOf(world.postgres.db, world.clock.now(), [row.id])).get(row.id)?.price.prices ?? null;
};
const counts = async () =>
  (
    await world.postgres.pool.query(
      'select (select count(*) from prices) p, (select count(*) from price_book_versions) v, (select count(*) from models) m',
    )
  ).rows[0];

describe('importPrices', () => {
  it('shows in a dry run what would happen and changes nothing', async () => {
    const before = await counts();
    const { report } = must(
      await load(
        `${HEAD}Apple,iPhone 15,128GB,Flawless,333\nApple,iPhone 99,128GB,Good,10\nNubia,Nubia Neo,256GB,Good,40\n`,
        { dryRun: true, addModels: true },
      ),
    );
    expect(report).toMatchObject({
      rows: 3,
      refused: 0,
      matched: 3,
      diff: { changed: 1, new: 2 },
      new_models: 2,
    });
    expect(await counts()).toEqual(before);
  });

  it('applies: a new version in force at once, with what the list does not name kept', async () => {
    world.clock.move(60_000);
    const other = await priceNow('apple-iphone-14', '128 GB');
    const done = must(
      await load(`${HEAD}Apple,iPhone 15,128GB,Flawless,333\nApple,iPhone 15,128GB,Good,311\n`),
    );
    expect(done.versionId).toMatch(/^pbv_/);
    expect(await priceNow('apple-iphone-15', '128 GB')).toMatchObject({ flawless: 33_300, good: 31_100 });
    expect(await priceNow('apple-iphone-14', '128 GB')).toEqual(other);
    expect(importSummary(done.report)[0]).toBe('2 prices read: 2 taken, 0 unchanged, 0 merged, 0 refused');
  });

  it('drops what the list does not name when asked to', async () => {
    world.clock.move(60_000);
    must(await load(`${HEAD}Apple,iPhone 15,128GB,Flawless,340\n`, { missing: 'drop' }));
    expect(await priceNow('apple-iphone-15', '128 GB')).toEqual({ flawless: 34_000 });
    expect(await priceNow('apple-iphone-14', '128 GB')).toEqual({});
  });

  it('adds models and storages the catalogue lacks, cleaned, and finds them the next time', async () => {
    world.clock.move(60_000);
    const list = `${HEAD}Samsung,Galaxy M34 5g - Hot Deal,128GB,Good,70\nSamsung,Samsung Galaxy M34 5G 256GB,,Good,80\nSamsung,Galaxy S23,512GB,Good,230\n`;
    expect(must(await load(list, { addModels: true })).report).toMatchObject({
      matched: 3,
      new_models: 1,
      new_variants: 1,
    });
    expect(await priceNow('samsung-galaxy-m34-5g', '256 GB')).toEqual({ good: 8_000 });
    expect(await priceNow('samsung-galaxy-s23', '512 GB')).toEqual({ good: 23_000 });
    expect(must(await load(list)).report).toMatchObject({ unchanged: 3, new_models: 0 });
  });

  it('makes a book of its own for another currency', async () => {
    const before = await priceNow('apple-iphone-15', '128 GB');
    const done = must(
      await load(
        'Model,Capacity,Condition,Price,Currency\niPhone 15,128GB,Good,500,SGD\niPhone 15,256GB,Good,500,THB\n',
        { currency: 'SGD' },
      ),
    );
    expect(done.report).toMatchObject({ matched: 1, refused: 1, by_reason: { other_currency: 1 } });
    expect(await priceNow('apple-iphone-15', '128 GB')).toEqual(before);
  });

  it('refuses a file it cannot read, and who may not change prices', async () => {
    expect(refusedWith(await load('Model,Price\n"iPhone,1\n'))).toBe('csv_broken');
    expect(refusedWith(await load('Foo,Bar\n1,2\n'))).toBe('mapping_unclear');
    const viewer = world.ctxFor(staffActor(['prices.view']));
    const denied = await importPrices(world.postgres, viewer, {
      fileName: 'x.csv',
      bytes: bytes(`${HEAD}a,b,c,d,1`),
      dryRun: true,
    });
    expect(refusedWith(denied)).toBe('permission_missing');
  });
});

describe('the job', () => {
  it('checks, applies once, and ends a second run in the same state', async () => {
    const started = must(
      await world.postgres.transact(async (tx) => {
        const made = await uploadPriceList(tx, ctx(), {
          fileName: 'x.csv',
          bytes: bytes(`${HEAD}Apple,iPhone 15,128GB,Flawless,350\n`),
          source: 'Wholesaler',
        });
        return made.ok
          ? await startImport(tx, ctx(), {
              id: made.value.id,
              version: null,
              apply: true,
              effectiveFrom: world.clock.now(),
            })
          : made;
      }),
    );
    expect(started.state).toBe('applying');
    const job = catalogJobs()['catalog.import'];
    const run = {
      postgres: world.postgres,
      ctx,
      log: world.log,
      attempt: 1,
      lastAttempt: false,
      signal: new AbortController().signal,
    };
    const payload = {
      import_id: started.id,
      apply: true,
      effective_from: world.clock.now().toISOString(),
      missing: 'keep' as const,
    };
    await job(payload, run);
    const after = await counts();
    await job(payload, run);
    expect(await counts()).toEqual(after);
    expect(
      refusedWith(
        await world.postgres.transact((tx) =>
          startImport(tx, ctx(), { id: started.id, version: null, apply: true }),
        ),
      ),
    ).toBe('import_over');
  });
});

const REAL = join(
  import.meta.dirname,
  '../../../../shared/contracts/devices/prices/tradein_values_sea_2025.csv',
);

describe.skipIf(!existsSync(REAL))('a real list of 10,480 rows (skipped where ../shared is absent)', () => {
  it('is imported within ten seconds, a verdict for each row', async () => {
    const started = performance.now();
    let last = 0;
    const done = must(
      await importPrices(world.postgres, ctx(), {
        fileName: 'tradein.csv',
        bytes: readFileSync(REAL),
        dryRun: false,
        currency: 'MYR',
        source: 'SEA',
        addModels: true,
        onProgress: (rows) => (last = rows),
      }),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(last).toBe(10_480);
    expect(done.report.rows).toBe(10_480);
    const kept = await world.postgres.pool.query(
      'select count(*)::int as n from price_import_rows where import_id = $1',
      [done.importId],
    );
    expect(kept.rows[0]?.n).toBe(10_480);
  });
});
