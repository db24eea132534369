/** SQL of price sources, imports and their rows. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Mapping } from '../rules/price-list/mapping.ts';
import type { Report, Verdict } from '../rules/price-list/verdicts.ts';
import type { CatalogModel } from '../rules/names/matcher.ts';

export type PriceSourceTable = {
  id: string;
  name: string;
  mapping: Mapping;
  created_at: Date;
  changed_at: Date;
  version: number;
};

export type ImportState = 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';

export type PriceImportTable = {
  id: string;
  source_id: string | null;
  state: ImportState;
  file_name: string;
  content: Buffer | null;
  currency: string;
  mapping: Mapping | null;
  add_models: boolean;
  rows_total: number;
  rows_done: number;
  report: Report | null;
  failure: { code: string; why: string } | null;
  base_version_id: string | null;
  version_id: string | null;
  created_by: string | null;
  created_at: Date;
  finished_at: Date | null;
  version: number;
};

export type PriceImportRowTable = Omit<Verdict, 'currency'> & {
  import_id: string;
  raw: Record<string, string>;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    price_sources: PriceSourceTable;
    price_imports: PriceImportTable;
    price_import_rows: PriceImportRowTable;
  }
}

/** An import without its file. */
export type ImportRow = Omit<PriceImportTable, 'content'> & { source_name: string | null };

const SHOWN = [
  'price_imports.id',
  'source_id',
  'state',
  'file_name',
  'currency',
  'price_imports.mapping',
  'add_models',
  'rows_total',
  'rows_done',
  'report',
  'failure',
  'base_version_id',
  'version_id',
  'created_by',
  'price_imports.created_at',
  'finished_at',
  'price_imports.version',
] as const;

function shown(reader: Reader) {
  return reader
    .selectFrom('price_imports')
    .leftJoin('price_sources', 'price_sources.id', 'price_imports.source_id')
    .select(SHOWN)
    .select('price_sources.name as source_name');
}

export async function readImport(reader: Reader, id: string): Promise<ImportRow | undefined> {
  return await shown(reader).where('price_imports.id', '=', id).executeTakeFirst();
}

export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  await sql`select id from price_imports where id = ${id} for update`.execute(tx);
  return await readImport(tx, id);
}

/** Newest first, one more than `limit`. */
export async function listImports(
  reader: Reader,
  limit: number,
  after: { at: Date; id: string } | undefined,
): Promise<ImportRow[]> {
  let query = shown(reader).orderBy('price_imports.created_at', 'desc').orderBy('price_imports.id', 'desc');
  if (after)
    query = query.where(
      sql<boolean>`(price_imports.created_at, price_imports.id) < (${after.at}, ${after.id})`,
    );
  return await query.limit(limit + 1).execute();
}

