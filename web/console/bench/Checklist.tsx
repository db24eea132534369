/** Findings while they are made. Every change is saved after a breath; somebody else's save is merged, not lost. */
import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { get, post, problemOf, put } from '../../client.ts';
import type { Check, CheckResult, Functional, Grade, Inspection } from '../../contract/cases.ts';
import type { ChecklistBody } from '../../contract/inspection.ts';
import css from '../case/Case.module.css';
import moveCss from '../moves/Moves.module.css';
import type { Tone } from '../parts/Mark.tsx';
import { Photos } from '../photos/Photos.tsx';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { refreshCase } from '../shell/live.ts';
import { useSpeech, useTexts } from '../texts.tsx';
import benchCss from './Bench.module.css';
import { Suggested } from './Suggested.tsx';

type Findings = Pick<
  Inspection,
  'checks' | 'cosmetic_grade' | 'functional_grade' | 'battery_percent' | 'note'
>;

const RESULTS: readonly CheckResult[] = ['pass', 'fail', 'not_applicable'];
const TONES: Record<CheckResult, Tone> = { pass: 'green', fail: 'red', not_applicable: 'grey' };
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];
const FUNCTIONALS: readonly Functional[] = ['works', 'faulty', 'dead'];

function findingsOf(i: Inspection): Findings {
  return {
    checks: i.checks,
    cosmetic_grade: i.cosmetic_grade,
    functional_grade: i.functional_grade,
    battery_percent: i.battery_percent,
    note: i.note,
  };
}

/** Saves in order, one at a time; on a stale version takes the newer one, puts ours on top and says so. */
function useSaving(inspection: Inspection) {
  const version = useRef(inspection.version);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const [merged, setMerged] = useState(false);
  const save = useMutation({
    mutationFn: (findings: Findings) => {
      const send = async () => {
        try {
          const fresh = await put<Inspection>(`/api/inspections/${inspection.id}`, findings, version.current);
          version.current = fresh.version;
        } catch (error) {
          const status = problemOf(error)?.status;
          if (status !== 412 && status !== 409) throw error;
          const newer = await get<Inspection>(`/api/inspections/${inspection.id}`);
          if (newer.state !== 'open') throw error;
          const both = { ...findings, checks: { ...newer.checks, ...findings.checks } };
          const fresh = await put<Inspection>(`/api/inspections/${inspection.id}`, both, newer.version);
          version.current = fresh.version;
          setMerged(true);
        }
      };
      const next = chain.current.then(send, send);
      chain.current = next.catch(() => undefined);
      return next;
    },
  });
  return { save, merged };
}

function OneCheck({
  id,
  name,
  check,
  itemId,
  checkId,
  photo,
  onSet,
}: {
  id: string;
  itemId: string;
  checkId: string;
  photo: ChecklistBody['checks'][number]['photo'];
  name: string;
  check: Check | undefined;
  onSet: (check: Check) => void;
}) {
  const t = useTexts();
  return (
    <li className={css.check}>
      <span id={`check-${id}`}>{name}</span>
      <span className={css.three} role="radiogroup" aria-labelledby={`check-${id}`}>
        {RESULTS.map((result) => (
          <button
            key={result}
            type="button"
            role="radio"
            data-tone={TONES[result]}
            aria-checked={check?.result === result}
            onClick={() => onSet({ ...(check?.note ? { note: check.note } : {}), result })}
          >
            {t.desk.inspection[result]}
          </button>
        ))}
      </span>
      {check?.result === 'fail' ? (
        <TextInput
          className={benchCss.wide}
          size="xs"
          aria-label={`${t.desk.inspection.note}: ${name}`}
          placeholder={t.desk.inspection.note}
          value={check.note ?? ''}
          maxLength={500}
          onChange={(e) =>
            onSet({ result: 'fail', ...(e.currentTarget.value ? { note: e.currentTarget.value } : {}) })
          }
        />
      ) : null}
      {check?.result === 'fail' || (photo === 'always' && check?.result === 'pass') ? (
        <div className={benchCss.wide}>
          <Photos itemId={itemId} check={checkId} />
        </div>
      ) : null}
    </li>
  );
}

type Choice<V extends string> = {
  label: string;
  value: V | null;
  options: readonly V[];
  names: Record<V, string>;
  onPick: (v: V) => void;
};

