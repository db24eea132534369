/** Letters about holds: who asks and who reminds is known to holds, what is written to messages. */
import { ok } from '../kernel/outcome.ts';
import type { EffectHandler } from '../modules/cases/actions/effects.ts';
import { noteDecision, noteReminders } from '../modules/holds/actions/conversation.ts';
import { readReason } from '../modules/holds/store.ts';
import type { MessageEvent } from '../modules/messages/rules.ts';
import { mailEffect } from './mail.ts';

const LETTERS: Readonly<Record<string, MessageEvent>> = {
  proof_of_purchase: 'on_hold_proof_of_purchase',
  activation_lock: 'on_hold_activation_lock',
};

/** The letter that asks about a hold: ours for what we know, a general question for the shop's own reasons. */
export function letterAbout(reason: string): MessageEvent {
  return LETTERS[reason] ?? 'on_hold_question';
}

/** Effect `mail.on_hold_general`: told at once, except where a question follows: one letter says it, not two. */
export const tellHeld: EffectHandler = async (tx, ctx, event) => {
  const id = event.data['hold_reason'];
  const reason = typeof id === 'string' ? await readReason(tx, id) : null;
  return reason?.asks_customer ? ok(null) : await mailEffect('on_hold_general')(tx, ctx, event);
};

/** Effect `hold.asked`: the letter of this reason, in the customer's language. */
export const mailAsked: EffectHandler = async (tx, ctx, event) => {
  const id = event.data['hold_reason'];
  const reason = typeof id === 'string' ? await readReason(tx, id) : null;
  const told = { ...event, data: { ...event.data, topic: reason?.labels ?? null } };
  return await mailEffect(letterAbout(reason?.id ?? ''))(tx, ctx, told);
};

/** Effect `hold.remind`: a letter and a note, for those who have not answered. */
export const remind: EffectHandler = async (tx, ctx, event) => {
  const waiting = new Set(await noteReminders(tx, ctx, event));
  const items = event.items.filter((item) => waiting.has(item.id));
  if (items.length === 0) return ok(null);
  return await mailEffect('hold_reminder')(tx, ctx, { ...event, items });
};

/** Effect `hold.decide`: a task for a person on day 30. */
export const decide: EffectHandler = async (tx, ctx, event) => {
  await noteDecision(tx, ctx, event);
  return ok(null);
};
