/** What no check tells: the version found, what came with it, and answers corrected by hand. */
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import type { Question } from '../../catalog/rules/questions.ts';
import { ACCESSORIES } from '../rules/accessories.ts';
import { readItem, type Findings, type ItemRow } from '../store.ts';
import {
  categoryOfVariant,
  declaredOf,
  versionsBeside,
  type Declared,
  type VersionRow,
} from '../store/declared.ts';

type ByHand = Pick<Findings, 'found_variant_id' | 'accessories' | 'found_answers'>;

function answerFault(
  questions: readonly Question[],
  found: Readonly<Record<string, string>>,
): Refusal | null {
  for (const [key, answer] of Object.entries(found)) {
    const field = `found_answers.${key}`;
    const question = questions.find((one) => one.key === key);
    if (!question)
      return refuse('question_unknown', `The seller was not asked “${key}”.`, 'invalid', { field });
    const known = question.answers.find((one) => one.key === answer);
    if (!known)
      return refuse('answer_unknown', `“${answer}” is no answer to “${question.label.en}”.`, 'invalid', {
        field,
      });
    if (known.unsure === true)
      return refuse('answer_unsure', 'An inspector has to give a definite answer here.', 'invalid', {
        field,
      });
  }
  return null;
}

/**
 * Judges findings given by hand. Refuses `variant_unknown`, `accessory_unknown`, `question_unknown`, `answer_unknown` and
 * `answer_unsure`, each naming its field.
 */
export async function byHandFault(reader: Reader, item: ItemRow, found: ByHand): Promise<Refusal | null> {
  const variant = found.found_variant_id ?? null;
  if (variant !== null && (await categoryOfVariant(reader, variant)) !== item.category)
    return refuse('variant_unknown', 'There is no such version of this kind of device.', 'invalid', {
      field: 'found_variant_id',
    });
  const accessories: readonly string[] = ACCESSORIES[item.category];
  const strange = Object.keys(found.accessories ?? {}).find((one) => !accessories.includes(one));
  if (strange !== undefined)
    return refuse('accessory_unknown', `“${strange}” is no accessory of such a device.`, 'invalid', {
      field: `accessories.${strange}`,
    });
  const answers = found.found_answers ?? {};
  if (Object.keys(answers).length === 0) return null;
  return answerFault((await declaredOf(reader, item.id)).questions, answers);
}

export type ToldDevice = {
  readonly declared: Declared;
  readonly versions: readonly VersionRow[];
  readonly accessories: readonly string[];
};

/** What the seller said, with everything that may be found instead. Refuses `item_not_found`. */
export async function toldDevice(reader: Reader, itemId: string): Promise<Outcome<ToldDevice>> {
  const item = await readItem(reader, itemId);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const declared = await declaredOf(reader, itemId);
  return ok({
    declared,
    versions: await versionsBeside(reader, [declared.variant_id, item.variant_id]),
    accessories: ACCESSORIES[item.category],
  });
}
