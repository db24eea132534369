/** Routes of holds. Each answers with the case as it now stands. */
import { z } from 'zod';
import { route, type Route } from '../../platform/http/route.ts';
import { text } from '../../platform/http/schemas.ts';
import { viewCase } from '../cases/actions/view.ts';
import { caseView } from '../cases/http/schemas.ts';
import { caseOf } from '../cases/http/views.ts';
import { openHold, releaseHold } from './actions.ts';
import { planHold } from './actions/plan.ts';

const TAG = 'Holds';
const byId = z.object({ id: z.string().max(60) });

export function holdRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/items/{id}/holds',
      tag: TAG,
      summary: 'Put an item on hold, or add a reason',
      access: { staff: 'hold.open' },
      params: byId,
      body: z.object({
        reason: z.string().max(40),
        note: text(1000),
        owner_id: z.string().max(60).nullish(),
        due_days: z.int().min(1).max(90).optional(),
      }),
      response: caseView,
      status: 201,
      change: async (tx, { params, body }, call) => {
        const opened = await openHold(tx, call.ctx, params.id, {
          reason: body.reason,
          note: body.note,
          ownerId: body.owner_id ?? null,
          ...(body.due_days ? { dueDays: body.due_days } : {}),
        });
        return opened.ok ? await viewCase(tx, call.ctx, opened.value.caseId) : opened;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'patch',
      path: '/api/holds/{id}',
      tag: TAG,
      summary: 'Give a hold to somebody, or another day to be done by',
      access: { staff: 'hold.open' },
      params: byId,
      body: z.object({ owner_id: z.string().max(60).nullish(), due_at: z.iso.datetime().optional() }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const dueAt = body.due_at ? new Date(body.due_at) : undefined;
        const planned = await planHold(tx, call.ctx, params.id, { ownerId: body.owner_id, dueAt });
        return planned.ok ? await viewCase(tx, call.ctx, planned.value.caseId) : planned;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/holds/{id}/release',
      tag: TAG,
      summary: 'Release a hold; the last one lets the item go back to where it was',
      access: { staff: 'hold.release' },
      params: byId,
      body: z.object({ note: z.string().max(1000).nullish() }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const released = await releaseHold(tx, call.ctx, params.id, body.note ?? null);
        return released.ok ? await viewCase(tx, call.ctx, released.value.caseId) : released;
      },
      view: (value) => caseOf(value),
    }),
  ];
}
