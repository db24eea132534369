/** A check at a glance: what its failure means for grade, offer and photos. */
import { IconCamera } from '@tabler/icons-react';
import { Pill, type Tone } from '../../parts/Mark.tsx';
import { useSpeech } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import css from './Checklists.module.css';
import { meaningOf, type Check, type Meaning } from './draft.ts';

/** The words of a question and one of its answers; where the shop no longer has them, it says so. */
export function useAnswerText(asked: Asked): (question: string, answer: string) => string {
  const { texts: t, locale } = useSpeech();
  return (key, answered) => {
    const question = asked.find((one) => one.key === key);
    if (!question) return t.checklists.notAsked(key);
    const answer = question.answers.find((one) => one.key === answered);
    const said = answer?.label[locale] ?? (answered && t.checklists.notSaid(answered));
    return `${question.label[locale] ?? key} – ${said || '…'}`;
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
  const question = asked.find((one) => one.key === check.question);
  const lost = !question?.answers.some((one) => one.key === check.answer_on_fail);
  return (
    <span className={`small soft ${css.summary}`}>
      <Pill tone={TONES[meaning]} dot={false}>
        {meaning === 'none' ? words.noGrade : words.atBest(names[meaning] ?? meaning)}
      </Pill>
      {check.question === undefined ? null : (
        <span data-lost={lost ? '' : undefined}>{inWords(check.question, check.answer_on_fail ?? '')}</span>
      )}
      {check.photo === 'never' ? null : (
        <span className={css.photo}>
          <IconCamera size={14} aria-hidden /> {words.photoShort[check.photo]}
        </span>
      )}
    </span>
  );
}
