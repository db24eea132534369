/** A checklist while it is edited: rows keep a key of their own, and what was removed can be put back. */
import type { ChecklistBody, ChecklistFault } from '../../../contract/inspection.ts';
import type { Locale } from '../../../contract/session.ts';

export type Check = ChecklistBody['checks'][number];
export type Row = {
  readonly key: string;
  readonly isNew: boolean;
  readonly gone: boolean;
  readonly check: Check;
};
export type Draft = { readonly rows: readonly Row[]; readonly base: ChecklistBody['base'] };

export const LOCALES: readonly Locale[] = ['en', 'nl', 'de', 'fr', 'es'];
export const COSMETIC = ['B', 'C', 'D', 'E'] as const;
export const FUNCTIONAL = ['faulty', 'dead'] as const;
/** What a failure leads to, as one choice. */
export type Meaning = 'none' | (typeof COSMETIC)[number] | (typeof FUNCTIONAL)[number];

export function draftOf(body: ChecklistBody): Draft {
  const rows = body.checks.map((check) => ({ key: check.id, isNew: false, gone: false, check }));
  return { rows, base: body.base };
}

const EMPTY: Check = {
  id: '',
  label: { en: '', nl: '', de: '', fr: '', es: '' },
  axis: 'none',
  on_fail: {},
  photo: 'never',
};

/** Adds an empty check at the end; gives its key as well, so that it can be opened. */
export function withNew(draft: Draft): { draft: Draft; key: string } {
  let n = draft.rows.length + 1;
  while (draft.rows.some((row) => row.key === `new ${n}`)) n += 1;
  const key = `new ${n}`;
  return { draft: { ...draft, rows: [...draft.rows, { key, isNew: true, gone: false, check: EMPTY }] }, key };
}

/** A short name from the English words that no other check has: photos and results are kept under it. */
function idFor(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '');
  const base = words.slice(0, 34).replace(/_+$/, '') || 'check';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}_${n}`;
  return id;
}

/** Rows that count, with the names their checks will have. */
function live(draft: Draft): { key: string; check: Check }[] {
  const rows = draft.rows.filter((row) => !row.gone);
  const taken = new Set(draft.rows.flatMap((row) => (row.isNew ? [] : [row.check.id])));
  return rows.map(({ key, isNew, check }) => {
    if (!isNew) return { key, check };
    const id = idFor(check.label.en, taken);
    taken.add(id);
    return { key, check: { ...check, id } };
  });
}

export function bodyOf(draft: Draft): ChecklistBody {
  return { checks: live(draft).map((row) => row.check), base: draft.base };
}

/** The names of some rows' checks, and the other way round. */
export function idsOf(draft: Draft, keys: ReadonlySet<string>): string[] {
  return live(draft).flatMap((row) => (keys.has(row.key) ? [row.check.id] : []));
}
export function checkById(draft: Draft, id: string): Check | undefined {
  return live(draft).find((row) => row.check.id === id)?.check;
}

/** True for the same content, whatever order the database or an edit left its fields in. */
export function isSame(one: unknown, other: unknown): boolean {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

export function isChanged(draft: Draft, saved: ChecklistBody): boolean {
  return !isSame(bodyOf(draft), saved);
}

/** Moves a row over the next one that counts; the same draft when there is none. */
export function moved(draft: Draft, key: string, by: -1 | 1): Draft {
  const from = draft.rows.findIndex((row) => row.key === key);
  let to = from + by;
  while (draft.rows[to]?.gone) to += by;
  const row = draft.rows[from];
  if (!row || to < 0 || to >= draft.rows.length) return draft;
  const rows = draft.rows.filter((one) => one.key !== key);
  rows.splice(to, 0, row);
  return { ...draft, rows };
}

/** Removes a row: a new one is forgotten, one that was published stays in sight and can be put back. */
export function removed(draft: Draft, key: string): Draft {
  const rows = draft.rows.flatMap((row) => {
    if (row.key !== key) return [row];
    return row.isNew ? [] : [{ ...row, gone: true }];
  });
  return { ...draft, rows };
}

export function withRow(draft: Draft, key: string, part: Partial<Omit<Row, 'key'>>): Draft {
  return { ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) };
}

export function meaningOf(check: Check): Meaning {
  return check.on_fail.cosmetic ?? check.on_fail.functional ?? 'none';
}

export function withMeaning(check: Check, chosen: string): Check {
  const cosmetic = COSMETIC.find((one) => one === chosen);
  if (cosmetic) return { ...check, axis: 'cosmetic', on_fail: { cosmetic } };
  const functional = FUNCTIONAL.find((one) => one === chosen);
  if (functional) return { ...check, axis: 'functional', on_fail: { functional } };
  return { ...check, axis: 'none', on_fail: {} };
}

/** A check that answers another question, or none; the answer is chosen anew. */
export function withQuestion(check: Check, question: string): Check {
  const { question: _, answer_on_fail: __, ...rest } = check;
  return question === '' ? rest : { ...rest, question, answer_on_fail: '' };
}

/** Writes the first text there is into the languages that have none. */
export function filled(check: Check, first: Locale): Check {
  const source = [first, ...LOCALES].map((locale) => check.label[locale]).find((text) => text.trim() !== '');
  const label = { ...check.label };
  for (const locale of LOCALES) if (label[locale].trim() === '') label[locale] = source ?? '';
  return { ...check, label };
}

export type RowFaults = Readonly<Record<string, ChecklistFault>>;

/** The faults the server named, by row and by field within its check. */
export function faultsByRow(draft: Draft, faults: readonly ChecklistFault[]): ReadonlyMap<string, RowFaults> {
  const rows = live(draft);
  const found = new Map<string, Record<string, ChecklistFault>>();
  for (const fault of faults) {
    const [, at = '', field = ''] = /^checks\.(\d+)\.(.+)$/.exec(fault.field) ?? [];
    const key = rows[Number(at || -1)]?.key;
    if (key === undefined) continue;
    // Both grades are one choice on the screen.
    const name = field.startsWith('on_fail') ? 'on_fail' : field;
    found.set(key, { [name]: fault, ...found.get(key) });
  }
  return found;
}
