import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { put } from '../../../client.ts';
import type { Case, PayoutKind } from '../../../contract/cases.ts';
import { fieldError } from '../../parts/fields.ts';
import { ErrorBox } from '../../parts/Panel.tsx';
import { say } from '../../parts/Say.tsx';
import { refreshCase } from '../../shell/live.ts';
import { useTexts } from '../../texts.tsx';

const KINDS: readonly PayoutKind[] = ['bank', 'paypal', 'store_credit', 'cash'];

/** How the customer wants to be paid. After a failed payout it gets ready again with what is entered here. */
export function MethodForm({ data, onClose }: { data: Case; onClose: () => void }) {
  const t = useTexts();
  const kinds = KINDS.filter((k) => k !== 'cash' || data.channel === 'in_store');
  const [kind, setKind] = useState<PayoutKind>(data.payout_method?.kind ?? 'bank');
  const [holder, setHolder] = useState(data.payout_method?.holder ?? data.contact.name);
  const [iban, setIban] = useState('');
  const [paypal, setPaypal] = useState('');
  const failed = data.items.some((i) => i.payout?.state === 'failed');
  const save = useMutation({
    mutationFn: () =>
      put(
        `/api/cases/${data.id}/payout-method`,
        {
          kind,
          ...(kind === 'bank' ? { holder: holder.trim(), iban: iban.trim() } : {}),
          ...(kind === 'paypal' ? { paypal_email: paypal.trim() } : {}),
        },
        data.payout_method?.version,
      ),
    onSuccess: () => {
      say(t.desk.payout.saved);
      refreshCase(
        data.id,
        data.items.map((i) => i.id),
      );
      onClose();
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        {save.error ? <ErrorBox error={save.error} /> : null}
        {failed ? <p className="soft">{t.desk.payout.correctNote}</p> : null}
        <NativeSelect
          label={t.desk.payout.kind}
          value={kind}
          onChange={(e) => setKind(KINDS.find((k) => k === e.currentTarget.value) ?? 'bank')}
          data={kinds.map((k) => ({ value: k, label: t.workflow.payoutKinds[k] }))}
        />
        {kind === 'bank' ? (
          <>
            <TextInput
              label={t.desk.payout.holder}
              value={holder}
              onChange={(e) => setHolder(e.currentTarget.value)}
              required
              maxLength={200}
              error={fieldError(save.error, 'holder')}
              autoComplete="off"
            />
            <TextInput
              label={t.desk.payout.iban}
              value={iban}
              onChange={(e) => setIban(e.currentTarget.value.toUpperCase())}
              required
              maxLength={60}
              error={fieldError(save.error, 'iban')}
              autoComplete="off"
              spellCheck={false}
              className="mono"
            />
          </>
        ) : null}
        {kind === 'paypal' ? (
          <TextInput
            label={t.desk.payout.paypal}
            type="email"
            value={paypal}
            onChange={(e) => setPaypal(e.currentTarget.value)}
            required
            error={fieldError(save.error, 'paypal_email')}
            autoComplete="off"
          />
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t.words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
