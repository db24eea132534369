/** For jobs.test.ts: `node testing-killed.ts <url>`, a worker killed while it hands a message over. */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { makeId } from '../../kernel/id.ts';
import { refuse } from '../../kernel/outcome.ts';
import type { Handlers } from '../../platform/jobs.ts';
import { openPostgres } from '../../platform/postgres.ts';
import { runDueJobs } from '../../platform/worker.ts';
import { messageJobs } from './jobs.ts';

const [url = ''] = process.argv.slice(2);
const handlers: unknown = messageJobs({
  email: {
    deliver: () => {
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    },
  },
  host: 'desk.example.com',
  linkFor: () => Promise.resolve('https://desk.example.com/l/x'),
  attach: () => Promise.resolve(refuse('no_file', 'There is none.')),
});
await runDueJobs({
  postgres: openPostgres({ url, connections: 4 }),
  handlers: handlers as Handlers,
  ctx: () => ({
    now: new Date(Date.now()),
    newId: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
    random: (bytes) => randomBytes(bytes),
    actor: { kind: 'system' },
    requestId: 'req_killed',
  }),
  log: pino({ level: 'silent' }),
});
