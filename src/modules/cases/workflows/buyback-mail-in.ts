/** Buyback by mail (workflows.md, part A; source text 000). */
import type { Workflow } from '../../../kernel/workflow.ts';
import {
  BEING_INSPECTED,
  COMPLETED,
  deskMoves,
  LEAD_MOVES,
  leads,
  NOT_AS_DESCRIBED,
  PAYOUT_PROCESSING,
  RETURNED,
} from './buyback.ts';
import { HOLDS } from './holds.ts';

const GIVES_BACK_TO = 'on_hold/return';
const NOT_HERE_YET = [
  'leads/new',
  'leads/active',
  'leads/abandoned',
  'in_transit/moving',
  'in_transit/delivered',
  'in_transit/delayed',
];

export const BUYBACK_MAIL_IN: Workflow = {
  id: 'buyback_mail_in',
  version: 1,
  stages: [
    leads([
      { id: 'remind_7', due: { days: 7 }, effect: 'mail.ship_reminder' },
      { id: 'remind_12', due: { days: 12 }, effect: 'mail.ship_reminder' },
      { id: 'ship_by', due: { setting: 'ship_by_days' }, move: 'abandon', reason: 'not_shipped' },
    ]),
    {
      id: 'in_transit',
      statuses: [
        {
          id: 'moving',
          tags: ['open', 'before_payout'],
          next: 'carrier',
          clocks: [{ id: 'silent', due: { days: 10 }, move: 'delay', reason: 'no_scan' }],
        },
        {
          id: 'delivered',
          tags: ['open', 'before_payout'],
          next: 'bench',
          clocks: [{ id: 'due', due: { days: 1 } }],
        },
        {
          id: 'delayed',
          tags: ['open', 'before_payout'],
          next: 'help_desk',
          clocks: [{ id: 'due', due: { days: 2 } }],
        },
      ],
    },
    BEING_INSPECTED,
    {
      id: 'on_hold',
      statuses: [
        ...HOLDS,
        {
          id: 'return',
          tags: ['open', 'in_our_hands', 'send_back_due'],
          next: 'bench',
          clocks: [{ id: 'due', due: { setting: 'send_back_days' } }],
        },
      ],
    },
    NOT_AS_DESCRIBED,
    PAYOUT_PROCESSING,
    COMPLETED,
    RETURNED,
  ],
  moves: [
    ...LEAD_MOVES,
    {
      id: 'confirm',
      from: ['leads/new', 'leads/abandoned'],
      to: 'leads/active',
      by: { staff: 'case.edit', customer: 'act' },
      guards: ['has_contact', 'has_address', 'has_payout_method', 'quote_valid'],
      effects: ['shipping.prepare_kit', 'mail.offer_confirmed'],
    },
    {
      id: 'carrier_scan',
      from: ['leads/new', 'leads/active', 'leads/abandoned', 'in_transit/delayed'],
      to: 'in_transit/moving',
      by: { carrier: true, staff: 'parcel.receive' },
      effects: ['mail.in_transit'],
    },
    {
      id: 'carrier_delivered',
      from: ['leads/active', 'in_transit/moving', 'in_transit/delayed'],
      to: 'in_transit/delivered',
      by: { carrier: true, staff: 'parcel.receive' },
      effects: ['mail.delivered'],
    },
    {
      id: 'delay',
      from: ['in_transit/moving', 'in_transit/delivered'],
      to: 'in_transit/delayed',
      by: { carrier: true, clock: true, staff: 'case.move' },
      reason: 'required',
      effects: ['mail.delayed', 'note.lost_parcel'],
    },
    {
      id: 'note_withdrawal',
      from: ['in_transit/moving', 'in_transit/delivered', 'in_transit/delayed'],
      to: 'here',
      by: { staff: 'case.move', customer: 'act' },
      guards: ['withdrawal_not_noted'],
      reason: 'required',
    },
    {
      id: 'declare_lost',
      from: ['in_transit/delayed'],
      to: 'leads/cancelled',
      by: { staff: 'case.move' },
      reason: 'required',
      effects: ['mail.cancelled'],
    },
    {
      id: 'receive',
      from: NOT_HERE_YET,
      to: 'being_inspected/pre_check',
      by: { staff: 'parcel.receive' },
      form: 'receive',
      effects: ['mail.received', 'hold.receiving_problem', 'hold.pre_check'],
    },
    {
      id: 'receive',
      from: ['leads/cancelled'],
      to: GIVES_BACK_TO,
      by: { staff: 'parcel.receive' },
      form: 'receive',
      effects: ['mail.received'],
    },
    ...deskMoves(GIVES_BACK_TO),
  ],
};
