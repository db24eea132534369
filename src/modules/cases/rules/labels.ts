/** English words of places and moves, for the API, the command line and exports. Screens bring their own languages. */
const LABELS: Readonly<Record<string, string>> = {
  leads: 'Leads',
  in_transit: 'In-Transit',
  being_inspected: 'Being Inspected',
  on_hold: 'On Hold',
  not_as_described: 'Not as Described',
  payout_processing: 'Payout Processing',
  completed: 'Completed',
  returned: 'Returned',
  return: 'Return',
  to_hand_back: 'To hand back',
  pre_check: 'Pre-check',
  pre_check_passed: 'Pass pre-check',
  pass: 'Pass inspection',
  carrier_scan: 'Carrier has the parcel',
  carrier_delivered: 'Carrier delivered',
  delay: 'Report a delay',
  declare_lost: 'Declare lost',
  note_withdrawal: 'Note withdrawal',
  hold_general: 'Put on hold',
  hold_activation_lock: 'Hold: activation lock',
  hold_proof_of_purchase: 'Hold: proof of purchase',
  submit_payout: 'Submit payout',
  mark_paid: 'Mark as paid',
  payout_failed: 'Payout failed',
  payout_corrected: 'Correct payout details',
  check_in: 'Check in',
  quote: 'Quote by hand',
  revise: 'Revise offer',
  ask_customer: 'Ask the customer',
  customer_answered: 'Customer answered',
  approve_ownership: 'Approve ownership',
  refuse_device: 'Refuse and send back',
  dispute: 'Inspect again',
};

/** The English label of a stage, status or move. */
export function labelOf(id: string): string {
  return LABELS[id] ?? (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('_', ' ');
}
