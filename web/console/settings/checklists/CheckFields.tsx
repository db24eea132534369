/** One check opened: its words in five languages, what a failure leads to, what it answers, its photo. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { QuestionSet } from '../../../contract/catalog.ts';
import type { ChecklistFault } from '../../../contract/inspection.ts';
import { useSpeech } from '../../texts.tsx';
import css from './Checklists.module.css';
import {
  COSMETIC,
  FUNCTIONAL,
  LOCALES,
  filled,
  meaningOf,
  withMeaning,
  withQuestion,
  type Check,
  type RowFaults,
} from './draft.ts';

export type Asked = QuestionSet['questions'];

type FieldsProps = {
  check: Check;
  asked: Asked;
  faults: RowFaults | undefined;
  readOnly: boolean;
  onChange: (check: Check) => void;
};

/** The server's faults in the reader's language. */
export function useFaultText(): (fault: ChecklistFault | undefined) => string | undefined {
  const { texts: t } = useSpeech();
  const known: Readonly<Record<string, string>> = t.checklists.fault;
  return (fault) => fault && (known[fault.code] ?? fault.why);
}

function Words({ check, faults, readOnly, onChange }: FieldsProps) {
  const { texts: t, locale: mine } = useSpeech();
  const say = useFaultText();
  const texts = LOCALES.map((locale) => check.label[locale].trim());
  const some = texts.some((text) => text !== '') && texts.includes('');
  return (
    <>
      <div className={css.words}>
        {LOCALES.map((locale) => (
          <TextInput
            key={locale}
            label={t.workflow.languages[locale]}
            lang={locale}
            value={check.label[locale]}
            maxLength={120}
            readOnly={readOnly}
            spellCheck
            error={say(faults?.[`label.${locale}`])}
            onChange={(e) =>
              onChange({ ...check, label: { ...check.label, [locale]: e.currentTarget.value } })
            }
          />
        ))}
      </div>
      {some && !readOnly ? (
        <Button size="compact-sm" variant="default" onClick={() => onChange(filled(check, mine))}>
          {t.checklists.fill}
        </Button>
      ) : null}
    </>
  );
}

/** Answers a failure can mean: sure ones, and not the best, which a failure would not change. */
function answersOf(question: Asked[number] | undefined) {
  return (question?.answers ?? []).filter((one) => one.unsure !== true).slice(1);
}

function Link({ check, asked, faults, readOnly, onChange }: FieldsProps) {
  const { texts: t, locale } = useSpeech();
  const say = useFaultText();
  const words = t.checklists;
  const question = asked.find((one) => one.key === check.question);
  const answers = answersOf(question).map((one) => ({ value: one.key, label: one.label[locale] ?? one.key }));
  const { answer_on_fail: answer = '' } = check;
  const unsaid = answer !== '' && !answers.some((one) => one.value === answer);
  return (
    <>
      <NativeSelect
        label={words.question}
        value={check.question ?? ''}
        disabled={readOnly}
        error={say(faults?.['question'])}
        onChange={(e) => onChange(withQuestion(check, e.currentTarget.value))}
        data={[
          { value: '', label: words.noQuestion },
          ...asked.map((one) => ({ value: one.key, label: one.label[locale] ?? one.key })),
          ...(check.question && !question
            ? [{ value: check.question, label: words.notAsked(check.question) }]
            : []),
        ]}
      />
      {check.question === undefined ? null : (
        <NativeSelect
          label={words.answer}
          value={answer}
          disabled={readOnly}
          error={say(faults?.['answer_on_fail'])}
          onChange={(e) => onChange({ ...check, answer_on_fail: e.currentTarget.value })}
          data={[
            { value: '', label: words.chooseAnswer },
            ...answers,
            ...(unsaid ? [{ value: answer, label: words.notSaid(answer) }] : []),
          ]}
        />
      )}
    </>
  );
}

export function CheckFields(p: FieldsProps) {
  const { texts: t } = useSpeech();
  const say = useFaultText();
  const { check, readOnly, onChange } = p;
  const words = t.checklists;
  const { grades, functionals } = t.desk.inspection;
  const photos = (['never', 'on_fail', 'always'] as const).map((value) => ({
    value,
    label: words.photos[value],
  }));
  return (
    <div className={css.fields}>
      <Words {...p} />
      <div className={css.pair}>
        <NativeSelect
          label={words.fails}
          value={meaningOf(check)}
          disabled={readOnly}
          error={say(p.faults?.['on_fail'])}
          onChange={(e) => onChange(withMeaning(check, e.currentTarget.value))}
          data={[
            { value: 'none', label: words.noGrade },
            { group: words.looks, items: COSMETIC.map((value) => ({ value, label: grades[value] })) },
            { group: words.works, items: FUNCTIONAL.map((value) => ({ value, label: functionals[value] })) },
          ]}
        />
        <NativeSelect
          label={words.photo}
          value={check.photo}
          disabled={readOnly}
          onChange={(e) => {
            const photo = photos.find((one) => one.value === e.currentTarget.value)?.value;
            if (photo) onChange({ ...check, photo });
          }}
          data={photos}
        />
        <Link {...p} />
      </div>
    </div>
  );
}
