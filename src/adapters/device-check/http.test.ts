import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbound } from '../../platform/outbound.ts';
import { keepsTheContract, QUESTION } from '../../ports/testing-device-check.ts';
import { httpDeviceCheckConfig } from './http-config.ts';
import { httpDeviceCheck } from './http.ts';
import { valueAt } from './json-pointer.ts';
import { manualDeviceCheck } from './manual.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
type Reply = (response: ServerResponse, seen: Seen) => void;

let base = '';
let reply: Reply = (response) => response.end('{}');
let seen: Seen[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    seen.push(one);
    reply(response, one);
  });
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
});

const says =
  (body: unknown, status = 200): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

function provider(more: Record<string, unknown> = {}, secrets: Record<string, string> = {}) {
  const config = httpDeviceCheckConfig.parse({
    url: `${base}/check?imei={imei}`,
    verdict: [{ pointer: '/result/blacklist', clean: ['CLEAN'], hit: ['BLACKLISTED'] }],
    timeout_ms: 500,
    ...more,
  });
  return httpDeviceCheck({ config, secrets, call: outbound({ allow: ['127.0.0.1'] }) });
}

describe('a provider over HTTP', () => {
  it('is clean or a hit exactly where the mapping says so', async () => {
    reply = says({ result: { blacklist: 'CLEAN' } });
    expect(await provider().ask(QUESTION)).toMatchObject({ state: 'answered', verdict: 'clean', lock: null });
    expect(seen[0]?.url).toBe('/check?imei=490154203237518');
    reply = says({ result: { blacklist: 'BLACKLISTED' } });
    expect(await provider().ask(QUESTION)).toMatchObject({ verdict: 'hit' });
  });

  it.each([
    ['another case', { result: { blacklist: 'clean' } }],
    ['a value nobody mapped', { result: { blacklist: 'NOT FOUND' } }],
    ['nothing there', { result: {} }],
    ['null', { result: { blacklist: null } }],
    ['a list of the right word', { result: { blacklist: ['CLEAN'] } }],
    ['an object', { result: { blacklist: { CLEAN: true } } }],
    ['another place', { blacklist: 'CLEAN' }],
    ['a name from the prototype', '{"__proto__":{"result":{"blacklist":"CLEAN"}}}'],
    ['HTML that says clean', '<html><body>{"result":{"blacklist":"CLEAN"}}</body></html>'],
    ['half a JSON', '{"result":{"blacklist":"CLEAN"'],
    ['an empty page', ''],
  ])('is unknown for %s', async (_, body) => {
    reply = says(body);
    expect(await provider().ask(QUESTION)).toMatchObject({ state: 'answered', verdict: 'unknown' });
  });

  it('keeps what came as evidence, cut short, and never our key', async () => {
    reply = (response, { url }) => response.end(`<p>${url}</p>${'x'.repeat(50_000)}`);
    const port = provider({ url: `${base}/check?key={api_key}&imei={imei}` }, { api_key: 's3cret/key' });
    const said = await port.ask(QUESTION);
    expect(seen[0]?.url).toBe('/check?key=s3cret%2Fkey&imei=490154203237518');
    expect(said.evidence).toMatchObject({ status: 200, cut: true });
    expect(String(said.evidence['body'])).toHaveLength(4_000);
    expect(JSON.stringify(said)).not.toMatch(/s3cret/);
  });

  it('is asked with body and headers filled in, and nothing breaks out of its place', async () => {
    reply = says({ result: { blacklist: 'CLEAN' } });
    const port = provider(
      {
        url: `${base}/v2/{serial}`,
        method: 'POST',
        headers: { Authorization: 'Bearer {token}' },
        body: '{"imei":"{imei}","what":{"brand":"{brand}","model":"{model}"}}',
      },
      { token: 'abcd' },
    );
    await port.ask({ ...QUESTION, serial: 'A/../B', brand: 'Ap"ple', model: 'a\nb' });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v2/A%2F..%2FB' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer abcd',
      'content-type': 'application/json',
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      imei: '490154203237518',
      what: { brand: 'Ap"ple', model: 'a\nb' },
    });
  });

  it('must be clean in every place that is looked at', async () => {
    const port = provider({
      verdict: [
        { pointer: '/lost', clean: ['false'], hit: ['true'] },
        { pointer: '/stolen', clean: ['0'], hit: ['1'] },
      ],
      lock: { pointer: '/fmi', clean: ['OFF'], hit: ['ON'] },
      model: '/name',
    });
    const verdicts = [];
    for (const [lost, stolen] of [
      [false, 0],
      [false, 1],
      [true, 0],
      [false, null],
    ]) {
      reply = says({ lost, stolen, fmi: 'ON', name: 'iPhone 13' });
      const said = await port.ask(QUESTION);
      expect(said).toMatchObject({ lock: 'hit', model: 'iPhone 13' });
      verdicts.push(said.state === 'answered' && said.verdict);
    }
    expect(verdicts).toEqual(['clean', 'hit', 'hit', 'unknown']);
  });

  it('is asked for both IMEIs, and what either shows counts', async () => {
    reply = (response, { url }) =>
      says({ result: { blacklist: url.endsWith('356938035643809') ? 'BLACKLISTED' : 'CLEAN' } })(
        response,
        seen[0]!,
      );
    const both = { ...QUESTION, imei2: '356938035643809' };
    expect(await provider().ask(both)).toMatchObject({ verdict: 'hit' });
    expect(seen).toHaveLength(2);
    expect(await provider({ both_imeis: false }).ask(both)).toMatchObject({ verdict: 'clean' });
    reply = (response, { url }) =>
      url.endsWith('356938035643809')
        ? response.end('?')
        : says({ result: { blacklist: 'CLEAN' } })(response, seen[0]!);
    expect(await provider().ask(both)).toMatchObject({ verdict: 'unknown' });
  });

  it('is asked again later when it is too busy or broken, not when it refuses', async () => {
    for (const status of [429, 500, 503]) {
      reply = says({ result: { blacklist: 'CLEAN' } }, status);
      expect(await provider().ask(QUESTION)).toMatchObject({ state: 'later', evidence: { status } });
    }
    for (const status of [301, 400, 401, 402, 404]) {
      reply = says({ result: { blacklist: 'CLEAN' } }, status);
      expect(await provider().ask(QUESTION)).toMatchObject({ state: 'answered', verdict: 'unknown' });
    }
  });

  it('is asked again when nobody is there, but not when it hung with the question', async () => {
    expect(await provider({ url: 'http://127.0.0.1:9/{imei}' }).ask(QUESTION)).toMatchObject({
      state: 'later',
    });
    reply = () => undefined;
    expect(await provider().ask(QUESTION)).toMatchObject({
      state: 'answered',
      verdict: 'unknown',
      evidence: { failure: 'timeout' },
    });
  });

  it('inside our network is not called', async () => {
    const config = httpDeviceCheckConfig.parse({
      url: `${base}/{imei}`,
      verdict: [{ pointer: '', clean: ['true'] }],
    });
    const port = httpDeviceCheck({ config, secrets: {}, call: outbound({ allow: [] }) });
    expect(await port.ask(QUESTION)).toMatchObject({ verdict: 'unknown', evidence: { failure: 'refused' } });
    expect(seen).toEqual([]);
  });

  describe('that hangs', () => {
    beforeEach(() => {
      reply = () => undefined;
    });
    keepsTheContract(() => provider(), 3_000);
  });
  describe('that lies in HTML', () => {
    beforeEach(() => {
      reply = (response) => response.end('<html>"blacklist":"CLEAN" BLACKLISTED</html>');
    });
    keepsTheContract(() => provider(), 3_000);
  });
  describe('that pours', () => {
    beforeEach(() => {
      reply = (response) => response.end(Buffer.alloc(3_000_000, 'CLEAN'));
    });
    keepsTheContract(() => provider(), 3_000);
  });
});

