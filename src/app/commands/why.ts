/** `reprise why CASE`: the whole story of a case, and what can be done with it, in words. */
import { resolveCase } from '../../modules/cases/actions/item-facts.ts';
import { viewCase } from '../../modules/cases/actions/view.ts';
import { readTimeline } from '../../modules/cases/store/case-view.ts';
import type { Desk } from './desk.ts';

/** Prints timeline, facts and each move with its reason. 1 when there is no such case. */
export async function why(desk: Desk, name: string | undefined): Promise<number> {
  const id = name ? await resolveCase(desk.postgres.db, name) : null;
  const view = id ? await viewCase(desk.postgres.db, desk.ctx(), id) : null;
  if (!id || !view?.ok) {
    desk.say(`There is no case ${name ?? ''}.`);
    return 1;
  }
  const rows = await readTimeline(desk.postgres.db, id, {
    kinds: [],
    publicOnly: false,
    after: null,
    limit: 500,
  });
  desk.say(`${view.value.reference} (${view.value.workflow_id})`);
  for (const row of rows.toReversed())
    desk.say(
      `  ${row.at.toISOString()}  ${row.kind.padEnd(7)} ${row.item_number ?? ''} ${row.text}${row.reason ? ` — ${row.reason}` : ''}  (${row.actor_name ?? row.actor_kind})`,
    );
  for (const item of view.value.items) {
    desk.say(`\n${item.number} ${item.title}: ${item.stage}/${item.status}`);
    for (const [fact, value] of Object.entries(item.facts))
      desk.say(`  ${fact} = ${value instanceof Date ? value.toISOString() : String(value)}`);
    for (const move of item.moves)
      desk.say(
        `  ${move.refused ? '✗' : '✓'} ${move.move} → ${move.to}${move.refused ? `  ${move.refused.code}: ${move.refused.why}` : ''}`,
      );
  }
  return 0;
}
