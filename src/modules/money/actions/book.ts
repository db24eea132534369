/** Makes ledger bookings out of posting rules. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import type { Money } from '../../../kernel/money.ts';
import { linesOf, type About, type LedgerKind, type Posting } from '../rules/postings.ts';
import type { Booking } from '../store/ledger.ts';

export type Event = About & {
  readonly kind: LedgerKind;
  readonly about: string;
  readonly caseId?: string | null;
  readonly itemId?: string | null;
  readonly note?: string | null;
};

/** One booking of an amount above zero, by the actor and at the instant of `ctx`. */
export function book(ctx: Ctx, event: Event, posting: Posting, amount: Money): Booking {
  return {
    id: ctx.newId('txn'),
    caseId: event.caseId ?? null,
    itemId: event.itemId ?? null,
    customerId: event.customerId,
    kind: event.kind,
    about: event.about,
    note: event.note ?? null,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    at: ctx.now,
    currency: amount.currency,
    lines: linesOf(posting, amount.minor, event).map((line) => ({ ...line, id: ctx.newId('lin') })),
  };
}
