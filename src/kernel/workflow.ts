/**
 * The engine. A workflow is data: stages, statuses with tags, moves and clocks, all by name. `step` says what a
 * move would do, `moves` lists every button with its reason when refused, `faults` finds what is wrong with a
 * workflow before anybody relies on it. Pure: facts and actor come in, nothing is read or written here.
 */
import type { Actor, ActorKind, LinkPower, Permission } from './actor.ts';
import { ok, refuse, type Outcome, type Refusal } from './outcome.ts';

/** A stage and its status, written `stage/status`. */
export type At = { readonly stage: string; readonly status: string };

/** Who has to do the next thing while an item rests in a status; `nobody` only where the item is done. */
export type NextActor = 'customer' | 'carrier' | 'counter' | 'bench' | 'help_desk' | 'finance' | 'nobody';

/** How long after entering a status a clock rings: fixed days, or days the shop set. */
export type ClockDue = { readonly days: number } | { readonly setting: string };

/** A clock runs while the item rests in the status: at the due time it makes a move or a reminder's effect. */
export type ClockDef = {
  readonly id: string;
  readonly due: ClockDue;
  readonly move?: string;
  readonly effect?: string;
  readonly reason?: string;
};

export type StatusDef = {
  readonly id: string;
  readonly tags: readonly string[];
  readonly next: NextActor;
  readonly clocks?: readonly ClockDef[];
};

export type StageDef = { readonly id: string; readonly statuses: readonly StatusDef[] };

/** Who may make a move: a member of staff with this permission, a customer with this power, a machine. */
export type MoveBy = {
  readonly staff?: Permission;
  readonly customer?: LinkPower;
  readonly clock?: true;
  readonly carrier?: true;
  readonly system?: true;
  readonly visitor?: true;
};

/** How an item rests after a move, where that differs from what its status says (it has asked, it has been answered). */
export type RestDef = { readonly next: NextActor; readonly clocks: readonly ClockDef[] };

/**
 * One way a move can go. Several definitions may share an id (same button, other origin or target); the first
 * that matches and whose guards hold is taken. `from` is `stage/status`, `stage/*`, `#tag` or `start`; `to` is `stage/status`,
 * `resume` (where the hold came from) or `here` (it stays, with clocks that begin anew, as `rest` says). A move with a `form` brings data of its own and is made only by the
 * action of that name. An `auto` move is made by the system as soon as its guards hold.
 */
export type MoveDef = {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: MoveBy;
  readonly guards?: readonly string[];
  readonly effects?: readonly string[];
  readonly reason?: 'required' | 'optional';
  readonly form?: string;
  readonly auto?: true;
  readonly rest?: RestDef;
};

export type Workflow = {
  readonly id: string;
  readonly version: number;
  readonly stages: readonly StageDef[];
  readonly moves: readonly MoveDef[];
};

/** A guard looks at the facts and gives null when satisfied, or the refusal's code and sentence. */
export type Guard<F> = (facts: F) => { code: string; why: string } | null;
export type Guards<F> = Readonly<Record<string, Guard<F>>>;

/** What a move comes to: where the item goes and which effects run in the same transaction. */
export type Step = { readonly def: MoveDef; readonly to: At; readonly effects: readonly string[] };

/** A move as a screen shows it: allowed, or refused with the reason. */
export type MoveOffer = {
  readonly move: string;
  readonly to: string;
  readonly form: string | null;
  readonly reason: 'required' | 'optional' | 'none';
  readonly refused: { readonly code: string; readonly why: string } | null;
};

/** Splits `stage/status`. */
export function place(text: string): At {
  const cut = text.indexOf('/');
  return { stage: text.slice(0, cut), status: text.slice(cut + 1) };
}

/** Writes `stage/status`. */
export function placeName(at: At): string {
  return `${at.stage}/${at.status}`;
}

/** The definition of a status, or null when the workflow has none of that name. */
export function statusOf(workflow: Workflow, at: At): StatusDef | null {
  const stage = workflow.stages.find((s) => s.id === at.stage);
  return stage?.statuses.find((s) => s.id === at.status) ?? null;
}

/** True when the status at this place carries the tag. */
export function hasTag(workflow: Workflow, at: At, tag: string): boolean {
  return statusOf(workflow, at)?.tags.includes(tag) ?? false;
}

function matches(workflow: Workflow, selector: string, at: At | null): boolean {
  if (at === null) return selector === 'start';
  if (selector.startsWith('#')) return hasTag(workflow, at, selector.slice(1));
  const wanted = place(selector);
  return wanted.stage === at.stage && (wanted.status === '*' || wanted.status === at.status);
}

