/** Mail of customers: what found no case waits here for a person. */
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { get, post, problemOf } from '../../client.ts';
import type { InboundMail, InboundState } from '../../contract/messages.ts';
import type { List } from '../../contract/session.ts';
import { Ago, Pill } from '../parts/Mark.tsx';
import { More } from '../parts/More.tsx';
import { Empty, ErrorBox, Note, Panel, Waiting } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { MailFiles, MailText } from './MailWords.tsx';
import css from './Messages.module.css';
import { UseAsProof } from './UseAsProof.tsx';

const again = () => queries.invalidateQueries({ queryKey: ['inbound'] });

function useAct(id: string, act: 'read' | 'set-aside', said?: string) {
  return useMutation({
    mutationFn: () => post(`/api/inbound/${id}/${act}`),
    onSuccess: () => {
      if (said) say(said);
    },
    onError: sayError,
    onSettled: again,
  });
}

function MatchForm({ mail }: { mail: InboundMail }) {
  const t = useTexts().incoming;
  const [reference, setReference] = useState('');
  const match = useMutation({
    mutationFn: () => post(`/api/inbound/${mail.id}/match`, { case_id: reference.trim() }),
    onSuccess: async () => {
      say(t.matched);
      await again();
    },
  });
  const aside = useAct(mail.id, 'set-aside', t.setAsideDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    match.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t.reference}
          placeholder="V261119000000"
          value={reference}
          required
          autoComplete="off"
          error={match.error ? problemOf(match.error)?.detail : null}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={match.isPending} disabled={!reference.trim()}>
          {t.match}
        </Button>
        {mail.set_aside_at ? null : (
          <Button variant="subtle" loading={aside.isPending} onClick={() => aside.mutate()}>
            {t.setAside}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Mail({ mail }: { mail: InboundMail }) {
  const t = useTexts().incoming;
  const may = useMay();
  const read = useAct(mail.id, 'read');
  const isNew = !mail.read_at && !mail.automatic;
  return (
    <li className={css.mail}>
      <div className={css.head}>
        <strong>{mail.subject || t.noSubject}</strong>
        {isNew ? <Pill tone="blue">{t.newMail}</Pill> : null}
        {mail.automatic ? <Pill tone="grey">{t.automatic}</Pill> : null}
        {mail.other_sender ? <Pill tone="amber">{t.otherSender}</Pill> : null}
        {mail.set_aside_at ? <Pill tone="grey">{t.isSetAside}</Pill> : null}
        {mail.reference ? (
          <Link to="/cases/$ref" params={{ ref: mail.reference }} className="num">
            {mail.reference}
          </Link>
        ) : null}
        <span className="small soft">
          <Ago at={mail.received_at} />
        </span>
      </div>
      <div className="small soft" style={{ overflowWrap: 'anywhere' }}>
        {mail.from.name ? `${mail.from.name} · ` : ''}
        {mail.from.address}
      </div>
      {mail.other_sender ? <Note tone="warn">{t.otherHint}</Note> : null}
      <MailText text={mail.text} />
      <MailFiles files={mail.attachments} />
      {mail.reference ? <UseAsProof caseRef={mail.reference} files={mail.attachments} /> : null}
      {may('messages.send') && !mail.case_id ? <MatchForm mail={mail} /> : null}
      {may('messages.send') && mail.case_id && isNew ? (
        <div>
          <Button size="compact-sm" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
            {t.read}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

const STATES: readonly InboundState[] = ['unmatched', 'unread', 'all'];

/** A tab of the messages; which mails are shown is part of the address. */
export function Incoming() {
  const texts = useTexts();
  const t = texts.incoming;
  const navigate = useNavigate();
  const asked = useSearch({ strict: false })['state'];
  const state = STATES.find((one) => one === asked) ?? 'unmatched';
  const query = useInfiniteQuery({
    queryKey: ['inbound', state],
    queryFn: ({ pageParam, signal }) =>
      get<List<InboundMail>>('/api/inbound', { state, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: 60_000,
  });
  const mails = query.data?.pages.flatMap((page) => page.items) ?? [];
  const none = { unmatched: t.noneUnmatched, unread: t.noneUnread, all: t.none }[state];
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div className="soft">{t.intro}</div>
        <NativeSelect
          label={t.show}
          value={state}
          onChange={(event) =>
            void navigate({
              to: '/messages',
              search: { tab: 'incoming', state: event.currentTarget.value },
              replace: true,
            })
          }
          data={STATES.map((value) => ({ value, label: t[value] }))}
        />
      </Group>
      <Panel bare label={t.tab}>
        {query.isPending ? (
          <div style={{ padding: 16 }}>
            <Waiting rows={5} />
          </div>
        ) : null}
        {query.error && !query.data ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && mails.length === 0 ? <Empty>{none}</Empty> : null}
        <ul className={css.list}>
          {mails.map((mail) => (
            <Mail key={mail.id} mail={mail} />
          ))}
        </ul>
        <More of={query} />
      </Panel>
    </Stack>
  );
}
