/** Everything that happened, newest first: who, when, why. Each entry has an address of its own. */
import { Button } from '@mantine/core';
import {
  IconArrowRight,
  IconCash,
  IconClipboardCheck,
  IconKey,
  IconLink,
  IconMail,
  IconMessage2,
  IconPaperclip,
  IconPlayerPause,
  IconReceipt2,
  IconShieldSearch,
  IconTruck,
} from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState, type ComponentType } from 'react';
import { get } from '../../client.ts';
import type { TimelineEntry, TimelineKind } from '../../contract/cases.ts';
import type { List, Money } from '../../contract/session.ts';
import { nameOf, whenText } from '../parts/format.ts';
import type { Tone } from '../parts/Mark.tsx';
import { Ago, Amount, Place } from '../parts/Mark.tsx';
import { Empty, ErrorBox, Panel, Waiting } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { useSpeech } from '../texts.tsx';
import { sentenceOf } from '../bench/checks.ts';
import css from './Case.module.css';

type Look = { icon: ComponentType<{ size?: number; stroke?: number }>; tone: Tone };
const LOOKS: Record<TimelineKind, Look> = {
  move: { icon: IconArrowRight, tone: 'teal' },
  note: { icon: IconMessage2, tone: 'amber' },
  message: { icon: IconMail, tone: 'blue' },
  money: { icon: IconCash, tone: 'green' },
  scan: { icon: IconTruck, tone: 'violet' },
  hold: { icon: IconPlayerPause, tone: 'amber' },
  quote: { icon: IconReceipt2, tone: 'grey' },
  file: { icon: IconPaperclip, tone: 'grey' },
  check: { icon: IconShieldSearch, tone: 'violet' },
  inspection: { icon: IconClipboardCheck, tone: 'teal' },
  vault: { icon: IconKey, tone: 'amber' },
};

const FILTERS: readonly TimelineKind[] = [
  'move',
  'note',
  'message',
  'money',
  'scan',
  'hold',
  'quote',
  'inspection',
  'check',
  'file',
  'vault',
];

function textOf(data: TimelineEntry['data'], key: string): string | null {
  const value = data?.[key];
  return typeof value === 'string' ? value : null;
}

/** What happened, in words: moves and kinds by the catalogue, the rest as the server wrote it. */
function What({ entry }: { entry: TimelineEntry }) {
  const { texts: t } = useSpeech();
  if (entry.kind === 'move') {
    const to = textOf(entry.data, 'to');
    const [stage = '', status = ''] = (to ?? '').split('/');
    return (
      <>
        <strong>{nameOf(t.workflow.moves, entry.text)}</strong>
        {status ? <Place stage={stage} status={status} /> : null}
      </>
    );
  }
  if (entry.kind === 'note')
    return (
      <strong>
        {textOf(entry.data, 'visibility') === 'customer' ? t.desk.timeline.visible : t.desk.timeline.internal}
      </strong>
    );
  const names: Partial<Record<TimelineKind, Readonly<Record<string, string>>>> = {
    hold: t.desk.timeline.holds,
    scan: t.workflow.parcels,
    money: t.desk.timeline.moneys,
    quote: t.desk.quote.kinds,
    message: { ...t.owner.messages.events, inbound: t.desk.timeline.inbound },
    file: t.desk.timeline.files,
    check: t.desk.timeline.checks,
    inspection: t.desk.timeline.inspections,
    vault: t.desk.timeline.vault,
  };
  const chat = entry.kind === 'message' && textOf(entry.data, 'channel') === 'chat';
  const verdict = textOf(entry.data, 'verdict');
  const grades = [textOf(entry.data, 'cosmetic'), textOf(entry.data, 'functional')];
  const price = entry.data?.['price'];
  const hold = textOf(entry.data, 'reason');
  return (
    <>
      <strong>{chat ? t.desk.timeline.chat : nameOf(names[entry.kind] ?? {}, entry.text)}</strong>
      {verdict ? <span>{nameOf(t.desk.timeline.verdicts, verdict)}</span> : null}
      {grades[0] && grades[1] ? (
        <span>
          {grades[0]} · {nameOf(t.desk.inspection.functionals, grades[1])}
        </span>
      ) : null}
      {entry.data?.['hidden'] === true ? <span className="soft">{t.desk.timeline.hidden}</span> : null}
      {entry.kind === 'hold' && hold ? <span>{nameOf(t.workflow.holds, hold)}</span> : null}
      {isMoney(price) ? <Amount value={price} /> : null}
    </>
  );
}

