/** What becomes of a revised offer when it is answered: effects of the moves accept, decline and lapse. */
import { actorId } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/outcome.ts';
import type { EffectHandler } from '../../cases/actions/effects.ts';
import { agreePrice } from '../../cases/actions/item-facts.ts';
import { answerQuotes } from '../store.ts';

/** Effect `quote.accept_revision`: the revised price is what we owe. */
export const acceptRevision: EffectHandler = async (tx, ctx, event) => {
  const by = { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now };
  const accepted = await answerQuotes(
    tx,
    { itemIds: event.items.map((i) => i.id), kind: 'revision' },
    'accepted',
    by,
  );
  for (const quote of accepted) await agreePrice(tx, quote.item_id, quote.price_minor);
  return ok(null);
};

/** Effect `quote.decline_revision`: the device goes back, the old price stays on record. */
export const declineRevision: EffectHandler = async (tx, ctx, event) => {
  const by = { kind: ctx.actor.kind, id: actorId(ctx.actor), at: ctx.now };
  await answerQuotes(tx, { itemIds: event.items.map((i) => i.id), kind: 'revision' }, 'declined', by);
  return ok(null);
};
