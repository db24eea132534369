/** The vault of unlock codes: sealed when left, each look logged, wiped when the item is done (workflows.md, part C, 6). */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { seal, unseal, type Keyring } from '../../../platform/secrets.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { EffectHandler } from '../../cases/actions/effects.ts';
import { requirePermission, requirePower } from '../../identity/rules.ts';
import { lockHold } from '../actions.ts';
import { insertLockCode, insertLockCodeView, lockCodeOf, wipeCodesOf } from '../store/lock-codes.ts';
import { customerAnswered, type OfCase } from './conversation.ts';

/**
 * Leaves an unlock code: the hold counts as answered. Refuses `code_missing`, `code_too_long`, `no_lock` for a hold of
 * another kind, `power_missing`.
 */
export async function leaveLockCode(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  holdId: string,
  code: string,
): Promise<Outcome<OfCase>> {
  const plain = code.trim();
  if (!plain) return refuse('code_missing', 'Enter the code.', 'invalid', { field: 'code' });
  if (plain.length > 200)
    return refuse('code_too_long', 'A code has at most 200 characters.', 'invalid', { field: 'code' });
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold } = locked.value;
  const no =
    ctx.actor.kind === 'customer'
      ? requirePower(ctx.actor, 'act', hold.case_id)
      : requirePermission(ctx.actor, 'hold.open');
  if (no) return no;
  if (hold.reason !== 'activation_lock')
    return refuse('no_lock', 'This hold is not about a lock.', 'conflict');
  await insertLockCode(tx, {
    id: ctx.newId('cod'),
    case_id: hold.case_id,
    item_id: hold.item_id,
    hold_id: hold.id,
    sealed: seal(plain, keyring),
    left_by_kind: ctx.actor.kind,
    left_by_id: actorId(ctx.actor),
    left_at: ctx.now,
    wiped_at: null,
  });
  return await customerAnswered(tx, ctx, holdId, { answer: null });
}

/** Shows the newest code of a hold, and writes down who looked. Refuses `code_unknown` when there is none or it is wiped. */
export async function viewLockCode(
  tx: Tx,
  ctx: Ctx,
  keyring: Keyring,
  holdId: string,
): Promise<Outcome<{ code: string }>> {
  const no = requirePermission(ctx.actor, 'lock_code.view');
  if (no) return no;
  const row = await lockCodeOf(tx, holdId);
  const staffId = actorId(ctx.actor);
  if (!row?.sealed || !staffId)
    return refuse('code_unknown', 'There is no code, or it has been wiped.', 'not_found');
  const { id, case_id } = row;
  await insertLockCodeView(tx, {
    id: ctx.newId('cov'),
    lock_code_id: id,
    case_id,
    staff_id: staffId,
    at: ctx.now,
  });
  return ok({ code: unseal(row.sealed, keyring) });
}

/** Effect `hold.wipe_codes`: an item that is done needs its code no more. */
export const wipeCodes: EffectHandler = async (tx, ctx, event) => {
  await wipeCodesOf(
    tx,
    event.items.map((i) => i.id),
    ctx.now,
  );
  return ok(null);
};
