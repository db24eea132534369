/** Submitting, paying and failing one payout. Nothing is shown as done before the server says so. */
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post, problemOf } from '../../client.ts';
import type { PayoutKind, PayoutState } from '../../contract/cases.ts';
import type { Failed } from '../../contract/money.ts';
import type { Money } from '../../contract/session.ts';
import { useLocations } from '../board/data.ts';
import { fieldError } from '../parts/fields.ts';
import { moneyText } from '../parts/format.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMe } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useSpeech } from '../texts.tsx';

export type PayoutLike = {
  id: string;
  name: string;
  case_id: string;
  customer_name: string | null;
  kind: PayoutKind;
  masked: string;
  amount: Money;
  state: PayoutState;
};

type FormProps = { payout: PayoutLike; onDone: () => void };

function useSettle(payout: PayoutLike, onDone: () => void, work: () => Promise<unknown>) {
  const { texts: t } = useSpeech();
  return useMutation({
    mutationFn: work,
    onSuccess: () => {
      say(t.money.done(payout.name));
      void queries.invalidateQueries({ queryKey: ['payouts'] });
      refreshCase(payout.case_id);
      onDone();
    },
  });
}

function Send({
  busy,
  disabled,
  red,
  text,
}: {
  busy: boolean;
  disabled?: boolean;
  red?: boolean;
  text: string;
}) {
  return (
    <Group justify="flex-end">
      <Button type="submit" loading={busy} disabled={disabled ?? false} color={red ? 'red' : 'teal'}>
        {text}
      </Button>
    </Group>
  );
}

export function SubmitForm({ payout, onDone }: FormProps) {
  const { texts: t, locale } = useSpeech();
  const amount = moneyText(payout.amount, locale);
  const submit = useSettle(payout, onDone, async () => {
    const answer = await post<{ submitted: number; failed: Failed[] }>('/api/payouts/submit', {
      payout_ids: [payout.id],
    });
    const [no] = answer.failed;
    if (no) throw new Error(whyRefused(t.refusals, no));
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        submit.mutate();
      }}
    >
      <Stack gap="md">
        {submit.error ? (
          problemOf(submit.error) === null && submit.error.message ? (
            <Note tone="warn">{submit.error.message}</Note>
          ) : (
            <ErrorBox error={submit.error} />
          )
        ) : null}
        <p>{t.money.submitText(amount, `${t.workflow.payoutKinds[payout.kind]} ${payout.masked}`)}</p>
        <Send busy={submit.isPending} text={t.money.submitGo(amount)} />
      </Stack>
    </form>
  );
}

export function PaidForm({ payout, onDone }: FormProps) {
  const { texts: t, locale } = useSpeech();
  const me = useMe();
  const stores = useLocations().data?.items ?? [];
  const [reference, setReference] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const [store, setStore] = useState(me?.location?.id ?? '');
  const amount = moneyText(payout.amount, locale);
  const who = payout.customer_name ?? payout.masked;
  const remote = payout.kind === 'bank' || payout.kind === 'paypal';
  const till = store || stores[0]?.id;
  const pay = useSettle(payout, onDone, () =>
    post(`/api/payouts/${payout.id}/paid`, {
      ...(remote ? { transaction_reference: reference.trim() } : {}),
      ...(payout.kind === 'cash' ? { signed_by: signedBy.trim() || null, location_id: till ?? null } : {}),
    }),
  );
  const words = remote
    ? { text: t.money.paidText(amount, who), go: t.money.paidGo(amount) }
    : payout.kind === 'cash'
      ? { text: t.money.cashText(amount, who), go: t.money.cashGo(amount) }
      : { text: t.money.creditText(amount, who), go: t.money.creditGo(amount) };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        pay.mutate();
      }}
    >
      <Stack gap="md">
        {pay.error ? <ErrorBox error={pay.error} /> : null}
        <p>{words.text}</p>
        {remote ? (
          <TextInput
            label={t.money.reference}
            value={reference}
            onChange={(e) => setReference(e.currentTarget.value)}
            required
            maxLength={200}
            data-autofocus
            data-scan="here"
            error={fieldError(pay.error, 'transaction_reference')}
          />
        ) : null}
        {payout.kind === 'cash' ? (
          <>
            {stores.length > 1 ? (
              <NativeSelect
                label={t.money.store}
                value={till ?? ''}
                onChange={(e) => setStore(e.currentTarget.value)}
                data={stores.map((s) => ({ value: s.id, label: s.name }))}
              />
            ) : null}
            <TextInput
              label={t.money.signedBy}
              value={signedBy}
              onChange={(e) => setSignedBy(e.currentTarget.value)}
              maxLength={200}
              data-autofocus
              error={fieldError(pay.error, 'signed_by')}
            />
          </>
        ) : null}
        <Send busy={pay.isPending} disabled={remote && !reference.trim()} text={words.go} />
      </Stack>
    </form>
  );
}

export function FailForm({ payout, onDone }: FormProps) {
  const { texts: t, locale } = useSpeech();
  const [reason, setReason] = useState('');
  const amount = moneyText(payout.amount, locale);
  const fail = useSettle(payout, onDone, () =>
    post(`/api/payouts/${payout.id}/failed`, { reason: reason.trim() }),
  );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        fail.mutate();
      }}
    >
      <Stack gap="md">
        {fail.error ? <ErrorBox error={fail.error} /> : null}
        <p>{t.money.failText(amount)}</p>
        <Textarea
          label={t.money.failReason}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
        />
        <Send busy={fail.isPending} disabled={!reason.trim()} red text={t.money.failGo(amount)} />
      </Stack>
    </form>
  );
}

export function ReleaseForm({ payout, onDone }: FormProps) {
  const { texts: t, locale } = useSpeech();
  const amount = moneyText(payout.amount, locale);
  const release = useSettle(payout, onDone, () => post(`/api/payouts/${payout.id}/release`));
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        release.mutate();
      }}
    >
      <Stack gap="md">
        {release.error ? <ErrorBox error={release.error} /> : null}
        <p>{t.money.releaseText(amount)}</p>
        <Send busy={release.isPending} text={t.money.releaseGo(amount)} />
      </Stack>
    </form>
  );
}
