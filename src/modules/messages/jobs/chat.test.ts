import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/outcome.ts';
import { MINUTE } from '../../../kernel/time.ts';
import type { Handlers } from '../../../platform/jobs.ts';
import { freeDeadWorkersJobs, runDueJobs } from '../../../platform/worker.ts';
import type { ChatDelivery, ChatLine } from '../../../ports/chat.ts';
import type { Connection } from '../../identity/connections.ts';
import { queueChat, retryChat } from '../chat.ts';
import { readChatLine, type ChatRow } from '../store/chat.ts';
import { chatJobs } from './chat.ts';

const world = testDatabase();
const SYSTEM: Actor = { kind: 'system' };
const SENT: ChatDelivery = { state: 'sent', detail: 'fine', providerId: '1.2' };
let said: ChatLine[] = [];
let keys = 0;

beforeAll(() => aShop(world));
beforeEach(async () => {
  said = [];
  world.clock.set('2026-11-05T09:00:00.000Z');
  const { db } = world.postgres;
  await sql`delete from chat_messages`.execute(db);
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  await sql`delete from connections`.execute(db);
  await sql`insert into connections (port, adapter, enabled, changed_at) values ('chat', 'slack', true, ${world.clock.now()})`.execute(
    db,
  );
});

const connection: Connection = {
  port: 'chat',
  adapter: 'slack',
  config: {},
  secrets: {},
  enabled: true,
  version: 1,
};
type Answer = ChatDelivery | (() => Promise<ChatDelivery>);

/** Runs what is due against a chat that gives these answers in turn, then takes everything. */
async function work(...answers: Answer[]): Promise<void> {
  const handlers: unknown = chatJobs({
    chat: () =>
      Promise.resolve({
        connection,
        port: {
          post: (line) => {
            said.push(line);
            const answer = answers.shift() ?? SENT;
            return typeof answer === 'function' ? answer() : Promise.resolve(answer);
          },
        },
      }),
  });
  await runDueJobs({
    postgres: world.postgres,
    handlers: handlers as Handlers,
    ctx: () => world.ctxFor(SYSTEM),
    log: world.log,
  });
}

async function queue(dedupeKey = `key ${(keys += 1)}`): Promise<string> {
  const input = {
    caseId: null,
    itemId: null,
    event: 'ownership_approved',
    channel: '#desk',
    text: 'A | B | C',
    dedupeKey,
  };
  return must(await world.postgres.transact((tx) => queueChat(tx, world.ctxFor(SYSTEM), input))).id;
}

async function look(id: string): Promise<ChatRow> {
  return (await readChatLine(world.postgres.db, id)) ?? expect.fail(`${id} is gone`);
}

const retry = (id: string, actor: Actor = staffActor()) =>
  world.postgres.transact((tx) => retryChat(tx, world.ctxFor(actor), id));

async function waits(): Promise<number[]> {
  const found = await sql<{ s: number }>`
    select round(extract(epoch from run_at - now()))::int as s from graphile_worker._private_jobs order by 1`.execute(
    world.postgres.db,
  );
  return found.rows.map((row) => row.s);
}

