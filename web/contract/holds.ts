/** What the API sends about holds, their reasons and the rules that open them. */
import type { HoldStep } from './cases.ts';

export type Needs = 'to_contact' | 'waiting' | 'answered' | 'to_approve' | 'overdue' | 'other';

/** A hold as a line of the queue. */
export type QueuedHold = {
  id: string;
  case_id: string;
  item_id: string;
  reason: string;
  note: string;
  owner_id: string | null;
  due_at: string;
  opened_at: string;
  step: HoldStep | null;
  asked_at: string | null;
  asks: number;
  reminders: number;
  answered_at: string | null;
  item_number: string;
  title: string;
  seq: number;
  reference: string;
  locale: string;
  customer_name: string;
  days_waiting: number | null;
  overdue: boolean;
};
export type HoldCounts = Record<Needs, number>;

export type HoldReason = {
  id: string;
  status: string;
  ours: boolean;
  version: number;
  labels: Record<string, string>;
  due_days: number;
  asks_customer: boolean;
  blocks_leaving: boolean;
  active: boolean;
};

export type OwnershipRule = {
  id: string;
  name: string;
  on: boolean;
  when: {
    model_ids?: string[] | undefined;
    brands?: string[] | undefined;
    name_contains?: string | undefined;
    /** Question → answers: one of them to every question named. */
    answers?: Record<string, string[]> | undefined;
    released_within_months?: number | undefined;
    like_new?: boolean | undefined;
    above_minor?: number | undefined;
    spot_check_percent?: number | undefined;
  };
};
export type OwnershipRules = { rules: OwnershipRule[] };
export type SavedRules = {
  version: number;
  body: OwnershipRules;
  created_by: string | null;
  created_at: string;
};

/** What rules may name, in words: `GET /api/ownership-rules/choices`. */
export type RuleChoices = {
  /** Those that any version of the rules names. */
  models: { id: string; name: string }[];
  brands: string[];
  questions: {
    key: string;
    label: string;
    /** Asked about these kinds now; empty: no longer asked. */
    categories: string[];
    answers: { key: string; label: string; asked: boolean }[];
  }[];
};

export type DryRun = {
  looked_at: number;
  caught: number;
  by_rule: { id: string; name: string; count: number }[];
  examples: {
    case_id: string;
    reference: string;
    item_number: string;
    title: string;
    rule: string;
    at: string;
  }[];
};

/** The letter a question would be: `POST /api/holds/{id}/ask/preview`. */
export type AskedLetter = {
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};
