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
>;

/** Writes a message and its delivery job in one statement; nothing when one of this key is there. */
export async function insertMessage(tx: Tx, row: NewMessage): Promise<boolean> {
  const made = await sql`
    with made as (
      insert into messages (id, case_id, item_id, event, channel, locale, to_address, data, attachments, state, dedupe_key, created_at)
      values (${row.id}, ${row.case_id}, ${row.item_id}, ${row.event}, 'email', ${row.locale}, ${row.to_address}, ${JSON.stringify(row.data)}::jsonb,
              ${JSON.stringify(row.attachments)}::jsonb, 'queued', ${row.dedupe_key}, ${row.created_at})
      on conflict (dedupe_key) do nothing returning id
    )
    select (graphile_worker.add_job('messages.deliver', payload := json_build_object('message_id', made.id), max_attempts := 12)).id from made`.execute(
    tx,
  );
  return made.rows.length === 1;
}

export async function readMessage(reader: Reader, id: string): Promise<MessageRow | null> {
  const found = await sql<MessageRow>`select * from messages where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Takes a queued message for sending; false when another worker has it or it is done. */
export async function claimMessage(reader: Reader, id: string, messageId: string): Promise<boolean> {
  const found = await sql`
    update messages set state = 'sending', attempts = attempts + 1, message_id = coalesce(message_id, ${messageId})
     where id = ${id} and state in ('queued', 'failed') returning id`.execute(reader);
  return found.rows.length === 1;
}

export type Rendered = { subject: string; text: string; html: string };

/** Records what became of a message, with what it said. */
export async function closeMessage(
  reader: Reader,
  id: string,
  end: { state: MessageRow['state']; error: string | null; at: Date; rendered: Rendered | null },
): Promise<void> {
  await sql`
    update messages set state = ${end.state}, last_error = ${end.error}, sent_at = case when ${end.state} = 'sent' then ${end.at}::timestamptz else sent_at end,
           subject = coalesce(${end.rendered?.subject ?? null}, subject), body_text = coalesce(${end.rendered?.text ?? null}, body_text),
           body_html = coalesce(${end.rendered?.html ?? null}, body_html)
     where id = ${id}`.execute(reader);
}

/** Sets a message that failed, or that nobody knows about, back into the queue with a new job. */
export async function requeueMessage(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`
    with back as (
      update messages set state = 'queued', last_error = null where id = ${id} and state in ('failed', 'unknown', 'outbox') returning id
    )
    select (graphile_worker.add_job('messages.deliver', payload := json_build_object('message_id', back.id), max_attempts := 12)).id from back`.execute(
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
    select m.id, m.case_id, c.reference, m.item_id, m.event, m.channel, m.locale, m.to_address, m.subject, m.state, m.attempts, m.last_error, m.message_id,
           m.created_at, m.sent_at
      from messages m left join cases c on c.id = m.case_id
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
