/** SQL of messages. */
import { sql } from 'kysely';
import type { Locale } from '../../kernel/locale.ts';
import type { Reader, Tx } from '../../platform/postgres.ts';
import type { MessageData } from './rules.ts';

export type AttachmentRef = { readonly kind: 'shipping_kit'; readonly case_id: string };

export type MessageRow = {
  id: string;
  case_id: string | null;
  item_id: string | null;
  event: string;
  channel: 'email';
  locale: Locale;
  to_address: string;
  data: MessageData;
  attachments: AttachmentRef[];
  subject: string | null;
  body_text: string | null;
  body_html: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'outbox' | 'unknown';
  attempts: number;
  last_error: string | null;
  dedupe_key: string;
  message_id: string | null;
  created_at: Date;
  sent_at: Date | null;
  /** Who of us wrote it by hand; null for what a move or a clock set off. */
  written_by: string | null;
};

export type NewMessage = Pick<
  MessageRow,
  | 'id'
  | 'case_id'
  | 'item_id'
  | 'event'
  | 'locale'
  | 'to_address'
  | 'data'
  | 'attachments'
  | 'dedupe_key'
  | 'created_at'
> & { readonly written_by?: string | null };

/** Tries before a message counts as failed: with the waits between them, about a day. */
const TRIES = 12;

export type Queueing = {
  /** Seconds until it is delivered at the earliest. */
  readonly delaySeconds: number;
  /** False: not written when the shop has switched this message off. */
  readonly alwaysSent: boolean;
};

/** Writes a message and its delivery job in one statement; nothing when one of this key is there, or it is off. */
export async function insertMessage(tx: Tx, row: NewMessage, how: Queueing): Promise<boolean> {
  const made = await sql`
    with made as (
      insert into messages (id, case_id, item_id, event, channel, locale, to_address, data, attachments, state, dedupe_key, created_at, written_by)
      select ${row.id}, ${row.case_id}, ${row.item_id}, ${row.event}, 'email', ${row.locale}, ${row.to_address}, ${JSON.stringify(row.data)}::jsonb,
             ${JSON.stringify(row.attachments)}::jsonb, 'queued', ${row.dedupe_key}, ${row.created_at}::timestamptz,
             ${row.written_by ?? null}
       where ${how.alwaysSent} or coalesce((
         select t.enabled from message_templates t where t.event = ${row.event} and t.locale = ${row.locale} and t.channel = 'email'
          order by t.version desc limit 1), true)
      on conflict (dedupe_key) do nothing returning id
    )
    select (graphile_worker.add_job('messages.deliver', payload := json_build_object('message_id', made.id), max_attempts := ${TRIES}::int,
      run_at := now() + make_interval(secs => ${how.delaySeconds}))).id from made`.execute(tx);
  return made.rows.length === 1;
}

/**
 * The waiting message of a case that tells of the same thing and may still be added to, locked; null without one.
 * `since` null: only one written by this very transaction.
 */
export async function lockWaiting(
  tx: Tx,
  like: { caseId: string; event: string; move: string; since: Date | null },
): Promise<Pick<MessageRow, 'id' | 'data'> | null> {
  const recent = like.since
    ? sql`created_at >= ${like.since}`
    : sql`xmin::text = pg_current_xact_id()::xid::text`;
  const found = await sql<Pick<MessageRow, 'id' | 'data'>>`
    select id, data from messages
     where case_id = ${like.caseId} and event = ${like.event} and data ->> 'move' = ${like.move}
       and state = 'queued' and attempts = 0 and ${recent}
     order by created_at desc limit 1 for update`.execute(tx);
  return found.rows[0] ?? null;
}

/** Replaces what a waiting message says; it is no longer about one item. */
export async function extendMessage(tx: Tx, id: string, data: MessageData): Promise<void> {
  await sql`
    update messages set data = ${JSON.stringify(data)}::jsonb, item_id = null where id = ${id} and state = 'queued'`.execute(
    tx,
  );
}

/** Every address this case has been written to, the first one first; at most five. */
export async function addressesOfCase(reader: Reader, caseId: string): Promise<string[]> {
  const found = await sql<{ to_address: string }>`
    select to_address from messages where case_id = ${caseId} group by to_address order by min(created_at), to_address limit 5`.execute(
    reader,
  );
  return found.rows.map((row) => row.to_address);
}

