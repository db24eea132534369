/** Store credit: spent at the till; raised only by payouts. The database never lets it go below zero (I4). */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Money } from '../../../kernel/money.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { mustBeAbleTo } from '../rules/payouts.ts';
import { CREDIT_SPENT } from '../rules/postings.ts';
import { insertBookings, isCreditTooLow, readCredit } from '../store/ledger.ts';
import { book } from './book.ts';

/**
 * Books that a customer bought with credit; gives what is left in that currency. Needs `payout.settle`. Refuses
 * `amount_wrong`, `credit_too_low` (also for a customer without any credit).
 */
export async function spendCredit(
  tx: Tx,
  ctx: Ctx,
  input: { customerId: string; amount: Money; note: string },
): Promise<Outcome<Money>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.settle');
  if (!may.ok) return may;
  const { minor, currency } = input.amount;
  if (!Number.isSafeInteger(minor) || minor <= 0)
    return refuse('amount_wrong', 'Enter an amount above zero.', 'invalid', { field: 'amount' });
  const balances = await readCredit(tx, input.customerId);
  const tooLow = refuse('credit_too_low', 'The customer does not have this much store credit.', 'conflict', {
    field: 'amount',
    more: { balance_minor: balances.find((b) => b.currency === currency)?.balance_minor ?? 0, currency },
  });
  // A customer nobody ever paid in credit may not exist at all: the ledger's keys would say so less kindly.
  if (!balances.some((b) => b.currency === currency)) return tooLow;
  const booking = book(
    ctx,
    {
      kind: 'credit_spent',
      about: ctx.newId('crd'),
      customerId: input.customerId,
      locationId: null,
      note: input.note.trim() || null,
    },
    CREDIT_SPENT,
    { minor, currency },
  );
  try {
    await insertBookings(tx, [booking]);
  } catch (error) {
    if (isCreditTooLow(error)) return tooLow;
    throw error;
  }
  const left = (await readCredit(tx, input.customerId)).find((b) => b.currency === currency);
  return ok({ minor: left?.balance_minor ?? 0, currency });
}
