/** What the demo's customers say of their devices: mostly good, sometimes not, never what we do not buy. */
import type { Category } from '../../src/modules/inspection/rules.ts';
import { FIRST_QUESTIONS } from '../../src/modules/catalog/rules/sets/all.ts';

/** Answers to all questions of a category, always the same for the same n. */
export function answersFor(category: Category, n: number): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [at, question] of FIRST_QUESTIONS[category].questions.entries()) {
    const bought = question.answers.filter((a) => a.effect.kind !== 'refuse');
    const worse = (n * 31 + at * 17) % 9 === 0 ? 1 : 0;
    const chosen = bought[Math.min(worse, bought.length - 1)];
    if (chosen) answers[question.key] = chosen.key;
  }
  return answers;
}
