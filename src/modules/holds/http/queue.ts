/** Routes of the queue of holds and of their reasons; those of the ownership rules go with them. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok } from '../../../kernel/outcome.ts';
import { readCursor, pageOf } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, pageQuery, text } from '../../../platform/http/schemas.ts';
import { addReason, changeReason } from '../actions/reasons.ts';
import { listReasons, NEEDS, queueCounts, queueOf, type QueueRow } from '../store/queue.ts';
import { ownershipRoutes } from './ownership.ts';

const TAG = 'Holds';
const cursorSchema = z.object({ due: z.string().max(40), id: z.string().max(60) });

const queueEntry = z
  .object({
    id: z.string(),
    case_id: z.string(),
    item_id: z.string(),
    reason: z.string(),
    note: z.string(),
    owner_id: z.string().nullable(),
    due_at: instant,
    opened_at: instant,
    step: z.string().nullable(),
    asked_at: instant.nullable(),
    asks: z.int(),
    reminders: z.int(),
    answered_at: instant.nullable(),
    item_number: z.string(),
    title: z.string(),
    seq: z.int(),
    reference: z.string(),
    locale: z.string(),
    customer_name: z.string(),
    days_waiting: z.int().nullable().meta({ description: 'Whole days since we asked; null before that' }),
    overdue: z.boolean(),
  })
  .meta({ id: 'OpenHold' });

function entryOf(row: QueueRow, now: Date) {
  const waited = row.step === 'waiting' && row.asked_at ? now.getTime() - row.asked_at.getTime() : null;
  return {
    ...row,
    days_waiting: waited === null ? null : Math.max(0, Math.floor(waited / 86_400_000)),
    overdue: row.due_at < now,
  };
}

function queueRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/holds',
      tag: TAG,
      summary: 'Open holds by what they need next, most urgent first',
      access: { staff: 'case.view' },
      query: z.object({
        ...pageQuery,
        needs: z.enum(NEEDS).optional(),
        reason: z.string().max(40).optional(),
      }),
      response: listOf(queueEntry),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, cursorSchema);
        if (!after.ok) return after;
        const { now } = call.ctx;
        const asked = {
          needs: query.needs ?? null,
          reason: query.reason ?? null,
          now,
          after: after.value ?? null,
        };
        const rows = await queueOf(call.db, { ...asked, limit: query.limit + 1 });
        const cursorOf = (row: QueueRow) => ({ due: row.due_at.toISOString(), id: row.id });
        return ok(pageOf(rows, query.limit, cursorOf, (row) => entryOf(row, now)));
      },
    }),
    route({
      method: 'get',
      path: '/api/holds/counts',
      tag: TAG,
      summary: 'How many open holds need what',
      access: { staff: 'case.view' },
      response: z.object({
        to_contact: z.int(),
        waiting: z.int(),
        answered: z.int(),
        to_approve: z.int(),
        overdue: z.int(),
        other: z.int(),
      }),
      act: async (_, call) => ok(await queueCounts(call.db, call.ctx.now)),
    }),
  ];
}

const reasonFields = {
  labels: z.object(Object.fromEntries(LOCALES.map((l) => [l, text(80)]))),
  due_days: z.int().min(1).max(90),
  asks_customer: z.boolean(),
  blocks_leaving: z.boolean(),
  active: z.boolean(),
};
const reasonSchema = z
  .object({
    id: z.string(),
    status: z.string(),
    ours: z.boolean(),
    version: z.int(),
    ...reasonFields,
    labels: z.record(z.string(), z.string()),
  })
  .meta({ id: 'HoldReason' });

function reasonRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/hold-reasons',
      tag: TAG,
      summary: 'Why items may be held: ours, and the shop’s own',
      access: { staff: 'case.view' },
      response: listOf(reasonSchema),
      act: async (_, call) => ok({ items: await listReasons(call.db), next_cursor: null }),
    }),
    route({
      method: 'post',
      path: '/api/hold-reasons',
      tag: TAG,
      summary: 'Add a reason',
      access: { staff: 'settings.edit' },
      body: z.object({ id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/), ...reasonFields }),
      response: reasonSchema,
      status: 201,
      change: async (tx, { body: { id, ...input } }, call) => await addReason(tx, call.ctx, id, input),
      view: (row) => ({ ...row, version: row.version ?? 1 }),
    }),
    route({
      method: 'patch',
      path: '/api/hold-reasons/{id}',
      tag: TAG,
      summary: 'Change a reason',
      access: { staff: 'settings.edit' },
      ifMatch: 'required',
      params: z.object({ id: z.string().max(40) }),
      body: z.object(reasonFields),
      response: reasonSchema,
      change: async (tx, { params, body, version }, call) =>
        await changeReason(tx, call.ctx, params.id, version, body),
      view: (row) => ({ ...row, version: row.version ?? 1 }),
    }),
  ];
}

/** Every route of the queue and its settings. */
export function holdDeskRoutes(): Route[] {
  return [...queueRoutes(), ...reasonRoutes(), ...ownershipRoutes()];
}
