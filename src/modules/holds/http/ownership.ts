/** Routes of the ownership rules: read, tried on the past, saved, and their versions. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf } from '../../../platform/http/schemas.ts';
import { choicesFor, type Choices } from '../actions/ownership-choices.ts';
import { currentRules, dryRun, saveRules, versionsOfRules } from '../actions/ownership.ts';
import type { OwnershipRules } from '../rules/ownership.ts';
import type { RulesRow } from '../store/ownership.ts';

const TAG = 'Holds';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const whenSchema = z.object({
  model_ids: z.array(z.string().max(60)).max(500).optional(),
  brands: z.array(z.string().max(120)).max(200).optional().meta({ description: 'Brands by name' }),
  name_contains: z
    .string()
    .max(80)
    .optional()
    .meta({ description: 'Brand and model have this in them; capitals do not count' }),
  released_within_months: z.int().min(1).max(120).optional(),
  answers: z
    .record(key, z.array(key).max(40))
    .optional()
    .meta({ description: 'Question → answers, one of which was declared or found; of every question named' }),
  like_new: z.boolean().optional(),
  above_minor: z.int().min(0).max(100_000_000).optional(),
  spot_check_percent: z.number().min(0).max(100).optional(),
});
const rulesBody = z.object({
  rules: z.array(z.object({ id: key, name: z.string().max(80), on: z.boolean(), when: whenSchema })).max(50),
});
const rulesSchema = z
  .object({
    version: z.int().meta({ description: '0: what a new shop begins with' }),
    body: rulesBody,
    created_by: z.string().nullable(),
    created_at: instant,
  })
  .meta({ id: 'OwnershipRules' });

const plainRule = ({ when, ...rule }: OwnershipRules['rules'][number]) => ({
  ...rule,
  when: {
    ...when,
    model_ids: when.model_ids ? [...when.model_ids] : undefined,
    brands: when.brands ? [...when.brands] : undefined,
    answers: when.answers
      ? Object.fromEntries(Object.entries(when.answers).map(([question, keys]) => [question, [...keys]]))
      : undefined,
  },
});
const rulesView = (row: RulesRow) => ({ ...row, body: { rules: row.body.rules.map(plainRule) } });

function savedRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/ownership-rules',
      tag: TAG,
      summary: 'When a proof of purchase is asked for',
      access: { staff: 'settings.view' },
      response: rulesSchema,
      act: async (_, call) => ok(await currentRules(call.db)),
      view: rulesView,
    }),
    route({
      method: 'get',
      path: '/api/ownership-rules/versions',
      tag: TAG,
      summary: 'Versions of the rules, newest first: the newest hundred, and what the shop began with',
      access: { staff: 'settings.view' },
      response: listOf(rulesSchema),
      act: async (_, call) =>
        ok({ items: (await versionsOfRules(call.db)).map(rulesView), next_cursor: null }),
    }),
    route({
      method: 'put',
      path: '/api/ownership-rules',
      tag: TAG,
      summary: 'Save a new version of the rules',
      access: { staff: 'settings.edit' },
      ifMatch: 'required',
      body: rulesBody,
      response: rulesSchema,
      change: async (tx, { body, version }, call) => await saveRules(tx, call.ctx, { version, body }),
      view: rulesView,
    }),
  ];
}

const named = { key: z.string(), label: z.string() };
const choicesRoute = route({
  method: 'get',
  path: '/api/ownership-rules/choices',
  tag: TAG,
  summary: 'What rules may name: brands, questions, and the models they name already',
  access: { staff: 'settings.view' },
  query: z.object({ locale: z.enum(LOCALES).default('en') }),
  response: z.object({
    models: z.array(z.object({ id: z.string(), name: z.string() })),
    brands: z.array(z.string()),
    questions: z.array(
      z.object({
        ...named,
        categories: z
          .array(z.string())
          .meta({ description: 'Asked about these now; empty: no longer asked' }),
        answers: z.array(z.object({ ...named, asked: z.boolean() })),
      }),
    ),
  }),
  act: async ({ query }, call) => ok(await choicesFor(call.db, query.locale)),
  view: (found: Choices) => ({
    models: [...found.models],
    brands: [...found.brands],
    questions: [...found.questions],
  }),
});

const dryRunRoute = route({
  method: 'post',
  path: '/api/ownership-rules/dry-run',
  tag: TAG,
  summary: 'What these rules would have held of the devices of the last days',
  access: { staff: 'settings.view' },
  idempotent: false,
  body: z.object({ body: rulesBody, days: z.int().min(1).max(3650) }),
  response: z.object({
    looked_at: z.int(),
    caught: z.int(),
    by_rule: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
    examples: z.array(
      z.object({
        case_id: z.string(),
        reference: z.string(),
        item_number: z.string(),
        title: z.string(),
        rule: z.string(),
        at: instant,
      }),
    ),
  }),
  act: async ({ body }, call) => await dryRun(call.db, call.ctx, body),
  view: (found) => ({ ...found, by_rule: [...found.by_rule], examples: [...found.examples] }),
});

/** Every route of the ownership rules. */
export function ownershipRoutes(): Route[] {
  return [...savedRoutes(), choicesRoute, dryRunRoute];
}
