/** Small marks: a tone with a word, never a colour alone. */
import { IconClockHour4, IconFlame } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Money } from '../../contract/session.ts';
import { useSpeech } from '../texts.tsx';
import { ageText, moneyText, nameOf, whenText } from './format.ts';
import css from './Mark.module.css';
import { useNow } from './now.ts';

export type Tone = 'grey' | 'green' | 'amber' | 'red' | 'blue' | 'violet' | 'teal';

const STAGE_TONES: Readonly<Record<string, Tone>> = {
  leads: 'grey',
  in_transit: 'blue',
  being_inspected: 'violet',
  on_hold: 'amber',
  not_as_described: 'amber',
  payout_processing: 'teal',
  completed: 'green',
  returned: 'grey',
  return: 'amber',
};

const STATE_TONES: Readonly<Record<string, Tone>> = {
  ready: 'teal',
  submitted: 'blue',
  paid: 'green',
  failed: 'red',
  cancelled: 'grey',
  held: 'amber',
  sent: 'green',
  queued: 'blue',
  outbox: 'amber',
  open: 'amber',
};

export function stageTone(stage: string, status?: string): Tone {
  if (status === 'failed' || status === 'delayed') return 'red';
  return STAGE_TONES[stage] ?? 'grey';
}

export function stateTone(state: string): Tone {
  return STATE_TONES[state] ?? 'grey';
}

export function Pill({ tone, children, dot = true }: { tone: Tone; children: ReactNode; dot?: boolean }) {
  return (
    <span className={css.pill} data-tone={tone}>
      {dot ? <span className={css.dot} aria-hidden /> : null}
      <span>{children}</span>
    </span>
  );
}

/** Stage and status of an item in words. */
export function Place({ stage, status, short }: { stage: string; status: string; short?: boolean }) {
  const { texts } = useSpeech();
  const name = nameOf(texts.workflow.statuses, status);
  const stageName = nameOf(texts.workflow.stages, stage);
  return (
    <Pill tone={stageTone(stage, status)}>
      {short || stageName === name ? name : `${stageName} · ${name}`}
    </Pill>
  );
}

export function Amount({ value, strong }: { value: Money | null | undefined; strong?: boolean }) {
  const { locale } = useSpeech();
  const text = moneyText(value, locale);
  return strong ? <strong className="num">{text}</strong> : <span className="num">{text}</span>;
}

/** An instant as its age, with the full date for those who hover or listen. */
export function Ago({ at }: { at: string }) {
  const { texts, locale } = useSpeech();
  const now = useNow();
  const full = whenText(at, locale);
  return (
    <time dateTime={at} title={full} className="num">
      {ageText(now - Date.parse(at), texts.time)}
    </time>
  );
}

export function When({ at }: { at: string }) {
  const { locale } = useSpeech();
  return (
    <time dateTime={at} className="num">
      {whenText(at, locale)}
    </time>
  );
}

/** How a due date stands: overdue red, within a day amber, later grey; always in words as well. */
export function Due({ at }: { at: string | null }) {
  const { texts, locale } = useSpeech();
  const now = useNow();
  if (!at) return null;
  const left = Date.parse(at) - now;
  const tone: Tone = left < 0 ? 'red' : left < 86_400_000 ? 'amber' : 'grey';
  const age = ageText(left, texts.time);
  const Icon = left < 0 ? IconFlame : IconClockHour4;
  return (
    <time dateTime={at} className={css.due} data-tone={tone} title={whenText(at, locale)}>
      <Icon size={13} aria-hidden stroke={1.8} />
      {left < 0 ? texts.time.overdue(age) : texts.time.due(age)}
    </time>
  );
}
