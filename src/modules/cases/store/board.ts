/** SQL of the board, the table and the queues: one page at a time, whatever the number of items. */
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import { place } from '../../../kernel/workflow.ts';
import { WORKFLOWS } from '../rules/workflows.ts';
import type { CardAfter, CardFilter, CardSort } from '../rules/filter.ts';

export type CardRow = {
  id: string;
  number: string;
  case_id: string;
  reference: string;
  title: string;
  category: string;
  workflow_id: string;
  stage: string;
  status: string;
  seq: number;
  is_open: boolean;
  next_actor: string;
  due_at: Date | null;
  entered_at: Date;
  created_at: Date;
  price_minor: number | null;
  currency: string;
  customer_name: string;
  location_id: string | null;
  locale: string;
  source: string;
  siblings: number;
  holds: number;
  imei: string | null;
};

/** Ends of an index range where a value is missing. */
const NEVER = '9999-12-31T00:00:00Z';

function conditions(filter: CardFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (filter.workflow) all.push(sql`i.workflow_id = ${filter.workflow}`);
  // The index begins with the workflow, so a search by place names them all.
  else if (filter.stage || filter.places)
    all.push(sql`i.workflow_id = any(${WORKFLOWS.map((w) => w.id)}::text[])`);
  if (filter.places)
    all.push(
      sql`i.stage || '/' || i.status = any(${[...filter.places]}::text[]) and i.stage = any(${filter.places.map((p) => place(p).stage)}::text[])`,
    );
  if (filter.stage) all.push(sql`i.stage = ${filter.stage}`);
  if (filter.status) all.push(sql`i.status = ${filter.status}`);
  if (filter.next) all.push(sql`i.next_actor = ${filter.next} and i.is_open`);
  if (filter.location) all.push(sql`i.location_id = ${filter.location}`);
  if (filter.assignee) all.push(sql`i.assignee_id = ${filter.assignee}`);
  if (filter.overdueAt) all.push(sql`i.is_open and i.due_at < ${filter.overdueAt}`);
  if (filter.open !== undefined) all.push(sql`i.is_open = ${filter.open}`);
  if (filter.from) all.push(sql`i.created_at >= ${filter.from}`);
  if (filter.to) all.push(sql`i.created_at < ${filter.to}`);
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
    all.push(
      sql`(i.title ilike ${like} or i.customer_name ilike ${like} or i.reference ilike ${like} or i.number ilike ${like})`,
    );
  }
  return all;
}

function order(sort: CardSort): {
  key: RawBuilder<unknown>;
  way: RawBuilder<unknown>;
  past: RawBuilder<unknown>;
} {
  if (sort === 'due')
    return { key: sql`coalesce(i.due_at, ${NEVER}::timestamptz)`, way: sql`asc`, past: sql`>` };
  if (sort === 'created') return { key: sql`i.created_at`, way: sql`desc`, past: sql`<` };
  return { key: sql`i.entered_at`, way: sql`desc`, past: sql`<` };
}

/**
 * One page of item cards. The page is found on `items` by index alone; what the card shows besides is joined for
 * the rows of the page only, so a board of a million items costs what a board of ten thousand does.
 */
export async function readCards(
  reader: Reader,
  filter: CardFilter,
  sort: CardSort,
  after: CardAfter | null,
  limit: number,
): Promise<CardRow[]> {
  const { key, way, past } = order(sort);
  const where = [sql`i.stage is not null`, ...conditions(filter)];
  if (after) where.push(sql`(${key}, i.id) ${past} (${after.at}::timestamptz, ${after.id})`);
  const found = await sql<CardRow>`
    with page as (
      select i.* from item_cards i where ${sql.join(where, sql` and `)} order by ${key} ${way}, i.id ${way} limit ${limit}
    )
    select i.id, i.number, i.case_id, i.reference, i.title, i.category, i.workflow_id, i.stage, i.status, i.seq, i.is_open, i.next_actor,
           i.due_at, i.entered_at, i.created_at, i.price_minor, i.currency, i.customer_name, i.location_id, i.locale, i.source,
           (select count(*)::int - 1 from items s where s.case_id = i.case_id) as siblings,
           (select count(*)::int from holds h where h.item_id = i.id and h.released_at is null) as holds,
           (select u.imei from units u where u.id = i.unit_id) as imei
      from page i order by ${key} ${way}, i.id ${way}`.execute(reader);
  return found.rows;
}

/** The sort key of a card, for the cursor. */
export function cardKey(row: CardRow, sort: CardSort): CardAfter {
  if (sort === 'due') return { at: row.due_at?.toISOString() ?? NEVER, id: row.id };
  if (sort === 'created') return { at: row.created_at.toISOString(), id: row.id };
  return { at: row.entered_at.toISOString(), id: row.id };
}

/** Counts beyond this are shown as “1,000+”: an exact count of a million would cost more than the board. */
export const COUNT_CAP = 1000;

/** How many items stand in each of these places, counted to the cap. */
export async function countPlaces(
  reader: Reader,
  workflow: string,
  places: readonly { stage: string; status: string }[],
  filter: CardFilter = {},
) {
  const extra = conditions({ ...filter, workflow: undefined, stage: undefined, status: undefined });
  const from = extra.length > 0 ? sql`item_cards i` : sql`items i`;
  const found = await sql<{ stage: string; status: string; count: number }>`
    select p.stage, p.status, n.count
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(stage text, status text)
      cross join lateral (
        select count(*)::int as count from (
          select 1 from ${from}
           where ${sql.join([sql`i.workflow_id = ${workflow}`, sql`i.stage = p.stage`, sql`i.status = p.status`, ...extra], sql` and `)}
           limit ${COUNT_CAP}
        ) capped
      ) n`.execute(reader);
  return found.rows;
}

/** How many items a filter finds, counted to the cap. */
export async function countCards(reader: Reader, filter: CardFilter): Promise<number> {
  const where = [sql`i.stage is not null`, ...conditions(filter)];
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from item_cards i where ${sql.join(where, sql` and `)} limit ${COUNT_CAP}
    ) capped`.execute(reader);
  return found.rows[0]?.count ?? 0;
}
