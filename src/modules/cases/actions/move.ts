/** The one way an item changes its stage: lock, look, decide, write history, run effects, all or nothing. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import {
  autoMoves,
  hasTag,
  placeName,
  statusOf,
  step,
  type At,
  type Step,
  type Workflow,
} from '../../../kernel/workflow.ts';
import { loadShop } from '../../identity/shop.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { isEffect, type Effect } from '../rules/effects.ts';
import { GUARDS, type ItemFacts } from '../rules/guards.ts';
import { clockDaysOf, clocksAt, dueAt, isOpen, workflowOf, type ClockDays } from '../rules/workflows.ts';
import {
  lockCaseRow,
  readFacts,
  writeEvents,
  type DeadlineRow,
  type EventRow,
  type FactsRow,
} from '../store/moves.ts';
import { runEffects, type EffectEvent } from './effects.ts';

export type MoveInput = {
  readonly caseId: string;
  readonly move: string;
  readonly itemIds: readonly string[];
  readonly reason?: string | null;
  /** The action that brings the data a move with a form needs; the plain move button has none. */
  readonly form?: string;
  /** The history number each item had on the screen of the person who moves it. */
  readonly expect?: Readonly<Record<string, number>>;
  /** Kept with the history row and given to the effects. */
  readonly data?: Readonly<Record<string, unknown>>;
};

export type Moved = { readonly items: readonly { id: string; stage: string; status: string; seq: number }[] };

/** The facts of a case under its lock, item by item. */
export type CaseFacts = {
  readonly caseId: string;
  readonly rows: readonly FactsRow[];
  readonly days: ClockDays;
  readonly payTogether: boolean;
};

type Planned = { row: FactsRow; workflow: Workflow; step: Step };

/** Locks the case and reads its facts. Refuses `case_not_found`. Every action that changes a fact calls this first. */
export async function lockCase(tx: Tx, caseId: string): Promise<Outcome<CaseFacts>> {
  if (!(await lockCaseRow(tx, caseId)))
    return refuse('case_not_found', `There is no case ${caseId}.`, 'not_found');
  return ok(await factsOf(tx, caseId));
}

/** The same facts without the lock, for screens. */
export async function factsOf(tx: Reader, caseId: string): Promise<CaseFacts> {
  const [rows, shop] = [await readFacts(tx, caseId), await loadShop(tx)];
  return {
    caseId,
    rows,
    days: clockDaysOf(shop.settings),
    payTogether: shop.settings.pay_items !== 'as_ready',
  };
}

/** The place an item stands at. */
export function atOf(row: FactsRow): At {
  return { stage: row.stage, status: row.status };
}

/** The facts the guards ask for, of one item among its siblings. */
export function guardFacts(facts: CaseFacts, row: FactsRow, workflow: Workflow, now: Date): ItemFacts {
  return {
    now,
    channel: row.channel,
    silence: row.silence,
    payTogether: facts.payTogether,
    hasContact: row.has_contact,
    hasAddress: row.has_address,
    hasVisit: row.has_visit,
    hasPayoutMethod: row.payout_kind !== null,
    identityRecorded: row.unit_id !== null,
    inAnotherCase: row.in_another_case,
    blocked: row.blocked,
    checklistComplete: row.checklist_complete,
    graded: row.graded,
    openHolds: row.open_holds,
    mayNotLeave: row.may_not_leave,
    disputes: row.disputes,
    priceMinor: row.price_minor,
    quoteValidUntil: row.quote_valid_until,
    withdrawalNoted: row.withdrawal_noted,
    revisionHasReason: row.revision_has_reason,
    revisionHasPhoto: row.revision_has_photo,
    revisionChangesAnswers: row.revision_changes_answers,
    payoutState: row.payout_state,
    leftUs: row.left_us,
    siblingUnsettled: facts.rows.some(
      (o) => o.item_id !== row.item_id && hasTag(workflow, atOf(o), 'before_payout'),
    ),
  };
}

/** Where a released hold goes back to. */
export function resumeOf(row: FactsRow): At | null {
  return row.resume_stage && row.resume_status
    ? { stage: row.resume_stage, status: row.resume_status }
    : null;
}

