/** Who looks after a hold, and the day it is due. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { patch } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { keepCase } from '../moves/run.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useColleagues } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import type { OfItem } from './hold-data.ts';

/** YYYY-MM-DD of an instant where the reader is. */
function dayOf(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function PlanHold({ hold, caseId, itemId, onDone }: OfItem & { onDone: () => void }) {
  const t = useTexts();
  const people = useColleagues();
  const [owner, setOwner] = useState(hold.owner_id ?? '');
  const [day, setDay] = useState(dayOf(hold.due_at));
  const save = useMutation({
    mutationFn: () =>
      patch<Case>(`/api/holds/${hold.id}`, {
        owner_id: owner || null,
        // The end of the working day, where whoever plans it is.
        ...(day === dayOf(hold.due_at) ? {} : { due_at: new Date(`${day}T17:00:00`).toISOString() }),
      }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(caseId, [itemId]);
      void queries.invalidateQueries({ queryKey: ['holds'] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      {save.error ? <ErrorBox error={save.error} /> : null}
      <Group gap="sm" align="end" mt={6}>
        <NativeSelect
          size="xs"
          label={t.desk.assignee}
          value={owner}
          onChange={(e) => setOwner(e.currentTarget.value)}
          data={[
            { value: '', label: t.desk.nobody },
            ...people.map((p) => ({ value: p.id, label: p.name })),
            ...(owner && !people.some((p) => p.id === owner) ? [{ value: owner, label: '…' }] : []),
          ]}
        />
        <TextInput
          size="xs"
          type="date"
          label={t.holds.dueOn}
          value={day}
          onChange={(e) => setDay(e.currentTarget.value)}
          required
        />
        <Button type="submit" size="xs" loading={save.isPending}>
          {t.words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.words.cancel}
        </Button>
      </Group>
    </form>
  );
}
