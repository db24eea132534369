/** What the API sends about workflows, cases, items and their history. */
import type { Address, Locale, Money } from './session.ts';

export type NextActor = 'customer' | 'carrier' | 'counter' | 'bench' | 'help_desk' | 'finance' | 'nobody';

export type WorkflowStatus = { id: string; tags: string[]; next: NextActor; clocks?: { id: string }[] };
export type WorkflowStage = { id: string; statuses: WorkflowStatus[] };
export type WorkflowMove = {
  id: string;
  from: string[];
  to: string;
  /** Which kinds of actor may make it, with what each needs. */
  by: { staff?: string; customer?: string; clock?: true; carrier?: true; system?: true; visitor?: true };
  form?: string | null;
  reason?: 'required' | 'optional' | 'none';
  auto?: boolean;
};
export type Workflow = { id: string; version: number; stages: WorkflowStage[]; moves: WorkflowMove[] };

/** One item as the board shows it. */
export type ItemCard = {
  id: string;
  number: string;
  case_id: string;
  reference: string;
  title: string;
  category: string;
  workflow_id: string;
  stage: string;
  status: string;
  next_actor: NextActor;
  due_at: string | null;
  overdue: boolean;
  entered_at: string;
  price: Money | null;
  customer_name: string;
  siblings: number;
  location_id: string | null;
  holds: number;
  seq: number;
};

/** One item as a row of the table. */
export type ItemRow = ItemCard & { created_at: string; imei: string | null; locale: Locale; source: string };

export type PlaceCount = { stage: string; status: string; count: number; capped: boolean };

export type SearchHit = {
  kind: 'case' | 'item' | 'unit' | 'parcel' | 'customer';
  id: string;
  case_id: string | null;
  label: string;
  detail: string | null;
  exact: boolean;
};

export type MoveForm =
  | 'receive'
  | 'pre_check'
  | 'inspection'
  | 'revise'
  | 'hold'
  | 'release_hold'
  | 'answer'
  | 'dispute'
  | 'ask_customer'
  | 'customer_answered'
  | 'approve_ownership'
  | 'refuse_device'
  | 'payout'
  | 'payout_details'
  | 'hand_back';

export type MoveOffer = {
  move: string;
  label?: string;
  to: string;
  form: MoveForm | null;
  reason: 'required' | 'optional' | 'none';
  refused: { code: string; why: string } | null;
};

export type QuestionSnapshot = {
  key: string;
  label?: string | Record<string, string>;
  answers?: { key: string; label?: string | Record<string, string> }[];
};
export type QuoteLine = { question?: string; answer?: string; label?: string; effect_minor: number };
export type Quote = {
  id: string;
  number: number;
  kind: 'quote' | 'manual' | 'revision';
  state: string;
  price: Money | null;
  valid_until: string | null;
  /** The questions as they were asked: a list, or the set that holds the list. */
  questions: QuestionSnapshot[] | { questions: QuestionSnapshot[] };
  answers: Record<string, string>;
  lines: QuoteLine[];
  note: string | null;
  /** Reason codes of a revision. */
  reasons: string[];
  free_price: boolean;
  follows_id: string | null;
  made_at: string;
  answered_by_kind: string | null;
  answered_at: string | null;
  /** Ids of files. */
  photos: string[];
};

export type CheckResult = 'pass' | 'fail' | 'not_applicable';
export type Check = { result: CheckResult; note?: string };
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';
export type Functional = 'works' | 'faulty' | 'dead';

export type Checklists = Record<string, { id: string; label: string }[]>;

export type Inspection = {
  id: string;
  number: number;
  inspector_id?: string | null;
  state: 'open' | 'complete';
  checks: Record<string, Check>;
  cosmetic_grade: Grade | null;
  functional_grade: Functional | null;
  battery_percent: number | null;
  note: string | null;
  version: number;
  kind: 'first' | 'second';
  checklist_id: string | null;
  active_seconds: number;
};

export type Dispute = {
  id: string;
  quote_id: string | null;
  reason: string;
  opened_at: string;
  outcome: string | null;
};
export type HoldStep = 'to_contact' | 'waiting' | 'answered' | 'approved' | 'rejected';

export type Hold = {
  id: string;
  /** general, activation_lock, proof_of_purchase, legal, or one the shop made. */
  reason: string;
  note: string;
  owner_id: string | null;
  due_at: string;
  opened_at: string;
  released_at: string | null;
  release_note?: string | null;
  /** Where the conversation with the customer stands; null when nobody is asked. */
  step: HoldStep | null;
  asked_at: string | null;
  asked_by_id: string | null;
  asks: number;
  reminders: number;
  answered_at: string | null;
  answer: string | null;
  document_kind: string | null;
  rejection: string | null;
  /** The rule that opened it, as it was worded then. */
  rule: Record<string, unknown> | null;
};

