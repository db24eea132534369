/** Routes of checklists: the one in force, its versions, publishing, and the one an inspection was made with. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant } from '../../../platform/http/schemas.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { isHidden } from '../actions/disputes.ts';
import {
  askedNow,
  checklistVersion,
  presentChecklist,
  publishChecklist,
  tryChecklist,
} from '../actions/checklists.ts';
import { suggestGrade } from '../rules/checklist.ts';
import { checklistVersions, pinnedChecklist } from '../store/checklists.ts';
import { readInspection, readItem } from '../store.ts';

const TAG = 'Checklists';
const category = z.enum(['phone', 'tablet', 'laptop', 'watch']);
const key = z.string().max(40);
// Wider than the rules, so that they say in their own words what is too long or too much.
const label = z.string().max(1000);
const body = z
  .object({
    checks: z
      .array(
        z.object({
          id: key,
          label: z.object({ en: label, nl: label, de: label, fr: label, es: label }),
          axis: z.enum(['cosmetic', 'functional', 'none']),
          on_fail: z.object({
            cosmetic: z.enum(['B', 'C', 'D', 'E']).optional(),
            functional: z.enum(['faulty', 'dead']).optional(),
          }),
          question: key.optional(),
          answer_on_fail: key.optional(),
          photo: z.enum(['never', 'on_fail', 'always']),
        }),
      )
      .max(200),
    base: z.object({
      cosmetic: z.enum(['A', 'B', 'C', 'D', 'E']),
      functional: z.enum(['works', 'faulty', 'dead']),
    }),
  })
  .meta({
    id: 'ChecklistBody',
    description: `What is checked, in ${LOCALES.join(', ')}, and what a failure means`,
  });
const present = z.object({ category, version: z.int(), body });
const card = z.object({
  version: z.int(),
  checks: z.int(),
  note: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: instant,
});
const suggestion = z.object({
  cosmetic: z.string(),
  functional: z.string(),
  because: z.array(z.object({ check: z.string(), axis: z.string() })),
});
const byCategory = z.object({ category });

/** The list an inspection was begun with and its results. Refuses `inspection_not_found`, for a hidden one as well. */
async function begunWith(reader: Reader, id: string) {
  const found = await readInspection(reader, id);
  const item = found ? await readItem(reader, found.item_id) : null;
  if (!found || !item || (await isHidden(reader, found)))
    return refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const list = (await pinnedChecklist(reader, found.id)) ?? (await presentChecklist(reader, item.category));
  return ok({ category: item.category, list, checks: found.checks });
}

/** Routes of checklists. */
export function checklistRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/checklists/{category}',
      tag: TAG,
      summary: 'The checklist of a category as it stands',
      access: { staff: 'case.view' },
      params: byCategory,
      response: present,
      act: async ({ params }, call) =>
        ok({ category: params.category, ...(await presentChecklist(call.db, params.category)) }),
      view: ({ category: of, version, body: list }) => ({ category: of, version, body: copied(list) }),
    }),
    route({
      method: 'get',
      path: '/api/checklists/{category}/versions',
      tag: TAG,
      summary: 'Every version of a checklist, newest first',
      access: { staff: 'case.view' },
      params: byCategory,
      response: z.object({ items: z.array(card) }),
      act: async ({ params }, call) => {
        const rows = await checklistVersions(call.db, params.category);
        return ok({
          items: rows.map(({ version, note, created_by, created_at, body: list }) => ({
            version,
            checks: list.checks.length,
            note,
            created_by,
            created_at,
          })),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/checklists/{category}/versions/{version}',
      tag: TAG,
      summary: 'One version of a checklist, as it was published',
      access: { staff: 'case.view' },
      params: z.object({ category, version: z.coerce.number().int().min(1).max(1_000_000) }),
      response: present,
      act: async ({ params }, call) => {
        const found = await checklistVersion(call.db, params.category, params.version);
        return found.ok ? ok({ category: params.category, ...found.value }) : found;
      },
      view: ({ category: of, version, body: list }) => ({ category: of, version, body: copied(list) }),
    }),
    route({
      method: 'post',
      path: '/api/checklists/{category}/try',
      tag: TAG,
      summary: 'What failed checks of this list would lead to, before it is published',
      access: { staff: 'settings.view' },
      idempotent: false,
      params: byCategory,
      body: z.object({ body, failed: z.array(key).max(200) }),
      response: suggestion.extend({
        answers: z
          .record(z.string(), z.string())
          .meta({ description: 'The seller’s questions as the failures answer them' }),
        photos: z.array(z.string()).meta({ description: 'Checks that would need a photo' }),
      }),
      act: async ({ params, body: sent }, call) =>
        ok(tryChecklist(sent.body, sent.failed, await askedNow(call.db, call.ctx, params.category))),
      view: ({ because, answers, photos, ...grades }) => ({
        ...grades,
        because: because.map((one) => ({ ...one })),
        answers: { ...answers },
        photos: [...photos],
      }),
    }),
    route({
      method: 'put',
      path: '/api/checklists/{category}',
      tag: TAG,
      summary: 'Publish a checklist: a new version, for inspections that begin from now on',
      description: 'If-Match is the version that was edited: refused when another came in between.',
      access: { staff: 'settings.edit' },
      params: byCategory,
      ifMatch: 'required',
      body: z.object({ body, note: z.string().max(500).nullish() }),
      response: present,
      change: (tx, { params, body: sent, version }, call) =>
        publishChecklist(tx, call.ctx, {
          category: params.category,
          body: sent.body,
          note: sent.note ?? null,
          basedOn: version,
        }),
      view: ({ category: of, version, body: list }) => ({ category: of, version, body: copied(list) }),
    }),
    route({
      method: 'get',
      path: '/api/inspections/{id}/checklist',
      tag: TAG,
      summary: 'The checklist an inspection was begun with',
      access: { staff: 'case.view' },
      params: z.object({ id: z.string().max(60) }),
      response: present,
      act: async ({ params }, call) => {
        const begun = await begunWith(call.db, params.id);
        if (!begun.ok) return begun;
        const { category: kind, list } = begun.value;
        return ok({ category: kind, version: list.version, body: list.body });
      },
      view: ({ category: of, version, body: list }) => ({ category: of, version, body: copied(list) }),
    }),
    route({
      method: 'get',
      path: '/api/inspections/{id}/suggestion',
      tag: TAG,
      summary: 'The grade the results so far ask for, and which checks made it so',
      access: { staff: 'case.view' },
      params: z.object({ id: z.string().max(60) }),
      response: suggestion,
      act: async ({ params }, call) => {
        const begun = await begunWith(call.db, params.id);
        return begun.ok ? ok(suggestGrade(begun.value.list.body, begun.value.checks)) : begun;
      },
      view: ({ cosmetic, functional, because }) => ({
        cosmetic,
        functional,
        because: because.map((one) => ({ ...one })),
      }),
    }),
  ];
}

/** The stored list is read-only; what goes out is a copy. */
function copied(list: Awaited<ReturnType<typeof presentChecklist>>['body']) {
  return { checks: list.checks.map((check) => ({ ...check })), base: { ...list.base } };
}
