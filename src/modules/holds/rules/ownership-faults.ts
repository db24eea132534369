/** What is wrong with ownership rules before they are saved or tried; each fault names its field. */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';
import type { OwnershipRule, OwnershipRules, OwnershipWhen } from './ownership.ts';

type Fault = { readonly code: string; readonly why: string; readonly field: string };

/** What the shop's catalogue knows of the names rules use. */
export type Known = {
  readonly modelIds: ReadonlySet<string>;
  readonly brands: ReadonlySet<string>;
  /** Question → its answers, of every version ever asked: past devices were offered under those. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
};

function emptyFault(when: OwnershipWhen): Fault | null {
  const fault = (code: string, why: string, field: string): Fault => ({ code, why, field: `when.${field}` });
  if (when.model_ids?.length === 0)
    return fault(
      'rule_without_models',
      'Choose at least one model, or leave this condition out.',
      'model_ids',
    );
  if (when.brands?.length === 0)
    return fault('rule_without_brands', 'Choose at least one brand, or leave this condition out.', 'brands');
  if (when.name_contains !== undefined && when.name_contains.trim().length < 2)
    return fault(
      'rule_name_short',
      'Give at least two letters of the model’s name, or leave this condition out.',
      'name_contains',
    );
  for (const [question, answers] of Object.entries(when.answers ?? {}))
    if (answers.length === 0)
      return fault(
        'rule_without_answers',
        'Choose at least one answer, or leave the question out.',
        `answers.${question}`,
      );
  return null;
}

function given(when: OwnershipWhen): unknown[] {
  const { answers, ...others } = when;
  return [...Object.values(others), ...Object.values(answers ?? {})].filter(
    (value) => value !== undefined && value !== false,
  );
}

function ruleFault(rule: OwnershipRule): Fault | null {
  if (!rule.name.trim()) return { code: 'rule_nameless', why: 'Give the rule a name.', field: 'name' };
  if (given(rule.when).length === 0)
    return {
      code: 'rule_empty',
      why: 'Choose at least one condition: without one it would hold every device.',
      field: 'when',
    };
  return emptyFault(rule.when);
}

function unknownFault({ when }: OwnershipRule, known: Known): Fault | null {
  const model = when.model_ids?.find((id) => !known.modelIds.has(id));
  if (model !== undefined)
    return {
      code: 'rule_model_unknown',
      why: `The catalogue has no model ${model}.`,
      field: 'when.model_ids',
    };
  const brand = when.brands?.find((name) => !known.brands.has(name));
  if (brand !== undefined)
    return {
      code: 'rule_brand_unknown',
      why: `The catalogue has no brand “${brand}”.`,
      field: 'when.brands',
    };
  for (const [question, chosen] of Object.entries(when.answers ?? {})) {
    const field = `when.answers.${question}`;
    const answers = known.answers.get(question);
    if (!answers)
      return { code: 'rule_question_unknown', why: `Sellers are not asked “${question}”.`, field };
    const answer = chosen.find((one) => !answers.has(one));
    if (answer !== undefined)
      return {
        code: 'rule_answer_unknown',
        why: `“${answer}” is no answer to “${question}”.`,
        field,
      };
  }
  return null;
}

function firstFault(
  rules: OwnershipRules,
  look: (rule: OwnershipRule, at: number) => Fault | null,
): Refusal | null {
  for (const [at, rule] of rules.rules.entries()) {
    const found = look(rule, at);
    if (found) return refuse(found.code, found.why, 'invalid', { field: `rules.${at}.${found.field}` });
  }
  return null;
}

/** Null when the rules are whole in themselves; else `rule_*` naming the field. */
export function rulesFault(rules: OwnershipRules): Refusal | null {
  const doubled = (rule: OwnershipRule, at: number) =>
    rules.rules.findIndex((one) => one.id === rule.id) < at
      ? { code: 'rule_doubled', why: 'Two rules have the same id.', field: 'id' }
      : null;
  return firstFault(rules, (rule, at) => doubled(rule, at) ?? ruleFault(rule));
}

/** Null when every model, brand, question and answer is known; else `rule_*_unknown` naming the field. */
export function unknownsFault(rules: OwnershipRules, known: Known): Refusal | null {
  return firstFault(rules, (rule) => unknownFault(rule, known));
}
