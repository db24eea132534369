/** What can be wrong with a workflow. Run at start, and before an owner's change is saved. */
import { place, placeName, statusOf, type StatusDef, type Workflow } from './workflow.ts';

export type Fault = { readonly code: string; readonly where: string; readonly why: string };

/** Names the program serves; a workflow may use no other. */
export type Known = {
  readonly guards: ReadonlySet<string>;
  readonly effects: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
};

type Edge = { from: string; to: string };

function allStatuses(workflow: Workflow): { name: string; def: StatusDef }[] {
  return workflow.stages.flatMap((stage) =>
    stage.statuses.map((def) => ({ name: placeName({ stage: stage.id, status: def.id }), def })),
  );
}

function originsOf(workflow: Workflow, selector: string): string[] {
  if (selector === 'start') return ['start'];
  const all = allStatuses(workflow);
  if (selector.startsWith('#'))
    return all.filter((s) => s.def.tags.includes(selector.slice(1))).map((s) => s.name);
  const wanted = place(selector);
  return all
    .filter(
      (s) =>
        place(s.name).stage === wanted.stage &&
        (wanted.status === '*' || place(s.name).status === wanted.status),
    )
    .map((s) => s.name);
}

function edgesOf(workflow: Workflow): Edge[] {
  const edges: Edge[] = [];
  for (const def of workflow.moves)
    for (const selector of def.from)
      for (const from of originsOf(workflow, selector))
        if (def.to !== 'resume') edges.push({ from, to: def.to === 'here' ? from : def.to });
  // A released hold goes back to where it was opened, so it can reach whatever leads into the hold.
  const holds = new Set(
    workflow.moves
      .filter((m) => m.to === 'resume')
      .flatMap((m) => m.from.flatMap((s) => originsOf(workflow, s))),
  );
  for (const hold of holds)
    for (const edge of [...edges])
      if (edge.to === hold && edge.from !== 'start') edges.push({ from: hold, to: edge.from });
  return edges;
}

function reach(start: string, edges: readonly Edge[]): Set<string> {
  const seen = new Set([start]);
  for (const name of seen) for (const edge of edges) if (edge.from === name) seen.add(edge.to);
  return seen;
}

function nameFaults(workflow: Workflow, known: Known): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set(workflow.moves.map((m) => m.id));
  for (const def of workflow.moves) {
    const where = `move ${def.id}`;
    if (def.to !== 'resume' && def.to !== 'here' && !statusOf(workflow, place(def.to)))
      faults.push({ code: 'unknown_target', where, why: `“${def.to}” is no status of this workflow.` });
    for (const selector of def.from)
      if (originsOf(workflow, selector).length === 0)
        faults.push({ code: 'unknown_origin', where, why: `“${selector}” matches no status.` });
    for (const guard of def.guards ?? [])
      if (!known.guards.has(guard))
        faults.push({ code: 'unknown_guard', where, why: `Nobody wrote the guard “${guard}”.` });
    for (const effect of def.effects ?? [])
      if (!known.effects.has(effect))
        faults.push({ code: 'unknown_effect', where, why: `Nobody serves the effect “${effect}”.` });
  }
  const resting = [
    ...allStatuses(workflow).map(({ name, def }) => ({ name, clocks: def.clocks })),
    ...workflow.moves.map((def) => ({ name: `move ${def.id}`, clocks: def.rest?.clocks })),
  ];
  for (const { name, clocks } of resting)
    for (const clock of clocks ?? []) {
      const where = `${name} clock ${clock.id}`;
      if (clock.move && !ids.has(clock.move))
        faults.push({ code: 'unknown_move', where, why: `There is no move “${clock.move}”.` });
      if (clock.effect && !known.effects.has(clock.effect))
        faults.push({ code: 'unknown_effect', where, why: `Nobody serves the effect “${clock.effect}”.` });
      if ('setting' in clock.due && !known.settings.has(clock.due.setting))
        faults.push({
          code: 'unknown_setting',
          where,
          why: `The shop has no setting “${clock.due.setting}”.`,
        });
    }
  return faults;
}

/** Everything wrong with a workflow; an empty list is a sound one. */
export function faults(workflow: Workflow, known: Known): Fault[] {
  const found = nameFaults(workflow, known);
  const edges = edgesOf(workflow);
  const reached = reach('start', edges);
  const statuses = allStatuses(workflow);
  const finals = new Set(statuses.filter((s) => s.def.tags.includes('final')).map((s) => s.name));
  for (const def of workflow.moves)
    if ((def.rest?.next === 'customer' || def.rest?.next === 'carrier') && def.rest.clocks.length === 0)
      found.push({
        code: 'no_clock',
        where: `move ${def.id}`,
        why: `After it the item waits for the ${def.rest.next} without a clock.`,
      });
  for (const { name, def } of statuses) {
    if (!reached.has(name))
      found.push({ code: 'unreachable', where: name, why: 'No chain of moves leads here.' });
    const onward = reach(name, edges);
    if (![...onward].some((n) => finals.has(n)))
      found.push({ code: 'never_ends', where: name, why: 'No chain of moves leads from here to an end.' });
    const waits = def.next !== 'nobody' && (def.next === 'customer' || def.next === 'carrier');
    if (waits && !def.clocks?.length)
      found.push({ code: 'no_clock', where: name, why: `It waits for the ${def.next} without a clock.` });
    if (def.next === 'nobody' && !def.tags.includes('final') && !def.tags.includes('dormant'))
      found.push({
        code: 'no_next_actor',
        where: name,
        why: 'Nobody is to act, and it is neither final nor dormant.',
      });
  }
  return found;
}
