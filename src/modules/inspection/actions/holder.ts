/** One inspector at a time: who has an inspection, who may go on with it, and taking it over. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { MINUTE } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { lockCase } from '../../cases/actions/move.ts';
import { leaveNote } from '../../cases/actions/notes.ts';
import { requirePermission } from '../../identity/rules.ts';
import { giveInspection, readInspection, type InspectionRow } from '../store.ts';
import { disputeOf } from '../store/disputes.ts';
import { isHidden, secondFault } from './disputes.ts';

/** After this long without a finding, whoever saves next has the inspection without asking. */
const IDLE = 30 * MINUTE;

/** The last moment somebody found something, or began. */
export function lastActive(row: InspectionRow): Date {
  return row.last_active_at ?? row.started_at;
}

function isMine(ctx: Ctx, row: InspectionRow): boolean {
  return row.inspector_id === null || row.inspector_id === actorId(ctx.actor);
}

async function pass(tx: Tx, ctx: Ctx, row: InspectionRow): Promise<Outcome<InspectionRow>> {
  const to = actorId(ctx.actor);
  if (to === null)
    return refuse('inspector_unknown', 'Only somebody of the staff inspects devices.', 'forbidden');
  await giveInspection(tx, row.id, to, ctx.now);
  if (row.inspector_id !== null)
    await leaveNote(tx, ctx, row.case_id, {
      body: `Took over the inspection from ${row.inspector_name ?? 'somebody who is no longer here'}.`,
      visibility: 'internal',
      itemId: row.item_id,
    });
  const now = await readInspection(tx, row.id);
  return now ? ok(now) : refuse('inspection_not_found', 'The inspection is gone.', 'not_found');
}

/**
 * The inspection as the one to write in. Refuses `inspection_taken` with the name of whoever has it, unless they have
 * been idle so long that it passes on by itself.
 */
export async function holdInspection(tx: Tx, ctx: Ctx, row: InspectionRow): Promise<Outcome<InspectionRow>> {
  if (row.inspector_id !== null && isMine(ctx, row)) return ok(row);
  if (isMine(ctx, row) || ctx.now.getTime() - lastActive(row).getTime() > IDLE) return pass(tx, ctx, row);
  const name = row.inspector_name ?? 'Somebody else';
  return refuse(
    'inspection_taken',
    `${name} is testing this device. Take it over to go on with it.`,
    'conflict',
    { more: { inspector: { id: row.inspector_id, name }, last_active_at: lastActive(row).toISOString() } },
  );
}

/** What keeps somebody from having this inspection at all: the maker of the first is kept from the blind second. */
export async function blindFault(tx: Tx, ctx: Ctx, row: InspectionRow): Promise<Refusal | null> {
  if (await isHidden(tx, row))
    return refuse(
      'inspection_hidden',
      'A second inspection is under way; this one is hidden until it is done.',
      'conflict',
    );
  const dispute = row.kind === 'second' ? await disputeOf(tx, row.item_id) : null;
  return dispute ? await secondFault(tx, ctx, dispute) : null;
}

/**
 * Goes on with what somebody else began; a note on the timeline tells so. Taking one's own changes nothing. Refuses
 * `inspection_closed`, `same_inspector` and `inspection_hidden`.
 */
export async function takeOverInspection(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<InspectionRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const before = await readInspection(tx, id);
  if (!before) return refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const locked = await lockCase(tx, before.case_id);
  if (!locked.ok) return locked;
  const row = await readInspection(tx, id);
  if (!row) return refuse('inspection_not_found', 'There is no such inspection.', 'not_found');
  const blind = await blindFault(tx, ctx, row);
  if (blind) return blind;
  if (row.state === 'complete')
    return refuse('inspection_closed', 'This inspection is complete; there is nothing to take over.');
  return row.inspector_id === actorId(ctx.actor) ? ok(row) : await pass(tx, ctx, row);
}
