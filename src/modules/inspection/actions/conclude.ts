/** The end of an inspection: what its own version of the checklist asks for, and what the results lead to. */
import type { Ctx } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { Category } from '../rules.ts';
import { checksWithoutPhoto, foundAnswers, openChecks, suggestGrade } from '../rules/checklist.ts';
import type { InspectionRow } from '../store.ts';
import { declarationOf, keepConclusion, photosPerCheck, pinnedChecklist } from '../store/checklists.ts';
import { disputeOf } from '../store/disputes.ts';
import { keptChecklist } from './checklists.ts';

/**
 * Judges an inspection that is about to end and keeps what it suggests. Refuses `checks_open` with their names,
 * `grade_missing`, `check_photo_missing` naming the check, and `grade_note_missing` when a grade is not the suggested one
 * and nobody says why.
 */
export async function concludeInspection(
  tx: Tx,
  ctx: Ctx,
  row: InspectionRow,
  category: Category,
): Promise<Refusal | null> {
  const list = (await pinnedChecklist(tx, row.id)) ?? (await keptChecklist(tx, ctx, category));
  const open = openChecks(list.body, row.checks);
  if (open.length > 0)
    return refuse('checks_open', `${open.length} checks have no result yet.`, 'invalid', {
      field: `checks.${open[0] ?? ''}`,
      more: { open },
    });
  if (!row.cosmetic_grade)
    return refuse('grade_missing', 'Give a cosmetic grade, A to E.', 'invalid', { field: 'cosmetic_grade' });
  if (!row.functional_grade)
    return refuse('grade_missing', 'Say whether it works.', 'invalid', { field: 'functional_grade' });
  // The second opinion has not seen the photos of the first: it takes its own.
  const since = row.kind === 'second' ? ((await disputeOf(tx, row.item_id))?.opened_at ?? null) : null;
  const bare = checksWithoutPhoto(list.body, row.checks, await photosPerCheck(tx, row.item_id, since));
  const unseen = list.body.checks.filter((check) => bare.includes(check.id)).map((check) => check.label.en);
  if (bare[0] !== undefined)
    return refuse('check_photo_missing', `A photo is needed of: ${unseen.join('; ')}.`, 'invalid', {
      field: `checks.${bare[0]}`,
      more: { checks: bare },
    });
  const suggested = suggestGrade(list.body, row.checks);
  const asSuggested =
    row.cosmetic_grade === suggested.cosmetic && row.functional_grade === suggested.functional;
  if (!asSuggested && !row.note?.trim())
    return refuse(
      'grade_note_missing',
      `The checks ask for ${suggested.cosmetic} and “${suggested.functional}”. Say in the note why the grade is another.`,
      'invalid',
      { field: 'note', more: { suggested } },
    );
  const told = await declarationOf(tx, row.item_id);
  await keepConclusion(tx, row.id, {
    foundAnswers: told ? foundAnswers(list.body, row.checks, told.answers, told.questions) : {},
    cosmetic: suggested.cosmetic,
    functional: suggested.functional,
  });
  return null;
}
