import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop } from '../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../test/harness.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok, refuse } from '../../kernel/outcome.ts';
import { HOUR, MINUTE } from '../../kernel/time.ts';
import type { Handlers } from '../../platform/jobs.ts';
import { freeDeadWorkersJobs, runDueJobs } from '../../platform/worker.ts';
import type { Delivery, Email } from '../../ports/email.ts';
import { forgetShop } from '../identity/shop.ts';
import { queueMessage, resendMessage, type QueueMessage } from './actions.ts';
import { messageJobs } from './jobs.ts';
import { HIDDEN } from './rules.ts';
import { readMessage, type MessageRow } from './store.ts';
import { fullData } from './testing.ts';

const world = testDatabase();
const SYSTEM: Actor = { kind: 'system' };
const TOKEN = 'sEcReT-ToKeN_0123456789';
let sent: Email[] = [];
let keys = 0;

beforeAll(() => aShop(world));
beforeEach(async () => {
  sent = [];
  world.clock.set('2026-11-05T09:00:00.000Z');
  await sql`delete from messages`.execute(world.postgres.db);
  await sql`delete from message_templates`.execute(world.postgres.db);
  await sql`delete from graphile_worker._private_jobs`.execute(world.postgres.db);
});

type Answer = Delivery['state'] | (() => Promise<Delivery>);

/** Runs what is due against a server that gives these answers in turn, then `sent`. */
async function work(...answers: Answer[]): Promise<void> {
  const handlers: unknown = messageJobs({
    email: {
      deliver: (mail) => {
        sent.push(mail);
        const answer = answers.shift() ?? 'sent';
        return typeof answer === 'function'
          ? answer()
          : Promise.resolve({ state: answer, detail: `says ${answer}` });
      },
    },
    host: 'desk.example.com',
    linkFor: () => Promise.resolve(`https://desk.example.com/l/${TOKEN}`),
    attach: (_, ref) =>
      Promise.resolve(
        ref.case_id === 'cas_gone'
          ? refuse('no_kit', 'There is none.')
          : ok({ filename: 'kit.pdf', contentType: 'application/pdf', content: new Uint8Array([1, 2, 3]) }),
      ),
  });
  await runDueJobs({
    postgres: world.postgres,
    handlers: handlers as Handlers,
    ctx: () => world.ctxFor(SYSTEM),
    log: world.log,
  });
}

async function queue(over: Partial<QueueMessage> = {}, actor: Actor = SYSTEM): Promise<string> {
  keys += 1;
  const input: QueueMessage = {
    caseId: null,
    event: 'paid',
    locale: 'en',
    to: 'jo@example.com',
    data: fullData({ code: null }),
    dedupeKey: `key ${keys}`,
    ...over,
  };
  return must(await world.postgres.transact((tx) => queueMessage(tx, world.ctxFor(actor), input))).id;
}

async function look(id: string): Promise<MessageRow> {
  return (await readMessage(world.postgres.db, id)) ?? expect.fail(`${id} is gone`);
}

const resend = (id: string, actor: Actor = staffActor()) =>
  world.postgres.transact((tx) => resendMessage(tx, world.ctxFor(actor), id));

