/** What was written both ways about a case. */
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { get, post } from '../../client.ts';
import type { ThreadMessage } from '../../contract/messages.ts';
import type { List } from '../../contract/session.ts';
import { MailFiles, MailText } from '../messages/MailWords.tsx';
import { nameOf } from '../parts/format.ts';
import { Ago, Pill, stateTone } from '../parts/Mark.tsx';
import { Note, Panel, Shown } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

const MessagePreview = lazy(() =>
  import('../messages/MessagePreview.tsx').then((m) => ({ default: m.MessagePreview })),
);

type LineProps = { message: ThreadMessage; caseId: string; onOpen: (id: string) => void };

function Sent({ message: m, caseId, onOpen }: LineProps) {
  const t = useTexts();
  const may = useMay();
  const resend = useMutation({
    mutationFn: () => post(`/api/messages/${m.id}/resend`),
    onSuccess: () => say(t.owner.messages.resent),
    onError: sayError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['case-messages', caseId] }),
  });
  const title = m.subject ?? nameOf(t.owner.messages.events, m.event ?? '');
  const isStuck = m.state === 'failed' || m.state === 'unknown';
  return (
    <li>
      <div className={css.row}>
        <button className={css.linkish} onClick={() => onOpen(m.id)}>
          {title}
        </button>
        <Pill tone={stateTone(m.state ?? '')}>{nameOf(t.owner.messages.states, m.state ?? '')}</Pill>
        <span className="small soft">
          <Ago at={m.at} />
        </span>
      </div>
      {m.last_error ? (
        <div className="small" style={{ color: 'var(--red)', overflowWrap: 'anywhere' }}>
          {m.last_error}
        </div>
      ) : null}
      {isStuck && may('messages.edit') ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          loading={resend.isPending}
          aria-label={`${t.owner.messages.resend}: ${title}`}
          onClick={() => resend.mutate()}
        >
          {t.owner.messages.resend}
        </Button>
      ) : null}
    </li>
  );
}

function CameIn({ message: m, caseId }: Omit<LineProps, 'onOpen'>) {
  const t = useTexts().incoming;
  const may = useMay();
  const read = useMutation({
    mutationFn: () => post(`/api/inbound/${m.id}/read`),
    onError: sayError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['case-messages', caseId] }),
  });
  const isNew = !m.read_at && !m.automatic;
  return (
    <li className={css.noteBody} data-customer>
      <div className={css.row}>
        <strong>{m.subject || t.noSubject}</strong>
        {isNew ? <Pill tone="blue">{t.newMail}</Pill> : null}
        {m.automatic ? <Pill tone="grey">{t.automatic}</Pill> : null}
        {m.other_sender ? <Pill tone="amber">{t.otherSender}</Pill> : null}
        <span className="small">
          <Ago at={m.at} />
        </span>
      </div>
      <div className="small">{m.name ? `${m.name} · ${m.address}` : m.address}</div>
      {m.other_sender ? <Note tone="warn">{t.otherHint}</Note> : null}
      <div style={{ marginTop: 6 }}>
        <MailText text={m.text ?? ''} />
      </div>
      <MailFiles files={m.attachments} />
      {isNew && may('messages.send') ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={6}
          loading={read.isPending}
          onClick={() => read.mutate()}
        >
          {t.read}
        </Button>
      ) : null}
    </li>
  );
}

export function MessagesPanel({ caseId }: { caseId: string }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['case-messages', caseId],
    queryFn: ({ signal }) => get<List<ThreadMessage>>(`/api/cases/${caseId}/thread`, undefined, signal),
    enabled: may('messages.view'),
    refetchInterval: 60_000,
  });
  if (!may('messages.view')) return null;
  return (
    <Panel title={t.desk.messages.title}>
      <Shown query={query} rows={2}>
        {({ items }) => (
          <ul className={css.plainList}>
            {items.length === 0 ? <li className="soft">{t.incoming.noThread}</li> : null}
            {items.map((m) =>
              m.direction === 'out' ? (
                <Sent key={m.id} message={m} caseId={caseId} onOpen={setOpen} />
              ) : (
                <CameIn key={m.id} message={m} caseId={caseId} />
              ),
            )}
          </ul>
        )}
      </Shown>
      <Suspense>{open ? <MessagePreview id={open} onClose={() => setOpen(null)} /> : null}</Suspense>
    </Panel>
  );
}
