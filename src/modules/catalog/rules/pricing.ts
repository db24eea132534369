/**
 * The price of a device from the answers about it: one pure sum that quotes, revisions, the widget and the
 * counter all share.
 *
 * Order, the same for everybody:
 * 1. the base: the book's flawless price, lowered to the worst condition any answer names;
 * 2. percentages, in the order of the questions, each of what is left;
 * 3. amounts, in the order of the questions;
 * 4. rounded down to the book's step;
 * 5. raised to the book's floor, but never above the flawless price.
 */
import type { Locale } from '../../../kernel/locale.ts';
import { money, roundDown, type Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Answer, Answers, Condition, Effect, Question, Questions } from './questions.ts';
import { CONDITIONS } from './questions.ts';

/** What a price book says about one variant, in minor units; a condition without a price is absent. */
export type ConditionPrices = Readonly<Partial<Record<Condition, number>>>;

export type PriceInput = {
  readonly prices: ConditionPrices;
  readonly set: Questions;
  readonly answers: Answers;
  readonly floor_minor: number;
  readonly rounding_minor: number;
  readonly currency: string;
  /** Language of a refusal's sentence; default English. */
  readonly locale?: Locale;
};

/** One line of the sum; `question` is also `base`, `rounding` or `floor`. */
export type PriceLine = { readonly question: string; readonly answer: string; readonly effect_minor: number };

export type Priced = {
  readonly price: Money;
  /** They add up to the price: the base first, then each question, then rounding and floor where they act. */
  readonly lines: readonly PriceLine[];
  /** The worst condition any answer named. */
  readonly condition: Condition;
};

type Given = { readonly question: Question; readonly answer: Answer };

/**
 * The price and how it came about.
 * Refuses `no_price` (the book has none for this variant), `answer_missing`, `answer_unknown` and
 * `question_unknown` (naming `answers.<question>`), and `not_bought` with the reason in `more.reason`.
 */
export function priceOf(input: PriceInput): Outcome<Priced> {
  const given = readAnswers(input.set, input.answers);
  if (!given.ok) return given;
  const no = given.value.find(({ answer }) => answer.effect.kind === 'refuse');
  if (no && no.answer.effect.kind === 'refuse')
    return refuse('not_bought', no.answer.effect.why[input.locale ?? 'en'], 'conflict', {
      field: `answers.${no.question.key}`,
      more: { question: no.question.key, answer: no.answer.key, reason: no.answer.effect.code },
    });
  const flawless = input.prices.flawless ?? input.prices.good ?? input.prices.damaged;
  if (flawless === undefined)
    return refuse('no_price', 'We have no price for this device yet.', 'conflict', { field: 'variant_id' });
  return ok(sum(input, given.value, flawless));
}

/** Each question with the answer given. Refuses missing and unknown ones by name. */
export function readAnswers(set: Questions, answers: Answers): Outcome<Given[]> {
  const given: Given[] = [];
  for (const question of set.questions) {
    const field = `answers.${question.key}`;
    const key = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    if (key === undefined)
      return refuse('answer_missing', `Please answer: ${question.label.en}`, 'invalid', { field });
    const answer = question.answers.find((one) => one.key === key);
    if (!answer)
      return refuse('answer_unknown', `“${key}” is no answer to: ${question.label.en}`, 'invalid', { field });
    given.push({ question, answer });
  }
  const stray = Object.keys(answers).find((key) => !set.questions.some((question) => question.key === key));
  if (stray !== undefined)
    return refuse('question_unknown', `There is no question “${stray}” here.`, 'invalid', {
      field: `answers.${stray}`,
    });
  return ok(given);
}

function sum(input: PriceInput, given: readonly Given[], flawless: number): Priced {
  const effects = new Map<Given, number>();
  const base = worstBase(input.prices, given, flawless);
  if (base.given) effects.set(base.given, base.minor - flawless);
  let left = base.minor;
  for (const one of given) {
    if (one.answer.effect.kind !== 'percent') continue;
    const off = Math.round((left * one.answer.effect.value) / 100);
    effects.set(one, -off);
    left -= off;
  }
  for (const one of given) {
    if (one.answer.effect.kind !== 'amount') continue;
    const off = Math.min(left, one.answer.effect.minor);
    effects.set(one, off === 0 ? 0 : -off);
    left -= off;
  }
  const rounded = roundDown(left, input.rounding_minor);
  const price = Math.max(rounded, Math.min(Math.max(0, input.floor_minor), flawless));
  const lines: PriceLine[] = [{ question: 'base', answer: 'flawless', effect_minor: flawless }];
  for (const one of given)
    lines.push({ question: one.question.key, answer: one.answer.key, effect_minor: effects.get(one) ?? 0 });
  if (rounded !== left) lines.push({ question: 'rounding', answer: 'down', effect_minor: rounded - left });
  if (price !== rounded) lines.push({ question: 'floor', answer: 'least', effect_minor: price - rounded });
  return { price: money(price, input.currency), lines, condition: base.condition };
}

/** The lowest base any answer leads to, whose answer it was, and the worst condition named. */
function worstBase(prices: ConditionPrices, given: readonly Given[], flawless: number) {
  let minor = flawless;
  let condition: Condition = 'flawless';
  let worst: Given | null = null;
  for (const one of given) {
    const effect = one.answer.effect;
    if (effect.kind !== 'condition') continue;
    if (CONDITIONS.indexOf(effect.condition) > CONDITIONS.indexOf(condition)) condition = effect.condition;
    const worth = worthIn(prices, effect, flawless);
    if (worth < minor) {
      minor = worth;
      worst = one;
    }
  }
  return { minor, condition, given: worst };
}

/**
 * What a device in this condition is worth. Real lists sometimes pay more for “good” than for “flawless”, or
 * name only some conditions; the ladder is kept in order here, so that a worse answer can never pay better.
 */
function worthIn(
  prices: ConditionPrices,
  effect: Extract<Effect, { kind: 'condition' }>,
  flawless: number,
): number {
  const share = Math.round((flawless * effect.percent) / 100);
  const damaged = prices.damaged === undefined ? null : Math.min(flawless, prices.damaged);
  const good = prices.good === undefined ? null : Math.min(flawless, prices.good);
  if (effect.condition === 'good') return good ?? Math.max(share, damaged ?? 0);
  return Math.min(good ?? flawless, damaged ?? share);
}
