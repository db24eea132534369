/** Reading the catalogue: browse, search, one model. */
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { Category } from '../rules/questions.ts';
import type { Candidate, SearchQuery } from '../rules/search.ts';

export type BrandRow = { slug: string; name: string; models: number };

export type VariantRow = {
  id: string;
  label: string;
  storage_gb: number | null;
  memory_gb: number | null;
  connectivity: 'wifi' | 'cellular' | null;
  size: string | null;
  /** The best price of the version asked for, or null. */
  best_minor: number | null;
};

export type ModelCard = {
  id: string;
  slug: string;
  brand: string;
  brand_slug: string;
  name: string;
  category: Category;
  released_on: string | null;
  colours: string[];
  rank: number;
  variants: VariantRow[];
};

/** How many models each category holds; empty categories are absent. */
export async function countCategories(reader: Reader): Promise<{ category: Category; models: number }[]> {
  const found = await sql<{ category: Category; models: number }>`select category, count(*)::int as models
    from models where active group by category`.execute(reader);
  return found.rows;
}

/** Brands that have models, most wanted first. */
export async function listBrands(reader: Reader, category: Category | null): Promise<BrandRow[]> {
  const found = await sql<BrandRow>`select b.slug, b.name, count(*)::int as models from brands b
    join models m on m.brand_id = b.id and m.active and (${category}::text is null or m.category = ${category})
    group by b.id order by b.rank, b.name`.execute(reader);
  return found.rows;
}

/** One model with its variants and their best price on a version (`''`: none). */
function cards(
  versionId: string,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): RawBuilder<ModelCard> {
  return sql<ModelCard>`select m.id, m.slug, b.name as brand, b.slug as brand_slug, m.name, m.category, m.released_on,
      m.colours, m.rank,
      coalesce((select json_agg(json_build_object('id', v.id, 'label', v.label, 'storage_gb', v.storage_gb,
          'memory_gb', v.memory_gb, 'connectivity', v.connectivity, 'size', v.size, 'best_minor',
          (select max(p.amount_minor) from prices p where p.version_id = ${versionId} and p.variant_id = v.id))
        order by v.position, v.storage_gb, v.label)
        from variants v where v.model_id = m.id), '[]') as variants
    from models m join brands b on b.id = m.brand_id where ${where} ${tail}`;
}

export type Browse = {
  versionId: string;
  category: Category | null;
  brand: string | null;
  limit: number;
  after: { rank: number; name: string; id: string } | undefined;
};

/** Models in the order people want them, one more than `limit`. */
export async function browseModels(reader: Reader, browse: Browse): Promise<ModelCard[]> {
  const { category, brand, after } = browse;
  const where = sql`m.active and (${category}::text is null or m.category = ${category})
    and (${brand}::text is null or b.slug = ${brand})
    and (${after?.id ?? null}::text is null or (m.rank, m.name, m.id) > (${after?.rank ?? 0}, ${after?.name ?? ''}, ${after?.id ?? ''}))`;
  const found = await cards(
    browse.versionId,
    where,
    sql`order by m.rank, m.name, m.id limit ${browse.limit + 1}`,
  ).execute(reader);
  return found.rows;
}

export async function readModel(
  reader: Reader,
  versionId: string,
  slug: string,
): Promise<ModelCard | undefined> {
  return (await cards(versionId, sql`m.slug = ${slug} and m.active`, sql``).execute(reader)).rows[0];
}

export async function readModels(
  reader: Reader,
  versionId: string,
  ids: readonly string[],
): Promise<ModelCard[]> {
  return (await cards(versionId, sql`m.id = any(${ids})`, sql``).execute(reader)).rows;
}

export type Found = Candidate & { id: string };

/** Candidates are ranked in memory: this many are enough for any box a person types in. */
const MOST_FOUND = 200;

/** Models that hold every word, somewhere in name, alias or code. */
export async function findByWords(
  reader: Reader,
  query: SearchQuery,
  category: Category | null,
  brand: string | null,
): Promise<Found[]> {
  const patterns = query.words.map((word) => `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`);
  const found = await sql<Found>`select m.id, m.name_key, m.rank, 1.0::float8 as similarity from models m
    join brands b on b.id = m.brand_id
    where m.active and m.search_text like all(${patterns})
      and (${category}::text is null or m.category = ${category}) and (${brand}::text is null or b.slug = ${brand})
    order by m.rank, m.id limit ${MOST_FOUND}`.execute(reader);
  return found.rows;
}

/** Below this two names have little in common. */
const LEAST_LIKE = 0.42;

/** Models whose name is like what was typed, by trigrams. */
export async function findByLikeness(
  reader: Reader,
  query: SearchQuery,
  category: Category | null,
  brand: string | null,
): Promise<Found[]> {
  const found = await sql<Found>`select * from (
      select m.id, m.name_key, m.rank, greatest(word_similarity(${query.text}, m.name_key),
        word_similarity(${query.text.replaceAll(' ', '')}, replace(m.name_key, ' ', '')))::float8 as similarity
      from models m join brands b on b.id = m.brand_id
      where m.active and (${category}::text is null or m.category = ${category}) and (${brand}::text is null or b.slug = ${brand})
    ) likely where similarity >= ${LEAST_LIKE} order by similarity desc, rank, id limit 60`.execute(reader);
  return found.rows;
}