function plan(facts: CaseFacts, input: MoveInput, ctx: Ctx): Outcome<Planned[]> {
  const planned: Planned[] = [];
  if (input.itemIds.length === 0)
    return refuse('no_items', 'Choose at least one device.', 'invalid', { field: 'item_ids' });
  for (const id of new Set(input.itemIds)) {
    const row = facts.rows.find((r) => r.item_id === id);
    if (!row)
      return refuse('item_not_in_case', `${id} is no item of this case.`, 'not_found', { field: 'item_ids' });
    const seen = input.expect?.[id];
    if (seen !== undefined && seen !== row.seq) return staleItem(row);
    const workflow = workflowOf(row.workflow_id, row.workflow_version);
    if (!workflow.ok) return workflow;
    const guard = guardFacts(facts, row, workflow.value, ctx.now);
    const outcome = step(workflow.value, atOf(row), input.move, guard, ctx.actor, GUARDS, resumeOf(row));
    if (!outcome.ok) return { ...outcome, more: { ...outcome.more, item_id: id, item_number: row.number } };
    const { def } = outcome.value;
    if (def.form && def.form !== input.form && ctx.actor.kind !== 'clock')
      return refuse('move_needs_form', `“${def.id}” is made by its own form (${def.form}).`, 'invalid', {
        field: 'move',
      });
    if (def.reason === 'required' && !input.reason?.trim())
      return refuse('reason_missing', 'Give a reason.', 'invalid', { field: 'reason' });
    planned.push({ row, workflow: workflow.value, step: outcome.value });
  }
  return ok(planned);
}

function staleItem(row: FactsRow) {
  return refuse(
    'stale_item',
    `${row.number} has moved on meanwhile: it is now in ${placeName(atOf(row))}.`,
    'stale',
    {
      more: { item_id: row.item_id, current: { stage: row.stage, status: row.status, seq: row.seq } },
    },
  );
}

/** The history row and the clocks of one step. */
export function historyOf(
  ctx: Ctx,
  item: { id: string; caseId: string; seq: number; from: At | null },
  workflow: Workflow,
  taken: Step,
  days: ClockDays,
  input: { reason?: string | null; data?: Readonly<Record<string, unknown>> },
): { event: EventRow; deadlines: DeadlineRow[] } {
  const clocks = clocksAt(workflow, taken, ctx.now, days);
  const staff = taken.def.by.staff;
  const event: EventRow = {
    id: ctx.newId('evt'),
    case_id: item.caseId,
    item_id: item.id,
    seq: item.seq + 1,
    move: taken.def.id,
    from_stage: item.from?.stage ?? null,
    from_status: item.from?.status ?? null,
    to_stage: taken.to.stage,
    to_status: taken.to.status,
    to_open: isOpen(workflow, taken.to),
    next_actor: taken.def.rest?.next ?? statusOf(workflow, taken.to)?.next ?? 'nobody',
    due_at: dueAt(clocks),
    actor_kind: ctx.actor.kind,
    actor_id: actorId(ctx.actor),
    on_behalf:
      ctx.actor.kind === 'staff' && taken.def.by.customer !== undefined && staff === 'offer.answer_on_behalf',
    reason: input.reason?.trim() || null,
    data: { ...input.data },
    at: ctx.now,
    request_id: ctx.requestId,
  };
  const deadlines = clocks.map(({ clock, due }) => ({
    id: ctx.newId('ddl'),
    case_id: item.caseId,
    item_id: item.id,
    seq: event.seq,
    clock: clock.id,
    due_at: due,
    move: clock.move ?? null,
    effect: clock.effect ?? null,
    reason: clock.reason ?? null,
  }));
  return { event, deadlines };
}

/** Groups the effects of several items' steps: each effect runs once, for all the items it concerns. */
export function effectsOf(
  caseId: string,
  taken: readonly { step: Step; event: EventRow; from: At | null }[],
  data: Readonly<Record<string, unknown>>,
): { effect: Effect; event: EffectEvent }[] {
  const names = [...new Set(taken.flatMap((t) => t.step.effects))];
  return names.filter(isEffect).map((effect) => {
    const concerned = taken.filter((t) => t.step.effects.includes(effect));
    const first = concerned[0];
    return {
      effect,
      event: {
        caseId,
        items: concerned.map((t) => ({ id: t.event.item_id, from: t.from, to: t.step.to, seq: t.event.seq })),
        move: first?.step.def.id ?? '',
        reason: first?.event.reason ?? null,
        data,
      },
    };
  });
}

