/** A case as a screen shows it: what is stored, and for each item every move with its reason when refused. */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { moves, type MoveOffer } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { GUARDS, type ItemFacts } from '../rules/guards.ts';
import { labelOf } from '../rules/labels.ts';
import { workflowOf } from '../rules/workflows.ts';
import { readCase, type CaseRow, type ItemDetail } from '../store/case-view.ts';
import type { FactsRow } from '../store/moves.ts';
import { atOf, factsOf, guardFacts, resumeOf } from './move.ts';

export type ItemView = FactsRow & ItemDetail & { moves: (MoveOffer & { label: string })[]; facts: ItemFacts };
export type CaseView = Omit<CaseRow, 'items'> & {
  workflow_id: string;
  roll_up: { stage: string; status: string; count: number }[];
  items: ItemView[];
};

/** How many items stand in each place, in the order of the case: one entry when all agree. */
export function rollUp(
  items: readonly { stage: string; status: string }[],
): { stage: string; status: string; count: number }[] {
  const places = new Map<string, { stage: string; status: string; count: number }>();
  for (const { stage, status } of items) {
    const known = places.get(`${stage}/${status}`) ?? { stage, status, count: 0 };
    known.count += 1;
    places.set(`${stage}/${status}`, known);
  }
  return [...places.values()];
}

/** What may be shown of an item: during a blind second inspection neither the first finding nor what it led to. */
function shownOf(detail: ItemDetail, blind: boolean): ItemDetail {
  if (!blind) return detail;
  const inspection = detail.inspection?.kind === 'second' ? detail.inspection : null;
  return { ...detail, inspection, quotes: detail.quotes.filter((q) => q.kind !== 'revision') };
}

/** Everything about one case for this actor. Refuses `case_not_found`. */
export async function viewCase(reader: Reader, ctx: Ctx, caseId: string): Promise<Outcome<CaseView>> {
  const row = await readCase(reader, caseId);
  if (!row) return refuse('case_not_found', 'There is no such case.', 'not_found');
  const facts = await factsOf(reader, caseId);
  const items = facts.rows.flatMap((f): ItemView[] => {
    const detail = row.items.find((i) => i.id === f.item_id);
    const workflow = workflowOf(f.workflow_id, f.workflow_version);
    if (!detail || !workflow.ok) return [];
    const guard = guardFacts(facts, f, workflow.value, ctx.now);
    const offers = moves(workflow.value, atOf(f), guard, ctx.actor, GUARDS, resumeOf(f));
    return [
      {
        ...f,
        ...shownOf(detail, f.blind),
        facts: guard,
        moves: offers.map((o) => ({ ...o, label: labelOf(o.move) })),
      },
    ];
  });
  return ok({ ...row, workflow_id: facts.rows[0]?.workflow_id ?? '', roll_up: rollUp(items), items });
}
