/** What delivering mails needs of the app: the port, the link each mail carries, its attachments. */
import { outboxEmail } from '../adapters/email/outbox.ts';
import { smtpEmail } from '../adapters/email/smtp.ts';
import { ok } from '../kernel/outcome.ts';
import { makeLink } from '../modules/identity/links.ts';
import type { MessageJobs } from '../modules/messages/jobs.ts';
import type { MessageRow } from '../modules/messages/store.ts';
import type { JobRun } from '../platform/jobs.ts';
import type { EmailPort } from '../ports/email.ts';
import type { JobDeps } from './job-deps.ts';
import { kitOf } from './kit.ts';
import { customerOf } from './mail-facts.ts';

/** Events whose link leads to the half-way quote instead of the status page. */
const RESUME: ReadonlySet<string> = new Set([
  'quote_made',
  'quote_reminder',
  'quote_abandoned',
  'offer_expired',
]);

async function linkFor(baseUrl: string, message: MessageRow, run: JobRun): Promise<string> {
  const customerId = message.case_id ? await customerOf(run.postgres.db, message.case_id) : null;
  if (!message.case_id || !customerId) return baseUrl;
  const caseId = message.case_id;
  const made = await run.postgres.transact(async (tx) =>
    ok(
      await makeLink(tx, run.ctx(), {
        purpose: RESUME.has(message.event) ? 'resume' : 'portal',
        caseId,
        customerId,
        power: 'act',
      }),
    ),
  );
  return made.ok ? `${baseUrl}${made.value.path}` : baseUrl;
}

/** Addresses that exist nowhere by agreement (RFC 2606): those of the demo's customers. */
const NOWHERE = /[@.](example|invalid|test)$/i;

/** Real mail, but what goes to invented people stays in the outbox. */
function sparingInvented(email: EmailPort): EmailPort {
  return {
    deliver: (mail) =>
      NOWHERE.test(mail.to.address)
        ? Promise.resolve({ state: 'kept', detail: 'This address is an invented one.' })
        : email.deliver(mail),
  };
}

/** Mail by SMTP where it is configured, else kept in the outbox. */
export function emailOf({ config }: JobDeps): MessageJobs {
  return {
    email:
      config.smtpUrl && config.mailFrom
        ? sparingInvented(smtpEmail({ url: config.smtpUrl, from: config.mailFrom }))
        : outboxEmail(),
    host: new URL(config.baseUrl).hostname,
    linkFor: (message, run) => linkFor(config.baseUrl, message, run),
    attach: async (reader, ref) => {
      const kit = await kitOf(reader, ref.case_id, 'a4');
      return kit.ok
        ? ok({ filename: kit.value.filename, contentType: 'application/pdf', content: kit.value.pdf })
        : kit;
    },
  };
}
