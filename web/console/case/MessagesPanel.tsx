/** What was written both ways about a case. */
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { get, post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { ThreadMessage } from '../../contract/messages.ts';
import type { List } from '../../contract/session.ts';
import { useLetter } from '../messages/letter-draft.ts';
import { MailFiles, MailText } from '../messages/MailWords.tsx';
import { UseAsProof } from '../messages/UseAsProof.tsx';
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
const Composer = lazy(() => import('../messages/Composer.tsx').then((m) => ({ default: m.Composer })));

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
          <Ago at={m.at} /> {m.name ? t.macros.by(m.name) : null}
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

type CameInProps = {
  message: ThreadMessage;
  data: Case;
  onReply: ((to: ThreadMessage) => void) | null;
};

function CameIn({ message: m, data, onReply }: CameInProps) {
  const texts = useTexts();
  const t = texts.incoming;
  const caseId = data.id;
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
      <UseAsProof caseRef={data.reference} files={m.attachments} />
      {may('messages.send') ? (
        <Group gap="xs" mt={6}>
          {isNew ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={read.isPending}
              onClick={() => read.mutate()}
            >
              {t.read}
            </Button>
          ) : null}
          {onReply && !m.automatic ? (
            <Button size="compact-sm" variant="subtle" onClick={() => onReply(m)}>
              {texts.macros.reply}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </li>
  );
}

/** “Re: …”, once. */
function answerTo(subject: string | null): string {
  if (!subject) return '';
  return /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function useWriting(data: Case) {
  const { letter, begin, change, end } = useLetter(data.id, data.locale);
  const [isOpen, setOpen] = useState(false);
  return {
    letter,
    isOpen,
    change,
    write: () => {
      if (!letter) begin();
      setOpen(true);
    },
    // A letter begun is gone on with: its words were somebody's work.
    reply: (to: ThreadMessage) => {
      const answers = { id: to.id, text: to.text ?? '' };
      if (letter) change({ answers });
      else begin({ subject: answerTo(to.subject).slice(0, 150), itemId: to.item_id, answers });
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      if (letter && !letter.subject.trim() && !letter.body.trim()) end();
    },
    end: () => {
      setOpen(false);
      end();
    },
  };
}

export function MessagesPanel({ data }: { data: Case }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const writing = useWriting(data);
  const caseId = data.id;
  const canWrite = may('messages.send') && Boolean(data.contact.email);
  const query = useQuery({
    queryKey: ['case-messages', caseId],
    queryFn: ({ signal }) => get<List<ThreadMessage>>(`/api/cases/${caseId}/thread`, undefined, signal),
    enabled: may('messages.view'),
    refetchInterval: 60_000,
  });
  if (!may('messages.view')) return null;
  return (
    <Panel title={t.desk.messages.title}>
      {may('messages.send') && !canWrite ? <Note>{t.macros.noAddress}</Note> : null}
      {canWrite ? (
        <Group gap="xs" mb="sm">
          <Button size="xs" variant="default" onClick={writing.write}>
            {writing.letter && !writing.isOpen ? t.macros.goOn : t.macros.write}
          </Button>
          {writing.letter && !writing.isOpen ? <span className="small soft">{t.macros.kept}</span> : null}
        </Group>
      ) : null}
      <Shown query={query} rows={2}>
        {({ items }) => (
          <ul className={css.plainList}>
            {items.length === 0 ? <li className="soft">{t.incoming.noThread}</li> : null}
            {items.map((m) =>
              m.direction === 'out' ? (
                <Sent key={m.id} message={m} caseId={caseId} onOpen={setOpen} />
              ) : (
                <CameIn key={m.id} message={m} data={data} onReply={canWrite ? writing.reply : null} />
              ),
            )}
          </ul>
        )}
      </Shown>
      <Suspense>
        {open ? <MessagePreview id={open} onClose={() => setOpen(null)} /> : null}
        {writing.isOpen && writing.letter ? (
          <Composer
            data={data}
            letter={writing.letter}
            onChange={writing.change}
            onClose={writing.close}
            onEnd={writing.end}
          />
        ) : null}
      </Suspense>
    </Panel>
  );
}
