/** Buyback in the store (workflows.md, part B; source text 000). */
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

const GIVES_BACK_TO = 'return/to_hand_back';

export const BUYBACK_IN_STORE: Workflow = {
  id: 'buyback_in_store',
  version: 1,
  stages: [
    leads([
      { id: 'remind_5', due: { days: 5 }, effect: 'mail.visit_reminder' },
      { id: 'visit_by', due: { setting: 'visit_days' }, move: 'abandon', reason: 'not_visited' },
    ]),
    BEING_INSPECTED,
    PAYOUT_PROCESSING,
    {
      id: 'return',
      statuses: [
        {
          id: 'to_hand_back',
          tags: ['open', 'in_our_hands', 'send_back_due'],
          next: 'counter',
          clocks: [{ id: 'due', due: { setting: 'send_back_days' } }],
        },
      ],
    },
    COMPLETED,
    NOT_AS_DESCRIBED,
    { id: 'on_hold', statuses: [...HOLDS] },
    RETURNED,
  ],
  moves: [
    ...LEAD_MOVES,
    {
      id: 'confirm',
      from: ['leads/new', 'leads/abandoned'],
      to: 'leads/active',
      by: { staff: 'case.edit', customer: 'act' },
      guards: ['has_contact', 'has_visit', 'quote_valid'],
      effects: ['mail.offer_confirmed'],
    },
    {
      id: 'check_in',
      from: ['leads/new', 'leads/active', 'leads/abandoned'],
      to: 'being_inspected/pre_check',
      by: { staff: 'case.move' },
      guards: ['quote_valid'],
      effects: ['mail.received', 'hold.pre_check'],
    },
    ...deskMoves(GIVES_BACK_TO),
  ],
};
