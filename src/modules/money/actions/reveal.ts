/** Shows a full account number to a person who may see it, and writes down that it was seen. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { unseal, type Keyring } from '../../../platform/secrets.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { showIban } from '../accounts.ts';
import { mustBeAbleTo, payoutName, type PayoutKind } from '../rules/payouts.ts';
import { insertAccountView, readPayout } from '../store/payouts.ts';
import { noSuchPayout } from './settle.ts';

export type Revealed = {
  readonly kind: PayoutKind;
  readonly holder: string | null;
  /** The IBAN in groups of four, or the PayPal address. */
  readonly account: string;
};

/** Needs `payout.submit`; each view is logged. Refuses `payout_not_found`, `nothing_to_reveal` (cash, store credit). */
export async function revealAccount(
  tx: Tx,
  ctx: Ctx,
  payoutId: string,
  keyring: Keyring,
): Promise<Outcome<Revealed>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.submit');
  if (!may.ok) return may;
  if (ctx.actor.kind !== 'staff')
    return refuse('staff_only', 'Only a person can see account numbers.', 'forbidden');
  const row = await readPayout(tx, payoutId);
  if (!row) return noSuchPayout();
  if (row.sealed === null)
    return refuse('nothing_to_reveal', `Payout ${payoutName(row)} goes to no account.`, 'conflict');
  await insertAccountView(tx, {
    id: ctx.newId('evt'),
    case_id: row.case_id,
    payout_id: row.id,
    batch_id: null,
    staff_id: ctx.actor.id,
    at: ctx.now,
    request_id: ctx.requestId,
  });
  await leaveNote(tx, ctx, row.case_id, {
    body: `The full account number of payout ${payoutName(row)} was shown.`,
    visibility: 'internal',
  });
  const plain = unseal(row.sealed, keyring);
  return ok({
    kind: row.kind,
    holder: row.holder,
    account: row.kind === 'bank' ? showIban(plain) : plain,
  });
}
