/** A revised offer: which reasons there are, what differs from what the seller told us, and when it may not be sent. Pure. */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';
import type { Answers, Question, Texts } from '../../catalog/rules/questions.ts';

/** Why a device is worth something else than was quoted; a closed set, worded in rules/reasons.ts. */
export const REVISION_REASONS = [
  'screen_damage',
  'body_damage',
  'battery_worn',
  'not_working',
  'function_broken',
  'water_damage',
  'wrong_model',
  'wrong_storage',
  'missing_accessory',
  'locked',
  'not_original_parts',
  'other',
] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

export function isRevisionReason(text: string): text is RevisionReason {
  return (REVISION_REASONS as readonly string[]).includes(text);
}

/** Nobody pays more for one device; in minor units. */
export const MOST_MINOR = 10_000_000;
export const MOST_PHOTOS = 20;

/** One thing that is not as described: the seller's own answer beside the finding. */
export type Difference = {
  /** The question's key; `variant` where the device itself is another one. */
  readonly key: string;
  readonly question: Texts;
  readonly told: Texts;
  readonly found: Texts;
};

const NOTHING: Texts = { en: '–', nl: '–', de: '–', fr: '–', es: '–' };
const DEVICE: Texts = { en: 'Device', nl: 'Toestel', de: 'Gerät', fr: 'Appareil', es: 'Dispositivo' };

/** A name that is the same in every language. */
function everywhere(name: string): Texts {
  return { en: name, nl: name, de: name, fr: name, es: name };
}

/** The questions whose answers differ, as they were asked, the device itself first where it is another one. */
export function differencesOf(
  questions: readonly Question[],
  told: { readonly answers: Answers; readonly title: string | null },
  found: { readonly answers: Answers; readonly title: string | null },
): Difference[] {
  const other =
    told.title !== null && found.title !== null && told.title !== found.title
      ? [{ key: 'variant', question: DEVICE, told: everywhere(told.title), found: everywhere(found.title) }]
      : [];
  const answers = questions.flatMap((question): Difference[] => {
    const [was, is] = [told.answers[question.key], found.answers[question.key]];
    if (was === is) return [];
    const labelOf = (key: string | undefined) =>
      question.answers.find((one) => one.key === key)?.label ?? NOTHING;
    return [{ key: question.key, question: question.label, told: labelOf(was), found: labelOf(is) }];
  });
  return [...other, ...answers];
}

const REASON_OF_QUESTION: Readonly<Record<string, RevisionReason>> = {
  screen: 'screen_damage',
  body: 'body_damage',
  battery: 'battery_worn',
  powers_on: 'not_working',
  functions: 'function_broken',
  account: 'locked',
  network: 'locked',
  accessories: 'missing_accessory',
};

/** The reasons that the differences speak for, each once; a person may choose others. */
export function suggestReasons(
  differences: readonly Pick<Difference, 'key'>[],
  isSameModel: boolean,
): RevisionReason[] {
  const reasons = differences.map(({ key }): RevisionReason => {
    if (key === 'variant') return isSameModel ? 'wrong_storage' : 'wrong_model';
    return REASON_OF_QUESTION[key] ?? 'other';
  });
  return [...new Set(reasons)];
}

/** All that decides whether a revised offer may be sent. Prices in minor units. */
export type RevisionDraft = {
  readonly price: number;
  /** What we agreed to pay until now; null where no price was named. */
  readonly before: number | null;
  readonly reasons: readonly string[];
  readonly photos: number;
  readonly note: string | null;
  readonly differences: number;
  readonly freePriceReason: string | null;
  readonly isFree: boolean;
};

function missing(code: string, why: string, field: string): Refusal {
  return refuse(code, why, 'invalid', { field });
}

/** Refuses `price_absurd`: below zero, a fraction of a cent, or more than anybody pays. In minor units. */
export function priceFault(minor: number): Refusal | null {
  if (Number.isSafeInteger(minor) && minor >= 0 && minor <= MOST_MINOR) return null;
  return missing('price_absurd', 'Give a price between 0 and 100,000.', 'free_price.price');
}

/**
 * Why this revised offer may not be sent, or null. Refuses `price_absurd`, `revision_reason_missing`, `reason_unknown`,
 * `free_price_reason_missing`, `revision_changes_nothing`, `revision_photo_missing`, `too_many_photos` and
 * `revision_note_missing` (workflows.md, part A, “revise”).
 */
export function revisionFault(draft: RevisionDraft): Refusal | null {
  const absurd = priceFault(draft.price);
  if (absurd) return absurd;
  if (draft.reasons.length === 0)
    return missing('revision_reason_missing', 'Choose at least one reason.', 'reasons');
  const strange = draft.reasons.findIndex((one) => !isRevisionReason(one));
  if (strange >= 0)
    return missing(
      'reason_unknown',
      `“${draft.reasons[strange]}” is no reason we know.`,
      `reasons.${strange}`,
    );
  if (draft.isFree && !draft.freePriceReason?.trim())
    return missing(
      'free_price_reason_missing',
      'Say why the price is not the computed one.',
      'free_price.reason',
    );
  if (!draft.isFree && draft.differences === 0)
    return missing(
      'revision_changes_nothing',
      'A revised offer needs at least one answer that differs from the seller’s.',
      'answers',
    );
  if (draft.photos > MOST_PHOTOS)
    return missing('too_many_photos', `At most ${MOST_PHOTOS} photos fit in one offer.`, 'photo_ids');
  if (draft.photos === 0 && draft.price < (draft.before ?? 0))
    return missing('revision_photo_missing', 'A lower price needs at least one photo.', 'photo_ids');
  // Without a differing answer, or with “other” alone, only words can tell the seller what we found.
  const saysNothing = draft.differences === 0 || draft.reasons.every((one) => one === 'other');
  if (saysNothing && !draft.note?.trim())
    return missing('revision_note_missing', 'Tell the seller in a sentence what you found.', 'note');
  return null;
}

/** Why an answer to a revision in this state is refused, or null while it is open. */
export function answerFault(state: string): Refusal | null {
  if (state === 'offered') return null;
  if (state === 'superseded')
    return refuse(
      'revision_superseded',
      'This offer was replaced meanwhile; look at the newest one first.',
      'stale',
    );
  if (state === 'expired') return refuse('revision_expired', 'This offer has ended.', 'conflict');
  return refuse('revision_answered', 'This offer was answered already.', 'conflict');
}
