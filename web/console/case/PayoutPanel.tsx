/** How the customer is paid: masked, shown in full only on request and on the record. */
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { hasAccount, nameOf } from '../parts/format.ts';
import { ErrorBox, Fact, Facts, Panel } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';

const MethodForm = lazy(() =>
  import('../moves/forms/MethodForm.tsx').then((m) => ({ default: m.MethodForm })),
);

function Reveal({ payoutId }: { payoutId: string }) {
  const t = useTexts();
  const reveal = useMutation({
    mutationFn: () =>
      post<{ iban?: string | null; paypal_email?: string | null }>(`/api/payouts/${payoutId}/reveal`),
  });
  if (reveal.data) return <span className="mono">{reveal.data.iban ?? reveal.data.paypal_email}</span>;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => reveal.mutate()}
        loading={reveal.isPending}
        title={t.desk.payout.revealNote}
      >
        {t.desk.payout.reveal}
      </Button>
      {reveal.error ? <ErrorBox error={reveal.error} /> : null}
    </>
  );
}

export function PayoutPanel({ data }: { data: Case }) {
  const t = useTexts();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const method = data.payout_method;
  const payout = data.items.find((i) => i.payout)?.payout;
  const canReveal = may('payout.submit') && payout && (method?.kind === 'bank' || method?.kind === 'paypal');
  const settled = data.items.every((i) => i.payout?.state === 'paid');
  const canEdit = !settled && (method ? may('payout.edit') : may('case.edit'));
  return (
    <Panel
      title={t.desk.payout.title}
      actions={
        canEdit ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
            {method ? t.desk.payout.change : t.desk.payout.set}
          </Button>
        ) : undefined
      }
    >
      {method ? (
        <Facts>
          <Fact name={t.desk.payout.method}>{nameOf(t.workflow.payoutKinds, method.kind)}</Fact>
          {method.masked && hasAccount(method.kind) ? (
            <Fact name={t.desk.payout.account}>
              <span className="mono">{method.masked}</span>
            </Fact>
          ) : null}
          {method.holder ? <Fact name={t.desk.payout.holder}>{method.holder}</Fact> : null}
          {canReveal ? (
            <Fact name="">
              <Reveal payoutId={payout.id} />
            </Fact>
          ) : null}
        </Facts>
      ) : (
        <p className="soft">{t.desk.payout.none}</p>
      )}
      {editing ? (
        <Modal
          opened
          onClose={() => setEditing(false)}
          title={t.desk.payout.set}
          closeButtonProps={{ 'aria-label': t.words.close }}
        >
          <Suspense>
            <MethodForm data={data} onClose={() => setEditing(false)} />
          </Suspense>
        </Modal>
      ) : null}
    </Panel>
  );
}
