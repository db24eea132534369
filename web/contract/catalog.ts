/** What the API sends about devices, question sets, price books and quotes. */
import type { Money } from './session.ts';

export type Category = 'phone' | 'tablet' | 'laptop' | 'watch';

export type VariantHit = {
  id: string;
  model_id: string;
  brand: string;
  model: string;
  storage: string | null;
  colour?: string | null;
  category: Category;
  label: string;
};

export type AnswerOption = { key: string; label: string; detail?: string | null };
export type Question = { key: string; label: string; help?: string | null; answers: AnswerOption[] };
export type QuestionSet = { id: string; category: Category; version: number; questions: Question[] };

export type Priced = {
  price: Money | null;
  lines: { question: string; answer: string; label?: string; effect_minor: number }[];
  refused: { code: string; why: string } | null;
};
export type PriceAnswer = {
  items: Priced[];
  total: Money | null;
  valid_until: string;
  price_version: string | number | null;
};
