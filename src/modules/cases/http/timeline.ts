/** Routes of a case's timeline, and of the cases of a customer. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { readCursor, pageOf } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { rollUp } from '../actions/view.ts';
import { resolveCase } from '../actions/item-facts.ts';
import { readTimeline, TIMELINE_KINDS } from '../store/case-view.ts';
import { casesOfCustomer } from '../store/customer-cases.ts';
import { timelineEntry } from './schemas.ts';
import { entryOf } from './views.ts';

const cursorSchema = z.object({ at: z.string().max(40), id: z.string().max(80) });

const customerCase = z.object({
  id: z.string(),
  reference: z.string(),
  channel: z.string(),
  created_at: z.string(),
  items: z.array(z.object({ number: z.string(), title: z.string(), stage: z.string(), status: z.string() })),
  roll_up: z.array(z.object({ stage: z.string(), status: z.string(), count: z.int() })),
});

export function timelineRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/cases/{id}/timeline',
      tag: 'Cases',
      summary: 'Everything that happened to a case, newest first',
      access: { staff: 'case.view' },
      params: z.object({ id: z.string().max(60) }),
      query: z.object({
        ...pageQuery,
        filter: z
          .string()
          .max(100)
          .optional()
          .meta({ description: `Comma list of ${TIMELINE_KINDS.join(', ')}` }),
      }),
      response: listOf(timelineEntry),
      act: async ({ params, query }, call) => {
        const after = readCursor(query.cursor, cursorSchema);
        if (!after.ok) return after;
        const caseId = (await resolveCase(call.db, params.id)) ?? '';
        const kinds = (query.filter ?? '')
          .split(',')
          .filter((k) => (TIMELINE_KINDS as readonly string[]).includes(k));
        const rows = await readTimeline(call.db, caseId, {
          kinds,
          publicOnly: false,
          after: after.value ?? null,
          limit: query.limit + 1,
        });
        return ok(pageOf(rows, query.limit, (row) => ({ at: row.at.toISOString(), id: row.id }), entryOf));
      },
    }),
    route({
      method: 'get',
      path: '/api/customers/{id}/cases',
      tag: 'Cases',
      summary: 'The cases of a customer, newest first',
      access: { staff: 'customer.view' },
      params: z.object({ id: z.string().max(60) }),
      response: listOf(customerCase),
      act: async ({ params }, call) => {
        const cases = await casesOfCustomer(call.db, params.id);
        return ok({ items: cases.map((c) => ({ ...c, roll_up: rollUp(c.items) })), next_cursor: null });
      },
    }),
  ];
}
