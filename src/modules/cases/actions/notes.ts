/** Notes on a case: internal ones for colleagues, customer-visible ones for the status page; the two never mix. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { insertNote, type NoteTable } from '../store/cases.ts';
import { lockCase } from './move.ts';

export type NoteInput = {
  body: string;
  visibility: 'internal' | 'customer';
  itemId?: string | null;
  mentions?: readonly string[];
};

/** Writes a note without asking who may: for what the program itself has to say, inside another action. */
export async function leaveNote(tx: Tx, ctx: Ctx, caseId: string, input: NoteInput): Promise<NoteTable> {
  const row: NoteTable = {
    id: ctx.newId('not'),
    case_id: caseId,
    item_id: input.itemId ?? null,
    visibility: input.visibility,
    body: input.body.trim().slice(0, 10_000),
    mentions: [...(input.mentions ?? [])],
    actor_kind: ctx.actor.kind,
    actor_id: actorId(ctx.actor),
    at: ctx.now,
  };
  await insertNote(tx, row);
  return row;
}

/** Writes a person's note. Refuses `note_empty`, `note_too_long`, `item_not_in_case`. */
export async function addNote(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  input: NoteInput,
): Promise<Outcome<NoteTable>> {
  const no = requirePermission(ctx.actor, 'case.note');
  if (no) return no;
  if (!input.body.trim()) return refuse('note_empty', 'Write something first.', 'invalid', { field: 'body' });
  if (input.body.length > 10_000)
    return refuse('note_too_long', 'A note has at most 10,000 characters.', 'invalid', { field: 'body' });
  const locked = await lockCase(tx, caseId);
  if (!locked.ok) return locked;
  if (input.itemId && !locked.value.rows.some((r) => r.item_id === input.itemId))
    return refuse('item_not_in_case', 'That item is not of this case.', 'not_found', { field: 'item_id' });
  return ok(await leaveNote(tx, ctx, caseId, input));
}
