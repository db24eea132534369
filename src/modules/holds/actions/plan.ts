/** Who looks after a hold, and by when. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { after, DAY } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { lockHold, ownerFault } from '../actions.ts';
import { changeHold } from '../store.ts';
import type { OfCase } from './conversation.ts';

/** The furthest a hold may be put off, in days, as when it is opened. */
const MOST_DAYS = 90;

export type HoldPlan = {
  /** Null: nobody in particular. Left out: stays. */
  readonly ownerId?: string | null | undefined;
  readonly dueAt?: Date | undefined;
};

/**
 * Changes the owner of an open hold, or when it is due. Refuses `owner_unknown`, `due_unfit` for a time that is over or
 * more than 90 days away, `hold_released`.
 */
export async function planHold(tx: Tx, ctx: Ctx, holdId: string, plan: HoldPlan): Promise<Outcome<OfCase>> {
  const no = requirePermission(ctx.actor, 'hold.open');
  if (no) return no;
  const { ownerId, dueAt } = plan;
  if (dueAt && (dueAt <= ctx.now || dueAt > after(ctx.now, MOST_DAYS * DAY)))
    return refuse('due_unfit', 'Choose a day from today on, at most 90 days away.', 'invalid', {
      field: 'due_at',
    });
  const nobody = await ownerFault(tx, ownerId ?? null);
  if (nobody) return nobody;
  const locked = await lockHold(tx, holdId);
  if (!locked.ok) return locked;
  const { hold } = locked.value;
  await changeHold(tx, hold.id, {
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(dueAt ? { due_at: dueAt } : {}),
  });
  return ok({ caseId: hold.case_id, itemId: hold.item_id });
}
