/** The conditions of one ownership rule, each with its fault beneath it. */
import { Checkbox, NumberInput, Switch, TextInput } from '@mantine/core';
import { useTexts } from '../texts.tsx';
import type { DraftRule, RuleFaults } from './rule-draft.ts';
import { AnswersChosen, Brands, Models, type Names } from './RuleChoices.tsx';
import type { Context } from './RuleSummary.tsx';
import css from './RuleEditor.module.css';

type FieldsProps = {
  rule: DraftRule;
  faults: RuleFaults;
  context: Context;
  onNames: (names: Names) => void;
  onChange: (rule: DraftRule) => void;
};

/** What is said of the model, declared or found. */
function ModelPart({ rule, faults, context, onNames, onChange }: FieldsProps) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const { chosen } = rule;
  const set = (part: Partial<DraftRule['chosen']>) => onChange({ ...rule, chosen: { ...chosen, ...part } });
  return (
    <>
      <Models
        value={chosen.model_ids ?? []}
        fault={faults['model_ids']}
        names={context.names}
        onNames={onNames}
        onChange={(ids) => set({ model_ids: ids })}
      />
      <Brands
        value={chosen.brands ?? []}
        fault={faults['brands']}
        brands={context.choices.brands}
        onChange={(brands) => set({ brands })}
      />
      <TextInput
        label={words.contains}
        description={words.containsHelp}
        value={chosen.name_contains ?? ''}
        error={faults['name_contains']}
        maxLength={80}
        onChange={(e) => set({ name_contains: e.currentTarget.value })}
      />
      <NumberInput
        label={t.holds.months}
        value={rule.months}
        error={faults['released_within_months']}
        onChange={(months) => onChange({ ...rule, months })}
        min={1}
        max={120}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
      />
    </>
  );
}

/** What is said of this device: its price, its state, and chance. */
function DevicePart({ rule, faults, context, onChange }: FieldsProps) {
  const t = useTexts();
  const { chosen } = rule;
  return (
    <>
      <TextInput
        label={`${t.holds.above} (${context.currency})`}
        value={rule.above}
        error={faults['above_minor']}
        onChange={(e) => onChange({ ...rule, above: e.currentTarget.value })}
        inputMode="decimal"
        maxLength={20}
      />
      <NumberInput
        label={t.holds.percent}
        value={rule.percent}
        error={faults['spot_check_percent']}
        onChange={(percent) => onChange({ ...rule, percent })}
        min={0}
        max={100}
        clampBehavior="none"
        allowNegative={false}
        decimalScale={2}
      />
      <Checkbox
        className={css.check}
        label={t.holds.likeNew}
        checked={chosen.like_new ?? false}
        onChange={(e) => onChange({ ...rule, chosen: { ...chosen, like_new: e.currentTarget.checked } })}
      />
    </>
  );
}

export function RuleFields(p: FieldsProps) {
  const t = useTexts();
  const { rule, faults, onChange } = p;
  const words = t.holds.ruleEditor;
  return (
    <div className={css.fields}>
      <div className={css.pair}>
        <TextInput
          label={t.holds.name}
          value={rule.name}
          error={faults['name']}
          onChange={(e) => onChange({ ...rule, name: e.currentTarget.value })}
          maxLength={80}
        />
        <Switch
          className={css.check}
          label={t.holds.on}
          checked={rule.on}
          onChange={(e) => onChange({ ...rule, on: e.currentTarget.checked })}
        />
      </div>
      <p className="small soft">
        {words.all} {words.either}
      </p>
      {faults['when'] ? (
        <p className={css.bad} role="alert">
          {faults['when']}
        </p>
      ) : null}
      <div className={css.pair}>
        <ModelPart {...p} />
        <DevicePart {...p} />
      </div>
      <AnswersChosen
        value={rule.chosen.answers ?? {}}
        questions={p.context.choices.questions}
        faults={faults}
        onChange={(answers) => onChange({ ...rule, chosen: { ...rule.chosen, answers } })}
      />
    </div>
  );
}
