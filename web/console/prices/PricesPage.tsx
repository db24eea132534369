/** The price book: its versions, the table of one, and a draft to change it in. */
import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post, remove } from '../../client.ts';
import type { Category, PriceBook, PriceVersion } from '../../contract/catalog.ts';
import type { List } from '../../contract/session.ts';
import { Ask } from '../parts/Ask.tsx';
import { dayText } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { Empty, Panel, Shown } from '../parts/Panel.tsx';
import { sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';
import css from './Prices.module.css';
import { PriceGrid } from './PriceGrid.tsx';
import { PricesFrame } from './PricesFrame.tsx';
import { PublishDialog } from './PublishDialog.tsx';

const CATEGORIES: readonly Category[] = ['phone', 'tablet', 'laptop', 'watch'];

export const refreshVersions = () => queries.invalidateQueries({ queryKey: ['price-versions'] });

function useVersionName() {
  const { texts: t, locale } = useSpeech();
  return (v: PriceVersion) => {
    const state =
      v.state === 'draft'
        ? t.prices.draft
        : v.in_force
          ? t.prices.inForce
          : v.effective_from
            ? t.prices.from(dayText(v.effective_from, locale))
            : '';
    return `${t.prices.number(v.number)} · ${state}`;
  };
}

function DraftMenu({ version, onGone }: { version: PriceVersion; onGone: () => void }) {
  const { texts: t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const drop = useMutation({
    mutationFn: () => remove(`/api/price-versions/${version.id}`, version.version),
    onSuccess: () => {
      setAsking(false);
      onGone();
      return refreshVersions();
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" aria-label={t.words.actions} px={8}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" onClick={() => setAsking(true)}>
            {t.prices.discard}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Ask
        open={asking}
        title={t.prices.discard}
        confirm={t.prices.discard}
        danger
        busy={drop.isPending}
        error={drop.error}
        onConfirm={() => drop.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t.prices.discardText}</p>
      </Ask>
    </>
  );
}

function Book({ book, versions }: { book: PriceBook; versions: PriceVersion[] }) {
  const { texts: t } = useSpeech();
  const may = useMay();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const name = useVersionName();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const [category, setCategory] = useState('');
  const [priced, setPriced] = useState('yes');
  const [publishing, setPublishing] = useState(false);
  const version =
    versions.find((v) => v.id === search['version']) ?? versions.find((v) => v.in_force) ?? versions[0];
  const go = (id: string) =>
    void navigate({ to: '/prices', search: { ...search, version: id }, replace: true });
  const draft = useMutation({
    mutationFn: () => post<PriceVersion>('/api/price-versions', { currency: book.currency }),
    onSuccess: async (made) => {
      await refreshVersions();
      go(made.id);
    },
    onError: sayError,
  });
  const open = versions.find((v) => v.state === 'draft');
  const editable = version?.state === 'draft' && may('prices.edit');
  return (
    <Panel bare>
      <div className={css.bar}>
        {version ? (
          <NativeSelect
            size="xs"
            aria-label={t.prices.version}
            value={version.id}
            data={versions.map((v) => ({ value: v.id, label: name(v) }))}
            onChange={(e) => go(e.currentTarget.value)}
          />
        ) : null}
        {version?.state === 'draft' ? <Pill tone="amber">{t.prices.draft}</Pill> : null}
        {version?.in_force ? <Pill tone="green">{t.prices.inForce}</Pill> : null}
        {version?.prices === undefined ? null : (
          <span className="soft small num">{t.prices.count(version.prices)}</span>
        )}
        <span className={css.push} />
        {may('prices.edit') && !open ? (
          <Button size="xs" variant="default" loading={draft.isPending} onClick={() => draft.mutate()}>
            {t.prices.newDraft}
          </Button>
        ) : null}
        {editable ? (
          <>
            <Button size="xs" onClick={() => setPublishing(true)}>
              {t.prices.publish}
            </Button>
            <DraftMenu version={version} onGone={() => go('')} />
          </>
        ) : null}
      </div>
      <div className={css.bar}>
        <TextInput
          size="xs"
          w={220}
          value={q}
          onChange={(e) => setQ(e.currentTarget.value)}
          aria-label={t.prices.find}
          placeholder={t.prices.find}
          leftSection={<IconSearch size={14} />}
        />
        <NativeSelect
          size="xs"
          aria-label={t.prices.category}
          value={category}
          data={[
            { value: '', label: `${t.prices.category}: ${t.words.all}` },
            ...CATEGORIES.map((c) => ({ value: c, label: t.workflow.categories[c] })),
          ]}
          onChange={(e) => setCategory(e.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t.prices.priced}
          value={priced}
          data={[
            { value: 'yes', label: t.prices.priced },
            { value: 'no', label: t.prices.unpriced },
            { value: '', label: t.words.all },
          ]}
          onChange={(e) => setPriced(e.currentTarget.value)}
        />
        <span className="small soft">{editable ? t.prices.editHint : t.prices.readOnly}</span>
      </div>
      {version ? (
        <PriceGrid
          key={version.id}
          version={version}
          editable={editable}
          filter={{ q: asked, category, priced }}
        />
      ) : (
        <Empty>{t.prices.none}</Empty>
      )}
      {publishing && version ? (
        <PublishDialog version={version} onClose={() => setPublishing(false)} />
      ) : null}
    </Panel>
  );
}

function Versions({ book }: { book: PriceBook }) {
  const query = useQuery({
    queryKey: ['price-versions', book.id],
    queryFn: ({ signal }) =>
      get<List<PriceVersion>>(`/api/price-books/${book.id}/versions`, undefined, signal),
  });
  return <Shown query={query}>{({ items }) => <Book book={book} versions={items} />}</Shown>;
}

export function PricesPage() {
  const { texts: t } = useSpeech();
  const [chosen, setChosen] = useState('');
  const query = useQuery({
    queryKey: ['price-books'],
    queryFn: ({ signal }) => get<{ items: PriceBook[] }>('/api/price-books', undefined, signal),
  });
  const books = query.data?.items ?? [];
  const book = books.find((b) => b.id === chosen) ?? books[0];
  return (
    <PricesFrame
      intro={t.prices.intro}
      actions={
        books.length > 1 ? (
          <NativeSelect
            aria-label={t.prices.book}
            value={book?.id ?? ''}
            data={books.map((b) => ({ value: b.id, label: `${b.name} (${b.currency})` }))}
            onChange={(e) => setChosen(e.currentTarget.value)}
          />
        ) : undefined
      }
    >
      <Shown query={query}>
        {() => (book ? <Versions key={book.id} book={book} /> : <Empty>{t.prices.none}</Empty>)}
      </Shown>
    </PricesFrame>
  );
}
