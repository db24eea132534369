/** On Hold in both channels: its statuses, the conversation with the customer, and the ways out (workflows.md, part C). */
import type { ClockDef, MoveDef, StatusDef } from '../../../kernel/workflow.ts';

export const IN_OUR_HANDS: readonly string[] = ['open', 'in_our_hands'];
export const UNSETTLED: readonly string[] = [...IN_OUR_HANDS, 'before_payout'];

/** A hold is ours to begin with: somebody has to look at it, or to ask the customer. */
function hold(id: string, days: number): StatusDef {
  return {
    id,
    tags: [...UNSETTLED, 'on_hold'],
    next: 'help_desk',
    clocks: [{ id: 'due', due: { days } }],
  };
}

export const HOLDS: readonly StatusDef[] = [
  hold('general', 2),
  hold('activation_lock', 1),
  hold('proof_of_purchase', 1),
];

/** Days since our last message: reminders on 7, 14 and 21, a decision on 30 (source text 001). */
const UNANSWERED: readonly ClockDef[] = [
  { id: 'remind_7', due: { days: 7 }, effect: 'hold.remind' },
  { id: 'remind_14', due: { days: 14 }, effect: 'hold.remind' },
  { id: 'remind_21', due: { days: 21 }, effect: 'hold.remind' },
  { id: 'decide', due: { days: 30 }, effect: 'hold.decide' },
];

/** Where a device rests while a hold is open. */
export const HELD: readonly string[] = [
  'on_hold/general',
  'on_hold/activation_lock',
  'on_hold/proof_of_purchase',
];

/** Into a hold, through the conversation about it, and out again (workflows.md, part C). */
export function holdMoves(givesBackTo: string): readonly MoveDef[] {
  // A customer who is asked for something hears of it when a person asks; a general hold is told at once.
  const open = (reason: string): MoveDef => ({
    id: `hold_${reason}`,
    from: ['#holdable'],
    to: `on_hold/${reason}`,
    by: { staff: 'hold.open', system: true },
    reason: 'required',
    form: 'hold',
    effects: [...(reason === 'general' ? ['mail.on_hold_general'] : []), 'payout.withdraw'],
  });
  return [
    open('general'),
    open('activation_lock'),
    open('proof_of_purchase'),
    {
      id: 'ask_customer',
      from: HELD,
      to: 'here',
      by: { staff: 'hold.open', system: true },
      form: 'ask_customer',
      rest: { next: 'customer', clocks: UNANSWERED },
      effects: ['hold.asked'],
    },
    {
      id: 'customer_answered',
      from: HELD,
      to: 'here',
      by: { staff: 'hold.open', customer: 'act', system: true },
      form: 'customer_answered',
      // The reminders go on: another hold of the same device may still wait; they look before they speak.
      rest: { next: 'help_desk', clocks: [{ id: 'due', due: { days: 1 } }, ...UNANSWERED] },
    },
    {
      id: 'approve_ownership',
      from: HELD,
      to: 'being_inspected/pre_check',
      by: { staff: 'ownership.approve' },
      guards: ['no_open_hold'],
      form: 'approve_ownership',
      // Back to pre-check: whatever we offered before the check was not about the device as it will be tested now.
      effects: ['quote.supersede_revision', 'chat.ownership_approved', 'mail.hold_released'],
    },
    {
      id: 'refuse_device',
      from: HELD,
      to: givesBackTo,
      by: { staff: 'hold.release' },
      guards: ['may_leave_us', 'no_payout_submitted'],
      form: 'refuse_device',
      reason: 'required',
      effects: [
        'quote.supersede_revision',
        'inspection.withdraw_dispute',
        'hold.close_all',
        'payout.cancel',
        'mail.device_refused',
      ],
    },
    {
      id: 'release',
      from: HELD,
      to: 'resume',
      by: { staff: 'hold.release', system: true },
      guards: ['no_open_hold'],
      form: 'release_hold',
      effects: ['payout.resume', 'mail.hold_released'],
    },
  ];
}