function Choices<V extends string>({ label, value, options, names, onPick }: Choice<V>) {
  return (
    <div>
      <div>{label}</div>
      <div className={moveCss.choices} role="radiogroup" aria-label={label}>
        {options.map((o) => (
          <button
            key={o}
            type="button"
            role="radio"
            aria-checked={value === o}
            className={moveCss.choice}
            onClick={() => onPick(o)}
          >
            {names[o]}
          </button>
        ))}
      </div>
    </div>
  );
}

type ChecklistProps = {
  inspection: Inspection;
  list: ChecklistBody;
  itemId: string;
  caseId: string;
};

export function Checklist({ inspection, list, itemId, caseId }: ChecklistProps) {
  const t = useTexts();
  const { locale } = useSpeech();
  const checks = list.checks;
  const [value, setValue] = useState<Findings>(() => findingsOf(inspection));
  const { save, merged } = useSaving(inspection);
  const later = useDebouncedCallback((next: Findings) => save.mutate(next), {
    delay: 350,
    flushOnUnmount: true,
  });
  const set = (part: Partial<Findings>) => {
    const next = { ...value, ...part };
    setValue(next);
    later(next);
  };
  const setCheck = (id: string, check: Check) => set({ checks: { ...value.checks, [id]: check } });
  const done = checks.filter((c) => value.checks[c.id]).length;
  const complete = useMutation({
    mutationFn: async () => {
      // What still waits would be sent after the end, and be refused.
      later.cancel();
      await save.mutateAsync(value);
      return await post<Inspection>(`/api/inspections/${inspection.id}/complete`);
    },
    onSuccess: () => {
      say(t.desk.inspection.completed);
      refreshCase(caseId, [itemId]);
    },
  });
  const passRest = () => {
    const rest = checks
      .filter((c) => !value.checks[c.id])
      .map((c): [string, Check] => [c.id, { result: 'pass' }]);
    set({ checks: { ...value.checks, ...Object.fromEntries(rest) } });
  };
  const ready = done === checks.length && value.cosmetic_grade !== null && value.functional_grade !== null;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <span className="small soft num">{t.desk.inspection.progress(done, checks.length)}</span>
        <span className="small soft" aria-live="polite">
          {save.isPending ? t.desk.inspection.saving : save.isSuccess ? t.desk.inspection.autosaved : ''}
        </span>
        {done < checks.length ? (
          <Button size="compact-xs" variant="default" onClick={passRest}>
            {t.desk.inspection.allPass}
          </Button>
        ) : null}
      </Group>
      {merged ? <Note tone="warn">{t.errors.stale}</Note> : null}
      {save.error ? <ErrorBox error={save.error} retry={() => save.mutate(value)} /> : null}
      <ul className={css.checks}>
        {checks.map((c) => (
          <OneCheck
            key={c.id}
            id={`${itemId}-${c.id}`}
            itemId={itemId}
            checkId={c.id}
            photo={c.photo}
            name={c.label[locale]}
            check={value.checks[c.id]}
            onSet={(check) => setCheck(c.id, check)}
          />
        ))}
      </ul>
      <Suggested inspectionId={inspection.id} list={list} saves={save.isSuccess ? save.submittedAt : 0} />
      <Choices
        label={t.desk.inspection.cosmetic}
        value={value.cosmetic_grade}
        options={GRADES}
        names={t.desk.inspection.grades}
        onPick={(v) => set({ cosmetic_grade: v })}
      />
      <Choices
        label={t.desk.inspection.functional}
        value={value.functional_grade}
        options={FUNCTIONALS}
        names={t.desk.inspection.functionals}
        onPick={(v) => set({ functional_grade: v })}
      />
      <div className={moveCss.fields}>
        <NumberInput
          label={`${t.desk.inspection.battery} (${t.words.optional})`}
          value={value.battery_percent ?? ''}
          min={0}
          max={100}
          allowDecimal={false}
          onChange={(v) => set({ battery_percent: typeof v === 'number' ? v : null })}
        />
        <Textarea
          label={`${t.desk.inspection.remark} (${t.words.optional})`}
          value={value.note ?? ''}
          onChange={(e) => set({ note: e.currentTarget.value || null })}
          autosize
          minRows={1}
          maxLength={2000}
        />
      </div>
      {complete.error ? <ErrorBox error={complete.error} /> : null}
      <Group>
        <Button size="xs" disabled={!ready} loading={complete.isPending} onClick={() => complete.mutate()}>
          {t.desk.inspection.complete}
        </Button>
      </Group>
    </Stack>
  );
}
