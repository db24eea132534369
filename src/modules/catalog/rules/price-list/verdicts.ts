/**
 * From the claims of a whole list to one price each. Where several rows name a price for the same variant and condition,
 * the newest day counts; of that day's rows the median, rounded down. The first of those rows carries the price, the others
 * are told as merged.
 */
import type { Condition } from '../questions.ts';
import type { Claim, Refused } from './claims.ts';
import type { MergedReason, RefusedReason } from './reasons.ts';

export type Verdict = {
  readonly line: number;
  readonly position: number;
  readonly currency: string;
  readonly outcome: 'matched' | 'merged' | 'refused' | 'unchanged';
  readonly reason: RefusedReason | MergedReason | null;
  readonly title: string | null;
  readonly variant_id: string | null;
  readonly condition: Condition | null;
  readonly amount_minor: number | null;
  readonly was_minor: number | null;
};

export type Price = {
  readonly variant_id: string;
  readonly condition: Condition;
  readonly amount_minor: number;
};

export type Counts = { rows: number; matched: number; merged: number; unchanged: number; refused: number };

/** What an import comes to, or would. */
export type Report = Counts & {
  readonly by_reason: Readonly<Record<string, number>>;
  readonly by_currency: Readonly<Record<string, Counts>>;
  readonly diff: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly dropped: number;
  };
  readonly new_models: number;
  readonly new_variants: number;
};

export type Verdicts = {
  readonly verdicts: readonly Verdict[];
  /** What the list says, one price per variant and condition. */
  readonly prices: readonly Price[];
  readonly report: Report;
};

/** Judges a list against the prices in force (`variant condition` → minor units). */
export function judge(
  claims: readonly (Claim | Refused)[],
  current: ReadonlyMap<string, number>,
  added: { models: number; variants: number } = { models: 0, variants: 0 },
): Verdicts {
  const groups = Map.groupBy(
    claims.filter((claim) => claim.ok),
    (claim) => `${claim.variantId} ${claim.condition}`,
  );
  const verdicts = claims.flatMap((claim) => (claim.ok ? [] : [refusedVerdict(claim)]));
  const prices: Price[] = [];
  for (const [key, group] of groups) {
    const judged = judgeGroup(group, current.get(key) ?? null);
    verdicts.push(...judged.verdicts);
    prices.push(judged.price);
  }
  verdicts.sort((a, b) => a.line - b.line || a.position - b.position);
  return {
    verdicts,
    prices,
    report: { ...report(verdicts, prices, current), new_models: added.models, new_variants: added.variants },
  };
}

function refusedVerdict(claim: Refused): Verdict {
  return {
    line: claim.line,
    position: claim.position,
    currency: claim.currency,
    outcome: 'refused',
    reason: claim.reason,
    title: claim.title,
    variant_id: null,
    condition: null,
    amount_minor: null,
    was_minor: null,
  };
}

function judgeGroup(group: readonly Claim[], was: number | null): { verdicts: Verdict[]; price: Price } {
  const newest = group.reduce((day, claim) => (claim.date > day ? claim.date : day), '');
  const today = group.filter((claim) => claim.date === newest);
  const sorted = today.map((claim) => claim.minor).toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  const amount_minor = sorted.length % 2 === 1 ? upper : Math.floor(((sorted[half - 1] ?? 0) + upper) / 2);
  const carrier = today[0];
  const agree = sorted.every((minor) => minor === amount_minor);
  const verdicts = group.map((claim): Verdict => {
    const carries = claim === carrier;
    const merged: MergedReason = claim.date !== newest ? 'older' : agree ? 'doubled_same' : 'doubled_median';
    return {
      line: claim.line,
      position: claim.position,
      currency: claim.currency,
      outcome: carries ? (was === amount_minor ? 'unchanged' : 'matched') : 'merged',
      reason: carries ? (agree ? null : 'doubled_median') : merged,
      title: claim.title,
      variant_id: claim.variantId,
      condition: claim.condition,
      amount_minor: carries ? amount_minor : claim.minor,
      was_minor: was,
    };
  });
  const { variantId: variant_id, condition } = group[0] ?? { variantId: '', condition: 'good' as const };
  return { verdicts, price: { variant_id, condition, amount_minor } };
}

const none = (): Counts => ({ rows: 0, matched: 0, merged: 0, unchanged: 0, refused: 0 });

function report(
  verdicts: readonly Verdict[],
  prices: readonly Price[],
  current: ReadonlyMap<string, number>,
) {
  const all = none();
  const by_currency: Record<string, Counts> = {};
  const by_reason: Record<string, number> = {};
  for (const { outcome, currency, reason } of verdicts) {
    const own = (by_currency[currency || '?'] ??= none());
    for (const counts of [all, own]) {
      counts.rows += 1;
      counts[outcome] += 1;
    }
    if (reason && outcome !== 'matched' && outcome !== 'unchanged')
      by_reason[reason] = (by_reason[reason] ?? 0) + 1;
  }
  const listed = new Set(prices.map((price) => `${price.variant_id} ${price.condition}`));
  const diff = {
    new: 0,
    changed: 0,
    unchanged: 0,
    dropped: [...current.keys()].filter((key) => !listed.has(key)).length,
  };
  for (const price of prices) {
    const was = current.get(`${price.variant_id} ${price.condition}`);
    if (was === undefined) diff.new += 1;
    else if (was === price.amount_minor) diff.unchanged += 1;
    else diff.changed += 1;
  }
  return { ...all, by_currency, by_reason, diff };
}
