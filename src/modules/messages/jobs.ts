/**
 * Delivering messages: render, take, hand to the mail port, record. A message is `sending` only while it is being
 * handed over; whoever finds one so that was left there cannot know whether it arrived, so nothing is sent twice by
 * itself: it becomes `unknown`, and a person decides.
 */
import { ok, type Outcome } from '../../kernel/outcome.ts';
import { after, MINUTE } from '../../kernel/time.ts';
import type { Handlers, JobRun } from '../../platform/jobs.ts';
import { forbidInsideTransaction, type Reader } from '../../platform/postgres.ts';
import type { Attachment, Delivery, Email, EmailPort } from '../../ports/email.ts';
import { loadShop } from '../identity/shop.ts';
import { needsLink, renderLetter, renderMessage } from './render.ts';
import { isMessageEvent, NEVER_SILENT, tidy, WORTH_MS, withoutSecrets } from './rules.ts';
import { LETTER } from './rules/letters.ts';
import {
  claimMessage,
  closeForsaken,
  closeMessage,
  readMessage,
  readTemplate,
  type AttachmentRef,
  type End,
  type MessageRow,
  type Rendered,
} from './store.ts';

declare module '../../platform/jobs.ts' {
  interface JobPayloads {
    'messages.deliver': { message_id: string };
    /** Closes messages whose job is gone. */
    'messages.sweep': Record<string, never>;
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
} as const satisfies Record<Delivery['state'], MessageRow['state']>;

const LEFT_ALONE = 'The sending was cut off. It may have arrived; send it again if the customer has nothing.';

type Letter = {
  readonly rendered: Rendered;
  /** The link it carries, whose token is not kept. */
  readonly link: string | null;
  /** What is wrong with the shop's own template, when the built-in text had to serve instead. */
  readonly fault: string | null;
};

/** Renders in the shop's own words; a broken template of its own is no reason to leave the customer without a letter. */
async function letterFor(
  jobs: MessageJobs,
  message: MessageRow,
  run: JobRun,
): Promise<Letter | { off: string }> {
  const { event, locale, data } = message;
  if (event === LETTER && data.letter) {
    const link = await jobs.linkFor(message, run);
    return { rendered: renderLetter(locale, data, data.letter, link), link, fault: null };
  }
  if (!isMessageEvent(event)) return { off: 'This kind of message is no longer known.' };
  const worth = WORTH_MS[event];
  if (worth !== undefined && (data.code === null || after(message.created_at, worth) <= run.ctx().now))
    return { off: 'It came too late to be of use.' };
  const own = await readTemplate(run.postgres.db, event, locale);
  if (own && !own.enabled && !NEVER_SILENT.has(event)) return { off: 'Switched off in the templates.' };
  const mayServe = own?.enabled ? own : null;
  const link = needsLink(event, locale, mayServe) ? await jobs.linkFor(message, run) : null;
  try {
    return { rendered: renderMessage(event, locale, data, link ?? '', mayServe), link, fault: null };
  } catch (error) {
    if (!mayServe) throw error;
    const fault = `The shop’s own text is broken, the built-in one was sent: ${error instanceof Error ? error.message : ''}`;
    run.log.warn({ message: message.id, event, locale, fault }, 'a template is broken');
    return { rendered: renderMessage(event, locale, data, link ?? '', null), link, fault };
  }
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

/** Records an end in a transaction that a worker whose job was taken over cannot make. */
async function close(run: JobRun, message: MessageRow, from: MessageRow['state'], end: End): Promise<void> {
  const closed = await run.postgres.transact(async (tx) => ok(await closeMessage(tx, message.id, from, end)));
  if (!closed.ok) throw new Error(`message ${message.id}: ${closed.why}`);
}

/**
 * What is kept of a letter: no code, no token. But the outbox of a demo shop is its customer's letter box: without it
 * nobody could try what a code opens, and there is no money behind it.
 */
async function keptOf(run: JobRun, message: MessageRow, letter: Letter, state: MessageRow['state']) {
  const isLetterBox = state === 'outbox' && (await loadShop(run.postgres.db)).demo;
  const token = letter.link?.split('/').at(-1) ?? null;
  return isLetterBox
    ? { rendered: letter.rendered, forgetCode: false }
    : { rendered: withoutSecrets(letter.rendered, [message.data.code, token]), forgetCode: true };
}

async function record(run: JobRun, message: MessageRow, letter: Letter, delivery: Delivery): Promise<void> {
  const again = delivery.state === 'later' && !run.lastAttempt;
  const state = again ? 'queued' : STATE_OF[delivery.state];
  const isFine = delivery.state === 'sent' || delivery.state === 'kept';
  const kept = await keptOf(run, message, letter, state);
  await close(run, message, 'sending', {
    state,
    error: isFine ? letter.fault : delivery.detail,
    at: run.ctx().now,
    rendered: kept.rendered,
    forgetCode: kept.forgetCode && !again,
  });
  if (again) throw new Error(`mail ${message.id}: ${delivery.detail}`);
}

async function mailOf(
  jobs: MessageJobs,
  message: MessageRow,
  letter: Letter,
  messageId: string,
  run: JobRun,
): Promise<Email> {
  const shop = await loadShop(run.postgres.db);
  return {
    to: { name: tidy(message.data).customer || null, address: message.to_address },
    ...letter.rendered,
    locale: message.locale,
    messageId,
    replyTo: shop.email,
    attachments: await attachments(jobs, message, run),
  };
}

/** How often a message that changes under our hands is read again before the job is tried later. */
const LOOKS = 5;

/** Delivers one message. Throws only to be tried again: when the mail server says “not now”. */
export async function deliver(jobs: MessageJobs, id: string, run: JobRun, look = 1): Promise<void> {
  const message = await readMessage(run.postgres.db, id);
  const nothing = { at: run.ctx().now, rendered: null, forgetCode: true };
  // In its first try a job cannot have left it so: then another one is sending it now.
  if (message?.state === 'sending' && run.attempt > 1)
    return await close(run, message, 'sending', { ...nothing, state: 'unknown', error: LEFT_ALONE });
  if (message?.state !== 'queued') return;
  const letter = await letterFor(jobs, message, run);
  if ('off' in letter)
    return await close(run, message, 'queued', { ...nothing, state: 'failed', error: letter.off });
  const messageId = message.message_id ?? `<${id}@${jobs.host}>`;
  const mail = await mailOf(jobs, message, letter, messageId, run);
  const taken = await run.postgres.transact(async (tx) => ok(await claimMessage(tx, message, messageId)));
  if (!taken.ok) throw new Error(`message ${id}: ${taken.why}`);
  if (!taken.value) {
    // A sibling was added meanwhile, or somebody else has it: look again.
    if (look === LOOKS) throw new Error(`message ${id} keeps changing`);
    return await deliver(jobs, id, run, look + 1);
  }
  forbidInsideTransaction('the mail server');
  await record(run, message, letter, await jobs.email.deliver(mail));
}

/** Messages older than this whose job is gone are closed, in ms. */
const FORSAKEN_MS = 10 * MINUTE;

async function sweep(run: JobRun): Promise<void> {
  const before = after(run.ctx().now, -FORSAKEN_MS);
  const closed = await run.postgres.transact(async (tx) =>
    ok(
      await closeForsaken(tx, before, {
        sending: LEFT_ALONE,
        queued: 'It could not be sent; the log says why.',
      }),
    ),
  );
  if (closed.ok && closed.value > 0)
    run.log.warn({ messages: closed.value }, 'closed messages nobody was sending');
}

export function messageJobs(jobs: MessageJobs): Pick<Handlers, 'messages.deliver' | 'messages.sweep'> {
  return {
    'messages.deliver': (payload, run) => deliver(jobs, payload.message_id, run),
    'messages.sweep': (_, run) => sweep(run),
  };
}