export async function readContent(reader: Reader, id: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('price_imports')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

export type NewImport = Pick<
  PriceImportTable,
  | 'id'
  | 'source_id'
  | 'file_name'
  | 'content'
  | 'currency'
  | 'add_models'
  | 'rows_total'
  | 'created_by'
  | 'created_at'
> & { mapping: Mapping | null };

export async function insertImport(tx: Tx, row: NewImport): Promise<void> {
  await tx
    .insertInto('price_imports')
    .values({ ...row, state: 'uploaded', rows_done: 0, mapping: json(row.mapping) } as never)
    .execute();
}

/** JSON goes in as text: `pg` would take an object for a record and a list for an array. */
function json(value: unknown): unknown {
  return value === null ? null : sql`${JSON.stringify(value)}::jsonb`;
}

export type ImportChange = Partial<
  Pick<
    PriceImportTable,
    | 'state'
    | 'source_id'
    | 'currency'
    | 'add_models'
    | 'rows_total'
    | 'rows_done'
    | 'base_version_id'
    | 'version_id'
    | 'finished_at'
    | 'content'
    | 'mapping'
    | 'report'
    | 'failure'
  >
>;

export async function updateImport(tx: Tx, id: string, change: ImportChange): Promise<void> {
  const { mapping, report, failure, ...plain } = change;
  const set = {
    ...plain,
    ...(mapping === undefined ? {} : { mapping: json(mapping) }),
    ...(report === undefined ? {} : { report: json(report) }),
    ...(failure === undefined ? {} : { failure: json(failure) }),
    version: sql`version + 1`,
  };
  await tx
    .updateTable('price_imports')
    .set(set as never)
    .where('id', '=', id)
    .execute();
}

/** Progress for who watches: outside the import's transaction, so that it is seen. */
export async function tellProgress(
  reader: Reader,
  id: string,
  rows_done: number,
  rows_total: number,
): Promise<void> {
  await reader.updateTable('price_imports').set({ rows_done, rows_total }).where('id', '=', id).execute();
}

export type RowToKeep = Verdict & { raw: Record<string, string> };
const ROWS_AT_ONCE = 5_000;

/** Replaces what was said of an import's rows. */
export async function replaceRows(tx: Tx, importId: string, rows: readonly RowToKeep[]): Promise<void> {
  await tx.deleteFrom('price_import_rows').where('import_id', '=', importId).execute();
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE));
    await sql`insert into price_import_rows (import_id, line, position, raw, outcome, reason, title, variant_id, condition, amount_minor, was_minor)
      select ${importId}, line, position, raw, outcome, reason, title,
        case when exists (select 1 from variants v where v.id = r.variant_id) then variant_id end, condition, amount_minor, was_minor
      from jsonb_to_recordset(${chunk}::jsonb) as r (line int, position int, raw jsonb, outcome text, reason text, title text,
        variant_id text, condition text, amount_minor bigint, was_minor bigint)`.execute(tx);
  }
}

/** An import's rows in the order of the file, one more than `limit`; `outcome: 'changed'` are matched ones with another price before. */
export async function listRows(
  reader: Reader,
  page: {
    importId: string;
    outcome: Verdict['outcome'] | 'changed' | null;
    reason: string | null;
    limit: number;
    after: { line: number; position: number } | undefined;
  },
): Promise<PriceImportRowTable[]> {
  let query = reader
    .selectFrom('price_import_rows')
    .selectAll()
    .where('import_id', '=', page.importId)
    .orderBy('line')
    .orderBy('position');
  if (page.outcome === 'changed')
    query = query.where('outcome', '=', 'matched').where('was_minor', 'is not', null);
  else if (page.outcome) query = query.where('outcome', '=', page.outcome);
  if (page.reason) query = query.where('reason', '=', page.reason as never);
  if (page.after)
    query = query.where(sql<boolean>`(line, position) > (${page.after.line}, ${page.after.position})`);
  return await query.limit(page.limit + 1).execute();
}

export async function listSources(reader: Reader): Promise<PriceSourceTable[]> {
  return await reader.selectFrom('price_sources').selectAll().orderBy('name').limit(500).execute();
}

export async function readSourceByName(reader: Reader, name: string): Promise<PriceSourceTable | undefined> {
  return await reader.selectFrom('price_sources').selectAll().where('name', '=', name).executeTakeFirst();
}

/** Saves how a source's columns are read; gives its id. */
export async function saveSource(
  tx: Tx,
  source: { id: string; name: string; mapping: Mapping; at: Date },
): Promise<string> {
  const saved = await sql<{
    id: string;
  }>`insert into price_sources (id, name, mapping, created_at, changed_at)
    values (${source.id}, ${source.name}, ${JSON.stringify(source.mapping)}::jsonb, ${source.at}, ${source.at})
    on conflict (name) do update set mapping = excluded.mapping, changed_at = excluded.changed_at,
      version = price_sources.version + 1
    returning id`.execute(tx);
  return saved.rows[0]?.id ?? source.id;
}

/** The whole catalogue as the matcher wants it. */
export async function readCatalog(reader: Reader): Promise<CatalogModel[]> {
  const found = await sql<CatalogModel>`select m.id, b.name as brand, m.name, m.aliases, m.released_on,
      coalesce((select json_agg(json_build_object('id', v.id, 'label', v.label, 'storage_gb', v.storage_gb, 'memory_gb', v.memory_gb,
        'connectivity', v.connectivity, 'size', v.size) order by v.position) from variants v where v.model_id = m.id), '[]') as variants
    from models m join brands b on b.id = m.brand_id where m.active`.execute(reader);
  return found.rows;
}
