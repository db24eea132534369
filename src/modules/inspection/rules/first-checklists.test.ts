import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Answer } from '../../catalog/rules/questions.ts';
import { FIRST_QUESTIONS } from '../../catalog/rules/sets/all.ts';
import { foundAnswers, type Results } from './checklist.ts';
import { firstChecklist } from './first-checklists.ts';

/** The seller's best answers, and what becomes of one question when a check fails. */
function failing(category: (typeof CATEGORIES)[number], id: string) {
  const { questions } = FIRST_QUESTIONS[category];
  const told = Object.fromEntries(questions.map((one) => [one.key, one.answers[0]?.key ?? '']));
  const results: Results = { [id]: { result: 'fail' } };
  return { told, found: foundAnswers(firstChecklist(category), results, told, questions), questions };
}

const costs = (answer: Answer | undefined) => answer !== undefined && answer.effect.kind !== 'none';

describe.each(CATEGORIES)('the list a shop begins with for a %s', (category) => {
  const { checks } = firstChecklist(category);
  const linked = checks.filter((check) => check.question !== undefined);

  it('links all but the account, which is a hold and no price', () =>
    expect(checks.filter((check) => !check.question).map((check) => check.id)).toEqual(['not_locked']));

  it.each(linked.map((check) => [check.id, check.question ?? '', check.answer_on_fail ?? ''] as const))(
    '%s: %s becomes %s, which lowers the price',
    (id, key, answer) => {
      const { found, told, questions } = failing(category, id);
      expect(found).toEqual({ ...told, [key]: answer });
      expect(found).not.toEqual(told);
      const question = questions.find((one) => one.key === key);
      expect(costs(question?.answers.find((one) => one.key === answer))).toBe(true);
    },
  );

  it('asks for a photo of damage that can be seen, and looks for water', () =>
    expect(checks.filter((check) => check.photo === 'on_fail').map((check) => check.id)).toEqual([
      'screen',
      'body',
      'water_damage',
    ]));
});
