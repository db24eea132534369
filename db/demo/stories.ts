/** The stories the demo tells: which steps, how long between them, how often. */
import {
  byClock,
  byCounter,
  byCustomer,
  byHelpDesk,
  carrier,
  confirm,
  failed,
  handedBack,
  move,
  noted,
  paid,
  received,
  submitted,
  tested,
  type StepOf,
} from './desk.ts';
import { answered, answersOffer, asked, held, preCheck, revised } from './conversation.ts';

export type Story = {
  readonly name: string;
  readonly channel: 'mail_in' | 'in_store';
  /** How many of 500 cases. */
  readonly cases: number;
  /** Hours since the step before, and the step. */
  readonly steps: readonly (readonly [number, StepOf])[];
  /** How long ago the last step may be at most, in hours; within every clock of the status it ends in. */
  readonly rests: number;
  readonly devices?: number;
};

const sent = [
  [5, confirm],
  [30, carrier('accepted', 'Parcel shop')],
] as const;
const arrived = [...sent, [26, carrier('delivered', 'Our door')]] as const;
const here = [...arrived, [4, received()]] as const;
const checked = [...here, [3, preCheck]] as const;
const ready = [...checked, [5, tested()]] as const;
const visit = [
  [6, confirm],
  [50, move('check_in', byCounter)],
] as const;
const visitChecked = [...visit, [0.2, preCheck]] as const;
const visitReady = [...visitChecked, [0.4, tested()]] as const;

