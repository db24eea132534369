/** A checklist as data, and what follows from its results: the grade, the seller's answers, what is open. Pure. */
import type { Answers, Question, Texts } from '../../catalog/rules/questions.ts';

export type Cosmetic = 'A' | 'B' | 'C' | 'D' | 'E';
export type Functional = 'works' | 'faulty' | 'dead';
export type Result = { readonly result: 'pass' | 'fail' | 'not_applicable'; readonly note?: string };
export type Results = Readonly<Record<string, Result | undefined>>;
export type PhotoRule = 'never' | 'on_fail' | 'always';

export type ListedCheck = {
  readonly id: string;
  readonly label: Texts;
  readonly axis: 'cosmetic' | 'functional' | 'none';
  /** The best grade a device can still have when this check fails. */
  readonly on_fail: { readonly cosmetic?: Exclude<Cosmetic, 'A'>; readonly functional?: 'faulty' | 'dead' };
  /** The seller's question this check answers, and the answer a failure means. */
  readonly question?: string;
  readonly answer_on_fail?: string;
  readonly photo: PhotoRule;
};

export type ChecklistBody = {
  readonly checks: readonly ListedCheck[];
  readonly base: { readonly cosmetic: Cosmetic; readonly functional: Functional };
};

export type Suggestion = {
  readonly cosmetic: Cosmetic;
  readonly functional: Functional;
  /** The failed checks that pulled a grade down to where it is. */
  readonly because: readonly { readonly check: string; readonly axis: 'cosmetic' | 'functional' }[];
};

const COSMETIC: readonly Cosmetic[] = ['A', 'B', 'C', 'D', 'E'];
const FUNCTIONAL: readonly Functional[] = ['works', 'faulty', 'dead'];

function worst<G extends string>(order: readonly G[], first: G, others: readonly G[]): G {
  return others.reduce((so, one) => (order.indexOf(one) > order.indexOf(so) ? one : so), first);
}

/** The grades the results ask for: the list's base, pulled down by the worst failure of each axis. */
export function suggestGrade(list: ChecklistBody, results: Results): Suggestion {
  const failed = list.checks.filter((check) => results[check.id]?.result === 'fail');
  const cosmetic = worst(
    COSMETIC,
    list.base.cosmetic,
    failed.flatMap((check) => check.on_fail.cosmetic ?? []),
  );
  const functional = worst(
    FUNCTIONAL,
    list.base.functional,
    failed.flatMap((check) => check.on_fail.functional ?? []),
  );
  const because = failed.flatMap((check) => [
    ...(check.on_fail.cosmetic === cosmetic ? [{ check: check.id, axis: 'cosmetic' as const }] : []),
    ...(check.on_fail.functional === functional ? [{ check: check.id, axis: 'functional' as const }] : []),
  ]);
  return { cosmetic, functional, because };
}

/** Ids of the checks without a result, in the order of the list. */
export function openChecks(list: ChecklistBody, results: Results): string[] {
  return list.checks.filter((check) => !results[check.id]).map((check) => check.id);
}

/** Ids of the checks whose photo rule asks for a photo that is not there. */
export function checksWithoutPhoto(
  list: ChecklistBody,
  results: Results,
  photos: ReadonlyMap<string, number>,
): string[] {
  return list.checks
    .filter(({ id, photo }) => {
      const result = results[id]?.result;
      if (photo === 'never' || result === undefined || result === 'not_applicable') return false;
      return (photo === 'always' || result === 'fail') && (photos.get(id) ?? 0) === 0;
    })
    .map((check) => check.id);
}

function foundAnswer(question: Question, told: string | undefined, list: ChecklistBody, results: Results) {
  // An inspector may not be unsure, so such an answer has no rank.
  const ranked = question.answers.filter((answer) => answer.unsure !== true).map((answer) => answer.key);
  const linked = list.checks.filter(
    (check) => check.question === question.key && ranked.includes(check.answer_on_fail ?? ''),
  );
  const rankOf = (key: string | undefined): number => ranked.indexOf(key ?? '');
  const failed = linked.filter((check) => results[check.id]?.result === 'fail');
  if (failed.length > 0)
    return ranked[Math.max(rankOf(told), ...failed.map((check) => rankOf(check.answer_on_fail)))];
  const refuted =
    linked.length > 0 &&
    linked.every((check) => results[check.id]?.result === 'pass') &&
    linked.some((check) => check.answer_on_fail === told);
  return refuted ? (ranked[rankOf(told) - 1] ?? told) : told;
}

/**
 * The seller's questions as the results answer them: a failure gives the worse of what was told and what the check
 * says; when every linked check passes, the fault the seller named is not there and the next better answer holds.
 */
export function foundAnswers(
  list: ChecklistBody,
  results: Results,
  declared: Answers,
  questions: readonly Question[],
): Answers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const found = foundAnswer(question, declared[question.key], list, results);
      return found === undefined ? [] : [[question.key, found]];
    }),
  );
}
