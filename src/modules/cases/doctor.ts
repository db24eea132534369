/** What must hold of cases, asked of a live database. */
import { sql } from 'kysely';
import type { Reader } from '../../platform/postgres.ts';

export type CaseFault = {
  readonly invariant: 'I5' | 'I6' | 'clock';
  readonly id: string;
  readonly what: string;
};

/** I5: no hole in an item's history; I6: replaying it gives the present state; every open item has somebody and a day. */
export async function caseFaults(reader: Reader): Promise<CaseFault[]> {
  const found = await sql<CaseFault>`
    select 'I5' as invariant, e.item_id as id, 'history has a hole before number ' || e.seq as what
      from (select item_id, seq, lag(seq, 1, 0) over (partition by item_id order by seq) as before,
                   from_stage, from_status, lag(to_stage) over (partition by item_id order by seq) as last_stage,
                   lag(to_status) over (partition by item_id order by seq) as last_status
              from item_events) e
     where e.seq <> e.before + 1 or (e.from_stage, e.from_status) is distinct from (e.last_stage, e.last_status)
    union all
    select 'I6', i.id, 'stands in ' || coalesce(i.stage || '/' || i.status, 'no stage') || ', history says ' || coalesce(e.to_stage || '/' || e.to_status, 'nothing')
      from items i
      left join lateral (select to_stage, to_status, seq from item_events x where x.item_id = i.id order by seq desc limit 1) e on true
     where (i.stage, i.status, i.seq) is distinct from (e.to_stage, e.to_status, coalesce(e.seq, 0))
    union all
    select 'clock', i.id, 'is open without a next actor and a due date' from items i
     where i.is_open and i.seq > 0 and (i.next_actor = 'nobody' or i.due_at is null)
    limit 1000`.execute(reader);
  return found.rows;
}
