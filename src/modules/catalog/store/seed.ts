/** Bulk writes of reference data: one statement per table, so that seeding a new shop takes no time. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { BrandTable, ModelTable, PriceTable, VariantTable } from './tables.ts';

/** Adds brands and gives the ids of all by name; a known brand keeps its id. */
export async function saveBrands(tx: Tx, brands: readonly BrandTable[]): Promise<Map<string, string>> {
  await sql`insert into brands (id, slug, name, rank)
    select id, slug, name, rank from json_to_recordset(${JSON.stringify(brands)}::json)
      as r (id text, slug text, name text, rank int)
    on conflict (slug) do nothing`.execute(tx);
  const rows = await tx.selectFrom('brands').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.name, row.id]));
}

export type NewModel = Omit<ModelTable, 'active'>;

/**
 * Adds models by slug, and brings those of the reference catalogue up to date; what an import or a person made
 * keeps what it says. Gives the ids by slug.
 */
export async function saveModels(tx: Tx, models: readonly NewModel[]): Promise<Map<string, string>> {
  await sql`insert into models (id, brand_id, category, slug, name, aliases, colours, released_on, rank, name_key, search_text, source, created_at)
    select id, brand_id, category, slug, name, aliases, colours, released_on, rank, name_key, search_text, source, created_at
    from json_to_recordset(${JSON.stringify(models)}::json) as r (id text, brand_id text, category text, slug text, name text,
      aliases text[], colours text[], released_on date, rank int, name_key text, search_text text, source text, created_at timestamptz)
    on conflict (slug) do update set aliases = excluded.aliases, colours = excluded.colours, released_on = excluded.released_on,
      rank = excluded.rank, name_key = excluded.name_key, search_text = excluded.search_text
      where models.source = 'reference' and excluded.source = 'reference'`.execute(tx);
  const slugs = models.map((model) => model.slug);
  const rows = await sql<{
    id: string;
    slug: string;
  }>`select id, slug from models where slug = any(${slugs})`.execute(tx);
  return new Map(rows.rows.map((row) => [row.slug, row.id]));
}

/** Adds variants by model and label; known ones stay as they are. */
export async function saveVariants(tx: Tx, variants: readonly VariantTable[]): Promise<void> {
  await sql`insert into variants (id, model_id, label, storage_gb, memory_gb, connectivity, size, position)
    select id, model_id, label, storage_gb, memory_gb, connectivity, size, position
    from json_to_recordset(${JSON.stringify(variants)}::json) as r (id text, model_id text, label text, storage_gb int,
      memory_gb int, connectivity text, size text, position int)
    on conflict (model_id, label) do nothing`.execute(tx);
}

/** Sets prices of a draft version. */
export async function savePrices(tx: Tx, prices: readonly Omit<PriceTable, 'version'>[]): Promise<void> {
  await sql`insert into prices (version_id, variant_id, condition, amount_minor)
    select version_id, variant_id, condition, amount_minor from json_to_recordset(${JSON.stringify(prices)}::json)
      as r (version_id text, variant_id text, condition text, amount_minor bigint)
    on conflict (version_id, variant_id, condition) do update set amount_minor = excluded.amount_minor, version = prices.version + 1`.execute(
    tx,
  );
}

/** All variants with the slug of their model and their label: how reference data finds its rows. */
export async function variantIds(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('variants')
    .innerJoin('models', 'models.id', 'variants.model_id')
    .select(['variants.id', 'models.slug', 'variants.label'])
    .execute();
  return new Map(rows.map((row) => [`${row.slug} ${row.label}`, row.id]));
}

/** Tells the planner how large the tables have become; the first search would guess wrong otherwise. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`analyze models, variants, prices`.execute(tx);
}
