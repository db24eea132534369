/**
 * Saying a line in the team's chat: take, hand over, record. It is `sending` only while it is handed over; whoever
 * finds one left there cannot know whether it arrived, so it becomes `unknown` and a person decides.
 */
import { ok } from '../../../kernel/outcome.ts';
import { after, MINUTE } from '../../../kernel/time.ts';
import type { Handlers, JobRun } from '../../../platform/jobs.ts';
import { forbidInsideTransaction, type Reader } from '../../../platform/postgres.ts';
import type { ChatDelivery, ChatPort } from '../../../ports/chat.ts';
import { noteHealth, type Connection } from '../../identity/connections.ts';
import {
  addChatJob,
  claimChatLine,
  closeChatLine,
  closeForsakenChat,
  readChatLine,
  type ChatEnd,
  type ChatRow,
} from '../store/chat.ts';

declare module '../../../platform/jobs.ts' {
  interface JobPayloads {
    'messages.deliver_chat': { chat_id: string };
    /** Closes lines whose job is gone. */
    'messages.sweep_chat': Record<string, never>;
  }
}

export type ChatJobs = {
  /** The chat that is connected now, and the connection it was made from. */
  readonly chat: (reader: Reader) => Promise<{ port: ChatPort; connection: Connection }>;
};

/** Tries before a line counts as failed: with the waits between them, about three hours. */
const TRIES = 10;
const LONGEST_WAIT_S = 3600;

const LEFT_ALONE = 'The sending was cut off. Look into the channel; say it again if it is not there.';

const STATE_OF = {
  sent: 'sent',
  kept: 'kept',
  refused: 'failed',
  later: 'failed',
  unknown: 'unknown',
} as const satisfies Record<ChatDelivery['state'], ChatRow['state']>;

function endOf(said: ChatDelivery, attempts: number, at: Date): ChatEnd & { wait: number | null } {
  const isFine = said.state === 'sent' || said.state === 'kept';
  const again = said.state === 'later' && attempts < TRIES;
  return {
    state: again ? 'queued' : STATE_OF[said.state],
    error: isFine ? null : said.detail,
    providerId: said.state === 'sent' ? said.providerId : null,
    at,
    // What the chat asks for counts; otherwise longer each time.
    wait: again ? (said.afterSeconds ?? Math.min(Math.ceil(Math.E ** attempts), LONGEST_WAIT_S)) : null,
  };
}

async function close(
  run: JobRun,
  id: string,
  end: ChatEnd & { wait: number | null },
  health: { connection: Connection; error: string | null } | null,
): Promise<void> {
  const closed = await run.postgres.transact(async (tx) => {
    const isOurs = await closeChatLine(tx, id, end);
    if (isOurs && end.wait !== null) await addChatJob(tx, id, end.wait);
    if (health?.connection.enabled) await noteHealth(tx, end.at, health.connection, health.error);
    return ok(isOurs);
  });
  if (!closed.ok) throw new Error(`chat line ${id}: ${closed.why}`);
}

/** Says one line. Throws only when the machine fails under it. */
async function deliverChat(jobs: ChatJobs, id: string, run: JobRun): Promise<void> {
  const line = await readChatLine(run.postgres.db, id);
  const at = run.ctx().now;
  // In its first try a job cannot have left it so: then another one is saying it now.
  if (line?.state === 'sending' && run.attempt > 1)
    return await close(
      run,
      id,
      { state: 'unknown', error: LEFT_ALONE, providerId: null, at, wait: null },
      null,
    );
  if (line?.state !== 'queued') return;
  const { port, connection } = await jobs.chat(run.postgres.db);
  const taken = await run.postgres.transact(async (tx) => ok(await claimChatLine(tx, id)));
  if (!taken.ok) throw new Error(`chat line ${id}: ${taken.why}`);
  if (!taken.value) return;
  forbidInsideTransaction('the chat');
  const said = await port.post({ channel: line.channel, text: line.text, idempotencyKey: id });
  if (said.state !== 'sent' && said.state !== 'kept')
    run.log.warn({ chat: id, state: said.state, detail: said.detail }, 'a line did not reach the chat');
  const end = endOf(said, line.attempts + 1, run.ctx().now);
  await close(run, id, end, { connection, error: end.error });
}

/** Lines older than this whose job is gone are closed, in ms. */
const FORSAKEN_MS = 10 * MINUTE;

async function sweepChat(run: JobRun): Promise<void> {
  const before = after(run.ctx().now, -FORSAKEN_MS);
  await run.postgres.transact(async (tx) =>
    ok(
      await closeForsakenChat(tx, before, {
        sending: LEFT_ALONE,
        queued: 'It could not be said; the log says why.',
      }),
    ),
  );
}

export function chatJobs(jobs: ChatJobs): Pick<Handlers, 'messages.deliver_chat' | 'messages.sweep_chat'> {
  return {
    'messages.deliver_chat': (payload, run) => deliverChat(jobs, payload.chat_id, run),
    'messages.sweep_chat': (_, run) => sweepChat(run),
  };
}
