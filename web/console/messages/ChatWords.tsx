/** The words of the lines the program says in the chat: seen as one types, kept as versions. */
import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, problemOf, put } from '../../client.ts';
import type { ChatText } from '../../contract/connections.ts';
import type { List } from '../../contract/session.ts';
import { Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';

function Words({ text }: { text: ChatText }) {
  const t = useTexts().connections.lines.words;
  const may = useMay()('messages.edit');
  const [body, setBody] = useState(text.present);
  const [asked] = useDebouncedValue(body, 300);
  const path = `/api/chat-texts/${text.event}`;
  const seen = useQuery({
    queryKey: ['chat-text', text.event, asked],
    queryFn: () => post<{ text: string }>(`${path}/preview`, { body: asked }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled: may,
  });
  const save = useMutation({
    mutationFn: () => put<ChatText>(path, { body }, text.version),
    onSuccess: async () => {
      say(t.kept);
      await queries.invalidateQueries({ queryKey: ['chat-texts'] });
    },
  });
  const fault = save.error ?? seen.error;
  return (
    <>
      <TextInput
        label={t.intro}
        description={`${t.names}: ${text.variables.map((name) => `{{ ${name} }}`).join(', ')}`}
        value={body}
        maxLength={2000}
        disabled={!may}
        error={fault ? (problemOf(fault)?.detail ?? String(fault)) : null}
        onChange={(e) => {
          save.reset();
          setBody(e.currentTarget.value);
        }}
      />
      {seen.data && !seen.error ? (
        <p className="small" role="status" style={{ overflowWrap: 'anywhere' }}>
          {t.reads}: <b>{seen.data.text}</b>
        </p>
      ) : null}
      {may ? (
        <Group gap="xs" mt="xs">
          <Button
            size="xs"
            loading={save.isPending}
            disabled={body === text.present || seen.isError}
            onClick={() => save.mutate()}
          >
            {t.keep}
          </Button>
          {body === text.ours ? null : (
            <Button size="xs" variant="default" onClick={() => setBody(text.ours)}>
              {t.ours}
            </Button>
          )}
        </Group>
      ) : null}
    </>
  );
}

export function ChatWords() {
  const t = useTexts().connections.lines.words;
  const query = useQuery({
    queryKey: ['chat-texts'],
    queryFn: ({ signal }) => get<List<ChatText>>('/api/chat-texts', {}, signal),
  });
  return (
    <Panel title={t.title}>
      <Shown query={query}>
        {(data) => (
          <>
            {data.items.map((text) => (
              <Words key={`${text.event} ${text.version}`} text={text} />
            ))}
          </>
        )}
      </Shown>
    </Panel>
  );
}
