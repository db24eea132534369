/** Job name → handler, and what runs again and again. */
import { catalogJobs } from '../modules/catalog/jobs.ts';
import { sweepDeadlines } from '../modules/cases/jobs.ts';
import { sweepStoredBytes } from '../modules/cases/jobs/stored-bytes.ts';
import { sweepIdentity } from '../modules/identity/actions/settings.ts';
import { checkJobs } from '../modules/inspection/jobs.ts';
import { messageJobs } from '../modules/messages/jobs.ts';
import { chatJobs } from '../modules/messages/jobs/chat.ts';
import { inboundJobs } from '../modules/messages/jobs/inbound.ts';
import { keysOfMails } from '../modules/messages/store/kept-mails.ts';
import { moneyJobs } from '../modules/money/jobs.ts';
import { forgetOldKeys } from '../platform/http/idempotency.ts';
import type { Handlers, JobRun, Recurring } from '../platform/jobs.ts';
import { chatOf } from './chat.ts';
import { demoJobs } from './demo-job.ts';
import { deviceChecks } from './device-check.ts';
import { emailOf } from './email.ts';
import { inboundMail } from './inbound-mail.ts';
import type { JobDeps } from './job-deps.ts';

declare module '../platform/jobs.ts' {
  interface JobPayloads {
    /** Rings every clock that is due. */
    'cases.sweep': Record<string, never>;
    /** Removes bytes from the storage that nothing names. */
    'cases.sweep_stored_bytes': Record<string, never>;
    /** Forgets sessions, codes and idempotency keys that are over. */
    'app.sweep_out': Record<string, never>;
  }
}

async function sweepOut(run: JobRun): Promise<void> {
  await forgetOldKeys(run.postgres.db, run.ctx().now);
  await run.postgres.transact((tx) => sweepIdentity(tx, run.ctx()));
}

/** One handler for each job name; the compiler refuses a name nobody serves. */
export function jobHandlers(deps: JobDeps): Handlers {
  return {
    ...moneyJobs(deps.keyring),
    ...messageJobs(emailOf(deps)),
    ...chatJobs(chatOf(deps)),
    ...inboundJobs(inboundMail(deps)),
    ...checkJobs(deviceChecks(deps)),
    ...catalogJobs(),
    ...demoJobs(deps),
    'cases.sweep': async (_, run) => void (await sweepDeadlines(run)),
    'cases.sweep_stored_bytes': async (_, run) =>
      void (await sweepStoredBytes(run, deps.storage, [keysOfMails])),
    'app.sweep_out': (_, run) => sweepOut(run),
  };
}

/** Clocks are swept every two seconds; what is over is swept out every hour, the storage once a day. */
export const RECURRING: readonly Recurring[] = [
  { name: 'cases.sweep', everySeconds: 2 },
  { name: 'messages.sweep', everySeconds: 600 },
  { name: 'messages.sweep_chat', everySeconds: 600 },
  { name: 'messages.fetch_inbound', everySeconds: 60 },
  { name: 'inspection.stop_waiting', everySeconds: 60 },
  { name: 'app.sweep_out', everySeconds: 3600 },
  { name: 'cases.sweep_stored_bytes', everySeconds: 86_400 },
];
