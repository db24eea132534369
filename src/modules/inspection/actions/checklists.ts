/** Checklists by category: every edit is a new version, and an inspection keeps the one it began with. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { currentQuestionSets } from '../../catalog/actions/pricing.ts';
import type { Answers, Question } from '../../catalog/rules/questions.ts';
import { FIRST_QUESTIONS } from '../../catalog/rules/sets/all.ts';
import { requirePermission } from '../../identity/rules.ts';
import type { Category } from '../rules.ts';
import {
  checksWithoutPhoto,
  foundAnswers,
  suggestGrade,
  type ChecklistBody,
  type Results,
  type Suggestion,
} from '../rules/checklist.ts';
import { checkChecklist } from '../rules/checklist-faults.ts';
import { firstChecklist } from '../rules/first-checklists.ts';
import {
  insertChecklist,
  latestChecklist,
  lockChecklists,
  readVersion,
  type ChecklistRow,
} from '../store/checklists.ts';

/** The list of a category as it stands; before anybody needed it, version 1 as it will be. */
export async function presentChecklist(
  reader: Reader,
  category: Category,
): Promise<Pick<ChecklistRow, 'version' | 'body'>> {
  return (await latestChecklist(reader, category)) ?? { version: 1, body: firstChecklist(category) };
}

/** One version of a category's list. Refuses `checklist_version_unknown`. */
export async function checklistVersion(
  reader: Reader,
  category: Category,
  version: number,
): Promise<Outcome<Pick<ChecklistRow, 'version' | 'body'>>> {
  const found = await readVersion(reader, category, version);
  if (found) return ok(found);
  const present = await presentChecklist(reader, category);
  return present.version === version
    ? ok(present)
    : refuse('checklist_version_unknown', 'There is no such version of this list.', 'not_found');
}

/** What sellers of a category are asked now; before the shop has questions, those it will begin with. */
export async function askedNow(reader: Reader, ctx: Ctx, category: Category): Promise<readonly Question[]> {
  const set = (await currentQuestionSets(reader, ctx.now)).get(category) ?? FIRST_QUESTIONS[category];
  return set.questions;
}

export type Trial = Suggestion & { readonly answers: Answers; readonly photos: readonly string[] };

/** What failures of these checks would lead to; the seller is taken to have named no fault. Keeps nothing. */
export function tryChecklist(
  list: ChecklistBody,
  failed: readonly string[],
  questions: readonly Question[],
): Trial {
  const results: Results = Object.fromEntries(failed.map((id) => [id, { result: 'fail' }]));
  return {
    ...suggestGrade(list, results),
    answers: foundAnswers(list, results, {}, questions),
    photos: checksWithoutPhoto(list, results, new Map()),
  };
}

/** The newest version as a row, making version 1 when there is none. */
export async function keptChecklist(tx: Tx, ctx: Ctx, category: Category): Promise<ChecklistRow> {
  const there = await latestChecklist(tx, category);
  if (there) return there;
  await lockChecklists(tx, category);
  const meanwhile = await latestChecklist(tx, category);
  if (meanwhile) return meanwhile;
  const row: ChecklistRow = {
    id: ctx.newId('chl'),
    category,
    version: 1,
    body: firstChecklist(category),
    note: null,
    created_by: null,
    created_at: ctx.now,
  };
  await insertChecklist(tx, row);
  return row;
}

/**
 * Publishes a list. `basedOn` is the version it was edited from: refuses `stale_version` when another came since, and
 * `checklist_invalid` naming the fault. Open inspections go on with the version they have.
 */
export async function publishChecklist(
  tx: Tx,
  ctx: Ctx,
  input: { category: Category; body: ChecklistBody; note: string | null; basedOn: number | null },
): Promise<Outcome<ChecklistRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit');
  if (no) return no;
  const checked = checkChecklist(input.body, await askedNow(tx, ctx, input.category));
  if (!checked.ok) return checked;
  await keptChecklist(tx, ctx, input.category);
  await lockChecklists(tx, input.category);
  const latest = (await latestChecklist(tx, input.category))?.version ?? 0;
  if (input.basedOn !== latest)
    return refuse('stale_version', 'Somebody changed this list meanwhile: look again.', 'stale', {
      more: { current_version: latest },
    });
  const row: ChecklistRow = {
    id: ctx.newId('chl'),
    category: input.category,
    version: latest + 1,
    body: input.body,
    note: input.note,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  };
  await insertChecklist(tx, row);
  return ok(row);
}
