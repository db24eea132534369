/** Why an item may not go on: each reason with its note, and its release. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Case, CaseItem, Hold } from '../../contract/cases.ts';
import { useReasonName } from '../holds/hold-data.ts';
import { PlanHold } from '../holds/PlanHold.tsx';
import { Steps } from '../holds/Steps.tsx';
import { keepCase } from '../moves/run.ts';
import { Ago, Due, Pill } from '../parts/Mark.tsx';
import { ErrorBox } from '../parts/Panel.tsx';
import { useColleagues, useMay } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

export function ReleaseForm({
  hold,
  caseId,
  itemId,
  onDone,
}: {
  hold: Hold;
  caseId: string;
  itemId: string;
  onDone: () => void;
}) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const release = useMutation({
    mutationFn: () => post<Case>(`/api/holds/${hold.id}/release`, { note: note.trim() || null }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(caseId, [itemId]);
      onDone();
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        release.mutate();
      }}
    >
      <Stack gap="sm">
        {release.error ? <ErrorBox error={release.error} /> : null}
        <Textarea
          label={t.desk.holds.releaseNote}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={release.isPending}>
            {t.desk.holds.release}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t.words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function OneHold({
  hold,
  caseId,
  itemId,
  customer,
}: {
  hold: Hold;
  caseId: string;
  itemId: string;
  customer: string;
}) {
  const t = useTexts();
  const reasonName = useReasonName();
  const may = useMay();
  const [releasing, setReleasing] = useState(false);
  const [planning, setPlanning] = useState(false);
  const people = useColleagues();
  const owner = people.find((one) => one.id === hold.owner_id)?.name;
  const legal = hold.reason === 'legal';
  // A proof is approved or rejected, not released; a lock or a legal hold ends by looking again.
  const needsApprover = legal;
  return (
    <li>
      <div className={css.row}>
        <span>
          <Pill tone={hold.released_at ? 'grey' : 'amber'}>{reasonName(hold.reason)}</Pill> {hold.note}
        </span>
        {hold.released_at ? (
          <span className="small soft">
            {t.desk.holds.releasedAt} <Ago at={hold.released_at} /> {hold.release_note}
          </span>
        ) : (
          <>
            <Due at={hold.due_at} />
            {owner ? <span className="small soft">{owner}</span> : null}
            {may('hold.open') && !planning ? (
              <Button size="compact-xs" variant="subtle" onClick={() => setPlanning(true)}>
                {t.holds.plan}
              </Button>
            ) : null}
            {legal ? <span className="small soft">{t.desk.holds.legal}</span> : null}
            {hold.reason !== 'proof_of_purchase' &&
            (needsApprover ? may('ownership.approve') : may('hold.release')) &&
            !releasing ? (
              <Button size="compact-xs" variant="default" onClick={() => setReleasing(true)}>
                {t.desk.holds.release}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {planning && !hold.released_at ? (
        <PlanHold hold={hold} caseId={caseId} itemId={itemId} onDone={() => setPlanning(false)} />
      ) : null}
      {hold.step && !hold.released_at ? (
        <Steps hold={hold} caseId={caseId} itemId={itemId} customer={customer} />
      ) : null}
      {releasing ? (
        <ReleaseForm hold={hold} caseId={caseId} itemId={itemId} onDone={() => setReleasing(false)} />
      ) : null}
    </li>
  );
}

export function Holds({ item, caseId, customer }: { item: CaseItem; caseId: string; customer: string }) {
  const t = useTexts();
  const open = item.holds.filter((h) => !h.released_at);
  const closed = item.holds.filter((h) => h.released_at);
  return (
    <div className={css.part}>
      <div className={css.partHead}>
        <h3>{t.desk.holds.title}</h3>
      </div>
      <ul className={css.plainList}>
        {[...open, ...closed].map((hold) => (
          <OneHold key={hold.id} hold={hold} caseId={caseId} itemId={item.id} customer={customer} />
        ))}
      </ul>
    </div>
  );
}
