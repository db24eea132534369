/** SQL of mail that came in, and of what was written both ways about a case. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Known, MailHead } from '../rules/matching.ts';
import { referencesIn } from '../rules/matching.ts';

/** A file that came with a mail: kept as `file_id`, or named with why it was not. Neither: nobody matched the mail yet. */
export type InboundFile = {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly file_id: string | null;
  readonly refused: string | null;
  readonly why: string | null;
};

export type InboundRow = {
  id: string;
  case_id: string | null;
  item_id: string | null;
  source: 'imap' | 'address' | 'staff';
  message_id: string;
  in_reply_to: string | null;
  from_name: string;
  from_address: string;
  to_address: string;
  subject: string;
  body_text: string;
  raw_key: string | null;
  attachments: InboundFile[];
  matched_by: 'reply' | 'reference' | 'sender' | 'staff' | null;
  automatic: boolean;
  other_sender: boolean;
  received_at: Date;
  read_at: Date | null;
  read_by: string | null;
  set_aside_at: Date | null;
};

export type InboundLine = InboundRow & { reference: string | null };

/** What we know of the letters, references and sender a mail names. */
export async function readKnown(reader: Reader, mail: MailHead): Promise<Known> {
  const letters = await sql<Known['letters'][number]>`
    select message_id as "messageId", case_id as "caseId", item_id as "itemId" from messages
     where message_id = any(${mail.replyIds})`.execute(reader);
  const ids = letters.rows.flatMap((one) => (one.caseId ? [one.caseId] : []));
  const references = [...referencesIn(mail.subject), ...referencesIn(mail.text)];
  const cases = await sql<Known['cases'][number]>`
    select h.case_id as "caseId", h.reference, h.is_open as "isOpen",
           array_remove(array[h.email, h.customer_email] || array(
             select distinct lower(m.to_address) from messages m where m.case_id = h.case_id), null) as emails
      from (
        select * from inbound_case_hints where case_id = any(${ids})
        union select * from inbound_case_hints where reference = any(${references})
        union (select * from inbound_case_hints where email = ${mail.from} and is_open limit 3)
      ) h`.execute(reader);
  return { letters: letters.rows, cases: cases.rows };
}

