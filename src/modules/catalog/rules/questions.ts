/**
 * What we ask about a device, as data: questions with answers in every language, and what each answer does to
 * the price. A set belongs to one category, is versioned, and never changes once a quote has used it.
 */
import type { Locale } from '../../../kernel/locale.ts';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';

export const CATEGORIES = ['phone', 'tablet', 'laptop', 'watch'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Conditions a price book names prices for, best first. */
export const CONDITIONS = ['flawless', 'good', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** One text in each of our languages. */
export type Texts = Readonly<Record<Locale, string>>;

/**
 * What an answer does to the price.
 * `percent`: takes off that many percent of what is left. `amount`: takes off minor units of the book's currency.
 * `condition`: the device is in this condition: the book's own price for it counts, or this percentage of the
 * flawless price where the book names none. `refuse`: we do not buy it.
 */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'amount'; readonly minor: number }
  | { readonly kind: 'condition'; readonly condition: 'good' | 'damaged'; readonly percent: number }
  | { readonly kind: 'refuse'; readonly code: string; readonly why: Texts };

export type Answer = {
  readonly key: string;
  readonly label: Texts;
  readonly detail?: Texts;
  /** True for “I'm not sure”: a customer may say it, an inspector may not. */
  readonly unsure?: boolean;
  readonly effect: Effect;
};

export type Question = {
  readonly key: string;
  readonly label: Texts;
  readonly help?: Texts;
  readonly answers: readonly Answer[];
};

/** All answers at one tap, for the customer whose device is an ordinary case; each can still be changed. */
export type Preset = {
  readonly key: string;
  readonly label: Texts;
  readonly answers: Readonly<Record<string, string>>;
};

/** The content of a question set, without the row it is stored in. */
export type Questions = { readonly questions: readonly Question[]; readonly presets: readonly Preset[] };

/** A stored set: `version` counts up within its category. */
export type QuestionSet = Questions & {
  readonly id: string;
  readonly category: Category;
  readonly version: number;
};

/** Question key → answer key. */
export type Answers = Readonly<Record<string, string>>;

/** The names of the price's own lines (rules/pricing.ts); no question may be called so. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(['base', 'rounding', 'floor']);

/** Writes a text in all languages; the order is that of the glossary. */
export function texts(en: string, nl: string, de: string, fr: string, es: string): Texts {
  return { en, nl, de, fr, es };
}

/** A question set in one language, as widget and portal show it; effects stay with us. */
export function inLocale(set: QuestionSet, locale: Locale) {
  return {
    id: set.id,
    category: set.category,
    version: set.version,
    questions: set.questions.map((question) => ({
      key: question.key,
      label: question.label[locale],
      help: question.help?.[locale] ?? null,
      answers: question.answers.map((answer) => ({
        key: answer.key,
        label: answer.label[locale],
        detail: answer.detail?.[locale] ?? null,
        unsure: answer.unsure === true,
      })),
    })),
    presets: set.presets.map((preset) => ({
      key: preset.key,
      label: preset.label[locale],
      answers: preset.answers,
    })),
  };
}

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

type Fault = { readonly field: string; readonly why: string };

/**
 * Checks a set before it is published. Refuses `questions_invalid` with the first fault's path and, in
 * `more.faults`, all of them: no questions, doubled or malformed keys, a question without two answers, a
 * missing language, an effect out of range, a preset that misses a question.
 */
export function checkQuestions(set: Questions): Outcome<Questions> {
  const faults = [
    ...set.questions.flatMap((q, i) => questionFaults(q, `questions.${i}`)),
    ...presetFaults(set),
  ];
  if (set.questions.length === 0) faults.push({ field: 'questions', why: 'Ask at least one question.' });
  faults.push(...doubled(set.questions, 'questions'));
  const first = faults[0];
  if (!first) return ok(set);
  return refuse('questions_invalid', `${first.field}: ${first.why}`, 'invalid', {
    field: first.field,
    more: { faults },
  });
}

function doubled(named: readonly { readonly key: string }[], field: string): Fault[] {
  return named.flatMap(({ key }, i) =>
    named.findIndex((other) => other.key === key) === i
      ? []
      : [{ field: `${field}.${i}.key`, why: `“${key}” is there twice.` }],
  );
}

function questionFaults(question: Question, field: string): Fault[] {
  const faults = [...keyFaults(question.key, field), ...textFaults(question.label, `${field}.label`)];
  if (RESERVED_KEYS.has(question.key)) faults.push({ field: `${field}.key`, why: 'This name is taken.' });
  if (question.help) faults.push(...textFaults(question.help, `${field}.help`));
  if (question.answers.length < 2)
    faults.push({ field: `${field}.answers`, why: 'A question needs at least two answers.' });
  faults.push(...doubled(question.answers, `${field}.answers`));
  for (const [i, answer] of question.answers.entries()) {
    const at = `${field}.answers.${i}`;
    faults.push(...keyFaults(answer.key, at), ...textFaults(answer.label, `${at}.label`));
    if (answer.detail) faults.push(...textFaults(answer.detail, `${at}.detail`));
    faults.push(...effectFaults(answer.effect, `${at}.effect`));
  }
  return faults;
}

function keyFaults(key: string, field: string): Fault[] {
  if (KEY.test(key)) return [];
  return [{ field: `${field}.key`, why: 'A key is small letters, digits and underscores, at most 40.' }];
}

function textFaults(text: Texts, field: string): Fault[] {
  return LOCALES.filter((locale) => !text[locale]?.trim()).map((locale) => ({
    field: `${field}.${locale}`,
    why: 'The text is missing in this language.',
  }));
}

function effectFaults(effect: Effect, field: string): Fault[] {
  const within = (value: number, most: number): boolean => value >= 0 && value <= most;
  switch (effect.kind) {
    case 'none':
      return [];
    case 'percent':
      return within(effect.value, 100)
        ? []
        : [{ field: `${field}.value`, why: 'A percentage is from 0 to 100.' }];
    case 'condition':
      return within(effect.percent, 100)
        ? []
        : [{ field: `${field}.percent`, why: 'A percentage is from 0 to 100.' }];
    case 'amount':
      return Number.isSafeInteger(effect.minor) && effect.minor >= 0
        ? []
        : [
            {
              field: `${field}.minor`,
              why: 'An amount is whole minor units, not negative: it is taken off.',
            },
          ];
    case 'refuse':
      return [
        ...(KEY.test(effect.code) ? [] : [{ field: `${field}.code`, why: 'A reason needs a key.' }]),
        ...textFaults(effect.why, `${field}.why`),
      ];
  }
}

function presetFaults(set: Questions): Fault[] {
  const faults = doubled(set.presets, 'presets');
  for (const [i, preset] of set.presets.entries()) {
    faults.push(...keyFaults(preset.key, `presets.${i}`), ...textFaults(preset.label, `presets.${i}.label`));
    for (const question of set.questions)
      if (!question.answers.some((answer) => answer.key === preset.answers[question.key]))
        faults.push({
          field: `presets.${i}.answers.${question.key}`,
          why: 'This is no answer of the question.',
        });
  }
  return faults;
}
