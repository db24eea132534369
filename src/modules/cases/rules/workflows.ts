/** Which workflows exist, their clocks' settings, and the check that runs on each before it is used. */
import { faults, type Fault } from '../../../kernel/workflow-faults.ts';
import {
  hasTag,
  statusOf,
  type At,
  type ClockDef,
  type Step,
  type Workflow,
} from '../../../kernel/workflow.ts';
import { after, DAY } from '../../../kernel/time.ts';
import { refuse, ok, type Outcome } from '../../../kernel/outcome.ts';
import { BUYBACK_IN_STORE } from '../workflows/buyback-in-store.ts';
import { BUYBACK_MAIL_IN } from '../workflows/buyback-mail-in.ts';
import { EFFECTS } from './effects.ts';
import { GUARDS } from './guards.ts';

export const WORKFLOWS: readonly Workflow[] = [BUYBACK_MAIL_IN, BUYBACK_IN_STORE];

/** Spans a shop sets, in days, with what they are when it says nothing (workflows.md, parts A and B). */
export const CLOCK_DAYS = {
  confirm_days: 3,
  ship_by_days: 14,
  visit_days: 14,
  pre_check_days: 1,
  inspect_days: 2,
  revised_offer_days: 14,
  payout_days: 1,
  send_back_days: 2,
} as const;
export type ClockSetting = keyof typeof CLOCK_DAYS;
export type ClockDays = Readonly<Record<ClockSetting, number>>;

const BY_ID = new Map(WORKFLOWS.map((w) => [`${w.id}@${w.version}`, w]));

/** The workflow an item began with; refuses `workflow_unknown`. */
export function workflowOf(id: string, version: number): Outcome<Workflow> {
  const found = BY_ID.get(`${id}@${version}`);
  return found
    ? ok(found)
    : refuse('workflow_unknown', `There is no workflow ${id} version ${version}.`, 'not_found');
}

/** The newest version of a workflow, for a case that begins now; throws on an id nobody wrote. */
export function newestWorkflow(id: string): Workflow {
  const found = WORKFLOWS.filter((w) => w.id === id).toSorted((a, b) => b.version - a.version)[0];
  if (!found) throw new Error(`there is no workflow ${id}`);
  return found;
}

/** Everything wrong with the workflows that ship; the app refuses to start unless this is empty. */
export function workflowFaults(): { workflow: string; fault: Fault }[] {
  const known = {
    guards: new Set(Object.keys(GUARDS)),
    effects: new Set<string>(EFFECTS),
    settings: new Set(Object.keys(CLOCK_DAYS)),
  };
  return WORKFLOWS.flatMap((w) => faults(w, known).map((fault) => ({ workflow: w.id, fault })));
}

/** A clock's span in milliseconds under the shop's settings. */
export function spanOf(clock: ClockDef, days: ClockDays): number {
  const count = 'days' in clock.due ? clock.due.days : days[clock.due.setting as ClockSetting];
  return count * DAY;
}

/** The clocks that start with a step: those of the status it leads to, or those the move itself names. */
export function clocksAt(
  workflow: Workflow,
  taken: Pick<Step, 'def' | 'to'>,
  at: Date,
  days: ClockDays,
): { clock: ClockDef; due: Date }[] {
  const clocks = taken.def.rest?.clocks ?? statusOf(workflow, taken.to)?.clocks ?? [];
  return clocks.map((clock) => ({ clock, due: after(at, spanOf(clock, days)) }));
}

/** When the next actor should have acted: the clock that ends the wait, else the last one; null where nobody waits. */
export function dueAt(clocks: readonly { clock: ClockDef; due: Date }[]): Date | null {
  const ends =
    clocks.find((c) => c.clock.move !== undefined) ?? clocks.find((c) => !c.clock.effect) ?? clocks.at(-1);
  return ends?.due ?? null;
}

/** True while an item can still come to something: not final and not dormant. */
export function isOpen(workflow: Workflow, at: At): boolean {
  return !hasTag(workflow, at, 'final') && !hasTag(workflow, at, 'dormant');
}

/** The shop's spans, each a whole number of days, with the defaults where it says nothing. */
export function clockDaysOf(settings: Readonly<Record<string, unknown>>): ClockDays {
  const days: Record<string, number> = { ...CLOCK_DAYS };
  for (const name of Object.keys(CLOCK_DAYS)) {
    const set = settings[name];
    if (typeof set === 'number' && Number.isInteger(set) && set > 0) days[name] = set;
  }
  return days as ClockDays;
}