/** Bookings name what they are about by id; that is for the ledger, not for people. */
function isId(text: string): boolean {
  return /^[a-z]{3}_[0-9a-z]{26}/.test(text);
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && typeof value.minor === 'number';
}

function Entry({ entry, linked }: { entry: TimelineEntry; linked: boolean }) {
  const { texts: t, locale } = useSpeech();
  const { icon: Icon, tone } = LOOKS[entry.kind];
  const isNote = entry.kind === 'note';
  const customer = textOf(entry.data, 'visibility') === 'customer';
  const who = entry.actor.name ?? nameOf(t.workflow.actors, entry.actor.kind);
  const told = isNote ? null : entry.reason;
  // A check is told in the reader's words, as the bench tells it.
  const reason =
    entry.kind === 'check' && told
      ? sentenceOf({ detail: told, evidence: entry.data ?? {} }, t.checks.says)
      : told;
  const copy = () => {
    const url = new URL(location.href);
    url.hash = entry.id;
    void navigator.clipboard?.writeText(url.href).then(() => say(t.words.copied));
    history.replaceState(history.state, '', url);
  };
  return (
    <li className={css.entry} id={entry.id} data-linked={linked || undefined}>
      <span className={css.icon} data-tone={isNote && customer ? 'blue' : tone}>
        <Icon size={15} stroke={1.8} />
      </span>
      <div>
        <div className={css.what}>
          <What entry={entry} />
          {entry.item_number ? <span className="soft small num">{entry.item_number}</span> : null}
          <span className="soft small">
            {who}
            {entry.actor.on_behalf ? ` ${t.desk.timeline.onBehalf}` : ''}
          </span>
          <span title={whenText(entry.at, locale)}>
            <Ago at={entry.at} />
          </span>
          <button className={css.anchor} aria-label={t.desk.timeline.link} onClick={copy}>
            <IconLink size={14} />
          </button>
        </div>
        {isNote ? (
          <div className={css.noteBody} data-customer={customer || undefined}>
            {entry.text}
          </div>
        ) : null}
        {reason && !isId(reason) ? <div className={css.reason}>{reason}</div> : null}
      </div>
    </li>
  );
}

export function Timeline({ caseId }: { caseId: string }) {
  const { texts: t } = useSpeech();
  const [filter, setFilter] = useState('');
  const [linked] = useState(() => location.hash.slice(1));
  const query = useInfiniteQuery({
    queryKey: ['timeline', caseId, filter],
    queryFn: ({ pageParam, signal }) =>
      get<List<TimelineEntry>>(`/api/cases/${caseId}/timeline`, { filter, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  const entries = query.data?.pages.flatMap((p) => p.items) ?? [];
  const found = linked !== '' && entries.some((e) => e.id === linked);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (!linked) return;
    if (found) document.getElementById(linked)?.scrollIntoView({ block: 'center' });
    else if (hasNextPage && !isFetching) void fetchNextPage();
  }, [linked, found, hasNextPage, isFetching, fetchNextPage]);
  const filters = (
    <div className={css.filters} role="group" aria-label={t.board.filter}>
      {(['', ...FILTERS] as const).map((f) => (
        <button key={f} aria-pressed={filter === f} onClick={() => setFilter(f)}>
          {f === '' ? t.desk.timeline.all : t.desk.timeline.kinds[f]}
        </button>
      ))}
    </div>
  );
  return (
    <Panel title={t.desk.timeline.title} actions={filters}>
      {query.isPending ? <Waiting rows={5} /> : null}
      {query.error && !query.data ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && entries.length === 0 ? <Empty>{t.desk.timeline.empty}</Empty> : null}
      <ol className={css.timeline}>
        {entries.map((e) => (
          <Entry key={e.id} entry={e} linked={e.id === linked} />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t.words.more}
        </Button>
      ) : null}
    </Panel>
  );
}
