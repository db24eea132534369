import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, testDatabase } from '../../../test/harness.ts';
import type { Ctx } from '../../kernel/actor.ts';
import { ok } from '../../kernel/outcome.ts';
import { DAY, HOUR, MINUTE } from '../../kernel/time.ts';
import { customerFor } from './actions/customers.ts';
import { sweepIdentity } from './actions/settings.ts';
import {
  confirmCode,
  exchangeLink,
  leavePortal,
  makeLink,
  requestCode,
  revokeLink,
  type NewLink,
} from './links.ts';
import { requirePower } from './rules.ts';
import { demoShop, SYSTEM, testApp, VISITOR, type TestApp } from './testing.ts';
import { PORTAL_COOKIE, resolveWho, type Who } from './who.ts';

const world = testDatabase();
let app: TestApp;
let customerId: string;

const ctxNow = (): Ctx => ({ ...world.ctxFor(VISITOR), random: (bytes) => randomBytes(bytes) });
const link = async (more: Partial<NewLink> = {}) =>
  must(
    await world.postgres.transact(async (tx) =>
      ok(
        await makeLink(tx, ctxNow(), {
          purpose: 'portal',
          caseId: 'cas_1',
          customerId,
          power: 'act',
          ...more,
        }),
      ),
    ),
  );
const exchange = (token: string) => world.postgres.transact((tx) => exchangeLink(tx, ctxNow(), token));
const who = (given: { cookie?: string; bearer?: string; path?: string }): Promise<Who> =>
  resolveWho(world.postgres, {
    path: given.path ?? '/my',
    cookie: given.cookie ?? null,
    authorization: given.bearer ? `Bearer ${given.bearer}` : null,
    now: world.clock.now(),
  });
const session = async (more: Partial<NewLink> = {}) => {
  const opened = must(await exchange((await link(more)).token));
  const cookie = `${PORTAL_COOKIE}=${opened.sessionToken}`;
  return { id: opened.sessionId, cookie, token: opened.sessionToken };
};

beforeAll(async () => {
  await demoShop(world);
  app = testApp(world);
  customerId = must(
    await world.postgres.transact((tx) =>
      customerFor(tx, world.ctxFor(SYSTEM), { email: 'ada@example.org', name: 'Ada', locale: 'nl' }),
    ),
  ).id;
});

describe('a link', () => {
  it('leads to its case with a cookie, without being used up', async () => {
    const { path, token } = await link();
    for (let i = 0; i < 3; i += 1) {
      const opened = await app('GET', path);
      expect([opened.status, opened.headers.get('location')]).toEqual([303, '/my']);
      expect(opened.headers.get('cache-control')).toBe('no-store');
      expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
      expect(opened.headers.get('x-robots-tag')).toMatch(/noindex/);
      expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
      expect(await who({ cookie: opened.cookie ?? '' })).toMatchObject({
        id: customerId,
        caseId: 'cas_1',
        power: 'act',
      });
    }
    const kept = await world.postgres.pool.query('select * from links, portal_sessions');
    expect(JSON.stringify(kept.rows)).not.toContain(token);
  });

  it('has 256 random bits', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, async () => (await link()).token));
    expect(new Set(tokens).size).toBe(20);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('says clearly what is wrong with it', async () => {
    const { token, id } = await link();
    const altered = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    for (const unknown of [altered, `${token}x`, token.slice(1), 'x', '%00', token.toUpperCase()]) {
      const answer = await app('GET', `/l/${unknown}`);
      expect([answer.status, answer.body.code], unknown).toEqual([404, 'link_unknown']);
      expect(answer.cookie).toBeNull();
    }
    await world.postgres.transact(async (tx) => ok(await revokeLink(tx, ctxNow(), { id })));
    expect((await app('GET', `/l/${token}`)).body.code).toBe('link_revoked');
    const short = await link({ days: 1 });
    world.clock.move(DAY);
    expect((await app('GET', short.path)).body.code).toBe('link_expired');
  });

  it('takes its sessions with it when it is revoked or runs out', async () => {
    const { token, id } = await link({ days: 1 });
    const { sessionToken } = must(await exchange(token));
    const cookie = `${PORTAL_COOKIE}=${sessionToken}`;
    expect((await who({ cookie })).kind).toBe('customer');
    await world.postgres.transact(async (tx) => ok(await revokeLink(tx, ctxNow(), { id })));
    expect((await who({ cookie })).kind).toBe('visitor');
    expect((await who({ bearer: token })).kind).toBe('visitor');
    const other = await session({ days: 1, caseId: 'cas_7' });
    world.clock.move(DAY);
    expect((await who({ cookie: other.cookie })).kind).toBe('visitor');
  });

  it('is replaced with all others of its case', async () => {
    const mine = [await link({ caseId: 'cas_8' }), await link({ caseId: 'cas_8' })];
    const others = await link({ caseId: 'cas_9' });
    const ended = await world.postgres.transact(async (tx) =>
      ok(await revokeLink(tx, ctxNow(), { caseId: 'cas_8' })),
    );
    expect(must(ended)).toBe(2);
    for (const one of mine) expect(refusedWith(await exchange(one.token))).toBe('link_revoked');
    expect((await exchange(others.token)).ok).toBe(true);
  });

  it('works as a bearer token too, and shows only its own case', async () => {
    const { token } = await link({ power: 'view' });
    const actor = await who({ bearer: token, path: '/api/offers/confirm' });
    expect(actor).toMatchObject({ kind: 'customer', power: 'view', sessionId: null });
    expect(requirePower(actor, 'act', 'cas_1')?.code).toBe('power_missing');
    expect(requirePower(actor, 'view', 'cas_2')?.code).toBe('link_other_case');
    expect((await who({ bearer: 'A'.repeat(43) })).kind).toBe('visitor');
  });

  it('gives a session of a day, which can be left', async () => {
    const { cookie, token } = await session();
    expect((await who({ cookie })).kind).toBe('customer');
    must(await world.postgres.transact((tx) => leavePortal(tx, token)));
    expect((await who({ cookie })).kind).toBe('visitor');
    const other = await session();
    world.clock.move(DAY);
    expect((await who({ cookie: other.cookie })).kind).toBe('visitor');
  });
});

