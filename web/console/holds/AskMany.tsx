/** Asks everybody who was chosen in the queue, one letter each; who could not be asked stays chosen. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { QueuedHold } from '../../contract/holds.ts';
import { Ask } from '../parts/Ask.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';

type AskManyProps = { holds: readonly QueuedHold[]; onAsked: (ids: readonly string[]) => void };

export function AskMany({ holds, onAsked }: AskManyProps) {
  const t = useTexts();
  const [sure, setSure] = useState(false);
  const ask = useMutation({
    mutationFn: async () => {
      const asked: string[] = [];
      try {
        // One after the other: two devices may be of one case, and a case is one at a time.
        for (const hold of holds) {
          await post<Case>(`/api/holds/${hold.id}/ask`, {});
          asked.push(hold.id);
        }
      } finally {
        onAsked(asked);
        void queries.invalidateQueries({ queryKey: ['holds'] });
        void queries.invalidateQueries({ queryKey: ['case'] });
      }
      return asked.length;
    },
    onSuccess: (n) => {
      say(t.holds.askedThese(n));
      setSure(false);
    },
  });
  return (
    <>
      <Button size="xs" disabled={holds.length === 0} onClick={() => setSure(true)}>
        {holds.length === 0 ? t.holds.ask : t.holds.askThese(holds.length)}
      </Button>
      <Ask
        open={sure}
        title={t.holds.askThese(holds.length)}
        confirm={t.holds.send}
        busy={ask.isPending}
        disabled={holds.length === 0}
        error={ask.error}
        onClose={() => setSure(false)}
        onConfirm={() => ask.mutate()}
      >
        <p>{t.holds.askTheseText}</p>
        <ul>
          {holds.map((hold) => (
            <li key={hold.id}>
              {hold.customer_name} · {hold.title}
            </li>
          ))}
        </ul>
      </Ask>
    </>
  );
}
