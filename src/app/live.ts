/** Live updates: server-sent events of what happened, to every open screen of a shop's staff. */
import type { Logger } from 'pino';
import { z } from 'zod';
import { ok } from '../kernel/outcome.ts';
import type { Clock } from '../kernel/time.ts';
import { changesSince, type Change } from '../modules/cases/store/live.ts';
import { route, type Route } from '../platform/http/route.ts';
import type { Postgres } from '../platform/postgres.ts';

/** How often the history is looked at while somebody listens, in ms; with it a change is on every screen in 1 s. */
const EVERY_MS = 400;
/** How far back each look goes: a transaction that began earlier may commit later. */
const OVERLAP_MS = 15_000;
const HEARTBEAT_MS = 20_000;

export type Live = {
  readonly listen: (hear: (changes: readonly Change[]) => void) => () => void;
  readonly stop: () => void;
  readonly listeners: () => number;
};

/**
 * One look at the history for all listeners of this process, and none while nobody listens. PostgreSQL's NOTIFY
 * would take a lock that orders all commits of the database, so we ask instead.
 */
export function makeLive(postgres: Postgres, clock: Clock, log: Logger): Live {
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const seen = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let first = true;
  let stopped = false;

  const look = async () => {
    const now = clock();
    try {
      const found = await changesSince(postgres.db, new Date(now.getTime() - OVERLAP_MS), 500);
      const fresh = found.filter((c) => !seen.has(c.id));
      for (const change of found) seen.set(change.id, change.at.getTime());
      for (const [id, at] of seen) if (at < now.getTime() - 2 * OVERLAP_MS) seen.delete(id);
      if (!first && fresh.length > 0) for (const hear of listeners) hear(fresh);
      first = false;
    } catch (error) {
      log.warn({ error }, 'live updates could not look at the history');
    }
    timer = listeners.size > 0 && !stopped ? setTimeout(() => void look(), EVERY_MS) : null;
  };

  return {
    listen: (hear) => {
      listeners.add(hear);
      if (!timer && !stopped) {
        first = true;
        timer = setTimeout(() => void look(), 0);
      }
      return () => listeners.delete(hear);
    },
    stop: () => {
      stopped = true;
      listeners.clear();
      if (timer) clearTimeout(timer);
    },
    listeners: () => listeners.size,
  };
}

function eventOf(change: Change): string {
  const { case_id, item_id, reference, what, actor_id, at } = change;
  return `event: change\ndata: ${JSON.stringify({ case_id, item_id, reference, move: what, actor_id, at })}\n\n`;
}

function streamOf(live: Live, aborted: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    // A browser that leaves cancels the stream before, or without, the abort: nothing may be sent after either.
    cancel: () => end(),
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send('retry: 2000\n\n: listening\n\n');
      const leave = live.listen((changes) => {
        for (const change of changes) send(eventOf(change));
      });
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const close = () => {
        end();
        controller.close();
      };
      end = () => {
        clearInterval(heartbeat);
        leave();
        aborted.removeEventListener('abort', close);
      };
      aborted.addEventListener('abort', close);
    },
  });
}

/** `GET /api/live`. `stopping` ends every stream, so that a stop need not wait for browsers. */
export function liveRoutes(live: Live, stopping: AbortSignal): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/live',
      tag: 'Board',
      summary: 'What happens, as server-sent events',
      access: { staff: 'case.view' },
      timeoutMs: 0,
      query: z.object({}),
      produces: 'text/event-stream',
      act: (_, call) => {
        const aborted = AbortSignal.any([call.http.req.raw.signal, stopping]);
        return ok(
          new Response(streamOf(live, aborted), {
            headers: {
              'content-type': 'text/event-stream',
              'cache-control': 'no-store',
              'x-accel-buffering': 'no',
            },
          }),
        );
      },
    }),
  ];
}
