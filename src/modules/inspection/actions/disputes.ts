/** A second inspection: asked for, made blind by somebody else, then laid beside the first. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { EffectHandler } from '../../cases/actions/effects.ts';
import { readInspection, type InspectionRow } from '../store.ts';
import { declaredOf, type Declared } from '../store/declared.ts';
import {
  disputedQuote,
  disputeOf,
  endDispute,
  insertDispute,
  inspectionsOf,
  latestComplete,
  type DisputeRow,
} from '../store/disputes.ts';

/** Effect `inspection.open_dispute`: what the seller says stands beside what the first inspection found. */
export const openDispute: EffectHandler = async (tx, ctx, event) => {
  for (const item of event.items) {
    const first = await latestComplete(tx, item.id);
    if (!first) return refuse('nothing_to_dispute', 'This device has not been inspected yet.', 'conflict');
    await insertDispute(tx, {
      id: ctx.newId('dsp'),
      case_id: event.caseId,
      item_id: item.id,
      quote_id: await disputedQuote(tx, item.id),
      first_inspection_id: first.id,
      second_inspection_id: null,
      reason: (event.reason ?? '').slice(0, 2000),
      opened_by_kind: ctx.actor.kind,
      opened_by_id: actorId(ctx.actor),
      opened_at: ctx.now,
      closed_at: null,
      outcome: null,
    });
  }
  return ok(null);
};

/** What was found by hand; where nobody said otherwise, it is as the seller told. */
function sameByHand(first: InspectionRow, second: InspectionRow, told: Declared): boolean {
  const version = (one: InspectionRow) => one.found_variant_id ?? told.variant_id;
  const answer = (one: InspectionRow, key: string) => one.found_answers[key] ?? told.answers[key];
  const keys = new Set([...Object.keys(first.found_answers), ...Object.keys(second.found_answers)]);
  return (
    version(first) === version(second) &&
    [...keys].every((key) => answer(first, key) === answer(second, key)) &&
    // What only one of them looked for is no contradiction.
    Object.entries(first.accessories).every(([one, here]) => (second.accessories[one] ?? here) === here)
  );
}

/**
 * True when both found the same: grades, the result of every check, the version, the answers and what came with it;
 * notes and battery may differ.
 */
export function agree(first: InspectionRow, second: InspectionRow, told: Declared): boolean {
  if (first.cosmetic_grade !== second.cosmetic_grade) return false;
  if (first.functional_grade !== second.functional_grade) return false;
  const names = new Set([...Object.keys(first.checks), ...Object.keys(second.checks)]);
  const same = [...names].every((name) => first.checks[name]?.result === second.checks[name]?.result);
  return same && sameByHand(first, second, told);
}

async function outcomeOf(tx: Tx, dispute: DisputeRow): Promise<'first_stands' | 'changed'> {
  const first = await readInspection(tx, dispute.first_inspection_id);
  const second = dispute.second_inspection_id ? await readInspection(tx, dispute.second_inspection_id) : null;
  return first && second && agree(first, second, await declaredOf(tx, dispute.item_id))
    ? 'first_stands'
    : 'changed';
}

/** Effect `inspection.close_dispute`: the device passes, or a new offer is made, on what two people found. */
export const closeDispute: EffectHandler = async (tx, ctx, event) => {
  for (const item of event.items) {
    const dispute = await disputeOf(tx, item.id);
    if (!dispute || dispute.closed_at) continue;
    await endDispute(tx, dispute.id, await outcomeOf(tx, dispute), ctx.now);
  }
  return ok(null);
};

/** Effect `inspection.withdraw_dispute`: the device goes back, so nobody has to look at it again. */
export const withdrawDispute: EffectHandler = async (tx, ctx, event) => {
  for (const item of event.items) {
    const dispute = await disputeOf(tx, item.id);
    if (dispute && !dispute.closed_at) await endDispute(tx, dispute.id, 'withdrawn', ctx.now);
  }
  return ok(null);
};

/** The second opinion is somebody else's: `same_inspector` for everybody who worked on the first. */
export async function secondFault(reader: Reader, ctx: Ctx, dispute: DisputeRow): Promise<Refusal | null> {
  const first = await readInspection(reader, dispute.first_inspection_id);
  const who = actorId(ctx.actor);
  if (who === null || (first?.inspector_id !== who && !first?.inspector_ids.includes(who))) return null;
  return refuse(
    'same_inspector',
    'You made the first inspection: the second one is for somebody else, who has not seen yours.',
    'forbidden',
  );
}

/** One inspection, or only that there is one: the first is hidden while the second is not complete. */
export type Shown =
  | { readonly hidden: true; readonly id: string; readonly number: number }
  | { readonly hidden: false; readonly inspection: InspectionRow };

export type Opinions = { readonly shown: readonly Shown[]; readonly dispute: DisputeRow | null };

/** All inspections of an item as anybody may see them now. Refuses nothing: an unknown item has none. */
export async function opinionsOf(reader: Reader, itemId: string): Promise<Outcome<Opinions>> {
  const all = await inspectionsOf(reader, itemId);
  const dispute = await disputeOf(reader, itemId);
  const open = dispute !== null && dispute.closed_at === null;
  const second = all.find((one) => one.id === dispute?.second_inspection_id);
  const blind = open && second?.state !== 'complete';
  const shown = all.map((inspection): Shown => {
    const hide = blind && inspection.kind !== 'second';
    return hide
      ? { hidden: true, id: inspection.id, number: inspection.number }
      : { hidden: false, inspection };
  });
  return ok({ shown, dispute });
}

/** True while nobody may see this inspection: it is the first of a device whose blind second one is not complete. */
export async function isHidden(reader: Reader, inspection: InspectionRow): Promise<boolean> {
  if (inspection.kind === 'second') return false;
  const dispute = await disputeOf(reader, inspection.item_id);
  if (!dispute || dispute.closed_at !== null) return false;
  const second = dispute.second_inspection_id
    ? await readInspection(reader, dispute.second_inspection_id)
    : null;
  return second?.state !== 'complete';
}
