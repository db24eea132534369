import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Customer, List } from '../../contract/session.ts';
import { dayText, nameOf } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, ErrorBox, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';

/** Everybody who ever offered us something. */
export function CustomersPage() {
  const { texts: t, locale } = useSpeech();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const query = useInfiniteQuery({
    queryKey: ['customers', asked],
    queryFn: ({ pageParam, signal }) =>
      get<List<Customer>>('/api/customers', { q: asked, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Page
      title={t.owner.customers.title}
      actions={
        <TextInput
          w={260}
          value={q}
          onChange={(e) => setQ(e.currentTarget.value)}
          placeholder={t.owner.customers.find}
          aria-label={t.owner.customers.find}
          leftSection={<IconSearch size={16} />}
        />
      }
    >
      <Panel bare>
        {query.isPending ? (
          <div style={{ padding: 16 }}>
            <Waiting rows={8} />
          </div>
        ) : null}
        {query.error && !query.data ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && items.length === 0 ? <Empty>{t.owner.customers.none}</Empty> : null}
        {items.length > 0 ? (
          <DataTable
            label={t.owner.customers.title}
            head={
              <>
                <th>{t.owner.customers.name}</th>
                <th>{t.owner.customers.email}</th>
                <th>{t.owner.customers.phone}</th>
                <th>{t.owner.customers.flag}</th>
                <th>{t.owner.customers.since}</th>
              </>
            }
          >
            {items.map((c) => (
              <tr key={c.id}>
                <td>
                  <Link to="/customers/$id" params={{ id: c.id }}>
                    {c.name}
                  </Link>
                  {c.company ? <div className="small soft">{c.company}</div> : null}
                </td>
                <td>{c.email}</td>
                <td className="num">{c.phone}</td>
                <td>
                  {c.flag === 'none' ? null : (
                    <Pill tone={c.flag === 'trusted' ? 'green' : c.flag === 'blocked' ? 'red' : 'amber'}>
                      {nameOf(t.workflow.flags, c.flag)}
                    </Pill>
                  )}
                </td>
                <td>{dayText(c.created_at, locale)}</td>
              </tr>
            ))}
          </DataTable>
        ) : null}
        <More of={query} />
      </Panel>
    </Page>
  );
}
