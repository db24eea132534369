/**
 * When a seller is asked for a proof of purchase (source text 001; workflows.md, part C). Pure: what is known of the
 * device, the day and the dice come in.
 */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';

/** Conditions of a rule; all that are given must hold together. */
export type OwnershipWhen = {
  /** Models by id. */
  readonly model_ids?: readonly string[] | undefined;
  /** The model came out less than so many months ago. */
  readonly released_within_months?: number | undefined;
  /** Declared or found like new. */
  readonly like_new?: boolean | undefined;
  /** The price is above this, in minor units of the shop's currency. */
  readonly above_minor?: number | undefined;
  /** So many of a hundred, drawn. */
  readonly spot_check_percent?: number | undefined;
};

export type OwnershipRule = {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: OwnershipWhen;
};

export type OwnershipRules = { readonly rules: readonly OwnershipRule[] };

/** What a rule looks at. */
export type OwnershipSubject = {
  readonly modelId: string | null;
  /** YYYY-MM-DD. */
  readonly releasedOn: string | null;
  readonly declaredLikeNew: boolean;
  readonly foundLikeNew: boolean | null;
  readonly priceMinor: number | null;
};

/** A number from 0 to just below 100 that is always the same for this item and rule. */
export type Dice = (ruleId: string) => number;

/** What a new shop begins with: recent models in like-new condition, as the trade meets stolen goods. */
export const FIRST_OWNERSHIP_RULES: OwnershipRules = {
  rules: [
    {
      id: 'recent_like_new',
      name: 'Recent model, like new',
      on: true,
      when: { released_within_months: 18, like_new: true },
    },
    { id: 'high_value', name: 'High value', on: false, when: { above_minor: 60_000 } },
    { id: 'spot_check', name: 'Random spot check', on: false, when: { spot_check_percent: 2 } },
  ],
};

/** The calendar day so many months before `day` (YYYY-MM-DD); the 31st falls back to a shorter month's last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

function holds(rule: OwnershipRule, subject: OwnershipSubject, today: string, dice: Dice): boolean {
  const { when } = rule;
  if (when.model_ids && !(subject.modelId && when.model_ids.includes(subject.modelId))) return false;
  if (when.released_within_months !== undefined) {
    if (!subject.releasedOn || subject.releasedOn <= monthsBefore(today, when.released_within_months))
      return false;
  }
  // What was declared counts until somebody has looked; what was found counts as well, not instead.
  if (when.like_new && !(subject.declaredLikeNew || subject.foundLikeNew === true)) return false;
  if (
    when.above_minor !== undefined &&
    !(subject.priceMinor !== null && subject.priceMinor > when.above_minor)
  )
    return false;
  return when.spot_check_percent === undefined || dice(rule.id) < when.spot_check_percent;
}

/** The first rule that asks for a proof, or null. `today` is the shop's calendar day, YYYY-MM-DD. */
export function ruleThatFires(
  rules: OwnershipRules,
  subject: OwnershipSubject,
  today: string,
  dice: Dice,
): OwnershipRule | null {
  return rules.rules.find((rule) => rule.on && holds(rule, subject, today, dice)) ?? null;
}

/** Why a rule asked, for the timeline: each condition with what it met. `amount` writes minor units as money. */
export function whyItFired(
  { when }: OwnershipRule,
  subject: OwnershipSubject,
  amount: (minor: number) => string,
): string {
  const found = subject.foundLikeNew === true ? 'found like new' : 'declared like new';
  return [
    when.model_ids ? 'a listed model' : null,
    when.released_within_months === undefined
      ? null
      : `released on ${subject.releasedOn}, less than ${when.released_within_months} months ago`,
    when.like_new ? found : null,
    when.above_minor === undefined || subject.priceMinor === null
      ? null
      : `${amount(subject.priceMinor)} is above ${amount(when.above_minor)}`,
    when.spot_check_percent === undefined ? null : `drawn at random, ${when.spot_check_percent} in 100`,
  ]
    .filter((one) => one !== null)
    .join('; ');
}

/** Null when the rules can be saved; else `rule_*` naming the field. */
export function rulesFault(rules: OwnershipRules): Refusal | null {
  const ids = new Set<string>();
  for (const [at, rule] of rules.rules.entries()) {
    const no = (code: string, why: string, field: string) =>
      refuse(code, why, 'invalid', { field: `rules.${at}.${field}` });
    if (ids.has(rule.id)) return no('rule_doubled', 'Two rules have the same id.', 'id');
    ids.add(rule.id);
    if (!rule.name.trim()) return no('rule_nameless', 'Give the rule a name.', 'name');
    const { when } = rule;
    const given = Object.values(when).filter((value) => value !== undefined && value !== false);
    if (given.length === 0)
      return no(
        'rule_empty',
        'Choose at least one condition: without one it would hold every device.',
        'when',
      );
    if (when.model_ids && when.model_ids.length === 0)
      return no(
        'rule_without_models',
        'Choose at least one model, or leave this condition out.',
        'when.model_ids',
      );
  }
  return null;
}
