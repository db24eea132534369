/** Routes of saved views. */
import { z } from 'zod';
import { actorId } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { text } from '../../../platform/http/schemas.ts';
import { changeView, dropView, saveView } from '../actions/saved-views.ts';
import { listViews, type SavedView } from '../store/views.ts';

const viewBody = z.object({
  name: text(80),
  query: z
    .record(z.string().max(40), z.string().max(200))
    .refine((q) => Object.keys(q).length <= 20, { error: 'At most 20 filters.' }),
  shared: z.boolean().default(false),
});
const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  shared: z.boolean(),
  mine: z.boolean(),
  version: z.int(),
});
const byId = z.object({ id: z.string().max(60) });

function wire(view: SavedView, me: string | null) {
  return {
    id: view.id,
    name: view.name,
    query: view.query,
    shared: view.shared,
    mine: view.staff_id === me,
    version: view.version,
  };
}

export function savedViewRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/views',
      tag: 'Board',
      summary: 'Saved views: your own and the shared ones',
      access: { staff: 'case.view' },
      response: z.object({ views: z.array(viewSchema) }),
      act: async (_, call) => {
        const me = actorId(call.ctx.actor);
        const views = await listViews(call.db, me ?? '');
        return ok({ views: views.map((v) => wire(v, me)) });
      },
    }),
    route({
      method: 'post',
      path: '/api/views',
      tag: 'Board',
      summary: 'Save a view',
      access: { staff: 'case.view' },
      body: viewBody,
      response: viewSchema,
      status: 201,
      change: (tx, { body }, call) => saveView(tx, call.ctx, body),
      view: (value, _, call) => wire(value, actorId(call.ctx.actor)),
    }),
    route({
      method: 'put',
      path: '/api/views/{id}',
      tag: 'Board',
      summary: 'Change a saved view',
      access: { staff: 'case.view' },
      params: byId,
      ifMatch: 'required',
      body: viewBody,
      response: viewSchema,
      change: (tx, { params, body, version }, call) => changeView(tx, call.ctx, params.id, version, body),
      view: (value, _, call) => wire(value, actorId(call.ctx.actor)),
    }),
    route({
      method: 'delete',
      path: '/api/views/{id}',
      tag: 'Board',
      summary: 'Delete a saved view',
      access: { staff: 'case.view' },
      params: byId,
      response: null,
      change: (tx, { params }, call) => dropView(tx, call.ctx, params.id),
      view: () => null,
    }),
  ];
}