describe('nobody', () => {
  keepsTheContract(() => manualDeviceCheck(), 100);
});

describe('the description of a provider', () => {
  const good = {
    url: 'https://checks.example/{imei}',
    verdict: [{ pointer: '/a', clean: ['ok'], hit: [] }],
  };
  it.each([
    ['url', { ...good, url: 'ftp://x/{imei}' }],
    ['url', { ...good, url: 'https://checks.example/' }],
    ['verdict', { ...good, verdict: [] }],
    ['verdict', { ...good, verdict: [{ pointer: '/a', clean: [], hit: [] }] }],
    ['verdict', { ...good, verdict: [{ pointer: 'a', clean: ['x'] }] }],
    ['headers', { ...good, headers: { 'X Y': 'z' } }],
    ['timeout_ms', { ...good, timeout_ms: 3_600_000 }],
  ])('with a wrong %s is refused', (field, config) => {
    const read = httpDeviceCheckConfig.safeParse(config);
    expect(read.error?.issues[0]?.path[0]).toBe(field);
  });
});

it('a pointer goes by names and positions, and by nothing else', () => {
  const json = { a: [{ 'b/c': 1, '~d': 2 }], '': 3 };
  expect(valueAt(json, '/a/0/b~1c')).toBe(1);
  expect(valueAt(json, '/a/0/~0d')).toBe(2);
  expect(valueAt(json, '/')).toBe(3);
  expect(valueAt(json, '')).toBe(json);
  for (const nowhere of ['/a/00', '/a/-', '/a/1', '/a/length', '/constructor', '/x/y', 'a'])
    expect(valueAt(json, nowhere)).toBeUndefined();
});
