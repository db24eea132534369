/** Routes of the people who work here. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import {
  changeStaff,
  disableStaff,
  enableStaff,
  inviteStaff,
  resetStaff,
  type Invited,
} from '../actions/staff.ts';
import { requirePermission } from '../rules.ts';
import { listStaff } from '../store/staff.ts';
import { invitedSchema, newStaffBody, role, staffPatch, staffSchema } from './schemas.ts';
import type { IdentityConfig } from './session.ts';
import { staffView } from './views.ts';

const TAG = 'Staff';
const byId = z.object({ id: z.string().max(60) });

export function staffRoutes(config: IdentityConfig): Route[] {
  const invitedView = (invited: Invited) => ({
    person: staffView(invited.person),
    url: new URL(invited.path, config.baseUrl).href,
    expires_at: invited.expiresAt,
  });
  return [
    ...readRoutes(),
    route({
      method: 'post',
      path: '/api/staff',
      tag: TAG,
      summary: 'Add a person; the answer holds the link they choose a password by',
      access: { staff: 'staff.manage' },
      idempotent: false,
      body: newStaffBody,
      response: invitedSchema,
      status: 201,
      change: async (tx, { body }, call) =>
        await inviteStaff(tx, call.ctx, { ...body, locationId: body.location_id ?? null }),
      view: invitedView,
    }),
    route({
      method: 'post',
      path: '/api/staff/{id}/reset',
      tag: TAG,
      summary: 'End a person’s sessions and make a link to choose a new password by',
      access: { staff: 'staff.manage' },
      idempotent: false,
      params: byId,
      body: z.object({ drop_two_factor: z.boolean().default(false) }),
      response: invitedSchema,
      change: async (tx, { params, body }, call) =>
        await resetStaff(tx, call.ctx, { id: params.id, dropTwoFactor: body.drop_two_factor }),
      view: invitedView,
    }),
    ...changeRoutes(),
  ];
}

function readRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/staff',
      tag: TAG,
      summary: 'Everybody, with how far their sign-in is set up',
      access: { staff: 'staff.manage' },
      response: z.object({ items: z.array(staffSchema), next_cursor: z.null() }),
      act: async (_, call) => {
        const no = requirePermission(call.ctx.actor, 'staff.manage');
        return no ?? ok(await listStaff(call.db));
      },
      view: (rows) => ({ items: rows.map(staffView), next_cursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/colleagues',
      tag: TAG,
      summary: 'Names of the people who work here now: to assign and to mention',
      access: { staff: 'any' },
      response: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            roles: z.array(role),
            location_id: z.string().nullable(),
          }),
        ),
      }),
      act: async (_, call) => ok((await listStaff(call.db)).filter((one) => !one.disabled_at)),
      view: (rows) => ({
        items: rows.map(({ id, name, roles, location_id }) => ({ id, name, roles, location_id })),
      }),
    }),
  ];
}

function changeRoutes(): Route[] {
  return [
    route({
      method: 'patch',
      path: '/api/staff/{id}',
      tag: TAG,
      summary: 'Change name, roles, store or language',
      access: { staff: 'staff.manage' },
      ifMatch: 'required',
      params: byId,
      body: staffPatch,
      response: staffSchema,
      change: async (tx, { params, body, version }, call) => {
        const { location_id: locationId, ...rest } = body;
        return await changeStaff(tx, call.ctx, { id: params.id, version, locationId, ...rest });
      },
      view: (row) => staffView(row),
    }),
    route({
      method: 'post',
      path: '/api/staff/{id}/disable',
      tag: TAG,
      summary: 'End a person’s access and sessions at once',
      access: { staff: 'staff.manage' },
      params: byId,
      response: staffSchema,
      change: async (tx, { params }, call) => await disableStaff(tx, call.ctx, params.id),
      view: (row) => staffView(row),
    }),
    route({
      method: 'post',
      path: '/api/staff/{id}/enable',
      tag: TAG,
      summary: 'Let a person in again',
      access: { staff: 'staff.manage' },
      params: byId,
      response: staffSchema,
      change: async (tx, { params }, call) => await enableStaff(tx, call.ctx, params.id),
      view: (row) => staffView(row),
    }),
  ];
}
