/**
 * The one list of effects: everything a move can set off. A name here is served by app/effects.ts; the compiler
 * refuses a name nobody serves, and `faults` refuses a workflow that uses a name not on this list.
 */
export const EFFECTS = [
  'mail.quote_made',
  'mail.quote_reminder',
  'mail.quote_abandoned',
  'mail.offer_confirmed',
  'mail.offer_expired',
  'mail.ship_reminder',
  'mail.visit_reminder',
  'mail.cancelled',
  'mail.in_transit',
  'mail.delivered',
  'mail.delayed',
  'mail.received',
  'mail.inspection_passed',
  'mail.revised_offer',
  'mail.revised_offer_reminder',
  'mail.revised_offer_accepted',
  'mail.revised_offer_declined',
  'mail.on_hold_general',
  'mail.second_inspection',
  'mail.device_refused',
  'mail.hold_released',
  'mail.payout_ready',
  'mail.payout_submitted',
  'mail.payout_failed',
  'mail.paid',
  'mail.withdrawn',
  'mail.sent_back',
  'shipping.prepare_kit',
  'payout.prepare',
  'payout.withdraw',
  'payout.resume',
  'payout.cancel',
  'hold.open_general',
  'hold.receiving_problem',
  'hold.close_all',
  'hold.pre_check',
  'hold.asked',
  'hold.remind',
  'hold.decide',
  'hold.wipe_codes',
  'chat.ownership_approved',
  'inspection.open_dispute',
  'inspection.close_dispute',
  'inspection.withdraw_dispute',
  'quote.accept_revision',
  'quote.decline_revision',
  'quote.supersede_revision',
  'note.lost_parcel',
  'note.payout_unclaimed',
] as const;

export type Effect = (typeof EFFECTS)[number];

export function isEffect(name: string): name is Effect {
  return (EFFECTS as readonly string[]).includes(name);
}
