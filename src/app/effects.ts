/** Effect name → who does it. The compiler refuses a name of cases/rules/effects.ts that nobody serves here. */
import type { Ctx } from '../kernel/actor.ts';
import { ok } from '../kernel/outcome.ts';
import type { EffectHandler, Effects } from '../modules/cases/actions/effects.ts';
import { leaveNote } from '../modules/cases/actions/notes.ts';
import { closeAllHolds, holdReceivingProblems, openGeneralHold } from '../modules/holds/actions.ts';
import { wipeCodes } from '../modules/holds/actions/lock-codes.ts';
import { closeDispute, openDispute, withdrawDispute } from '../modules/inspection/actions/disputes.ts';
import { preparePayout, resumePayout, withdrawPayout } from '../modules/money/actions/prepare.ts';
import { acceptRevision, declineRevision, supersedeRevision } from '../modules/quotes/actions/revision.ts';
import { prepareKit } from '../modules/shipping/actions/carrier.ts';
import { tellOwnershipApproved } from './chat.ts';
import { decide, mailAsked, remind, tellHeld } from './holds.ts';
import { mailEffect } from './mail.ts';
import { preCheckArrivals } from './pre-check.ts';

/** Leaves a task for people on the timeline, written by the machine. */
function taskNote(words: string): EffectHandler {
  return async (tx, ctx, event) => {
    const asSystem: Ctx = { ...ctx, actor: { kind: 'system' } };
    for (const item of event.items)
      await leaveNote(tx, asSystem, event.caseId, { body: words, visibility: 'internal', itemId: item.id });
    return ok(null);
  };
}

/** A customer who changes their devices gets the new offer; the one it replaces goes without a word. */
const cancelledMail: EffectHandler = (tx, ctx, event) =>
  event.reason === 'replaced' ? Promise.resolve(ok(null)) : mailEffect('cancelled')(tx, ctx, event);

export const effects: Effects = {
  'mail.quote_made': mailEffect('quote_made'),
  'mail.quote_reminder': mailEffect('quote_reminder'),
  'mail.quote_abandoned': mailEffect('quote_abandoned'),
  'mail.offer_confirmed': mailEffect('offer_confirmed'),
  'mail.offer_expired': mailEffect('offer_expired'),
  'mail.ship_reminder': mailEffect('ship_reminder'),
  'mail.visit_reminder': mailEffect('visit_reminder'),
  'mail.cancelled': cancelledMail,
  'mail.in_transit': mailEffect('in_transit'),
  'mail.delivered': mailEffect('delivered'),
  'mail.delayed': mailEffect('delayed'),
  'mail.received': mailEffect('received'),
  'mail.inspection_passed': mailEffect('inspection_passed'),
  'mail.revised_offer': mailEffect('revised_offer'),
  'mail.revised_offer_reminder': mailEffect('revised_offer_reminder'),
  'mail.revised_offer_accepted': mailEffect('revised_offer_accepted'),
  'mail.revised_offer_declined': mailEffect('revised_offer_declined'),
  'mail.on_hold_general': tellHeld,
  'mail.second_inspection': mailEffect('second_inspection'),
  'mail.device_refused': mailEffect('device_refused'),
  'mail.hold_released': mailEffect('hold_released'),
  'mail.payout_ready': mailEffect('payout_ready'),
  'mail.payout_submitted': mailEffect('payout_submitted'),
  'mail.payout_failed': mailEffect('payout_failed'),
  'mail.paid': mailEffect('paid'),
  'mail.withdrawn': mailEffect('withdrawn'),
  'mail.sent_back': mailEffect('sent_back'),
  'shipping.prepare_kit': prepareKit,
  'payout.prepare': preparePayout,
  'payout.withdraw': withdrawPayout,
  'payout.resume': resumePayout,
  'payout.cancel': withdrawPayout,
  'hold.open_general': openGeneralHold,
  'hold.receiving_problem': holdReceivingProblems,
  'hold.close_all': closeAllHolds,
  'hold.pre_check': preCheckArrivals,
  'hold.asked': mailAsked,
  'hold.remind': remind,
  'hold.decide': decide,
  'hold.wipe_codes': wipeCodes,
  'chat.ownership_approved': tellOwnershipApproved,
  'inspection.open_dispute': openDispute,
  'inspection.close_dispute': closeDispute,
  'inspection.withdraw_dispute': withdrawDispute,
  'quote.accept_revision': acceptRevision,
  'quote.decline_revision': declineRevision,
  'quote.supersede_revision': supersedeRevision,
  'note.lost_parcel': taskNote(
    'The parcel is delayed or silent. Ask the carrier for an inquiry: report within 10 days, an answer takes up to 14, the insurance up to 30.',
  ),
  'note.payout_unclaimed': taskNote(
    'The customer has not corrected the payout details for a week. Call them.',
  ),
};
