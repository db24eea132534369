import { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../test/builders.ts';
import { must, staffActor, testDatabase, testRandom } from '../../../test/harness.ts';
import { sourceFiles } from '../../../test/source.ts';
import type { Actor } from '../../kernel/actor.ts';
import { MINUTE } from '../../kernel/time.ts';
import { makeLimiter } from '../../platform/http/limit.ts';
import { makeMetrics } from '../../platform/http/metrics.ts';
import { mountRoutes } from '../../platform/http/mount.ts';
import { queueMessage, type QueueMessage } from './actions.ts';
import { messageRoutes } from './http.ts';
import { fullData } from './testing.ts';

const world = testDatabase();
const VIEWER = staffActor(['messages.view']);
let actor: Actor = VIEWER;
let app: Hono;
let desk: Desk;
let keys = 0;

beforeAll(async () => {
  countEffects();
  await aShop(world);
  desk = await aCase(world);
  app = new Hono();
  mountRoutes(app, messageRoutes(), {
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
});
beforeEach(async () => {
  await sql`delete from messages`.execute(world.postgres.db);
});

type Line = { id: string; state: string; reference: string | null; subject: string | null };
type Body = {
  items: Line[];
  next_cursor: string | null;
  code: string;
  html: string | null;
  text: string | null;
};
type Answer = { status: number; body: Body; text: string; headers: Headers };

async function call(method: string, path: string, as: Actor = VIEWER): Promise<Answer> {
  actor = as;
  const response = await app.request(`http://desk.test${path}`, {
    method,
    headers: { authorization: 'Bearer test', origin: 'http://desk.test' },
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as Body, text, headers: response.headers };
}

async function queue(
  over: Partial<QueueMessage> = {},
  set: { state?: string; html?: string } = {},
): Promise<string> {
  keys += 1;
  world.clock.move(MINUTE);
  const input: QueueMessage = {
    caseId: null,
    event: 'link_code',
    locale: 'en',
    to: 'jo@example.com',
    data: fullData({ code: '482913' }),
    dedupeKey: `key ${keys}`,
    ...over,
  };
  const { id } = must(
    await world.postgres.transact((tx) => queueMessage(tx, world.ctxFor({ kind: 'system' }), input)),
  );
  await sql`
    update messages set state = ${set.state ?? 'queued'}, body_html = ${set.html ?? null}, subject = 'As sent' where id = ${id}`.execute(
    world.postgres.db,
  );
  return id;
}

describe('the list', () => {
  it('pages from the newest to the oldest, each once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await queue());
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await call('GET', `/api/messages?limit=2&cursor=${cursor}`);
      expect(page.status).toBe(200);
      seen.push(...page.body.items.map((m) => m.id));
      cursor = page.body.next_cursor;
    }
    expect(seen).toEqual(ids);
  });

  it('is filtered by case and by state, and names the case', async () => {
    const mine = await queue({ caseId: desk.caseId, event: 'paid' }, { state: 'sent' });
    const failed = await queue({}, { state: 'failed' });
    const of = async (query: string) => (await call('GET', `/api/messages?${query}`)).body.items;
    expect((await of(`case_id=${desk.caseId}`)).map((m) => [m.id, m.reference])).toEqual([
      [mine, desk.reference],
    ]);
    expect((await of('state=failed')).map((m) => [m.id, m.reference])).toEqual([[failed, null]]);
    expect(await of(`state=failed&case_id=${desk.caseId}`)).toEqual([]);
    expect((await call('GET', '/api/messages?state=lost')).status).toBe(422);
    expect((await call('GET', '/api/messages?cursor=junk')).body.code).toBe('cursor_malformed');
  });

  it('shows neither what a letter is filled with nor its code', async () => {
    const id = await queue();
    for (const path of ['/api/messages', `/api/messages/${id}`]) {
      const { text } = await call('GET', path);
      expect(text).not.toContain('482913');
      expect(text).not.toContain('Jo Doe');
    }
  });
});

describe('one message', () => {
  it('is given as it was sent, inside JSON and never as a page of ours', async () => {
    const html = '<!doctype html><script>alert(1)</script>';
    const id = await queue({}, { state: 'sent', html });
    const one = await call('GET', `/api/messages/${id}`);
    expect(one.body.html).toBe(html);
    expect(one.headers.get('content-type')).toMatch(/^application\/json/);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await call('GET', '/api/messages/msg_none')).status).toBe(404);
  });

  it('is shown by the console in a frame that runs nothing', () => {
    const screens = sourceFiles('web').filter((file) => !file.isTest);
    const frames = screens.flatMap((file) =>
      [...file.code.matchAll(/<iframe\b[^]*?\/>/g)].map((frame) => `${file.path}: ${frame[0]}`),
    );
    expect(frames.filter((frame) => /srcDoc/.test(frame))).not.toEqual([]);
    // No scripts, no forms, no way out of the frame: nothing is allowed but to read its styles from outside.
    for (const frame of frames) expect(frame).toMatch(/\ssandbox="(allow-same-origin)?"\s/);
    const asMarkup = /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/;
    const mail = screens.filter((file) => /\/messages\/|api\/messages/.test(file.path + file.code));
    expect(mail.filter((file) => asMarkup.test(file.code)).map((file) => file.path)).toEqual([]);
  });
});

