/** Is the device still tied to its owner's account? With how to see it on this brand. */
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { PreCheck } from '../../contract/checks.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';
import css from './Checks.module.css';

const ANSWERS = ['no', 'yes', 'unknown'] as const;
const BRANDS = ['apple', 'samsung', 'google', 'xiaomi'] as const;

export function LockQuestion({
  itemId,
  brand,
  isOpen,
  onKept,
}: {
  itemId: string;
  brand: string;
  /** True while nobody has answered: then the instructions are open. */
  isOpen: boolean;
  onKept: (fresh: PreCheck) => void;
}) {
  const { checks, words } = useTexts();
  const text = checks.lock;
  const [note, setNote] = useState('');
  const keep = useMutation({
    mutationFn: (locked: (typeof ANSWERS)[number]) =>
      post<PreCheck>(`/api/items/${itemId}/checks/lock`, { locked, note: note.trim() || null }),
    onSuccess: (fresh) => {
      setNote('');
      say(text.saved);
      onKept(fresh);
    },
  });
  const known = BRANDS.find((one) => one === brand.toLowerCase()) ?? 'other';
  return (
    <fieldset className={css.question}>
      <legend>{text.question}</legend>
      {keep.error ? <ErrorBox error={keep.error} /> : null}
      <details open={isOpen}>
        <summary className="small soft">{text.how(brand)}</summary>
        <ul className={`${css.how} small`}>
          {text.brands[known].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </details>
      <div className={css.answers}>
        {ANSWERS.map((answer) => (
          <Button
            key={answer}
            size="xs"
            variant="default"
            loading={keep.isPending && keep.variables === answer}
            disabled={keep.isPending}
            onClick={() => keep.mutate(answer)}
          >
            {text[answer]}
          </Button>
        ))}
        <TextInput
          size="xs"
          label={`${text.note} (${words.optional})`}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          maxLength={1000}
        />
      </div>
    </fieldset>
  );
}
