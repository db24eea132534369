/** Routes of the test bench: the device's number, the checklist, the grades. */
import { z } from 'zod';
import { ok, refuse } from '../../kernel/outcome.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant } from '../../platform/http/schemas.ts';
import { toldDevice } from './actions/by-hand.ts';
import { isHidden, opinionsOf } from './actions/disputes.ts';
import { lastActive, takeOverInspection } from './actions/holder.ts';
import { recordIdentity } from './actions/identity.ts';
import { completeInspection, openInspection, recordFindings } from './actions/inspect.ts';
import { CHECKLISTS } from './rules.ts';
import { readInspection, readItem, type InspectionRow } from './store.ts';

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
const byHand = {
  found_variant_id: z.string().max(60).nullable().optional(),
  accessories: z.record(z.string().max(40), z.boolean()).optional(),
  found_answers: z.record(z.string().max(60), z.string().max(60)).optional(),
};
const inspectionSchema = z
  .object({
    id: z.string(),
    case_id: z.string(),
    item_id: z.string(),
    number: z.int(),
    kind: z.enum(['first', 'second']),
    state: z.enum(['open', 'complete']),
    inspector_id: z.string().nullable(),
    inspector: z
      .object({ id: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Who has it: nobody else can save until they take it over' }),
    first_inspector_id: z.string().nullable(),
    checks: z.record(z.string(), checkResult),
    cosmetic_grade: z.string().nullable(),
    functional_grade: z.string().nullable(),
    battery_percent: z.int().nullable(),
    note: z.string().nullable(),
    found_variant_id: z.string().nullable(),
    accessories: z
      .record(z.string(), z.boolean())
      .meta({ description: 'True: here. False: missing. Not named: not looked for' }),
    found_answers: z.record(z.string(), z.string()).meta({
      description:
        'The seller’s questions as they were found: by hand while it is open, with what the checks say afterwards',
    }),
    started_at: instant,
    last_active_at: instant,
    active_seconds: z.int().meta({ description: 'Time spent on the device; pauses are left out' }),
    completed_at: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Inspection' });

/** An inspection as it goes out: whose it is, by name. */
function shown(row: InspectionRow) {
  const { inspector_id: id, inspector_name: name } = row;
  return { ...row, inspector: id === null ? null : { id, name }, last_active_at: lastActive(row) };
}

const inLanguages = z.record(z.string(), z.string());
const toldSchema = z.object({
  questions: z.array(
    z.object({
      key: z.string(),
      label: inLanguages,
      answers: z.array(z.object({ key: z.string(), label: inLanguages, unsure: z.boolean() })),
    }),
  ),
  answers: z.record(z.string(), z.string()),
  variant_id: z.string().nullable(),
  variants: z.array(z.object({ id: z.string(), label: z.string(), title: z.string() })),
  accessories: z.array(z.string()).meta({ description: 'What may have come with such a device' }),
});

const opinionsSchema = z.object({
  items: z.array(
    z.object({
      hidden: z.boolean(),
      id: z.string(),
      number: z.int(),
      inspection: inspectionSchema.nullable(),
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

/** Routes of the bench. */
export function inspectionRoutes(): Route[] {
  return [...deviceRoutes(), ...findingRoutes()];
}

function deviceRoutes(): Route[] {
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
      view: ({ shown: opinions, dispute }) => ({
        items: opinions.map((one) =>
          one.hidden
            ? { hidden: true, id: one.id, number: one.number, inspection: null }
            : {
                hidden: false,
                id: one.inspection.id,
                number: one.inspection.number,
                inspection: shown(one.inspection),
              },
        ),
        dispute,
      }),
    }),
    route({
      method: 'get',
      path: '/api/items/{id}/told',
      tag: TAG,
      summary: 'What the seller said about a device, and what may be found instead',
      access: { staff: 'case.view' },
      params: byId,
      response: toldSchema,
      act: async ({ params }, call) => await toldDevice(call.db, params.id),
      view: ({ declared, versions, accessories }) => ({
        questions: declared.questions.map((q) => ({
          key: q.key,
          label: { ...q.label },
          answers: q.answers.map((a) => ({ key: a.key, label: { ...a.label }, unsure: a.unsure === true })),
        })),
        answers: { ...declared.answers },
        variant_id: declared.variant_id,
        variants: versions.map((one) => ({ ...one })),
        accessories: [...accessories],
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
  ];
}

function findingRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/items/{id}/inspection',
      tag: TAG,
      summary: 'Open or resume the inspection of an item',
      access: { staff: 'inspection.record' },
      params: byId,
      response: inspectionSchema,
      change: (tx, { params }, call) => openInspection(tx, call.ctx, params.id),
      view: shown,
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
      view: shown,
    }),
    route({
      method: 'put',
      path: '/api/inspections/{id}',
      tag: TAG,
      summary: 'Save findings',
      description: 'What is left out of the findings by hand stays as it is.',
      access: { staff: 'inspection.record' },
      params: byId,
      ifMatch: 'required',
      body: z.object({ checks: z.record(z.string().max(40), checkResult), ...grades, ...byHand }),
      response: inspectionSchema,
      change: (tx, { params, body, version }, call) => recordFindings(tx, call.ctx, params.id, version, body),
      view: shown,
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
      view: shown,
    }),
    route({
      method: 'post',
      path: '/api/inspections/{id}/take-over',
      tag: TAG,
      summary: 'Go on with an inspection that somebody else began',
      access: { staff: 'inspection.record' },
      params: byId,
      response: inspectionSchema,
      change: (tx, { params }, call) => takeOverInspection(tx, call.ctx, params.id),
      view: shown,
    }),
  ];
}
