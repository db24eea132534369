/** Clocks ring here: a deadline makes its move or sends its reminder, once, if the item still rests where it began. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { isEffect } from '../rules/effects.ts';
import { claimDeadline, closeDeadline, type PendingDeadline } from '../store/deadlines.ts';
import { atOf, lockCase, moveItems } from './move.ts';
import { runEffects } from './effects.ts';

export type Rung = {
  readonly outcome: 'moved' | 'reminded' | 'noted' | 'too_late' | 'refused';
  readonly code?: string;
};

/**
 * Rings one deadline under the lock on its case. Nothing happens when somebody else rang it or the item moved on.
 * A refusal undoes everything, so the caller records it with `refuseDeadline` in a transaction of its own.
 */
export async function ringDeadline(tx: Tx, ctx: Ctx, due: PendingDeadline): Promise<Outcome<Rung>> {
  const asClock: Ctx = { ...ctx, actor: { kind: 'clock' } };
  const locked = await lockCase(tx, due.case_id);
  if (!locked.ok) return locked;
  if (!(await claimDeadline(tx, due.id, ctx.now))) return ok({ outcome: 'too_late' });
  const row = locked.value.rows.find((r) => r.item_id === due.item_id);
  if (!row || row.seq !== due.seq) return ok({ outcome: 'too_late' });
  if (due.move) {
    const moved = await moveItems(tx, asClock, {
      caseId: due.case_id,
      move: due.move,
      itemIds: [due.item_id],
      reason: due.reason,
    });
    return moved.ok ? ok({ outcome: 'moved' }) : moved;
  }
  if (due.effect && isEffect(due.effect)) {
    const at = atOf(row);
    const ran = await runEffects(tx, asClock, [
      {
        effect: due.effect,
        event: {
          caseId: due.case_id,
          items: [{ id: due.item_id, from: at, to: at, seq: row.seq }],
          move: due.clock,
          reason: due.reason,
          data: { clock: due.clock, deadline_id: due.id },
        },
      },
    ]);
    return ran.ok ? ok({ outcome: 'reminded' }) : ran;
  }
  return ok({ outcome: 'noted' });
}

/** Records that a clock's move was refused: it is not tried again, a person sees the item as overdue. */
export async function refuseDeadline(tx: Tx, due: PendingDeadline, code: string): Promise<Outcome<null>> {
  await closeDeadline(tx, due.id, 'refused', code);
  return ok(null);
}
