/** One macro: its name, whether it is offered, and its text in each language. */
import { Button, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, post, problemOf, put } from '../../client.ts';
import type { LetterWords, Macro, MacroText } from '../../contract/messages.ts';
import type { Locale } from '../../contract/session.ts';
import { ErrorBox, Note, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { isLocale, useSpeech, useTexts } from '../texts.tsx';
import { LetterTry } from './LetterTry.tsx';
import { macrosChanged, useMacroName } from './macro-data.ts';
import { faultAt, Versions, WordsFields } from './WordsFields.tsx';

/** What somebody else saved meanwhile is said, and what was typed stays. */
function Fault({ error }: { error: unknown }) {
  const t = useTexts().macros;
  if (!error) return null;
  const problem = problemOf(error);
  if (problem?.code === 'stale_macro') return <Note tone="warn">{t.staleText}</Note>;
  // What stands at its field is not said twice.
  if (problem?.errors?.some((one) => /(^|\.)(subject|body|name)$/.test(one.field ?? ''))) return null;
  return <ErrorBox error={error} />;
}

function NameAndOffer({ macro, may }: { macro: Macro; may: boolean }) {
  const t = useTexts();
  const shownName = useMacroName()(macro);
  // Null until somebody types: a colleague's new name is shown, words of one's own are kept.
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? shownName;
  const save = useMutation({
    mutationFn: (to: { name?: string; active?: boolean }) =>
      patch<Macro>(`/api/macros/${macro.id}`, to, macro.version),
    onSuccess: () => {
      setName(null);
      say(t.words.saved);
    },
    onSettled: macrosChanged,
  });
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate({ name });
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t.macros.name}
          description={t.macros.nameHelp}
          value={name}
          maxLength={80}
          disabled={!may}
          error={faultAt(save.error, 'name')}
          onChange={(e) => setName(e.currentTarget.value)}
          style={{ flex: '1 1 200px' }}
        />
        {may && name.trim() !== shownName ? (
          <Button type="submit" variant="default" loading={save.isPending}>
            {t.macros.rename}
          </Button>
        ) : null}
      </Group>
      <Switch
        label={t.macros.offered}
        checked={macro.active}
        disabled={!may || save.isPending}
        onChange={(e) => save.mutate({ active: e.currentTarget.checked })}
      />
      <Fault error={save.error} />
    </Stack>
  );
}

function useMacroText(id: string, locale: Locale) {
  return useQuery({
    queryKey: ['macro-text', id, locale],
    queryFn: ({ signal }) => get<MacroText>(`/api/macros/${id}/texts/${locale}`, undefined, signal),
  });
}

type Drafts = Readonly<Record<string, LetterWords>>;

