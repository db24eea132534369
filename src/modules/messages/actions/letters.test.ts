import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Handlers } from '../../../platform/jobs.ts';
import { refuse } from '../../../kernel/outcome.ts';
import { runDueJobs } from '../../../platform/worker.ts';
import type { Delivery, Email } from '../../../ports/email.ts';
import { resendMessage } from '../actions.ts';
import { messageJobs } from '../jobs.ts';
import { readMessage } from '../store.ts';
import { threadOfCase } from '../store/inbound.ts';
import { fullData } from '../testing.ts';
import { sendLetter, type LetterToSend } from './letters.ts';

const world = testDatabase();
const TOKEN = 'sEcReT-ToKeN_0123456789';
let desk: Desk;
let sent: Email[] = [];

beforeAll(async () => {
  countEffects();
  await aShop(world);
  desk = await aCase(world);
});
beforeEach(async () => {
  sent = [];
  await sql`delete from messages`.execute(world.postgres.db);
  await sql`delete from graphile_worker._private_jobs`.execute(world.postgres.db);
});

async function work(...answers: Delivery['state'][]): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`.execute(
    world.postgres.db,
  );
  const handlers: unknown = messageJobs({
    email: {
      deliver: (mail) => {
        sent.push(mail);
        return Promise.resolve({ state: answers.shift() ?? 'sent', detail: 'says so' });
      },
    },
    host: 'desk.example.com',
    linkFor: () => Promise.resolve(`https://desk.example.com/l/${TOKEN}`),
    attach: () => Promise.resolve(refuse('no_kit', 'There is none.')),
  });
  await runDueJobs({
    postgres: world.postgres,
    handlers: handlers as Handlers,
    ctx: () => world.ctxFor({ kind: 'system' }),
    log: world.log,
  });
}

async function send(over: Partial<LetterToSend> = {}): Promise<string> {
  const ctx = world.ctxFor({ kind: 'system' });
  const input: LetterToSend = {
    caseId: desk.caseId,
    itemId: null,
    macroId: null,
    locale: 'en',
    to: 'jo@example.com',
    data: fullData({ reference: 'V261121000000', code: null, move: null }),
    subject: 'About it',
    body: 'One.\n\nTwo {{ customer }}.',
    ...over,
  };
  return must(await world.postgres.transact((tx) => sendLetter(tx, ctx, input))).id;
}
const look = async (id: string) => (await readMessage(world.postgres.db, id)) ?? expect.fail(`${id} is gone`);

describe('a letter written by hand', () => {
  it('is tried again under one id when the mail server is busy, and keeps no token', async () => {
    const id = await send();
    await work('later');
    expect(await look(id)).toMatchObject({ state: 'queued', attempts: 1 });
    await work();
    expect(sent.map((mail) => mail.messageId)).toEqual([
      `<${id}@desk.example.com>`,
      `<${id}@desk.example.com>`,
    ]);
    expect(sent[1]).toMatchObject({ subject: 'About it [V261121000000]', to: { name: 'Jo Doe' } });
    expect(sent[1]?.text).toContain('Two {{ customer }}.');
    expect(sent[1]?.text).toContain(TOKEN);
    const kept = await look(id);
    expect(kept.state).toBe('sent');
    expect(`${kept.body_text} ${kept.body_html}`).not.toContain(TOKEN);
  });

  it('that failed is sent again by hand with the same words', async () => {
    const id = await send();
    await work('refused');
    expect((await look(id)).state).toBe('failed');
    must(await world.postgres.transact((tx) => resendMessage(tx, world.ctxFor(staffActor()), id)));
    await work();
    expect([sent[0]?.subject, sent[0]?.text.replace(TOKEN, '')]).toEqual([
      sent[1]?.subject,
      sent[1]?.text.replace(TOKEN, ''),
    ]);
    expect((await look(id)).state).toBe('sent');
  });

  it('is never joined with another, and stands in the thread before it is delivered', async () => {
    const ids = [await send(), await send({ subject: 'Something else' })];
    const thread = await threadOfCase(world.postgres.db, desk.caseId, 10);
    expect(new Map(thread.map((line) => [line.id, `${line.event}: ${line.subject ?? ''}`]))).toEqual(
      new Map([
        [ids[0], 'letter: About it'],
        [ids[1], 'letter: Something else'],
      ]),
    );
    await work();
    expect(sent).toHaveLength(2);
  });

  it('is for those who may send', async () => {
    const ctx = world.ctxFor(staffActor(['messages.view', 'messages.edit']));
    const input = {
      caseId: desk.caseId,
      itemId: null,
      macroId: null,
      locale: 'en',
      to: 'jo@example.com',
    } as const;
    const tried = await world.postgres.transact((tx) =>
      sendLetter(tx, ctx, { ...input, data: fullData(), subject: 'a', body: 'b' }),
    );
    expect(refusedWith(tried)).toBe('permission_missing');
  });
});
