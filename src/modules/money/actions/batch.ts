/**
 * Batches of bank payouts. A batch is ordered in one transaction, then filled one payout at a time, each in a
 * transaction of its own case, and closed with the hash of its file. Killed at any point, the job goes on from there.
 */
import { createHash } from 'node:crypto';
import type { Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { unseal, type Keyring } from '../../../platform/secrets.ts';
import { batchCsv } from '../batch-file.ts';
import { mustBeAbleTo } from '../rules/payouts.ts';
import {
  candidates,
  closeBatchRow,
  fileRows,
  insertBatch,
  lockOpenBatch,
  markEntry,
  pendingEntries,
  readBatch,
  type FileRow,
} from '../store/batches.ts';
import { insertAccountView } from '../store/payouts.ts';
import { submitPayout } from './settle.ts';

/** Most payouts in one file. */
const MOST = 2_000;

export type Skipped = { readonly payoutId: string; readonly code: string; readonly why: string };
export type Ordered = {
  readonly batchId: string;
  readonly number: string;
  readonly wanted: number;
  readonly skipped: readonly Skipped[];
};

/**
 * Orders a batch of the named bank payouts, or (null) of all that are ready, 2,000 at most; of one currency, that of
 * the oldest. Needs `payout.submit`. Payouts that cannot enter are told with the reason. Refuses `nothing_to_batch`.
 */
export async function orderBatch(
  tx: Tx,
  ctx: Ctx,
  payoutIds: readonly string[] | null,
): Promise<Outcome<Ordered>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.submit');
  if (!may.ok) return may;
  if (ctx.actor.kind !== 'staff')
    return refuse('staff_only', 'Only a person can order a batch.', 'forbidden');
  const found = await candidates(tx, payoutIds, MOST);
  const currency = found[0]?.currency;
  const wanted = found.filter((p) => p.currency === currency).map((p) => p.id);
  if (currency === undefined)
    return refuse('nothing_to_batch', 'No bank payout is ready that is not in a batch already.');
  const batchId = ctx.newId('bat');
  const row = { id: batchId, currency, created_by: ctx.actor.id, created_at: ctx.now };
  const { number, taken } = await insertBatch(tx, row, wanted);
  if (taken.length === 0)
    return refuse('nothing_to_batch', 'Somebody else has just put these payouts into a batch.');
  await enqueue(tx, 'money.fill_batch', { batch_id: batchId }, { key: `batch:${batchId}` });
  const inBatch = new Set(taken);
  const others = new Set(found.filter((p) => p.currency !== currency).map((p) => p.id));
  const asked = payoutIds ?? found.map((p) => p.id);
  const skipped = [...new Set(asked)]
    .filter((id) => !inBatch.has(id))
    .map((payoutId) =>
      others.has(payoutId)
        ? { payoutId, code: 'other_currency', why: `A file has one currency; this one has ${currency}.` }
        : {
            payoutId,
            code: 'payout_not_ready',
            why: 'It is no bank payout that is ready, or it is in a batch already.',
          },
    );
  return ok({ batchId, number, wanted: taken.length, skipped });
}

/**
 * Takes one payout into its batch: submitted, with its items, and marked, all in this transaction. Refuses what
 * `submitPayout` says, and `entry_done` when another process did it.
 */
export async function takeEntry(tx: Tx, ctx: Ctx, batchId: string, payoutId: string): Promise<Outcome<null>> {
  const submitted = await submitPayout(tx, ctx, { payoutId, batchId });
  if (!submitted.ok) return submitted;
  return (await markEntry(tx, batchId, payoutId, { state: 'taken' }))
    ? ok(null)
    : refuse('entry_done', 'This payout was dealt with already.');
}

/** Notes why a payout could not enter its batch, which frees it for another; nothing when it was dealt with already. */
export async function refuseEntry(
  tx: Tx,
  batchId: string,
  payoutId: string,
  no: { code: string; why: string },
): Promise<Outcome<null>> {
  await markEntry(tx, batchId, payoutId, { state: 'refused', code: no.code, why: no.why });
  return ok(null);
}

function fileOf(number: string, rows: readonly FileRow[], keyring: Keyring): { csv: string; sha256: string } {
  const lines = rows.map((row) => ({
    reference: row.reference,
    number: row.number,
    holder: row.holder,
    iban: unseal(row.sealed, keyring),
    amountMinor: row.amount_minor,
    currency: row.currency,
  }));
  const csv = batchCsv(number, lines);
  return { csv, sha256: createHash('sha256').update(csv, 'utf8').digest('hex') };
}

/** Closes a batch once nothing is pending: counts, total and the hash of its file are kept. Nothing when it is closed. */
export async function closeBatch(
  tx: Tx,
  ctx: Ctx,
  batchId: string,
  keyring: Keyring,
): Promise<Outcome<null>> {
  const batch = await lockOpenBatch(tx, batchId);
  if (!batch || (await pendingEntries(tx, batchId)).length > 0) return ok(null);
  const rows = await fileRows(tx, batchId);
  await closeBatchRow(tx, batchId, {
    payouts: rows.length,
    total_minor: rows.reduce((sum, row) => sum + row.amount_minor, 0),
    sha256: rows.length > 0 ? fileOf(batch.number, rows, keyring).sha256 : null,
    at: ctx.now,
  });
  return ok(null);
}

/**
 * The file of a closed batch: the same bytes each time, checked against the kept hash. Needs `payout.submit`, and
 * the view of its account numbers is logged. Refuses `batch_not_found`, `batch_open`, `batch_empty`.
 */
export async function batchFile(
  tx: Tx,
  ctx: Ctx,
  batchId: string,
  keyring: Keyring,
): Promise<Outcome<{ name: string; csv: string; sha256: string }>> {
  const may = mustBeAbleTo(ctx.actor, 'payout.submit');
  if (!may.ok) return may;
  if (ctx.actor.kind !== 'staff') return refuse('staff_only', 'Only a person can take a file.', 'forbidden');
  const batch = await readBatch(tx, batchId);
  if (!batch) return refuse('batch_not_found', 'There is no such batch.', 'not_found');
  if (batch.state === 'open')
    return refuse('batch_open', 'This batch is still being filled: try again in a moment.');
  if (batch.state === 'empty') return refuse('batch_empty', 'No payout could enter this batch.');
  const file = fileOf(batch.number, await fileRows(tx, batchId), keyring);
  if (file.sha256 !== batch.sha256)
    throw new Error(`the file of batch ${batch.number} is not what it was when it was closed`);
  await insertAccountView(tx, {
    id: ctx.newId('evt'),
    case_id: null,
    payout_id: null,
    batch_id: batchId,
    staff_id: ctx.actor.id,
    at: ctx.now,
    request_id: ctx.requestId,
  });
  return ok({ name: `payouts-${batch.number}.csv`, ...file });
}
