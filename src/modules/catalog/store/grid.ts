/** The price book as a table: a row per variant, a price per condition. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { Category, Condition } from '../rules/questions.ts';
import type { SearchQuery } from '../rules/search.ts';
import type { VersionRow } from './prices.ts';

export type GridPrice = { amount_minor: number; version: number };
export type GridRow = {
  variant_id: string;
  model_id: string;
  model_slug: string;
  brand: string;
  model: string;
  label: string;
  category: Category;
  rank: number;
  position: number;
  prices: Partial<Record<Condition, GridPrice>> | null;
};

export type GridQuery = {
  versionId: string;
  query: SearchQuery | null;
  category: Category | null;
  brand: string | null;
  priced: 'yes' | 'no' | null;
  limit: number;
  after: { rank: number; model: string; position: number; id: string } | undefined;
};

/** A page of the table, the most wanted models first, one more than `limit`. */
export async function readGrid(reader: Reader, grid: GridQuery): Promise<GridRow[]> {
  const { category, brand, priced, after } = grid;
  const words = grid.query?.words.map((word) => `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`) ?? [];
  const some = sql`exists (select 1 from prices x where x.version_id = ${grid.versionId} and x.variant_id = v.id)`;
  const found =
    await sql<GridRow>`select v.id as variant_id, m.id as model_id, m.slug as model_slug, b.name as brand,
      m.name as model, v.label, m.category, m.rank, v.position,
      (select json_object_agg(p.condition, json_build_object('amount_minor', p.amount_minor, 'version', p.version))
        from prices p where p.version_id = ${grid.versionId} and p.variant_id = v.id) as prices
    from variants v join models m on m.id = v.model_id join brands b on b.id = m.brand_id
    where m.active and (${category}::text is null or m.category = ${category}) and (${brand}::text is null or b.slug = ${brand})
      and m.search_text like all(${words})
      and (${priced}::text is null or (${priced} = 'yes') = ${some})
      and (${after?.id ?? null}::text is null or (m.rank, m.id, v.position, v.id)
        > (${after?.rank ?? 0}, ${after?.model ?? ''}, ${after?.position ?? 0}, ${after?.id ?? ''}))
    order by m.rank, m.id, v.position, v.id limit ${grid.limit + 1}`.execute(reader);
  return found.rows;
}

export type VersionCard = VersionRow & { prices: number; in_force: boolean };

/** Versions of a book, newest first, with how many prices each has and which counts now. */
export async function listVersions(
  reader: Reader,
  bookId: string,
  now: Date,
  page: { limit: number; after: { number: number } | undefined },
): Promise<VersionCard[]> {
  const found = await sql<VersionCard>`select v.*, b.currency,
      (select count(*)::int from prices p where p.version_id = v.id) as prices,
      coalesce(v.id = (select c.id from price_book_versions c where c.book_id = v.book_id and c.state = 'published'
        and c.effective_from <= ${now} order by c.effective_from desc, c.number desc limit 1), false) as in_force
    from price_book_versions v join price_books b on b.id = v.book_id
    where v.book_id = ${bookId} and (${page.after?.number ?? null}::int is null or v.number < ${page.after?.number ?? 0})
    order by v.number desc limit ${page.limit + 1}`.execute(reader);
  return found.rows;
}
