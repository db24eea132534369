/** The test at the bench: open or resume, save as you go, complete with both grades. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { disputeOf, tieSecond } from '../store/disputes.ts';
import { requirePermission } from '../../identity/rules.ts';
import { pinChecklist, pinnedChecklist } from '../store/checklists.ts';
import { byHandFault } from './by-hand.ts';
import { keptChecklist } from './checklists.ts';
import { concludeInspection } from './conclude.ts';
import { secondFault } from './disputes.ts';
import { blindFault, holdInspection } from './holder.ts';
import { CHECKLISTS } from '../rules.ts';
import {
  completeInspectionRow,
  dropInspection,
  insertInspection,
  latestInspection,
  readInspection,
  readItem,
  saveFindings,
  type Findings,
  type InspectionRow,
} from '../store.ts';

const NOT_ON_BENCH = refuse(
  'item_not_on_bench',
  'Only a device that is being inspected can be inspected.',
  'conflict',
);
/** Stages in which an open inspection may go on; a hold may come in the middle of one. */
const WITH_THE_BENCH: ReadonlySet<string> = new Set(['being_inspected', 'on_hold']);

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
  // What somebody left open of the first opinion ends unfinished: the second one begins afresh.
  if (latest?.state === 'open' && (!second || latest.kind === 'second')) return ok(latest);
  const row = locked.value.rows.find((r) => r.item_id === itemId);
  if (row?.stage !== 'being_inspected') return NOT_ON_BENCH;
  if (latest && (row.status === 'passed' || (second && latest.kind === 'second'))) return ok(latest);
  if (latest?.state === 'open') await dropInspection(tx, latest.id);
  const id = ctx.newId('ins');
  await insertInspection(tx, {
    id,
    case_id: item.case_id,
    item_id: itemId,
    number: (latest?.number ?? 0) + 1,
    kind: second ? 'second' : 'first',
    state: 'open',
    inspector_id: actorId(ctx.actor),
    first_inspector_id: actorId(ctx.actor),
    inspector_ids: [actorId(ctx.actor)].filter((one) => one !== null),
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

async function findingsFault(
  tx: Tx,
  row: InspectionRow,
  findings: Omit<Findings, 'at'>,
): Promise<Refusal | null> {
  const item = await readItem(tx, row.item_id);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const pinned = await pinnedChecklist(tx, row.id);
  const known = new Set((pinned?.body.checks ?? CHECKLISTS[item.category]).map((check) => check.id));
  const strange = Object.keys(findings.checks).find((check) => !known.has(check));
  if (strange !== undefined)
    return refuse('check_unknown', `“${strange}” is no check of this list.`, 'invalid', {
      field: `checks.${strange}`,
    });
  return await byHandFault(tx, item, findings);
}

/**
 * Saves findings. Refuses `check_unknown` naming the check, what `byHandFault` and `blindFault` do, `inspection_closed`,
 * `inspection_taken` while somebody else is at it, and `stale_inspection` with the present state when it was saved meanwhile.
 */
export async function recordFindings(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number | null,
  findings: Omit<Findings, 'at'>,
): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const before = await readLocked(tx, id);
  if (!before.ok) return before;
  const fault = await findingsFault(tx, before.value, findings);
  if (fault) return fault;
  const blind = await blindFault(tx, ctx, before.value);
  if (blind) return blind;
  if (before.value.state === 'complete')
    return refuse(
      'inspection_closed',
      'This inspection is complete; start a new one to change it.',
      'conflict',
    );
  const stale = () =>
    refuse('stale_inspection', 'Somebody else saved this inspection meanwhile.', 'stale', {
      more: { current: before.value },
    });
  const held = await holdInspection(tx, ctx, before.value);
  if (!held.ok) return held;
  // Checked after who has it: to somebody whose inspection was taken over, that is the news.
  if (version !== null && version !== before.value.version) return stale();
  const saved = await saveFindings(tx, id, held.value.version, { ...findings, at: ctx.now });
  const now = await readInspection(tx, id);
  return saved === null || !now ? stale() : ok(now);
}

/** The inspection while nobody else changes its case. */
async function readLocked(tx: Tx, id: string): Promise<Outcome<InspectionRow>> {
  const gone = refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const before = await readInspection(tx, id);
  if (!before) return gone;
  const locked = await lockCase(tx, before.case_id);
  if (!locked.ok) return locked;
  const fresh = await readInspection(tx, id);
  const row = locked.value.rows.find((one) => one.item_id === fresh?.item_id);
  // What was decided on the findings is not undermined by findings that come after.
  if (fresh?.state === 'open' && !WITH_THE_BENCH.has(row?.stage ?? '')) return NOT_ON_BENCH;
  return fresh ? ok(fresh) : gone;
}

/**
 * Completes an inspection, as its own version of the checklist asks. Refuses `inspection_taken` while somebody else is
 * at it, and what `concludeInspection` does.
 */
export async function completeInspection(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const before = await readLocked(tx, id);
  if (!before.ok) return before;
  const blind = await blindFault(tx, ctx, before.value);
  if (blind) return blind;
  if (before.value.state === 'complete') return before;
  const held = await holdInspection(tx, ctx, before.value);
  if (!held.ok) return held;
  const item = await readItem(tx, held.value.item_id);
  if (!item) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const fault = await concludeInspection(tx, ctx, held.value, item.category);
  if (fault) return fault;
  await completeInspectionRow(tx, id, ctx.now);
  const done = await readInspection(tx, id);
  return done ? ok(done) : refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
}
