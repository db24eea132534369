/** What ownership rules may name, in words; and whether rules name anything else. */
import type { Locale } from '../../../kernel/locale.ts';
import type { Refusal } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { rulesFault, unknownsFault } from '../rules/ownership-faults.ts';
import type { OwnershipRules } from '../rules/ownership.ts';
import { rulesVersions } from '../store/ownership.ts';
import {
  brandNames,
  modelsNamed,
  questionsAsked,
  type AskedRow,
  type NamedModel,
} from '../store/ownership-choices.ts';

function modelIdsOf(bodies: readonly OwnershipRules[]): string[] {
  return [...new Set(bodies.flatMap((body) => body.rules.flatMap((rule) => rule.when.model_ids ?? [])))];
}

/** What is wrong with the rules, in themselves or beside the catalogue; null when nothing is. */
export async function faultOf(reader: Reader, body: OwnershipRules): Promise<Refusal | null> {
  const fault = rulesFault(body);
  if (fault) return fault;
  const models = await modelsNamed(reader, modelIdsOf([body]));
  const answers = new Map<string, Set<string>>();
  for (const row of await questionsAsked(reader))
    answers.set(row.key, new Set([...(answers.get(row.key) ?? []), ...row.answers.map((one) => one.key)]));
  return unknownsFault(body, {
    modelIds: new Set(models.map((one) => one.id)),
    brands: new Set(await brandNames(reader)),
    answers,
  });
}

/** A question with the kinds of device it is asked about now; none: it was asked once. */
export type QuestionChoice = {
  readonly key: string;
  readonly label: string;
  readonly categories: string[];
  readonly answers: { readonly key: string; readonly label: string; readonly asked: boolean }[];
};

export type Choices = {
  readonly models: readonly NamedModel[];
  readonly brands: readonly string[];
  readonly questions: readonly QuestionChoice[];
};

function inWords(texts: Readonly<Record<string, string>>, locale: Locale, key: string): string {
  return texts[locale] ?? texts['en'] ?? key;
}

/** One entry for each key, in the newest words: a rule about the screen is about every kind of screen. */
function questionChoices(rows: readonly AskedRow[], locale: Locale): QuestionChoice[] {
  const found = new Map<string, QuestionChoice>();
  for (const row of rows) {
    const question = found.get(row.key) ?? {
      key: row.key,
      label: inWords(row.label, locale, row.key),
      categories: [],
      answers: [],
    };
    found.set(row.key, question);
    if (row.newest) question.categories.push(row.category);
    for (const answer of row.answers)
      if (!question.answers.some((one) => one.key === answer.key))
        question.answers.push({
          key: answer.key,
          label: inWords(answer.label, locale, answer.key),
          asked: row.newest,
        });
  }
  return [...found.values()];
}

/** What the editor offers: brands and questions all, and the names of models any kept version of the rules holds. */
export async function choicesFor(reader: Reader, locale: Locale): Promise<Choices> {
  const bodies = (await rulesVersions(reader, 100)).map((row) => row.body);
  return {
    models: await modelsNamed(reader, modelIdsOf(bodies)),
    brands: await brandNames(reader),
    questions: questionChoices(await questionsAsked(reader), locale),
  };
}
