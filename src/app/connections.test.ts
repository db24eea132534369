import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { startApp, type App, type Caller } from '../../test/app.ts';

const KEY = 'k-very/secret+key';
let app: App;
let owner: Caller;
let server: Server;
let asked: { url: string; key: string }[] = [];
let answer: { status: number; type: string; body: string } = {
  status: 200,
  type: 'application/json',
  body: '{}',
};

beforeAll(async () => {
  app = await startApp();
  owner = await app.as('owner');
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', key: String(request.headers['x-key']) });
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await app.stop();
});
beforeEach(async () => {
  asked = [];
  await sql`delete from connections`.execute(app.program.postgres.db);
});

function base(): string {
  const at = server.address();
  return typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : '';
}

const config = (over: object = {}) => ({
  url: `${base()}/imei/{imei}`,
  headers: { 'X-Key': '{api_key}' },
  verdict: [{ pointer: '/status', clean: ['clean'], hit: ['lost'] }],
  ...over,
});
type Said = { code?: string; errors?: { field: string }[]; version?: number; config?: object };
const put = (port: string, body: object, version = 0) =>
  owner.call<Said>('PUT', `/api/connections/${port}`, body, { 'if-match': `"${version}"` });
const test = (sample?: string) =>
  owner.call<{ ok: boolean; detail: string; answer: string | null }>(
    'POST',
    '/api/connections/device_check/test',
    sample ? { sample } : {},
  );

describe('a device check over HTTP', () => {
  it('is described, tried with a number of one’s own, and shows the provider’s answer without the key', async () => {
    const saved = await put('device_check', { adapter: 'http', config: config(), secrets: { api_key: KEY } });
    expect([saved.status, saved.body.config]).toMatchObject([200, { method: 'GET', timeout_ms: 15_000 }]);
    answer = { status: 200, type: 'application/json', body: JSON.stringify({ status: 'lost', you: KEY }) };
    const said = await test('356938035643809');
    expect(asked).toEqual([{ url: '/imei/356938035643809', key: KEY }]);
    expect(said.body.ok).toBe(true);
    expect(said.body.detail).toMatch(/^hit: /);
    expect(said.body.answer).toContain('lost');
    expect(JSON.stringify(said.body)).not.toContain(KEY);
  });

  it.each([
    ['HTML', { status: 200, type: 'text/html', body: '<h1>clean</h1>' }],
    ['a value nobody mapped', { status: 200, type: 'application/json', body: '{"status":"perhaps"}' }],
    ['a refusal', { status: 401, type: 'application/json', body: '{"status":"clean"}' }],
    ['a failure', { status: 500, type: 'application/json', body: '{"status":"clean"}' }],
  ])('that answers with %s has not worked', async (_, said) => {
    await put('device_check', { adapter: 'http', config: config(), secrets: { api_key: KEY } });
    answer = said;
    const { body } = await test();
    expect(body.ok).toBe(false);
    expect(body.detail).not.toMatch(/^clean/);
    const all = await owner.call<{ items: { port: string; last_error: string | null }[] }>(
      'GET',
      '/api/connections',
    );
    expect(all.body.items.find((one) => one.port === 'device_check')?.last_error).toBe(body.detail);
  });

  it('keeps its key while only the path changes, and forgets it with the host', async () => {
    await put('device_check', { adapter: 'http', config: config(), secrets: { api_key: KEY } });
    await put('device_check', { adapter: 'http', config: config({ url: `${base()}/v2/{imei}` }) }, 1);
    answer = { status: 200, type: 'application/json', body: '{"status":"clean"}' };
    await test();
    expect(asked.at(-1)?.key).toBe(KEY);
    const elsewhere = base().replace('127.0.0.1', 'localhost');
    await put('device_check', { adapter: 'http', config: config({ url: `${elsewhere}/{imei}` }) }, 2);
    await test();
    expect(asked.map((one) => one.key).slice(1)).not.toContain(KEY);
  });

  it.each([
    [{ url: 'ftp://x/{imei}' }, 'config.url'],
    [{ url: 'https://checks.example/' }, 'config.url'],
    [{ verdict: [] }, 'config.verdict'],
    [{ verdict: [{ pointer: 'status', clean: ['x'], hit: [] }] }, 'config.verdict.0.pointer'],
    [{ verdict: [{ pointer: '/status', clean: [], hit: [] }] }, 'config.verdict'],
    [{ headers: { 'X Y': 'z' } }, 'config.headers.X Y'],
    [{ timeout_ms: 10_000_000 }, 'config.timeout_ms'],
  ])('is refused with %j', async (over, field) => {
    const answered = await put('device_check', { adapter: 'http', config: config(over) });
    expect([answered.status, answered.body.code, answered.body.errors?.[0]?.field]).toEqual([
      422,
      'connection_invalid',
      field,
    ]);
  });
});

describe('a mailbox', () => {
  const imap = { host: 'imap.example.com', user: 'desk', security: 'tls' };

  it('needs its password, again when the server changes', async () => {
    const bare = await put('inbound_mail', { adapter: 'imap', config: imap });
    expect([bare.status, bare.body.errors?.[0]?.field]).toEqual([422, 'secrets.password']);
    expect(
      (await put('inbound_mail', { adapter: 'imap', config: imap, secrets: { password: 'pw' } })).status,
    ).toBe(200);
    expect(
      (await put('inbound_mail', { adapter: 'imap', config: { ...imap, folder: 'Desk' } }, 1)).status,
    ).toBe(200);
    const moved = await put(
      'inbound_mail',
      { adapter: 'imap', config: { ...imap, host: 'evil.example' } },
      2,
    );
    expect(moved.body.code).toBe('secret_missing');
  });

  it.each([
    { host: 'a b' },
    { host: 'x', port: 0 },
    { host: 'http://x/' },
    { user: '' },
    { security: 'none' },
  ])('is refused with %j', async (over) => {
    const body = { adapter: 'imap', config: { ...imap, ...over }, secrets: { password: 'pw' } };
    expect((await put('inbound_mail', body)).body.code).toBe('connection_invalid');
  });
});

describe('a mailbox', () => {
  it('is really opened by the test, and its password never shown', async () => {
    const at = server.address();
    const port = typeof at === 'object' && at ? at.port : 0;
    const saved = await put('inbound_mail', {
      adapter: 'imap',
      config: { host: 'localhost', port, security: 'tls', user: 'desk', folder: 'INBOX' },
      secrets: { password: KEY },
    });
    expect(saved.status).toBe(200);
    const said = await owner.call<{ ok: boolean; detail: string }>(
      'POST',
      '/api/connections/inbound_mail/test',
      {},
    );
    expect(said.body).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^The mailbox did not open: /),
    });
    expect(JSON.stringify(said.body)).not.toContain(KEY);
  });
});
