/** Subject and text of a letter, the names one may use in them, and the versions there were. */
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { problemOf } from '../../client.ts';
import type { LetterWords } from '../../contract/messages.ts';
import { When } from '../parts/Mark.tsx';
import { useTexts } from '../texts.tsx';

/** What is wrong with one field, as the server said it. */
export function faultAt(error: unknown, field: string): string | null {
  return problemOf(error)?.errors?.find((one) => one.field === field)?.message ?? null;
}

type Fields = {
  words: LetterWords;
  onChange: (words: LetterWords) => void;
  variables: readonly string[];
  disabled: boolean;
  error: unknown;
  /** Where the fields stand in what was sent, such as `texts.en.`. */
  at?: string;
};

export function WordsFields({ words, onChange, variables, disabled, error, at = '' }: Fields) {
  const t = useTexts().templates;
  const body = useRef<HTMLTextAreaElement>(null);
  const faultOf = (field: string) => {
    const fault = faultAt(error, at + field);
    const line = problemOf(error)?.more?.['line'];
    return fault && typeof line === 'number' && !fault.includes('(line ') ? t.line(line, fault) : fault;
  };
  const insert = (name: string) => {
    const field = body.current;
    const [from, to] = field
      ? [field.selectionStart, field.selectionEnd]
      : [words.body.length, words.body.length];
    const put = `{{ ${name} }}`;
    onChange({ ...words, body: words.body.slice(0, from) + put + words.body.slice(to) });
    setTimeout(() => {
      field?.focus();
      field?.setSelectionRange(from + put.length, from + put.length);
    });
  };
  return (
    <>
      <TextInput
        label={t.subject}
        value={words.subject}
        maxLength={300}
        disabled={disabled}
        error={faultOf('subject')}
        onChange={(e) => onChange({ ...words, subject: e.currentTarget.value })}
      />
      <Textarea
        ref={body}
        label={t.body}
        value={words.body}
        autosize
        minRows={8}
        maxRows={24}
        maxLength={20_000}
        disabled={disabled}
        spellCheck
        error={faultOf('body')}
        onChange={(e) => onChange({ ...words, body: e.currentTarget.value })}
      />
      <details>
        <summary>{t.variables}</summary>
        <Group gap={6} mt="xs">
          {variables.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              disabled={disabled}
              onClick={() => insert(name)}
            >
              {name}
            </Button>
          ))}
        </Group>
      </details>
    </>
  );
}

type Version = LetterWords & { version: number; created_at: string | null };

/** Every version there was, ours first; each can be taken back into the fields. */
export function Versions({
  ours,
  versions,
  disabled,
  onTake,
}: {
  ours: LetterWords | null;
  versions: readonly Version[];
  disabled: boolean;
  onTake: (words: LetterWords) => void;
}) {
  const t = useTexts().templates;
  const all: Version[] = [...(ours ? [{ ...ours, version: 0, created_at: null }] : []), ...versions];
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{t.versions}</summary>
      <ul style={{ overflowWrap: 'anywhere' }}>
        {all.map((one) => (
          <li key={one.version}>
            {one.created_at === null ? t.ours : one.version}{' '}
            {one.created_at ? <When at={one.created_at} /> : null} <em>{one.subject}</em>{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={disabled}
              onClick={() => onTake({ subject: one.subject, body: one.body })}
            >
              {t.take}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
