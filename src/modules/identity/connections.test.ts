import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/harness.ts';
import { loadConnection, opensInboundAddress } from './connections.ts';
import type { ConnectionKind, ConnectionTest } from './http/connections.ts';
import { cookieFor, demoShop, KEYRING, testApp, type Demo, type TestApp } from './testing.ts';

const world = testDatabase();
let app: TestApp;
let demo: Demo;
let owner: string;
let said: ConnectionTest = { ok: true, detail: 'fine', answer: null };

const kind = (over: Partial<ConnectionKind> & Pick<ConnectionKind, 'port' | 'adapter'>): ConnectionKind => ({
  config: z.object({}).strict(),
  secrets: [],
  needs: [],
  placeOf: () => '',
  test: () => Promise.resolve(said),
  ...over,
});
const KINDS = [
  kind({ port: 'chat', adapter: 'console' }),
  kind({
    port: 'chat',
    adapter: 'slack',
    config: z.object({ base_url: z.url() }).strict(),
    secrets: ['token'],
    needs: ['token'],
    placeOf: (config) => String(config['base_url']),
  }),
  kind({ port: 'inbound_mail', adapter: 'off' }),
  kind({ port: 'inbound_mail', adapter: 'address', needs: ['address_hash'] }),
];

const TOKEN = 'xoxb-very/secret+token';
const A = { base_url: 'https://a.example/api' };

beforeAll(async () => {
  demo = await demoShop(world);
  app = testApp(world, 'http://desk.test', KINDS);
  owner = await cookieFor(app, demo, 'owner');
});
beforeEach(async () => {
  said = { ok: true, detail: 'fine', answer: null };
  await sql`delete from connections`.execute(world.postgres.db);
});

const put = (body: unknown, version: number, port = 'chat', cookie = owner) =>
  app('PUT', `/api/connections/${port}`, { cookie, body, headers: { 'if-match': `"${version}"` } });
const load = (port: 'chat' | 'inbound_mail' = 'chat') => loadConnection(world.postgres.db, KEYRING, port);
const slack = (more: object = {}) => ({ adapter: 'slack', config: A, secrets: { token: TOKEN }, ...more });

describe('a connection', () => {
  it('is the harmless default until somebody connects', async () => {
    expect(await load()).toMatchObject({ adapter: 'console', enabled: false, version: 0, secrets: {} });
    const { body } = await app('GET', '/api/connections', { cookie: owner });
    expect(body.items.map((one: { port: string; adapter: string }) => `${one.port} ${one.adapter}`)).toEqual([
      'chat console',
      'device_check manual',
      'inbound_mail off',
    ]);
  });

  it('keeps its secret sealed and never shows it', async () => {
    const saved = await put(slack(), 0);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ secrets_set: ['token'], version: 1, enabled: true });
    expect(saved.body.changed_by).toBe(demo.of('owner').name);
    const all = await app('GET', '/api/connections', { cookie: owner });
    expect(JSON.stringify([saved.body, all.body])).not.toContain(TOKEN);
    const rows = await sql`select * from connections`.execute(world.postgres.db);
    expect(JSON.stringify(rows.rows)).not.toContain(TOKEN);
    expect((await load()).secrets).toEqual({ token: TOKEN });
  });

  it('keeps the secret when it is not typed again, but not when its address changes', async () => {
    await put(slack(), 0);
    expect((await put(slack({ secrets: {} }), 1)).status).toBe(200);
    expect((await load()).secrets).toEqual({ token: TOKEN });
    const moved = await put(slack({ secrets: {}, config: { base_url: 'https://thief.example' } }), 2);
    expect([moved.status, moved.body.code, moved.body.errors[0].field]).toEqual([
      422,
      'secret_missing',
      'secrets.token',
    ]);
    // Switched off it may be saved, and the secret is gone for good.
    await put(slack({ secrets: {}, config: { base_url: 'https://thief.example' }, enabled: false }), 2);
    const back = await put(slack({ secrets: {} }), 3);
    expect(back.body.code).toBe('secret_missing');
  });

  it('serves as the default while it is switched off, and keeps what was typed', async () => {
    await put(slack(), 0);
    await put(slack({ secrets: {}, enabled: false }), 1);
    expect(await load()).toMatchObject({ adapter: 'console', enabled: false, secrets: {} });
    await put(slack({ secrets: {} }), 2);
    expect((await load()).secrets).toEqual({ token: TOKEN });
  });

  it('whose key is gone asks for its secret again instead of failing', async () => {
    await put(slack(), 0);
    await sql`update connections set sealed = ${'v1.k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}`.execute(
      world.postgres.db,
    );
    const { status, body } = await app('GET', '/api/connections', { cookie: owner });
    expect([status, body.items[0].secrets_set]).toEqual([200, []]);
    expect((await load()).secrets).toEqual({});
    expect((await put(slack({ secrets: {} }), 1)).body.code).toBe('secret_missing');
    expect((await put(slack(), 1)).status).toBe(200);
    expect((await load()).secrets).toEqual({ token: TOKEN });
  });

  it('is changed by one of two at once', async () => {
    const answers = await Promise.all([put(slack(), 0), put({ adapter: 'console' }, 0)]);
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect((await put(slack(), 7)).body.code).toBe('stale_version');
  });

  it.each([
    [{ adapter: 'telegram' }, 'adapter_unknown'],
    [{ adapter: 'off' }, 'adapter_unknown'],
    [slack({ config: {} }), 'connection_invalid'],
    [slack({ config: { ...A, more: 1 } }), 'connection_invalid'],
    [slack({ secrets: { token: TOKEN, other: 'x' } }), 'secret_unknown'],
    [slack({ secrets: {} }), 'secret_missing'],
    [slack({ secrets: { token: '' } }), 'not_valid'],
  ])('refuses %j', async (body, code) => {
    const answer = await put(body, 0);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect((await load()).version).toBe(0);
  });

  it('is changed and tried by owners only', async () => {
    const viewer = await cookieFor(app, demo, 'viewer');
    expect((await put(slack(), 0, 'chat', viewer)).status).toBe(403);
    expect((await app('POST', '/api/connections/chat/test', { cookie: viewer, body: {} })).status).toBe(403);
    expect((await app('GET', '/api/connections', { cookie: viewer })).status).toBe(200);
    const bench = await cookieFor(app, demo, 'bench');
    expect((await app('GET', '/api/connections', { cookie: bench })).status).toBe(403);
  });
});

