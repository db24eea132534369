/** SQL of lines for the team's chat. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export const CHAT_STATES = ['queued', 'sending', 'sent', 'kept', 'failed', 'unknown'] as const;
export type ChatState = (typeof CHAT_STATES)[number];

export type ChatRow = {
  id: string;
  case_id: string | null;
  item_id: string | null;
  event: string;
  channel: string;
  text: string;
  state: ChatState;
  attempts: number;
  last_error: string | null;
  provider_id: string | null;
  dedupe_key: string;
  created_at: Date;
  sent_at: Date | null;
};

export type NewChatLine = Pick<
  ChatRow,
  'id' | 'case_id' | 'item_id' | 'event' | 'channel' | 'text' | 'dedupe_key' | 'created_at'
>;

/** Tries of a job that dies under our hands; a chat that says “later” gets a new job each time. */
const JOB_TRIES = 5;

/** Writes a line and its job in one statement; nothing when one of this key is there. */
export async function insertChatLine(tx: Tx, row: NewChatLine): Promise<boolean> {
  const made = await sql`
    with made as (
      insert into chat_messages (id, case_id, item_id, event, channel, text, state, dedupe_key, created_at)
      values (${row.id}, ${row.case_id}, ${row.item_id}, ${row.event}, ${row.channel}, ${row.text}, 'queued', ${row.dedupe_key}, ${row.created_at})
      on conflict (dedupe_key) do nothing returning id
    )
    select (graphile_worker.add_job('messages.deliver_chat', payload := json_build_object('chat_id', made.id), max_attempts := ${JOB_TRIES}::int)).id
      from made`.execute(tx);
  return made.rows.length === 1;
}

export async function readChatLine(reader: Reader, id: string): Promise<ChatRow | null> {
  const found = await sql<ChatRow>`select * from chat_messages where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Takes a waiting line for sending; false when somebody else has it. */
export async function claimChatLine(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    update chat_messages set state = 'sending', attempts = attempts + 1 where id = ${id} and state = 'queued' returning id`.execute(
    tx,
  );
  return found.rows.length === 1;
}

export type ChatEnd = {
  readonly state: ChatState;
  readonly error: string | null;
  readonly providerId: string | null;
  readonly at: Date;
};

/** Records what became of a line that was being sent; false when it is no longer so. */
export async function closeChatLine(tx: Tx, id: string, end: ChatEnd): Promise<boolean> {
  const found = await sql`
    update chat_messages set state = ${end.state}, last_error = ${end.error}, provider_id = coalesce(${end.providerId}, provider_id),
           sent_at = case when ${end.state} = 'sent' then ${end.at}::timestamptz else sent_at end
     where id = ${id} and state = 'sending' returning id`.execute(tx);
  return found.rows.length === 1;
}

/** A new delivery job for a waiting line, so many seconds from now. */
export async function addChatJob(tx: Tx, id: string, seconds: number): Promise<void> {
  await sql`
    select graphile_worker.add_job('messages.deliver_chat', payload := json_build_object('chat_id', ${id}::text), max_attempts := ${JOB_TRIES}::int,
      run_at := now() + make_interval(secs => ${seconds}))`.execute(tx);
}

/** Sets a line that is not in the chat back into the queue, as it was said but with its tries counted anew. */
export async function requeueChatLine(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    update chat_messages set state = 'queued', last_error = null, attempts = 0
     where id = ${id} and state in ('failed', 'unknown', 'kept') returning id`.execute(tx);
  return found.rows.length === 1;
}

/** Lines whose job is gone although they are not done: those handed over may be there, the others never left. */
export async function closeForsakenChat(
  tx: Tx,
  before: Date,
  why: { sending: string; queued: string },
): Promise<number> {
  const found = await sql`
    update chat_messages m
       set state = case m.state when 'sending' then 'unknown' else 'failed' end,
           last_error = case m.state when 'sending' then ${why.sending} else ${why.queued} end
     where m.state in ('queued', 'sending') and m.created_at < ${before}
       and not exists (
         select 1 from graphile_worker._private_jobs j
          where j.payload ->> 'chat_id' = m.id and (j.attempts < j.max_attempts or j.locked_at is not null))
     returning m.id`.execute(tx);
  return found.rows.length;
}

/** One page of lines, newest first, with the reference of their case. */
export async function listChatLines(
  reader: Reader,
  filter: { caseId?: string | undefined; state?: ChatState | undefined },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<(ChatRow & { reference: string | null })[]> {
  const where = [sql`true`];
  if (filter.caseId) where.push(sql`m.case_id = ${filter.caseId}`);
  if (filter.state) where.push(sql`m.state = ${filter.state}`);
  if (after) where.push(sql`(m.created_at, m.id) < (${after.at}::timestamptz, ${after.id})`);
  const found = await sql<ChatRow & { reference: string | null }>`
    select m.*, c.reference from chat_messages m left join case_facts c on c.case_id = m.case_id
     where ${sql.join(where, sql` and `)} order by m.created_at desc, m.id desc limit ${limit}`.execute(
    reader,
  );
  return found.rows;
}
