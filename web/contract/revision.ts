/** What the API sends about revised offers. */
import type { Money } from './session.ts';

export type InLanguages = Record<string, string>;
export type Difference = { key: string; question: InLanguages; told: InLanguages; found: InLanguages };

export type LivePrice = {
  price: Money | null;
  lines: { question: string; answer: string; effect_minor: number }[];
  /** Why there is no price, where there is none. */
  refused: { code: string; why: string; field?: string } | null;
  differences: Difference[];
  reasons: string[];
};

export type RevisionDraft = {
  case_id: string;
  seq: number;
  title: string;
  before: Money | null;
  currency: string;
  silence: 'send_back' | 'accept' | 'hold';
  answer_days: number;
  questions: {
    key: string;
    label: InLanguages;
    answers: { key: string; label: InLanguages; unsure: boolean }[];
  }[];
  told: { variant_id: string | null; answers: Record<string, string> };
  found: {
    variant_id: string | null;
    answers: Record<string, string>;
    inspection_id: string | null;
    note: string | null;
  };
  variants: { id: string; title: string }[];
  live: LivePrice;
  photo_ids: string[];
  may_name_price: boolean;
  replaces_id: string | null;
};

export type Revision = {
  id: string;
  item_id: string;
  item_number: string;
  title: string;
  number: number;
  state: string;
  price: Money;
  old_price: Money | null;
  reasons: { code: string; text: InLanguages }[];
  note: string | null;
  differences: Difference[];
  follows_id: string | null;
  made_at: string;
  answer_by: string | null;
  /** Ids of files. */
  photos: string[];
  /** The words under those photos that have some, by id. */
  captions: Record<string, string>;
  made_by: { kind: string; name: string | null };
  answered: { by: string; name: string | null; how: string | null; at: string } | null;
};

export type RevisionAnswer = {
  item_id: string;
  revision_id: string;
  answer: 'accept' | 'decline' | 'dispute';
  reason?: string;
};
