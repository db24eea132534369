/** Marks checks as failed and shows what the list as it stands here would make of it. */
import { Button, Checkbox, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../../client.ts';
import type { ChecklistTrial } from '../../../contract/inspection.ts';
import { ErrorBox, Panel } from '../../parts/Panel.tsx';
import { useSpeech } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import css from './Checklists.module.css';
import { bodyOf, checkById, idsOf, type Draft } from './draft.ts';
import { useAnswerText } from './Summary.tsx';

function Found({ trial, draft, asked }: { trial: ChecklistTrial; draft: Draft; asked: Asked }) {
  const { texts: t, locale } = useSpeech();
  const inWords = useAnswerText(asked);
  const { grades, functionals } = t.desk.inspection;
  const words = t.checklists;
  const nameOf = (id: string) => checkById(draft, id)?.label[locale] || id;
  const why = [...new Set(trial.because.map((one) => nameOf(one.check)))];
  const answers = Object.entries(trial.answers);
  return (
    <div role="status" className={css.found} data-grade={`${trial.cosmetic} ${trial.functional}`}>
      <p>
        {words.tryGrade}:{' '}
        <strong>
          {grades[trial.cosmetic]}, {functionals[trial.functional]}
        </strong>
      </p>
      {why.length > 0 ? (
        <p className="small">
          {words.tryBecause}: {why.join('; ')}
        </p>
      ) : null}
      {answers.length > 0 ? (
        <>
          <p className="small">{words.tryAnswers}:</p>
          <ul className="small">
            {answers.map(([question, answer]) => (
              <li key={question}>{inWords(question, answer)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {trial.photos.length > 0 ? (
        <p className="small">
          {words.tryPhotos}: {trial.photos.map(nameOf).join('; ')}
        </p>
      ) : null}
    </div>
  );
}

export function TryIt({ category, draft, asked }: { category: string; draft: Draft; asked: Asked }) {
  const { texts: t, locale } = useSpeech();
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const body = JSON.stringify({ body: bodyOf(draft), failed: idsOf(draft, failed) });
  // As text: an object made anew with each drawing would never come to rest.
  const [sent] = useDebouncedValue(body, 250);
  const trial = useQuery({
    queryKey: ['checklist-trial', category, sent],
    queryFn: () => post<ChecklistTrial>(`/api/checklists/${category}/try`, JSON.parse(sent)),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const turn = (key: string, on: boolean) =>
    setFailed(new Set([...[...failed].filter((one) => one !== key), ...(on ? [key] : [])]));
  return (
    <Panel title={t.checklists.tryIt}>
      <Stack gap="sm">
        <p className="small soft">{t.checklists.tryHelp}</p>
        {trial.error ? <ErrorBox error={trial.error} retry={() => void trial.refetch()} /> : null}
        {trial.data ? <Found trial={trial.data} draft={draft} asked={asked} /> : null}
        <div className={css.marks}>
          {draft.rows
            .filter((row) => !row.gone)
            .map((row) => (
              <Checkbox
                key={row.key}
                size="sm"
                label={row.check.label[locale].trim() || t.checklists.noText}
                checked={failed.has(row.key)}
                onChange={(e) => turn(row.key, e.currentTarget.checked)}
              />
            ))}
        </div>
        {failed.size > 0 ? (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setFailed(new Set())}>
              {t.checklists.tryClear}
            </Button>
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}
