/** A message as the customer got it, in a frame that runs nothing and reaches nothing. */
import { Button, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../client.ts';
import type { Message } from '../../contract/money.ts';
import css from '../case/Case.module.css';
import { nameOf } from '../parts/format.ts';
import { Pill, stateTone, When } from '../parts/Mark.tsx';
import { Fact, Facts, Note, Shown } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { MailFrame } from './MailFrame.tsx';

function Resend({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTexts();
  const send = useMutation({
    mutationFn: () => post(`/api/messages/${id}/resend`),
    onSuccess: () => {
      say(t.owner.messages.resent);
      void queries.invalidateQueries({ queryKey: ['messages'] });
      onDone();
    },
    onError: sayError,
  });
  return (
    <Button size="xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
      {t.owner.messages.resend}
    </Button>
  );
}

export function MessagePreview({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts();
  const may = useMay();
  const query = useQuery({
    queryKey: ['message', id],
    queryFn: ({ signal }) => get<Message>(`/api/messages/${id}`, undefined, signal),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={query.data?.subject ?? t.desk.messages.preview}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Shown query={query}>
        {(m) => (
          <Stack gap="sm">
            <Facts>
              <Fact name={t.desk.messages.to}>{m.to}</Fact>
              <Fact name={t.owner.messages.state}>
                <Pill tone={stateTone(m.state)}>{nameOf(t.owner.messages.states, m.state)}</Pill>{' '}
                <When at={m.sent_at ?? m.created_at} />
              </Fact>
            </Facts>
            {may('messages.edit') && (m.state === 'failed' || m.state === 'outbox') ? (
              <div>
                <Resend id={id} onDone={onClose} />
              </div>
            ) : null}
            {m.last_error ? <Note tone="warn">{m.last_error}</Note> : null}
            {m.html ? (
              <MailFrame html={m.html} title={m.subject ?? t.desk.messages.preview} />
            ) : (
              <pre className={css.noteBody}>{m.text}</pre>
            )}
          </Stack>
        )}
      </Shown>
    </Modal>
  );
}
