/** Looks into the connected mailbox every minute; what is kept here is marked as read there, the rest comes again. */
import { ok } from '../../../kernel/outcome.ts';
import type { Handlers, JobRun } from '../../../platform/jobs.ts';
import { forbidInsideTransaction, type Reader } from '../../../platform/postgres.ts';
import type { Fetched, Handed, InboundMailPort } from '../../../ports/inbound-mail.ts';
import type { FileStore } from '../../cases/http/stored-files.ts';
import { noteHealth, type Connection } from '../../identity/connections.ts';
import { receiveMail } from '../actions/receive-mail.ts';

declare module '../../../platform/jobs.ts' {
  interface JobPayloads {
    'messages.fetch_inbound': Record<string, never>;
  }
}

export type InboundJobs = {
  readonly files: FileStore;
  /** The mailbox that is connected, null without one; its port is null when its settings cannot be read. */
  readonly mailbox: (
    reader: Reader,
  ) => Promise<{ readonly connection: Connection; readonly port: InboundMailPort | null } | null>;
};

/** Takes one mail in. One that cannot be kept is no reason to leave the others: it stays new in the mailbox. */
async function take(jobs: InboundJobs, run: JobRun, raw: Uint8Array): Promise<Handed> {
  if (run.signal.aborted) return 'later';
  try {
    const done = await receiveMail({ postgres: run.postgres, files: jobs.files }, run.ctx(), raw, 'imap');
    if (done.ok) return 'kept';
    run.log.warn({ code: done.code, why: done.why }, 'a mail could not be taken in');
  } catch (error) {
    run.log.error({ error }, 'a mail could not be taken in');
  }
  return 'later';
}

function faultOf(fetched: Fetched, refused: number): string | null {
  if (fetched.state === 'failed') return fetched.detail;
  return refused > 0 ? `${refused} mails could not be taken in; they stay new in the mailbox.` : null;
}

async function fetchInbound(jobs: InboundJobs, run: JobRun): Promise<void> {
  const found = await jobs.mailbox(run.postgres.db);
  if (!found) return;
  forbidInsideTransaction('the mailbox');
  let refused = 0;
  const fetched: Fetched = found.port
    ? await found.port.fetch(async (raw) => {
        const handed = await take(jobs, run, raw);
        if (handed === 'later') refused += 1;
        return handed;
      })
    : { state: 'failed', detail: 'The settings of this mailbox cannot be read.' };
  const fault = faultOf(fetched, refused);
  if (fault) run.log.warn({ fault }, 'mail could not be fetched');
  await run.postgres.transact(async (tx) => ok(await noteHealth(tx, run.ctx().now, found.connection, fault)));
}

export function inboundJobs(jobs: InboundJobs): Pick<Handlers, 'messages.fetch_inbound'> {
  return { 'messages.fetch_inbound': (_, run) => fetchInbound(jobs, run) };
}
