/** What is wrong with a checklist somebody edited, fault by fault, each with the path of its field. Pure. */
import { LOCALES } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Question } from '../../catalog/rules/questions.ts';
import type { ChecklistBody, ListedCheck } from './checklist.ts';

export const MOST_CHECKS = 60;
export const LONGEST_LABEL = 120;

/** `code` is stable, so that a screen can say it in its own language. */
export type ChecklistFault = { readonly field: string; readonly code: string; readonly why: string };

const ID = /^[a-z][a-z0-9_]{0,39}$/;

function labelFaults(check: ListedCheck, field: string): ChecklistFault[] {
  return LOCALES.flatMap((locale) => {
    const text = check.label[locale]?.trim() ?? '';
    const at = `${field}.label.${locale}`;
    if (text === '')
      return [{ field: at, code: 'text_missing', why: 'The text is missing in this language.' }];
    if (text.length <= LONGEST_LABEL) return [];
    return [{ field: at, code: 'text_long', why: `The text has at most ${LONGEST_LABEL} characters.` }];
  });
}

/** Looks pull the cosmetic grade down and function the functional one; a check of no axis pulls neither. */
function gradeFaults(check: ListedCheck, field: string): ChecklistFault[] {
  const axes = ['cosmetic', 'functional'] as const;
  return axes.flatMap((axis) => {
    const at = `${field}.on_fail.${axis}`;
    if (check.axis !== axis && check.on_fail[axis] !== undefined)
      return [{ field: at, code: 'wrong_axis', why: `This check is not about the ${axis} grade.` }];
    if (check.axis === axis && check.on_fail[axis] === undefined)
      return [{ field: at, code: 'no_grade', why: `Say which ${axis} grade a failure leads to.` }];
    return [];
  });
}

function linkFaults(check: ListedCheck, field: string, questions: readonly Question[]): ChecklistFault[] {
  const at = `${field}.answer_on_fail`;
  const { question: key, answer_on_fail: answered } = check;
  if (key === undefined && answered === undefined) return [];
  if (key === undefined || !answered)
    return [
      { field: at, code: 'half_link', why: 'Name a question and the answer a failure means, or neither.' },
    ];
  const question = questions.find((one) => one.key === key);
  if (!question)
    return [
      { field: `${field}.question`, code: 'question_unknown', why: `Sellers are not asked “${key}” here.` },
    ];
  const answer = question.answers.find((one) => one.key === answered);
  if (!answer)
    return [
      { field: at, code: 'answer_unknown', why: `“${answered}” is no answer of the question “${key}”.` },
    ];
  if (answer.unsure)
    return [{ field: at, code: 'answer_unsure', why: 'A failed check is sure: choose another answer.' }];
  // Found answers only ever get worse by a failure, so the first one would do nothing.
  if (answer === question.answers.find((one) => !one.unsure))
    return [
      { field: at, code: 'answer_best', why: 'A failure cannot mean the best answer of the question.' },
    ];
  return [];
}

/** Every fault of a list, in the order of its checks. `questions`: what sellers of this category are asked now. */
export function checklistFaults(list: ChecklistBody, questions: readonly Question[]): ChecklistFault[] {
  const all = list.checks.flatMap((check, at) => {
    const field = `checks.${at}`;
    const idFaults: ChecklistFault[] = [];
    if (!ID.test(check.id))
      idFaults.push({
        field: `${field}.id`,
        code: 'id',
        why: 'An id is small letters, digits and underscores, at most 40.',
      });
    if (list.checks.findIndex((other) => other.id === check.id) !== at)
      idFaults.push({ field: `${field}.id`, code: 'double', why: `“${check.id}” is there twice.` });
    return [
      ...idFaults,
      ...labelFaults(check, field),
      ...gradeFaults(check, field),
      ...linkFaults(check, field, questions),
    ];
  });
  if (list.checks.length === 0) return [{ field: 'checks', code: 'empty', why: 'List at least one check.' }];
  if (list.checks.length > MOST_CHECKS)
    return [{ field: 'checks', code: 'too_many', why: `List at most ${MOST_CHECKS} checks.` }, ...all];
  return all;
}

/** Checks a list before it is kept. Refuses `checklist_invalid` with the first fault's path, and all in `more.faults`. */
export function checkChecklist(list: ChecklistBody, questions: readonly Question[]): Outcome<ChecklistBody> {
  const faults = checklistFaults(list, questions);
  const first = faults[0];
  if (!first) return ok(list);
  return refuse('checklist_invalid', `${first.field}: ${first.why}`, 'invalid', {
    field: first.field,
    more: { faults },
  });
}
