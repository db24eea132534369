/** Routes of device checks and of the unit page. */
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, moneySchema } from '../../../platform/http/schemas.ts';
import { connectedAdapter } from '../../identity/connections.ts';
import { answerLock, recordCheck } from '../actions/manual-checks.ts';
import { preCheckOf, type PreCheck } from '../actions/checked.ts';
import { checkAgain } from '../actions/pre-check.ts';
import { brandOf, CHECK_KINDS } from '../rules/pre-check.ts';
import { checksOf, readSubject, type CheckRow } from '../store/pre-check.ts';
import { readUnit, unitBlocks, unitChecks, unitLives } from '../store/units.ts';
import type { Reader } from '../../../platform/postgres.ts';

const TAG = 'Device checks';
const RECORD = { staff: 'inspection.record' } as const;
const byId = z.object({ id: z.string().max(60) });
const note = z.string().trim().max(1000).nullish();
const verdict = z.enum(['clean', 'hit', 'unknown']);

const checkSchema = z
  .object({
    id: z.string(),
    item_id: z.string(),
    kind: z.enum(CHECK_KINDS),
    verdict: z.enum(['asked', 'clean', 'hit', 'unknown']).meta({
      description: 'asked: no answer yet. unknown is never clean.',
    }),
    provider: z.string().nullable().meta({ description: 'null: our own records; manual: a person' }),
    detail: z.string(),
    evidence: z.record(z.string(), z.unknown()),
    asked_by: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
    asked_at: instant,
    answered_at: instant.nullable(),
  })
  .meta({ id: 'DeviceCheck' });

const preCheckSchema = z
  .object({
    item_id: z.string(),
    brand: z.string().meta({ description: 'Empty when nobody knows it' }),
    provider: z
      .string()
      .nullable()
      .meta({ description: 'The adapter that is connected; null: look by hand' }),
    waiting: z.boolean(),
    current: z.array(checkSchema).meta({ description: 'The newest of each kind about the device as it is' }),
    items: z.array(checkSchema).meta({ description: 'All evidence, newest first' }),
  })
  .meta({ id: 'PreCheck' });

/** One check as the wire has it. */
export function checkView(row: CheckRow) {
  const { id, item_id, kind, verdict: said, provider, detail, evidence, asked_at, answered_at } = row;
  const asked_by = { kind: row.asked_by_kind, id: row.asked_by_id, name: row.asked_by_name };
  return { id, item_id, kind, verdict: said, provider, detail, evidence, asked_by, asked_at, answered_at };
}

async function preCheckView(found: PreCheck, reader: Reader) {
  const { subject, checks, waiting } = found;
  return {
    item_id: subject.item_id,
    brand: brandOf(subject),
    provider: await connectedAdapter(reader, 'device_check'),
    waiting,
    current: checks.map(checkView),
    items: (await checksOf(reader, subject.item_id)).map(checkView),
  };
}

const unitSchema = z
  .object({
    id: z.string(),
    imei: z.string().nullable(),
    imei2: z.string().nullable(),
    serial: z.string().nullable(),
    title: z.string().nullable(),
    category: z.string().nullable(),
    lives: z.array(
      z.object({
        item_id: z.string(),
        item_number: z.string(),
        case_id: z.string(),
        reference: z.string(),
        case_kind: z.enum(['offer', 'return']),
        title: z.string(),
        stage: z.string(),
        status: z.string(),
        is_open: z.boolean(),
        price: moneySchema.nullable(),
        customer_name: z.string().nullable(),
        created_at: instant,
        entered_at: instant,
      }),
    ),
    checks: z.array(checkSchema),
    blocked: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        reason: z.string(),
        added_at: instant,
        removed_at: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Unit' });

function unitRoute(): Route {
  return route({
    method: 'get',
    path: '/api/units/{id}',
    tag: TAG,
    summary:
      'The whole life of a physical device: every offer and return it was in, its checks, the block list',
    access: { staff: 'case.view' },
    params: byId,
    response: unitSchema,
    act: async ({ params }, { db }) => {
      const unit = await readUnit(db, params.id);
      if (!unit) return refuse('unit_not_found', 'There is no such device.', 'not_found');
      const [lives, checks, blocked] = await Promise.all([
        unitLives(db, params.id),
        unitChecks(db, params.id),
        unitBlocks(db, params.id),
      ]);
      return ok({
        ...unit,
        lives: lives.map(({ price_minor, currency, ...life }) => ({
          ...life,
          price: price_minor === null ? null : { minor: price_minor, currency },
        })),
        checks: checks.map(checkView),
        blocked,
      });
    },
  });
}

export function checkRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/items/{id}/checks',
      tag: TAG,
      summary: 'What is known of an item’s device: every check with its evidence',
      access: { staff: 'case.view' },
      params: byId,
      response: preCheckSchema,
      act: async ({ params }, { db }) => {
        const subject = await readSubject(db, params.id);
        if (!subject) return refuse('item_not_found', 'There is no such item.', 'not_found');
        return ok(preCheckOf(subject, await checksOf(db, params.id)));
      },
      view: preCheckView,
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/checks',
      tag: TAG,
      summary: 'Check again, and ask the provider again',
      access: RECORD,
      params: byId,
      response: preCheckSchema,
      change: (tx, { params }, call) => checkAgain(tx, call.ctx, params.id),
      view: preCheckView,
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/checks/lock',
      tag: TAG,
      summary: 'Say whether the device is locked to its owner’s account',
      access: RECORD,
      params: byId,
      body: z.object({ locked: z.enum(['yes', 'no', 'unknown']), note }),
      response: preCheckSchema,
      change: (tx, { params, body }, call) => answerLock(tx, call.ctx, params.id, body),
      view: preCheckView,
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/checks/manual',
      tag: TAG,
      summary: 'Record what a person found: another model, or what an enquiry elsewhere said',
      access: RECORD,
      params: byId,
      body: z.object({
        kind: z.enum(['model', 'provider']),
        verdict,
        note,
        found_model_id: z.string().max(60).nullish(),
      }),
      response: preCheckSchema,
      change: (tx, { params, body: { found_model_id, ...body } }, call) =>
        recordCheck(tx, call.ctx, params.id, { ...body, foundModelId: found_model_id ?? null }),
      view: preCheckView,
    }),
    unitRoute(),
  ];
}
