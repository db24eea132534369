import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imapMailbox, type ImapMailbox } from './imap.ts';
import { fakeImap, type FakeImap } from './testing-imap.ts';

let server: FakeImap;
beforeEach(async () => {
  server = await fakeImap('desk@shop.example', 's3cret-word');
});
afterEach(() => server.stop());

const mailbox = (over: Partial<ImapMailbox> = {}, config: Partial<ImapMailbox['config']> = {}) =>
  imapMailbox({
    config: {
      host: 'localhost',
      port: server.port,
      security: 'tls',
      user: 'desk@shop.example',
      folder: 'INBOX',
      ...config,
    },
    password: 's3cret-word',
    address: () => Promise.resolve('127.0.0.1'),
    mostBytes: 1000,
    inClear: true,
    ...over,
  });
const mail = (subject: string, body = 'Hi') => Buffer.from(`Subject: ${subject}\r\n\r\n${body}\r\n`);

describe('a mailbox', () => {
  it('hands over what is new byte for byte, oldest first, and marks it as read', async () => {
    const sent = [mail('one', 'caf\u00e9'), mail('two')];
    const uids = sent.map((one) => server.put(one));
    const got: Buffer[] = [];
    const hand = (raw: Uint8Array) => {
      got.push(Buffer.from(raw));
      return Promise.resolve('kept' as const);
    };
    expect(await mailbox().fetch(hand)).toEqual({ state: 'fetched', kept: 2, left: 0 });
    expect(got).toEqual(sent);
    expect(uids.map((uid) => server.flagsOf(uid))).toEqual([['\\Seen'], ['\\Seen']]);
    expect(await mailbox().fetch(hand)).toEqual({ state: 'fetched', kept: 0, left: 0 });
    expect(got).toHaveLength(2);
    expect(server.heard.at(-1)).toBe('LOGOUT');
  });

  it('keeps as new what could not be kept here', async () => {
    const uid = server.put(mail('one'));
    expect(await mailbox().fetch(() => Promise.resolve('later'))).toEqual({
      state: 'fetched',
      kept: 0,
      left: 1,
    });
    expect(server.flagsOf(uid)).toEqual([]);
  });

  it('gives of a mail that is too large one byte too many, not all of it', async () => {
    server.put(mail('large', 'x'.repeat(5000)));
    const sizes: number[] = [];
    await mailbox().fetch((raw) => {
      sizes.push(raw.byteLength);
      return Promise.resolve('kept');
    });
    expect(sizes).toEqual([1001]);
  });

  it('takes so many at once and the rest next time', async () => {
    for (let n = 0; n < 53; n += 1) server.put(mail(String(n)));
    const hand = () => Promise.resolve('kept' as const);
    expect(await mailbox().fetch(hand)).toEqual({ state: 'fetched', kept: 50, left: 3 });
    expect(await mailbox().fetch(hand)).toEqual({ state: 'fetched', kept: 3, left: 0 });
  });

  it('is tried without changing anything', async () => {
    const uid = server.put(mail('one'));
    expect(await mailbox().look()).toEqual({ ok: true, detail: 'INBOX is open: 1 mails, 1 new.' });
    expect(server.flagsOf(uid)).toEqual([]);
  });
});

describe('a mailbox that does not open', () => {
  it('says why, without the password', async () => {
    const said = await mailbox({ password: 'wrong-word' }).look();
    expect(said).toMatchObject({ ok: false });
    expect(said.detail).toContain('refused the sign-in of desk@shop.example');
    expect(JSON.stringify(said)).not.toContain('wrong-word');
  });

  it('ends when nobody is there, the folder is missing, or the address may not be called', async () => {
    const hand = () => Promise.resolve('kept' as const);
    expect(await mailbox({}, { folder: 'Nowhere' }).fetch(hand)).toMatchObject({ state: 'failed' });
    const inside = () => Promise.reject(new Error('10.0.0.1 is an address inside this network.'));
    expect(await mailbox({ address: inside }).fetch(hand)).toEqual({
      state: 'failed',
      detail: 'The mailbox did not open: 10.0.0.1 is an address inside this network.',
    });
    await server.stop();
    expect(await mailbox().fetch(hand)).toMatchObject({ state: 'failed' });
    server = await fakeImap('a', 'b');
  });

  it('never sends the password to a server without encryption', async () => {
    for (const security of ['tls', 'starttls'] as const)
      expect(await mailbox({ inClear: false }, { security }).look()).toMatchObject({ ok: false });
    expect(server.heard.join('\n')).not.toContain('s3cret-word');
  }, 40_000);
});
