import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, SYSTEM, type Desk } from '../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase, testRandom } from '../../../test/harness.ts';
import { diskStorage } from '../../adapters/storage/disk.ts';
import type { Actor } from '../../kernel/actor.ts';
import { makeLimiter } from '../../platform/http/limit.ts';
import { makeMetrics } from '../../platform/http/metrics.ts';
import { mountRoutes } from '../../platform/http/mount.ts';
import { readFileBytes } from '../cases/http/stored-files.ts';
import { makeInboundAddress } from '../identity/actions/connections.ts';
import { matchInbound } from './actions/inbound.ts';
import { readRaw, receiveMail, type Mailroom } from './actions/receive-mail.ts';
import { inboundRoutes } from './http/inbound.ts';
import type { InboundRow } from './store/inbound.ts';
import { OUR_LETTER, sampleMail } from './testing-mail.ts';

const world = testDatabase();
const folder = join(tmpdir(), `reprise-mail-${randomUUID()}`);
const KEYRING = { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(3)]]) };
const files = { storage: diskStorage(folder), keyring: KEYRING };
const CLERK = staffActor(['messages.view', 'messages.send']);
const VIEWER = staffActor(['messages.view']);
let actor: Actor = CLERK;
let app: Hono;
let desk: Desk;
let token = '';

beforeAll(async () => {
  countEffects();
  await aShop(world);
  desk = await aCase(world);
  app = new Hono();
  mountRoutes(app, inboundRoutes(files), {
    postgres: world.postgres,
    who: () => Promise.resolve(actor),
    clock: world.clock.now,
    random: testRandom(5),
    log: world.log,
    baseUrl: 'http://desk.test',
    trustProxy: false,
    limiter: makeLimiter(0),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
  });
  const made = await world.postgres.transact((tx) =>
    makeInboundAddress(tx, world.ctxFor(staffActor(['settings.edit'])), KEYRING),
  );
  token = must(made).token;
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await sql`truncate inbound_messages`.execute(world.postgres.db);
  await sql`delete from files`.execute(world.postgres.db);
  await sql`delete from messages`.execute(world.postgres.db);
  await sql`
    insert into messages (id, case_id, item_id, event, channel, locale, to_address, data, state, dedupe_key, message_id, created_at, sent_at)
    values ('msg_01kaq8', ${desk.caseId}, ${desk.itemIds[0]}, 'quote_made', 'email', 'en', 'jo@example.com', '{}', 'sent', 'k', ${OUR_LETTER},
      ${world.clock.now()}, ${world.clock.now()})`.execute(world.postgres.db);
});

const room = (): Mailroom => ({ postgres: world.postgres, files });
const receive = async (name: string) =>
  must(await receiveMail(room(), world.ctxFor(SYSTEM), sampleMail(name, desk.reference), 'imap'));
const rowOf = async (id: string): Promise<InboundRow> => {
  const found = await sql<InboundRow>`select * from inbound_messages where id = ${id}`.execute(
    world.postgres.db,
  );
  const [row] = found.rows;
  if (!row) throw new Error('no such mail');
  return row;
};
const letter = async () =>
  (
    await sql<{ state: string; last_error: string | null }>`select state, last_error from messages`.execute(
      world.postgres.db,
    )
  ).rows[0];
type FileFacts = {
  id: string;
  name: string;
  purpose: string;
  sealed: boolean;
  storage_key: string;
  preview_key: string | null;
};
const filesOfDesk = async () =>
  (
    await sql<FileFacts>`select * from files where case_id = ${desk.caseId} order by uploaded_at`.execute(
      world.postgres.db,
    )
  ).rows;