/** Lets the retries of failed jobs begin now. */
async function hurry(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`.execute(
    world.postgres.db,
  );
}

async function ownText(over: { event?: string; body?: string; enabled?: boolean }): Promise<void> {
  keys += 1;
  await sql`
    insert into message_templates (id, event, channel, locale, version, subject, body, enabled, created_at)
    values (${`tpl_${keys}`}, ${over.event ?? 'paid'}, 'email', 'en', ${keys}, 'Own subject', ${over.body ?? 'Own words'},
            ${over.enabled ?? true}, ${world.clock.now()})`.execute(world.postgres.db);
}

describe('delivering', () => {
  it('sends a message once and keeps what it said', async () => {
    const id = await queue();
    expect((await look(id)).state).toBe('queued');
    await work();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: { name: 'Jo Doe', address: 'jo@example.com' },
      subject: 'Paid: €123.45',
      messageId: `<${id}@desk.example.com>`,
      locale: 'en',
    });
    expect(sent[0]?.text).toContain(TOKEN);
    expect(await look(id)).toMatchObject({
      state: 'sent',
      attempts: 1,
      subject: 'Paid: €123.45',
      last_error: null,
    });
    expect((await look(id)).sent_at).toEqual(world.clock.now());
  });

  it('sends once when its job runs twice, also at the same time', async () => {
    const id = await queue();
    for (let n = 0; n < 4; n += 1)
      await sql`select graphile_worker.add_job('messages.deliver', json_build_object('message_id', ${id}::text))`.execute(
        world.postgres.db,
      );
    await Promise.all([work(), work(), work()]);
    await work();
    expect(sent).toHaveLength(1);
    expect((await look(id)).state).toBe('sent');
  });

  it('writes no second message of the same key', async () => {
    await queue({ dedupeKey: 'same' });
    await queue({ dedupeKey: 'same' });
    await work();
    expect(sent).toHaveLength(1);
  });

  it('keeps everything in the outbox without a server', async () => {
    const id = await queue();
    await work('kept');
    expect(await look(id)).toMatchObject({ state: 'outbox', last_error: null, sent_at: null });
    await hurry();
    await work();
    expect(sent).toHaveLength(1);
  });

  it('tries again when the server says “later”, with the same Message-ID, and gives up in the end', async () => {
    const id = await queue();
    await work('later');
    expect(await look(id)).toMatchObject({ state: 'queued', last_error: 'says later', attempts: 1 });
    await hurry();
    await work('later');
    await hurry();
    await work();
    expect(await look(id)).toMatchObject({ state: 'sent', last_error: null, attempts: 3 });
    expect(new Set(sent.map((mail) => mail.messageId)).size).toBe(1);

    const other = await queue();
    await sql`update graphile_worker._private_jobs set attempts = max_attempts - 1`.execute(
      world.postgres.db,
    );
    await work('later');
    expect((await look(other)).state).toBe('failed');
  });

  it('never tries again by itself what was refused or may have arrived; a person can', async () => {
    const refused = await queue();
    const unknown = await queue();
    await work('refused', 'unknown');
    await hurry();
    await work();
    expect(sent).toHaveLength(2);
    expect(await look(refused)).toMatchObject({ state: 'failed', last_error: 'says refused' });
    expect(await look(unknown)).toMatchObject({ state: 'unknown', last_error: 'says unknown' });
    must(await resend(unknown));
    must(await resend(refused));
    await work();
    expect((await look(unknown)).state).toBe('sent');
    expect(sent).toHaveLength(4);
    expect(sent.filter((mail) => mail.messageId === `<${unknown}@desk.example.com>`)).toHaveLength(2);
    expect(refusedWith(await resend(unknown))).toBe('message_sent');
    expect(refusedWith(await resend('msg_none'))).toBe('message_not_found');
    expect(refusedWith(await resend(refused, staffActor(['messages.view'])))).toBe('permission_missing');
  });

  it('carries its attachment, and goes without one that cannot be made', async () => {
    await queue({ attachments: [{ kind: 'shipping_kit', case_id: 'cas_1' }] });
    await queue({ attachments: [{ kind: 'shipping_kit', case_id: 'cas_gone' }] });
    await work();
    expect(sent.map((mail) => mail.attachments.length).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });
});

describe('a worker that dies', () => {
  it('killed while handing over leaves a message of unknown fate, not one in sending, and never a second mail', async () => {
    const id = await queue();
    const program = fileURLToPath(new URL('testing-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [program, world.url], { stdio: 'ignore' });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    expect((await look(id)).state).toBe('sending');

    await work();
    expect((await look(id)).state).toBe('sending');
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`.execute(
      world.postgres.db,
    );
    expect(await freeDeadWorkersJobs(world.postgres.db, 1)).toHaveLength(1);
    await work();
    expect(sent).toHaveLength(0);
    const after = await look(id);
    expect(after.state).toBe('unknown');
    expect(after.last_error).toMatch(/may have arrived/);

    must(await resend(id));
    await work();
    expect(sent).toHaveLength(1);
    expect((await look(id)).state).toBe('sent');
  });

  it('cannot write down its late answer once another has the job', async () => {
    const id = await queue();
    await work(async () => {
      // Frozen here past its lease: the job is freed, and another worker finishes it.
      await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`.execute(
        world.postgres.db,
      );
      await freeDeadWorkersJobs(world.postgres.db, 1);
      await work();
      return { state: 'sent', detail: 'late' };
    });
    expect(sent).toHaveLength(1);
    expect((await look(id)).state).toBe('unknown');
  });

  it('before it hands over loses nothing: the message goes out with the next try', async () => {
    const id = await queue({ event: 'quote_made' });
    const broken: unknown = messageJobs({
      email: { deliver: () => Promise.reject(new Error('not reached')) },
      host: 'desk.example.com',
      linkFor: () => Promise.reject(new Error('the database is away')),
      attach: () => Promise.resolve(refuse('none', 'none')),
    });
    const run = { postgres: world.postgres, ctx: () => world.ctxFor(SYSTEM), log: world.log };
    await runDueJobs({ ...run, handlers: broken as Handlers });
    expect((await look(id)).state).toBe('queued');
    await hurry();
    await work();
    expect((await look(id)).state).toBe('sent');
  });

  it('in its last try is found by the sweep', async () => {
    const [sending, queued, waiting] = [await queue(), await queue(), await queue()];
    await sql`update messages set state = 'sending' where id = ${sending}`.execute(world.postgres.db);
    await sql`delete from graphile_worker._private_jobs where payload ->> 'message_id' <> ${waiting}`.execute(
      world.postgres.db,
    );
    await sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`.execute(
      world.postgres.db,
    );
    const sweepNow = async () => {
      await sql`select graphile_worker.add_job('messages.sweep')`.execute(world.postgres.db);
      await work();
    };
    await sweepNow();
    expect((await look(sending)).state).toBe('sending');
    world.clock.move(11 * MINUTE);
    await sweepNow();
    expect((await look(sending)).state).toBe('unknown');
    expect((await look(queued)).state).toBe('failed');
    expect((await look(waiting)).state).toBe('queued');
    expect(sent).toHaveLength(0);
  });
});

