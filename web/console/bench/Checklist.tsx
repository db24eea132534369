/** Findings while they are made. Every change is saved after a breath; somebody else's save is merged, not lost. */
import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { post, problemOf } from '../../client.ts';
import type { Check, CheckResult, Functional, Grade, Inspection } from '../../contract/cases.ts';
import type { ChecklistBody, FullInspection, ToldDevice } from '../../contract/inspection.ts';
import css from '../case/Case.module.css';
import { ByHand } from '../inspection/ByHand.tsx';
import { Choices } from '../inspection/Choices.tsx';
import { askAgain } from '../inspection/data.ts';
import { focusCheck, useCheckKeys } from '../inspection/keys.ts';
import { OneCheck } from '../inspection/OneCheck.tsx';
import { findingsOf, useSaving, type Findings } from '../inspection/saving.ts';
import { Timer } from '../inspection/Timer.tsx';
import moveCss from '../moves/Moves.module.css';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import { Suggested } from './Suggested.tsx';

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];
const FUNCTIONALS: readonly Functional[] = ['works', 'faulty', 'dead'];

type ChecklistProps = {
  inspection: FullInspection;
  list: ChecklistBody;
  told: ToldDevice | undefined;
  itemId: string;
  caseId: string;
  /** Begun or taken over just now: the first open check gets the focus. */
  focus: boolean;
};

/** The findings as they stand here, saved as they change, and completing them. */
function useFindings({ inspection, itemId, caseId }: ChecklistProps) {
  const t = useTexts();
  const [value, setValue] = useState<Findings>(() => findingsOf(inspection));
  const saving = useSaving(inspection);
  const { save } = saving;
  const later = useDebouncedCallback((next: Findings) => save.mutate(next), {
    delay: 350,
    flushOnUnmount: true,
  });
  const set = (part: Partial<Findings>) => {
    const next = { ...value, ...part };
    setValue(next);
    later(next);
  };
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
    onError: (error) => (problemOf(error)?.code === 'inspection_taken' ? askAgain(inspection.id) : undefined),
  });
  return { value, set, complete, ...saving };
}

type Work = ReturnType<typeof useFindings>;

function Progress({ work, list }: { work: Work; list: ChecklistBody }) {
  const t = useTexts();
  const { value, set, save, spent } = work;
  const open = list.checks.filter((c) => !value.checks[c.id]);
  const passRest = () => {
    const rest = open.map((c): [string, Check] => [c.id, { result: 'pass' }]);
    set({ checks: { ...value.checks, ...Object.fromEntries(rest) } });
  };
  return (
    <Group justify="space-between" gap="xs">
      <span className="small soft num">
        {t.desk.inspection.progress(list.checks.length - open.length, list.checks.length)}
      </span>
      <Timer spent={spent} />
      <span className="small soft" aria-live="polite">
        {save.isPending ? t.desk.inspection.saving : save.isSuccess ? t.desk.inspection.autosaved : ''}
      </span>
      {open.length > 0 ? (
        <Button size="compact-xs" variant="default" onClick={passRest}>
          {t.desk.inspection.allPass}
        </Button>
      ) : null}
    </Group>
  );
}

function Judgement({ work, inspectionId, list }: { work: Work; inspectionId: string; list: ChecklistBody }) {
  const t = useTexts();
  const { value, set, save } = work;
  return (
    <>
      <Suggested inspectionId={inspectionId} list={list} saves={save.isSuccess ? save.submittedAt : 0} />
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
    </>
  );
}

export function Checklist(p: ChecklistProps) {
  const t = useTexts();
  const { list, itemId } = p;
  const work = useFindings(p);
  const { value, set, complete, save, merged } = work;
  const [noteOf, setNoteOf] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLUListElement>(null);
  const open = list.checks.filter((c) => !value.checks[c.id]).map((c) => c.id);
  const ready = open.length === 0 && value.cosmetic_grade !== null && value.functional_grade !== null;
  const setCheck = (id: string, check: Check) => set({ checks: { ...value.checks, [id]: check } });
  const keys = useCheckKeys({
    list: lines,
    ids: list.checks.map((c) => c.id),
    open,
    onResult: (id: string, result: CheckResult) => setCheck(id, { ...value.checks[id], result }),
    onNote: (id) => (value.checks[id] ? setNoteOf(id) : undefined),
    onComplete: () => {
      if (ready && !complete.isPending) complete.mutate();
      else if (open.length > 0) focusCheck(lines.current, open[0]);
      else form.current?.querySelector<HTMLElement>('[data-missing] [role=radio]')?.focus();
    },
  });
  const first = open[0];
  const greeted = useRef(!p.focus);
  useEffect(() => {
    if (greeted.current) return;
    greeted.current = true;
    focusCheck(lines.current, first);
  }, [first]);
  return (
    <Stack gap="md" ref={form} {...keys}>
      <Progress work={work} list={list} />
      {merged ? <Note tone="warn">{t.errors.stale}</Note> : null}
      {save.error ? <ErrorBox error={save.error} retry={() => save.mutate(value)} /> : null}
      <ul className={css.checks} ref={lines}>
        {list.checks.map((c) => (
          <OneCheck
            key={c.id}
            itemId={itemId}
            listed={c}
            check={value.checks[c.id]}
            told={p.told}
            onSet={(check) => setCheck(c.id, check)}
            noteOpen={noteOf === c.id}
            onNote={(is) => setNoteOf(is ? c.id : null)}
            onNoted={() => focusCheck(lines.current, c.id)}
          />
        ))}
      </ul>
      {p.told ? <ByHand told={p.told} value={value} set={set} /> : null}
      <Judgement work={work} inspectionId={p.inspection.id} list={list} />
      {complete.error ? <ErrorBox error={complete.error} /> : null}
      <Group>
        <Button size="xs" disabled={!ready} loading={complete.isPending} onClick={() => complete.mutate()}>
          {t.desk.inspection.complete}
        </Button>
      </Group>
    </Stack>
  );
}
