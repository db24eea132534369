/** What a rule asks of a device, in a line: for lists, versions, and those who may only look. */
import type { OwnershipRule, RuleChoices } from '../../contract/holds.ts';
import { moneyText } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { useSpeech } from '../texts.tsx';
import type { Names } from './RuleChoices.tsx';
import css from './RuleEditor.module.css';

export type Context = { choices: RuleChoices; names: Names; currency: string };

const MOST = 4;

/** The first few, and how many more there are. */
function few(all: readonly string[]): string {
  return all.length > MOST ? `${all.slice(0, MOST).join(', ')} +${all.length - MOST}` : all.join(', ');
}

/** Each condition in words. */
function useConditions({ choices, names, currency }: Context) {
  const { texts: t, locale } = useSpeech();
  const words = t.holds.ruleEditor.sum;
  return (when: OwnershipRule['when']): string[] => {
    const answers = Object.entries(when.answers ?? {}).map(([key, keys]) => {
      const question = choices.questions.find((one) => one.key === key);
      const said = keys.map((one) => question?.answers.find((a) => a.key === one)?.label ?? one);
      return `${question?.label ?? key} ${few(said) || '…'}`;
    });
    return [
      when.model_ids?.length ? `${words.models}: ${few(when.model_ids.map((id) => names[id] ?? id))}` : '',
      when.brands?.length ? `${words.brands}: ${few(when.brands)}` : '',
      when.name_contains ? words.contains(when.name_contains) : '',
      when.released_within_months === undefined ? '' : words.months(when.released_within_months),
      when.like_new ? t.holds.likeNew : '',
      ...answers,
      when.above_minor === undefined
        ? ''
        : words.above(moneyText({ minor: when.above_minor, currency }, locale)),
      when.spot_check_percent === undefined
        ? ''
        : words.percent(new Intl.NumberFormat(locale).format(when.spot_check_percent)),
    ].filter((one) => one !== '');
  };
}

export function RuleSummary({ rule, context }: { rule: OwnershipRule; context: Context }) {
  const { texts: t } = useSpeech();
  const conditions = useConditions(context)(rule.when);
  return (
    <span className={`small soft ${css.summary}`}>
      {rule.on ? null : (
        <Pill tone="grey" dot={false}>
          {t.holds.ruleEditor.off}
        </Pill>
      )}
      <span>{conditions.join(' · ') || t.holds.ruleEditor.nothing}</span>
    </span>
  );
}
