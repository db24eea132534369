/** What the API sends about devices, questions and their prices. */
import type { Money } from './session.ts';

export type Category = 'phone' | 'tablet' | 'laptop' | 'watch';

export type Variant = { id: string; label: string; from_price: Money | null };

export type Model = {
  id: string;
  slug: string;
  brand: string;
  name: string;
  title: string;
  category: Category;
  released_on: string | null;
  variants: Variant[];
  from_price: Money | null;
};

export type Answer = { key: string; label: string; detail: string | null; unsure: boolean };
export type Question = { key: string; label: string; help: string | null; answers: Answer[] };
export type Questions = {
  id: string;
  category: Category;
  version: number;
  questions: Question[];
  presets: { key: string; label: string; answers: Record<string, string> }[];
};

export type PricedDevice = {
  title: string;
  price: Money | null;
  lines: { question: string; answer: string; effect_minor: number }[];
};
export type PriceAnswer = { items: PricedDevice[]; total: Money; valid_until: string };

/** A device of an offer, as the API takes it. */
export type DeviceInput =
  | { variant_id: string; answers: Record<string, string> }
  | { unlisted: { category: Category; description: string } };

export type Condition = 'flawless' | 'good' | 'damaged';

export type PriceBook = { id: string; name: string; currency: string };
export type PriceVersion = {
  id: string;
  book_id: string;
  currency: string;
  number: number;
  state: 'draft' | 'published';
  effective_from: string | null;
  note: string | null;
  created_at: string;
  published_at: string | null;
  prices?: number;
  in_force?: boolean;
  version: number;
};
/** A price of the table; `version` is its own, 0 where there is none yet. */
export type PriceCell = { amount: Money | null; version: number };
export type PriceRow = {
  variant_id: string;
  title: string;
  category: Category;
  prices: Record<Condition, PriceCell>;
};

/** Which heading of a list holds what. */
export type Mapping = {
  shape: 'long' | 'wide';
  model: string;
  brand: string | null;
  storage: string | null;
  category: string | null;
  condition: string | null;
  price: string | null;
  prices: Partial<Record<Condition, string>>;
  currency: string | null;
  date: string | null;
  only: { column: string; values: string[] } | null;
  conditions: Record<string, Condition | 'skip'>;
  rates: Record<string, number>;
};
export type ImportReport = {
  rows: number;
  matched: number;
  merged: number;
  unchanged: number;
  refused: number;
  by_reason: Record<string, number>;
  diff: { new: number; changed: number; unchanged: number; dropped: number };
  new_models: number;
  new_variants: number;
};
export type PriceImport = {
  id: string;
  source: string | null;
  state: 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';
  file_name: string;
  currency: string;
  mapping: Mapping | null;
  add_models: boolean;
  rows_total: number;
  rows_done: number;
  report: ImportReport | null;
  failure: { code: string; why: string } | null;
  version_id: string | null;
  created_at: string;
  version: number;
};
export type ImportPreview = {
  encoding: string;
  separator: string;
  headings: string[];
  rows: string[][];
  conditions: { word: string; means: Condition | 'skip' | null }[];
  currencies: string[];
};
export type ImportRow = {
  line: number;
  raw: Record<string, string>;
  outcome: 'matched' | 'merged' | 'refused' | 'unchanged';
  reason: string | null;
  why: string | null;
  title: string | null;
  condition: Condition | null;
  amount: Money | null;
  was: Money | null;
};

type Said = Record<string, string>;
export type Effect =
  | { kind: 'none' }
  | { kind: 'percent'; value: number }
  | { kind: 'amount'; minor: number }
  | { kind: 'condition'; condition: Condition; percent: number }
  | { kind: 'refuse'; code: string; why: Said };
export type QuestionSetCard = {
  id: string;
  category: Category;
  version: number;
  note: string | null;
  published_at: string;
  questions: number;
};
export type QuestionSet = Omit<QuestionSetCard, 'questions'> & {
  questions: {
    key: string;
    label: Said;
    help?: Said;
    answers: { key: string; label: Said; unsure?: boolean; effect: Effect }[];
  }[];
};
