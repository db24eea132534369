/** A price list comes in: stored, looked at, its columns read by the source's mapping or a guess. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import { readPriceList, type PriceList } from '../csv.ts';
import { checkMapping, guessMapping, readCondition, type Mapping } from '../rules/price-list/mapping.ts';
import {
  insertImport,
  lockImport,
  readContent,
  readImport,
  readSourceByName,
  saveSource,
  updateImport,
  type ImportRow,
} from '../store/imports.ts';

export const NO_IMPORT = refuse('import_unknown', 'There is no such import.', 'not_found');

export type UploadInput = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of the book the prices go to; default the shop's. */
  readonly currency?: string | null;
  readonly source?: string | null;
  readonly addModels?: boolean;
};

/**
 * Takes a list. Refuses what `readPriceList` says. Where the columns say nothing, the import has no mapping yet: give it
 * one with `configureImport`.
 */
export async function uploadPriceList(tx: Tx, ctx: Ctx, input: UploadInput): Promise<Outcome<ImportRow>> {
  const no = requirePermission(ctx.actor, 'prices.edit');
  if (no) return no;
  const list = readPriceList(input.bytes);
  if (!list.ok) return list;
  const source = input.source ? await readSourceByName(tx, input.source) : undefined;
  const known = source && checkMapping(source.mapping, list.value.headings);
  const mapping = known?.ok ? known : guessOf(list.value);
  const id = ctx.newId('imp');
  const sourceId =
    input.source && mapping.ok
      ? await saveSource(tx, {
          id: ctx.newId('src'),
          name: input.source,
          mapping: mapping.value,
          at: ctx.now,
        })
      : (source?.id ?? null);
  await insertImport(tx, {
    id,
    source_id: sourceId,
    file_name: input.fileName.slice(0, 200) || 'list.csv',
    content: Buffer.from(input.bytes),
    currency: (input.currency ?? (await loadShop(tx)).currency).toUpperCase(),
    mapping: mapping.ok ? mapping.value : null,
    add_models: input.addModels ?? false,
    rows_total: list.value.rows.length,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  });
  return found(await readImport(tx, id));
}

function guessOf(list: PriceList): Outcome<Mapping> {
  return guessMapping(
    list.headings,
    list.rows.slice(0, 5_000).map((row) => row.cells),
  );
}

function found(row: ImportRow | undefined): Outcome<ImportRow> {
  return row ? ok(row) : NO_IMPORT;
}

export type ImportChoices = {
  readonly id: string;
  readonly version: number | null;
  readonly mapping?: Mapping;
  readonly currency?: string;
  readonly addModels?: boolean;
  /** Name of the source the mapping is saved for. */
  readonly source?: string | null;
};

/** Changes how a list is read. What was checked before has to be checked again. Refuses what `checkMapping` says. */
export async function configureImport(tx: Tx, ctx: Ctx, choices: ImportChoices): Promise<Outcome<ImportRow>> {
  const open = await openImport(tx, ctx, choices.id, choices.version);
  if (!open.ok) return open;
  const mapping = choices.mapping ?? open.value.mapping;
  if (choices.mapping) {
    const list = await storedList(tx, choices.id);
    if (!list.ok) return list;
    const checked = checkMapping(choices.mapping, list.value.headings);
    if (!checked.ok) return checked;
  }
  const source =
    choices.source && mapping
      ? await saveSource(tx, { id: ctx.newId('src'), name: choices.source, mapping, at: ctx.now })
      : open.value.source_id;
  await updateImport(tx, choices.id, {
    state: 'uploaded',
    mapping,
    source_id: source,
    currency: choices.currency ?? open.value.currency,
    add_models: choices.addModels ?? open.value.add_models,
    report: null,
    failure: null,
    rows_done: 0,
  });
  return found(await readImport(tx, choices.id));
}

/** The list of an import, as it came. Refuses `import_unknown`, and `import_over` when the file is gone. */
export async function storedList(reader: Reader, id: string): Promise<Outcome<PriceList>> {
  const content = await readContent(reader, id);
  if (content) return readPriceList(content);
  return (await readImport(reader, id))
    ? refuse('import_over', 'This import is applied; its file is no longer kept.', 'conflict')
    : NO_IMPORT;
}

async function openImport(tx: Tx, ctx: Ctx, id: string, version: number | null): Promise<Outcome<ImportRow>> {
  const no = requirePermission(ctx.actor, 'prices.edit');
  if (no) return no;
  const row = await lockImport(tx, id);
  if (!row) return NO_IMPORT;
  if (row.state === 'applied') return refuse('import_over', 'This import is applied already.', 'conflict');
  if (row.state === 'checking' || row.state === 'applying')
    return refuse('import_running', 'This import is under way: wait for it.', 'conflict');
  if (version !== null && version !== row.version)
    return refuse('stale_version', 'Somebody changed it meanwhile: look again.', 'stale', {
      more: { current_version: row.version },
    });
  return ok(row);
}

export type StartInput = {
  readonly id: string;
  readonly version: number | null;
  /** False is the dry run: it says what would happen and changes no price. */
  readonly apply: boolean;
  /** Publish the new version from this instant on; null leaves a draft. */
  readonly effectiveFrom?: Date | null;
  /** Prices in force that the list does not name. */
  readonly missing?: 'keep' | 'drop';
};

/** Lets a worker check or apply the list. Refuses `mapping_unclear` while nobody said how to read it. */
export async function startImport(tx: Tx, ctx: Ctx, input: StartInput): Promise<Outcome<ImportRow>> {
  const open = await openImport(tx, ctx, input.id, input.version);
  if (!open.ok) return open;
  if (!open.value.mapping)
    return refuse('mapping_unclear', 'Say first which column holds what.', 'conflict', { field: 'mapping' });
  await updateImport(tx, input.id, {
    state: input.apply ? 'applying' : 'checking',
    rows_done: 0,
    failure: null,
  });
  await enqueue(tx, 'catalog.import', {
    import_id: input.id,
    apply: input.apply,
    effective_from: input.effectiveFrom?.toISOString() ?? null,
    missing: input.missing ?? 'keep',
  });
  return found(await readImport(tx, input.id));
}

/** What the form that maps columns shows: headings, first rows, and the words found for conditions and currencies. */
export async function previewImport(reader: Reader, id: string) {
  const list = await storedList(reader, id);
  if (!list.ok) return list;
  const row = await readImport(reader, id);
  const { headings, rows, encoding, separator } = list.value;
  const valuesOf = (heading: string | null | undefined): string[] => {
    const at = heading ? headings.indexOf(heading) : -1;
    return at < 0 ? [] : [...new Set(rows.map((r) => (r.cells[at] ?? '').trim()))].slice(0, 50);
  };
  const conditions = valuesOf(row?.mapping?.condition).map((word) => ({
    word,
    means: readCondition(word, row?.mapping?.conditions),
  }));
  return ok({
    encoding,
    separator,
    headings,
    rows: rows.slice(0, 8).map((r) => r.cells),
    conditions,
    currencies: valuesOf(row?.mapping?.currency),
  });
}
