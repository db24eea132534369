/** What becomes of a revised offer when it is answered: effects of the moves accept, decline, lapse, dispute and withdraw. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/outcome.ts';
import type { EffectEvent, EffectHandler } from '../../cases/actions/effects.ts';
import { agreePrice } from '../../cases/actions/item-facts.ts';
import { answerQuotes, type AnsweredHow, type QuoteRow } from '../store.ts';

const HOWS: readonly AnsweredHow[] = ['portal', 'counter', 'phone', 'mail', 'silence'];

/** Who answered, and how we know: the clock stands for silence. */
function byWhom(ctx: Ctx, event: EffectEvent) {
  const said = HOWS.find((one) => one === event.data['how']) ?? null;
  const how = ctx.actor.kind === 'clock' ? 'silence' : said;
  return { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now, how };
}

function revisionsOf(event: EffectEvent): { itemIds: string[]; kind: QuoteRow['kind'] } {
  return { itemIds: event.items.map((i) => i.id), kind: 'revision' };
}

/** Effect `quote.accept_revision`: the revised price is what we owe. */
export const acceptRevision: EffectHandler = async (tx, ctx, event) => {
  const accepted = await answerQuotes(tx, revisionsOf(event), 'accepted', byWhom(ctx, event));
  for (const quote of accepted) await agreePrice(tx, quote.item_id, quote.price_minor);
  return ok(null);
};

/** Effect `quote.decline_revision`: the device goes back, the old price stays on record. */
export const declineRevision: EffectHandler = async (tx, ctx, event) => {
  await answerQuotes(tx, revisionsOf(event), 'declined', byWhom(ctx, event));
  return ok(null);
};

/** Effect `quote.supersede_revision`: the offer is off the table, by a dispute or because the device is wanted back. */
export const supersedeRevision: EffectHandler = async (tx, ctx, event) => {
  await answerQuotes(tx, revisionsOf(event), 'superseded', byWhom(ctx, event));
  return ok(null);
};
