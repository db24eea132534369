/** The next step of a hold the customer has a part in, as its buttons; each asks once more before it acts. */
import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import { Ago } from '../parts/Mark.tsx';
import { ErrorBox } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { AnswerDialog, ApproveDialog, AskDialog, RejectDialog } from './dialogs.tsx';
import { Documents } from './Documents.tsx';
import type { OfItem } from './hold-data.ts';

type Open = 'ask' | 'answer' | 'approve' | 'reject' | null;

/** The unlock code: shown once it is asked for, and that is written down. */
function CodeButton({ holdId }: { holdId: string }) {
  const t = useTexts();
  const view = useMutation({
    mutationFn: () => post<{ code: string }>(`/api/holds/${holdId}/lock-code/view`, {}),
  });
  return (
    <>
      <Button size="compact-sm" variant="default" loading={view.isPending} onClick={() => view.mutate()}>
        {t.holds.showCode}
      </Button>
      {view.error ? <ErrorBox error={view.error} /> : null}
      {view.data ? (
        <Alert
          color="yellow"
          title={view.data.code}
          withCloseButton
          closeButtonLabel={t.holds.hide}
          onClose={view.reset}
        >
          {t.holds.codeText}
        </Alert>
      ) : null}
    </>
  );
}

function Where({ hold }: Pick<OfItem, 'hold'>) {
  const t = useTexts();
  if (hold.step === 'to_contact') return <span className="small">{t.holds.needs.to_contact}</span>;
  if (hold.step === 'waiting')
    return (
      <span className="small">
        {t.holds.needs.waiting} · {t.holds.asked} {hold.asked_at ? <Ago at={hold.asked_at} /> : null}
        {hold.reminders > 0 ? ` · ${hold.reminders} ${t.holds.reminders}` : ''}
      </span>
    );
  return (
    <span className="small">
      {t.holds.answered} {hold.answered_at ? <Ago at={hold.answered_at} /> : null}
    </span>
  );
}

function askWords(t: ReturnType<typeof useTexts>, hold: OfItem['hold']): string {
  if (hold.asks > 0) return t.holds.askAgain;
  if (hold.reason === 'proof_of_purchase') return t.holds.askProof;
  return hold.reason === 'activation_lock' ? t.holds.askLock : t.holds.ask;
}

export function Steps({ hold, caseId, itemId, customer }: OfItem & { customer: string }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const isProof = hold.reason === 'proof_of_purchase';
  const decides = isProof && may('ownership.approve');
  const of = { hold, caseId, itemId };
  const first = hold.step === 'to_contact';
  return (
    <div>
      <Group gap="xs" align="center" mt={6}>
        <Where hold={hold} />
        {may('hold.open') ? (
          <Button size="compact-sm" variant={first ? 'filled' : 'default'} onClick={() => setOpen('ask')}>
            {askWords(t, hold)}
          </Button>
        ) : null}
        {may('hold.open') && hold.step !== 'answered' ? (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('answer')}>
            {t.holds.note}
          </Button>
        ) : null}
        {decides && hold.step === 'answered' ? (
          <Button size="compact-sm" onClick={() => setOpen('approve')}>
            {t.holds.approve}
          </Button>
        ) : null}
        {decides ? (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setOpen('reject')}>
            {t.holds.reject}
          </Button>
        ) : null}
        {hold.reason === 'activation_lock' && hold.step === 'answered' && may('lock_code.view') ? (
          <CodeButton holdId={hold.id} />
        ) : null}
      </Group>
      {hold.rule && typeof hold.rule['name'] === 'string' ? (
        <p className="small soft">
          {t.holds.rule}: {hold.rule['name']}
        </p>
      ) : null}
      {hold.answer ? <blockquote className="small">{hold.answer}</blockquote> : null}
      {hold.rejection && hold.step !== 'answered' ? <p className="small soft">{hold.rejection}</p> : null}
      {hold.step === 'answered' ? <Documents caseId={caseId} itemId={itemId} /> : null}
      <AskDialog
        of={of}
        opened={open === 'ask'}
        title={askWords(t, hold)}
        customer={customer}
        onClose={close}
      />
      <AnswerDialog of={of} opened={open === 'answer'} onClose={close} />
      <ApproveDialog of={of} opened={open === 'approve'} onClose={close} />
      <RejectDialog of={of} opened={open === 'reject'} onClose={close} />
    </div>
  );
}
