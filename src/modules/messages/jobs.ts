/** Delivering messages: render, hand to the mail port, record. Nothing is sent twice by itself. */
import type { Outcome } from '../../kernel/outcome.ts';
import type { Handlers, JobRun } from '../../platform/jobs.ts';
import { forbidInsideTransaction, type Reader } from '../../platform/postgres.ts';
import type { Attachment, EmailPort } from '../../ports/email.ts';
import { loadShop } from '../identity/shop.ts';
import { renderMessage } from './render.ts';
import { headerText, isMessageEvent } from './rules.ts';
import {
  claimMessage,
  closeMessage,
  readMessage,
  readTemplate,
  type AttachmentRef,
  type MessageRow,
  type Rendered,
} from './store.ts';

declare module '../../platform/jobs.ts' {
  interface JobPayloads {
    'messages.deliver': { message_id: string };
  }
}

export type MessageJobs = {
  readonly email: EmailPort;
  /** Host of our own Message-IDs. */
  readonly host: string;
  /** The link this message carries, made when it is delivered so that no link lies about in the database. */
  readonly linkFor: (message: MessageRow, run: JobRun) => Promise<string>;
  /** Makes an attachment's file; a refusal leaves it out and is logged. */
  readonly attach: (reader: Reader, ref: AttachmentRef) => Promise<Outcome<Attachment>>;
};

const STATE_OF = {
  sent: 'sent',
  kept: 'outbox',
  refused: 'failed',
  later: 'failed',
  unknown: 'unknown',
} as const;

async function rendered(jobs: MessageJobs, message: MessageRow, run: JobRun): Promise<Rendered | null> {
  if (!isMessageEvent(message.event)) return null;
  const own = await readTemplate(run.postgres.db, message.event, message.locale);
  if (own && !own.enabled) return null;
  return renderMessage(message.event, message.locale, message.data, await jobs.linkFor(message, run), own);
}

async function attachments(jobs: MessageJobs, message: MessageRow, run: JobRun): Promise<Attachment[]> {
  const files: Attachment[] = [];
  for (const ref of message.attachments) {
    const made = await jobs.attach(run.postgres.db, ref);
    if (made.ok) files.push(made.value);
    else run.log.warn({ message: message.id, kind: ref.kind, code: made.code }, 'an attachment was left out');
  }
  return files;
}

/** Delivers one message. Throws only to be tried again: when the mail server says “not now”. */
export async function deliver(jobs: MessageJobs, id: string, run: JobRun): Promise<void> {
  const { db } = run.postgres;
  const message = await readMessage(db, id);
  if (!message || !(await claimMessage(db, id, `<${id}@${jobs.host}>`))) return;
  const at = () => run.ctx().now;
  const mail = await rendered(jobs, message, run);
  if (!mail)
    return await closeMessage(db, id, {
      state: 'failed',
      error: 'Switched off in the templates.',
      at: at(),
      rendered: null,
    });
  const shop = await loadShop(db);
  forbidInsideTransaction('the mail server');
  const files = await attachments(jobs, message, run);
  const delivery = await jobs.email.deliver({
    to: { name: headerText(message.data.customer) || null, address: message.to_address },
    ...mail,
    locale: message.locale,
    messageId: `<${id}@${jobs.host}>`,
    replyTo: shop.email,
    attachments: files,
  });
  const error = delivery.state === 'sent' || delivery.state === 'kept' ? null : delivery.detail;
  const again = delivery.state === 'later' && !run.lastAttempt;
  await closeMessage(db, id, {
    state: again ? 'queued' : STATE_OF[delivery.state],
    error,
    at: at(),
    rendered: mail,
  });
  if (again) throw new Error(`mail ${id}: ${delivery.detail}`);
}

export function messageJobs(jobs: MessageJobs): Pick<Handlers, 'messages.deliver'> {
  return { 'messages.deliver': (payload, run) => deliver(jobs, payload.message_id, run) };
}
