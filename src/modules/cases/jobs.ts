/** The sweeper: every few seconds it rings what is due, each deadline in a transaction of its own. */
import type { JobRun } from '../../platform/jobs.ts';
import { refuseDeadline, ringDeadline } from './actions/deadlines.ts';
import { dueDeadlines } from './store/deadlines.ts';

const BATCH = 200;

/** Rings every deadline due now; gives how many rang. A failing one is logged and left for the next sweep. */
export async function sweepDeadlines(run: JobRun): Promise<number> {
  let rung = 0;
  for (;;) {
    const due = await dueDeadlines(run.postgres.db, run.ctx().now, BATCH);
    let progress = 0;
    for (const deadline of due) {
      try {
        const outcome = await run.postgres.transact((tx) => ringDeadline(tx, run.ctx(), deadline));
        progress += 1;
        if (outcome.ok) continue;
        run.log.warn({ deadline: deadline.id, code: outcome.code }, 'a clock’s move was refused');
        await run.postgres.transact((tx) => refuseDeadline(tx, deadline, outcome.code));
      } catch (error) {
        run.log.error({ deadline: deadline.id, error }, 'a deadline failed');
      }
    }
    rung += progress;
    if (due.length < BATCH || progress === 0) return rung;
  }
}
