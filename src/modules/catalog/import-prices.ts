/** `reprise prices import FILE`: the whole import at once, for the command line. */
import type { Ctx } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { ok } from '../../kernel/outcome.ts';
import type { Postgres } from '../../platform/postgres.ts';
import { runImport } from './actions/run-import.ts';
import { uploadPriceList } from './actions/upload.ts';
import { reasonText } from './rules/price-list/reasons.ts';
import type { Report } from './rules/price-list/verdicts.ts';

export type ImportPricesInput = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  /** Saves and uses the column mapping of this name. */
  readonly source?: string | null;
  /** Of the book; default the shop's. */
  readonly currency?: string | null;
  readonly addModels?: boolean;
  /** Leave a draft instead of publishing at once. */
  readonly draft?: boolean;
  /** When the published version begins to count; default now. */
  readonly effectiveFrom?: Date | null;
  readonly missing?: 'keep' | 'drop';
  readonly onProgress?: (done: number, of: number) => void;
};

export type ImportPricesResult = {
  readonly importId: string;
  readonly report: Report;
  readonly versionId: string | null;
};

/**
 * Reads a price list and, unless it is a dry run, makes a new version of the book of it, published at once or left a draft.
 * Refuses what cannot be read, naming the line, and `mapping_unclear` where the headings do not say what is what.
 */
export async function importPrices(
  postgres: Postgres,
  ctx: Ctx,
  input: ImportPricesInput,
): Promise<Outcome<ImportPricesResult>> {
  const uploaded = await postgres.transact((tx) => uploadPriceList(tx, ctx, input));
  if (!uploaded.ok) return uploaded;
  const importId = uploaded.value.id;
  const done = await runImport(
    { postgres, ctx, onProgress: input.onProgress },
    {
      importId,
      apply: !input.dryRun,
      effectiveFrom: input.draft ? null : (input.effectiveFrom ?? ctx.now),
      missing: input.missing ?? 'keep',
    },
  );
  return done.ok ? ok({ importId, ...done.value }) : done;
}

/** A report as lines for a terminal: totals, each currency, each reason with its meaning, and the diff. */
export function importSummary(report: Report): string[] {
  const { diff } = report;
  const lines = [
    `${report.rows} prices read: ${report.matched} taken, ${report.unchanged} unchanged, ${report.merged} merged, ${report.refused} refused`,
    ...Object.entries(report.by_currency).map(
      ([currency, one]) =>
        `  ${currency}: ${one.rows} rows, ${one.matched} taken, ${one.unchanged} unchanged, ${one.merged} merged, ${one.refused} refused`,
    ),
    ...Object.entries(report.by_reason)
      .toSorted((a, b) => b[1] - a[1])
      .map(([reason, count]) => `  ${String(count).padStart(6)}  ${reason}: ${reasonText(reason)}`),
    `Against the prices in force: ${diff.new} new, ${diff.changed} changed, ${diff.unchanged} unchanged, ${diff.dropped} not in the list`,
  ];
  if (report.new_models + report.new_variants > 0)
    lines.push(
      `New in the catalogue: ${report.new_models} models, ${report.new_variants} storages of known ones`,
    );
  return lines;
}