export type PayoutKind = 'bank' | 'paypal' | 'store_credit' | 'cash';
export type PayoutState = 'ready' | 'submitted' | 'paid' | 'failed' | 'cancelled';

export type ItemPayout = {
  id: string;
  number: string | number;
  state: PayoutState;
  amount: Money;
  kind: PayoutKind;
  masked: string;
  transaction_reference: string | null;
};

export type CaseItem = {
  id: string;
  number: string;
  title: string;
  category: string;
  variant_id: string | null;
  stage: string;
  status: string;
  seq: number;
  next_actor: NextActor;
  due_at: string | null;
  entered_at: string;
  price: Money | null;
  /** Newest first. */
  quotes: Quote[];
  unit: { id: string; imei: string | null; imei2: string | null; serial: string | null } | null;
  inspection: Inspection | null;
  dispute: Dispute | null;
  /** A second inspection is due: what the first one found is hidden. */
  blind: boolean;
  holds: Hold[];
  payout: ItemPayout | null;
  moves: MoveOffer[];
};

export type Scan = { kind: string; place: string | null; at: string; source: string };
export type Parcel = {
  id: string;
  direction: 'inbound' | 'outbound';
  kind: string;
  carrier: string | null;
  tracking_number: string | null;
  state: string;
  scans: Scan[];
};

export type Case = {
  id: string;
  reference: string;
  kind: 'offer' | 'return';
  channel: 'mail_in' | 'in_store';
  workflow_id: string;
  locale: Locale;
  currency: string;
  version: number;
  created_at: string;
  source: string;
  silence: 'send_back' | 'accept' | 'hold';
  roll_up: { stage: string; status: string; count: number }[];
  customer: { id: string; name: string; email: string; phone: string | null; flag: string };
  contact: { name: string; email: string; phone?: string | null };
  address: Address | null;
  location_id: string | null;
  visit_on: string | null;
  assignee_id: string | null;
  payout_method: { kind: PayoutKind; masked: string; holder: string | null; version: number } | null;
  items: CaseItem[];
  parcels: Parcel[];
  portal_url?: string;
};

export type TimelineKind =
  | 'move'
  | 'note'
  | 'message'
  | 'money'
  | 'scan'
  | 'hold'
  | 'quote'
  | 'file'
  | 'check'
  | 'inspection'
  | 'vault';
export type TimelineEntry = {
  id: string;
  at: string;
  kind: TimelineKind;
  actor: { kind: string; id: string | null; name: string | null; on_behalf: boolean };
  item_id: string | null;
  item_number: string | null;
  text: string;
  reason: string | null;
  data: Record<string, unknown> | null;
};

export type BulkAnswer = { done: string[]; failed: { item_id: string; code: string; why: string }[] };

export type Queue = { id: string; count: number; capped: boolean };

export type SavedView = {
  id: string;
  name: string;
  query: Record<string, string>;
  shared: boolean;
  mine: boolean;
  version: number;
};

export type LiveChange = {
  case_id: string;
  item_id: string | null;
  reference: string;
  move: string | null;
  actor_id: string | null;
  at: string;
};

export type Why = {
  reference: string;
  items: { number: string; title: string; at: string; facts: Record<string, unknown>; moves: MoveOffer[] }[];
};

/** What a scanned code means: one case, or several to choose from. */
export type ScanAnswer = {
  case_id: string | null;
  item_id: string | null;
  candidates: { case_id: string; reference: string; item_id: string | null; by: string }[];
};
export type ReceiveOutcome = 'ok' | 'missing' | 'wrong' | 'empty' | 'damaged';
export type ReceiveInput = {
  tracking_number?: string;
  weight_grams?: number;
  items: { item_id: string; outcome: ReceiveOutcome; note?: string }[];
  unexpected?: { description: string }[];
};
export type UnmatchedParcel = {
  id: string;
  tracking_number: string | null;
  sender: string | null;
  note: string;
  state: string;
  case_id: string | null;
  location_id: string | null;
  received_at: string;
};
export type IdentityAnswer = {
  unit: { id: string; imei: string | null; imei2: string | null; serial: string | null };
  seen_before: {
    case_id: string;
    reference: string;
    item_id: string;
    item_number: string;
    title: string;
    stage: string;
    status: string;
    at: string;
    is_open: boolean;
  }[];
  /** True when the check digit was computed. */
  computed: boolean;
};
