/** The reasons a shop may hold an item for: ours can be renamed and timed, its own also switched off. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { readReason, type HoldReasonRow } from '../store.ts';
import { insertReason, updateReason } from '../store/queue.ts';

export type ReasonInput = Pick<
  HoldReasonRow,
  'labels' | 'due_days' | 'asks_customer' | 'blocks_leaving' | 'active'
>;

/** Adds a reason of the shop's. Refuses `reason_exists`. */
export async function addReason(
  tx: Tx,
  ctx: Ctx,
  id: string,
  input: ReasonInput,
): Promise<Outcome<HoldReasonRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit');
  if (no) return no;
  const row: HoldReasonRow = { id, status: 'general', ours: false, version: 1, ...input };
  return (await insertReason(tx, row))
    ? ok(row)
    : refuse('reason_exists', 'There is a reason of this name already.', 'conflict', { field: 'id' });
}

/**
 * Changes a reason. What ours do to the device and the customer is the program's: refuses `reason_ours` naming the
 * field, `reason_unknown`, and `stale_reason`.
 */
export async function changeReason(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number | null,
  input: ReasonInput,
): Promise<Outcome<HoldReasonRow>> {
  const no = requirePermission(ctx.actor, 'settings.edit');
  if (no) return no;
  const now = await readReason(tx, id);
  if (!now) return refuse('reason_unknown', 'There is no such reason.', 'not_found');
  const fixed = (['asks_customer', 'blocks_leaving', 'active'] as const).find((f) => input[f] !== now[f]);
  if (now.ours && fixed)
    return refuse(
      'reason_ours',
      'This comes with Reprise: its name and its days can be changed.',
      'conflict',
      {
        field: fixed,
      },
    );
  const changed = await updateReason(tx, id, version, input);
  return changed
    ? ok(changed)
    : refuse('stale_reason', 'Somebody else changed this reason meanwhile.', 'stale', {
        more: { current: now },
      });
}
