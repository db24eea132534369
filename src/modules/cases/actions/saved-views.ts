/** Saved views of the board and the table: everybody keeps their own, and may share them. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { deleteView, insertView, readView, updateView, type SavedView } from '../store/views.ts';

export type ViewInput = { name: string; query: Record<string, string>; shared: boolean };

const TAKEN = refuse('view_name_taken', 'You have a view of that name already.', 'conflict', {
  field: 'name',
});

/** Saves a view. Refuses `view_name_taken`. */
export async function saveView(tx: Tx, ctx: Ctx, input: ViewInput): Promise<Outcome<SavedView>> {
  const no = requirePermission(ctx.actor, 'case.view');
  if (no) return no;
  const view = { id: ctx.newId('viw'), staff_id: actorId(ctx.actor) ?? '', ...input, created_at: ctx.now };
  return (await insertView(tx, view)) ? ok({ ...view, version: 1 }) : TAKEN;
}

async function own(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<SavedView>> {
  const no = requirePermission(ctx.actor, 'case.view');
  if (no) return no;
  const view = await readView(tx, id);
  if (!view) return refuse('view_not_found', 'There is no such view.', 'not_found');
  const mine =
    view.staff_id === actorId(ctx.actor) ||
    (ctx.actor.kind === 'staff' && ctx.actor.permissions.has('settings.edit'));
  return mine
    ? ok(view)
    : refuse('view_not_yours', 'Only the person who saved a view can change it.', 'forbidden');
}

/** Changes a view. Refuses `view_not_found`, `view_not_yours`, `stale_view`. */
export async function changeView(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number | null,
  input: ViewInput,
): Promise<Outcome<SavedView>> {
  const view = await own(tx, ctx, id);
  if (!view.ok) return view;
  const next = await updateView(tx, id, version ?? view.value.version, input);
  if (next === null)
    return refuse('stale_view', 'This view was changed meanwhile.', 'stale', {
      more: { current: view.value },
    });
  return ok({ ...view.value, ...input, version: next });
}

/** Deletes a view. Refuses `view_not_found`, `view_not_yours`. */
export async function dropView(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<null>> {
  const view = await own(tx, ctx, id);
  if (!view.ok) return view;
  await deleteView(tx, id);
  return ok(null);
}
