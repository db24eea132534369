/** A check at a glance: what its failure means for grade, offer and photos. */
import { IconCamera } from '@tabler/icons-react';
import { Pill, type Tone } from '../../parts/Mark.tsx';
import { useSpeech } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import css from './Checklists.module.css';
import { meaningOf, type Check, type Meaning } from './draft.ts';

/** The words of a question and one of its answers; keys where the shop no longer has them. */
export function useAnswerText(asked: Asked): (question: string, answer: string) => string {
  const { locale } = useSpeech();
  return (key, answered) => {
    const question = asked.find((one) => one.key === key);
    const answer = question?.answers.find((one) => one.key === answered);
    return `${question?.label[locale] ?? key} – ${answer?.label[locale] ?? (answered || '…')}`;
  };
}

const TONES: Record<Meaning, Tone> = {
  none: 'grey',
  B: 'amber',
  C: 'amber',
  D: 'red',
  E: 'red',
  faulty: 'amber',
  dead: 'red',
};

export function Summary({ check, asked }: { check: Check; asked: Asked }) {
  const { texts: t } = useSpeech();
  const inWords = useAnswerText(asked);
  const words = t.checklists;
  const { grades, functionals } = t.desk.inspection;
  const names: Readonly<Record<string, string>> = { ...grades, ...functionals };
  const meaning = meaningOf(check);
  return (
    <span className={`small soft ${css.summary}`}>
      <Pill tone={TONES[meaning]} dot={false}>
        {meaning === 'none' ? words.noGrade : words.atBest(names[meaning] ?? meaning)}
      </Pill>
      {check.question === undefined ? null : (
        <span>{inWords(check.question, check.answer_on_fail ?? '')}</span>
      )}
      {check.photo === 'never' ? null : (
        <span className={css.photo}>
          <IconCamera size={14} aria-hidden /> {words.photoShort[check.photo]}
        </span>
      )}
    </span>
  );
}
