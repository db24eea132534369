/** The shop's own words for every letter: edit, see, try, keep. */
import { Button, Group, NativeSelect, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, put } from '../../client.ts';
import type { LetterWords } from '../../contract/messages.ts';
import type { TemplateLine, TemplateView } from '../../contract/templates.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { LetterTry } from './LetterTry.tsx';
import { Versions, WordsFields } from './WordsFields.tsx';

function Editor({ view, path }: { view: TemplateView; path: string }) {
  const t = useTexts();
  const may = useMay()('messages.edit');
  const [draft, setDraft] = useState<LetterWords>(view.present);
  const fresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['templates'] }),
      queries.invalidateQueries({ queryKey: ['template'] }),
    ]);
  const save = useMutation({
    mutationFn: () => put<TemplateView>(path, draft, view.version),
    onSuccess: async () => {
      say(t.templates.saved);
      await fresh();
    },
  });
  const test = useMutation({
    mutationFn: () => post<{ to: string }>(`${path}/test-send`),
    onSuccess: ({ to }) => say(t.templates.tested(to)),
  });
  const turn = useMutation({
    mutationFn: (enabled: boolean) =>
      post<List<TemplateLine>>(`/api/message-templates/${view.event}/switch`, { enabled }),
    onSuccess: fresh,
  });
  return (
    <Stack gap="md">
      {view.never_silent ? (
        <Note>{t.templates.never}</Note>
      ) : (
        <Switch
          label={t.templates.on}
          checked={view.enabled}
          disabled={!may || turn.isPending}
          onChange={(e) => turn.mutate(e.currentTarget.checked)}
        />
      )}
      <WordsFields
        words={draft}
        onChange={setDraft}
        variables={view.variables}
        disabled={!may}
        error={save.error}
      />
      {save.error ? <ErrorBox error={save.error} /> : null}
      {test.error ? <ErrorBox error={test.error} /> : null}
      {may ? (
        <Group gap="xs">
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t.templates.save}
          </Button>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t.templates.test}
          </Button>
        </Group>
      ) : null}
      <Versions ours={view.ours} versions={view.versions} disabled={!may} onTake={setDraft} />
      {may ? <LetterTry url={`${path}/preview`} body={draft} chooses /> : null}
    </Stack>
  );
}

export function TemplatesTab() {
  const t = useTexts();
  const [event, setEvent] = useState('received');
  const [locale, setLocale] = useState('en');
  const path = `/api/message-templates/${event}/${locale}`;
  const list = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => get<List<TemplateLine>>('/api/message-templates', {}, signal),
  });
  const view = useQuery({
    queryKey: ['template', event, locale],
    queryFn: ({ signal }) => get<TemplateView>(path, {}, signal),
  });
  const nameWith = (line: TemplateLine) => {
    const name = nameOf(t.owner.messages.events, line.event);
    return line.changed.length > 0 ? `${name} · ${t.templates.changed} (${line.changed.join(', ')})` : name;
  };
  return (
    <Panel title={t.templates.tab}>
      <Note>{t.templates.intro}</Note>
      <Shown query={list}>
        {(data) => (
          <Group grow my="md">
            <NativeSelect
              label={t.templates.letter}
              value={event}
              onChange={(e) => setEvent(e.currentTarget.value)}
              data={data.items.map((line) => ({ value: line.event, label: nameWith(line) }))}
            />
            <NativeSelect
              label={t.templates.language}
              value={locale}
              onChange={(e) => setLocale(e.currentTarget.value)}
              data={Object.entries(t.workflow.languages).map(([value, label]) => ({ value, label }))}
            />
          </Group>
        )}
      </Shown>
      <Shown query={view}>
        {(data) => <Editor key={`${data.event} ${data.locale} ${data.version}`} view={data} path={path} />}
      </Shown>
    </Panel>
  );
}
