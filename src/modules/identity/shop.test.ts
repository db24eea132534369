import { beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../platform/postgres.ts';
import { testDatabase } from '../../../test/harness.ts';
import { loadShop } from './shop.ts';
import { cookieFor, demoShop, testApp, type Demo, type TestApp } from './testing.ts';

const world = testDatabase();
let app: TestApp;
let demo: Demo;
let owner: string;
beforeAll(async () => {
  demo = await demoShop(world);
  app = testApp(world);
  owner = await cookieFor(app, demo, 'owner');
});

const patch = (path: string, version: number, body: unknown, cookie = owner) =>
  app('PATCH', path, { cookie, body, headers: { 'if-match': `"${version}"` } });

describe('the shop', () => {
  it('is remembered, and seen changed at once in this process', async () => {
    expect((await loadShop(world.postgres.db)).name).toBe('Second Spring');
    const { statements } = await countStatements(() => loadShop(world.postgres.db));
    expect(statements).toBe(0);
    const changed = await patch('/api/shop', 1, { name: 'Third Spring', settings: { quote_valid_days: 21 } });
    expect(changed.headers.get('etag')).toBe('"2"');
    const shop = await loadShop(world.postgres.db);
    expect([shop.name, shop.settings.quote_valid_days, shop.settings.ship_by_days]).toEqual([
      'Third Spring',
      21,
      14,
    ]);
  });

  it('keeps the first of two edits made on the same version', async () => {
    const answers = await Promise.all([
      patch('/api/shop', 2, { name: 'Left' }),
      patch('/api/shop', 2, { name: 'Right' }),
    ]);
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it.each([
    [{ settings: { quote_valid_days: 0 } }, 'not_valid', 'settings.quote_valid_days'],
    [{ settings: { colour: 'red' } }, 'not_valid', 'settings.colour'],
    [
      { settings: { silence: 'accept', silence_choices: ['hold'] } },
      'settings_contradict',
      'settings.silence',
    ],
    [{ settings: { payout_release_above_minor: -1 } }, 'not_valid', 'settings.payout_release_above_minor'],
    [{ currency: 'ABC' }, 'currency_unknown', 'currency'],
    [{ timezone: 'Nowhere' }, 'timezone_unknown', 'timezone'],
    [{ phone: '12' }, 'phone_invalid', 'phone'],
    [
      { address: { line1: 'x', postal_code: '1', city: 'y', country: 'XX' } },
      'country_unknown',
      'address.country',
    ],
  ])('refuses %j', async (body, code, field) => {
    const answer = await patch('/api/shop', 3, body);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([422, code, field]);
  });

  it('is shown to all staff and changed by owners', async () => {
    const viewer = await cookieFor(app, demo, 'viewer');
    expect((await app('GET', '/api/shop', { cookie: viewer })).body.version).toBe(3);
    expect((await patch('/api/shop', 3, { name: 'Mine' }, viewer)).body.code).toBe('permission_missing');
    expect((await app('GET', '/api/shop')).status).toBe(401);
  });
});

describe('stores', () => {
  const store = {
    name: 'Den Haag – Spui',
    address: { line1: 'Spui 1', postal_code: '2511 BL', city: 'Den Haag', country: 'NL' },
    phone: '070 123 45 67',
    opening_hours: { mon: [['09:00', '18:00']] },
  };
  const add = (changes: Record<string, unknown> = {}) =>
    app('POST', '/api/locations', { cookie: owner, body: { ...store, ...changes } });

  it('are added, changed and closed', async () => {
    const made = await add();
    expect(made.body).toMatchObject({
      slug: 'den-haag-spui',
      phone: '+31701234567',
      timezone: 'Europe/Amsterdam',
    });
    const closed = await patch(`/api/locations/${made.body.id}`, 1, { active: false, phone: null });
    expect(closed.body).toMatchObject({ active: false, phone: null, version: 2, slug: 'den-haag-spui' });
    expect((await patch(`/api/locations/${made.body.id}`, 1, { active: true })).status).toBe(412);
    const list = await app('GET', '/api/locations', { cookie: owner });
    expect(list.body.items.at(-1).name).toBe('Den Haag – Spui');
  });

  it.each([
    [{}, 409, 'location_exists', 'name'],
    [{ name: 'A', opening_hours: { mon: [['18:00', '09:00']] } }, 422, 'hours_invalid', 'opening_hours.mon'],
    [{ name: 'A', opening_hours: { mon: [['9am', '18:00']] } }, 422, 'not_valid', 'opening_hours.mon.0.0'],
    [{ name: 'A', phone: 'call us' }, 422, 'phone_invalid', 'phone'],
    [{ name: 'A', address: { line1: 'Spui 1' } }, 422, 'not_valid', 'address.postal_code'],
  ])('refuse %j', async (changes, status, code, field) => {
    const answer = await add(changes);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([status, code, field]);
  });
});
