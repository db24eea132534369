/** Checklists and inspections as the server sends them. */
import type { Functional, Grade, Inspection } from './cases.ts';

type Texts = Record<'en' | 'nl' | 'de' | 'fr' | 'es', string>;

export type ChecklistBody = {
  checks: {
    id: string;
    label: Texts;
    axis: 'cosmetic' | 'functional' | 'none';
    on_fail: { cosmetic?: Exclude<Grade, 'A'>; functional?: 'faulty' | 'dead' };
    question?: string;
    answer_on_fail?: string;
    photo: 'never' | 'on_fail' | 'always';
  }[];
  base: { cosmetic: Grade; functional: Functional };
};

export type InspectionChecklist = { category: string; version: number; body: ChecklistBody };

export type Suggestion = {
  cosmetic: Grade;
  functional: Functional;
  because: { check: string; axis: 'cosmetic' | 'functional' }[];
};

/** What the editor of checklists sends and gets. */
export type PresentChecklist = { category: string; version: number; body: ChecklistBody };
export type ChecklistVersion = {
  version: number;
  checks: number;
  note: string | null;
  created_by: string | null;
  created_at: string;
};
export type ChecklistFault = { field: string; code: string; why: string };
export type ChecklistTrial = Suggestion & { answers: Record<string, string>; photos: string[] };

/** What a bench page knows of an inspection, more than the case tells. */
export type FullInspection = Inspection & {
  item_id: string;
  /** Who has it: nobody else can save until they take it over. */
  inspector: { id: string; name: string | null } | null;
  first_inspector_id: string | null;
  found_variant_id: string | null;
  /** True: here. False: missing. Not named: not looked for. */
  accessories: Record<string, boolean>;
  found_answers: Record<string, string>;
  started_at: string;
  last_active_at: string;
  completed_at: string | null;
};

/** What the seller said about a device, and what may be found instead. */
export type ToldDevice = {
  questions: {
    key: string;
    label: Texts;
    answers: { key: string; label: Texts; unsure: boolean }[];
  }[];
  answers: Record<string, string>;
  variant_id: string | null;
  variants: { id: string; label: string; title: string }[];
  accessories: string[];
};

export type Opinions = {
  items: { hidden: boolean; id: string; number: number; inspection: FullInspection | null }[];
  dispute: {
    id: string;
    reason: string;
    closed_at: string | null;
    outcome: string | null;
    first_inspection_id: string;
    second_inspection_id: string | null;
  } | null;
};
