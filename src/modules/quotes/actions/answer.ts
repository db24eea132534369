/** The seller's answers to revised offers: one for each device, all or none, whoever brings them. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase, moveItems } from '../../cases/actions/move.ts';
import { requirePermission, requirePower } from '../../identity/rules.ts';
import { answerFault } from '../rules/revision.ts';
import { quotesOfItem } from '../store/revisions.ts';
import type { AnsweredHow } from '../store.ts';

export type RevisionAnswer = {
  readonly itemId: string;
  /** The offer the seller saw: an answer to an older one is refused. */
  readonly revisionId: string;
  readonly answer: 'accept' | 'decline' | 'dispute';
  /** Why it should be inspected again; only a dispute needs it. */
  readonly reason?: string | null;
};

/** How a member of staff got to know the answer. */
export type OnBehalf = 'counter' | 'phone' | 'mail';

type Given = { readonly answers: readonly RevisionAnswer[]; readonly how: AnsweredHow | null };

function mayAnswer(ctx: Ctx, caseId: string, onBehalf: OnBehalf | undefined): Outcome<AnsweredHow | null> {
  const { actor } = ctx;
  if (actor.kind === 'customer') {
    const no = requirePower(actor, 'act', caseId);
    return no ?? ok('portal');
  }
  const no = requirePermission(actor, 'offer.answer_on_behalf');
  if (no) return no;
  if (!onBehalf)
    return refuse('answer_how_missing', 'Say how the seller answered: counter, phone or mail.', 'invalid', {
      field: 'on_behalf',
    });
  return ok(onBehalf);
}

async function checkAnswers(
  tx: Tx,
  items: ReadonlySet<string>,
  answers: readonly RevisionAnswer[],
): Promise<Outcome<null>> {
  if (answers.length === 0)
    return refuse('no_items', 'Answer for at least one device.', 'invalid', { field: 'answers' });
  const seen = new Set<string>();
  for (const [at, { itemId, revisionId, answer, reason }] of answers.entries()) {
    const field = `answers.${at}`;
    if (seen.has(itemId))
      return refuse('answered_twice', 'Give one answer for each device.', 'invalid', { field });
    seen.add(itemId);
    if (!items.has(itemId))
      return refuse('item_not_in_case', `${itemId} is no item of this case.`, 'not_found', { field });
    const revision = (await quotesOfItem(tx, itemId)).find((q) => q.id === revisionId);
    if (!revision || revision.kind !== 'revision')
      return refuse('revision_unknown', 'There is no such revised offer.', 'not_found', { field });
    const fault = answerFault(revision.state);
    if (fault) return { ...fault, field };
    if (answer === 'dispute' && !reason?.trim())
      return refuse('reason_missing', 'Say in a sentence what you see differently.', 'invalid', {
        field: `${field}.reason`,
      });
  }
  return ok(null);
}

/** Answers that make the same move for the same reason go together, as one letter tells of them. */
function movesOf({ answers, how }: Given) {
  const groups = new Map<string, { move: string; reason: string | null; itemIds: string[] }>();
  for (const { answer, reason, itemId } of answers) {
    const words = answer === 'dispute' ? (reason?.trim() ?? null) : null;
    const key = `${answer} ${words ?? ''}`;
    const group = groups.get(key) ?? { move: answer, reason: words, itemIds: [] };
    group.itemIds.push(itemId);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    form: group.move === 'dispute' ? 'dispute' : 'answer',
    data: { how },
  }));
}

/**
 * Answers revised offers of a case, all or none. The seller answers in the portal (power `act`); staff on the seller's
 * behalf say how they know (permission `offer.answer_on_behalf`). Refuses `answer_how_missing`, `answered_twice`,
 * `item_not_in_case`, `revision_unknown`, `revision_superseded`, `revision_answered`, `revision_expired`,
 * `reason_missing` (a dispute), and what the moves say (`disputed_before`).
 */
export async function answerRevisions(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  answers: readonly RevisionAnswer[],
  options: { readonly onBehalf?: OnBehalf } = {},
): Promise<Outcome<{ caseId: string }>> {
  const how = mayAnswer(ctx, caseId, options.onBehalf);
  if (!how.ok) return how;
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  const checked = await checkAnswers(tx, new Set(locked.value.rows.map((r) => r.item_id)), answers);
  if (!checked.ok) return checked;
  for (const one of movesOf({ answers, how: how.value })) {
    const moved = await moveItems(tx, ctx, { caseId, ...one });
    if (!moved.ok) return moved;
  }
  return ok({ caseId });
}