describe('a fresh code', () => {
  const ask = (id: string) => world.postgres.transact((tx) => requestCode(tx, ctxNow(), id));
  const confirm = (id: string, code: string) => confirmCode(world.postgres, ctxNow(), id, code);
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('opens what is sensitive for a quarter of an hour', async () => {
    const { id, cookie } = await session();
    const sent = must(await ask(id));
    expect(sent).toMatchObject({ email: 'ada@example.org', locale: 'nl', caseId: 'cas_1' });
    expect(sent.code).toMatch(/^\d{6}$/);
    must(await confirm(id, ` ${sent.code.slice(0, 3)} ${sent.code.slice(3)} `));
    expect(await who({ cookie })).toMatchObject({ power: 'sensitive' });
    world.clock.move(15 * MINUTE);
    expect(await who({ cookie })).toMatchObject({ power: 'act' });
    expect(refusedWith(await confirm(id, sent.code))).toBe('code_expired');
    const kept = await world.postgres.pool.query('select code_hash from link_codes');
    expect(JSON.stringify(kept.rows)).not.toContain(sent.code);
  });

  it('stops at five wrong tries, the right code included', async () => {
    world.clock.move(HOUR);
    const { id, cookie } = await session();
    const { code } = must(await ask(id));
    for (let left = 4; left >= 0; left -= 1) {
      const no = await confirm(id, wrong(code));
      expect(no).toMatchObject({ ok: false, code: 'code_wrong', more: { tries_left: left } });
    }
    expect(refusedWith(await confirm(id, code))).toBe('code_expired');
    expect(await who({ cookie })).toMatchObject({ power: 'act' });
  });

  it('stops at five when fifty are tried at once', async () => {
    world.clock.move(HOUR);
    const { id } = await session();
    const { code } = must(await ask(id));
    const tries = await Promise.all(Array.from({ length: 50 }, () => confirm(id, wrong(code))));
    const codes = tries.map(refusedWith);
    expect(codes.filter((one) => one === 'code_wrong')).toHaveLength(5);
    expect(codes.filter((one) => one === 'code_expired')).toHaveLength(45);
  });

  it('works once, in its own session, for ten minutes, until a newer one', async () => {
    world.clock.move(HOUR);
    const [mine, other] = [await session(), await session()];
    const first = must(await ask(mine.id));
    expect(refusedWith(await confirm(other.id, first.code))).toBe('code_expired');
    const second = must(await ask(mine.id));
    if (second.code !== first.code)
      expect(refusedWith(await confirm(mine.id, first.code))).toBe('code_wrong');
    const both = await Promise.all([confirm(mine.id, second.code), confirm(mine.id, second.code)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const third = must(await ask(mine.id));
    world.clock.move(10 * MINUTE);
    expect(refusedWith(await confirm(mine.id, third.code))).toBe('code_expired');
  });

  it('can be asked for five times an hour, over all links of a customer', async () => {
    world.clock.move(HOUR);
    for (let i = 0; i < 5; i += 1) must(await ask((await session()).id));
    expect(refusedWith(await ask((await session()).id))).toBe('too_many_tries');
    world.clock.move(HOUR);
    expect((await ask((await session()).id)).ok).toBe(true);
  });

  it('is for links that may act, and sessions that live', async () => {
    expect(refusedWith(await ask((await session({ power: 'view' })).id))).toBe('power_missing');
    expect(refusedWith(await ask('ses_none'))).toBe('link_needed');
    expect(refusedWith(await confirm('ses_none', '123456'))).toBe('code_expired');
    expect(refusedWith(await confirm((await session()).id, 'x'.repeat(500)))).toBe('code_expired');
  });
});

describe('sweeping', () => {
  it('removes what is over and nothing else', async () => {
    await session();
    world.clock.move(HOUR);
    const { cookie } = await session();
    world.clock.move(DAY - HOUR + MINUTE);
    must(await world.postgres.transact((tx) => sweepIdentity(tx, ctxNow())));
    const left = await world.postgres.pool.query('select count(*)::int as n from portal_sessions');
    expect(left.rows[0].n).toBe(1);
    expect((await who({ cookie })).kind).toBe('customer');
  });
});
