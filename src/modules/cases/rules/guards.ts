/**
 * What a move may depend on. Guards are small, named and pure; each gives null or the refusal that screens,
 * portal and API show. The workflows name them; nothing else decides whether a move is allowed.
 */
import type { Guard, Guards } from '../../../kernel/workflow.ts';

/** What silence on a revised offer leads to; the shop's rule, shown to the seller beforehand. */
export type Silence = 'send_back' | 'accept' | 'hold';

/** What is known of one item when a move is considered, read under the lock on its case. */
export type ItemFacts = {
  readonly now: Date;
  readonly channel: 'mail_in' | 'in_store';
  readonly silence: Silence;
  readonly payTogether: boolean;
  readonly hasContact: boolean;
  readonly hasAddress: boolean;
  readonly hasVisit: boolean;
  readonly hasPayoutMethod: boolean;
  readonly identityRecorded: boolean;
  readonly inAnotherCase: boolean;
  readonly blocked: boolean;
  readonly checklistComplete: boolean;
  readonly graded: boolean;
  readonly openHolds: number;
  readonly mayNotLeave: boolean;
  readonly disputes: number;
  readonly priceMinor: number | null;
  readonly quoteValidUntil: Date | null;
  readonly withdrawalNoted: boolean;
  readonly revisionHasReason: boolean;
  readonly revisionHasPhoto: boolean;
  readonly revisionChangesAnswers: boolean;
  readonly payoutState: 'ready' | 'submitted' | 'paid' | null;
  readonly leftUs: boolean;
  /** True when a sibling still is on its way to a payout: on the bench, on hold, or waiting for an answer. */
  readonly siblingUnsettled: boolean;
};

function must(holds: (facts: ItemFacts) => boolean, code: string, why: string): Guard<ItemFacts> {
  return (facts) => (holds(facts) ? null : { code, why });
}

export const GUARDS = {
  has_contact: must(
    (f) => f.hasContact,
    'contact_missing',
    'The customer’s name and e-mail address are missing.',
  ),
  has_address: must((f) => f.hasAddress, 'address_missing', 'The customer’s postal address is missing.'),
  has_visit: must((f) => f.hasVisit, 'visit_missing', 'Choose a store and a day for the visit first.'),
  has_payout_method: must(
    (f) => f.hasPayoutMethod,
    'payout_method_missing',
    'We do not know yet how the customer wants to be paid.',
  ),
  has_price: must(
    (f) => f.priceMinor !== null,
    'price_missing',
    'There is no price yet: make a manual quote first.',
  ),
  quote_valid: must(
    (f) => f.priceMinor !== null && f.quoteValidUntil !== null && f.quoteValidUntil > f.now,
    'quote_expired',
    'The quote has expired or has no price yet; make a new price first.',
  ),
  identity_recorded: must(
    (f) => f.identityRecorded,
    'identity_missing',
    'Record the IMEI or serial number first.',
  ),
  not_in_another_case: must(
    (f) => !f.inAnotherCase,
    'device_in_another_case',
    'This device is open in another case; put it on hold and find out why.',
  ),
  not_blocked: must(
    (f) => !f.blocked,
    'device_blocked',
    'This device is on the block list; put it on hold and say what was found.',
  ),
  checklist_complete: must(
    (f) => f.checklistComplete,
    'inspection_incomplete',
    'Complete the inspection first.',
  ),
  graded: must((f) => f.graded, 'grade_missing', 'Give a cosmetic and a functional grade first.'),
  no_open_hold: must((f) => f.openHolds === 0, 'hold_open', 'Release every open hold first.'),
  may_leave_us: must(
    (f) => !f.mayNotLeave,
    'legal_hold',
    'A hold of this device forbids that it leaves us: it is neither paid nor sent back.',
  ),
  no_payout_submitted: must(
    (f) => f.payoutState !== 'submitted' && f.payoutState !== 'paid',
    'payout_submitted',
    'The payout is already on its way, so this can no longer be stopped.',
  ),
  payout_paid: must(
    (f) => f.payoutState === 'paid',
    'payout_not_paid',
    'The payout is not recorded as paid yet.',
  ),
  withdrawal_noted: must((f) => f.withdrawalNoted, 'no_withdrawal', 'The customer has not withdrawn.'),
  withdrawal_not_noted: must(
    (f) => !f.withdrawalNoted,
    'withdrawal_noted',
    'The withdrawal is already noted; it happens by itself when the device arrives.',
  ),
  siblings_settled: must(
    (f) => !f.payTogether || !f.siblingUnsettled,
    'siblings_open',
    'Another device of this case is not ready for payout yet.',
  ),
  revision_has_reason: must(
    (f) => f.revisionHasReason,
    'revision_reason_missing',
    'A lower price needs at least one reason.',
  ),
  revision_has_photo: must(
    (f) => f.revisionHasPhoto,
    'revision_photo_missing',
    'A lower price needs at least one photo.',
  ),
  revision_changes_answers: must(
    (f) => f.revisionChangesAnswers,
    'revision_changes_nothing',
    'A revised offer needs at least one answer that differs from the seller’s.',
  ),
  not_disputed_before: must(
    (f) => f.disputes === 0,
    'disputed_before',
    'This device has been inspected a second time already; two people found the same.',
  ),
  silence_sends_back: must(
    (f) => f.silence === 'send_back',
    'silence_otherwise',
    'Silence means something else in this case.',
  ),
  silence_accepts: must(
    (f) => f.silence === 'accept',
    'silence_otherwise',
    'Silence means something else in this case.',
  ),
  silence_holds: must(
    (f) => f.silence === 'hold',
    'silence_otherwise',
    'Silence means something else in this case.',
  ),
  left_us: must(
    (f) => f.leftUs,
    'still_here',
    'Record first how the device left us: a signature, or a parcel with its number.',
  ),
} as const satisfies Guards<ItemFacts>;
