import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, type PriceInput } from './pricing.ts';
import { CATEGORIES, checkQuestions, inLocale, texts, type Effect, type Questions } from './questions.ts';
import { FIRST_QUESTIONS } from './sets/all.ts';

const t = (text: string) => texts(text, text, text, text, text);
const ask = (effects: Record<string, Effect>[]): Questions => ({
  questions: effects.map((answers, i) => ({
    key: `q${i}`,
    label: t(`Question ${i}?`),
    answers: Object.entries(answers).map(([key, effect]) => ({ key, label: t(key), effect })),
  })),
  presets: [],
});
const phone = FIRST_QUESTIONS.phone;
const likeNew = phone.presets[0]?.answers ?? {};
const on = (change: Partial<PriceInput>): PriceInput => ({
  prices: { flawless: 36_000, good: 34_000, damaged: 14_000 },
  set: phone,
  answers: likeNew,
  floor_minor: 500,
  rounding_minor: 100,
  currency: 'EUR',
  ...change,
});
const price = (change: Partial<PriceInput>) => {
  const outcome = priceOf(on(change));
  return outcome.ok ? outcome.value.price.minor : outcome.code;
};

describe('priceOf', () => {
  it.each([
    ['the flawless price for a device like new', {}, 36_000],
    ['the book’s own price for a worn one', { screen: 'worn' }, 34_000],
    ['the worst condition of several', { screen: 'worn', body: 'cracked' }, 14_000],
    ['percentages one after the other', { battery: 'weak', functions: 'camera' }, 25_900],
    ['percentages of the lowered base', { screen: 'cracked', battery: 'weak' }, 12_600],
  ])('gives %s', (_, change, expected) => {
    expect(price({ answers: { ...likeNew, ...change } })).toBe(expected);
  });

  it('takes the percentage where the book has no price for the condition', () => {
    expect(price({ prices: { flawless: 36_000 }, answers: { ...likeNew, screen: 'cracked' } })).toBe(14_400);
  });

  it('never goes below the floor, nor above the flawless price for the floor’s sake', () => {
    const dead = { ...likeNew, powers_on: 'no', screen: 'cracked' };
    expect(price({ prices: { flawless: 2_000 }, answers: dead })).toBe(500);
    expect(price({ prices: { flawless: 300 }, answers: dead })).toBe(300);
    expect(price({ prices: { flawless: 0 }, answers: dead })).toBe(0);
  });

  it('names the unanswered, unknown and surplus question', () => {
    const { screen: _, ...rest } = likeNew;
    expect(priceOf(on({ answers: rest }))).toMatchObject({ code: 'answer_missing', field: 'answers.screen' });
    expect(priceOf(on({ answers: { ...likeNew, screen: 'soft' } }))).toMatchObject({
      code: 'answer_unknown',
      field: 'answers.screen',
    });
    expect(priceOf(on({ answers: { ...likeNew, toString: 'x' } }))).toMatchObject({
      code: 'question_unknown',
      field: 'answers.toString',
    });
    expect(priceOf(on({ prices: {} }))).toMatchObject({ code: 'no_price' });
  });

  it('says in the customer’s language why a device is not bought', () => {
    const outcome = priceOf(on({ answers: { ...likeNew, ownership: 'lost_or_stolen' }, locale: 'nl' }));
    expect(outcome).toMatchObject({
      code: 'not_bought',
      field: 'answers.ownership',
      more: { reason: 'reported_stolen' },
    });
    expect(outcome.ok ? '' : outcome.why).toContain('gestolen');
  });
});

/** Effects in an order where each later one is at least as bad: only such pairs can be compared. */
const worseAndWorse = fc
  .tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 50_000 }),
    fc.integer({ min: 0, max: 50_000 }),
  )
  .chain(([a, b, x, y]) => {
    const percents: Effect[] = [
      { kind: 'percent', value: Math.min(a, b) },
      { kind: 'percent', value: Math.max(a, b) },
    ];
    const amounts: Effect[] = [
      { kind: 'amount', minor: Math.min(x, y) },
      { kind: 'amount', minor: Math.max(x, y) },
    ];
    const conditions: Effect[] = [
      { kind: 'condition', condition: 'good', percent: Math.max(a, b) },
      { kind: 'condition', condition: 'damaged', percent: Math.min(a, b) },
    ];
    return fc.constantFrom(percents, amounts, conditions);
  });
const bookPrice = fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: undefined });
const anyCase = fc.record({
  questions: fc.array(worseAndWorse, { minLength: 1, maxLength: 6 }),
  picks: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
  prices: fc.record({ flawless: fc.integer({ min: 0, max: 200_000 }), good: bookPrice, damaged: bookPrice }),
  floor_minor: fc.integer({ min: 0, max: 5_000 }),
  rounding_minor: fc.constantFrom(1, 50, 100, 500, 1_000),
});
type AnyCase = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;
const KEYS = ['fine', 'bad', 'worse'];
function inputOf(one: AnyCase, picks: readonly number[]): PriceInput {
  const set = ask(
    one.questions.map(([bad, worse]) => ({
      fine: { kind: 'none' } as Effect,
      ...(bad && { bad }),
      ...(worse && { worse }),
    })),
  );
  const answers = Object.fromEntries(set.questions.map((q, i) => [q.key, KEYS[picks[i] ?? 0] ?? 'fine']));
  return { ...one, set, answers, currency: 'EUR' };
}
function priced(input: PriceInput) {
  const outcome = priceOf(input);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

describe('priceOf, whatever the book and the answers', () => {
  it('is never negative, never above the flawless price, and its lines add up', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { price: result, lines } = priced(inputOf(one, one.picks));
        expect(result.minor).toBeGreaterThanOrEqual(0);
        expect(result.minor).toBeLessThanOrEqual(one.prices.flawless);
        expect(lines.reduce((total, line) => total + line.effect_minor, 0)).toBe(result.minor);
      }),
      { numRuns: 500 },
    );
  });

  it('never pays more for a worse answer', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(5), (one, at) => {
        const worse = one.picks.map((pick, i) => (i === at ? Math.min(2, pick + 1) : pick));
        expect(priced(inputOf(one, worse)).price.minor).toBeLessThanOrEqual(
          priced(inputOf(one, one.picks)).price.minor,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('question sets', () => {
  it.each(CATEGORIES)('the first set for a %s is valid in every language', (category) => {
    expect(checkQuestions(FIRST_QUESTIONS[category])).toMatchObject({ ok: true });
    const shown = inLocale({ ...FIRST_QUESTIONS[category], id: 'qst_1', category, version: 1 }, 'de');
    expect(JSON.stringify(shown)).not.toContain('effect');
  });

  it.each([
    ['questions.0.answers', ask([{ only: { kind: 'none' } }])],
    [
      'questions.0.answers.1.effect.value',
      ask([{ a: { kind: 'none' }, b: { kind: 'percent', value: 120 } }]),
    ],
    ['questions.0.answers.1.effect.minor', ask([{ a: { kind: 'none' }, b: { kind: 'amount', minor: -1 } }])],
    ['questions', ask([])],
    [
      'presets.0.answers.q0',
      {
        ...ask([{ a: { kind: 'none' }, b: { kind: 'none' } }]),
        presets: [{ key: 'p', label: t('P'), answers: {} }],
      },
    ],
  ] as [string, Questions][])('refuses a fault at %s', (field, set) => {
    expect(checkQuestions(set)).toMatchObject({ ok: false, code: 'questions_invalid', field });
  });
});
