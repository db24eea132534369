/** Queuing messages in the transaction of what they tell of, and sending one again. */
import type { Ctx } from '../../kernel/actor.ts';
import type { Locale } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Reader, Tx } from '../../platform/postgres.ts';
import { requirePermission } from '../identity/rules.ts';
import { after, MINUTE } from '../../kernel/time.ts';
import {
  isMessageEvent,
  joinLetters,
  NEVER_SILENT,
  TELLS_FINDINGS,
  WORTH_MS,
  type MessageData,
  type MessageEvent,
} from './rules.ts';
import {
  extendMessage,
  insertMessage,
  isAboutBlind,
  lockWaiting,
  readMessage,
  requeueMessage,
  type AttachmentRef,
  type MessageRow,
} from './store.ts';

export type QueueMessage = {
  readonly caseId: string | null;
  readonly itemId?: string | null;
  readonly event: MessageEvent;
  readonly locale: Locale;
  readonly to: string;
  readonly data: MessageData;
  /** The same thing is told once: a second message of this key is not written. */
  readonly dedupeKey: string;
  readonly attachments?: readonly AttachmentRef[];
};

/** Clocks ring item by item: what the devices of one case are told within this time is one letter. */
const JOIN_MS = MINUTE;
/** So long a clock's letter waits for its siblings, in seconds. */
const CLOCK_WAITS = 20;

/** Adds to a waiting letter of the same case about the same thing; null when there is none. */
async function joinWaiting(tx: Tx, ctx: Ctx, input: QueueMessage): Promise<{ id: string } | null> {
  const { caseId, event, data } = input;
  if (caseId === null || data.move === null || data.devices.length === 0) return null;
  // A person acts on several devices in one transaction; clocks ring for each in one of its own.
  const since = ctx.actor.kind === 'clock' ? after(ctx.now, -JOIN_MS) : null;
  const waiting = await lockWaiting(tx, { caseId, event, move: data.move, since });
  if (!waiting) return null;
  await extendMessage(tx, waiting.id, joinLetters(waiting.data, data));
  return { id: waiting.id };
}

/**
 * Writes the message and its job: one statement, born with the business row, rendered when it is delivered. What the
 * devices of a case are told at the same time becomes one letter. Nothing is written when the shop switched it off.
 */
export async function queueMessage(tx: Tx, ctx: Ctx, input: QueueMessage): Promise<Outcome<{ id: string }>> {
  const joined = await joinWaiting(tx, ctx, input);
  if (joined) return ok(joined);
  const id = ctx.newId('msg');
  const row = {
    id,
    case_id: input.caseId,
    item_id: input.itemId ?? null,
    event: input.event,
    locale: input.locale,
    to_address: input.to,
    data: input.data,
    attachments: [...(input.attachments ?? [])],
    dedupe_key: input.dedupeKey,
    created_at: ctx.now,
  };
  await insertMessage(tx, row, {
    delaySeconds: ctx.actor.kind === 'clock' ? CLOCK_WAITS : 0,
    alwaysSent: NEVER_SILENT.has(input.event),
  });
  return ok({ id });
}

/**
 * A message as it was sent. Refuses `message_not_found`, and `letter_hidden` for a revised offer while a second
 * inspection is due: whoever makes that one would read what the first one found.
 */
export async function openMessage(reader: Reader, id: string): Promise<Outcome<MessageRow>> {
  const row = await readMessage(reader, id);
  if (!row) return refuse('message_not_found', 'There is no such message.', 'not_found');
  const { event } = row;
  if (isMessageEvent(event) && TELLS_FINDINGS.has(event) && (await isAboutBlind(reader, row)))
    return refuse(
      'letter_hidden',
      'A second inspection is due: until it is done nobody reads what the first one found.',
      'forbidden',
    );
  return ok(row);
}

/**
 * Sends a message once more that failed, stayed in the outbox, or of which nobody knows whether it arrived. Refuses
 * `message_not_found`, `message_sent`, and `message_outdated` for a code: it is forgotten, the customer asks anew.
 */
export async function resendMessage(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<{ id: string }>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const message = await readMessage(tx, id);
  if (!message) return refuse('message_not_found', 'There is no such message.', 'not_found');
  if (isMessageEvent(message.event) && WORTH_MS[message.event] !== undefined)
    return refuse(
      'message_outdated',
      'A code is sent once. The customer can ask for a new one on the page.',
      'conflict',
    );
  if (!(await requeueMessage(tx, id)))
    return refuse('message_sent', 'This message is sent or on its way already.', 'conflict');
  return ok({ id });
}