describe('sending again', () => {
  it('takes what failed, what is kept and what nobody knows; not what was sent or waits', async () => {
    const EDITOR = staffActor(['messages.view', 'messages.edit']);
    const again = async (state: string) => {
      const id = await queue({ event: 'paid' }, { state });
      const answer = await call('POST', `/api/messages/${id}/resend`, EDITOR);
      return [answer.status, (await call('GET', `/api/messages/${id}`)).text.match(/"state":"(\w+)"/)?.[1]];
    };
    expect(await again('failed')).toEqual([200, 'queued']);
    expect(await again('outbox')).toEqual([200, 'queued']);
    expect(await again('unknown')).toEqual([200, 'queued']);
    expect(await again('sent')).toEqual([409, 'sent']);
    expect(await again('sending')).toEqual([409, 'sending']);
    expect(await again('queued')).toEqual([409, 'queued']);
    const code = await queue({}, { state: 'failed' });
    expect((await call('POST', `/api/messages/${code}/resend`, EDITOR)).body.code).toBe('message_outdated');
    expect((await call('POST', '/api/messages/msg_none/resend', EDITOR)).status).toBe(404);
  });

  it('pressed by two people is one sending', async () => {
    const EDITOR = staffActor(['messages.edit']);
    const id = await queue({ event: 'paid' }, { state: 'failed' });
    await sql`delete from graphile_worker._private_jobs`.execute(world.postgres.db);
    const answers = await Promise.all(
      [1, 2, 3].map(() => call('POST', `/api/messages/${id}/resend`, EDITOR)),
    );
    expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const jobs = await sql`select 1 from graphile_worker._private_jobs`.execute(world.postgres.db);
    expect(jobs.rows).toHaveLength(1);
  });
});

describe('who may', () => {
  it.each<[string, Actor, number]>([
    ['a visitor', { kind: 'visitor' }, 401],
    ['a customer', { kind: 'customer', id: 'cus_1', caseId: 'cas_1', power: 'sensitive' }, 403],
    ['staff without the permission', staffActor(['case.view']), 403],
  ])('not %s', async (_, who, status) => {
    const id = await queue({}, { state: 'failed' });
    for (const [method, path] of [
      ['GET', '/api/messages'],
      ['GET', `/api/messages/${id}`],
      ['POST', `/api/messages/${id}/resend`],
    ] as const)
      expect((await call(method, path, who)).status).toBe(status);
  });

  it('reading is not sending', async () => {
    const id = await queue({ event: 'paid' }, { state: 'failed' });
    expect((await call('POST', `/api/messages/${id}/resend`, VIEWER)).status).toBe(403);
  });
});
