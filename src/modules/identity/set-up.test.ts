import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { must, testDatabase } from '../../../test/harness.ts';
import { DAY } from '../../kernel/time.ts';
import { ensureSetupToken, setupTokenFault } from './actions/set-up.ts';
import { loadShop } from './shop.ts';
import { SYSTEM, testApp, VISITOR, type TestApp } from './testing.ts';

const world = testDatabase();
let app: TestApp;
let token: string;

const newToken = async (): Promise<string | null> => {
  const ctx = { ...world.ctxFor(SYSTEM), random: (bytes: number) => randomBytes(bytes) };
  return must(await world.postgres.transact((tx) => ensureSetupToken(tx, ctx)));
};
const setUp = (changes: Record<string, unknown> = {}) =>
  app('POST', '/api/setup', {
    body: {
      token,
      shop_name: 'Zweite Runde',
      country: 'DE',
      currency: 'EUR',
      locale: 'de',
      timezone: 'Europe/Berlin',
      owner_name: 'Jo Weber',
      email: 'jo@zweite.example',
      password: 'regen fiets tulp 9',
      ...changes,
    },
  });
const counts = async () => {
  const found = await world.postgres.pool.query(
    'select (select count(*) from shop) as shops, (select count(*) from staff) as staff, (select count(*) from locations) as locations',
  );
  return found.rows[0];
};

beforeAll(async () => {
  app = testApp(world);
  token = (await newToken()) ?? '';
});

describe('the first run', () => {
  it('says that it is needed, and has a nameless shop until then', async () => {
    expect((await app('GET', '/api/setup')).body).toEqual({ needed: true, demo_available: true });
    expect(await loadShop(world.postgres.db)).toMatchObject({ version: 0, setUpAt: null, currency: 'EUR' });
  });

  it('prints a fresh token at every start; each works', async () => {
    const other = await newToken();
    expect(other).not.toBe(token);
    const ctx = world.ctxFor(VISITOR);
    expect(await setupTokenFault(world.postgres.db, ctx, other ?? '')).toBeNull();
    expect(await setupTokenFault(world.postgres.db, ctx, token)).toBeNull();
    const kept = await world.postgres.pool.query('select token_hash from setup_tokens');
    expect(JSON.stringify(kept.rows)).not.toContain(token);
  });

  it.each([
    [{ token: 'A'.repeat(43) }, 403, 'setup_token_unknown'],
    [{ password: 'short' }, 422, 'password_weak'],
    [{ password: 'Zweite Runde' }, 422, 'password_weak'],
    [{ country: 'XX' }, 422, 'country_unknown'],
    [{ currency: 'ABC' }, 422, 'currency_unknown'],
    [{ timezone: 'Mars/Base' }, 422, 'timezone_unknown'],
    [{ email: 'jo@' }, 422, 'not_valid'],
    [{ locale: 'it' }, 422, 'not_valid'],
    [{ shop_name: '   ' }, 422, 'not_valid'],
    [{ owner_name: 'x'.repeat(121) }, 422, 'not_valid'],
  ])('refuses %j and leaves nothing behind', async (changes, status, code) => {
    const answer = await setUp(changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.cookie).toBeNull();
    expect(await counts()).toEqual({ shops: 0, staff: 0, locations: 0 });
  });

  it('refuses a token of yesterday', async () => {
    world.clock.move(DAY);
    expect((await setUp()).body.code).toBe('setup_token_unknown');
    token = (await newToken()) ?? '';
  });

  it('makes shop, store and owner once, whoever else tries at the same moment', async () => {
    const others = [(await newToken()) ?? '', (await newToken()) ?? ''];
    const answers = await Promise.all([setUp(), setUp(), ...others.map((one) => setUp({ token: one }))]);
    const [won, ...rest] = answers.filter((one) => one.status === 201);
    expect(rest).toHaveLength(0);
    expect(won?.body.me).toMatchObject({
      roles: ['owner'],
      location: { name: 'Zweite Runde' },
      locale: 'de',
    });
    expect(await counts()).toEqual({ shops: 1, staff: 1, locations: 1 });
    const shop = await app('GET', '/api/shop', { cookie: won?.cookie });
    expect(shop.body).toMatchObject({
      name: 'Zweite Runde',
      timezone: 'Europe/Berlin',
      version: 1,
      demo: false,
    });
  });

  it('is over then: no more tokens, no second time', async () => {
    expect(await newToken()).toBeNull();
    expect((await app('GET', '/api/setup')).body.needed).toBe(false);
    const again = await setUp();
    expect([again.status, again.body.code]).toEqual([409, 'already_set_up']);
    const signedIn = await app('POST', '/api/session', {
      body: { email: 'JO@zweite.example', password: 'regen fiets tulp 9' },
    });
    expect(signedIn.status).toBe(200);
  });
});
