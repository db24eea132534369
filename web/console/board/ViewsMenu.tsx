/** Saved views: a name for what is filtered now. A view is only an address, so it can be shared as a link too. */
import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, patch, post, remove } from '../../client.ts';
import type { SavedView } from '../../contract/cases.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { totalOf, useCounts } from './data.ts';
import { filtersOf } from './filters.ts';

type Kept = Readonly<Record<string, string | undefined>>;

/** A view's query as search parameters; the page it belongs to is kept under `page`. */
function searchOf(view: SavedView): Kept {
  const rest = Object.entries(view.query).filter(([k, v]) => k !== 'page' && typeof v === 'string');
  return Object.fromEntries(rest);
}

function pageOf(view: SavedView): '/board' | '/table' {
  return view.query['page'] === 'table' ? '/table' : '/board';
}

/** How many items the view shows now; asked while the menu is open, and again when something changes. */
function ViewCount({ view }: { view: SavedView }) {
  const t = useTexts();
  const counts = useCounts(filtersOf(searchOf(view)));
  if (!counts.data) return null;
  const { count, capped } = totalOf(counts.data.counts);
  return <span className="num soft small">{t.board.count(count, capped)}</span>;
}

const refresh = () => queries.invalidateQueries({ queryKey: ['views'] });

function SaveView({ first, query, onClose }: { first: SavedView | null; query: Kept; onClose: () => void }) {
  const t = useTexts();
  const [name, setName] = useState(first?.name ?? '');
  const [shared, setShared] = useState(first?.shared ?? false);
  const save = useMutation({
    mutationFn: () =>
      first
        ? patch(`/api/views/${first.id}`, { name, shared, query }, first.version)
        : post('/api/views', { name, shared, query }),
    onSuccess: () => {
      onClose();
      say(t.words.saved);
      return refresh();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={first ? t.board.views.rename : t.board.views.save}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          {save.error ? <ErrorBox error={save.error} /> : null}
          <TextInput
            label={t.board.views.name}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            required
            maxLength={80}
            data-autofocus
          />
          <Checkbox
            label={t.board.views.shared}
            checked={shared}
            onChange={(e) => setShared(e.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t.words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function ViewsMenu({ page, search }: { page: 'board' | 'table'; search: Kept }) {
  const t = useTexts();
  const [saving, setSaving] = useState<{ view: SavedView | null; query: Kept } | null>(null);
  const views = useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => get<{ views: SavedView[] }>('/api/views', undefined, signal),
  });
  const drop = useMutation({
    mutationFn: (view: SavedView) => remove(`/api/views/${view.id}`, view.version),
    onSuccess: refresh,
    onError: sayError,
  });
  const current = { ...search, page };
  const copy = () => {
    void navigator.clipboard?.writeText(location.href).then(() => say(t.words.copied));
  };
  return (
    <>
      <Menu width={290} position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={15} />}>
            {t.board.views.title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.data?.views.length === 0 ? <Menu.Label>{t.board.views.none}</Menu.Label> : null}
          {views.data?.views.map((view) => (
            <Menu.Sub key={view.id}>
              <Menu.Sub.Target>
                <Menu.Sub.Item rightSection={<ViewCount view={view} />}>
                  {view.name}{' '}
                  {view.shared ? <span className="small soft">({t.board.views.sharedMark})</span> : null}
                </Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <Menu.Item component={Link} {...({ to: pageOf(view), search: searchOf(view) } as object)}>
                  {t.words.open}
                </Menu.Item>
                {view.mine === false ? null : (
                  <>
                    <Menu.Item
                      onClick={() =>
                        setSaving({ view, query: { ...searchOf(view), page: pageOf(view).slice(1) } })
                      }
                    >
                      {t.board.views.rename}
                    </Menu.Item>
                    <Menu.Item onClick={() => setSaving({ view, query: current })}>
                      {t.board.views.update}
                    </Menu.Item>
                    <Menu.Item color="red" onClick={() => drop.mutate(view)}>
                      {t.board.views.delete}
                    </Menu.Item>
                  </>
                )}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving({ view: null, query: current })}>
            {t.board.views.save}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t.board.views.copy}
        title={t.board.views.copy}
        onClick={copy}
      >
        <IconLink size={17} />
      </ActionIcon>
      {saving ? <SaveView first={saving.view} query={saving.query} onClose={() => setSaving(null)} /> : null}
    </>
  );
}
