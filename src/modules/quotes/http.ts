/** Routes of revised offers: draft, live price, send; answer them; look at all of a case. */
import { z } from 'zod';
import { ok, refuse } from '../../kernel/outcome.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant, moneySchema } from '../../platform/http/schemas.ts';
import { resolveCase } from '../cases/actions/item-facts.ts';
import { viewCase } from '../cases/actions/view.ts';
import { caseView } from '../cases/http/schemas.ts';
import { caseOf } from '../cases/http/views.ts';
import { answerRevisions } from './actions/answer.ts';
import { draftRevision, priceRevision, type LivePrice } from './actions/draft.ts';
import { reviseOffer } from './actions/revise.ts';
import { revisionsOf } from './actions/revisions.ts';

const TAG = 'Revised offers';
const byId = z.object({ id: z.string().max(60) });
const inLanguages = z.record(z.string(), z.string()).meta({ description: 'By language' });
const answers = z
  .record(z.string().max(60), z.string().max(60))
  .refine((a) => Object.keys(a).length <= 40, { error: 'At most 40 answers.' });
const difference = z.object({
  key: z.string(),
  question: inLanguages,
  told: inLanguages,
  found: inLanguages,
});
const livePrice = z.object({
  price: moneySchema.nullable(),
  lines: z.array(z.object({ question: z.string(), answer: z.string(), effect_minor: z.int() })),
  refused: z.object({ code: z.string(), why: z.string(), field: z.string().optional() }).nullable(),
  differences: z.array(difference),
  reasons: z.array(z.string()).meta({ description: 'Reason codes the differences speak for' }),
});
const draft = z.object({
  case_id: z.string(),
  seq: z.int(),
  title: z.string(),
  before: moneySchema.nullable(),
  currency: z.string(),
  silence: z.string(),
  answer_days: z.int(),
  questions: z.array(
    z.object({
      key: z.string(),
      label: inLanguages,
      answers: z.array(z.object({ key: z.string(), label: inLanguages, unsure: z.boolean() })),
    }),
  ),
  told: z.object({ variant_id: z.string().nullable(), answers }),
  found: z.object({
    variant_id: z.string().nullable(),
    answers,
    inspection_id: z.string().nullable(),
    note: z.string().nullable(),
  }),
  variants: z.array(z.object({ id: z.string(), title: z.string() })),
  live: livePrice,
  photo_ids: z.array(z.string()),
  may_name_price: z.boolean(),
  replaces_id: z.string().nullable(),
});
const revision = z
  .object({
    id: z.string(),
    item_id: z.string(),
    item_number: z.string(),
    title: z.string(),
    number: z.int(),
    state: z.string(),
    price: moneySchema,
    old_price: moneySchema.nullable(),
    reasons: z.array(z.object({ code: z.string(), text: inLanguages })),
    note: z.string().nullable(),
    differences: z.array(difference),
    follows_id: z.string().nullable(),
    made_at: instant,
    answer_by: instant.nullable(),
    photos: z.array(z.string()).meta({ description: 'Ids of files' }),
    captions: z.record(z.string(), z.string()).meta({ description: 'Words under photos, by id of the file' }),
    made_by: z.object({ kind: z.string(), name: z.string().nullable() }),
    answered: z
      .object({ by: z.string(), name: z.string().nullable(), how: z.string().nullable(), at: instant })
      .nullable(),
  })
  .meta({ id: 'Revision' });

function liveView(live: LivePrice) {
  return { ...live, lines: [...live.lines] };
}

function draftRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/items/{id}/revision-draft',
      tag: TAG,
      summary: 'The start of a revised offer, filled from the inspection',
      access: { staff: 'offer.revise' },
      params: byId,
      response: draft,
      act: ({ params }, call) => draftRevision(call.db, call.ctx, params.id),
      view: (v) => ({
        case_id: v.caseId,
        seq: v.seq,
        title: v.title,
        before: v.before === null ? null : { minor: v.before, currency: v.currency },
        currency: v.currency,
        silence: v.silence,
        answer_days: v.answerDays,
        questions: v.questions.map((q) => ({
          key: q.key,
          label: q.label,
          answers: q.answers.map((a) => ({ key: a.key, label: a.label, unsure: a.unsure === true })),
        })),
        told: { variant_id: v.toldVariantId, answers: v.told },
        found: {
          variant_id: v.found.variantId,
          answers: v.found.answers,
          inspection_id: v.found.inspectionId,
          note: v.found.note,
        },
        variants: v.variants.map((one) => ({
          id: one.variant_id,
          title: `${one.brand} ${one.model}, ${one.label}`,
        })),
        live: liveView(v.live),
        photo_ids: v.photos.map((p) => p.file_id),
        may_name_price: v.mayNamePrice,
        replaces_id: v.replacesId,
      }),
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/revision-price',
      tag: TAG,
      summary: 'What a device is worth as found, on the price-book version it was quoted on',
      access: { staff: 'offer.revise' },
      idempotent: false,
      params: byId,
      body: z.object({ variant_id: z.string().max(60).nullish(), answers }),
      response: livePrice,
      act: ({ params, body }, call) =>
        priceRevision(call.db, call.ctx, params.id, {
          variantId: body.variant_id ?? null,
          answers: body.answers,
        }),
      view: liveView,
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/revisions',
      tag: TAG,
      summary: 'Send a revised offer',
      access: { staff: 'offer.revise' },
      params: byId,
      status: 201,
      body: z.object({
        variant_id: z.string().max(60).nullish(),
        answers,
        reasons: z.array(z.string().max(60)).max(20),
        photo_ids: z.array(z.string().max(60)).max(50),
        note: z.string().max(1000).nullish(),
        free_price: z.object({ price: moneySchema, reason: z.string().max(1000) }).nullish(),
        seq: z.int().meta({ description: 'History number of the item as you saw it' }),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const free = body.free_price;
        const revised = await reviseOffer(tx, call.ctx, params.id, {
          variantId: body.variant_id ?? null,
          answers: body.answers,
          reasons: body.reasons,
          photoIds: body.photo_ids,
          note: body.note ?? null,
          freePrice: free ? { ...free.price, reason: free.reason } : null,
          seq: body.seq,
        });
        return revised.ok ? await viewCase(tx, call.ctx, revised.value.caseId) : revised;
      },
      view: (value) => caseOf(value),
    }),
  ];
}

function answerRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/cases/{id}/answers',
      tag: TAG,
      summary: 'Answer revised offers on the seller’s behalf, all or none',
      access: { staff: 'offer.answer_on_behalf' },
      params: byId,
      body: z.object({
        on_behalf: z.enum(['counter', 'phone', 'mail']),
        answers: z
          .array(
            z.object({
              item_id: z.string().max(60),
              revision_id: z.string().max(60),
              answer: z.enum(['accept', 'decline', 'dispute']),
              reason: z.string().max(1000).nullish(),
            }),
          )
          .min(1)
          .max(50),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const given = body.answers.map((a) => ({
          itemId: a.item_id,
          revisionId: a.revision_id,
          answer: a.answer,
          reason: a.reason ?? null,
        }));
        const done = await answerRevisions(tx, call.ctx, params.id, given, { onBehalf: body.on_behalf });
        return done.ok ? await viewCase(tx, call.ctx, params.id) : done;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'get',
      path: '/api/cases/{id}/revisions',
      tag: TAG,
      summary: 'Every revised offer of a case: told beside found, why, with which photos',
      access: { staff: 'case.view' },
      params: byId,
      response: z.object({ items: z.array(revision) }),
      act: async ({ params }, call) => {
        const caseId = await resolveCase(call.db, params.id);
        if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found');
        return ok(await revisionsOf(call.db, caseId));
      },
      view: (revisions) => ({
        items: revisions.map((one) => ({
          id: one.id,
          item_id: one.itemId,
          item_number: one.itemNumber,
          title: one.title,
          number: one.number,
          state: one.state,
          price: { minor: one.price, currency: one.currency },
          old_price: one.oldPrice === null ? null : { minor: one.oldPrice, currency: one.currency },
          reasons: one.reasons,
          note: one.note,
          differences: one.differences,
          follows_id: one.followsId,
          made_at: one.madeAt,
          answer_by: one.answerBy,
          photos: one.photos,
          captions: { ...one.captions },
          made_by: one.madeBy,
          answered: one.answered,
        })),
      }),
    }),
  ];
}

export function revisionRoutes(): Route[] {
  return [...draftRoutes(), ...answerRoutes()];
}
