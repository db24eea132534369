/** One check: what the seller said, the result, a note and photos. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Check, CheckResult } from '../../contract/cases.ts';
import type { ChecklistBody, ToldDevice } from '../../contract/inspection.ts';
import caseCss from '../case/Case.module.css';
import { Pill, type Tone } from '../parts/Mark.tsx';
import { Photos } from '../photos/Photos.tsx';
import { useSpeech } from '../texts.tsx';
import { besideCheck } from './beside.ts';
import css from './Inspection.module.css';

const RESULTS: readonly CheckResult[] = ['pass', 'fail', 'not_applicable'];
export const TONES: Record<CheckResult, Tone> = { pass: 'green', fail: 'red', not_applicable: 'grey' };

type OneCheckProps = {
  itemId: string;
  listed: ChecklistBody['checks'][number];
  check: Check | undefined;
  told: ToldDevice | undefined;
  onSet: (check: Check) => void;
  noteOpen: boolean;
  onNote: (open: boolean) => void;
  /** The note is written: back to the check. */
  onNoted: () => void;
};

/** Left and right walk the results, as in every group of radio buttons; Space chooses. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])];
  const at = all.indexOf(event.currentTarget);
  all[(at + by + all.length) % all.length]?.focus();
}

function Results({ p, labelId }: { p: OneCheckProps; labelId: string }) {
  const { texts: t } = useSpeech();
  const chosen = p.check?.result ?? 'pass';
  return (
    <span className={caseCss.three} role="radiogroup" aria-labelledby={labelId}>
      {RESULTS.map((result) => (
        <button
          key={result}
          type="button"
          role="radio"
          data-tone={TONES[result]}
          aria-checked={p.check?.result === result}
          tabIndex={chosen === result ? 0 : -1}
          onKeyDown={walk}
          onClick={() => p.onSet({ ...(p.check?.note ? { note: p.check.note } : {}), result })}
        >
          {t.desk.inspection[result]}
        </button>
      ))}
    </span>
  );
}

function NoteField({ p, check }: { p: OneCheckProps; check: Check }) {
  const { texts: t, locale } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const words = check.result === 'fail' ? t.desk.inspection.note : t.inspection.note;
  useEffect(() => {
    if (p.noteOpen) field.current?.focus();
  }, [p.noteOpen]);
  return (
    <TextInput
      ref={field}
      className={css.wide ?? ''}
      size="xs"
      aria-label={`${words}: ${p.listed.label[locale]}`}
      placeholder={words}
      value={check.note ?? ''}
      maxLength={500}
      onBlur={() => p.onNote(false)}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || e.nativeEvent.isComposing) return;
        e.preventDefault();
        p.onNoted();
      }}
      onChange={(e) =>
        p.onSet({
          result: check.result,
          ...(e.currentTarget.value ? { note: e.currentTarget.value } : {}),
        })
      }
    />
  );
}

export function OneCheck(p: OneCheckProps) {
  const { texts: t, locale } = useSpeech();
  const { listed, check } = p;
  const name = listed.label[locale];
  const labelId = `check-${p.itemId}-${listed.id}`;
  const beside = p.told ? besideCheck(listed, check?.result, p.told) : null;
  const noted = check !== undefined && (check.result === 'fail' || Boolean(check.note) || p.noteOpen);
  return (
    <li className={`${caseCss.check} ${css.check}`} data-check-id={listed.id}>
      <span>
        <span id={labelId}>{name}</span>
        {beside ? (
          <span className={`${css.said} small soft`} data-differs={beside.differs || undefined}>
            {t.inspection.said(beside.said[locale])}
            {beside.differs ? <Pill tone="amber">{t.inspection.differs}</Pill> : null}
          </span>
        ) : null}
      </span>
      <span className={css.result}>
        {check && !noted ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`${t.inspection.addNote}: ${name}`}
            onClick={() => p.onNote(true)}
          >
            <IconMessagePlus size={16} />
          </ActionIcon>
        ) : null}
        <Results p={p} labelId={labelId} />
      </span>
      {check && noted ? <NoteField p={p} check={check} /> : null}
      {check?.result === 'fail' || (listed.photo === 'always' && check?.result === 'pass') ? (
        <div className={css.wide}>
          <Photos itemId={p.itemId} check={listed.id} />
        </div>
      ) : null}
    </li>
  );
}
