import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { TOYS, caller, toyApp, toyDeps } from '../../../test/toys.ts';
import { DAY } from '../../kernel/time.ts';
import { forgetOldKeys } from './idempotency.ts';
import { makeLimiter } from './limit.ts';

const world = testDatabase({ connections: 10 });
let call: ReturnType<typeof caller>;

beforeAll(async () => {
  await world.postgres.pool.query(TOYS);
  call = caller(toyApp(toyDeps(world, { limiter: makeLimiter(0) })));
});

const add = (key: string, name: string, as = 'staff') =>
  call('POST', '/api/toys', { as, json: { name }, headers: { 'idempotency-key': key } });

async function named(name: string): Promise<number> {
  const { rows } = await world.postgres.pool.query<{ n: number }>(
    'select count(*) as n from toys where name = $1',
    [name],
  );
  return rows[0]?.n ?? 0;
}

describe('an Idempotency-Key', () => {
  it('makes a repeated request have one effect and the same answer', async () => {
    const first = await add('key-1', 'ball');
    const again = await add('key-1', 'ball');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('etag')).toBe('"1"');
    expect(await again.text()).toBe(await first.text());
    expect(await named('ball')).toBe(1);
  });

  it('refuses the same key for another body', async () => {
    await add('key-2', 'kite');
    const other = await add('key-2', 'sledge');
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
      422,
      'idempotency_key_reused',
    ]);
    expect(await named('sledge')).toBe(0);
  });

  it('belongs to its caller', async () => {
    await add('key-3', 'robot');
    const other = await call('POST', '/api/echo', {
      json: { say: 'x' },
      headers: { 'idempotency-key': 'key-3' },
    });
    expect(other.headers.get('idempotent-replayed')).toBeNull();
  });

  it('lets duplicates that come at once wait for the first', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(async () => await add('key-4', 'slow')));
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201, 201]);
    expect(answers.filter((one) => one.headers.get('idempotent-replayed') === 'true')).toHaveLength(4);
    expect(new Set(await Promise.all(answers.map((one) => one.text()))).size).toBe(1);
    expect(await named('slow')).toBe(1);
  });

  it('is free again after a refusal or a bug: nothing happened', async () => {
    expect((await add('key-5', 'broken')).status).toBe(500);
    expect((await add('key-5', 'whole')).status).toBe(201);
  });

  it('is not stored in the clear, nor is the answer', async () => {
    await add('key-6-of-the-caller', 'secret bear');
    const { rows } = await world.postgres.pool.query<{ all: string }>(
      `select string_agg(k::text || coalesce(encode(sealed_body, 'escape'), ''), ' ') as all from idempotency_keys k`,
    );
    expect(rows[0]?.all).not.toContain('key-6-of-the-caller');
    expect(rows[0]?.all).not.toContain('secret bear');
  });

  it('must be readable', async () => {
    const response = await add('with space', 'x');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      400,
      'idempotency_key_malformed',
    ]);
  });

  it('also covers work that brings its own transactions', async () => {
    const say = (key: string) =>
      call('POST', '/api/echo', { json: { say: 'drum' }, headers: { 'idempotency-key': key } });
    const first = await say('key-7');
    const again = await say('key-7');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await again.text()).toBe(await first.text());
    const both = await Promise.all([say('key-8'), say('key-8')]);
    // Whichever came second met the first at its work, or found its answer kept.
    const second = both.filter((one) => one.status === 409 || one.headers.has('idempotent-replayed'));
    expect([both.some((one) => one.status === 200), second.length]).toEqual([true, 1]);
    expect(await named('drum')).toBe(2);
  });

  it('is forgotten after two days', async () => {
    await add('key-9', 'old');
    world.clock.move(3 * DAY);
    expect(await forgetOldKeys(world.postgres.db, world.clock.now())).toBeGreaterThan(0);
    expect((await add('key-9', 'new')).status).toBe(201);
  });
});
