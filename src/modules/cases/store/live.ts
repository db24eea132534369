/** SQL of live updates: what happened since a moment, for the screens that are open. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';

export type Change = {
  id: string;
  case_id: string;
  item_id: string | null;
  reference: string;
  what: string;
  actor_id: string | null;
  at: Date;
};

/**
 * History and notes written since `since`, oldest first. Callers look back a little further than they have seen and
 * drop what they know: a transaction that began earlier may commit later.
 */
export async function changesSince(reader: Reader, since: Date, limit: number): Promise<Change[]> {
  const found = await sql<Change>`
    select * from (
      (select e.id, e.case_id, e.item_id, c.reference, e.move as what, e.actor_id, e.at
         from item_events e join cases c on c.id = e.case_id where e.at >= ${since} order by e.at limit ${limit})
      union all
      (select n.id, n.case_id, n.item_id, c.reference, 'note', n.actor_id, n.at
         from notes n join cases c on c.id = n.case_id where n.at >= ${since} order by n.at limit ${limit})
    ) x order by x.at limit ${limit}`.execute(reader);
  return found.rows;
}
