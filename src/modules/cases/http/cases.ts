/** Routes of one case: look, move, note, edit, why. */
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { day, text } from '../../../platform/http/schemas.ts';
import { bulkMove } from '../actions/bulk.ts';
import { editCase } from '../actions/edit.ts';
import { resolveCase } from '../actions/item-facts.ts';
import { moveItems } from '../actions/move.ts';
import { addNote } from '../actions/notes.ts';
import { viewCase } from '../actions/view.ts';
import { caseView, noteView } from './schemas.ts';
import { caseOf } from './views.ts';

const TAG = 'Cases';
const byId = z.object({
  id: z
    .string()
    .max(60)
    .meta({ description: 'Id or reference', examples: ['V261121004711'] }),
});
const NOT_FOUND = refuse('case_not_found', 'There is no such case.', 'not_found');

const addressSchema = z.object({
  line1: text(200),
  line2: z.string().trim().max(200).nullish(),
  postal_code: text(20),
  city: text(100),
  region: z.string().trim().max(100).nullish(),
  country: z.string().regex(/^[A-Z]{2}$/, 'Give the country as two capitals, such as NL.'),
});
const contactSchema = z.object({
  name: text(200),
  email: z.email().max(254),
  phone: z.string().trim().max(40).nullish(),
});

export function caseRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/cases/{id}',
      tag: TAG,
      summary: 'A case with its items and every move',
      access: { staff: 'case.view' },
      params: byId,
      response: caseView,
      act: async ({ params }, call) => {
        const id = await resolveCase(call.db, params.id);
        return id ? await viewCase(call.db, call.ctx, id) : NOT_FOUND;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/cases/{id}/moves',
      tag: TAG,
      summary: 'Move items of a case, all or none',
      access: { staff: 'case.view' },
      params: byId,
      body: z.object({
        move: z.string().max(60),
        item_ids: z.array(z.string().max(60)).min(1).max(50),
        reason: z.string().max(1000).nullish(),
        expect: z
          .record(z.string(), z.int())
          .optional()
          .meta({ description: 'History number of each item as you saw it; refuses stale_item otherwise' }),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const moved = await moveItems(tx, call.ctx, {
          caseId: params.id,
          move: body.move,
          itemIds: body.item_ids,
          reason: body.reason ?? null,
          ...(body.expect ? { expect: body.expect } : {}),
        });
        return moved.ok ? await viewCase(tx, call.ctx, params.id) : moved;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/bulk-moves',
      tag: TAG,
      summary: 'Move many items, with a list of what failed',
      access: { staff: 'case.view' },
      body: z.object({
        move: z.string().max(60),
        reason: z.string().max(1000).nullish(),
        dry_run: z.boolean().default(false),
        items: z
          .array(z.object({ item_id: z.string().max(60), seq: z.int().optional() }))
          .min(1)
          .max(500),
      }),
      response: z.object({
        done: z.array(z.string()),
        failed: z.array(z.object({ item_id: z.string(), code: z.string(), why: z.string() })),
      }),
      act: ({ body }, call) =>
        bulkMove(call.postgres, call.ctx, {
          move: body.move,
          items: body.items,
          reason: body.reason ?? null,
          dryRun: body.dry_run,
        }),
    }),
    route({
      method: 'post',
      path: '/api/cases/{id}/notes',
      tag: TAG,
      summary: 'Write a note, internal or for the customer',
      access: { staff: 'case.note' },
      params: byId,
      status: 201,
      body: z.object({
        body: z.string().max(10_000),
        visibility: z.enum(['internal', 'customer']),
        item_id: z.string().max(60).nullish(),
        mentions: z.array(z.string().max(60)).max(20).default([]),
      }),
      response: noteView,
      change: (tx, { params, body }, call) =>
        addNote(tx, call.ctx, params.id, {
          body: body.body,
          visibility: body.visibility,
          itemId: body.item_id ?? null,
          mentions: body.mentions,
        }),
      view: ({ id, body, visibility, item_id, at }) => ({ id, body, visibility, item_id, at }),
    }),
    route({
      method: 'patch',
      path: '/api/cases/{id}',
      tag: TAG,
      summary: 'Change contact, address, visit or assignee',
      access: { staff: 'case.edit' },
      params: byId,
      ifMatch: 'required',
      body: z.strictObject({
        contact: contactSchema.optional(),
        address: addressSchema.nullish(),
        location_id: z.string().max(60).nullish(),
        visit_on: day.nullish(),
        assignee_id: z.string().max(60).nullish(),
      }),
      response: caseView,
      change: async (tx, { params, body, version }, call) => {
        const edited = await editCase(tx, call.ctx, params.id, version, body);
        return edited.ok ? await viewCase(tx, call.ctx, params.id) : edited;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'get',
      path: '/api/cases/{id}/why',
      tag: TAG,
      summary: 'Facts and moves of a case, with the reason of every refusal',
      access: { staff: 'case.view' },
      params: byId,
      response: z.object({
        reference: z.string(),
        items: z.array(
          z.object({
            number: z.string(),
            title: z.string(),
            at: z.string(),
            facts: z.record(z.string(), z.unknown()),
            moves: z.array(z.unknown()),
          }),
        ),
      }),
      act: async ({ params }, call) => {
        const id = await resolveCase(call.db, params.id);
        const view = id ? await viewCase(call.db, call.ctx, id) : NOT_FOUND;
        if (!view.ok) return view;
        return ok({
          reference: view.value.reference,
          items: view.value.items.map((i) => ({
            number: i.number,
            title: i.title,
            at: `${i.stage}/${i.status}`,
            facts: { ...i.facts },
            moves: i.moves,
          })),
        });
      },
    }),
  ];
}
