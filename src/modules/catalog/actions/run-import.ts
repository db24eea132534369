/**
 * Checks or applies a stored price list. Reading and judging happen outside any transaction, with progress for who watches;
 * what comes of it is written in one. The dry run is the same code without the last step.
 */
import type { Ctx } from '../../../kernel/actor.ts';
import { actorId } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Postgres, Tx } from '../../../platform/postgres.ts';
import type { PriceList } from '../csv.ts';
import { indexCatalog, matchDevice, type CatalogModel } from '../rules/names/matcher.ts';
import { additionsFor, withAdditions, type Additions } from '../rules/price-list/additions.ts';
import { readClaims, type Claim, type ListReader, type Refused } from '../rules/price-list/claims.ts';
import type { Mapping } from '../rules/price-list/mapping.ts';
import { judge, type Report, type Verdicts } from '../rules/price-list/verdicts.ts';
import { searchTexts } from '../rules/search.ts';
import { modelSlug } from '../rules/title.ts';
import {
  bookFor,
  copyPrices,
  insertDraft,
  markPublished,
  readCurrentVersion,
  readPrices,
} from '../store/prices.ts';
import {
  lockImport,
  readCatalog,
  readImport,
  replaceRows,
  tellProgress,
  updateImport,
  type ImportRow,
  type RowToKeep,
} from '../store/imports.ts';
import { saveBrands, saveModels, savePrices, saveVariants } from '../store/seed.ts';
import { forgetPrices } from './pricing.ts';
import { NO_IMPORT, storedList } from './upload.ts';

export type Run = {
  readonly postgres: Postgres;
  readonly ctx: Ctx;
  readonly onProgress?: (done: number, of: number) => void;
};

export type RunInput = {
  readonly importId: string;
  readonly apply: boolean;
  /** Publish from this instant on (a past one means now); null leaves a draft. */
  readonly effectiveFrom: Date | null;
  readonly missing: 'keep' | 'drop';
};

export type RunResult = { readonly report: Report; readonly versionId: string | null };

/** Rows between two reports of progress; the event loop breathes there too. */
const STEP = 2_000;

/** Refuses `import_unknown`, `import_over`, `mapping_unclear`, and what reading the file says; the import then is `failed`. */
export async function runImport(run: Run, input: RunInput): Promise<Outcome<RunResult>> {
  const { db } = run.postgres;
  const row = await readImport(db, input.importId);
  if (!row) return NO_IMPORT;
  if (row.state === 'applied' && row.report) return ok({ report: row.report, versionId: row.version_id });
  const list = await storedList(db, input.importId);
  if (!list.ok) return await failed(run, input.importId, list);
  if (!row.mapping)
    return await failed(
      run,
      input.importId,
      refuse('mapping_unclear', 'Say which column holds what.', 'invalid', { field: 'mapping' }),
    );
  const judged = await judgeList(run, row, row.mapping, list.value);
  return await run.postgres.transact((tx) => conclude(tx, run.ctx, input, list.value, judged));
}

async function failed<T>(run: Run, id: string, no: Outcome<T>): Promise<Outcome<never>> {
  if (no.ok) throw new Error('only a refusal fails an import');
  await run.postgres.transact(async (tx) => {
    await updateImport(tx, id, {
      state: 'failed',
      failure: { code: no.code, why: no.why },
      finished_at: run.ctx.now,
    });
    return ok(null);
  });
  return no;
}

type Judged = Verdicts & {
  readonly baseVersionId: string | null;
  readonly additions: Additions;
  readonly models: readonly CatalogModel[];
};

const NOTHING: Additions = { models: [], variants: [] };

async function judgeList(run: Run, row: ImportRow, mapping: Mapping, list: PriceList): Promise<Judged> {
  const { db } = run.postgres;
  const base = await readCurrentVersion(db, row.currency, run.ctx.now);
  const inForce = base ? await readPrices(db, base.id) : [];
  const current = new Map(
    inForce.map((price) => [`${price.variant_id} ${price.condition}`, price.amount_minor]),
  );
  const models = await readCatalog(db);
  const reader = {
    headings: list.headings,
    mapping,
    currency: row.currency,
    current,
    index: indexCatalog(models),
  };
  let claims = await readAll(run, row.id, reader, list);
  let additions = NOTHING;
  if (row.add_models) {
    const find = (claim: Refused): CatalogModel | null => {
      const match = claim.device
        ? matchDevice(reader.index, claim.device.brand, claim.device.name, claim.device.storage)
        : null;
      return match && !match.ok ? (match.model ?? null) : null;
    };
    additions = additionsFor(claims, models, find, run.ctx.newId);
    claims = await readAll(
      run,
      row.id,
      { ...reader, index: indexCatalog(withAdditions(models, additions)) },
      list,
    );
  }
  const added = { models: additions.models.length, variants: additions.variants.length };
  return { ...judge(claims, current, added), baseVersionId: base?.id ?? null, additions, models };
}

