/** Queuing messages in the transaction of what they tell of, and sending one again. */
import type { Ctx } from '../../kernel/actor.ts';
import type { Locale } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Tx } from '../../platform/postgres.ts';
import { requirePermission } from '../identity/rules.ts';
import type { MessageData, MessageEvent } from './rules.ts';
import { insertMessage, readMessage, requeueMessage, type AttachmentRef } from './store.ts';

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

/** Writes the message and its job: one statement, born with the business row, rendered when it is delivered. */
export async function queueMessage(tx: Tx, ctx: Ctx, input: QueueMessage): Promise<Outcome<{ id: string }>> {
  const id = ctx.newId('msg');
  await insertMessage(tx, {
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
  });
  return ok({ id });
}

/** Sends a message once more that failed or stayed in the outbox. Refuses `message_not_found`, `message_sent`. */
export async function resendMessage(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<{ id: string }>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const message = await readMessage(tx, id);
  if (!message) return refuse('message_not_found', 'There is no such message.', 'not_found');
  if (!(await requeueMessage(tx, id)))
    return refuse('message_sent', 'This message is sent or on its way already.', 'conflict');
  return ok({ id });
}
