/** `reprise prices import FILE`: reads a price list and says what became of every row. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { importPrices, importSummary } from '../../modules/catalog/import-prices.ts';
import type { Desk } from './desk.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  'add-models': { type: 'boolean' },
  draft: { type: 'boolean' },
  source: { type: 'string' },
  currency: { type: 'string' },
} as const;

/** Prints totals, reasons and the difference to the prices in force. 1 when the list was refused, 2 for wrong words. */
export async function importPriceList(desk: Desk, args: readonly string[]): Promise<number> {
  let words;
  try {
    words = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    desk.say(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const file = words.positionals[0];
  if (!file) {
    desk.say('Name the file: reprise prices import FILE [--dry-run]');
    return 2;
  }
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    desk.say(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const { values } = words;
  const started = performance.now();
  const done = await importPrices(desk.postgres, desk.ctx(), {
    fileName: basename(file),
    bytes,
    dryRun: values['dry-run'] ?? false,
    addModels: values['add-models'] ?? false,
    draft: values.draft ?? false,
    source: values.source ?? null,
    currency: values.currency ?? null,
    onProgress: (at, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\r  ${at} of ${of} rows`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (!done.ok) {
    desk.say(`${done.why}${done.field ? ` (${done.field})` : ''}`);
    return 1;
  }
  for (const line of importSummary(done.value.report)) desk.say(line);
  desk.say(
    `${values['dry-run'] ? 'Dry run: nothing was changed' : 'Done'}, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
  return 0;
}
