/** Work on money that happens after the transaction that asked for it. */
import type { Handlers, JobRun } from '../../platform/jobs.ts';
import type { Keyring } from '../../platform/secrets.ts';
import { markPaid } from './actions/settle.ts';
import { fillBatch } from './fill-batch.ts';

declare module '../../platform/jobs.ts' {
  interface JobPayloads {
    /** A payout that needs nobody outside (store credit, nothing at all) settles itself. */
    'money.settle': { payout_id: string };
    /** A batch of bank payouts goes on being filled until it is closed. */
    'money.fill_batch': { batch_id: string };
  }
}

/** Pays one payout as the machine. A refusal (cancelled meanwhile, paid by hand, needs release) is an end, not an error. */
export async function settleJob(payload: { payout_id: string }, run: JobRun): Promise<void> {
  const ctx = { ...run.ctx(), actor: { kind: 'system' as const } };
  const outcome = await run.postgres.transact((tx) => markPaid(tx, ctx, { payoutId: payload.payout_id }));
  if (outcome.ok) return;
  if (outcome.code === 'busy') throw new Error(`payout ${payload.payout_id} is busy`);
  run.log.info({ payout: payload.payout_id, code: outcome.code }, 'a payout did not settle itself');
}

/** Fills a batch; throws while something is pending, so that the queue brings it back. */
export async function fillBatchJob(
  payload: { batch_id: string },
  run: JobRun,
  keyring: Keyring,
): Promise<void> {
  const { postgres, ctx, signal } = run;
  const outcome = await fillBatch({ postgres, ctx, keyring, stop: () => signal.aborted }, payload.batch_id);
  if (!outcome.ok) throw new Error(`batch ${payload.batch_id}: ${outcome.code}`);
  if (outcome.value.pending > 0)
    throw new Error(`batch ${payload.batch_id}: ${outcome.value.pending} payouts still pending`);
}

/** The handlers of this module, for app/jobs.ts. */
export function moneyJobs(keyring: Keyring): Pick<Handlers, 'money.settle' | 'money.fill_batch'> {
  return {
    'money.settle': settleJob,
    'money.fill_batch': (payload, run) => fillBatchJob(payload, run, keyring),
  };
}
