/** What the seller said beside what the bench finds. */
import type { CheckResult } from '../../contract/cases.ts';
import type { ChecklistBody, FullInspection, ToldDevice } from '../../contract/inspection.ts';
import type { Difference } from '../../contract/revision.ts';

type ListedCheck = ChecklistBody['checks'][number];
type Words = ToldDevice['questions'][number]['label'];

/** The seller's answer to the question a check is about, and whether the result says otherwise; null without one. */
export function besideCheck(
  check: ListedCheck,
  result: CheckResult | undefined,
  told: ToldDevice,
): { said: Words; differs: boolean } | null {
  const question = told.questions.find((one) => one.key === check.question);
  const answer = question?.answers.find((one) => one.key === told.answers[question.key]);
  if (!question || !answer) return null;
  // Best answer first; “not sure” is no answer a device can have.
  const ranked = question.answers.filter((one) => !one.unsure).map((one) => one.key);
  const failing = check.answer_on_fail ?? '';
  const worse = result === 'fail' && ranked.indexOf(answer.key) < ranked.indexOf(failing);
  const better = result === 'pass' && answer.key === failing;
  return { said: answer.label, differs: worse || better };
}

/** Where what was found is not what was said: the version first, then the questions as they were asked. */
export function differencesOf(
  inspection: Pick<FullInspection, 'found_answers' | 'found_variant_id'>,
  told: ToldDevice,
  words: { version: string; locale: string },
): Difference[] {
  const titleOf = (id: string | null) => told.variants.find((one) => one.id === id)?.label ?? id ?? '—';
  const inWords = (text: string) => ({ [words.locale]: text });
  const found = inspection.found_variant_id;
  const version: Difference[] =
    found === null || found === told.variant_id
      ? []
      : [
          {
            key: 'version',
            question: inWords(words.version),
            told: inWords(titleOf(told.variant_id)),
            found: inWords(titleOf(found)),
          },
        ];
  const answers = told.questions.flatMap((question) => {
    const is = inspection.found_answers[question.key];
    const was = told.answers[question.key];
    if (is === undefined || is === was) return [];
    const label = (key: string | undefined) =>
      question.answers.find((one) => one.key === key)?.label ?? inWords('—');
    return [{ key: question.key, question: question.label, told: label(was), found: label(is) }];
  });
  return [...version, ...answers];
}