function mayMake(def: MoveDef, actor: Actor): Refusal | null {
  const powers: Record<LinkPower, number> = { view: 0, act: 1, sensitive: 2 };
  const allowed: Record<ActorKind, boolean> = {
    staff: def.by.staff !== undefined,
    customer: def.by.customer !== undefined,
    clock: def.by.clock === true,
    carrier: def.by.carrier === true,
    system: def.by.system === true,
    visitor: def.by.visitor === true,
  };
  if (!allowed[actor.kind])
    return refuse('move_not_yours', `A ${actor.kind} cannot make the move “${def.id}”.`, 'forbidden');
  if (actor.kind === 'staff' && def.by.staff && !actor.permissions.has(def.by.staff))
    return refuse('permission_missing', `This needs the permission “${def.by.staff}”.`, 'forbidden');
  if (actor.kind === 'customer' && def.by.customer && powers[actor.power] < powers[def.by.customer])
    return refuse('power_missing', 'This link only lets you look.', 'forbidden');
  return null;
}

function firstRefusal<F>(def: MoveDef, facts: F, guards: Guards<F>): Refusal | null {
  for (const name of def.guards ?? []) {
    const guard = guards[name];
    if (!guard) throw new Error(`workflow names the guard “${name}”, which nobody wrote`);
    const no = guard(facts);
    if (no) return refuse(no.code, no.why, 'conflict');
  }
  return null;
}

/**
 * What a move would do from here. `at` is null before the item exists; `resume` is where an open hold came from.
 * Refuses with `move_unknown`, `move_not_from_here`, `move_not_yours`, `permission_missing`, or a guard's code.
 */
export function step<F>(
  workflow: Workflow,
  at: At | null,
  move: string,
  facts: F,
  actor: Actor,
  guards: Guards<F>,
  resume: At | null = null,
): Outcome<Step> {
  const named = workflow.moves.filter((m) => m.id === move);
  if (named.length === 0)
    return refuse('move_unknown', `There is no move “${move}” in ${workflow.id}.`, 'invalid', {
      field: 'move',
    });
  const here = named.filter((m) => m.from.some((selector) => matches(workflow, selector, at)));
  const where = at ? placeName(at) : 'the start';
  let no: Refusal = refuse('move_not_from_here', `“${move}” is not possible from ${where}.`, 'conflict', {
    more: { from: where },
  });
  const mine = here.filter((m) => mayMake(m, actor) === null);
  const def = mine.find((m) => firstRefusal(m, facts, guards) === null);
  if (!def) {
    const nearest = mine[0] ?? here[0];
    if (nearest) no = mayMake(nearest, actor) ?? firstRefusal(nearest, facts, guards) ?? no;
    return no;
  }
  if (def.to === 'resume' && resume === null)
    return refuse('nothing_to_resume', 'No hold remembers where this item came from.', 'conflict');
  return ok({ def, to: targetOf(def, at, resume), effects: def.effects ?? [] });
}

function targetOf(def: MoveDef, at: At | null, resume: At | null): At {
  if (def.to === 'resume' && resume) return resume;
  return def.to === 'here' && at ? at : place(def.to);
}

/** Every move that leaves this place and that this kind of actor could ever make, each allowed or refused. */
export function moves<F>(
  workflow: Workflow,
  at: At,
  facts: F,
  actor: Actor,
  guards: Guards<F>,
  resume: At | null = null,
): MoveOffer[] {
  const seen = new Set<string>();
  const offers: MoveOffer[] = [];
  for (const def of workflow.moves) {
    if (def.auto || seen.has(def.id) || !def.from.some((selector) => matches(workflow, selector, at)))
      continue;
    const outcome = step(workflow, at, def.id, facts, actor, guards, resume);
    if (!outcome.ok && outcome.code === 'move_not_yours') continue;
    seen.add(def.id);
    offers.push({
      move: def.id,
      to: outcome.ok ? placeName(outcome.value.to) : def.to === 'here' ? placeName(at) : def.to,
      form: def.form ?? null,
      reason: def.reason ?? 'none',
      refused: outcome.ok ? null : { code: outcome.code, why: outcome.why },
    });
  }
  return offers;
}

/** The automatic moves whose origin matches and whose guards hold; the caller makes the first and asks again. */
export function autoMoves<F>(workflow: Workflow, at: At, facts: F, guards: Guards<F>): Step[] {
  const steps: Step[] = [];
  for (const def of workflow.moves) {
    if (!def.auto || !def.from.some((selector) => matches(workflow, selector, at))) continue;
    if (firstRefusal(def, facts, guards) === null)
      steps.push({ def, to: place(def.to), effects: def.effects ?? [] });
  }
  return steps;
}
