/** Publishing questions: always a new version, because quotes point at the old ones. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { checkQuestions, type Category, type Questions } from '../rules/questions.ts';
import { insertSet, lockLatestVersion, readFullSet } from '../store/questions.ts';
import type { QuestionSetTable } from '../store/tables.ts';
import { forgetPrices } from './pricing.ts';

/**
 * Publishes a set at once. `basedOn` is the version the person began from: refuses `stale_version` when another has come
 * since, and `questions_invalid` naming the fault.
 */
export async function publishQuestions(
  tx: Tx,
  ctx: Ctx,
  input: Questions & { category: Category; note?: string | null; basedOn: number | null },
): Promise<Outcome<QuestionSetTable>> {
  const no = requirePermission(ctx.actor, 'prices.edit');
  if (no) return no;
  const checked = checkQuestions(input);
  if (!checked.ok) return checked;
  const latest = await lockLatestVersion(tx, input.category);
  if (input.basedOn !== null && input.basedOn !== latest)
    return refuse('stale_version', 'Somebody published other questions meanwhile: look again.', 'stale', {
      more: { current_version: latest },
    });
  const id = ctx.newId('qst');
  await insertSet(tx, {
    id,
    category: input.category,
    version: latest + 1,
    questions: input.questions,
    presets: input.presets,
    note: input.note ?? null,
    published_by: actorId(ctx.actor),
    published_at: ctx.now,
  });
  forgetPrices(tx);
  const made = await readFullSet(tx, id);
  return made ? ok(made) : refuse('questions_unknown', 'There is no such question set.', 'not_found');
}
