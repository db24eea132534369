/** SQL of what the seller said about a device, and of the versions its model comes in. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { Answers, Question } from '../../catalog/rules/questions.ts';

export type Declared = {
  readonly questions: Question[];
  readonly answers: Answers;
  readonly variant_id: string | null;
};

/** What the seller was asked and answered first; nothing at all where the item was never quoted. */
export async function declaredOf(reader: Reader, itemId: string): Promise<Declared> {
  const found = await sql<Declared>`
    select questions, answers, variant_id from item_declarations where item_id = ${itemId}`.execute(reader);
  return found.rows[0] ?? { questions: [], answers: {}, variant_id: null };
}

export type VersionRow = { readonly id: string; readonly title: string; readonly label: string };

/** Every version of the models these variants belong to. */
export async function versionsBeside(
  reader: Reader,
  variantIds: readonly (string | null)[],
): Promise<VersionRow[]> {
  const ids = variantIds.filter((one) => one !== null);
  const found = await sql<VersionRow>`
    select v.variant_id as id, concat_ws(' ', v.brand, v.model, v.label) as title, v.label from variant_names v
     where v.model_id in (select own.model_id from variant_names own where own.variant_id = any(${ids}))
     order by v.brand, v.model, v.position, v.label`.execute(reader);
  return found.rows;
}

/** The category of a variant, or null when there is no such variant. */
export async function categoryOfVariant(reader: Reader, variantId: string): Promise<string | null> {
  const found = await sql<{ category: string }>`
    select category from variant_names where variant_id = ${variantId}`.execute(reader);
  return found.rows[0]?.category ?? null;
}
