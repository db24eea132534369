/** Moving many items of many cases: each case in a transaction of its own, with a list of what failed. */
import type { Ctx } from '../../../kernel/actor.ts';
import { refuse, ok, type Outcome } from '../../../kernel/outcome.ts';
import type { Postgres } from '../../../platform/postgres.ts';
import { caseIdOfItem } from './item-facts.ts';
import { moveItems } from './move.ts';

export type BulkInput = {
  move: string;
  items: readonly { item_id: string; seq?: number | undefined }[];
  reason?: string | null;
  dryRun: boolean;
};
export type BulkResult = { done: string[]; failed: { item_id: string; code: string; why: string }[] };

const MOST = 500;

/**
 * Makes the same move with up to 500 items. A dry run does everything and takes it back. No transaction crosses
 * cases, so one item's refusal stops only its own case.
 */
export async function bulkMove(postgres: Postgres, ctx: Ctx, input: BulkInput): Promise<Outcome<BulkResult>> {
  if (input.items.length > MOST)
    return refuse('too_many_items', `At most ${MOST} items at once.`, 'invalid', { field: 'items' });
  const byCase = new Map<string, { item_id: string; seq?: number | undefined }[]>();
  const result: BulkResult = { done: [], failed: [] };
  for (const item of input.items) {
    const caseId = await caseIdOfItem(postgres.db, item.item_id);
    if (caseId) byCase.set(caseId, [...(byCase.get(caseId) ?? []), item]);
    else result.failed.push({ item_id: item.item_id, code: 'item_not_found', why: 'There is no such item.' });
  }
  for (const [caseId, items] of byCase) {
    const ids = items.map((i) => i.item_id);
    const expect = Object.fromEntries(
      items.flatMap((i) => (i.seq === undefined ? [] : [[i.item_id, i.seq]])),
    );
    const outcome = await postgres.transact(async (tx) => {
      const moved = await moveItems(tx, ctx, {
        caseId,
        move: input.move,
        itemIds: ids,
        reason: input.reason ?? null,
        expect,
      });
      return moved.ok && input.dryRun ? refuse('dry_run', 'Taken back.') : moved;
    });
    if (outcome.ok || outcome.code === 'dry_run') result.done.push(...ids);
    else result.failed.push(...ids.map((item_id) => ({ item_id, code: outcome.code, why: outcome.why })));
  }
  return ok(result);
}
