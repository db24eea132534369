/** Making a move: at once on the screen where no money is involved, then as the server says. */
import type { InfiniteData } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../client.ts';
import type { Case, CaseItem, ItemCard, MoveOffer } from '../../contract/cases.ts';
import type { List } from '../../contract/session.ts';
import { say, sayError } from '../parts/Say.tsx';
import { nameOf } from '../parts/format.ts';
import { queries } from '../queries.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';

export type MoveInput = { data: Case; items: CaseItem[]; offer: MoveOffer; reason: string | null };

type Column = InfiniteData<List<ItemCard>>;

/** Takes the card out of its column and puts it on top of the one it goes to. */
function showMoved(itemId: string, to: string): () => void {
  const before = queries.getQueriesData<Column>({ queryKey: ['board'] });
  const card = before.flatMap(([, d]) => d?.pages.flatMap((p) => p.items) ?? []).find((c) => c.id === itemId);
  const [stage = '', status = ''] = to.split('/');
  if (!card || !status) return () => undefined;
  const moved: ItemCard = {
    ...card,
    stage,
    status,
    entered_at: new Date().toISOString(),
    due_at: null,
    overdue: false,
  };
  for (const [key, data] of before) {
    if (!data) continue;
    const goesHere = key[2] === stage && (key[3] === '' || key[3] === status);
    const pages = data.pages.map((page, i) => {
      const rest = page.items.filter((c) => c.id !== itemId);
      return { ...page, items: goesHere && i === 0 ? [moved, ...rest] : rest };
    });
    queries.setQueryData(key, { ...data, pages });
  }
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}

/** Puts a fresh case where every screen that shows it looks. */
export function keepCase(fresh: Case): void {
  queries.setQueryData(['case', fresh.reference], fresh);
  queries.setQueryData(['case', fresh.id], fresh);
}

export function useMakeMove(quiet = false) {
  const t = useTexts();
  return useMutation({
    mutationFn: ({ data, items, offer, reason }: MoveInput) =>
      post<Case>(`/api/cases/${data.id}/moves`, {
        move: offer.move,
        item_ids: items.map((i) => i.id),
        reason: reason?.trim() || null,
        expect: Object.fromEntries(items.map((i) => [i.id, i.seq])),
      }),
    onMutate: ({ items, offer }) => {
      const undo = items.map((i) => showMoved(i.id, offer.to));
      return () => undo.toReversed().forEach((back) => back());
    },
    onSuccess: (fresh, { items, data }) => {
      keepCase(fresh);
      for (const item of items) {
        const now = fresh.items.find((i) => i.id === item.id);
        if (now)
          say(
            t.board.moved(
              now.number,
              `${nameOf(t.workflow.stages, now.stage)} · ${nameOf(t.workflow.statuses, now.status)}`,
            ),
          );
      }
      refreshCase(
        data.id,
        items.map((i) => i.id),
      );
    },
    onError: (error, { data, items }, undo) => {
      undo?.();
      if (!quiet) sayError(error);
      refreshCase(
        data.id,
        items.map((i) => i.id),
      );
    },
  });
}
