/** Ownership rules while they are edited: figures stay as they are typed until they can be read. */
import type { OwnershipRule, OwnershipRules } from '../../contract/holds.ts';
import { amountField, readAmount } from '../parts/format.ts';

type When = OwnershipRule['when'];
/** A rule's conditions without its figures, which are kept as typed. */
type Chosen = Omit<When, 'released_within_months' | 'above_minor' | 'spot_check_percent'>;

export type DraftRule = {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly chosen: Chosen;
  readonly months: string | number;
  readonly above: string;
  readonly percent: string | number;
};
export type Draft = readonly DraftRule[];

/** Field of a rule → what is wrong with it, in words; `amount` and `number` are the page's own. */
export type RuleFaults = Readonly<Record<string, string>>;
export type FaultWords = { amount: string; number: (min: number, max: number) => string };

export function draftOf(rules: readonly OwnershipRule[], currency: string): Draft {
  return rules.map(({ id, name, on, when }) => {
    const {
      released_within_months: months,
      above_minor: above,
      spot_check_percent: percent,
      ...chosen
    } = when;
    return {
      id,
      name,
      on,
      chosen,
      months: months ?? '',
      above: above === undefined ? '' : amountField({ minor: above, currency }),
      percent: percent ?? '',
    };
  });
}

function figure(typed: string | number): number | undefined {
  return typed === '' ? undefined : Number(typed);
}

/** Leaves out what is empty, so that two drafts that mean the same are the same. */
function whenOf(rule: DraftRule, currency: string): When {
  const { model_ids, brands, name_contains, answers, like_new } = rule.chosen;
  const asked = Object.entries(answers ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const months = figure(rule.months);
  const above = rule.above.trim() === '' ? undefined : readAmount(rule.above, currency)?.minor;
  const percent = figure(rule.percent);
  return {
    ...(model_ids?.length ? { model_ids } : {}),
    ...(brands?.length ? { brands } : {}),
    ...(name_contains?.trim() ? { name_contains: name_contains.trim() } : {}),
    ...(asked.length > 0 ? { answers: Object.fromEntries(asked) } : {}),
    ...(like_new ? { like_new } : {}),
    ...(months === undefined ? {} : { released_within_months: months }),
    ...(above === undefined ? {} : { above_minor: above }),
    ...(percent === undefined ? {} : { spot_check_percent: percent }),
  };
}

/** The rule as it would be saved. */
export function ruleOf(rule: DraftRule, currency: string): OwnershipRule {
  const { id, name, on } = rule;
  return { id, name: name.trim(), on, when: whenOf(rule, currency) };
}

export function bodyOf(draft: Draft, currency: string): OwnershipRules {
  return { rules: draft.map((rule) => ruleOf(rule, currency)) };
}

/** The same meaning, however it was typed; null where a figure cannot be read. */
function meaning(draft: Draft, currency: string): string {
  return JSON.stringify(
    draft.map((rule) => ({
      ...ruleOf(rule, currency),
      typed: readAmount(rule.above, currency) ? '' : rule.above,
    })),
  );
}

export function isSame(a: Draft, b: Draft, currency: string): boolean {
  return meaning(a, currency) === meaning(b, currency);
}

export function withRule(draft: Draft, rule: DraftRule): Draft {
  return draft.map((one) => (one.id === rule.id ? rule : one));
}

/** One place up or down; the same draft where there is no such place. */
export function moved(draft: Draft, id: string, by: -1 | 1): Draft {
  const from = draft.findIndex((rule) => rule.id === id);
  const [rule, other] = [draft[from], draft[from + by]];
  if (!rule || !other) return draft;
  return draft.map((one, at) => (at === from ? other : at === from + by ? rule : one));
}

const within = (typed: string | number, min: number, max: number, whole: boolean): boolean => {
  const read = figure(typed);
  return read === undefined || (read >= min && read <= max && (!whole || Number.isInteger(read)));
};

/** Figures nobody can read, by rule; they are kept from being sent, where they would silently be left out. */
export function typedFaults(
  draft: Draft,
  currency: string,
  words: FaultWords,
): ReadonlyMap<string, RuleFaults> {
  const found = new Map<string, RuleFaults>();
  for (const rule of draft) {
    const faults: Record<string, string> = {};
    if (rule.above.trim() !== '' && !readAmount(rule.above, currency)) faults['above_minor'] = words.amount;
    if (!within(rule.months, 1, 120, true)) faults['released_within_months'] = words.number(1, 120);
    if (!within(rule.percent, 0, 100, false)) faults['spot_check_percent'] = words.number(0, 100);
    if (Object.keys(faults).length > 0) found.set(rule.id, faults);
  }
  return found;
}

type Said = { readonly field: string | null; readonly message: string };

/** What the server said no to, by rule and field: `rules.1.when.brands` is the second rule's `brands`. */
export function saidFaults(draft: Draft, errors: readonly Said[]): ReadonlyMap<string, RuleFaults> {
  const found = new Map<string, RuleFaults>();
  for (const { field, message } of errors) {
    const [, at, rest] = /(?:^|[./])rules[./](\d+)[./](.+)$/.exec(field ?? '') ?? [];
    const rule = at === undefined ? undefined : draft[Number(at)];
    if (!rule || rest === undefined) continue;
    // `when.answers.screen.0` is about the question, `when.brands.3` about the brands.
    const [first = '', second = '', third = ''] = rest.split(/[./]/);
    const name =
      first !== 'when' ? first : second === 'answers' && third ? `answers.${third}` : second || 'when';
    found.set(rule.id, { ...found.get(rule.id), [name]: message });
  }
  return found;
}
