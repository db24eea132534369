import { Button, Group, NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../../client.ts';
import type { Case } from '../../../contract/cases.ts';
import { ErrorBox } from '../../parts/Panel.tsx';
import { refreshCase } from '../../shell/live.ts';
import { useReasons } from '../../holds/hold-data.ts';
import { useSpeech } from '../../texts.tsx';
import { keepCase } from '../run.ts';
import type { FormProps } from './form-props.ts';

/** Puts an item on hold: reason, what has to happen, and when to look again. */
export function HoldForm({ data, item, offer, onClose }: FormProps) {
  const { texts: t, locale } = useSpeech();
  const reasons = useReasons();
  const [reason, setReason] = useState(offer.move.replace('hold_', ''));
  const [note, setNote] = useState('');
  const [days, setDays] = useState<number | string>('');
  const save = useMutation({
    mutationFn: () =>
      post<Case>(`/api/items/${item.id}/holds`, {
        reason,
        note: note.trim(),
        ...(typeof days === 'number' ? { due_days: days } : {}),
      }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(data.id, [item.id]);
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
        <NativeSelect
          label={t.desk.holds.reason}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          data={(reasons.data?.items ?? [])
            .filter((r) => r.active)
            .map((r) => ({ value: r.id, label: r.labels[locale] ?? r.id }))}
        />
        <Textarea
          label={t.desk.holds.note}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          required
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
        />
        <NumberInput
          label={`${t.desk.holds.dueDays} (${t.words.optional})`}
          value={days}
          onChange={setDays}
          min={1}
          max={90}
          allowDecimal={false}
          maw={220}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!note.trim()}>
            {t.desk.holds.open}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
