/** SQL of the shop's own texts: every version stays. */
import { sql } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';

/** Letters go to customers; lines go to the team's chat. */
export type TemplateChannel = 'email' | 'chat';

export type TemplateRow = {
  id: string;
  event: string;
  channel: TemplateChannel;
  locale: Locale;
  version: number;
  subject: string;
  body: string;
  enabled: boolean;
  created_by: string | null;
  created_at: Date;
};

/** Versions of one text, newest first. */
export async function templateVersions(
  reader: Reader,
  event: string,
  locale: Locale,
  channel: TemplateChannel = 'email',
): Promise<TemplateRow[]> {
  const found = await sql<TemplateRow>`
    select * from message_templates where event = ${event} and locale = ${locale} and channel = ${channel}
     order by version desc limit 100`.execute(reader);
  return found.rows;
}

/** The newest version of every text the shop has made. */
export async function newestTemplates(reader: Reader): Promise<TemplateRow[]> {
  const found = await sql<TemplateRow>`
    select distinct on (event, locale) * from message_templates where channel = 'email' order by event, locale, version desc`.execute(
    reader,
  );
  return found.rows;
}

/** Writes a version; false when somebody else wrote it meanwhile. */
export async function insertTemplate(tx: Tx, row: TemplateRow): Promise<boolean> {
  const made = await sql`
    insert into message_templates (id, event, channel, locale, version, subject, body, enabled, created_by, created_at)
    values (${row.id}, ${row.event}, ${row.channel}, ${row.locale}, ${row.version}, ${row.subject}, ${row.body}, ${row.enabled},
            ${row.created_by}, ${row.created_at})
    on conflict (event, channel, locale, version) do nothing returning id`.execute(tx);
  return made.rows.length === 1;
}

/** The newest text of an event in any language; null while the shop has none of its own. */
export async function newestTemplate(
  reader: Reader,
  event: string,
  channel: TemplateChannel,
): Promise<TemplateRow | null> {
  const found = await sql<TemplateRow>`
    select * from message_templates where event = ${event} and channel = ${channel}
     order by created_at desc, id desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}
