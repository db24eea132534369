/** Routes of the board, the table, the queues and search. */
import { z } from 'zod';
import { actorId } from '../../../kernel/actor.ts';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { readCursor, pageOf } from '../../../platform/http/paging.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { day, listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { csvOf } from '../csv.ts';
import type { CardFilter, CardSort } from '../rules/filter.ts';
import { queueFilters } from '../rules/queues.ts';
import { WORKFLOWS } from '../rules/workflows.ts';
import { labelOf } from '../rules/labels.ts';
import { cardKey, COUNT_CAP, countCards, countPlaces, readCards } from '../store/board.ts';
import { searchAll } from '../store/case-view.ts';
import { itemCard } from './schemas.ts';
import { cardOf } from './views.ts';

const TAG = 'Board';
const word = z.string().max(60);

/** What narrows the board and the table; `overdue=true`, `mine=true` as in the address bar. */
export const filterQuery = {
  workflow: z.enum(['buyback_mail_in', 'buyback_in_store']).optional(),
  stage: word.optional(),
  status: word.optional(),
  next: z.enum(['customer', 'carrier', 'counter', 'bench', 'help_desk', 'finance']).optional(),
  location: word.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  open: z.enum(['true', 'false']).optional(),
  mine: z.enum(['true', 'false']).optional(),
  queue: word.optional(),
  from: day.optional(),
  to: day.optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(['entered', 'due', 'created']).default('entered'),
};
const filterSchema = z.object(filterQuery);
const pagedFilter = z.object({ ...filterQuery, ...pageQuery });
const cursorSchema = z.object({ at: z.string().max(40), id: z.string().max(60) });

/** The filter a query means, now and for this person. */
export function filterOf(query: z.output<typeof filterSchema>, call: Call): CardFilter {
  const me = actorId(call.ctx.actor);
  const queue = query.queue
    ? queueFilters(call.ctx.now, me).find((f) => f.id === query.queue)?.filter
    : undefined;
  return {
    ...queue,
    ...(query.workflow ? { workflow: query.workflow } : {}),
    ...(query.stage ? { stage: query.stage } : {}),
    ...(query.status ? { status: query.status } : {}),
    ...(query.next ? { next: query.next } : {}),
    ...(query.location ? { location: query.location } : {}),
    ...(query.overdue === 'true' ? { overdueAt: call.ctx.now } : {}),
    ...(query.open ? { open: query.open === 'true' } : {}),
    ...(query.mine === 'true' && me ? { assignee: me } : {}),
    ...(query.from ? { from: new Date(`${query.from}T00:00:00Z`) } : {}),
    ...(query.to ? { to: new Date(`${query.to}T23:59:59.999Z`) } : {}),
    ...(query.q ? { q: query.q } : {}),
  };
}

async function page(
  query: z.output<typeof pagedFilter>,
  call: Call,
): Promise<Outcome<{ items: ReturnType<typeof cardOf>[]; next_cursor: string | null }>> {
  const after = readCursor(query.cursor, cursorSchema);
  if (!after.ok) return after;
  const sort: CardSort = query.sort;
  const rows = await readCards(call.db, filterOf(query, call), sort, after.value ?? null, query.limit + 1);
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => cardKey(row, sort),
      (row) => cardOf(row, call.ctx.now),
    ),
  );
}

const count = {
  count: z.int(),
  capped: z.boolean().meta({ description: `True beyond ${COUNT_CAP}: show “1,000+”` }),
};
const capped = (n: number) => ({ count: n, capped: n >= COUNT_CAP });

export function boardRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/workflows',
      tag: TAG,
      summary: 'Every workflow: stages, statuses, moves, clocks',
      access: { staff: 'case.view' },
      response: z.object({ workflows: z.array(z.record(z.string(), z.unknown())) }),
      act: () =>
        ok({
          workflows: WORKFLOWS.map((w) => ({
            id: w.id,
            version: w.version,
            stages: w.stages.map((s) => ({
              ...s,
              label: labelOf(s.id),
              statuses: s.statuses.map((t) => ({ ...t, label: labelOf(t.id) })),
            })),
            moves: w.moves.map((m) => ({ ...m, label: labelOf(m.id) })),
          })),
        }),
    }),
    route({
      method: 'get',
      path: '/api/board',
      tag: TAG,
      summary: 'One page of a column of the board',
      access: { staff: 'case.view' },
      query: pagedFilter,
      response: listOf(itemCard),
      act: ({ query }, call) => page(query, call),
    }),
    route({
      method: 'get',
      path: '/api/items',
      tag: TAG,
      summary: 'The table: items by filter, a page at a time',
      access: { staff: 'case.view' },
      query: pagedFilter,
      response: listOf(itemCard),
      act: ({ query }, call) => page(query, call),
    }),
    route({
      method: 'get',
      path: '/api/items.csv',
      tag: TAG,
      summary: 'The table as CSV, at most 10,000 rows',
      access: { staff: 'case.view' },
      limit: 'heavy',
      query: filterSchema,
      produces: 'text/csv',
      act: async ({ query }, call) => {
        const rows = await readCards(call.db, filterOf(query, call), query.sort, null, 10_000);
        const name = `items-${dateIn('UTC', call.ctx.now)}.csv`;
        return ok(
          new Response(csvOf(rows, call.ctx.now), {
            headers: {
              'content-type': 'text/csv; charset=utf-8',
              'content-disposition': `attachment; filename="${name}"`,
              'cache-control': 'no-store',
            },
          }),
        );
      },
    }),
    route({
      method: 'get',
      path: '/api/board/counts',
      tag: TAG,
      summary: 'How many items stand in each place',
      access: { staff: 'case.view' },
      query: z.object({ ...filterQuery, workflow: z.enum(['buyback_mail_in', 'buyback_in_store']) }),
      response: z.object({ counts: z.array(z.object({ stage: z.string(), status: z.string(), ...count })) }),
      act: async ({ query }, call) => {
        const places = WORKFLOWS.filter((w) => w.id === query.workflow).flatMap((w) =>
          w.stages.flatMap((s) => s.statuses.map((t) => ({ stage: s.id, status: t.id }))),
        );
        const rows = await countPlaces(call.db, query.workflow, places, filterOf(query, call));
        return ok({ counts: rows.map((r) => ({ stage: r.stage, status: r.status, ...capped(r.count) })) });
      },
    }),
    route({
      method: 'get',
      path: '/api/queues',
      tag: TAG,
      summary: 'What waits on us, by what is to be done next',
      access: { staff: 'case.view' },
      response: z.object({ queues: z.array(z.object({ id: z.string(), ...count })) }),
      act: async (_, call) => {
        const filters = queueFilters(call.ctx.now, actorId(call.ctx.actor));
        const counts = await Promise.all(filters.map((f) => countCards(call.db, f.filter)));
        return ok({ queues: filters.map((f, i) => ({ id: f.id, ...capped(counts[i] ?? 0) })) });
      },
    }),
    route({
      method: 'get',
      path: '/api/search',
      tag: TAG,
      summary: 'Find by reference, number, IMEI, tracking, name, mail or phone',
      access: { staff: 'case.view' },
      query: z.object({ q: z.string().trim().min(1).max(100) }),
      response: z.object({
        hits: z.array(
          z.object({
            kind: z.enum(['case', 'item', 'unit', 'parcel', 'customer']),
            id: z.string(),
            case_id: z.string().nullable(),
            label: z.string(),
            detail: z.string().nullable(),
            exact: z.boolean(),
          }),
        ),
      }),
      act: async ({ query }, call) => ok({ hits: await searchAll(call.db, query.q, 20) }),
    }),
  ];
}
