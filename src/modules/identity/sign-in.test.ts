import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { DAY, MINUTE } from '../../kernel/time.ts';
import { cookieFor, demoShop, testApp, type Demo, type TestApp } from './testing.ts';
import { codeAt, stepOf } from './totp.ts';
import { STAFF_COOKIE } from './who.ts';

const world = testDatabase();
let app: TestApp;
let demo: Demo;
beforeAll(async () => {
  demo = await demoShop(world);
  app = testApp(world);
});

const signIn = (email: string, password: string) =>
  app('POST', '/api/session', { body: { email, password } });

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and who one is', async () => {
    const answer = await signIn(demo.of('finance').email.toUpperCase(), demo.password);
    expect(answer.status).toBe(200);
    expect(answer.body.me).toMatchObject({ name: 'Femke Smit', roles: ['finance'], two_factor: false });
    expect(answer.body.me.permissions).toContain('payout.submit');
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
    expect(set).not.toMatch(/Secure/);
    const me = await app('GET', '/api/session', { cookie: answer.cookie });
    expect(me.body).toMatchObject({
      email: demo.of('finance').email,
      location: { name: 'Amsterdam Centrum' },
    });
  });

  it('remembers the language somebody chose, at the next desk too', async () => {
    const cookie = await cookieFor(app, demo, 'bench');
    expect((await app('PATCH', '/api/session', { cookie, body: { locale: 'fr' } })).status).toBe(204);
    expect((await app('PATCH', '/api/session', { cookie, body: { locale: 'xx' } })).status).toBe(422);
    expect((await app('PATCH', '/api/session', { body: { locale: 'fr' } })).status).toBe(401);
    const again = await signIn(demo.of('bench').email, demo.password);
    expect(again.body.me.locale).toBe('fr');
  });

  it('marks the cookie Secure behind https', async () => {
    const secure = testApp(world, 'https://desk.test');
    const answer = await secure('POST', '/api/session', {
      body: { email: demo.of('viewer').email, password: demo.password },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/Secure/);
  });

  it('keeps only the hash of a session', async () => {
    const cookie = await cookieFor(app, demo, 'viewer');
    const token = cookie.slice(STAFF_COOKIE.length + 1);
    const rows = await world.postgres.pool.query('select token_hash from staff_sessions');
    expect(JSON.stringify(rows.rows)).not.toContain(token);
  });

  it('says the same of an unknown address and a wrong password', async () => {
    const unknown = await signIn('nobody@secondspring.example', 'some password here');
    const wrong = await signIn(demo.of('viewer').email, 'some password here');
    expect(unknown.status).toBe(403);
    expect({ ...unknown.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
    expect(unknown.body.code).toBe('sign_in_failed');
    expect(unknown.cookie).toBeNull();
  });

  it.each([
    [{ email: 'not-a-mail', password: 'x' }, 'email'],
    [{ email: 'a@b.example' }, 'password'],
    [{ email: ['a@b.example'], password: 'x' }, 'email'],
    [{ email: 'a@b.example', password: 'x'.repeat(201) }, 'password'],
  ])('names the field of malformed input %#', async (body, field) => {
    const answer = await app('POST', '/api/session', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('stops guessing after ten tries for known and unknown addresses, and forgets after a while', async () => {
    for (const email of ['ghost@secondspring.example', demo.of('help_desk').email]) {
      for (let i = 0; i < 10; i += 1) expect((await signIn(email, `guess number ${i}`)).status).toBe(403);
      const stopped = await signIn(email, demo.password);
      expect(stopped.status, email).toBe(429);
      expect(stopped.body.code).toBe('too_many_tries');
      expect(stopped.headers.get('retry-after')).toBe('900');
    }
    world.clock.move(16 * MINUTE);
    expect((await signIn(demo.of('help_desk').email, demo.password)).status).toBe(200);
  });

  it('counts tries that come at once', async () => {
    const email = 'burst@secondspring.example';
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'guess guess guess')));
    expect(answers.filter((one) => one.status === 403)).toHaveLength(10);
    expect(answers.filter((one) => one.status === 429)).toHaveLength(4);
  });

  it('ends with signing out', async () => {
    const cookie = await cookieFor(app, demo, 'viewer');
    expect((await app('DELETE', '/api/session', { cookie })).status).toBe(204);
    expect((await app('GET', '/api/session', { cookie })).status).toBe(401);
  });

  it('refuses a session cookie that is altered, and a sign-in from another site', async () => {
    const cookie = await cookieFor(app, demo, 'viewer');
    const altered = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A');
    expect((await app('GET', '/api/session', { cookie: altered })).status).toBe(401);
    const cross = await app('POST', '/api/session', {
      body: { email: demo.of('viewer').email, password: demo.password },
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(cross.status).toBe(403);
    expect(cross.cookie).toBeNull();
  });

  it('lasts a week from the last day of use, thirty days in all', async () => {
    const cookie = await cookieFor(app, demo, 'bench');
    for (let day = 0; day < 29; day += 3) {
      world.clock.move(day === 0 ? 0 : 3 * DAY);
      expect((await app('GET', '/api/session', { cookie })).status, `day ${day}`).toBe(200);
    }
    world.clock.move(4 * DAY);
    expect((await app('GET', '/api/session', { cookie })).status).toBe(401);
    const idle = await cookieFor(app, demo, 'bench');
    world.clock.move(7 * DAY + MINUTE);
    expect((await app('GET', '/api/session', { cookie: idle })).status).toBe(401);
  });
});

describe('one’s own password', () => {
  it('wants the old one, refuses weak ones, and ends other sessions', async () => {
    const here = await cookieFor(app, demo, 'counter');
    const there = await cookieFor(app, demo, 'counter');
    const change = (current: string, next: string) =>
      app('POST', '/api/session/password', { cookie: here, body: { current, new: next } });
    expect((await change('not the password', 'tulp fiets regen 7')).body.code).toBe('password_wrong');
    const weak = await change(demo.password, 'short');
    expect(weak.body.errors[0]).toMatchObject({ field: 'new', code: 'password_weak' });
    expect((await change(demo.password, 'tulp fiets regen 7')).status).toBe(204);
    expect((await app('GET', '/api/session', { cookie: here })).status).toBe(200);
    expect((await app('GET', '/api/session', { cookie: there })).status).toBe(401);
    expect((await signIn(demo.of('counter').email, demo.password)).status).toBe(403);
    expect((await signIn(demo.of('counter').email, 'tulp fiets regen 7')).status).toBe(200);
  });
});

/** The secret out of an otpauth address. */
function secretOf(uri: string): Uint8Array {
  const text = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...text]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    parseInt(bits.slice(i * 8, i * 8 + 8), 2),
  );
}

describe('the second factor', () => {
  let secret: Uint8Array;
  let backup: string[];
  const code = () => codeAt(secret, stepOf(world.clock.now()));
  const challenge = async (): Promise<string> => {
    const answer = await signIn(demo.of('finance').email, demo.password);
    expect(answer.body.totp_required).toBe(true);
    expect(answer.cookie).toBeNull();
    return answer.body.challenge;
  };
  const second = (given: string, typed: string) =>
    app('POST', '/api/session/totp', { body: { challenge: given, code: typed } });

  it('counts only after a first right code', async () => {
    const cookie = await cookieFor(app, demo, 'finance');
    const enrolled = await app('POST', '/api/session/totp/enrol', { cookie });
    secret = secretOf(enrolled.body.uri);
    backup = enrolled.body.backup_codes;
    expect(enrolled.body.qr_svg).toMatch(/^<svg/);
    expect(backup).toHaveLength(8);
    expect((await signIn(demo.of('finance').email, demo.password)).body.me).toBeTruthy();
    const wrong = await app('POST', '/api/session/totp/activate', { cookie, body: { code: '000000' } });
    expect(wrong.body.code).toBe('code_wrong');
    expect((await app('POST', '/api/session/totp/activate', { cookie, body: { code: code() } })).status).toBe(
      204,
    );
    expect((await app('GET', '/api/session', { cookie })).body.two_factor).toBe(true);
    expect((await app('POST', '/api/session/totp/enrol', { cookie })).body.code).toBe('two_factor_active');
  });

  it('does not lie in the database in the clear', async () => {
    const rows = await world.postgres.pool.query('select * from staff_two_factors');
    expect(rows.rows).toHaveLength(1);
    const text = JSON.stringify(rows.rows);
    expect(text).not.toContain(Buffer.from(secret).toString('base64url'));
    for (const one of backup) expect(text).not.toContain(one);
  });

  it('is asked for, and no code works twice', async () => {
    world.clock.move(MINUTE);
    const first = await second(await challenge(), code());
    expect(first.status).toBe(200);
    expect((await app('GET', '/api/session', { cookie: first.cookie })).body.name).toBe('Femke Smit');
    const again = await second(await challenge(), code());
    expect(again.body.code).toBe('code_wrong');
  });

  it('takes each backup code once', async () => {
    const typed = (backup[0] ?? '').toLowerCase().replaceAll('-', ' ');
    expect((await second(await challenge(), typed)).status).toBe(200);
    expect((await second(await challenge(), typed)).body.code).toBe('code_wrong');
  });

  it('gives five tries per challenge, then wants the password again', async () => {
    world.clock.move(16 * MINUTE);
    const given = await challenge();
    for (let i = 0; i < 5; i += 1) expect((await second(given, '000000')).body.code).toBe('code_wrong');
    expect((await second(given, code())).body.code).toBe('challenge_expired');
  });

  it('stops guessing across challenges after ten tries', async () => {
    world.clock.move(16 * MINUTE);
    for (let round = 0; round < 2; round += 1) {
      const given = await challenge();
      for (let i = 0; i < 5; i += 1) await second(given, '000000');
    }
    expect((await second(await challenge(), code())).status).toBe(429);
    world.clock.move(16 * MINUTE);
  });

  it('lets a challenge go stale after five minutes, and refuses made-up ones', async () => {
    const given = await challenge();
    world.clock.move(6 * MINUTE);
    expect((await second(given, code())).body.code).toBe('challenge_expired');
    expect((await second('A'.repeat(43), code())).body.code).toBe('challenge_expired');
  });

  it('guards the money permissions where the shop wants it', async () => {
    await world.postgres.pool.query(`update shop set settings = '{"two_factor_for_money": true}'`);
    const owner = await app('GET', '/api/session', { cookie: await cookieFor(app, demo, 'owner') });
    expect(owner.body.money_locked).toBe(true);
    expect(owner.body.permissions).not.toContain('payout.submit');
    const finance = await second(await challenge(), code());
    expect(finance.body.me.money_locked).toBe(false);
    expect(finance.body.me.permissions).toContain('payout.submit');
    await world.postgres.pool.query(`update shop set settings = '{}'`);
  });

  it('is given up with the password only', async () => {
    world.clock.move(MINUTE);
    const { cookie } = await second(await challenge(), code());
    const off = (password: string) =>
      app('POST', '/api/session/totp/disable', { cookie, body: { password } });
    expect((await off('not the password')).body.code).toBe('password_wrong');
    expect((await off(demo.password)).status).toBe(204);
    expect((await signIn(demo.of('finance').email, demo.password)).body.me.two_factor).toBe(false);
  });
});
