/** Every message to customers; without a mail server this is the outbox. */
import { Group, NativeSelect, Stack, Tabs } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Message } from '../../contract/money.ts';
import type { List } from '../../contract/session.ts';
import caseCss from '../case/Case.module.css';
import css from './Messages.module.css';
import { nameOf } from '../parts/format.ts';
import { Ago, Pill, stateTone } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, ErrorBox, Note, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { ChatLines } from './ChatLines.tsx';
import { Incoming } from './Incoming.tsx';
import { MacrosTab } from './MacrosTab.tsx';
import { TemplatesTab } from './TemplatesTab.tsx';
import { MessagePreview } from './MessagePreview.tsx';

/** Mails to and from customers, and lines in the team's chat; which one is part of the address. */
export function MessagesPage() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = search['tab'] ?? 'mails';
  const waiting = useQuery({
    queryKey: ['inbound', 'counts'],
    queryFn: ({ signal }) =>
      get<{ unmatched: number; unread: number }>('/api/inbound/counts', undefined, signal),
    refetchInterval: 60_000,
  });
  const unmatched = waiting.data?.unmatched ?? 0;
  return (
    <Tabs
      value={tab}
      onChange={(to) =>
        void navigate({ to: '/messages', search: to && to !== 'mails' ? { tab: to } : {}, replace: true })
      }
      keepMounted={false}
    >
      <Page title={t.owner.messages.title} intro={t.owner.messages.intro}>
        <Tabs.List mb={16}>
          <Tabs.Tab value="mails">{t.connections.lines.mails}</Tabs.Tab>
          <Tabs.Tab value="incoming">
            {t.incoming.tab} {unmatched > 0 ? <span className="num soft">{unmatched}</span> : null}
          </Tabs.Tab>
          <Tabs.Tab value="templates">{t.templates.tab}</Tabs.Tab>
          <Tabs.Tab value="macros">{t.macros.tab}</Tabs.Tab>
          <Tabs.Tab value="chat">{t.connections.lines.title}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="mails">
          <Mails />
        </Tabs.Panel>
        <Tabs.Panel value="incoming">
          <Incoming />
        </Tabs.Panel>
        <Tabs.Panel value="templates">
          <TemplatesTab />
        </Tabs.Panel>
        <Tabs.Panel value="macros">
          <MacrosTab />
        </Tabs.Panel>
        <Tabs.Panel value="chat">
          <ChatLines />
        </Tabs.Panel>
      </Page>
    </Tabs>
  );
}

function Mails() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const state = search['state'] ?? '';
  const query = useInfiniteQuery({
    queryKey: ['messages', state],
    queryFn: ({ pageParam, signal }) =>
      get<List<Message>>('/api/messages', { state, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Stack gap="md">
      <Group justify="flex-end">
        <NativeSelect
          aria-label={t.owner.messages.state}
          value={state}
          onChange={(e) =>
            void navigate({
              to: '/messages',
              search: e.currentTarget.value ? { state: e.currentTarget.value } : {},
              replace: true,
            })
          }
          data={[
            { value: '', label: t.owner.messages.all },
            ...Object.entries(t.owner.messages.states).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Group>
      {items.some((m) => m.state === 'outbox') ? <Note>{t.owner.messages.outbox}</Note> : null}
      <Panel bare>
        {query.isPending ? (
          <div style={{ padding: 16 }}>
            <Waiting rows={8} />
          </div>
        ) : null}
        {query.error && !query.data ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && items.length === 0 ? <Empty>{t.owner.messages.none}</Empty> : null}
        {items.length > 0 ? (
          <div className={css.cards}>
            <DataTable
              label={t.owner.messages.title}
              head={
                <>
                  <th>{t.owner.messages.subject}</th>
                  <th>{t.owner.messages.to}</th>
                  <th>{t.owner.messages.case}</th>
                  <th>{t.owner.messages.state}</th>
                  <th>{t.owner.messages.when}</th>
                </>
              }
            >
              {items.map((m) => (
                <tr key={m.id}>
                  <td>
                    <button className={caseCss.linkish} onClick={() => setOpen(m.id)}>
                      {m.subject ?? nameOf(t.owner.messages.events, m.event)}
                    </button>
                    {m.last_error ? (
                      <div className="small" style={{ color: 'var(--red)' }}>
                        {m.last_error}
                      </div>
                    ) : null}
                  </td>
                  <td>{m.to}</td>
                  <td>
                    {m.reference ? (
                      <Link to="/cases/$ref" params={{ ref: m.reference }} className="num">
                        {m.reference}
                      </Link>
                    ) : null}
                  </td>
                  <td>
                    <Pill tone={stateTone(m.state)}>{nameOf(t.owner.messages.states, m.state)}</Pill>
                  </td>
                  <td>
                    <Ago at={m.created_at} />
                  </td>
                </tr>
              ))}
            </DataTable>
          </div>
        ) : null}
        <More of={query} />
      </Panel>
      {open ? <MessagePreview id={open} onClose={() => setOpen(null)} /> : null}
    </Stack>
  );
}
