/** Fills and closes a batch: many transactions, one per payout, so that no move's transaction crosses cases. */
import type { Ctx } from '../../kernel/actor.ts';
import { refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Postgres } from '../../platform/postgres.ts';
import type { Keyring } from '../../platform/secrets.ts';
import { closeBatch, refuseEntry, takeEntry } from './actions/batch.ts';
import { pendingEntries, readBatch } from './store/batches.ts';

export type FillRun = {
  readonly postgres: Postgres;
  /** A fresh context, with the instant of the call. */
  readonly ctx: () => Ctx;
  readonly keyring: Keyring;
  /** Asked before each payout; true ends the run early, and what is pending stays pending. */
  readonly stop: () => boolean;
};

/** The person who ordered the batch is who takes its payouts: their right to was checked when they ordered it. */
function asOrderer(ctx: Ctx, staffId: string): Ctx {
  return {
    ...ctx,
    actor: { kind: 'staff', id: staffId, name: '', permissions: new Set(['payout.submit']) },
  };
}

async function takeOne(run: FillRun, staffId: string, batchId: string, payoutId: string): Promise<void> {
  const outcome = await run.postgres.transact((tx) =>
    takeEntry(tx, asOrderer(run.ctx(), staffId), batchId, payoutId),
  );
  // A lost race for a lock says nothing about the payout: it stays pending for the next run.
  if (outcome.ok || outcome.code === 'busy') return;
  const noted = await run.postgres.transact((tx) => refuseEntry(tx, batchId, payoutId, outcome));
  if (!noted.ok) throw new Error(`the refusal of ${payoutId} could not be noted: ${noted.code}`);
}

/**
 * Takes what is pending in a batch, then closes it. May run several times and in several processes at once: each
 * payout is taken once. Gives how many are still pending. Refuses `batch_not_found`.
 */
export async function fillBatch(run: FillRun, batchId: string): Promise<Outcome<{ pending: number }>> {
  const batch = await readBatch(run.postgres.db, batchId);
  if (!batch) return refuse('batch_not_found', 'There is no such batch.', 'not_found');
  for (const payoutId of await pendingEntries(run.postgres.db, batchId)) {
    if (run.stop()) break;
    await takeOne(run, batch.created_by, batchId, payoutId);
  }
  const pending = (await pendingEntries(run.postgres.db, batchId)).length;
  if (pending === 0) {
    const closed = await run.postgres.transact((tx) => closeBatch(tx, run.ctx(), batchId, run.keyring));
    if (!closed.ok) return closed;
  }
  return { ok: true, value: { pending } };
}
