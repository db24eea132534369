import { fork, type ChildProcess } from 'node:child_process';
import { request as ask, Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { TOYS } from '../../../test/toys.ts';

const world = testDatabase();
const program = fileURLToPath(new URL('../../../test/toy-web.ts', import.meta.url));
const children: ChildProcess[] = [];

beforeAll(async () => {
  await world.postgres.pool.query(TOYS);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function startWeb(): Promise<{ child: ChildProcess; base: string }> {
  const child = fork(program, [world.url]);
  children.push(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', () => reject(new Error('the web process ended before it listened')));
  });
  return { child, base: `http://127.0.0.1:${port}` };
}

async function named(name: string): Promise<number> {
  const { rows } = await world.postgres.pool.query<{ n: number }>(
    'select count(*) as n from toys where name = $1',
    [name],
  );
  return rows[0]?.n ?? 0;
}

const addToy = (base: string, name: string, key: string) =>
  fetch(`${base}/api/toys`, {
    method: 'POST',
    headers: { authorization: 'Bearer staff', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ name }),
  });

describe('a web process', () => {
  it('killed in the middle of a request and asked again has one effect', async () => {
    // “slow” sleeps 300 ms between its insert and its commit, so every kill below falls before or after the commit.
    for (let round = 0; round < 8; round += 1) {
      const { child, base } = await startWeb();
      const key = `round-${round}`;
      const lost = addToy(base, 'slow', key).then(
        (response) => response.status,
        () => 'cut off',
      );
      await sleep(20 + round * 60);
      child.kill('SIGKILL');
      await lost;
      const { base: next, child: heir } = await startWeb();
      const again = await addToy(next, 'slow', key);
      expect(again.status).toBe(201);
      expect(await named('slow')).toBe(round + 1);
      heir.kill('SIGKILL');
    }
  }, 60_000);

  it('asked to stop ends what it has begun, takes nothing new, and is gone', async () => {
    const { child, base } = await startWeb();
    const agent = new Agent({ keepAlive: true });
    // An idle keep-alive connection, which a closing server of Node would wait for.
    await new Promise((resolve) =>
      ask(`${base}/livez`, { agent }, (answer) => answer.resume().on('end', resolve)).end(),
    );
    const underWay = addToy(base, 'slow', 'stop-1');
    await sleep(100);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const began = performance.now();
    child.kill('SIGTERM');
    expect((await underWay).status).toBe(201);
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(3_000);
    await expect(fetch(`${base}/livez`)).rejects.toThrow();
    agent.destroy();
  }, 30_000);

  it('refuses 10 MB of JSON before it has come', async () => {
    const { base } = await startWeb();
    const status = await new Promise((resolve, reject) => {
      const sent = ask(
        `${base}/api/toys`,
        {
          method: 'POST',
          headers: {
            authorization: 'Bearer staff',
            'content-type': 'application/json',
            'content-length': 10_000_000,
          },
        },
        (answer) => resolve(answer.statusCode),
      );
      sent.on('error', reject);
      sent.write('{"name":"');
    });
    expect(status).toBe(413);
  });
});
