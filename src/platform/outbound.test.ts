import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutboundRequest } from '../kernel/outbound.ts';
import { isPublicAddress } from './addresses.ts';
import { callableAddress, callOut } from './outbound.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serve(
  listener: RequestListener,
): Promise<{ port: number; server: Server; calls: () => number }> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => (server.closeAllConnections(), server.close()) });
  return { port: (server.address() as AddressInfo).port, server, calls: () => calls };
}

const ask = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  url,
  method: 'GET',
  headers: {},
  body: null,
  timeoutMs: 2000,
  maxBytes: 10_000,
  ...more,
});
const here = { allow: ['127.0.0.1'] };
const names =
  (...addresses: string[]): LookupFunction =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('an address of the public internet', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'fc00::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a call out', () => {
  it('gives status, headers and body of the answer', async () => {
    const { port } = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        response.writeHead(418, { 'X-Tea': 'yes' });
        response.end(`${request.method} ${String(request.headers['x-key'])} ${body} é`);
      });
    });
    const answer = await callOut(
      ask(`http://127.0.0.1:${port}/a?b=c`, { method: 'POST', headers: { 'x-key': 'k' }, body: 'naïve' }),
      here,
    );
    expect(answer).toMatchObject({ state: 'answered', status: 418, body: 'POST k naïve é' });
    expect(answer).toHaveProperty('headers.x-tea', 'yes');
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://0/',
  ])('to %s is refused by its number', async (url) => {
    expect(await callOut(ask(url), { allow: [] })).toMatchObject({ state: 'refused', sent: false });
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://x',
    'example.com',
    '',
    'https://a:b@example.com/',
  ])('to “%s” is refused by its form', async (url) => {
    expect(await callOut(ask(url), { allow: ['example.com'] })).toMatchObject({ state: 'refused' });
  });

  it('to a name inside the network is refused, and nothing connects', async () => {
    const { port, calls } = await serve((_, response) => response.end('secret'));
    for (const inside of [['127.0.0.1'], ['::ffff:127.0.0.1'], ['93.184.215.14', '127.0.0.1']])
      expect(
        await callOut(ask(`http://rebind.example:${port}/`), { allow: [], lookup: names(...inside) }),
      ).toMatchObject({ state: 'refused', detail: expect.stringContaining('inside this network') });
    expect(await callOut(ask(`http://localhost:${port}/`), { allow: [] })).toMatchObject({
      state: 'refused',
    });
    expect(calls()).toBe(0);
  });

  it('to an allowed host goes through, by host or host and port, and to no other', async () => {
    const { port } = await serve((_, response) => response.end('hello'));
    const lookup = names('127.0.0.1');
    const to = (allow: string[], host = 'checks.shop.lan') =>
      callOut(ask(`http://${host}:${port}/`), { allow, lookup }).then((r) => r.state);
    expect(await to(['checks.shop.lan'])).toBe('answered');
    expect(await to([`Checks.Shop.lan:${port}`])).toBe('answered');
    expect(await to([`checks.shop.lan:${port + 1}`])).toBe('refused');
    expect(await to(['shop.lan'])).toBe('refused');
    expect(await to(['checks.shop.lan'], 'evil.checks.shop.lan')).toBe('refused');
  });

  it('does not follow a redirect', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const { port } = await serve((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` });
      response.end();
    });
    expect(await callOut(ask(`http://127.0.0.1:${port}/`), here)).toMatchObject({
      state: 'answered',
      status: 302,
    });
    expect(inner.calls()).toBe(0);
  });

  it('to a server that hangs ends in time', async () => {
    const { port } = await serve(() => undefined);
    const begun = performance.now();
    expect(await callOut(ask(`http://127.0.0.1:${port}/`, { timeoutMs: 200 }), here)).toMatchObject({
      state: 'timeout',
      sent: true,
    });
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  it('to a server that drips ends in time too', async () => {
    const { port } = await serve((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await callOut(ask(`http://127.0.0.1:${port}/`, { timeoutMs: 300 }), here)).toMatchObject({
      state: 'timeout',
    });
  });

  it('with a name that nobody answers for ends in time', async () => {
    const policy = { allow: [], lookup: (() => undefined) as unknown as LookupFunction };
    expect(await callOut(ask('http://slow.example/', { timeoutMs: 100 }), policy)).toMatchObject({
      state: 'timeout',
      sent: false,
    });
  });

  it('reads no more than it wants of an endless answer', async () => {
    const { port } = await serve((_, response) => {
      const pour = (): void =>
        void (response.write('x'.repeat(65_536)) ? setImmediate(pour) : response.once('drain', pour));
      pour();
    });
    expect(await callOut(ask(`http://127.0.0.1:${port}/`), here)).toMatchObject({
      state: 'too_large',
      sent: true,
    });
  });

  it('says what broke: nobody there, cut off, no HTTP at all', async () => {
    const { port, server } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await callOut(ask(`http://127.0.0.1:${port}/`), here)).toMatchObject({
      state: 'unreachable',
      sent: true,
    });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(await callOut(ask(`http://127.0.0.1:${port}/`), here)).toMatchObject({
      state: 'unreachable',
      sent: false,
    });
    const rude = createTcp((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((done) => rude.listen(0, '127.0.0.1', done));
    open.push(rude);
    const at = (rude.address() as AddressInfo).port;
    expect(await callOut(ask(`http://127.0.0.1:${at}/`), here)).toMatchObject({ state: 'unreachable' });
  });

  it('with a header that would smuggle another is refused', async () => {
    expect(
      await callOut(ask('http://127.0.0.1:9/', { headers: { 'x-a': 'b\r\nx-c: d' } }), here),
    ).toMatchObject({
      state: 'refused',
    });
  });
});

describe('the address of a server that speaks no HTTP', () => {
  const named = (...addresses: string[]): LookupFunction => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return (_, options, callback) => callback(null, options.all ? all : (all[0]?.address ?? ''));
  };

  it('is given when it is a public one, the older kind first', async () => {
    const lookup = named('2606:4700::1111', '1.1.1.1');
    expect(await callableAddress('imap.example.com', 993, { allow: [], lookup })).toBe('1.1.1.1');
    expect(await callableAddress('9.9.9.9', 993, { allow: [] })).toBe('9.9.9.9');
  });

  it('is refused inside the network, by number or by name, unless the host is allowed', async () => {
    const lookup = named('1.1.1.1', '10.0.0.7');
    await expect(callableAddress('imap.example.com', 993, { allow: [], lookup })).rejects.toThrow(
      'inside this network',
    );
    await expect(callableAddress('169.254.169.254', 80, { allow: [] })).rejects.toThrow(
      'inside this network',
    );
    await expect(callableAddress('[::1]', 993, { allow: [] })).rejects.toThrow('inside this network');
    expect(
      await callableAddress('mail.lan', 993, { allow: ['mail.lan:993'], lookup: named('10.0.0.7') }),
    ).toBe('10.0.0.7');
    await expect(
      callableAddress('mail.lan', 25, { allow: ['mail.lan:993'], lookup: named('10.0.0.7') }),
    ).rejects.toThrow();
  });
});
