/** The checklist of an item: opened, saved as one goes, completed; afterwards a summary. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { CaseItem, Inspection } from '../../contract/cases.ts';
import type { FullInspection } from '../../contract/inspection.ts';
import css from '../case/Case.module.css';
import { useChecklistOf, useInspection, useTold } from '../inspection/data.ts';
import { Held } from '../inspection/Held.tsx';
import { SideBySide } from '../inspection/SideBySide.tsx';
import { Summary } from '../inspection/Summary.tsx';
import { Pill } from '../parts/Mark.tsx';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useMe } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import { Checklist } from './Checklist.tsx';

type OpenProps = { item: CaseItem; caseId: string; now: Inspection; editable: boolean; focus: boolean };

/** One that is under way: the list for whoever has it, who that is for everybody else. */
function OpenInspection({ item, caseId, now, editable, focus }: OpenProps) {
  const me = useMe();
  const [taken, setTaken] = useState(false);
  const full = useInspection(now);
  const list = useChecklistOf(now.id);
  const told = useTold(item.id, true);
  if (full.error && !full.data) return <ErrorBox error={full.error} retry={() => void full.refetch()} />;
  if (list.error) return <ErrorBox error={list.error} retry={() => void list.refetch()} />;
  // What the seller said may be missing for good; the list does not wait for it longer than the first answer.
  if (!full.data || !list.data || told.isPending) return <Waiting rows={6} />;
  const mine = full.data.inspector === null || full.data.inspector.id === me?.id;
  if (!mine || !editable)
    return (
      <>
        {full.data.inspector && !mine ? (
          <Held inspection={full.data} mayTake={editable} onTaken={() => setTaken(true)} />
        ) : null}
        <Summary inspection={full.data} full={full.data} itemId={item.id} />
      </>
    );
  return (
    <Checklist
      key={now.id}
      inspection={full.data}
      list={list.data.body}
      told={told.data}
      itemId={item.id}
      caseId={caseId}
      focus={focus || taken}
    />
  );
}

function Finished({ item, now }: { item: CaseItem; now: Inspection }) {
  const full = useInspection(now);
  return (
    <>
      <Summary inspection={now} full={full.data} itemId={item.id} />
      {item.dispute && !item.blind ? <SideBySide itemId={item.id} /> : null}
    </>
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
  const start = useMutation({
    mutationFn: () => post<FullInspection>(`/api/items/${item.id}/inspection`),
    onSuccess: () => refreshCase(caseId, [item.id]),
  });
  const now =
    start.data && (!item.inspection || start.data.number > item.inspection.number)
      ? start.data
      : item.inspection;
  const complete = now?.state === 'complete';
  if (!now && !(editable && item.status === 'testing')) return null;
  const failed = Object.values(now?.checks ?? {}).filter((c) => c.result === 'fail').length;
  // Two opinions are what a dispute is decided on; a third would only hide the second.
  const decided = now?.kind === 'second' && item.dispute?.outcome === null;
  return (
    <div className={css.part}>
      <div className={css.partHead}>
        <h3>{t.desk.inspection.title}</h3>
        {complete ? (
          <Pill tone={failed > 0 ? 'amber' : 'green'}>
            {failed > 0 ? t.desk.inspection.failed(failed) : t.desk.inspection.allGood}
          </Pill>
        ) : null}
        {editable && (!now || (complete && !decided)) && item.status === 'testing' ? (
          <Button
            size="xs"
            variant={now ? 'subtle' : 'filled'}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {now ? t.desk.inspection.again : t.desk.inspection.start}
          </Button>
        ) : null}
      </div>
      {start.error ? <ErrorBox error={start.error} /> : null}
      {now && complete ? <Finished item={item} now={now} /> : null}
      {now?.state === 'open' ? (
        <OpenInspection
          item={item}
          caseId={caseId}
          now={now}
          editable={editable}
          focus={start.data?.id === now.id}
        />
      ) : null}
    </div>
  );
}