async function readAll(
  run: Run,
  id: string,
  reader: ListReader,
  list: PriceList,
): Promise<(Claim | Refused)[]> {
  const claims: (Claim | Refused)[] = [];
  const total = list.rows.length;
  for (let at = 0; at < total; at += STEP) {
    for (const row of list.rows.slice(at, at + STEP)) claims.push(...readClaims(reader, row));
    const done = Math.min(total, at + STEP);
    await tellProgress(run.postgres.db, id, done, total);
    run.onProgress?.(done, total);
  }
  return claims;
}

async function conclude(
  tx: Tx,
  ctx: Ctx,
  input: RunInput,
  list: PriceList,
  judged: Judged,
): Promise<Outcome<RunResult>> {
  const row = await lockImport(tx, input.importId);
  if (!row) return NO_IMPORT;
  // A second worker that took the job over meanwhile may have been here.
  if (row.state === 'applied' && row.report) return ok({ report: row.report, versionId: row.version_id });
  if (input.apply) await addToCatalog(tx, ctx, judged.additions);
  const versionId =
    input.apply && judged.prices.length > 0 ? await writeVersion(tx, ctx, row, input, judged) : null;
  await replaceRows(tx, row.id, rowsToKeep(list, judged));
  await updateImport(tx, row.id, {
    state: input.apply ? 'applied' : 'checked',
    report: judged.report,
    base_version_id: judged.baseVersionId,
    version_id: versionId,
    finished_at: ctx.now,
    ...(input.apply ? { content: null } : {}),
  });
  if (versionId) forgetPrices(tx);
  return ok({ report: judged.report, versionId });
}

/** Each verdict with the row it is about; longer cells are cut, so that a strange file stays a small table. */
function rowsToKeep(list: PriceList, judged: Judged): RowToKeep[] {
  const byLine = new Map(list.rows.map((row) => [row.line, row.cells]));
  return judged.verdicts.map((verdict) => {
    const cells = byLine.get(verdict.line) ?? [];
    const raw = Object.fromEntries(
      list.headings.flatMap((heading, at) =>
        cells[at] ? [[heading || `column ${at + 1}`, cells[at].slice(0, 200)]] : [],
      ),
    );
    return { ...verdict, raw };
  });
}

async function writeVersion(
  tx: Tx,
  ctx: Ctx,
  row: ImportRow,
  input: RunInput,
  judged: Judged,
): Promise<string> {
  const { currency } = row;
  const book = await bookFor(tx, {
    id: ctx.newId('pbk'),
    name: `Prices in ${currency}`,
    currency,
    created_at: ctx.now,
  });
  const base = await readCurrentVersion(tx, currency, ctx.now);
  const id = ctx.newId('pbv');
  await insertDraft(tx, {
    id,
    book_id: book.id,
    rounding_minor: base?.rounding_minor ?? 100,
    floor_minor: base?.floor_minor ?? 0,
    note: `From ${row.file_name}`,
    created_by: actorId(ctx.actor) ?? row.created_by,
    created_at: ctx.now,
  });
  if (base && input.missing === 'keep') await copyPrices(tx, base.id, id);
  await savePrices(
    tx,
    judged.prices.map((price) => ({ ...price, version_id: id })),
  );
  if (input.effectiveFrom) {
    const from = new Date(Math.max(input.effectiveFrom.getTime(), ctx.now.getTime()));
    await markPublished(tx, id, {
      effective_from: from,
      published_by: actorId(ctx.actor) ?? row.created_by,
      published_at: ctx.now,
    });
  }
  return id;
}

/** Models and variants the list brings, as rows of the catalogue. */
async function addToCatalog(tx: Tx, ctx: Ctx, additions: Additions): Promise<void> {
  const { models, variants } = additions;
  if (models.length === 0 && variants.length === 0) return;
  const names = [...new Set(models.map((model) => model.brand))];
  const brands = await saveBrands(
    tx,
    names.map((name) => ({ id: ctx.newId('brd'), slug: modelSlug(name, name), name, rank: 1_000 })),
  );
  await saveModels(
    tx,
    models.map((model) => ({
      id: model.id,
      brand_id: brands.get(model.brand) ?? '',
      category: model.category,
      slug: model.slug,
      name: model.name,
      aliases: [],
      colours: [],
      released_on: null,
      rank: 900,
      ...searchTexts(model.brand, model.name, []),
      source: 'import' as const,
      created_at: ctx.now,
    })),
  );
  const rows = [
    ...variants.map((variant) => ({ ...variant, position: 50 })),
    ...models.flatMap((model) =>
      model.variants.map((variant, position) => ({ ...variant, model_id: model.id, position })),
    ),
  ];
  await saveVariants(
    tx,
    rows.map((row) => ({ ...row, memory_gb: null, connectivity: null, size: null })),
  );
}
