/** What the carrier says of the parcel, typed by staff. */
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { keepCase } from '../moves/run.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';

const KINDS = ['accepted', 'moving', 'delivered', 'exception'] as const;

export function ScanForm({ data, onClose }: { data: Case; onClose: () => void }) {
  const t = useTexts();
  const inbound = data.parcels.find((p) => p.direction === 'inbound');
  const [kind, setKind] = useState<string>('accepted');
  const [tracking, setTracking] = useState(inbound?.tracking_number ?? '');
  const [carrier, setCarrier] = useState(inbound?.carrier ?? '');
  const [place, setPlace] = useState('');
  const save = useMutation({
    mutationFn: () =>
      post<Case>(`/api/cases/${data.id}/scans`, {
        kind,
        tracking_number: tracking.trim() || null,
        carrier: carrier.trim() || null,
        place: place.trim() || null,
      }),
    onSuccess: (fresh) => {
      keepCase(fresh);
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
        <NativeSelect
          label={t.desk.parcels.scanKind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={KINDS.map((k) => ({ value: k, label: nameOf(t.workflow.parcels, k) }))}
        />
        <TextInput
          label={t.desk.parcels.tracking}
          data-scan="here"
          value={tracking}
          onChange={(e) => setTracking(e.currentTarget.value)}
          maxLength={40}
        />
        <TextInput
          label={`${t.desk.parcels.carrier} (${t.words.optional})`}
          value={carrier}
          onChange={(e) => setCarrier(e.currentTarget.value)}
          maxLength={60}
        />
        <TextInput
          label={`${t.desk.parcels.place} (${t.words.optional})`}
          value={place}
          onChange={(e) => setPlace(e.currentTarget.value)}
          maxLength={200}
        />
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
