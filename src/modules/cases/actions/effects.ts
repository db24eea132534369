/**
 * How a move's effects are run. The names are cases' own (rules/effects.ts); who does the work is known to the
 * app alone, which hands its table in once at start.
 */
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, type Outcome } from '../../../kernel/outcome.ts';
import type { At } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/postgres.ts';
import type { Effect } from '../rules/effects.ts';

/** What an effect is told: the items it concerns, all of one case, and the move that set it off. */
export type EffectEvent = {
  readonly caseId: string;
  readonly items: readonly {
    readonly id: string;
    readonly from: At | null;
    readonly to: At;
    readonly seq: number;
  }[];
  readonly move: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Does an effect's work inside the move's transaction: it writes rows only. A refusal undoes the move. */
export type EffectHandler = (tx: Tx, ctx: Ctx, event: EffectEvent) => Promise<Outcome<unknown>>;
export type Effects = Readonly<Record<Effect, EffectHandler>>;

let served: Effects | null = null;

/** Called once at start (and by the test harness) with the app's table of effects. */
export function serveEffects(effects: Effects): void {
  served = effects;
}

/** Runs effects one after the other; the first refusal ends it and is given back. */
export async function runEffects(
  tx: Tx,
  ctx: Ctx,
  wanted: readonly { effect: Effect; event: EffectEvent }[],
): Promise<Outcome<null>> {
  if (!served) throw new Error('effects are not served: call serveEffects first');
  for (const { effect, event } of wanted) {
    const outcome = await served[effect](tx, ctx, event);
    if (!outcome.ok) return outcome;
  }
  return ok(null);
}
