/** Lines for the team's chat: queued in the transaction of what they tell of, said later by a job. */
import type { Ctx } from '../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Tx } from '../../platform/postgres.ts';
import { requirePermission } from '../identity/rules.ts';
import { addChatJob, insertChatLine, readChatLine, requeueChatLine } from './store/chat.ts';

export type QueueChat = {
  readonly caseId: string | null;
  readonly itemId: string | null;
  readonly event: string;
  readonly channel: string;
  readonly text: string;
  /** The same thing is said once: a second line of this key is not written. */
  readonly dedupeKey: string;
};

/** Writes the line and its job; whether anything is connected shows when it is delivered. */
export async function queueChat(tx: Tx, ctx: Ctx, input: QueueChat): Promise<Outcome<{ id: string }>> {
  const id = ctx.newId('cht');
  await insertChatLine(tx, {
    id,
    case_id: input.caseId,
    item_id: input.itemId,
    event: input.event,
    channel: input.channel,
    text: input.text,
    dedupe_key: input.dedupeKey,
    created_at: ctx.now,
  });
  return ok({ id });
}

/**
 * Says a line once more that failed, was only kept, or of which nobody knows whether it is there. Refuses
 * `permission_missing`, `chat_line_not_found`, `chat_line_sent`.
 */
export async function retryChat(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<{ id: string }>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  if (!(await readChatLine(tx, id)))
    return refuse('chat_line_not_found', 'There is no such line.', 'not_found');
  if (!(await requeueChatLine(tx, id)))
    return refuse('chat_line_sent', 'This line is in the chat or on its way already.', 'conflict');
  await addChatJob(tx, id, 0);
  return ok({ id });
}
