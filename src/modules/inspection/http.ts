/** Routes of the test bench: the device's number, the checklist, the grades. */
import { z } from 'zod';
import { ok, refuse } from '../../kernel/outcome.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant } from '../../platform/http/schemas.ts';
import { completeInspection, openInspection, recordFindings } from './actions/inspect.ts';
import { isHidden, opinionsOf } from './actions/disputes.ts';
import { recordIdentity } from './actions/identity.ts';
import { CHECKLISTS } from './rules.ts';
import { readInspection, readItem } from './store.ts';

const TAG = 'Bench';
const byId = z.object({ id: z.string().max(60) });
const checkResult = z.object({
  result: z.enum(['pass', 'fail', 'not_applicable']),
  note: z.string().max(500).optional(),
});
const grades = {
  cosmetic_grade: z.enum(['A', 'B', 'C', 'D', 'E']).nullable(),
  functional_grade: z.enum(['works', 'faulty', 'dead']).nullable(),
  battery_percent: z.int().min(0).max(100).nullable(),
  note: z.string().max(2000).nullable(),
};
const inspectionSchema = z
  .object({
    id: z.string(),
    case_id: z.string(),
    item_id: z.string(),
    number: z.int(),
    state: z.enum(['open', 'complete']),
    inspector_id: z.string().nullable(),
    checks: z.record(z.string(), checkResult),
    cosmetic_grade: z.string().nullable(),
    functional_grade: z.string().nullable(),
    battery_percent: z.int().nullable(),
    note: z.string().nullable(),
    started_at: instant,
    completed_at: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Inspection' });

const opinionsSchema = z.object({
  items: z.array(
    z.object({
      hidden: z.boolean(),
      id: z.string(),
      number: z.int(),
      inspection: inspectionSchema.extend({ kind: z.enum(['first', 'second']) }).nullable(),
    }),
  ),
  dispute: z
    .object({
      id: z.string(),
      reason: z.string(),
      opened_by_kind: z.string(),
      opened_at: instant,
      closed_at: instant.nullable(),
      outcome: z.string().nullable(),
      first_inspection_id: z.string(),
      second_inspection_id: z.string().nullable(),
    })
    .nullable(),
});

export function inspectionRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/items/{id}/inspections',
      tag: TAG,
      summary: 'Every inspection of a device, side by side',
      description:
        'While a second inspection is due or under way, what the first one found is told to nobody.',
      access: { staff: 'case.view' },
      params: byId,
      response: opinionsSchema,
      act: async ({ params }, call) => await opinionsOf(call.db, params.id),
      view: ({ shown, dispute }) => ({
        items: shown.map((one) =>
          one.hidden
            ? { hidden: true, id: one.id, number: one.number, inspection: null }
            : {
                hidden: false,
                id: one.inspection.id,
                number: one.inspection.number,
                inspection: { ...one.inspection },
              },
        ),
        dispute,
      }),
    }),
    route({
      method: 'get',
      path: '/api/checklists',
      tag: TAG,
      summary: 'The checks of each category',
      access: { staff: 'case.view' },
      response: z.object({
        checklists: z.record(z.string(), z.array(z.object({ id: z.string(), label: z.string() }))),
      }),
      act: () => ok({ checklists: CHECKLISTS }),
    }),
    route({
      method: 'put',
      path: '/api/items/{id}/identity',
      tag: TAG,
      summary: 'Record IMEI or serial number of the device on the bench',
      access: { staff: 'inspection.record' },
      params: byId,
      body: z.object({
        imei: z.string().max(40).nullish(),
        imei2: z.string().max(40).nullish(),
        serial: z.string().max(60).nullish(),
      }),
      response: z.object({
        unit: z.object({
          id: z.string(),
          imei: z.string().nullable(),
          imei2: z.string().nullable(),
          serial: z.string().nullable(),
        }),
        seen_before: z.array(
          z.object({
            case_id: z.string(),
            reference: z.string(),
            item_id: z.string(),
            item_number: z.string(),
            title: z.string(),
            stage: z.string(),
            status: z.string(),
            at: instant,
            is_open: z.boolean(),
          }),
        ),
        computed: z.boolean().meta({ description: 'True when the check digit was computed for you' }),
      }),
      change: (tx, { params, body }, call) => recordIdentity(tx, call.ctx, params.id, body),
      view: (value) => value,
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/inspection',
      tag: TAG,
      summary: 'Open or resume the inspection of an item',
      access: { staff: 'inspection.record' },
      params: byId,
      response: inspectionSchema,
      change: (tx, { params }, call) => openInspection(tx, call.ctx, params.id),
      view: (value) => value,
    }),
    route({
      method: 'get',
      path: '/api/inspections/{id}',
      tag: TAG,
      summary: 'An inspection',
      access: { staff: 'case.view' },
      params: byId,
      response: inspectionSchema,
      act: async ({ params }, call) => {
        const found = await readInspection(call.db, params.id);
        if (found && (await isHidden(call.db, found)))
          return refuse(
            'inspection_hidden',
            'A second inspection is under way; this one is hidden until it is done.',
            'conflict',
          );
        return found && (await readItem(call.db, found.item_id))
          ? ok(found)
          : refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
      },
    }),
    route({
      method: 'put',
      path: '/api/inspections/{id}',
      tag: TAG,
      summary: 'Save findings',
      access: { staff: 'inspection.record' },
      params: byId,
      ifMatch: 'required',
      body: z.object({ checks: z.record(z.string().max(40), checkResult), ...grades }),
      response: inspectionSchema,
      change: (tx, { params, body, version }, call) => recordFindings(tx, call.ctx, params.id, version, body),
      view: (value) => value,
    }),
    route({
      method: 'post',
      path: '/api/inspections/{id}/complete',
      tag: TAG,
      summary: 'Complete an inspection',
      access: { staff: 'inspection.record' },
      params: byId,
      response: inspectionSchema,
      change: (tx, { params }, call) => completeInspection(tx, call.ctx, params.id),
      view: (value) => value,
    }),
  ];
}