/** The mail of a Message-ID, when it came before. */
export async function findInbound(reader: Reader, messageId: string): Promise<InboundRow | null> {
  const found = await sql<InboundRow>`select * from inbound_messages where message_id = ${messageId}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

/** Writes a mail; false when one of this Message-ID is there. */
export async function insertInbound(
  tx: Tx,
  row: Omit<InboundRow, 'read_at' | 'read_by' | 'set_aside_at'>,
): Promise<boolean> {
  const made = await sql`
    insert into inbound_messages (id, case_id, item_id, source, message_id, in_reply_to, from_name, from_address, to_address,
      subject, body_text, raw_key, attachments, matched_by, automatic, other_sender, received_at)
    values (${row.id}, ${row.case_id}, ${row.item_id}, ${row.source}, ${row.message_id}, ${row.in_reply_to}, ${row.from_name},
      ${row.from_address}, ${row.to_address}, ${row.subject}, ${row.body_text}, ${row.raw_key},
      ${JSON.stringify(row.attachments)}::jsonb, ${row.matched_by}, ${row.automatic}, ${row.other_sender}, ${row.received_at})
    on conflict (message_id) do nothing returning id`.execute(tx);
  return made.rows.length === 1;
}

/** The mail, locked for a change. */
export async function lockInbound(tx: Tx, id: string): Promise<InboundRow | null> {
  const found = await sql<InboundRow>`select * from inbound_messages where id = ${id} for update`.execute(tx);
  return found.rows[0] ?? null;
}

export async function readInbound(reader: Reader, id: string): Promise<InboundLine | null> {
  const found = await sql<InboundLine>`
    select i.*, c.reference from inbound_messages i left join case_facts c on c.case_id = i.case_id where i.id = ${id}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export async function assignInbound(
  tx: Tx,
  id: string,
  to: { caseId: string; itemId: string | null; attachments: readonly InboundFile[]; otherSender: boolean },
): Promise<void> {
  await sql`
    update inbound_messages set case_id = ${to.caseId}, item_id = ${to.itemId}, matched_by = 'staff', set_aside_at = null,
           attachments = ${JSON.stringify(to.attachments)}::jsonb, other_sender = ${to.otherSender} where id = ${id}`.execute(
    tx,
  );
}

/** True when this address is one of the case's. */
export async function isAddressOfCase(reader: Reader, caseId: string, address: string): Promise<boolean> {
  const found = await sql`
    select 1 from inbound_case_hints h where h.case_id = ${caseId} and (h.email = ${address} or h.customer_email = ${address}
       or exists (select 1 from messages m where m.case_id = h.case_id and lower(m.to_address) = ${address}))`.execute(
    reader,
  );
  return found.rows.length > 0;
}

export async function markInboundRead(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  await sql`
    update inbound_messages set read_at = ${at}, read_by = ${by} where id = ${id} and read_at is null`.execute(
    tx,
  );
}

export async function setInboundAside(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  await sql`
    update inbound_messages set set_aside_at = coalesce(set_aside_at, ${at}), read_at = coalesce(read_at, ${at}),
           read_by = coalesce(read_by, ${by}) where id = ${id}`.execute(tx);
}

/** Marks letters of ours as failed that came back; those that failed already stay as they are. Gives how many. */
export async function failLetters(tx: Tx, messageIds: readonly string[], why: string): Promise<number> {
  const found = await sql`
    update messages set state = 'failed', last_error = ${why} where message_id = any(${messageIds}) and state in ('sent', 'unknown')
    returning id`.execute(tx);
  return found.rows.length;
}

/** `unread`: of a person, not set aside. `unmatched`: nobody could tell the case. */
export const INBOUND_STATES = ['unmatched', 'unread', 'all'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];

const WHERE = {
  unmatched: sql`i.case_id is null and i.set_aside_at is null`,
  unread: sql`i.read_at is null and i.set_aside_at is null and not i.automatic`,
  all: sql`true`,
} as const;

/** One page of mails, newest first. */
export async function listInbound(
  reader: Reader,
  state: InboundState,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<InboundLine[]> {
  const from = after ? sql`(i.received_at, i.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`;
  const found = await sql<InboundLine>`
    select i.*, c.reference from inbound_messages i left join case_facts c on c.case_id = i.case_id
     where ${WHERE[state]} and ${from} order by i.received_at desc, i.id desc limit ${limit}`.execute(reader);
  return found.rows;
}

/** How many mails nobody could match, and how many nobody read. */
export async function countInbound(reader: Reader): Promise<{ unmatched: number; unread: number }> {
  const found = await sql<{ unmatched: number; unread: number }>`
    select count(*) filter (where ${WHERE.unmatched})::int as unmatched, count(*) filter (where ${WHERE.unread})::int as unread
      from inbound_messages i where (i.case_id is null and i.set_aside_at is null) or i.read_at is null`.execute(
    reader,
  );
  return found.rows[0] ?? { unmatched: 0, unread: 0 };
}

export type ThreadRow = {
  id: string;
  direction: 'in' | 'out';
  at: Date;
  item_id: string | null;
  event: string | null;
  subject: string | null;
  text: string | null;
  address: string;
  name: string;
  state: string | null;
  last_error: string | null;
  attachments: InboundFile[];
  automatic: boolean;
  other_sender: boolean;
  read_at: Date | null;
};

/** What was written both ways about a case, newest first; the text of our own letters is read one by one. */
export async function threadOfCase(reader: Reader, caseId: string, limit: number): Promise<ThreadRow[]> {
  const found = await sql<ThreadRow>`
    select m.id, 'out' as direction, m.created_at as at, m.item_id, m.event, coalesce(m.subject, m.data #>> '{letter,subject}') as subject,
           null as text, m.to_address as address, coalesce(s.name, '') as name,
           m.state, m.last_error, '[]'::jsonb as attachments, false as automatic, false as other_sender, null::timestamptz as read_at
      from messages m left join staff_names s on s.id = m.written_by where m.case_id = ${caseId}
    union all
    select id, 'in', received_at, item_id, null, subject, body_text, from_address, from_name,
           null, null, attachments, automatic, other_sender, read_at
      from inbound_messages where case_id = ${caseId}
     order by at desc, id desc limit ${limit}`.execute(reader);
  return found.rows;
}
