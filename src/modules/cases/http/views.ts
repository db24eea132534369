/** From rows to the wire. */
import type { z } from 'zod';
import type { Wire } from '../../../platform/http/route.ts';
import type { CaseView } from '../actions/view.ts';
import type { CardRow } from '../store/board.ts';
import type { TimelineRow } from '../store/case-view.ts';
import type { caseView, itemCard, timelineEntry } from './schemas.ts';

function amount(minor: number | null, currency: string) {
  return minor === null ? null : { minor, currency };
}

/** An item as a card of the board. */
export function cardOf(row: CardRow, now: Date): Wire<z.output<typeof itemCard>> {
  const { price_minor, currency, is_open, ...rest } = row;
  return {
    ...rest,
    price: amount(price_minor, currency),
    overdue: is_open && row.due_at !== null && row.due_at < now,
  };
}

/** A case with its items, quotes, holds, payouts and moves. */
export function caseOf(view: CaseView): Wire<z.output<typeof caseView>> {
  const { items, ...rest } = view;
  return {
    ...rest,
    items: items.map((item) => ({
      id: item.item_id,
      number: item.number,
      title: item.title,
      category: item.category,
      variant_id: item.variant_id,
      stage: item.stage,
      status: item.status,
      seq: item.seq,
      next_actor: item.next_actor,
      due_at: item.due_at,
      entered_at: item.entered_at,
      price: amount(item.price_minor, view.currency),
      quotes: item.quotes.map(({ price_minor, ...quote }) => ({
        id: quote.id,
        number: quote.number,
        kind: quote.kind,
        state: quote.state,
        valid_until: quote.valid_until,
        questions: quote.questions,
        answers: quote.answers,
        lines: quote.lines,
        note: quote.note,
        reasons: quote.reasons,
        free_price: quote.free_price,
        follows_id: quote.follows_id,
        made_at: quote.made_at,
        answered_by_kind: quote.answered_by_kind,
        answered_at: quote.answered_at,
        photos: quote.photos,
        price: amount(price_minor, view.currency),
      })),
      unit: item.unit,
      inspection: item.inspection,
      dispute: item.dispute,
      blind: item.blind,
      holds: item.holds,
      payout: item.payout && {
        id: item.payout.id,
        number: item.payout.number,
        state: item.payout.state,
        amount: { minor: item.payout.amount_minor, currency: view.currency },
        kind: item.payout.kind,
        masked: item.payout.masked,
        transaction_reference: item.payout.transaction_reference,
      },
      moves: item.moves,
    })),
  };
}

/** One line of a timeline. */
export function entryOf(row: TimelineRow): Wire<z.output<typeof timelineEntry>> {
  const { actor_kind, actor_id, actor_name, on_behalf, ...rest } = row;
  return { ...rest, actor: { kind: actor_kind, id: actor_id, name: actor_name, on_behalf } };
}
