import { Stack } from '@mantine/core';
import { useState } from 'react';
import { ReleaseForm } from '../../case/Holds.tsx';
import { useReasonName } from '../../holds/hold-data.ts';
import { Due, Pill } from '../../parts/Mark.tsx';
import type { FormProps } from './form-props.ts';

/** Every open hold of the item with its release; the last one lets the item go on. */
export function ReleaseHolds({ data, item, onClose }: FormProps) {
  const reasonName = useReasonName();
  const [released, setReleased] = useState<string[]>([]);
  const open = item.holds.filter(
    (h) => !h.released_at && !['legal', 'proof_of_purchase'].includes(h.reason) && !released.includes(h.id),
  );
  return (
    <Stack gap="lg">
      {open.map((hold) => (
        <section key={hold.id}>
          <p>
            <Pill tone="amber">{reasonName(hold.reason)}</Pill> {hold.note} <Due at={hold.due_at} />
          </p>
          <ReleaseForm
            hold={hold}
            caseId={data.id}
            itemId={item.id}
            onDone={() => {
              if (open.length === 1) onClose();
              else setReleased([...released, hold.id]);
            }}
          />
        </section>
      ))}
    </Stack>
  );
}
