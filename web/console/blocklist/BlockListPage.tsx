/** Devices we do not take: look up, add, take off, take a whole list. */
import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, remove } from '../../client.ts';
import type { BlockedDevice } from '../../contract/checks.ts';
import type { List } from '../../contract/session.ts';
import { dayText } from '../parts/format.ts';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, ErrorBox, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech, useTexts } from '../texts.tsx';
import { AddBlocked } from './AddBlocked.tsx';
import { ImportList } from './ImportList.tsx';

function TakeOff({ entry, onClose }: { entry: BlockedDevice; onClose: () => void }) {
  const { checks, words } = useTexts();
  const text = checks.list;
  const off = useMutation({
    mutationFn: () => remove<BlockedDevice>(`/api/blocked-devices/${entry.id}`),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['blocked-devices'] });
      say(text.off(entry.number));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.takeOffSure(entry.number)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack gap="sm">
        {off.error ? <ErrorBox error={off.error} /> : null}
        <p>{entry.reason}</p>
        <p className="soft">{text.takeOffText}</p>
        <Group gap="xs">
          <Button color="red" loading={off.isPending} onClick={() => off.mutate()}>
            {text.takeOff}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Entries({
  items,
  removed,
  onTakeOff,
}: {
  items: BlockedDevice[];
  removed: boolean;
  onTakeOff: (entry: BlockedDevice) => void;
}) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const text = t.checks.list;
  return (
    <DataTable
      label={text.title}
      head={
        <>
          <th>{text.number}</th>
          <th>{text.reason}</th>
          <th>{removed ? text.removed : text.added}</th>
          <th>
            <span className="hidden-visually">{t.words.actions}</span>
          </th>
        </>
      }
    >
      {items.map((one) => {
        const who = removed ? one.removed_by?.name : one.added_by.name;
        return (
          <tr key={one.id}>
            <td>
              <span className="mono">{one.number}</span>
              {one.unit_id ? (
                <div className="small">
                  <Link to="/units/$id" params={{ id: one.unit_id }}>
                    {text.here}
                  </Link>
                </div>
              ) : null}
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>{one.reason}</td>
            <td>
              <span className="num">{dayText(one.removed_at ?? one.added_at, locale)}</span>
              <div className="small soft">
                {[who, one.source === 'import' && !removed ? text.fromImport : null]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </td>
            <td>
              {!removed && may('block_list.edit') ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => onTakeOff(one)}
                  aria-label={`${text.takeOff}: ${one.number}`}
                >
                  {text.takeOff}
                </Button>
              ) : null}
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

export function BlockListPage() {
  const t = useTexts();
  const may = useMay();
  const text = t.checks.list;
  const [q, setQ] = useState('');
  const [removed, setRemoved] = useState(false);
  const [dialog, setDialog] = useState<'add' | 'import' | BlockedDevice | null>(null);
  const [asked] = useDebouncedValue(q.trim(), 200);
  const query = useInfiniteQuery({
    queryKey: ['blocked-devices', asked, removed],
    queryFn: ({ pageParam, signal }) =>
      get<List<BlockedDevice>>('/api/blocked-devices', { q: asked, removed, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((p) => p.items) ?? [];
  const close = () => setDialog(null);
  return (
    <Page
      title={text.title}
      intro={text.intro}
      actions={
        may('block_list.edit') ? (
          <Group gap="xs">
            <Button size="sm" leftSection={<IconPlus size={16} />} onClick={() => setDialog('add')}>
              {text.add}
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconFileImport size={16} />}
              onClick={() => setDialog('import')}
            >
              {text.import}
            </Button>
          </Group>
        ) : null
      }
    >
      <Group gap="sm">
        <TextInput
          value={q}
          onChange={(e) => setQ(e.currentTarget.value)}
          placeholder={text.find}
          aria-label={text.find}
          leftSection={<IconSearch size={16} />}
          data-scan="here"
          style={{ flex: '1 1 220px', maxWidth: 340 }}
        />
        <SegmentedControl
          aria-label={text.title}
          value={removed ? 'past' : 'current'}
          onChange={(value) => setRemoved(value === 'past')}
          data={[
            { value: 'current', label: text.current },
            { value: 'past', label: text.past },
          ]}
        />
      </Group>
      <Panel bare>
        {query.isPending ? (
          <div style={{ padding: 16 }}>
            <Waiting rows={6} />
          </div>
        ) : null}
        {query.error && !query.data ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && items.length === 0 ? (
          <Empty>{asked ? text.nothing(asked) : text.none}</Empty>
        ) : null}
        {items.length > 0 ? <Entries items={items} removed={removed} onTakeOff={setDialog} /> : null}
        <More of={query} />
      </Panel>
      {dialog === 'add' ? <AddBlocked onClose={close} /> : null}
      {dialog === 'import' ? <ImportList onClose={close} /> : null}
      {dialog && typeof dialog === 'object' ? <TakeOff entry={dialog} onClose={close} /> : null}
    </Page>
  );
}
