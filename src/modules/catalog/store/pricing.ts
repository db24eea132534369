/** What pricing reads: variants with their names, their prices on a version, and question sets. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { Category, Condition, QuestionSet } from '../rules/questions.ts';

export type PricedVariant = {
  id: string;
  brand: string;
  model: string;
  model_slug: string;
  label: string;
  category: Category;
  released_on: string | null;
  /** Null where the version names no price at all. */
  prices: Partial<Record<Condition, number>> | null;
};

/** Variants with their prices on a version (`''`: on none). */
export async function readPricedVariants(
  reader: Reader,
  versionId: string,
  ids: readonly string[],
): Promise<PricedVariant[]> {
  const found =
    await sql<PricedVariant>`select v.id, b.name as brand, m.name as model, m.slug as model_slug, v.label,
      m.category, m.released_on,
      (select json_object_agg(p.condition, p.amount_minor) from prices p
        where p.version_id = ${versionId} and p.variant_id = v.id) as prices
    from variants v join models m on m.id = v.model_id join brands b on b.id = m.brand_id
    where v.id = any(${ids})`.execute(reader);
  return found.rows;
}

type SetRow = Pick<QuestionSet, 'id' | 'category' | 'version' | 'questions' | 'presets'>;

/** The newest set of each category published by `now`. */
export async function readCurrentSets(reader: Reader, now: Date): Promise<SetRow[]> {
  const found = await sql<SetRow>`select distinct on (category) id, category, version, questions, presets
    from question_sets where published_at <= ${now} order by category, version desc`.execute(reader);
  return found.rows;
}

export async function readSet(reader: Reader, id: string): Promise<SetRow | undefined> {
  return await reader
    .selectFrom('question_sets')
    .select(['id', 'category', 'version', 'questions', 'presets'])
    .where('id', '=', id)
    .executeTakeFirst();
}