describe('a mail that comes in', () => {
  it.each([
    ['outlook-reply', 'reply', false],
    ['gmail-reply', 'reply', false],
    ['apple-photo', 'reference', false],
    ['winmail', 'reference', false],
    ['no-message-id', 'reference', false],
    ['nested', 'reference', false],
    ['format-flowed', 'sender', false],
    ['html-script', 'sender', false],
    ['forged-sender', 'reference', true],
  ])('%s is matched by %s', async (name, by, other) => {
    const row = await rowOf((await receive(name)).id);
    expect(row).toMatchObject({
      case_id: desk.caseId,
      matched_by: by,
      other_sender: other,
      automatic: false,
      read_at: null,
    });
    expect(row.item_id).toBe(by === 'reply' ? desk.itemIds[0] : null);
  });

  it.each(['windows-1252', 'iso-2022-jp', 'unknown-sender'])('%s waits for a person', async (name) => {
    const { id, caseId } = await receive(name);
    expect([caseId, (await rowOf(id)).matched_by]).toEqual([null, null]);
    expect(await filesOfDesk()).toEqual([]);
  });

  it('twice is taken once, also at the same time', async () => {
    const [one, two] = await Promise.all([receive('apple-photo'), receive('apple-photo')]);
    const three = await receive('apple-photo');
    expect([one.id, two.id]).toEqual([three.id, three.id]);
    expect([one, two].filter((mail) => mail.repeated)).toHaveLength(1);
    expect(three.repeated).toBe(true);
    expect(await filesOfDesk()).toHaveLength(1);
    const without = [await receive('no-message-id'), await receive('no-message-id')];
    expect(without.map((mail) => mail.repeated)).toEqual([false, true]);
  });

  it('is kept as it came, sealed, and its photo in the case', async () => {
    const { id } = await receive('apple-photo');
    const row = await rowOf(id);
    const raw = sampleMail('apple-photo', desk.reference);
    expect(Buffer.from((await readRaw(room(), row.raw_key ?? '')) ?? []).equals(raw)).toBe(true);
    expect(Buffer.from((await files.storage.get(row.raw_key ?? '')) ?? []).includes('iPhone')).toBe(false);
    const [photo] = await filesOfDesk();
    expect(photo).toMatchObject({ purpose: 'mail', name: 'IMG_0042.jpg', sealed: true });
    expect(row.attachments).toMatchObject([{ name: 'IMG_0042.jpeg', file_id: photo?.id, refused: null }]);
    const bytes = photo ? await readFileBytes(files, photo, 'full') : null;
    expect([...(bytes?.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
  });

  it('names the files it may not keep, and why', async () => {
    const row = await rowOf((await receive('winmail')).id);
    expect(row.attachments).toMatchObject([
      { name: 'winmail.dat', file_id: null, refused: 'file_type_refused' },
      { file_id: null, refused: 'file_type_refused' },
    ]);
    expect(await filesOfDesk()).toEqual([]);
  });

  it('with a mail inside keeps the invoice of that one', async () => {
    await receive('nested');
    expect(await filesOfDesk()).toMatchObject([{ name: 'invoice.pdf', purpose: 'mail' }]);
  });

  it('that says a letter came back marks it failed; late or forged it does not', async () => {
    await receive('delayed');
    expect(await letter()).toMatchObject({ state: 'sent' });
    const { id } = await receive('bounce');
    expect(await letter()).toEqual({
      state: 'failed',
      last_error: '5.1.1 550 5.1.1 <jo@example.com>: Recipient address rejected: User unknown',
    });
    expect(await rowOf(id)).toMatchObject({ case_id: desk.caseId, automatic: true, other_sender: false });
  });

  it('of an absent customer changes no letter and asks for no reading', async () => {
    expect(await rowOf((await receive('out-of-office')).id)).toMatchObject({
      automatic: true,
      case_id: desk.caseId,
    });
    expect(await letter()).toMatchObject({ state: 'sent' });
  });
});

type Mail = {
  id: string;
  reference: string | null;
  text: string;
  attachments: { url: string | null; name: string }[];
};
type Body = {
  code: string;
  items: (Mail & { direction: string; state: string | null })[];
  unmatched: number;
  unread: number;
  received: boolean;
  next_cursor: string | null;
} & Mail;
async function call(
  method: string,
  path: string,
  body?: string | Buffer<ArrayBuffer> | ArrayBuffer,
  type = 'application/json',
  as: Actor = CLERK,
) {
  actor = as;
  const headers = {
    authorization: 'Bearer test',
    origin: 'http://desk.test',
    ...(type ? { 'content-type': type } : {}),
  };
  const response = await app.request(`http://desk.test${path}`, {
    method,
    headers,
    ...(body ? { body } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as Body };
}
const post = (path: string, body: object = {}, as: Actor = CLERK) =>
  call('POST', path, JSON.stringify(body), 'application/json', as);
const raw = (name: string): Buffer<ArrayBuffer> => Buffer.from(sampleMail(name, desk.reference));
const state = async (name: string) =>
  (await call('GET', `/api/inbound?state=${name}`)).body.items.map((one) => one.id);

describe('the address for providers', () => {
  const at = (secret: string) => `/api/inbound-mail/${secret}`;

  it('takes a raw mail, in whatever charset, and again without harm', async () => {
    for (const _ of [1, 2]) {
      const answer = await call('POST', at(token), raw('windows-1252'), 'message/rfc822', {
        kind: 'visitor',
      });
      expect([answer.status, answer.body]).toEqual([200, { received: true }]);
    }
    const { body } = await call('GET', '/api/inbound');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.text).toContain('Guten Tag – ich hörte „100 €“.');
    const health = await sql<{ last_ok_at: Date | null }>`select last_ok_at from connections`.execute(
      world.postgres.db,
    );
    expect(health.rows[0]?.last_ok_at).toEqual(world.clock.now());
  });

  it.each(['email', 'body-mime'])('takes a form with the mail in “%s”', async (field) => {
    const form = new FormData();
    form.set('to', 'hello@secondspring.example');
    form.set(field, raw('gmail-reply').toString('utf8'));
    const sent = new Response(form);
    const answer = await call(
      'POST',
      at(token),
      await sent.arrayBuffer(),
      sent.headers.get('content-type') ?? '',
      { kind: 'visitor' },
    );
    expect(answer.status).toBe(200);
    expect((await call('GET', '/api/inbound')).body.items[0]?.text).toBe('Thanks! I accept 👍');
  });

  it('is not there for a wrong secret, nor while another connection serves', async () => {
    const wrong = await call('POST', at(`${token.slice(0, -1)}!`), raw('gmail-reply'), 'message/rfc822', {
      kind: 'visitor',
    });
    expect(wrong.status).toBe(404);
    await sql`update connections set enabled = false`.execute(world.postgres.db);
    const off = await call('POST', at(token), raw('gmail-reply'), 'message/rfc822', { kind: 'visitor' });
    await sql`update connections set enabled = true`.execute(world.postgres.db);
    expect(off.status).toBe(404);
    expect(await state('all')).toEqual([]);
  });

  it('refuses what is no mail and what is too large', async () => {
    expect((await call('POST', at(token), '', 'message/rfc822')).body.code).toBe('mail_missing');
    expect((await call('POST', at(token), 'a=b', 'application/x-www-form-urlencoded')).body.code).toBe(
      'mail_missing',
    );
    const large = await call('POST', at(token), Buffer.alloc(27 * 1024 * 1024, 'a'), 'message/rfc822');
    expect([413, 422]).toContain(large.status);
  });
});

describe('mail nobody could match', () => {
  it('is put into a case by its reference, with its files, once', async () => {
    const { id } = await receive('unknown-sender');
    expect([await state('unmatched'), await state('unread')]).toEqual([[id], [id]]);
    expect((await call('GET', '/api/inbound/counts')).body).toEqual({ unmatched: 1, unread: 1 });
    const done = await post(`/api/inbound/${id}/match`, { case_id: desk.reference.toLowerCase() });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ reference: desk.reference, other_sender: true, matched_by: 'staff' });
    const [photo] = await filesOfDesk();
    expect(done.body.attachments).toMatchObject([{ name: 'camera.jpg', url: `/api/files/${photo?.id}` }]);
    expect((await post(`/api/inbound/${id}/match`, { case_id: desk.caseId })).status).toBe(200);
    expect(await filesOfDesk()).toHaveLength(1);
    const other = await aCase(world);
    expect((await post(`/api/inbound/${id}/match`, { case_id: other.caseId })).body.code).toBe(
      'inbound_matched',
    );
    expect(await state('unmatched')).toEqual([]);
  });

  it('is matched by one of two at once', async () => {
    const { id } = await receive('unknown-sender');
    const other = await aCase(world);
    const both = await Promise.all(
      [desk.caseId, other.caseId].map((caseId) =>
        matchInbound(room(), world.ctxFor(CLERK), { id, caseId, itemId: null }),
      ),
    );
    expect(both.map((one) => (one.ok ? 'ok' : refusedWith(one))).toSorted()).toEqual([
      'inbound_matched',
      'ok',
    ]);
    const named = await sql<{ n: number }>`select count(*)::int as n from files`.execute(world.postgres.db);
    expect(named.rows[0]?.n).toBe(1);
  });

  it('is set aside, but not out of a case', async () => {
    const { id } = await receive('unknown-sender');
    expect((await post(`/api/inbound/${id}/set-aside`)).status).toBe(200);
    expect([await state('unmatched'), await state('unread'), await state('all')]).toEqual([[], [], [id]]);
    const inCase = await receive('gmail-reply');
    expect((await post(`/api/inbound/${inCase.id}/set-aside`)).body.code).toBe('inbound_matched');
  });

  it('refuses what is not there, a device of another case, and whoever may only look', async () => {
    const { id } = await receive('unknown-sender');
    const other = await aCase(world);
    expect((await post(`/api/inbound/${id}/match`, { case_id: 'V000000000000' })).body.code).toBe(
      'case_not_found',
    );
    const wrong = await post(`/api/inbound/${id}/match`, { case_id: desk.caseId, item_id: other.itemIds[0] });
    expect(wrong.body.code).toBe('item_not_in_case');
    for (const path of ['match', 'read', 'set-aside']) {
      expect((await post(`/api/inbound/${id}/${path}`, { case_id: desk.caseId }, VIEWER)).status).toBe(403);
      expect((await post(`/api/inbound/inb_none/${path}`, { case_id: desk.caseId })).status).toBe(404);
    }
    expect(await filesOfDesk()).toEqual([]);
    expect((await rowOf(id)).case_id).toBeNull();
  });
});

describe('a case', () => {
  it('shows what was written both ways, newest first, and what failed', async () => {
    world.clock.move(1000);
    const { id } = await receive('gmail-reply');
    world.clock.move(1000);
    await receive('bounce');
    const { body } = await call('GET', `/api/cases/${desk.reference}/thread`);
    expect(body.items.map((one) => one.direction)).toEqual(['in', 'in', 'out']);
    expect(body.items[1]).toMatchObject({ id, text: 'Thanks! I accept 👍', name: 'Jo Doe', read_at: null });
    expect(body.items[2]).toMatchObject({ state: 'failed', address: 'jo@example.com' });
    expect(await state('unread')).toEqual([id]);
    await post(`/api/inbound/${id}/read`);
    expect(await state('unread')).toEqual([]);
    expect((await call('GET', '/api/cases/cas_none/thread')).status).toBe(404);
  });

  it('does not tell of a mail from elsewhere as the customer’s own', async () => {
    const [own, other] = [await receive('gmail-reply'), await receive('forged-sender')];
    const found = await sql<{ id: string; actor_kind: string; actor_id: string | null }>`
      select id, actor_kind, actor_id from case_timeline where case_id = ${desk.caseId} and text = 'inbound'`.execute(
      world.postgres.db,
    );
    const told = new Map(found.rows.map((one) => [one.id, one]));
    expect(told.get(own.id)).toMatchObject({
      actor_kind: 'customer',
      actor_id: expect.stringMatching(/^cus_/),
    });
    expect(told.get(other.id)).toMatchObject({ actor_kind: 'visitor', actor_id: null });
  });

  it('pages through many', async () => {
    for (const name of ['gmail-reply', 'outlook-reply', 'unknown-sender']) {
      world.clock.move(1000);
      await receive(name);
    }
    const first = await call('GET', '/api/inbound?limit=2');
    const second = await call('GET', `/api/inbound?limit=2&cursor=${first.body.next_cursor}`);
    expect([...first.body.items, ...second.body.items].map((one) => one.id)).toHaveLength(3);
    expect(second.body.items).toHaveLength(1);
  });
});
