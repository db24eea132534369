/** Keeps one server running: starts it, starts it again when it dies, stops it when told. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import {
  accepts,
  lastWords,
  logSize,
  signalTo,
  spawnServer,
  stopServer,
  type Durability,
  type Server,
} from './server.ts';

export type Keeper = {
  readonly pid: () => number;
  readonly restarts: () => number;
  readonly stop: () => Promise<void>;
};

/** Old backends of a killed server hold its memory for some 100 ms, and a new server refuses while they do. */
const LINGERING = /pre-existing shared memory block|lock file .* already exists/;
const RETRY_MS = 100;
const FIRST_START_MS = 15_000;
const LONGEST_WAIT_MS = 2_000;

/** Starts the server and watches over it. Refuses `database_not_started` with the server's own last words. */
export async function keepRunning(
  place: Place,
  binaries: Binaries,
  durability: Durability,
  log?: Logger,
): Promise<Outcome<Keeper>> {
  const start = () => startOnce(place, binaries, durability);
  const first = await start();
  if (!first.ok) return first;
  let server = first.value;
  let restarts = 0;
  let isStopping = false;

  const watch = async (): Promise<void> => {
    for (let wait = RETRY_MS; !isStopping;) {
      const ended = await server.ended;
      if (isStopping) return;
      log?.error({ server_pid: server.pid, ...ended }, 'the database server died; starting it again');
      const next = await start();
      if (next.ok) {
        server = next.value;
        restarts += 1;
        wait = RETRY_MS;
        log?.warn({ server_pid: server.pid, restarts }, 'the database server runs again');
        continue;
      }
      log?.error({ why: next.why }, 'the database server did not start again; trying on');
      await sleep(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };
  const watching = watch();
  // A program that ends without `stop` still asks the server to end by itself.
  const onExit = () => server.isRunning() && signalTo(server.pid, 'SIGINT');
  process.once('exit', onExit);

  const stop = async (): Promise<void> => {
    isStopping = true;
    await stopServer(server);
    await watching;
    // A restart that was under way has ended in a server of its own.
    await stopServer(server);
    process.removeListener('exit', onExit);
  };
  return ok({ pid: () => server.pid, restarts: () => restarts, stop });
}

/** One start, tried again while old backends linger. */
async function startOnce(place: Place, binaries: Binaries, durability: Durability): Promise<Outcome<Server>> {
  for (let waited = 0; ; waited += RETRY_MS) {
    const before = logSize(place);
    const server = spawnServer(place, binaries, durability);
    if (await accepts(place, server)) return ok(server);
    const words = lastWords(place, before);
    if (!LINGERING.test(words) || waited >= FIRST_START_MS)
      return refuse('database_not_started', `The database server did not start: ${words}`, 'unavailable');
    await sleep(RETRY_MS);
  }
}