export async function readMessage(reader: Reader, id: string): Promise<MessageRow | null> {
  const found = await sql<MessageRow>`select * from messages where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** True while a second inspection is due of a device this message is about. */
export async function isAboutBlind(reader: Reader, message: MessageRow): Promise<boolean> {
  const found = await sql<{ blind: boolean }>`
    select exists (select 1 from item_facts f where f.case_id = ${message.case_id} and f.blind
                      and (${message.item_id}::text is null or f.item_id = ${message.item_id})) as blind`.execute(
    reader,
  );
  return found.rows[0]?.blind ?? false;
}

/** Takes a waiting message for sending as it was read; false when it is no longer so. */
export async function claimMessage(tx: Tx, message: MessageRow, messageId: string): Promise<boolean> {
  const found = await sql`
    update messages set state = 'sending', attempts = attempts + 1, message_id = coalesce(message_id, ${messageId})
     where id = ${message.id} and state = 'queued' and attempts = ${message.attempts} and data = ${JSON.stringify(message.data)}::jsonb
     returning id`.execute(tx);
  return found.rows.length === 1;
}

export type Rendered = { subject: string; text: string; html: string };

export type End = {
  readonly state: MessageRow['state'];
  readonly error: string | null;
  readonly at: Date;
  readonly rendered: Rendered | null;
  /** Takes the code out of the data: it has been sent, or nobody can use it any more. */
  readonly forgetCode: boolean;
};

/** Records what became of a message, with what it said; only while it is in the state it was left in. */
export async function closeMessage(tx: Tx, id: string, from: MessageRow['state'], end: End): Promise<void> {
  await sql`
    update messages set state = ${end.state}, last_error = ${end.error}, sent_at = case when ${end.state} = 'sent' then ${end.at}::timestamptz else sent_at end,
           subject = coalesce(${end.rendered?.subject ?? null}, subject), body_text = coalesce(${end.rendered?.text ?? null}, body_text),
           body_html = coalesce(${end.rendered?.html ?? null}, body_html),
           data = case when ${end.forgetCode} then data || '{"code": null}' else data end
     where id = ${id} and state = ${from}`.execute(tx);
}

/**
 * Messages whose job is gone although they are not done (a worker died in its last try): those handed over may have
 * arrived, the others never left. A job that waits or runs is left alone. Gives how many.
 */
export async function closeForsaken(
  tx: Tx,
  before: Date,
  why: { sending: string; queued: string },
): Promise<number> {
  const found = await sql`
    update messages m
       set state = case m.state when 'sending' then 'unknown' else 'failed' end,
           last_error = case m.state when 'sending' then ${why.sending} else ${why.queued} end,
           data = m.data || '{"code": null}'
     where m.state in ('queued', 'sending') and m.created_at < ${before}
       and not exists (
         select 1 from graphile_worker._private_jobs j
          where j.payload ->> 'message_id' = m.id and (j.attempts < j.max_attempts or j.locked_at is not null))
     returning m.id`.execute(tx);
  return found.rows.length;
}

/** Sets a message that failed, or that nobody knows about, back into the queue with a new job. */
export async function requeueMessage(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    with back as (
      update messages set state = 'queued', last_error = null where id = ${id} and state in ('failed', 'unknown', 'outbox') returning id
    )
    select (graphile_worker.add_job('messages.deliver', payload := json_build_object('message_id', back.id), max_attempts := ${TRIES}::int)).id from back`.execute(
    tx,
  );
  return found.rows.length === 1;
}

export type MessageFilter = { caseId?: string | undefined; state?: string | undefined };

/** One page of messages, newest first, without their bodies. */
export async function listMessages(
  reader: Reader,
  filter: MessageFilter,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<(MessageRow & { reference: string | null })[]> {
  const where = [sql`true`];
  if (filter.caseId) where.push(sql`m.case_id = ${filter.caseId}`);
  if (filter.state) where.push(sql`m.state = ${filter.state}`);
  if (after) where.push(sql`(m.created_at, m.id) < (${after.at}::timestamptz, ${after.id})`);
  const found = await sql<MessageRow & { reference: string | null }>`
    select m.id, m.case_id, c.reference, m.item_id, m.event, m.channel, m.locale, m.to_address, coalesce(m.subject, m.data #>> '{letter,subject}') as subject, m.state, m.attempts, m.last_error, m.message_id,
           m.created_at, m.sent_at
      from messages m left join case_facts c on c.case_id = m.case_id
     where ${sql.join(where, sql` and `)} order by m.created_at desc, m.id desc limit ${limit}`.execute(
    reader,
  );
  return found.rows;
}

export type TemplateRow = { subject: string; body: string; enabled: boolean };

/** The shop's own text of an event in a language, when it has written one. */
export async function readTemplate(
  reader: Reader,
  event: string,
  locale: string,
): Promise<TemplateRow | null> {
  const found = await sql<TemplateRow>`
    select subject, body, enabled from message_templates where event = ${event} and locale = ${locale} and channel = 'email'
     order by version desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}
