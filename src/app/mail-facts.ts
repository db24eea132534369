/** SQL of what a letter about a case needs, in one statement. */
import { sql } from 'kysely';
import type { Reader } from '../platform/postgres.ts';

export type MailFacts = {
  reference: string;
  channel: 'mail_in' | 'in_store';
  locale: string;
  silence: 'send_back' | 'accept' | 'hold';
  currency: string;
  name: string | null;
  email: string | null;
  visit_on: string | null;
  store: string | null;
  payout_kind: string | null;
  payout_masked: string | null;
  valid_until: string | null;
  due_at: string | null;
  items: {
    item_id: string;
    title: string;
    number: string;
    price_minor: number | null;
    workflow_id: string;
    workflow_version: number;
  }[];
};

/** The case and the items a letter is about; null when there is no such case. */
export async function readMailFacts(
  reader: Reader,
  caseId: string,
  itemIds: readonly string[],
): Promise<MailFacts | null> {
  const found = await sql<MailFacts>`
    select c.reference, c.channel, c.locale, c.silence, c.currency, c.contact ->> 'name' as name, c.contact ->> 'email' as email, c.visit_on,
           l.name as store, c.payout_kind, c.payout_masked, to_json(i.valid_until) #>> '{}' as valid_until, to_json(i.due_at) #>> '{}' as due_at,
           coalesce(i.items, '[]') as items
      from case_facts c
      left join locations l on l.id = c.location_id
      cross join lateral (
        select min(f.quote_valid_until) as valid_until, min(f.due_at) as due_at,
               jsonb_agg(jsonb_build_object('item_id', f.item_id, 'title', f.title, 'number', f.number, 'price_minor', f.price_minor,
                 'workflow_id', f.workflow_id, 'workflow_version', f.workflow_version) order by f.position) as items
          from facts_of_case(c.case_id) f where f.item_id = any(${[...itemIds]}::text[])
      ) i
     where c.case_id = ${caseId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Whose case it is. */
export async function customerOf(reader: Reader, caseId: string): Promise<string | null> {
  const found = await sql<{
    customer_id: string;
  }>`select customer_id from case_facts where case_id = ${caseId}`.execute(reader);
  return found.rows[0]?.customer_id ?? null;
}
