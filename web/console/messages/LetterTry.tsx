/** A letter's words as the customer would get them, about an example or a real case; or where they are broken. */
import { Alert, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { post, problemOf } from '../../client.ts';
import type { LetterPreview } from '../../contract/templates.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { MailFrame } from './MailFrame.tsx';

function Drawn({ url, body }: { url: string; body: object }) {
  const t = useTexts();
  // As text: an object made anew with each drawing would never come to rest.
  const [asked] = useDebouncedValue(JSON.stringify(body), 400);
  const shown = useQuery({
    queryKey: ['letter-preview', url, asked],
    queryFn: () => post<LetterPreview>(url, JSON.parse(asked)),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problem = shown.error ? problemOf(shown.error) : null;
  const line = problem?.more?.['line'];
  return (
    <>
      {problem ? (
        <Alert color="red" role="status">
          {typeof line === 'number' ? t.templates.line(line, problem.detail ?? '') : problem.detail}
        </Alert>
      ) : null}
      {shown.error && !problem ? <ErrorBox error={shown.error} /> : null}
      {shown.data && !shown.error ? (
        <>
          <p style={{ overflowWrap: 'anywhere' }}>
            <strong>{shown.data.subject}</strong>
          </p>
          <MailFrame html={shown.data.html} title={t.templates.preview} />
        </>
      ) : null}
    </>
  );
}

function AboutCase({ url, body }: { url: string; body: object }) {
  const t = useTexts();
  const [reference, setReference] = useState('');
  return (
    <section aria-label={t.templates.preview}>
      <TextInput
        label={t.templates.withCase}
        placeholder={t.templates.example}
        value={reference}
        onChange={(e) => setReference(e.currentTarget.value)}
        mb="xs"
      />
      <Drawn url={url} body={{ ...body, case_id: reference.trim() || null }} />
    </section>
  );
}

/** Drawn only while it is open. `chooses`: the reader says which case it is about. */
export function LetterTry({ url, body, chooses }: { url: string; body: object; chooses?: boolean }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t.templates.preview}</summary>
      {open && chooses ? <AboutCase url={url} body={body} /> : null}
      {open && !chooses ? <Drawn url={url} body={body} /> : null}
    </details>
  );
}
