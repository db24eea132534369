/** What the shop connects to: one panel for each port, each with its own form, test and last result. */
import { useQuery } from '@tanstack/react-query';
import { Stack } from '@mantine/core';
import { get } from '../../client.ts';
import type { Connection } from '../../contract/connections.ts';
import type { List } from '../../contract/session.ts';
import { Shown } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { ConnectionPanel } from './ConnectionPanel.tsx';

export function ConnectionsSettings() {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => get<List<Connection>>('/api/connections', undefined, signal),
    refetchOnWindowFocus: false,
  });
  return (
    <Stack gap="md">
      <p className="soft">{t.connections.intro}</p>
      <Shown query={query} rows={8}>
        {({ items }) =>
          items.map((one) => <ConnectionPanel key={`${one.port} ${one.version}`} connection={one} />)
        }
      </Shown>
    </Stack>
  );
}