async function hurry(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`.execute(
    world.postgres.db,
  );
}

async function health() {
  const found = await sql<{ last_ok_at: Date | null; last_error: string | null }>`
    select last_ok_at, last_error from connections where port = 'chat'`.execute(world.postgres.db);
  return found.rows[0];
}

describe('a line for the chat', () => {
  it('is said once, with its own key, and noted as gone well', async () => {
    const id = await queue();
    expect((await look(id)).state).toBe('queued');
    await work();
    expect(said).toEqual([{ channel: '#desk', text: 'A | B | C', idempotencyKey: id }]);
    expect(await look(id)).toMatchObject({
      state: 'sent',
      provider_id: '1.2',
      attempts: 1,
      last_error: null,
    });
    expect((await look(id)).sent_at).toEqual(world.clock.now());
    expect((await health())?.last_ok_at).toEqual(world.clock.now());
  });

  it('of one key is written once', async () => {
    await queue('same');
    await queue('same');
    await work();
    expect(said).toHaveLength(1);
  });

  it('is said once when its job runs twice, also at the same time', async () => {
    const id = await queue();
    for (let n = 0; n < 4; n += 1)
      await sql`select graphile_worker.add_job('messages.deliver_chat', json_build_object('chat_id', ${id}::text))`.execute(
        world.postgres.db,
      );
    await Promise.all([work(), work(), work()]);
    await work();
    expect(said).toHaveLength(1);
  });

  it('is kept while nothing is connected, and goes out when somebody asks for it later', async () => {
    const id = await queue();
    await work({ state: 'kept', detail: 'No chat is connected.' });
    expect(await look(id)).toMatchObject({ state: 'kept', last_error: null, sent_at: null });
    must(await retry(id));
    await work();
    expect((await look(id)).state).toBe('sent');
  });

  it('waits as long as the chat asks, else longer each time, and fails in the end', async () => {
    const id = await queue();
    await work({ state: 'later', detail: 'slow down', afterSeconds: 30 });
    expect(await look(id)).toMatchObject({ state: 'queued', last_error: 'slow down', attempts: 1 });
    expect((await waits())[0]).toBeGreaterThanOrEqual(29);
    expect((await health())?.last_error).toBe('slow down');
    const seen: number[] = [];
    for (let n = 2; n <= 9; n += 1) {
      await hurry();
      await work({ state: 'later', detail: 'slow down', afterSeconds: null });
      seen.push((await waits())[0] ?? -1);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(3000);
    await hurry();
    await work({ state: 'later', detail: 'slow down', afterSeconds: null });
    expect(await look(id)).toMatchObject({ state: 'failed', attempts: 10 });
    expect(await waits()).toEqual([]);
    expect(new Set(said.map((one) => one.idempotencyKey))).toEqual(new Set([id]));
  });

  it('that was refused, or may be there, is never said again by itself; a person can', async () => {
    const [refused, unknown] = [await queue(), await queue()];
    await work(
      { state: 'refused', detail: 'no such channel' },
      { state: 'unknown', detail: 'the line broke' },
    );
    await hurry();
    await work();
    expect(said).toHaveLength(2);
    expect(await look(refused)).toMatchObject({ state: 'failed', last_error: 'no such channel' });
    expect(await look(unknown)).toMatchObject({ state: 'unknown', last_error: 'the line broke' });
    must(await retry(unknown));
    await work();
    expect((await look(unknown)).state).toBe('sent');
    expect(said.filter((one) => one.idempotencyKey === unknown)).toHaveLength(2);
    expect(refusedWith(await retry(unknown))).toBe('chat_line_sent');
    expect(refusedWith(await retry('cht_none'))).toBe('chat_line_not_found');
    expect(refusedWith(await retry(refused, staffActor(['messages.view'])))).toBe('permission_missing');
  });

  it('retried twice at once is said once', async () => {
    const id = await queue();
    await work({ state: 'refused', detail: 'no' });
    const both = await Promise.all([retry(id), retry(id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    await work();
    expect(said).toHaveLength(2);
  });
});

describe('a worker that dies over a line', () => {
  it('cannot write down its late answer, and nobody says it again', async () => {
    const id = await queue();
    await work(async () => {
      // Frozen here past its lease: the job is freed, and another worker finds the line in sending.
      await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`.execute(
        world.postgres.db,
      );
      await freeDeadWorkersJobs(world.postgres.db, 1);
      await work();
      return SENT;
    });
    expect(said).toHaveLength(1);
    const left = await look(id);
    expect([left.state, left.last_error]).toEqual(['unknown', expect.stringMatching(/cut off/)]);
  });

  it('in its last try is found by the sweep; a line that waits is left alone', async () => {
    const [sending, queued, waiting] = [await queue(), await queue(), await queue()];
    const { db } = world.postgres;
    await sql`update chat_messages set state = 'sending' where id = ${sending}`.execute(db);
    await sql`delete from graphile_worker._private_jobs where payload ->> 'chat_id' <> ${waiting}`.execute(
      db,
    );
    await sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`.execute(db);
    world.clock.set(new Date(world.clock.now().getTime() + 11 * MINUTE).toISOString());
    await sql`select graphile_worker.add_job('messages.sweep_chat')`.execute(db);
    await work();
    expect([(await look(sending)).state, (await look(queued)).state, (await look(waiting)).state]).toEqual([
      'unknown',
      'failed',
      'queued',
    ]);
    expect(said).toHaveLength(0);
  });

  it('is not written when what it tells of did not happen', async () => {
    const input = {
      caseId: null,
      itemId: null,
      event: 'x',
      channel: '#desk',
      text: 'never',
      dedupeKey: 'undone',
    };
    await world.postgres
      .transact(async (tx) => {
        await queueChat(tx, world.ctxFor(SYSTEM), input);
        throw new Error('undone');
      })
      .catch(() => ok(null));
    await work();
    expect(said).toHaveLength(0);
  });
});
