/** The rows of the catalogue's tables, as Kysely knows them. */
import type { Category, Condition, Preset, Question } from '../rules/questions.ts';

export type BrandTable = { id: string; slug: string; name: string; rank: number };

export type ModelTable = {
  id: string;
  brand_id: string;
  category: Category;
  slug: string;
  name: string;
  aliases: string[];
  colours: string[];
  released_on: string | null;
  rank: number;
  name_key: string;
  search_text: string;
  source: 'reference' | 'import' | 'staff';
  active: boolean;
  created_at: Date;
};

export type VariantTable = {
  id: string;
  model_id: string;
  label: string;
  storage_gb: number | null;
  memory_gb: number | null;
  connectivity: 'wifi' | 'cellular' | null;
  size: string | null;
  position: number;
};

export type QuestionSetTable = {
  id: string;
  category: Category;
  version: number;
  questions: Question[];
  presets: Preset[];
  note: string | null;
  published_by: string | null;
  published_at: Date;
};

export type PriceBookTable = { id: string; name: string; currency: string; created_at: Date };

export type PriceVersionTable = {
  id: string;
  book_id: string;
  number: number;
  state: 'draft' | 'published';
  effective_from: Date | null;
  rounding_minor: number;
  floor_minor: number;
  note: string | null;
  created_by: string | null;
  created_at: Date;
  published_by: string | null;
  published_at: Date | null;
  version: number;
};

export type PriceTable = {
  version_id: string;
  variant_id: string;
  condition: Condition;
  amount_minor: number;
  version: number;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    brands: BrandTable;
    models: ModelTable;
    variants: VariantTable;
    question_sets: QuestionSetTable;
    price_books: PriceBookTable;
    price_book_versions: PriceVersionTable;
    prices: PriceTable;
  }
}