async function write(
  tx: Tx,
  ctx: Ctx,
  facts: CaseFacts,
  planned: readonly Planned[],
  input: MoveInput,
): Promise<Outcome<null>> {
  const taken = planned.map((p) => {
    const from = atOf(p.row);
    const item = { id: p.row.item_id, caseId: facts.caseId, seq: p.row.seq, from };
    return { ...historyOf(ctx, item, p.workflow, p.step, facts.days, input), step: p.step, from };
  });
  await writeEvents(
    tx,
    taken.map((t) => t.event),
    taken.flatMap((t) => t.deadlines),
  );
  return await runEffects(tx, ctx, effectsOf(facts.caseId, taken, input.data ?? {}));
}

/** Makes whatever automatic moves the facts now allow, until none is left. */
export async function settle(tx: Tx, ctx: Ctx, facts: CaseFacts): Promise<Outcome<CaseFacts>> {
  const asSystem: Ctx = { ...ctx, actor: { kind: 'system' } };
  let now = facts;
  for (let round = 0; round < 20; round += 1) {
    const planned = now.rows.flatMap((row): Planned[] => {
      const workflow = workflowOf(row.workflow_id, row.workflow_version);
      if (!workflow.ok) return [];
      const first = autoMoves(
        workflow.value,
        atOf(row),
        guardFacts(now, row, workflow.value, ctx.now),
        GUARDS,
      )[0];
      return first ? [{ row, workflow: workflow.value, step: first }] : [];
    });
    if (planned.length === 0) return ok(now);
    // One kind of automatic move at a time: its effects may change the facts the next one depends on.
    const same = planned.filter((p) => p.step.def.id === planned[0]?.step.def.id);
    const outcome = await write(tx, asSystem, now, same, {
      caseId: now.caseId,
      move: same[0]?.step.def.id ?? '',
      itemIds: [],
    });
    if (!outcome.ok) return outcome;
    now = await factsOf(tx, now.caseId);
  }
  throw new Error(`automatic moves of ${facts.caseId} do not come to rest`);
}

/** True when some item now stands where an automatic move could begin. */
function mayMoveItself(rows: readonly { workflow: Workflow; to: At }[]): boolean {
  return rows.some(({ workflow, to }) =>
    workflow.moves.some((m) => m.auto && m.from.some((f) => f === placeName(to) || f === `${to.stage}/*`)),
  );
}

/**
 * Moves one or many items of a case, all or nothing. Refuses `case_not_found`, `item_not_in_case`, `stale_item`,
 * `move_*`, `permission_missing`, `reason_missing`, or what a guard or an effect says.
 */
export async function moveItems(tx: Tx, ctx: Ctx, input: MoveInput): Promise<Outcome<Moved>> {
  const locked = await lockCase(tx, input.caseId);
  if (!locked.ok) return locked;
  const planned = plan(locked.value, input, ctx);
  if (!planned.ok) return planned;
  const written = await write(tx, ctx, locked.value, planned.value, input);
  if (!written.ok) return written;
  const moved = planned.value.map((p) => ({ id: p.row.item_id, ...p.step.to, seq: p.row.seq + 1 }));
  // A sibling that leaves the way to payout may free the others, so every move that ends a wait asks again.
  const freed = planned.value.some(
    (p) =>
      hasTag(p.workflow, atOf(p.row), 'before_payout') && !hasTag(p.workflow, p.step.to, 'before_payout'),
  );
  if (!freed && !mayMoveItself(planned.value.map((p) => ({ workflow: p.workflow, to: p.step.to }))))
    return ok({ items: moved });
  const settled = await settle(tx, ctx, await factsOf(tx, input.caseId));
  if (!settled.ok) return settled;
  return ok({
    items: moved.map((m) => {
      const row = settled.value.rows.find((r) => r.item_id === m.id);
      return row ? { id: m.id, stage: row.stage, status: row.status, seq: row.seq } : m;
    }),
  });
}
