/** The checklist of an item: opened, saved as one goes, completed; afterwards a summary. */
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { CaseItem, Inspection } from '../../contract/cases.ts';
import type { InspectionChecklist } from '../../contract/inspection.ts';
import css from '../case/Case.module.css';
import { nameOf } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import { Checklist } from './Checklist.tsx';

function Summary({ inspection }: { inspection: Inspection }) {
  const t = useTexts();
  const failed = Object.entries(inspection.checks).filter(([, c]) => c.result === 'fail');
  return (
    <div>
      <dl className={css.numbers}>
        <div>
          <dt>{t.desk.inspection.cosmetic}</dt>
          <dd>{inspection.cosmetic_grade ? t.desk.inspection.grades[inspection.cosmetic_grade] : '—'}</dd>
        </div>
        <div>
          <dt>{t.desk.inspection.functional}</dt>
          <dd>
            {inspection.functional_grade ? t.desk.inspection.functionals[inspection.functional_grade] : '—'}
          </dd>
        </div>
        {inspection.battery_percent === null ? null : (
          <div>
            <dt>{t.desk.inspection.battery}</dt>
            <dd className="num">{inspection.battery_percent}</dd>
          </div>
        )}
      </dl>
      {failed.length > 0 ? (
        <ul>
          {failed.map(([id, c]) => (
            <li key={id}>
              {nameOf(t.desk.inspection.checks, id)}
              {c.note ? `: ${c.note}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {inspection.note ? <p className="soft">{inspection.note}</p> : null}
    </div>
  );
}

export function InspectionPart({
  item,
  caseId,
  editable,
}: {
  item: CaseItem;
  caseId: string;
  editable: boolean;
}) {
  const t = useTexts();
  const [open, setOpen] = useState(true);
  const start = useMutation({
    mutationFn: () => post<Inspection>(`/api/items/${item.id}/inspection`),
    onSuccess: () => {
      setOpen(true);
      refreshCase(caseId, [item.id]);
    },
  });
  const now =
    start.data && (!item.inspection || start.data.number > item.inspection.number)
      ? start.data
      : item.inspection;
  // The list this inspection began with, even when the shop has changed it since.
  const list = useQuery({
    queryKey: ['checklist-of', now?.id],
    queryFn: ({ signal }) =>
      get<InspectionChecklist>(`/api/inspections/${now?.id}/checklist`, undefined, signal),
    staleTime: Infinity,
    enabled: editable && now?.state === 'open',
  });
  const complete = now?.state === 'complete';
  if (!now && !(editable && item.status === 'testing')) return null;
  const failed = Object.values(now?.checks ?? {}).filter((c) => c.result === 'fail').length;
  return (
    <div className={css.part}>
      <div className={css.partHead}>
        <h3>{t.desk.inspection.title}</h3>
        {complete ? (
          <Pill tone={failed > 0 ? 'amber' : 'green'}>
            {failed > 0 ? t.desk.inspection.failed(failed) : t.desk.inspection.allGood}
          </Pill>
        ) : null}
        {editable && (!now || complete) && item.status === 'testing' ? (
          <Button
            size="xs"
            variant={now ? 'subtle' : 'filled'}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {now ? t.desk.inspection.again : t.desk.inspection.start}
          </Button>
        ) : null}
        {editable && now?.state === 'open' && !open ? (
          <Button size="xs" onClick={() => setOpen(true)}>
            {t.desk.inspection.resume}
          </Button>
        ) : null}
      </div>
      {start.error ? <ErrorBox error={start.error} /> : null}
      {now && complete ? <Summary inspection={now} /> : null}
      {now?.state === 'open' && editable && open ? (
        list.data ? (
          <Checklist key={now.id} inspection={now} list={list.data.body} itemId={item.id} caseId={caseId} />
        ) : list.error ? (
          <ErrorBox error={list.error} retry={() => void list.refetch()} />
        ) : (
          <Waiting rows={6} />
        )
      ) : null}
      {now?.state === 'open' && !editable ? <Summary inspection={now} /> : null}
    </div>
  );
}
