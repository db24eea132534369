/** What the API sends about payouts, store credit, the ledger, and messages. */
import type { PayoutKind, PayoutState } from './cases.ts';
import type { Locale, Money } from './session.ts';

export type PayoutRow = {
  id: string;
  number: number;
  /** Reference and number. */
  name: string;
  case_id: string;
  reference: string;
  customer_name: string | null;
  kind: PayoutKind;
  masked: string;
  holder: string | null;
  amount: Money;
  state: PayoutState;
  created_at: string;
  /** An account the customer changed is paid from here on. */
  not_before: string | null;
  /** Above the limit: two persons are needed. */
  needs_release: boolean;
  released_by: string | null;
  items: { number: string; title: string; amount: Money }[];
  transaction_reference: string | null;
  failure: string | null;
  batch_id: string | null;
  batch_number: string | null;
  in_open_batch: boolean;
  version: number;
};

export type Failed = { payout_id: string; code: string; why: string };

export type Batch = {
  batch_id: string;
  number: string;
  state: 'open' | 'closed' | 'empty';
  count: number;
  total: Money;
  /** Payouts still to take; the file is there when none is left. */
  pending: number;
  refused: number;
  created_at: string;
  skipped?: Failed[];
};

export type CreditLine = {
  id: string;
  at: string;
  kind: string;
  amount: Money;
  note: string | null;
  case_id: string | null;
};
export type Credit = { balances: Money[]; lines: CreditLine[] };

export type Message = {
  id: string;
  case_id: string | null;
  reference?: string | null;
  event: string;
  channel: string;
  locale: Locale;
  to: string;
  subject: string | null;
  state: string;
  created_at: string;
  sent_at?: string | null;
  attempts?: number;
  last_error?: string | null;
  html?: string | null;
  text?: string | null;
};