function Words({
  view,
  draft,
  may,
  onChange,
}: {
  view: MacroText;
  draft: LetterWords;
  may: boolean;
  onChange: (words: LetterWords | null) => void;
}) {
  const t = useTexts();
  const version = view.present?.version ?? 0;
  const save = useMutation({
    mutationFn: () => put<MacroText>(`/api/macros/${view.macro_id}/texts/${view.locale}`, draft, version),
    onSuccess: async (fresh) => {
      queries.setQueryData(['macro-text', view.macro_id, view.locale], fresh);
      onChange(null);
      say(t.templates.saved);
      await macrosChanged();
    },
    // Once the newer one is here, saving again is meant.
    onError: () => queries.invalidateQueries({ queryKey: ['macro-text', view.macro_id, view.locale] }),
  });
  const isStale = problemOf(save.error)?.code === 'stale_macro';
  return (
    <Stack gap="md">
      {view.present ? null : <Note>{t.macros.noText(t.workflow.languages[view.locale])}</Note>}
      <WordsFields
        words={draft}
        onChange={onChange}
        variables={view.variables}
        disabled={!may}
        error={save.error}
      />
      <Fault error={save.error} />
      {may ? (
        <Group gap="xs">
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t.templates.save}
          </Button>
          {isStale ? (
            <Button
              variant="default"
              onClick={() => {
                save.reset();
                onChange(null);
              }}
            >
              {t.macros.takeTheirs}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <Versions ours={view.ours} versions={view.versions} disabled={!may} onTake={onChange} />
      {may ? <LetterTry url="/api/macros/preview" body={{ ...draft, locale: view.locale }} chooses /> : null}
    </Stack>
  );
}

const NOTHING: LetterWords = { subject: '', body: '' };

export function MacroEditor({ macro }: { macro: Macro }) {
  const t = useTexts();
  const may = useMay()('messages.edit');
  const [locale, setLocale] = useState<Locale>(useSpeech().locale);
  // By language, so that looking at another one loses nothing.
  const [drafts, setDrafts] = useState<Drafts>({});
  const view = useMacroText(macro.id, locale);
  const draftOf = (words: LetterWords | null) =>
    setDrafts(({ [locale]: _gone, ...rest }) => (words ? { ...rest, [locale]: words } : rest));
  const wordsOf = (data: MacroText): LetterWords =>
    drafts[locale] ?? (data.present ? { subject: data.present.subject, body: data.present.body } : NOTHING);
  return (
    <Stack gap="md">
      <NameAndOffer macro={macro} may={may} />
      <NativeSelect
        label={t.macros.language}
        value={locale}
        onChange={(e) => {
          if (isLocale(e.currentTarget.value)) setLocale(e.currentTarget.value);
        }}
        data={Object.entries(t.workflow.languages).map(([value, label]) => ({
          value,
          label: isLocale(value) && macro.texts[value] ? label : `${label} · ${t.macros.missing}`,
        }))}
      />
      <Shown query={view}>
        {(data) => (
          <Words
            key={`${data.macro_id} ${data.locale}`}
            view={data}
            draft={wordsOf(data)}
            may={may}
            onChange={draftOf}
          />
        )}
      </Shown>
    </Stack>
  );
}

/** A macro of the shop's own, with its first text. */
export function NewMacro({
  first,
  like,
  onMade,
  onCancel,
}: {
  first: Locale;
  /** Any macro there is: what one may use, they may all. */
  like: Macro;
  onMade: (macro: Macro) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const [name, setName] = useState('');
  const [locale, setLocale] = useState<Locale>(first);
  const [words, setWords] = useState(NOTHING);
  const view = useMacroText(like.id, first);
  const make = useMutation({
    mutationFn: () => post<Macro>('/api/macros', { name, texts: { [locale]: words } }),
    onSuccess: async (macro) => {
      say(t.macros.made);
      await macrosChanged();
      onMade(macro);
    },
  });
  return (
    <Stack
      component="form"
      gap="md"
      aria-label={t.macros.makeTitle}
      onSubmit={(e) => {
        e.preventDefault();
        make.mutate();
      }}
    >
      <TextInput
        label={t.macros.name}
        description={t.macros.nameHelp}
        value={name}
        maxLength={80}
        required
        data-autofocus
        error={faultAt(make.error, 'name')}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <NativeSelect
        label={t.macros.language}
        value={locale}
        onChange={(e) => {
          if (isLocale(e.currentTarget.value)) setLocale(e.currentTarget.value);
        }}
        data={Object.entries(t.workflow.languages).map(([value, label]) => ({ value, label }))}
      />
      <WordsFields
        words={words}
        onChange={setWords}
        variables={view.data?.variables ?? []}
        disabled={false}
        error={make.error}
        at={`texts.${locale}.`}
      />
      <Fault error={make.error} />
      <Group gap="xs">
        <Button type="submit" loading={make.isPending}>
          {t.words.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t.words.cancel}
        </Button>
      </Group>
      <LetterTry url="/api/macros/preview" body={{ ...words, locale }} chooses />
    </Stack>
  );
}