describe('secrets', () => {
  const code = () => queue({ event: 'link_code', data: fullData({ code: '482913' }) });
  const raw = async (id: string) =>
    JSON.stringify((await sql`select * from messages where id = ${id}`.execute(world.postgres.db)).rows);

  it.each(['sent', 'refused', 'unknown', 'kept'] as const)(
    'a code is forgotten once its mail is %s',
    async (answer) => {
      const id = await code();
      await work(answer);
      expect(sent[0]?.subject).toBe('482913 is your code');
      expect(sent[0]?.html).toContain('482913');
      expect(await raw(id)).not.toContain('482913');
      expect((await look(id)).subject).toBe(`${HIDDEN} is your code`);
      expect(refusedWith(await resend(id))).toBe('message_outdated');
    },
  );

  it('the token of a link is not kept', async () => {
    const id = await queue();
    await work();
    expect(sent[0]?.html).toContain(TOKEN);
    expect(await raw(id)).not.toContain(TOKEN);
    expect((await look(id)).body_html).toContain(`https://desk.example.com/l/${HIDDEN}`);
  });

  it('the outbox of a demo shop is its customer’s letter box', async () => {
    await sql`update shop set demo = true`.execute(world.postgres.db);
    forgetShop(world.postgres.db);
    const id = await code();
    await work('kept');
    await sql`update shop set demo = false`.execute(world.postgres.db);
    forgetShop(world.postgres.db);
    expect(await raw(id)).toContain('482913');
  });

  it('a code survives a retry, but not its ten minutes', async () => {
    const id = await code();
    await work('later');
    await hurry();
    await work('later');
    expect(sent).toHaveLength(2);
    expect(await raw(id)).toContain('"code":"482913"');
    world.clock.move(10 * MINUTE);
    await hurry();
    await work();
    expect(sent).toHaveLength(2);
    expect((await look(id)).state).toBe('failed');
    expect(await raw(id)).not.toContain('482913');
  });
});

describe('a shop’s own texts', () => {
  it('are used; broken ones give way to the built-in text and are reported with the line', async () => {
    await ownText({});
    const fine = await queue();
    await work();
    expect((await look(fine)).subject).toBe('Own subject');
    await ownText({ body: 'one\n{% for i in (1..99999999) %}x{% endfor %}' });
    const broken = await queue();
    await work();
    expect(await look(broken)).toMatchObject({ state: 'sent', subject: 'Paid: €123.45' });
    expect((await look(broken)).last_error).toMatch(/body: .*line:2/);
  });

  it('may switch a message off, but not one that must be told', async () => {
    await ownText({ enabled: false });
    await queue();
    await ownText({ event: 'revised_offer', enabled: false });
    await queue({ event: 'revised_offer' });
    await work();
    expect(sent.map((mail) => mail.subject)).toEqual(['Please look: our offer for your device has changed']);
    const { rows } = await sql<{ event: string }>`select event from messages`.execute(world.postgres.db);
    expect(rows).toEqual([{ event: 'revised_offer' }]);
  });

  it('switched off after a message was queued, stop it', async () => {
    const id = await queue();
    await ownText({ enabled: false });
    await work();
    expect(sent).toHaveLength(0);
    expect(await look(id)).toMatchObject({ state: 'failed', last_error: 'Switched off in the templates.' });
  });
});

it('sends nothing before its time when a clock rings', async () => {
  const id = await queue({ event: 'quote_reminder' }, { kind: 'clock' });
  world.clock.move(HOUR);
  await work();
  expect(sent).toHaveLength(0);
  await hurry();
  await work();
  expect((await look(id)).state).toBe('sent');
});
