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
