/** Search a model, choose the variant, answer what is asked; the price follows each answer. */
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Category, Model, Variant } from '../../contract/catalog.ts';
import type { List } from '../../contract/session.ts';
import { Amount } from '../parts/Mark.tsx';
import { ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import css from './Counter.module.css';
import type { Device } from './DeviceList.tsx';
import { QuestionStep } from './QuestionStep.tsx';

const CATEGORIES: readonly Category[] = ['phone', 'tablet', 'laptop', 'watch'];

function Unlisted({ onAdd, onBack }: { onAdd: (device: Device) => void; onBack: () => void }) {
  const t = useTexts();
  const words = t.bench.walkIn;
  const [category, setCategory] = useState<Category>('phone');
  const [description, setDescription] = useState('');
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        onAdd({
          input: { unlisted: { category, description: description.trim() } },
          title: description.trim(),
          price: null,
        });
      }}
    >
      <Stack gap="md">
        <p className="soft">{words.unlistedText}</p>
        <NativeSelect
          label={words.category}
          value={category}
          onChange={(e) => setCategory(CATEGORIES.find((c) => c === e.currentTarget.value) ?? 'phone')}
          data={CATEGORIES.map((c) => ({ value: c, label: t.workflow.categories[c] }))}
        />
        <Textarea
          label={words.description}
          value={description}
          onChange={(e) => setDescription(e.currentTarget.value)}
          required
          autosize
          minRows={2}
          maxLength={500}
          autoFocus
        />
        <div className={css.row}>
          <Button type="submit" disabled={!description.trim()}>
            {t.words.add}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t.words.back}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function ModelSearch({ onPick, onUnlisted }: { onPick: (model: Model) => void; onUnlisted: () => void }) {
  const t = useTexts();
  const words = t.bench.walkIn;
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 140);
  const query = useQuery({
    queryKey: ['models', asked],
    queryFn: ({ signal }) => get<List<Model>>('/api/catalog/models', { q: asked, limit: 12 }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={words.search}
        placeholder={words.placeholder}
        value={q}
        onChange={(e) => setQ(e.currentTarget.value)}
        leftSection={<IconSearch size={17} />}
        size="md"
        autoFocus
        autoComplete="off"
        onKeyDown={(e) => {
          const first = query.data?.items[0];
          if (e.key !== 'Enter' || !first || asked !== q.trim()) return;
          e.preventDefault();
          onPick(first);
        }}
      />
      <Shown query={query} rows={5}>
        {({ items }) => (
          <ul className={css.models}>
            {items.map((m) => (
              <li key={m.id}>
                <button className={css.model} onClick={() => onPick(m)}>
                  <span>{m.title}</span>
                  <span className="small soft">{t.workflow.categories[m.category]}</span>
                  <Amount value={m.from_price} />
                </button>
              </li>
            ))}
            {items.length === 0 ? <li className="soft">{words.nothing(asked)}</li> : null}
          </ul>
        )}
      </Shown>
      {query.error ? <ErrorBox error={query.error} /> : null}
      <div>
        <Button variant="subtle" size="compact-sm" onClick={onUnlisted}>
          {words.unlisted}
        </Button>
      </div>
    </Stack>
  );
}

export function DevicePicker({ onAdd }: { onAdd: (device: Device) => void }) {
  const t = useTexts();
  const words = t.bench.walkIn;
  const [model, setModel] = useState<Model | null>(null);
  const [variant, setVariant] = useState<Variant | null>(null);
  const [unlisted, setUnlisted] = useState(false);
  const pick = (m: Model) => {
    setModel(m);
    setVariant(m.variants.length === 1 ? (m.variants[0] ?? null) : null);
  };
  if (unlisted)
    return (
      <Panel title={words.unlisted}>
        <Unlisted onAdd={onAdd} onBack={() => setUnlisted(false)} />
      </Panel>
    );
  if (!model)
    return (
      <Panel title={words.steps.device}>
        <ModelSearch onPick={pick} onUnlisted={() => setUnlisted(true)} />
      </Panel>
    );
  return (
    <Panel
      title={model.title}
      actions={
        <Button size="compact-sm" variant="subtle" onClick={() => setModel(null)}>
          {words.changeDevice}
        </Button>
      }
    >
      <Stack gap="lg">
        {model.variants.length > 1 ? (
          <fieldset className={css.question}>
            <legend>{words.variant}</legend>
            <div className={css.answers}>
              {model.variants.map((v, i) => (
                <button
                  key={v.id}
                  type="button"
                  className={css.answer}
                  aria-pressed={variant?.id === v.id}
                  onClick={() => setVariant(v)}
                  autoFocus={i === 0}
                >
                  {v.label}
                </button>
              ))}
            </div>
          </fieldset>
        ) : null}
        {variant ? <QuestionStep key={variant.id} model={model} variant={variant} onAdd={onAdd} /> : null}
      </Stack>
    </Panel>
  );
}
