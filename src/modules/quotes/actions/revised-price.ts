/** What a device is worth as it was found: the same questions, the same price-book version, other answers. Reads only. */
import { money, type Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { pricingAsQuoted, type Pricing } from '../../catalog/actions/pricing.ts';
import { priceOf, readAnswers, type PriceLine } from '../../catalog/rules/pricing.ts';
import type { Answers, Question } from '../../catalog/rules/questions.ts';
import { variantTitle } from '../../catalog/rules/title.ts';
import { differencesOf, type Difference } from '../rules/revision.ts';
import type { QuoteRow } from '../store.ts';
import { quotesOfItem, variantsBeside } from '../store/revisions.ts';

/** What was quoted first, and what every revision of it rests on. */
export type Basis = {
  readonly itemId: string;
  /** The quote whose price-book version and question set count. */
  readonly quoted: QuoteRow;
  /** The newest quote of all: a further revision follows it. */
  readonly latest: QuoteRow;
  /** The seller's own answers. */
  readonly told: Answers;
  readonly toldTitle: string | null;
  readonly currency: string;
  /** The questions as they were asked. */
  readonly asked: readonly Question[];
};

export type RevisedPrice = {
  readonly price: Money;
  readonly lines: readonly PriceLine[];
  readonly variantId: string | null;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly differences: readonly Difference[];
};

/** A quote keeps its questions as they were asked: a list, never recomputed. */
function questionsOf(quote: QuoteRow): Question[] {
  return Array.isArray(quote.questions) ? (quote.questions as Question[]) : [];
}

async function titleOf(reader: Reader, variantId: string | null): Promise<string | null> {
  if (!variantId) return null;
  const own = (await variantsBeside(reader, variantId)).find((one) => one.variant_id === variantId);
  return own ? variantTitle(own.brand, own.model, own.label) : null;
}

/** What a device was quoted on. Refuses `item_not_found` and `no_quote`. */
export async function basisOf(reader: Reader, itemId: string): Promise<Outcome<Basis>> {
  const quotes = await quotesOfItem(reader, itemId);
  const [first, latest] = [quotes[0], quotes.at(-1)];
  const quoted = quotes.findLast((q) => q.kind !== 'revision');
  if (!first || !latest || !quoted)
    return refuse('no_quote', 'This device was never quoted, so there is nothing to revise.', 'conflict');
  const told = first.answers as Answers;
  return ok({
    itemId,
    quoted,
    latest,
    told,
    toldTitle: await titleOf(reader, first.variant_id),
    currency: quoted.currency,
    asked: questionsOf(first),
  });
}

/** The prices and questions that count for this device, being this variant. */
export async function pricingOn(
  reader: Reader,
  basis: Basis,
  variantId: string | null,
): Promise<Outcome<Pricing>> {
  const { price_version_id, question_set_id, variant_id } = basis.quoted;
  const variant = variantId ?? variant_id;
  if (!price_version_id || !question_set_id || !variant)
    return refuse(
      'free_price_only',
      'This device was quoted by hand, so its new price has to be named by hand too.',
      'conflict',
      { field: 'free_price' },
    );
  const pricing = await pricingAsQuoted(reader, {
    versionId: price_version_id,
    questionSetId: question_set_id,
    variantId: variant,
  });
  if (!pricing)
    return refuse('variant_unknown', 'We do not know this device.', 'invalid', { field: 'variant_id' });
  return ok(pricing);
}

/** The answers as found: what was not looked at stays as the seller told it. */
function foundAnswers(told: Answers, given: Answers): Answers {
  return { ...told, ...given };
}

/** An inspector knows: “I'm not sure” may stay where the seller said it, and is no finding. */
function unsureFault(questions: readonly Question[], told: Answers, found: Answers) {
  const vague = questions.find((question) => {
    const answer = question.answers.find((one) => one.key === found[question.key]);
    return answer?.unsure === true && told[question.key] !== answer.key;
  });
  return vague
    ? refuse('answer_unsure', 'An inspector has to give a definite answer here.', 'invalid', {
        field: `answers.${vague.key}`,
      })
    : null;
}

/**
 * Computes the price of a device as found. Refuses `free_price_only`, `variant_unknown`, `category_other`,
 * `answer_unsure`, and what the price rules say.
 */
export async function priceOn(
  reader: Reader,
  basis: Basis,
  found: { readonly variantId?: string | null; readonly answers: Answers },
): Promise<Outcome<RevisedPrice>> {
  const pricing = await pricingOn(reader, basis, found.variantId ?? null);
  if (!pricing.ok) return pricing;
  const { set, price, variantId, category } = pricing.value;
  if (category !== set.category)
    return refuse(
      'category_other',
      'This is another kind of device, with other questions: it cannot be priced from these answers.',
      'conflict',
      { field: 'variant_id' },
    );
  const answers = foundAnswers(basis.told, found.answers);
  const given = readAnswers(set, answers);
  if (!given.ok) return given;
  const vague = unsureFault(set.questions, basis.told, answers);
  if (vague) return vague;
  const priced = priceOf({ ...price, set, answers });
  if (!priced.ok) return priced;
  const differences = differencesOf(
    set.questions,
    { answers: basis.told, title: basis.toldTitle },
    { answers, title: await titleOf(reader, variantId) },
  );
  return ok({
    price: money(priced.value.price.minor, basis.currency),
    lines: priced.value.lines,
    variantId,
    questions: set.questions,
    answers,
    differences,
  });
}

/** What differs in a device whose price cannot be computed. */
export async function describeUnpriced(
  reader: Reader,
  basis: Basis,
  found: { readonly variantId?: string | null; readonly answers: Answers },
): Promise<Omit<RevisedPrice, 'price' | 'lines'>> {
  const questions = basis.asked;
  const asked = new Set(questions.map((q) => q.key));
  const given = Object.fromEntries(Object.entries(found.answers).filter(([key]) => asked.has(key)));
  const answers = foundAnswers(basis.told, given);
  const variantId = found.variantId ?? basis.quoted.variant_id;
  const title = (await titleOf(reader, variantId)) ?? basis.toldTitle;
  return {
    variantId,
    questions,
    answers,
    differences: differencesOf(
      questions,
      { answers: basis.told, title: basis.toldTitle },
      { answers, title },
    ),
  };
}
