import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, SYSTEM } from '../../../../test/builders.ts';
import { testDatabase } from '../../../../test/harness.ts';
import { diskStorage } from '../../../adapters/storage/disk.ts';
import type { JobRun } from '../../../platform/jobs.ts';
import type { Fetched, Handed, InboundMailPort } from '../../../ports/inbound-mail.ts';
import { sampleMail } from '../testing-mail.ts';
import { inboundJobs, type InboundJobs } from './inbound.ts';

const world = testDatabase();
const folder = join(tmpdir(), `reprise-mail-${randomUUID()}`);
const KEYRING = { current: 'k1', keys: new Map([['k1', new Uint8Array(32).fill(3)]]) };
const disk = diskStorage(folder);
const connection = {
  port: 'inbound_mail',
  adapter: 'imap',
  config: {},
  secrets: {},
  enabled: true,
  version: 1,
} as const;
let isFull = false;

beforeAll(async () => {
  await aShop(world);
  await sql`
    insert into connections (port, adapter, config, enabled, changed_at, version)
    values ('inbound_mail', 'imap', '{}', true, ${world.clock.now()}, 1)`.execute(world.postgres.db);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fetchFrom(port: InboundMailPort | null, stopped = false): Promise<string | null> {
  const jobs: InboundJobs = {
    files: {
      storage: {
        ...disk,
        put: (key, bytes) => (isFull ? Promise.reject(new Error('disk full')) : disk.put(key, bytes)),
      },
      keyring: KEYRING,
    },
    mailbox: () => Promise.resolve({ connection, port }),
  };
  const run: JobRun = {
    postgres: world.postgres,
    ctx: () => world.ctxFor(SYSTEM),
    log: world.log,
    attempt: 1,
    lastAttempt: false,
    signal: stopped ? AbortSignal.abort() : new AbortController().signal,
  };
  await sql`update connections set last_error = null`.execute(world.postgres.db);
  await inboundJobs(jobs)['messages.fetch_inbound']({}, run);
  const found = await sql<{ last_error: string | null }>`select last_error from connections`.execute(
    world.postgres.db,
  );
  return found.rows[0]?.last_error ?? null;
}

/** A mailbox with these mails; remembers what became of each. */
function mailboxWith(...names: string[]): InboundMailPort & { handed: Handed[] } {
  const handed: Handed[] = [];
  return {
    handed,
    look: () => Promise.resolve({ ok: true, detail: '' }),
    fetch: async (hand): Promise<Fetched> => {
      for (const name of names) handed.push(await hand(sampleMail(name)));
      return { state: 'fetched', kept: handed.length, left: 0 };
    },
  };
}
const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from inbound_messages`.execute(world.postgres.db))
    .rows[0]?.n;

describe('fetching mail', () => {
  it('keeps what is there, once, and says that it works', async () => {
    const port = mailboxWith('gmail-reply', 'unknown-sender', 'gmail-reply');
    expect(await fetchFrom(port)).toBeNull();
    expect(port.handed).toEqual(['kept', 'kept', 'kept']);
    expect(await count()).toBe(2);
  });

  it('leaves in the mailbox what it cannot keep, says so, and takes it next time', async () => {
    isFull = true;
    const port = mailboxWith('outlook-reply', 'gmail-reply');
    expect(await fetchFrom(port)).toBe('1 mails could not be taken in; they stay new in the mailbox.');
    // The second one is here already.
    expect(port.handed).toEqual(['later', 'kept']);
    isFull = false;
    expect(await fetchFrom(mailboxWith('outlook-reply'))).toBeNull();
    expect(await count()).toBe(3);
  });

  it('takes nothing more while the program stops', async () => {
    const port = mailboxWith('windows-1252');
    await fetchFrom(port, true);
    expect([port.handed, await count()]).toEqual([['later'], 3]);
  });

  it('says why the mailbox did not open, or that its settings cannot be read', async () => {
    const detail = 'The mailbox did not open: no';
    const broken = { ...mailboxWith(), fetch: () => Promise.resolve({ state: 'failed' as const, detail }) };
    expect(await fetchFrom(broken)).toBe(detail);
    expect(await fetchFrom(null)).toBe('The settings of this mailbox cannot be read.');
  });
});
