/** What was said in the team's chat, and what could not be. */
import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get, post } from '../../client.ts';
import type { ChatLine } from '../../contract/connections.ts';
import type { List } from '../../contract/session.ts';
import { Ago, Pill, type Tone } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { DataTable, Empty, ErrorBox, Note, Panel, Waiting } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { ChatWords } from './ChatWords.tsx';

const TONES: Readonly<Record<ChatLine['state'], Tone>> = {
  queued: 'blue',
  sending: 'blue',
  sent: 'green',
  kept: 'grey',
  failed: 'red',
  unknown: 'amber',
};
const AGAIN: ReadonlySet<ChatLine['state']> = new Set(['failed', 'unknown', 'kept']);

function Line({ line }: { line: ChatLine }) {
  const t = useTexts().connections.lines;
  const may = useMay();
  const again = useMutation({
    mutationFn: () => post(`/api/chat-lines/${line.id}/retry`),
    onSuccess: () => say(t.said),
    onError: sayError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['chat-lines'] }),
  });
  return (
    <tr>
      <td style={{ minWidth: 240 }}>
        {line.reference ? (
          <Link to="/cases/$ref" params={{ ref: line.reference }}>
            {line.text}
          </Link>
        ) : (
          line.text
        )}
        {line.last_error ? (
          <div className="small" style={{ color: 'var(--red)', overflowWrap: 'anywhere' }}>
            {line.last_error}
          </div>
        ) : null}
        {line.state === 'unknown' ? <div className="small soft">{t.unclear}</div> : null}
      </td>
      <td style={{ whiteSpace: 'nowrap' }}>{line.channel}</td>
      <td>
        <Pill tone={TONES[line.state]}>{t.states[line.state]}</Pill>
      </td>
      <td>
        <Ago at={line.created_at} />
      </td>
      <td>
        {AGAIN.has(line.state) && may('messages.edit') ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            aria-label={`${t.say}: ${line.text}`}
            onClick={() => again.mutate()}
          >
            {t.say}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** A tab of the messages. */
export function ChatLines() {
  const texts = useTexts();
  const t = texts.connections.lines;
  const query = useInfiniteQuery({
    queryKey: ['chat-lines'],
    queryFn: ({ pageParam, signal }) => get<List<ChatLine>>('/api/chat-lines', { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  const lines = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <ChatWords />
      {lines[0]?.state === 'kept' ? <Note>{t.keptNote}</Note> : null}
      <Panel bare label={t.title}>
        {query.isPending ? (
          <div style={{ padding: 16 }}>
            <Waiting rows={5} />
          </div>
        ) : null}
        {query.error && !query.data ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && lines.length === 0 ? <Empty>{t.none}</Empty> : null}
        {lines.length > 0 ? (
          <DataTable
            label={t.title}
            head={
              <>
                <th>{t.text}</th>
                <th>{t.channel}</th>
                <th>{texts.owner.messages.state}</th>
                <th>{texts.owner.messages.when}</th>
                <th>
                  <span className="hidden-visually">{texts.words.actions}</span>
                </th>
              </>
            }
          >
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </DataTable>
        ) : null}
        <More of={query} />
      </Panel>
    </Stack>
  );
}
