/** The letter a question would be, drawn only when it is wanted: as it will arrive, in the customer's language. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { AskedLetter } from '../../contract/holds.ts';
import { MailFrame } from '../messages/MailFrame.tsx';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import css from './Holds.module.css';

export function LetterPreview({ holdId, note }: { holdId: string; note: string }) {
  const t = useTexts();
  // The note as it was when somebody last looked: the letter is not drawn anew with every letter typed.
  const [seen, setSeen] = useState<string | null>(null);
  const letter = useQuery({
    queryKey: ['asked-letter', holdId, seen],
    queryFn: () => post<AskedLetter>(`/api/holds/${holdId}/ask/preview`, { note: seen || null }),
    enabled: seen !== null,
  });
  const isFresh = seen === note;
  return (
    <div>
      {isFresh ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => setSeen(note)}>
          {t.holds.seeLetter}
        </Button>
      )}
      {isFresh && letter.isPending ? <Waiting rows={3} /> : null}
      {isFresh && letter.error ? <ErrorBox error={letter.error} retry={() => void letter.refetch()} /> : null}
      {isFresh && letter.data ? (
        <>
          <p className="small">
            {t.holds.letterTo} {letter.data.to}: <b>{letter.data.subject}</b>
          </p>
          <div className={css.letter}>
            <MailFrame html={letter.data.html} title={letter.data.subject} />
          </div>
        </>
      ) : null}
    </div>
  );
}
