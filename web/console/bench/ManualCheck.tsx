/** What a person found by looking: another model than described, or what a register said. */
import { Button, Group, NativeSelect, Select, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { Model } from '../../contract/catalog.ts';
import type { PreCheck } from '../../contract/checks.ts';
import type { List } from '../../contract/session.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';

function ModelField({
  value,
  onChange,
  error,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}) {
  const text = useTexts().checks.manual;
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 150);
  const query = useQuery({
    queryKey: ['models', asked],
    queryFn: ({ signal }) => get<List<Model>>('/api/catalog/models', { q: asked, limit: 12 }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <Select
      label={text.found}
      placeholder={text.foundPlaceholder}
      data={query.data?.items.map((one) => ({ value: one.id, label: one.title })) ?? []}
      searchable
      clearable
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      searchValue={q}
      onSearchChange={setQ}
      error={error}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

export function ManualCheck({
  itemId,
  onKept,
  onClose,
}: {
  itemId: string;
  onKept: (fresh: PreCheck) => void;
  onClose: () => void;
}) {
  const { checks, words } = useTexts();
  const text = checks.manual;
  const [kind, setKind] = useState<'model' | 'provider'>('model');
  const [verdict, setVerdict] = useState('clean');
  const [found, setFound] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const isOther = kind === 'model' && verdict === 'hit';
  const keep = useMutation({
    mutationFn: () =>
      post<PreCheck>(`/api/items/${itemId}/checks/manual`, {
        kind,
        verdict,
        note: note.trim() || null,
        found_model_id: isOther ? found : null,
      }),
    onSuccess: (fresh) => {
      say(text.saved);
      onKept(fresh);
      onClose();
    },
  });
  const verdicts = kind === 'model' ? text.modelVerdicts : text.providerVerdicts;
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        keep.mutate();
      }}
    >
      <Stack gap="sm" mt="sm" maw={520}>
        {keep.error ? <ErrorBox error={keep.error} /> : null}
        <NativeSelect
          label={text.kind}
          value={kind}
          data={[
            { value: 'model', label: text.model },
            { value: 'provider', label: text.provider },
          ]}
          onChange={(e) => setKind(e.currentTarget.value === 'provider' ? 'provider' : 'model')}
          data-autofocus
        />
        <NativeSelect
          label={text.verdict}
          value={verdict}
          data={Object.entries(verdicts).map(([value, label]) => ({ value, label }))}
          onChange={(e) => setVerdict(e.currentTarget.value)}
        />
        {isOther ? (
          <ModelField value={found} onChange={setFound} error={fieldError(keep.error, 'found_model_id')} />
        ) : null}
        <Textarea
          label={kind === 'model' ? `${text.note} (${words.optional})` : text.note}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
          error={fieldError(keep.error, 'note')}
          autosize
          minRows={2}
          maxLength={1000}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={keep.isPending}>
            {text.save}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
