import { beforeAll, describe, expect, it } from 'vitest';
import { must, refusedWith, staffActor, testDatabase } from '../../../test/harness.ts';
import { DAY, HOUR } from '../../kernel/time.ts';
import { changeStaff, disableStaff } from './actions/staff.ts';
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

const invite = (changes: Record<string, unknown> = {}) =>
  app('POST', '/api/staff', {
    cookie: owner,
    body: {
      name: 'Noor Bakker',
      email: 'noor@secondspring.example',
      roles: ['bench'],
      locale: 'nl',
      ...changes,
    },
  });
const tokenOf = (url: string): string => new URL(url).hash.slice(1);
const accept = (token: string, password: string) =>
  app('POST', '/api/session/invitation', { body: { token, password } });

describe('inviting', () => {
  it('shows a link once, by which the person chooses a password and is in', async () => {
    const invited = await invite();
    expect(invited.status).toBe(201);
    expect(invited.body.person).toMatchObject({ state: 'invited', roles: ['bench'] });
    const token = tokenOf(invited.body.url);
    expect((await accept(token, 'short')).body.code).toBe('password_weak');
    expect((await accept(token, 'noor bakker')).body.code).toBe('password_weak');
    const entered = await accept(token, 'golf duin zeven');
    expect(entered.body.me).toMatchObject({ name: 'Noor Bakker', roles: ['bench'] });
    expect((await app('GET', '/api/session', { cookie: entered.cookie })).status).toBe(200);
    expect((await accept(token, 'golf duin acht')).body.code).toBe('invitation_unknown');
  });

  it('gives one winner when a link is used twice at once', async () => {
    const token = tokenOf((await invite({ email: 'twice@secondspring.example', name: 'T W' })).body.url);
    const answers = await Promise.all([accept(token, 'golf duin zeven'), accept(token, 'wolk mast negen')]);
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  it('lets a link go stale after three days', async () => {
    const token = tokenOf((await invite({ email: 'late@secondspring.example', name: 'La Te' })).body.url);
    world.clock.move(3 * DAY + HOUR);
    expect((await accept(token, 'golf duin zeven')).body.code).toBe('invitation_unknown');
    owner = await cookieFor(app, demo, 'owner');
  });

  it.each([
    [{ email: 'NOOR@secondspring.example' }, 409, 'email_taken', 'email'],
    [{ email: 'noor' }, 422, 'not_valid', 'email'],
    [{ roles: [] }, 422, 'not_valid', 'roles'],
    [{ roles: ['boss'] }, 422, 'not_valid', 'roles.0'],
    [{ location_id: 'loc_none', email: 'x@y.example' }, 422, 'location_unknown', 'location_id'],
    [{ name: '' }, 422, 'not_valid', 'name'],
  ])('refuses %j', async (changes, status, code, field) => {
    const answer = await invite(changes);
    expect([answer.status, answer.body.code, answer.body.errors[0]?.field]).toEqual([status, code, field]);
  });

  it('is for those who may manage staff', async () => {
    const finance = await cookieFor(app, demo, 'finance');
    for (const [method, path] of [
      ['GET', '/api/staff'],
      ['POST', '/api/staff'],
      ['POST', `/api/staff/${demo.of('viewer').id}/disable`],
      ['POST', `/api/staff/${demo.of('viewer').id}/reset`],
    ] as const) {
      const answer = await app(method, path, { cookie: finance, body: method === 'POST' ? {} : undefined });
      expect([answer.status, answer.body.code], path).toEqual([403, 'permission_missing']);
    }
    expect((await app('GET', '/api/staff')).status).toBe(401);
    const plain = staffActor(['case.view'], demo.of('viewer').id);
    const direct = await world.postgres.transact((tx) =>
      disableStaff(tx, world.ctxFor(plain), demo.of('finance').id),
    );
    expect(refusedWith(direct)).toBe('permission_missing');
  });

  it('shows colleagues to everybody, without addresses', async () => {
    const answer = await app('GET', '/api/colleagues', { cookie: await cookieFor(app, demo, 'viewer') });
    expect(answer.body.items.map((one: { name: string }) => one.name)).toContain('Bram Jansen');
    expect(JSON.stringify(answer.body)).not.toContain('@');
  });
});

describe('changing a person', () => {
  it('counts from the very next request on', async () => {
    const bram = demo.of('bench');
    const cookie = await cookieFor(app, demo, 'bench');
    const list = await app('GET', '/api/staff', { cookie: owner });
    const { version } = list.body.items.find((one: { id: string }) => one.id === bram.id);
    const change = (given: string | null, body: unknown) =>
      app('PATCH', `/api/staff/${bram.id}`, {
        cookie: owner,
        body,
        headers: given === null ? {} : { 'if-match': given },
      });
    expect((await change(null, { roles: ['bench', 'finance'] })).status).toBe(428);
    const changed = await change(`"${version}"`, { roles: ['bench', 'finance'] });
    expect(changed.body).toMatchObject({ roles: ['bench', 'finance'], version: version + 1 });
    expect((await app('GET', '/api/session', { cookie })).body.permissions).toContain('payout.submit');
    const stale = await change(`"${version}"`, { roles: ['bench'] });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect((await change(`"${version + 1}"`, { admin: true })).body.errors[0].field).toBe('admin');
    expect((await change(`"${version + 1}"`, { roles: ['bench'] })).status).toBe(200);
  });
});

describe('disabling', () => {
  it('ends sessions in the middle of the work, and signing in', async () => {
    const victor = demo.of('viewer');
    const cookie = await cookieFor(app, demo, 'viewer');
    expect((await app('GET', '/api/session', { cookie })).status).toBe(200);
    expect((await app('POST', `/api/staff/${victor.id}/disable`, { cookie: owner })).body.state).toBe(
      'disabled',
    );
    expect((await app('GET', '/api/session', { cookie })).status).toBe(401);
    const refused = await app('POST', '/api/session', {
      body: { email: victor.email, password: demo.password },
    });
    expect(refused.body.code).toBe('sign_in_failed');
    const reset = await app('POST', `/api/staff/${victor.id}/reset`, { cookie: owner, body: {} });
    expect(reset.body.code).toBe('staff_disabled');
    expect((await app('POST', `/api/staff/${victor.id}/enable`, { cookie: owner })).body.state).toBe(
      'active',
    );
    expect((await app('GET', '/api/session', { cookie })).status).toBe(401);
    expect(await cookieFor(app, demo, 'viewer')).toBeTruthy();
  });

  it('spares the last owner and oneself', async () => {
    const olivia = demo.of('owner').id;
    expect((await app('POST', `/api/staff/${olivia}/disable`, { cookie: owner })).body.code).toBe(
      'own_account',
    );
    const system = world.ctxFor({ kind: 'system' });
    const last = await world.postgres.transact((tx) => disableStaff(tx, system, olivia));
    expect(refusedWith(last)).toBe('last_owner');
    const demoted = await world.postgres.transact((tx) =>
      changeStaff(tx, system, { id: olivia, version: null, roles: ['viewer'] }),
    );
    expect(refusedWith(demoted)).toBe('last_owner');
  });

  it('keeps one owner when two owners disable each other at once', async () => {
    const [one, other] = [demo.of('owner').id, demo.of('help_desk').id];
    const system = world.ctxFor({ kind: 'system' });
    must(
      await world.postgres.transact((tx) =>
        changeStaff(tx, system, { id: other, version: null, roles: ['owner'] }),
      ),
    );
    const both = await Promise.all(
      [one, other].map((id) => world.postgres.transact((tx) => disableStaff(tx, system, id))),
    );
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    await world.postgres.pool.query('update staff set disabled_at = null');
    owner = await cookieFor(app, demo, 'owner');
  });

  it('says so of somebody who does not exist', async () => {
    const answer = await app('POST', '/api/staff/stf_nobody/disable', { cookie: owner });
    expect([answer.status, answer.body.code]).toEqual([404, 'staff_unknown']);
  });
});

describe('resetting', () => {
  it('ends sessions and gives a link of one hour; a newer one replaces it', async () => {
    const { id } = demo.of('counter');
    const cookie = await cookieFor(app, demo, 'counter');
    const first = await app('POST', `/api/staff/${id}/reset`, { cookie: owner, body: {} });
    expect((await app('GET', '/api/session', { cookie })).status).toBe(401);
    const second = await app('POST', `/api/staff/${id}/reset`, { cookie: owner, body: {} });
    expect((await accept(tokenOf(first.body.url), 'golf duin zeven')).status).toBe(404);
    world.clock.move(HOUR + 1000);
    expect((await accept(tokenOf(second.body.url), 'golf duin zeven')).status).toBe(404);
    const third = await app('POST', `/api/staff/${id}/reset`, { cookie: owner, body: {} });
    expect((await accept(tokenOf(third.body.url), 'golf duin zeven')).body.me.id).toBe(id);
  });
});
