/** Server-sent changes: what others did is fetched again where it is shown, and marked for a moment. */
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Case, ItemCard, LiveChange, Workflow } from '../../contract/cases.ts';
import type { List } from '../../contract/session.ts';
import { queries } from '../queries.ts';

const MARK_MS = 2_500;
const marks = new Map<string, number>();
const listeners = new Set<() => void>();

function tellAll(): void {
  for (const tell of listeners) tell();
}

function mark(itemId: string): void {
  marks.set(itemId, Date.now());
  tellAll();
  setTimeout(() => {
    if (Date.now() - (marks.get(itemId) ?? 0) >= MARK_MS - 50) marks.delete(itemId);
    tellAll();
  }, MARK_MS);
}

/** True for a moment after somebody else changed this item. */
export function useMarked(itemId: string): boolean {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => marks.has(itemId),
  );
}

type Column = InfiniteData<List<ItemCard>>;

/** The stages a change may have led to, read from the workflows already here. */
function goalsOf(change: LiveChange): string[] {
  if (!change.move) return [];
  const moves = queries.getQueryData<Workflow[]>(['workflows'])?.flatMap((w) => w.moves) ?? [];
  const goals = moves.filter((m) => m.id === change.move).map((m) => m.to);
  return goals.flatMap((to) =>
    to === 'resume' ? ['being_inspected', 'not_as_described', 'payout_processing'] : [to.split('/')[0] ?? ''],
  );
}

/** The board columns that show one of these items, and those they went to. */
function touchedColumns(changes: LiveChange[]): Set<string> {
  const ids = new Set(changes.map((c) => c.item_id));
  const stages = new Set(changes.flatMap((c) => goalsOf(c)));
  for (const [key, data] of queries.getQueriesData<Column>({ queryKey: ['board'] }))
    if (data?.pages.some((p) => p.items.some((i) => ids.has(i.id)))) stages.add(String(key[2]));
  return stages;
}

/** Fetches again what is shown and touched by these changes. */
export function refreshFor(changes: LiveChange[]): void {
  const cases = new Set(changes.map((c) => c.case_id));
  const stages = touchedColumns(changes);
  void queries.invalidateQueries({
    predicate: ({ queryKey: [kind, first, second], state }) => {
      if (kind === 'board') return stages.has(String(second));
      if (kind === 'case') return cases.has((state.data as Case | undefined)?.id ?? '');
      if (['timeline', 'why', 'case-messages', 'revisions'].includes(String(kind)))
        return cases.has(String(first));
      return ['counts', 'queues', 'rows', 'payouts', 'views', 'unmatched'].includes(String(kind));
    },
  });
}

/** After an act of our own: the same as if it had come over the wire. */
export function refreshCase(caseId: string, itemIds: string[] = []): void {
  const base = { case_id: caseId, reference: '', move: null, actor_id: null, at: '' };
  refreshFor(
    itemIds.length ? itemIds.map((item_id) => ({ ...base, item_id })) : [{ ...base, item_id: null }],
  );
}

/** Keeps the stream open while signed in; true while it is. */
export function useLive(myId: string | null): boolean {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!myId) return undefined;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | null = null;
    let flush: ReturnType<typeof setTimeout> | null = null;
    let pending: LiveChange[] = [];
    let lost = false;
    const onChange = (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as LiveChange;
      pending.push(change);
      flush ??= setTimeout(() => {
        flush = null;
        const batch = pending;
        pending = [];
        refreshFor(batch);
        for (const c of batch) if (c.item_id && c.actor_id !== myId) mark(c.item_id);
      }, 80);
    };
    const connect = () => {
      source = new EventSource('/api/live');
      source.addEventListener('change', onChange);
      source.onopen = () => {
        setOpen(true);
        if (lost) void queries.invalidateQueries();
        lost = false;
      };
      source.onerror = () => {
        setOpen(false);
        lost = true;
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, 2_000);
      };
    };
    connect();
    return () => {
      source?.close();
      if (again) clearTimeout(again);
      if (flush) clearTimeout(flush);
      setOpen(false);
    };
  }, [myId]);
  return open;
}