export const STORIES: readonly Story[] = [
  { name: 'a new quote', channel: 'mail_in', cases: 22, steps: [], rests: 40 },
  { name: 'confirmed, not sent yet', channel: 'mail_in', cases: 26, steps: [[5, confirm]], rests: 150 },
  {
    name: 'never confirmed',
    channel: 'mail_in',
    cases: 24,
    steps: [[72, move('abandon', byClock, 'not_confirmed')]],
    rests: 1200,
  },
  {
    name: 'never sent',
    channel: 'mail_in',
    cases: 14,
    steps: [
      [4, confirm],
      [336, move('abandon', byClock, 'not_shipped')],
    ],
    rests: 900,
  },
  {
    name: 'cancelled',
    channel: 'mail_in',
    cases: 12,
    steps: [
      [4, confirm],
      [20, move('cancel', byCustomer, 'Kept the phone after all')],
    ],
    rests: 1500,
  },
  { name: 'on its way', channel: 'mail_in', cases: 22, steps: sent, rests: 90 },
  { name: 'delivered', channel: 'mail_in', cases: 8, steps: arrived, rests: 14 },
  {
    name: 'delayed',
    channel: 'mail_in',
    cases: 4,
    steps: [
      ...sent,
      [70, carrier('exception', 'Sorting centre, address unreadable')],
      [5, noted('Asked the carrier for an inquiry.')],
    ],
    rests: 40,
  },
  {
    name: 'withdrawn on the way',
    channel: 'mail_in',
    cases: 3,
    steps: [...sent, [10, move('note_withdrawal', byCustomer, 'Changed my mind')]],
    rests: 60,
  },
  { name: 'in pre-check', channel: 'mail_in', cases: 14, steps: here, rests: 30 },
  { name: 'on the test bench', channel: 'mail_in', cases: 16, steps: checked, rests: 40, devices: 2 },
  {
    name: 'one passed, one in test',
    channel: 'mail_in',
    cases: 8,
    steps: [...checked, [4, tested((at) => at === 0)]],
    rests: 30,
    devices: 2,
  },
  {
    name: 'a device missing',
    channel: 'mail_in',
    cases: 4,
    steps: [
      ...arrived,
      [4, received('missing')],
      [2, noted('Asked the customer for a photo of the parcel.')],
    ],
    rests: 30,
    devices: 2,
  },
  {
    name: 'damaged on the way',
    channel: 'mail_in',
    cases: 3,
    steps: [...arrived, [4, received('damaged', 'Corner crushed, box wet')]],
    rests: 30,
  },
  {
    name: 'activation lock, to ask',
    channel: 'mail_in',
    cases: 3,
    steps: [...here, [2, held('activation_lock', 'Find My is still on')]],
    rests: 20,
  },
  {
    name: 'activation lock, asked',
    channel: 'mail_in',
    cases: 4,
    steps: [...here, [2, held('activation_lock', 'Find My is still on')], [2, asked]],
    rests: 140,
  },
  {
    name: 'activation lock, removed',
    channel: 'mail_in',
    cases: 2,
    steps: [...here, [2, held('activation_lock', 'Find My is still on')], [2, asked], [30, answered]],
    rests: 20,
  },
  {
    name: 'proof of purchase, to ask',
    channel: 'mail_in',
    cases: 4,
    steps: [...here, [2, held('proof_of_purchase', 'Chosen for a spot check')]],
    rests: 20,
  },
  {
    name: 'proof of purchase, asked',
    channel: 'mail_in',
    cases: 5,
    steps: [...here, [2, held('proof_of_purchase', 'Chosen for a spot check')], [3, asked]],
    rests: 140,
  },
  {
    name: 'proof of purchase, sent',
    channel: 'mail_in',
    cases: 3,
    steps: [...here, [2, held('proof_of_purchase', 'Chosen for a spot check')], [3, asked], [20, answered]],
    rests: 20,
  },
  {
    name: 'revised, not answered yet',
    channel: 'mail_in',
    cases: 9,
    steps: [...checked, [4, revised('screen')]],
    rests: 60,
    devices: 1,
  },
  {
    name: 'revised and declined',
    channel: 'mail_in',
    cases: 3,
    steps: [...checked, [4, revised('body')], [30, answersOffer('decline')]],
    rests: 40,
    devices: 1,
  },
  {
    name: 'a second inspection due',
    channel: 'mail_in',
    cases: 2,
    steps: [...checked, [4, revised('screen')], [20, answersOffer('dispute')]],
    rests: 30,
    devices: 1,
  },
  {
    name: 'revised, accepted, paid',
    channel: 'mail_in',
    cases: 12,
    steps: [...checked, [4, revised('screen')], [26, answersOffer('accept')], [6, submitted], [22, paid]],
    rests: 2400,
    devices: 1,
  },
  {
    name: 'to be sent back',
    channel: 'mail_in',
    cases: 6,
    steps: [...checked, [8, move('withdraw', byCustomer, 'I would rather keep it')]],
    rests: 30,
  },
  { name: 'ready for payout', channel: 'mail_in', cases: 18, steps: ready, rests: 20 },
  { name: 'payout submitted', channel: 'mail_in', cases: 12, steps: [...ready, [6, submitted]], rests: 30 },
  {
    name: 'payout failed',
    channel: 'mail_in',
    cases: 4,
    steps: [
      ...ready,
      [6, submitted],
      [30, failed],
      [1, noted('The bank did not know the account. We asked for new details.', 'customer')],
    ],
    rests: 60,
  },
  { name: 'paid', channel: 'mail_in', cases: 61, steps: [...ready, [6, submitted], [22, paid]], rests: 2800 },
  {
    name: 'sent back',
    channel: 'mail_in',
    cases: 10,
    steps: [...checked, [8, move('withdraw', byCustomer, 'Found a better price')], [20, handedBack]],
    rests: 2000,
  },
  { name: 'a new quote for the store', channel: 'in_store', cases: 12, steps: [], rests: 40 },
  { name: 'plans to visit', channel: 'in_store', cases: 18, steps: [[6, confirm]], rests: 100 },
  {
    name: 'never came',
    channel: 'in_store',
    cases: 8,
    steps: [
      [6, confirm],
      [336, move('abandon', byClock, 'not_visited')],
    ],
    rests: 900,
  },
  {
    name: 'cancelled by phone',
    channel: 'in_store',
    cases: 6,
    steps: [
      [6, confirm],
      [20, move('cancel', byHelpDesk, 'Called: sold it to a friend')],
    ],
    rests: 900,
  },
  { name: 'at the counter', channel: 'in_store', cases: 6, steps: visit, rests: 3 },
  { name: 'being tested at the counter', channel: 'in_store', cases: 8, steps: visitChecked, rests: 6 },
  {
    name: 'locked at the counter',
    channel: 'in_store',
    cases: 3,
    steps: [...visitChecked, [0.3, held('activation_lock', 'Customer does not know the password')]],
    rests: 60,
  },
  { name: 'to be paid at the counter', channel: 'in_store', cases: 10, steps: visitReady, rests: 6 },
  {
    name: 'to hand back',
    channel: 'in_store',
    cases: 4,
    steps: [...visitChecked, [0.5, move('withdraw', byCounter, 'Wants to think about it')]],
    rests: 20,
  },
  {
    name: 'bought at the counter',
    channel: 'in_store',
    cases: 78,
    steps: [...visitReady, [0.5, paid]],
    rests: 2800,
  },
  {
    name: 'handed back',
    channel: 'in_store',
    cases: 9,
    steps: [...visitChecked, [0.5, move('withdraw', byCounter, 'Did not like the price')], [0.3, handedBack]],
    rests: 2000,
  },
];
