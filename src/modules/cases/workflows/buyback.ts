/**
 * What buying back by mail and in the store have in common (workflows.md, parts A and B; source text 000).
 * `givesBackTo` is where a declined or withdrawn device waits until it has left us.
 */
import type { MoveDef, StageDef, StatusDef } from '../../../kernel/workflow.ts';
import { HELD, holdMoves, IN_OUR_HANDS, UNSETTLED } from './holds.ts';

/** Leads, the same in both channels but for the clock that ends an active lead. */
export function leads(activeClocks: StatusDef['clocks']): StageDef {
  return {
    id: 'leads',
    statuses: [
      {
        id: 'new',
        tags: ['open', 'lead', 'before_payout', 'waiting_for_customer'],
        next: 'customer',
        clocks: [
          { id: 'reminder', due: { days: 2 }, effect: 'mail.quote_reminder' },
          { id: 'confirm', due: { setting: 'confirm_days' }, move: 'abandon', reason: 'not_confirmed' },
        ],
      },
      {
        id: 'active',
        tags: ['open', 'lead', 'before_payout', 'waiting_for_customer'],
        next: 'customer',
        clocks: activeClocks,
      },
      { id: 'abandoned', tags: ['lead', 'dormant'], next: 'nobody' },
      { id: 'cancelled', tags: ['final', 'lead'], next: 'nobody' },
    ],
  };
}

export const BEING_INSPECTED: StageDef = {
  id: 'being_inspected',
  statuses: [
    {
      id: 'pre_check',
      tags: [...UNSETTLED, 'holdable'],
      next: 'bench',
      clocks: [{ id: 'due', due: { setting: 'pre_check_days' } }],
    },
    {
      id: 'testing',
      tags: [...UNSETTLED, 'holdable'],
      next: 'bench',
      clocks: [{ id: 'due', due: { setting: 'inspect_days' } }],
    },
    {
      id: 'passed',
      tags: [...IN_OUR_HANDS, 'payable', 'holdable'],
      next: 'bench',
      clocks: [{ id: 'due', due: { setting: 'inspect_days' } }],
    },
  ],
};

export const NOT_AS_DESCRIBED: StageDef = {
  id: 'not_as_described',
  statuses: [
    {
      id: 'revised_offer',
      tags: [...UNSETTLED, 'holdable', 'waiting_for_customer'],
      next: 'customer',
      clocks: [
        { id: 'remind_3', due: { days: 3 }, effect: 'mail.revised_offer_reminder' },
        { id: 'remind_7', due: { days: 7 }, effect: 'mail.revised_offer_reminder' },
        { id: 'remind_12', due: { days: 12 }, effect: 'mail.revised_offer_reminder' },
        { id: 'silence', due: { setting: 'revised_offer_days' }, move: 'lapse', reason: 'no_answer' },
      ],
    },
    {
      id: 'seller_accepted',
      tags: [...IN_OUR_HANDS, 'payable', 'holdable'],
      next: 'bench',
      clocks: [{ id: 'due', due: { days: 1 } }],
    },
  ],
};

export const PAYOUT_PROCESSING: StageDef = {
  id: 'payout_processing',
  statuses: [
    {
      id: 'ready',
      tags: [...IN_OUR_HANDS, 'payout', 'holdable'],
      next: 'finance',
      clocks: [{ id: 'due', due: { setting: 'payout_days' } }],
    },
    {
      id: 'submitted',
      tags: [...IN_OUR_HANDS, 'payout', 'payout_submitted'],
      next: 'finance',
      clocks: [{ id: 'due', due: { days: 3 } }],
    },
    {
      id: 'failed',
      tags: [...IN_OUR_HANDS, 'payout', 'holdable', 'waiting_for_customer'],
      next: 'customer',
      clocks: [
        { id: 'remind_3', due: { days: 3 }, effect: 'mail.payout_failed' },
        { id: 'due', due: { days: 7 }, effect: 'note.payout_unclaimed' },
      ],
    },
  ],
};

export const COMPLETED: StageDef = {
  id: 'completed',
  statuses: [{ id: 'paid', tags: ['final', 'ours'], next: 'nobody' }],
};
export const RETURNED: StageDef = {
  id: 'returned',
  statuses: [{ id: 'returned', tags: ['final'], next: 'nobody' }],
};

const ANYONE = { staff: 'case.move', customer: 'act', system: true } as const;

/** Before the device is here. */
export const LEAD_MOVES: readonly MoveDef[] = [
  {
    id: 'create',
    from: ['start'],
    to: 'leads/new',
    by: { staff: 'case.create', visitor: true, system: true },
    effects: ['mail.quote_made'],
  },
  // A price made by hand begins the wait for the customer anew.
  {
    id: 'quote',
    from: ['leads/new', 'leads/abandoned'],
    to: 'leads/new',
    by: { staff: 'offer.free_price' },
    form: 'manual_quote',
    effects: ['mail.quote_made'],
  },
  {
    id: 'abandon',
    from: ['leads/new'],
    to: 'leads/abandoned',
    by: { clock: true, staff: 'case.move' },
    guards: ['has_price'],
    reason: 'required',
    effects: ['mail.quote_abandoned'],
  },
  {
    id: 'abandon',
    from: ['leads/active'],
    to: 'leads/abandoned',
    by: { clock: true, staff: 'case.move' },
    reason: 'required',
    effects: ['mail.offer_expired'],
  },
  {
    id: 'cancel',
    from: ['leads/new', 'leads/active', 'leads/abandoned'],
    to: 'leads/cancelled',
    by: ANYONE,
    reason: 'optional',
    effects: ['mail.cancelled'],
  },
];

