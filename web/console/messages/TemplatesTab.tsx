/** The shop's own words for every letter: edit, see, try, keep. */
import { Alert, Button, Group, NativeSelect, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, problemOf, put } from '../../client.ts';
import type { LetterPreview, TemplateLine, TemplateView } from '../../contract/templates.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { When } from '../parts/Mark.tsx';
import { ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { MailFrame } from './MailFrame.tsx';

type Draft = { subject: string; body: string };

/** The letter as it would be, or where the text is broken. */
function Preview({ path, draft }: { path: string; draft: Draft }) {
  const t = useTexts();
  const [reference, setReference] = useState('');
  // As text: an object made anew with each drawing would never come to rest.
  const [asked] = useDebouncedValue(JSON.stringify({ ...draft, case_id: reference.trim() || null }), 400);
  const shown = useQuery({
    queryKey: ['letter-preview', path, asked],
    queryFn: () => post<LetterPreview>(`${path}/preview`, JSON.parse(asked)),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problem = shown.error ? problemOf(shown.error) : null;
  const line = problem?.more?.['line'];
  return (
    <section aria-label={t.templates.preview}>
      <TextInput
        label={t.templates.withCase}
        placeholder={t.templates.example}
        value={reference}
        onChange={(e) => setReference(e.currentTarget.value)}
        mb="xs"
      />
      {problem ? (
        <Alert color="red" role="status">
          {typeof line === 'number' ? t.templates.line(line, problem.detail ?? '') : problem.detail}
        </Alert>
      ) : null}
      {shown.error && !problem ? <ErrorBox error={shown.error} /> : null}
      {shown.data && !shown.error ? (
        <>
          <p>
            <strong>{shown.data.subject}</strong>
          </p>
          <MailFrame html={shown.data.html} title={t.templates.preview} />
        </>
      ) : null}
    </section>
  );
}

function Editor({ view, path }: { view: TemplateView; path: string }) {
  const t = useTexts();
  const may = useMay()('messages.edit');
  const [draft, setDraft] = useState<Draft>(view.present);
  const [look, setLook] = useState(false);
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
  const insert = (name: string) => setDraft({ ...draft, body: `${draft.body}{{ ${name} }}` });
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
      <TextInput
        label={t.templates.subject}
        value={draft.subject}
        maxLength={300}
        disabled={!may}
        onChange={(e) => setDraft({ ...draft, subject: e.currentTarget.value })}
      />
      <Textarea
        label={t.templates.body}
        value={draft.body}
        autosize
        minRows={8}
        maxRows={24}
        maxLength={20_000}
        disabled={!may}
        spellCheck
        onChange={(e) => setDraft({ ...draft, body: e.currentTarget.value })}
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
      <details>
        <summary>{t.templates.variables}</summary>
        <Group gap={6} mt="xs">
          {view.variables.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              disabled={!may}
              onClick={() => insert(name)}
            >
              {name}
            </Button>
          ))}
        </Group>
      </details>
      <details>
        <summary>{t.templates.versions}</summary>
        <ul>
          {[{ version: 0, ...view.ours, created_at: null }, ...view.versions].map((one) => (
            <li key={one.version}>
              {one.created_at === null ? t.templates.ours : one.version}{' '}
              {one.created_at ? <When at={one.created_at} /> : null} <em>{one.subject}</em>{' '}
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={!may}
                onClick={() => setDraft({ subject: one.subject, body: one.body })}
              >
                {t.templates.take}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      {may ? (
        <details onToggle={(e) => setLook(e.currentTarget.open)}>
          <summary>{t.templates.preview}</summary>
          {look ? <Preview path={path} draft={draft} /> : null}
        </details>
      ) : null}
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
