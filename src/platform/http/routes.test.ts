import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { TOYS, caller, toyApp, toyDeps } from '../../../test/toys.ts';
import { openPostgres } from '../postgres.ts';
import { makeLimiter } from './limit.ts';

const world = testDatabase();
let call: ReturnType<typeof caller>;

beforeAll(async () => {
  await world.postgres.pool.query(TOYS);
  call = caller(toyApp(toyDeps(world)));
});

type Answer = {
  code?: string;
  errors?: { field: string; code: string; message: string }[];
  [key: string]: unknown;
};
const bodyOf = async (response: Response) => (await response.json()) as Answer;

async function expectProblem(response: Response, status: number, code: string): Promise<Answer> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = await bodyOf(response);
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(body).toMatchObject({
    type: 'about:blank',
    status,
    request_id: response.headers.get('x-request-id'),
  });
  return body;
}

const add = (name: string, headers: Record<string, string> = {}) =>
  call('POST', '/api/toys', { as: 'staff', json: { name }, headers });

describe('a route', () => {
  it('acts and shows', async () => {
    const response = await add('bear');
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(await bodyOf(response)).toMatchObject({
      name: 'bear',
      price: { minor: 100, currency: 'EUR' },
      made_at: '2026-11-05T09:00:00.000Z',
    });
  });

  it('pages through a list', async () => {
    for (const name of ['one', 'two', 'three']) await add(name);
    const first = await bodyOf(await call('GET', '/api/toys?limit=2', { as: 'staff' }));
    const second = await bodyOf(
      await call('GET', `/api/toys?limit=200&cursor=${String(first['next_cursor'])}`, { as: 'staff' }),
    );
    expect(first['items']).toHaveLength(2);
    expect(second['next_cursor']).toBeNull();
    const names = [first, second].flatMap((page) =>
      (page['items'] as { name: string }[]).map((toy) => toy.name),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('three');
    await expectProblem(
      await call('GET', '/api/toys?cursor=bm9uc2Vuc2U', { as: 'staff' }),
      422,
      'cursor_malformed',
    );
    await expectProblem(await call('GET', '/api/toys?limit=201', { as: 'staff' }), 422, 'not_valid');
  });

  it('gives a response of its own', async () => {
    const response = await call('GET', '/api/toys.csv', { as: 'reader' });
    expect(await response.text()).toBe('id,name\n');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('answers 204 without a body', async () => {
    const { id } = await bodyOf(await add('gone'));
    const response = await call('DELETE', `/api/toys/${String(id)}`, { as: 'link-sensitive' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });
});

describe('who', () => {
  it('asks visitors to sign in, and tells staff which permission they miss', async () => {
    await expectProblem(await call('POST', '/api/toys', { json: { name: 'x' } }), 401, 'sign_in_required');
    await expectProblem(await call('GET', '/api/toys', { as: 'nonsense' }), 401, 'sign_in_required');
    const body = await expectProblem(
      await call('POST', '/api/toys', { as: 'reader', json: { name: 'x' } }),
      403,
      'permission_missing',
    );
    expect(body['more']).toEqual({ permission: 'case.create' });
  });

  it('tells the powers of a link apart', async () => {
    expect((await call('GET', '/api/toys', { as: 'link-view' })).status).toBe(200);
    await expectProblem(await call('DELETE', '/api/toys/1', { as: 'link-act' }), 403, 'power_missing');
    await expectProblem(await call('DELETE', '/api/toys/1', { as: 'staff' }), 403, 'not_for_you');
  });

  it('looks at permission before it looks at the body', async () => {
    await expectProblem(
      await call('POST', '/api/toys', { as: 'reader', json: { name: 5 } }),
      403,
      'permission_missing',
    );
  });

  it('takes changes from our own pages only', async () => {
    const from = (headers: Record<string, string>) =>
      call('POST', '/api/toys', { json: { name: 'x' }, headers: { cookie: 'session=staff', ...headers } });
    expect((await from({ origin: 'http://desk.test' })).status).toBe(201);
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await from({ origin: 'http://shop.lan:8080', host: 'shop.lan:8080' })).status).toBe(201);
    await expectProblem(await from({ origin: 'https://evil.test' }), 403, 'cross_origin_refused');
    await expectProblem(await from({ origin: 'null' }), 403, 'cross_origin_refused');
    await expectProblem(await from({ 'sec-fetch-site': 'cross-site' }), 403, 'cross_origin_refused');
    await expectProblem(await from({ 'sec-fetch-site': 'same-site' }), 403, 'cross_origin_refused');
  });

  it('opens some routes to other sites, without their cookies', async () => {
    const asked = await call('OPTIONS', '/api/echo', { headers: { origin: 'https://shop.test' } });
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
    const said = await call('POST', '/api/echo', {
      json: { say: 'hi' },
      headers: { origin: 'https://shop.test' },
    });
    expect([said.status, said.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(said.headers.get('access-control-allow-credentials')).toBeNull();
    const closed = await call('OPTIONS', '/api/toys', { headers: { origin: 'https://shop.test' } });
    expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

describe('bad input', () => {
  it('names each field', async () => {
    const body = await expectProblem(
      await call('POST', '/api/toys', {
        as: 'staff',
        json: { name: '  ', colour: 'green', parts: [{ weight: 1 }, { weight: 1.5 }, {}, { weight: 101 }] },
      }),
      422,
      'not_valid',
    );
    expect(body.errors).toEqual([
      { field: 'name', code: 'too_small', message: 'This must not be empty.' },
      { field: 'colour', code: 'unknown_value', message: 'This must be "red" or "blue".' },
      { field: 'parts.1.weight', code: 'wrong_type', message: 'This must be a whole number.' },
      { field: 'parts.2.weight', code: 'missing', message: 'This field is required.' },
      { field: 'parts.3.weight', code: 'too_big', message: 'This must be at most 100.' },
    ]);
  });

  it('refuses what is no JSON, no object, or of another type', async () => {
    const app = toyApp(toyDeps(world));
    const raw = async (body: string, type = 'application/json') =>
      await app.request('/api/toys', {
        method: 'POST',
        headers: { authorization: 'Bearer staff', 'content-type': type },
        body,
      });
    await expectProblem(await raw('{"name":'), 400, 'body_not_json');
    await expectProblem(await raw('[]'), 422, 'not_valid');
    await expectProblem(await raw('null'), 422, 'not_valid');
    await expectProblem(await raw(''), 422, 'not_valid');
    await expectProblem(
      await raw('name=x', 'application/x-www-form-urlencoded'),
      415,
      'content_type_not_json',
    );
    expect((await raw('{"name":"x"}', 'application/vnd.api+json; charset=utf-8')).status).toBe(201);
  });

  it('refuses text the database cannot keep', async () => {
    for (const name of ['a\0b', 'half \ud800']) {
      const body = await expectProblem(await add(name), 422, 'unreadable_text');
      expect(body.errors?.[0]?.field).toBe('name');
    }
    expect((await add('whole 😀')).status).toBe(201);
    await expectProblem(await call('GET', '/api/toys/%00'), 422, 'not_valid');
  });

  it('refuses a body that is too large, without reading it', async () => {
    const big = await call('POST', '/api/toys', { as: 'staff', json: { name: 'x'.repeat(1_100_000) } });
    await expectProblem(big, 413, 'body_too_large');
    const claimed = await call('POST', '/api/toys', {
      as: 'staff',
      json: {},
      headers: { 'content-length': '10000000' },
    });
    await expectProblem(claimed, 413, 'body_too_large');
  });

  it('knows its paths and their methods', async () => {
    await expectProblem(await call('GET', '/api/nothing'), 404, 'no_such_route');
    const wrong = await call('PUT', '/api/toys/1');
    await expectProblem(wrong, 405, 'method_not_allowed');
    expect(wrong.headers.get('allow')).toBe('GET, PATCH, DELETE');
    await expectProblem(await call('GET', '/api/toys/999999'), 404, 'toy_not_found');
    await expectProblem(await call('GET', '/api/toys/bear'), 422, 'not_valid');
  });
});

describe('versions', () => {
  it('demands one, takes the right one, refuses an old one with the present one', async () => {
    const { id } = await bodyOf(await add('versioned'));
    const rename = (headers: Record<string, string>) =>
      call('PATCH', `/api/toys/${String(id)}`, { as: 'staff', json: { name: 'new' }, headers });
    await expectProblem(await rename({}), 428, 'version_required');
    await expectProblem(await rename({ 'if-match': 'seven' }), 400, 'if_match_malformed');
    const done = await rename({ 'if-match': '"1"' });
    expect([done.status, done.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await expectProblem(await rename({ 'if-match': '"1"' }), 412, 'stale_version');
    expect(stale['more']).toEqual({ current_version: 2 });
    expect((await rename({ 'if-match': '*' })).status).toBe(200);
  });
});

describe('failures', () => {
  it('says nothing of a bug but its number', async () => {
    const response = await add('broken');
    const body = await expectProblem(response, 500, 'internal_error');
    expect(JSON.stringify(body)).not.toContain('secret detail');
    const { rows } = await world.postgres.pool.query(`select 1 from toys where name = 'broken'`);
    expect(rows).toEqual([]);
  });

  it('answers in time', async () => {
    const response = await call('GET', '/api/slow');
    await expectProblem(response, 503, 'took_too_long');
    expect(response.headers.get('retry-after')).toBe('2');
  });

  it('answers 503 while the database is away, and is alive all the same', async () => {
    const away = openPostgres({ url: 'postgres://127.0.0.1:1/nothing' });
    const lonely = caller(toyApp(toyDeps(world, { postgres: away })));
    const response = await lonely('GET', '/api/toys/1');
    await expectProblem(response, 503, 'database_unavailable');
    expect(response.headers.get('retry-after')).toBe('2');
    await expectProblem(
      await lonely('POST', '/api/toys', { as: 'staff', json: { name: 'x' } }),
      503,
      'database_unavailable',
    );
    expect((await lonely('GET', '/livez')).status).toBe(200);
    expect((await lonely('GET', '/readyz')).status).toBe(503);
    await away.close();
  });

  it('limits how often one caller calls', async () => {
    const own = caller(toyApp(toyDeps(world, { limiter: makeLimiter() })));
    const say = () => own('POST', '/api/echo', { json: { say: 'again' } });
    const first = await say();
    expect(first.headers.get('ratelimit-limit')).toBe('10');
    expect(first.headers.get('ratelimit-remaining')).toBe('9');
    for (let i = 0; i < 9; i += 1) expect((await say()).status).toBe(200);
    const refused = await say();
    await expectProblem(refused, 429, 'too_many_requests');
    expect(refused.headers.get('retry-after')).toBe('6');
    world.clock.move(6_000);
    expect((await say()).status).toBe(200);
  });
});

describe('headers', () => {
  it('keep browsers honest, and plain http reachable', async () => {
    const response = await call('GET', '/livez');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('strict-transport-security')).toBeNull();
    const secure = caller(toyApp(toyDeps(world, { baseUrl: 'https://desk.test' })));
    expect((await secure('GET', '/livez')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('carry a request id of the caller’s, when it looks like one', async () => {
    const id = async (given: string) =>
      (await call('GET', '/livez', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await id('shop-12345678')).toBe('shop-12345678');
    expect(await id('<script>')).toMatch(/^req_/);
  });
});