/** From the bench to the money, with the ways out of it. */
export function deskMoves(givesBackTo: string): readonly MoveDef[] {
  return [
    {
      id: 'withdraw_noted',
      from: ['being_inspected/pre_check'],
      to: givesBackTo,
      by: { system: true },
      guards: ['withdrawal_noted'],
      auto: true,
      effects: ['mail.withdrawn'],
    },
    {
      id: 'pre_check_passed',
      from: ['being_inspected/pre_check'],
      to: 'being_inspected/testing',
      by: { staff: 'inspection.record', system: true },
      guards: ['identity_recorded', 'not_in_another_case', 'not_blocked', 'no_open_hold'],
    },
    {
      id: 'pass',
      from: ['being_inspected/testing'],
      to: 'being_inspected/passed',
      by: { staff: 'inspection.record' },
      guards: ['checklist_complete', 'graded', 'no_open_hold'],
      effects: ['inspection.close_dispute', 'mail.inspection_passed'],
    },
    {
      id: 'revise',
      from: ['being_inspected/*', 'not_as_described/revised_offer'],
      to: 'not_as_described/revised_offer',
      by: { staff: 'offer.revise' },
      guards: ['no_open_hold', 'revision_has_reason', 'revision_has_photo', 'revision_changes_answers'],
      form: 'revise',
      reason: 'required',
      effects: ['inspection.close_dispute', 'mail.revised_offer'],
    },
    {
      id: 'accept',
      from: ['not_as_described/revised_offer'],
      to: 'not_as_described/seller_accepted',
      by: { customer: 'act', staff: 'offer.answer_on_behalf' },
      form: 'answer',
      effects: ['quote.accept_revision', 'mail.revised_offer_accepted'],
    },
    {
      id: 'decline',
      from: ['not_as_described/revised_offer'],
      to: givesBackTo,
      by: { customer: 'act', staff: 'offer.answer_on_behalf' },
      form: 'answer',
      effects: ['quote.decline_revision', 'mail.revised_offer_declined'],
    },
    // A second inspection by another person; the revised offer is off until it is done.
    {
      id: 'dispute',
      from: ['not_as_described/revised_offer'],
      to: 'being_inspected/testing',
      by: { customer: 'act', staff: 'offer.answer_on_behalf' },
      guards: ['not_disputed_before'],
      form: 'dispute',
      reason: 'required',
      effects: ['inspection.open_dispute', 'quote.supersede_revision', 'mail.second_inspection'],
    },
    {
      id: 'lapse',
      from: ['not_as_described/revised_offer'],
      to: givesBackTo,
      by: { clock: true },
      guards: ['silence_sends_back'],
      effects: ['quote.decline_revision', 'mail.revised_offer_declined'],
    },
    {
      id: 'lapse',
      from: ['not_as_described/revised_offer'],
      to: 'not_as_described/seller_accepted',
      by: { clock: true },
      guards: ['silence_accepts'],
      effects: ['quote.accept_revision', 'mail.revised_offer_accepted'],
    },
    {
      id: 'lapse',
      from: ['not_as_described/revised_offer'],
      to: 'on_hold/general',
      by: { clock: true },
      guards: ['silence_holds'],
      effects: ['hold.open_general', 'mail.on_hold_general'],
    },
    {
      id: 'pay_out',
      from: ['being_inspected/passed', 'not_as_described/seller_accepted'],
      to: 'payout_processing/ready',
      by: { system: true },
      auto: true,
      guards: ['siblings_settled', 'no_open_hold', 'has_payout_method', 'has_price'],
      effects: ['payout.prepare', 'mail.payout_ready'],
    },
    ...holdMoves(givesBackTo),
    {
      id: 'withdraw',
      from: [
        'being_inspected/*',
        'not_as_described/*',
        'payout_processing/ready',
        'payout_processing/failed',
        ...HELD,
      ],
      to: givesBackTo,
      by: ANYONE,
      guards: ['no_payout_submitted', 'may_leave_us'],
      reason: 'required',
      effects: [
        'hold.close_all',
        'quote.supersede_revision',
        'inspection.withdraw_dispute',
        'payout.cancel',
        'mail.withdrawn',
      ],
    },
    {
      id: 'submit_payout',
      from: ['payout_processing/ready'],
      to: 'payout_processing/submitted',
      by: { staff: 'payout.submit', system: true },
      guards: ['no_open_hold'],
      form: 'payout',
      effects: ['mail.payout_submitted'],
    },
    {
      id: 'mark_paid',
      from: ['payout_processing/ready', 'payout_processing/submitted'],
      to: 'completed/paid',
      by: { staff: 'payout.settle', system: true },
      guards: ['no_open_hold', 'payout_paid'],
      form: 'payout',
      effects: ['hold.wipe_codes', 'mail.paid'],
    },
    {
      id: 'payout_failed',
      from: ['payout_processing/submitted'],
      to: 'payout_processing/failed',
      by: { staff: 'payout.settle', system: true },
      form: 'payout',
      reason: 'required',
      effects: ['mail.payout_failed'],
    },
    {
      id: 'payout_corrected',
      from: ['payout_processing/failed'],
      to: 'payout_processing/ready',
      by: { staff: 'payout.edit', customer: 'sensitive' },
      guards: ['has_payout_method'],
      form: 'payout_details',
      effects: ['payout.prepare'],
    },
    {
      id: 'returned',
      from: [givesBackTo],
      to: 'returned/returned',
      by: { staff: 'parcel.receive', carrier: true },
      guards: ['may_leave_us', 'left_us'],
      form: 'hand_back',
      effects: ['hold.wipe_codes', 'mail.sent_back'],
    },
  ];
}
