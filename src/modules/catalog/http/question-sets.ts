/** Routes of question sets for staff: every version, and publishing a new one. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant } from '../../../platform/http/schemas.ts';
import { publishQuestions } from '../actions/questions.ts';
import { listSets, readFullSet } from '../store/questions.ts';
import type { QuestionSetTable } from '../store/tables.ts';
import { categorySchema } from './schemas.ts';

const TAG = 'Questions';
const key = z.string().max(40);
const oneText = z.string().max(500);
const texts = z
  .object({ en: oneText, nl: oneText, de: oneText, fr: oneText, es: oneText })
  .meta({ id: 'Texts', description: `One text in each language: ${LOCALES.join(', ')}` });

const effect = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('percent'), value: z.number() }),
    z.object({ kind: z.literal('amount'), minor: z.int() }),
    z.object({ kind: z.literal('condition'), condition: z.enum(['good', 'damaged']), percent: z.number() }),
    z.object({ kind: z.literal('refuse'), code: key, why: texts }),
  ])
  .meta({ id: 'AnswerEffect', description: 'What an answer does to the price' });

const answer = z.object({
  key,
  label: texts,
  detail: texts.optional(),
  unsure: z.boolean().optional(),
  effect,
});
const question = z.object({ key, label: texts, help: texts.optional(), answers: z.array(answer).max(20) });
const preset = z.object({ key, label: texts, answers: z.record(key, key) });
const content = { questions: z.array(question).max(40), presets: z.array(preset).max(10) };

const setView = z
  .object({
    id: z.string(),
    category: categorySchema,
    version: z.int(),
    ...content,
    note: z.string().nullable(),
    published_by: z.string().nullable(),
    published_at: instant,
  })
  .meta({ id: 'QuestionSet' });
const cardView = setView.omit({ questions: true, presets: true }).extend({ questions: z.int() });

function cardOf(set: QuestionSetTable) {
  const { id, category, version, note, published_by, published_at } = set;
  return { id, category, version, note, published_by, published_at, questions: set.questions.length };
}

/** Routes of question sets. */
export function questionSetRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/question-sets',
      tag: TAG,
      summary: 'Published question sets, newest first in each category',
      access: { staff: 'prices.view' },
      query: z.object({ category: categorySchema.optional() }),
      response: z.object({ items: z.array(cardView) }),
      act: async ({ query }, call) =>
        ok({ items: (await listSets(call.db, query.category ?? null)).map(cardOf) }),
    }),
    route({
      method: 'get',
      path: '/api/question-sets/{id}',
      tag: TAG,
      summary: 'One question set with every text and effect',
      access: { staff: 'prices.view' },
      params: z.object({ id: z.string().max(60) }),
      response: setView,
      act: async ({ params }, call) => {
        const set = await readFullSet(call.db, params.id);
        return set ? ok(set) : refuse('questions_unknown', 'There is no such question set.', 'not_found');
      },
    }),
    route({
      method: 'post',
      path: '/api/question-sets',
      tag: TAG,
      summary: 'Publish questions: a new version, asked from now on',
      description:
        'If-Match, when given, is the version that was edited: refused when another came in between.',
      access: { staff: 'prices.edit' },
      ifMatch: 'optional',
      body: z.object({ category: categorySchema, ...content, note: z.string().max(500).nullish() }),
      response: setView,
      status: 201,
      change: (tx, { body, version }, call) => publishQuestions(tx, call.ctx, { ...body, basedOn: version }),
    }),
  ];
}
