/** The moves of an item in the order a screen shows them. What is allowed the server said; this only sorts. */
import type { MoveOffer } from '../../contract/cases.ts';

const ENDS: ReadonlySet<string> = new Set([
  'cancel',
  'abandon',
  'withdraw',
  'declare_lost',
  'note_withdrawal',
  'decline',
  'payout_failed',
  'delay',
]);

/** Refusals that name the very fact a move's own form is there to record. */
const FORM_SETTLES: Readonly<Record<string, string>> = {
  release_hold: 'hold_open',
  hand_back: 'still_here',
  payout: 'payout_not_paid',
};

/** Steps of a hold are taken at the hold itself, where one sees what was asked and answered. */
const AT_THE_HOLD: ReadonlySet<string> = new Set([
  'ask_customer',
  'customer_answered',
  'approve_ownership',
  'refuse_device',
  'release',
]);

/** True for a move that stops or ends something: shown last and never as the first choice. */
export function endsIt(offer: MoveOffer): boolean {
  return ENDS.has(offer.move);
}

/** True when pressing the move leads somewhere: it is allowed, or its form records what is missing. */
export function canStart(offer: MoveOffer): boolean {
  return offer.refused === null || (offer.form !== null && FORM_SETTLES[offer.form] === offer.refused.code);
}

/** Open moves (what goes on first, what ends last), the ways into a hold, and the refused ones. */
export function offered(moves: MoveOffer[]): { open: MoveOffer[]; holds: MoveOffer[]; refused: MoveOffer[] } {
  // What only another role may do is not this person's to see greyed on every case.
  const mine = moves.filter((m) => m.refused?.code !== 'permission_missing' && !AT_THE_HOLD.has(m.move));
  const started = mine.filter(canStart);
  const isHold = (m: MoveOffer) => m.move.startsWith('hold_');
  return {
    open: started.filter((m) => !isHold(m)).toSorted((a, b) => Number(endsIt(a)) - Number(endsIt(b))),
    holds: started.filter(isHold),
    refused: mine.filter((m) => !canStart(m)),
  };
}
