/** The test at the bench: open or resume, save as you go, complete with both grades. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { disputeOf, tieSecond } from '../store/disputes.ts';
import { requirePermission } from '../../identity/rules.ts';
import { pinChecklist, pinnedChecklist } from '../store/checklists.ts';
import { keptChecklist } from './checklists.ts';
import { concludeInspection } from './conclude.ts';
import { isHidden, secondFault } from './disputes.ts';
import { CHECKLISTS } from '../rules.ts';
import {
  completeInspectionRow,
  insertInspection,
  latestInspection,
  readInspection,
  readItem,
  saveFindings,
  type Findings,
  type InspectionRow,
} from '../store.ts';

/** Opens an inspection of an item on the bench, or resumes the open one. Refuses `item_not_on_bench`. */
export async function openInspection(tx: Tx, ctx: Ctx, itemId: string): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const item = await readItem(tx, itemId);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const locked = await lockCase(tx, item.case_id);
  if (!locked.ok) return locked;
  const latest = await latestInspection(tx, itemId);
  const dispute = await disputeOf(tx, itemId);
  const second = dispute !== null && dispute.closed_at === null;
  const same = second ? await secondFault(tx, ctx, dispute) : null;
  if (same) return same;
  if (latest?.state === 'open') return ok(latest);
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  if (row?.stage !== 'being_inspected')
    return refuse('item_not_on_bench', 'Only a device that is being inspected can be inspected.', 'conflict');
  if (latest && (row.status === 'passed' || (second && latest.kind === 'second'))) return ok(latest);
  const id = ctx.newId('ins');
  await insertInspection(tx, {
    id,
    case_id: item.case_id,
    item_id: itemId,
    number: (latest?.number ?? 0) + 1,
    kind: second ? 'second' : 'first',
    state: 'open',
    inspector_id: actorId(ctx.actor),
    checks: {},
    cosmetic_grade: null,
    functional_grade: null,
    battery_percent: null,
    note: null,
    started_at: ctx.now,
    completed_at: null,
  });
  await pinChecklist(tx, id, (await keptChecklist(tx, ctx, item.category)).id);
  if (second) await tieSecond(tx, dispute.id, id);
  const made = await readInspection(tx, id);
  return made ? ok(made) : refuse('inspection_not_found', 'The inspection is gone.', 'not_found');
}

/**
 * Saves findings. Refuses `check_unknown` naming the check, `inspection_closed`, and `stale_inspection` with the
 * present state when another person saved meanwhile.
 */
export async function recordFindings(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number | null,
  findings: Omit<Findings, 'inspector_id' | 'at'>,
): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const before = await readInspection(tx, id);
  if (!before) return refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const locked = await lockCase(tx, before.case_id);
  if (!locked.ok) return locked;
  const item = await readItem(tx, before.item_id);
  const pinned = await pinnedChecklist(tx, id);
  const listed = pinned?.body.checks ?? (item ? CHECKLISTS[item.category] : []);
  const known = new Set(listed.map((check) => check.id));
  const strange = Object.keys(findings.checks).find((check) => !known.has(check));
  if (strange)
    return refuse('check_unknown', `“${strange}” is no check of this list.`, 'invalid', {
      field: `checks.${strange}`,
    });
  const dispute = before.kind === 'second' ? await disputeOf(tx, before.item_id) : null;
  const same = dispute ? await secondFault(tx, ctx, dispute) : null;
  if (same) return same;
  if (before.state === 'complete')
    return refuse(
      'inspection_closed',
      'This inspection is complete; start a new one to change it.',
      'conflict',
    );
  const saved = await saveFindings(tx, id, version ?? before.version, {
    ...findings,
    inspector_id: actorId(ctx.actor),
    at: ctx.now,
  });
  const now = await readInspection(tx, id);
  if (saved === null || !now)
    return refuse('stale_inspection', 'Somebody else saved this inspection meanwhile.', 'stale', {
      more: { current: now },
    });
  return ok(now);
}

/** Completes an inspection, as its own version of the checklist asks. Refuses what `concludeInspection` does. */
export async function completeInspection(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const before = await readInspection(tx, id);
  if (!before) return refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const locked = await lockCase(tx, before.case_id);
  if (!locked.ok) return locked;
  const fresh = await readInspection(tx, id);
  if (fresh && (await isHidden(tx, fresh)))
    return refuse(
      'inspection_hidden',
      'A second inspection is under way; this one is hidden until it is done.',
      'conflict',
    );
  const dispute = fresh?.kind === 'second' ? await disputeOf(tx, fresh.item_id) : null;
  const same = dispute ? await secondFault(tx, ctx, dispute) : null;
  if (same) return same;
  if (!fresh || fresh.state === 'complete')
    return fresh ? ok(fresh) : refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const item = await readItem(tx, fresh.item_id);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const fault = await concludeInspection(tx, ctx, fresh, item.category);
  if (fault) return fault;
  await completeInspectionRow(tx, id, ctx.now, actorId(ctx.actor));
  const done = await readInspection(tx, id);
  return done ? ok(done) : refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
}
