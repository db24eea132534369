/** Checklists as the server sends them. */
import type { Functional, Grade } from './cases.ts';

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
