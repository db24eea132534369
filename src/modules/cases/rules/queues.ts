/** The work queues: what waits on us, by what has to be done next. Data, so that a queue is one line. */
import type { CardFilter } from './filter.ts';

export type QueueId =
  | 'to_receive'
  | 'pre_check'
  | 'to_test'
  | 'to_contact'
  | 'waiting_for_customer'
  | 'on_hold'
  | 'to_pay'
  | 'payout_failed'
  | 'send_back'
  | 'delayed'
  | 'overdue'
  | 'mine';

/** What each queue holds, as filters of the table. */
export function queueFilters(
  now: Date,
  staffId: string | null,
): readonly { id: QueueId; filter: CardFilter }[] {
  return [
    { id: 'to_receive', filter: { stage: 'in_transit', status: 'delivered' } },
    { id: 'pre_check', filter: { stage: 'being_inspected', status: 'pre_check' } },
    { id: 'to_test', filter: { stage: 'being_inspected', status: 'testing' } },
    { id: 'to_contact', filter: { stage: 'on_hold', status: 'general' } },
    {
      id: 'on_hold',
      filter: { places: ['on_hold/general', 'on_hold/activation_lock', 'on_hold/proof_of_purchase'] },
    },
    { id: 'waiting_for_customer', filter: { next: 'customer' } },
    { id: 'to_pay', filter: { stage: 'payout_processing', status: 'ready' } },
    { id: 'payout_failed', filter: { stage: 'payout_processing', status: 'failed' } },
    { id: 'send_back', filter: { places: ['on_hold/return', 'return/to_hand_back'] } },
    { id: 'delayed', filter: { stage: 'in_transit', status: 'delayed' } },
    { id: 'overdue', filter: { overdueAt: now } },
    ...(staffId ? [{ id: 'mine' as const, filter: { assignee: staffId, open: true } }] : []),
  ];
}
