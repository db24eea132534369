/** Revised offers as people see them: as described beside as found, why, what it is worth now, and the photos. */
import type { Reader } from '../../../platform/postgres.ts';
import type { Answers, Question, Texts } from '../../catalog/rules/questions.ts';
import { variantTitle } from '../../catalog/rules/title.ts';
import { differencesOf, type Difference } from '../rules/revision.ts';
import { reasonTexts } from '../rules/reasons.ts';
import { revisionsOfCase, type NamedVariant, type RevisionRow } from '../store/revisions.ts';

export type Revision = {
  readonly id: string;
  readonly itemId: string;
  readonly itemNumber: string;
  readonly title: string;
  readonly category: string;
  readonly number: number;
  readonly state: RevisionRow['state'];
  readonly currency: string;
  /** In minor units. */
  readonly price: number;
  readonly oldPrice: number | null;
  readonly reasons: readonly { readonly code: string; readonly text: Texts }[];
  readonly note: string | null;
  readonly isFree: boolean;
  readonly differences: readonly Difference[];
  readonly followsId: string | null;
  readonly madeAt: Date;
  /** Until when an answer is awaited; null once there is one, and while the device is on hold. */
  readonly answerBy: Date | null;
  /** Ids of files. */
  readonly photos: readonly string[];
  /** By id of a photo: the words under it, where it has some. */
  readonly captions: Readonly<Record<string, string>>;
  readonly madeBy: { readonly kind: string; readonly name: string | null };
  readonly answered: {
    readonly by: string;
    /** Of the member of staff who wrote the answer down. */
    readonly name: string | null;
    readonly how: RevisionRow['answered_how'];
    readonly at: Date;
  } | null;
};

function nameOf(variant: NamedVariant | null): string | null {
  return variant ? variantTitle(variant.brand, variant.model, variant.label) : null;
}

function shown(row: RevisionRow): Revision {
  const questions = Array.isArray(row.questions) ? (row.questions as Question[]) : [];
  const [told, found] = [nameOf(row.told_variant), nameOf(row.found_variant)];
  return {
    id: row.id,
    itemId: row.item_id,
    itemNumber: row.item_number,
    title: row.title,
    category: row.category,
    number: row.number,
    state: row.state,
    currency: row.currency,
    price: row.price_minor,
    oldPrice: row.before_minor,
    reasons: row.reasons.map((code) => ({ code, text: reasonTexts(code) })),
    note: row.note,
    isFree: row.free_price,
    differences: differencesOf(
      questions,
      { answers: row.told_answers as Answers, title: told },
      { answers: row.found_answers as Answers, title: found },
    ),
    followsId: row.follows_id,
    madeAt: row.made_at,
    answerBy: row.due_at,
    photos: row.photos,
    captions: row.captions,
    madeBy: { kind: row.made_by_kind, name: row.made_by_name },
    answered:
      row.answered_by_kind && row.answered_at
        ? { by: row.answered_by_kind, name: row.answered_by_name, how: row.answered_how, at: row.answered_at }
        : null,
  };
}

/**
 * Every revised offer of a case, by device, the first one first. While a second inspection is due, what the first one
 * led to is left out.
 */
export async function revisionsOf(reader: Reader, caseId: string): Promise<Revision[]> {
  const rows = await revisionsOfCase(reader, caseId);
  return rows.filter((row) => !row.is_blind).map(shown);
}

/** Those that wait for the seller's answer. */
export function openRevisions(revisions: readonly Revision[]): Revision[] {
  return revisions.filter((one) => one.state === 'offered');
}
