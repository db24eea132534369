/**
 * What follows from looking at a device before its test: holds. Inspection finds, holds hold, neither knows the other;
 * here they are tied (workflows.md, “pre-check” and part C).
 */
import type { Ctx } from '../kernel/actor.ts';
import { ok, type Outcome } from '../kernel/outcome.ts';
import { hasTag } from '../kernel/workflow.ts';
import type { EffectHandler } from '../modules/cases/actions/effects.ts';
import { atOf, factsOf } from '../modules/cases/actions/move.ts';
import { workflowOf } from '../modules/cases/rules/workflows.ts';
import { isHeld, openHold, releaseHold } from '../modules/holds/actions.ts';
import { checkOwnership } from '../modules/holds/actions/ownership.ts';
import { openHoldFor, openReasons } from '../modules/holds/store.ts';
import type { Follow, PreCheck } from '../modules/inspection/actions/checked.ts';
import type { CheckRow } from '../modules/inspection/store/pre-check.ts';
import type { Route } from '../platform/http/route.ts';
import type { Tx } from '../platform/postgres.ts';

/** Which hold a finding leads to. */
function reasonOf(check: CheckRow): 'activation_lock' | 'general' {
  const locked = check.kind === 'activation_lock' || check.evidence['lock'] === 'yes';
  return locked ? 'activation_lock' : 'general';
}

/** True where a hold can be opened at all: on the bench, in payout, or held already. */
async function mayBeHeld(tx: Tx, caseId: string, itemId: string): Promise<boolean> {
  const facts = await factsOf(tx, caseId);
  const row = facts.rows.find((one) => one.item_id === itemId);
  const workflow = row ? workflowOf(row.workflow_id, row.workflow_version) : null;
  if (!row || !workflow?.ok) return false;
  return isHeld(facts, itemId) || hasTag(workflow.value, atOf(row), 'holdable');
}

/** The owner's lock was looked at again and is off: its hold has nothing left to wait for (part C, 6). */
async function releaseWhatIsUnlocked(tx: Tx, ctx: Ctx, found: PreCheck): Promise<Outcome<unknown>> {
  const looked = found.fresh.find((check) => check.kind === 'activation_lock');
  if (looked?.verdict !== 'clean') return ok(null);
  const hold = await openHoldFor(tx, found.subject.item_id, 'activation_lock');
  // What was asked before the hold was opened says nothing about why it was.
  return hold && looked.asked_at >= hold.opened_at
    ? await releaseHold(tx, ctx, hold.id, looked.detail)
    : ok(null);
}

/**
 * What follows from checks, the machine's doing: every new finding opens a hold with what was found as its note, one
 * of each reason; a lock that is off ends its hold; the ownership rules look again, for the model may be another one.
 */
export const followWhatWasFound: Follow = async (tx, ctx, found) => {
  const { item_id: itemId, case_id: caseId } = found.subject;
  const asSystem: Ctx = { ...ctx, actor: { kind: 'system' } };
  if (!(await mayBeHeld(tx, caseId, itemId))) return ok(null);
  for (const reason of ['general', 'activation_lock'] as const) {
    const those = found.fresh.filter((check) => check.verdict === 'hit' && reasonOf(check) === reason);
    if (those.length === 0 || (await openReasons(tx, itemId)).includes(reason)) continue;
    const note = those.map((check) => check.detail).join(' ');
    const held = await openHold(tx, asSystem, itemId, { reason, note: note || 'A check found something.' });
    if (!held.ok) return held;
  }
  const asked = await checkOwnership(tx, ctx, itemId);
  return asked.ok ? await releaseWhatIsUnlocked(tx, asSystem, found) : asked;
};

/** Effect `hold.pre_check`: a device is here; the ownership rules look at it. */
export const preCheckArrivals: EffectHandler = async (tx, ctx, event) => {
  const outcomes = event.data['outcomes'];
  const found = new Map<string, unknown>(
    typeof outcomes === 'object' && outcomes !== null ? Object.entries(outcomes) : [],
  );
  for (const item of event.items) {
    const outcome = found.get(item.id);
    const came =
      typeof outcome === 'object' && outcome !== null && 'outcome' in outcome ? outcome.outcome : 'ok';
    // Nobody has to prove that what never arrived is theirs.
    if (came !== 'ok' && came !== 'damaged') continue;
    const checked = await checkOwnership(tx, ctx, item.id);
    if (!checked.ok) return checked;
  }
  return ok(null);
};

function itemIdOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('item_id' in value)) return null;
  return typeof value.item_id === 'string' ? value.item_id : null;
}

/** The same routes; the one that completes an inspection lets the ownership rules look at what was found. */
export function checkingOwnership(routes: readonly Route[]): Route[] {
  return routes.map((one) =>
    one.path === '/api/inspections/{id}/complete'
      ? {
          ...one,
          run: async (tx, input, call): Promise<Outcome<unknown>> => {
            const done = await one.run(tx, input, call);
            const itemId = done.ok ? itemIdOf(done.value) : null;
            if (!done.ok || !tx || !itemId) return done;
            const checked = await checkOwnership(tx, call.ctx, itemId);
            return checked.ok ? done : checked;
          },
        }
      : one,
  );
}
