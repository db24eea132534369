/** How a seller wants the money: set, changed, corrected after a failure. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { seal, unseal, type Keyring } from '../../../platform/secrets.ts';
import { factsOf, moveItems, settle } from '../../cases/actions/move.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { loadShop } from '../../identity/shop.ts';
import { checkMethod, type Method, type MethodInput } from '../accounts.ts';
import { coolUntil, kindsFor, type PayoutKind } from '../rules/payouts.ts';
import {
  lockPayee,
  pricedItems,
  readMethod,
  saveMethod,
  type MethodRow,
  type Payee,
} from '../store/payouts.ts';
import { retargetPayouts } from './prepare.ts';

export type SetMethod = MethodInput & {
  readonly caseId: string;
  /** The version the screen showed; left out, whatever is there is replaced. */
  readonly expectVersion?: number | null;
};

export type SavedMethod = {
  readonly caseId: string;
  readonly kind: PayoutKind;
  readonly holder: string | null;
  readonly masked: string;
  readonly version: number;
};

/** Who may set the first method: staff who edit cases, the customer by a link that may act, and the machine. */
function maySet(ctx: Ctx, caseId: string): Outcome<null> {
  const { actor } = ctx;
  if (actor.kind === 'system') return ok(null);
  if (actor.kind === 'staff' && (actor.permissions.has('payout.edit') || actor.permissions.has('case.edit')))
    return ok(null);
  if (actor.kind === 'customer' && actor.caseId === caseId && actor.power !== 'view') return ok(null);
  return refuse('permission_missing', 'This needs the permission “payout.edit”.', 'forbidden');
}

function isSame(row: MethodRow, method: Method, keyring: Keyring): boolean {
  const account = row.sealed === null ? null : unseal(row.sealed, keyring);
  return row.kind === method.kind && row.holder === method.holder && account === method.account;
}

function mayChange(ctx: Ctx, row: MethodRow, expected: number | null | undefined): Outcome<null> {
  if (expected !== undefined && expected !== null && expected !== row.version)
    return refuse(
      'payout_method_changed',
      'Somebody changed the payout details meanwhile: look again.',
      'stale',
      {
        more: { version: row.version },
      },
    );
  // Diverting somebody's money takes more than an old mail or a case on the screen.
  if (ctx.actor.kind === 'staff' && !ctx.actor.permissions.has('payout.edit'))
    return refuse('permission_missing', 'This needs the permission “payout.edit”.', 'forbidden');
  if (ctx.actor.kind === 'customer' && ctx.actor.power !== 'sensitive')
    return refuse(
      'power_missing',
      'To change where the money goes, open the link we send you for that.',
      'forbidden',
    );
  return ok(null);
}

async function write(
  tx: Tx,
  ctx: Ctx,
  payee: Payee,
  method: Method,
  keyring: Keyring,
  isFirst: boolean,
): Promise<number> {
  return await saveMethod(tx, {
    case_id: payee.case_id,
    kind: method.kind,
    holder: method.holder,
    sealed: method.account === null ? null : seal(method.account, keyring),
    masked: method.masked,
    cool_until: coolUntil(ctx.actor, method.kind, isFirst, ctx.now),
    changed_by_kind: ctx.actor.kind,
    changed_by_id: actorId(ctx.actor),
    changed_at: ctx.now,
  });
}

/**
 * Checks, seals and saves the payout method of a case. Ready payouts are instructed anew to it; items whose payout
 * failed get their next payout; items that only waited for a method go on. The same details again change nothing
 * but do retry a failed payout. Refuses `case_not_found`, what `checkMethod` says (naming `payout.*`),
 * `payout_method_changed`, `power_missing`, `permission_missing`, `payout_submitted`.
 */
export async function setPayoutMethod(
  tx: Tx,
  ctx: Ctx,
  input: SetMethod,
  keyring: Keyring,
): Promise<Outcome<SavedMethod>> {
  const may = maySet(ctx, input.caseId);
  if (!may.ok) return may;
  const payee = await lockPayee(tx, input.caseId);
  if (!payee) return refuse('case_not_found', `There is no case ${input.caseId}.`, 'not_found');
  const shop = await loadShop(tx);
  const method = checkMethod(input, kindsFor(payee.channel, shop.settings));
  if (!method.ok) return method;
  const row = await readMethod(tx, payee.case_id);
  let version = row?.version ?? 0;
  if (!row || !isSame(row, method.value, keyring)) {
    const change = row ? mayChange(ctx, row, input.expectVersion) : ok(null);
    if (!change.ok) return change;
    const items = await pricedItems(tx, payee.case_id);
    if (items.some((i) => i.payout_state === 'submitted'))
      return refuse('payout_submitted', 'A payout is on its way; change the details when it has ended.');
    version = await write(tx, ctx, payee, method.value, keyring, row === null);
    await leaveNote(tx, ctx, payee.case_id, {
      body: `Payout details ${row ? 'changed' : 'set'}: ${method.value.kind}, ${method.value.masked}.`,
      visibility: 'internal',
    });
    const retargeted = await retargetPayouts(tx, ctx, payee.case_id);
    if (!retargeted.ok) return retargeted;
  }
  const onward = await goOn(tx, ctx, payee.case_id);
  if (!onward.ok) return onward;
  const { kind, holder, masked } = method.value;
  return ok({ caseId: payee.case_id, kind, holder, masked, version });
}

/** What waited for (better) payout details goes on: failed payouts are corrected, automatic moves are made. */
async function goOn(tx: Tx, ctx: Ctx, caseId: string): Promise<Outcome<null>> {
  const failed = (await pricedItems(tx, caseId)).filter(
    (i) => i.stage === 'payout_processing' && i.status === 'failed',
  );
  if (failed.length > 0) {
    const moved = await moveItems(tx, ctx, {
      caseId,
      move: 'payout_corrected',
      itemIds: failed.map((i) => i.item_id),
      form: 'payout_details',
    });
    if (!moved.ok) return moved;
  }
  const settled = await settle(tx, ctx, await factsOf(tx, caseId));
  return settled.ok ? ok(null) : settled;
}
