/** SQL of a customer's history with us. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';

export type CustomerCase = {
  id: string;
  reference: string;
  channel: string;
  created_at: string;
  items: { number: string; title: string; stage: string; status: string }[];
};

/** At most 100 cases of a customer, newest first, each with its items. */
export async function casesOfCustomer(reader: Reader, customerId: string): Promise<CustomerCase[]> {
  const found = await sql<CustomerCase>`
    select c.id, c.reference, c.channel, to_json(c.created_at)#>>'{}' as created_at,
           (select coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'title', i.title, 'stage', i.stage, 'status', i.status) order by i.position), '[]')
              from items i where i.case_id = c.id) as items
      from cases c where c.customer_id = ${customerId} order by c.created_at desc, c.id desc limit 100`.execute(
    reader,
  );
  return found.rows;
}