describe('trying a connection', () => {
  const test = () => app('POST', '/api/connections/chat/test', { cookie: owner, body: {} });

  it('shows the answer without the secret in it, and notes how it went', async () => {
    await put(slack(), 0);
    said = { ok: false, detail: `no ${TOKEN}`, answer: `{"token":"${encodeURIComponent(TOKEN)}"}` };
    const bad = await test();
    expect(bad.body).toEqual({ ok: false, detail: 'no •••', answer: '{"token":"•••"}' });
    const { body } = await app('GET', '/api/connections', { cookie: owner });
    expect(body.items[0]).toMatchObject({ last_error: 'no •••', last_ok_at: null });
    said = { ok: true, detail: 'fine', answer: 'ok' };
    await test();
    const later = await app('GET', '/api/connections', { cookie: owner });
    expect(later.body.items[0].last_ok_at).not.toBeNull();
    expect(later.body.items[0].version).toBe(1);
  });
});

describe('the inbound address', () => {
  it('is shown once, opens until the next one is made, and is no secret one can type', async () => {
    const make = () => app('POST', '/api/connections/inbound_mail/address', { cookie: owner, body: {} });
    const first = await make();
    const token = String(first.body.url).split('/').at(-1) ?? '';
    expect(first.body.url).toMatch(/^http:\/\/desk\.test\/api\/inbound-mail\/[\w-]{43}$/);
    expect(opensInboundAddress(await load('inbound_mail'), token)).toBe(true);
    expect(opensInboundAddress(await load('inbound_mail'), `${token}x`)).toBe(false);
    const second = await make();
    expect(opensInboundAddress(await load('inbound_mail'), token)).toBe(false);
    expect(second.body.connection).toMatchObject({ adapter: 'address', enabled: true, version: 2 });
    const off = await put({ adapter: 'address', enabled: false }, 2, 'inbound_mail');
    expect(off.status).toBe(200);
    const again = String(second.body.url).split('/').at(-1) ?? '';
    expect(opensInboundAddress(await load('inbound_mail'), again)).toBe(false);
    const typed = { adapter: 'address', secrets: { address_hash: 'mine' } };
    expect((await put(typed, 3, 'inbound_mail')).body.code).toBe('secret_unknown');
  });
});
