import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { askOver, seedAll, type Ask } from './testing.ts';

const world = testDatabase();
let ask: Ask;
beforeAll(async () => {
  await seedAll(world);
  ask = askOver(world);
});

type Shown = {
  title: string;
  slug: string;
  from_price: { minor: number } | null;
  variants: { label: string }[];
};
const titles = async (query: string) => {
  const { status, body } = await ask('GET', `/api/catalog/models?${query}`);
  expect(status).toBe(200);
  return (body['items'] as Shown[]).map((model) => model.title);
};

describe('search', () => {
  it.each([
    ['iphnoe 13 pro', 'Apple iPhone 13 Pro'],
    ['iphone 13', 'Apple iPhone 13'],
    ['iphone13pro', 'Apple iPhone 13 Pro'],
    ['s22 ultra', 'Samsung Galaxy S22 Ultra'],
    ['SM-S908B', 'Samsung Galaxy S22 Ultra'],
    ['sm s908b', 'Samsung Galaxy S22 Ultra'],
    ['A2846', 'Apple iPhone 15'],
    ['iphone 15 256 gb', 'Apple iPhone 15'],
    ['galxy s23', 'Samsung Galaxy S23'],
    ['S23+', 'Samsung Galaxy S23+'],
    ['samsng galaxy a54', 'Samsung Galaxy A54 5G'],
    ['pixel 8 pro', 'Google Pixel 8 Pro'],
    ['macbok air m1', 'Apple MacBook Air 13-inch (M1, 2020)'],
    ['ipad 9', 'Apple iPad (9th generation)'],
    ['redmi note 12', 'Xiaomi Redmi Note 12'],
  ])('“%s” finds %s first', async (typed, title) => {
    expect((await titles(`q=${encodeURIComponent(typed)}&limit=5`))[0]).toBe(title);
  });

  it('finds nothing for nonsense, and survives marks and percent signs', async () => {
    expect(await titles('q=zzzqqqxxx')).toEqual([]);
    expect(await titles(`q=${encodeURIComponent('%%%')}`)).toEqual([]);
    expect(await titles(`q=${encodeURIComponent("'; drop table models; --")}`)).toEqual([]);
  });

  it('pages through hits without doubling one', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask('GET', `/api/catalog/models?q=galaxy&limit=40&cursor=${cursor}`);
      seen.push(...(body['items'] as Shown[]).map((model) => model.slug));
      cursor = String(body['next_cursor'] ?? '');
    } while (cursor);
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('browsing', () => {
  it('counts categories and brands, and lets other sites ask and remember', async () => {
    const { body, headers } = await ask('GET', '/api/catalog/categories');
    expect(body['items']).toContainEqual({ category: 'watch', models: 31 });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const brands = await ask('GET', '/api/catalog/brands?category=laptop');
    expect((brands.body['items'] as { name: string }[])[0]?.name).toBe('Apple');
  });

  it('walks all models once, most wanted first', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask('GET', `/api/catalog/models?category=phone&limit=200&cursor=${cursor}`);
      seen.push(...(body['items'] as Shown[]).map((model) => model.slug));
      cursor = String(body['next_cursor'] ?? '');
    } while (cursor);
    const count = await world.postgres.db
      .selectFrom('models')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('category', '=', 'phone')
      .executeTakeFirstOrThrow();
    expect(seen.length).toBe(count.n);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 12).join()).toContain('iphone');
  });

  it('shows one model with variants and the best price, and refuses a stranger', async () => {
    const { body } = await ask('GET', '/api/catalog/models/apple-iphone-15');
    expect(body).toMatchObject({ title: 'Apple iPhone 15', category: 'phone', released_on: '2023-09-22' });
    const model = body as unknown as Shown;
    expect(model.variants.map((v) => v.label)).toEqual(['128 GB', '256 GB', '512 GB']);
    expect(model.from_price?.minor).toBeGreaterThan(33_000);
    expect(await ask('GET', '/api/catalog/models/nokia-3310')).toMatchObject({
      status: 404,
      body: { code: 'model_unknown' },
    });
  });

  it('asks the questions in the reader’s language', async () => {
    const { body } = await ask('GET', '/api/catalog/questions?category=phone&locale=de');
    expect(JSON.stringify(body)).toContain('Display');
    expect(JSON.stringify(body)).not.toContain('effect');
    expect(await ask('GET', '/api/catalog/questions?category=car')).toMatchObject({ status: 422 });
  });

  it('refuses a cursor that is none', async () => {
    expect(await ask('GET', '/api/catalog/models?cursor=abc')).toMatchObject({
      status: 422,
      body: { code: 'cursor_malformed' },
    });
  });
});
