import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import { ok, refuse } from '../../../kernel/outcome.ts';
import type { JobRun } from '../../../platform/jobs.ts';
import type { DeviceAnswer, DeviceCheckPort } from '../../../ports/device-check.ts';
import { checkJobs } from '../jobs.ts';
import { luhnDigit } from '../rules/numbers.ts';
import { checksOf } from '../store/pre-check.ts';
import { blockDevice, unblockDevice } from './block-list.ts';
import { followChecks } from './checked.ts';
import { recordIdentity, type IdentityInput } from './identity.ts';
import { answerLock, recordCheck, type ManualCheck } from './manual-checks.ts';
import { checkAgain, runPreCheck } from './pre-check.ts';

const world = testDatabase();
beforeAll(async () => {
  await aShop(world);
  countEffects();
});
afterEach(() => followChecks(null));
beforeEach(async () => {
  await sql`delete from connections`.execute(world.postgres.db);
  world.clock.move(60_000);
});

const SYSTEM = { kind: 'system' } as const;
const staff = () => world.ctxFor(staffActor());
let serials = 100_000;
/** An IMEI nobody had before; the first eight digits tell its type. */
const imeiOf = (tac = '49015420') => {
  serials += 1;
  const fourteen = `${tac}${serials}`;
  return fourteen + luhnDigit(fourteen);
};
const onBench = () => aCase(world, { moves: ['confirm', 'receive'] });
const itemOf = (desk: Desk) => desk.itemIds[0] ?? '';
const identify = (desk: Desk, input: IdentityInput) =>
  world.postgres.transact((tx) => recordIdentity(tx, staff(), itemOf(desk), input));
const check = (desk: Desk) => world.postgres.transact((tx) => runPreCheck(tx, staff(), itemOf(desk)));
const record = (desk: Desk, input: ManualCheck) =>
  world.postgres.transact((tx) => recordCheck(tx, staff(), itemOf(desk), input));
const verdicts = (found: { checks: readonly { kind: string; verdict: string }[] }) =>
  Object.fromEntries(found.checks.map((one) => [one.kind, one.verdict]));
const rows = (desk: Desk) => checksOf(world.postgres.db, itemOf(desk));

async function connect(): Promise<void> {
  await sql`
    insert into connections (port, adapter, config, enabled, changed_at)
    values ('device_check', 'http', '{}', true, ${world.clock.now()})`.execute(world.postgres.db);
}

/** Runs a job as the worker would. */
function worker(ask: DeviceCheckPort['ask'], attempt = { attempt: 1, lastAttempt: false }) {
  const handlers = checkJobs({
    provider: () => Promise.resolve({ ask }),
  });
  const run: JobRun = {
    postgres: world.postgres,
    ctx: () => world.ctxFor(SYSTEM),
    log: world.log,
    signal: new AbortController().signal,
    ...attempt,
  };
  return {
    ask: (checkId: string) => handlers['inspection.ask_provider']({ check_id: checkId }, run),
    giveUp: () => handlers['inspection.stop_waiting']({}, run),
  };
}

const said = (
  verdict: 'clean' | 'hit' | 'unknown',
  lock: 'clean' | 'hit' | 'unknown' | null = null,
): DeviceAnswer => ({
  state: 'answered',
  verdict,
  lock,
  model: null,
  detail: 'said so',
  evidence: { body: '{}' },
});

async function asked(desk: Desk): Promise<string> {
  const waiting = (await rows(desk)).filter((one) => one.verdict === 'asked');
  expect(waiting).toHaveLength(1);
  return waiting[0]?.id ?? '';
}

describe('the pre-check', () => {
  it('says what our own records know, once', async () => {
    const desk = await onBench();
    expect(must(await check(desk)).checks).toEqual([]);
    must(await identify(desk, { imei: imeiOf(), imei2: imeiOf() }));
    const found = must(await check(desk));
    expect(verdicts(found)).toEqual({
      number: 'clean',
      seen_before: 'clean',
      block_list: 'clean',
      model: 'unknown',
    });
    expect(found.hits).toEqual([]);
    const written = await rows(desk);
    must(await check(desk));
    expect(await rows(desk)).toEqual(written);
  });

  it('finds a device that is open in another case, and one that is twice in the same', async () => {
    const imei = imeiOf();
    const [first, second] = [await onBench(), await onBench()];
    must(await identify(first, { imei }));
    must(await identify(second, { imei }));
    const found = must(await check(second));
    expect(found.hits.map((one) => one.kind)).toEqual(['seen_before']);
    expect(found.hits[0]?.evidence).toMatchObject({
      code: 'seen_open',
      seen: [{ reference: first.reference }],
    });
  });

  it('finds a device on the block list by its second IMEI, and writes down when it no longer is', async () => {
    const [a, b] = [imeiOf(), imeiOf()];
    const entry = must(
      await world.postgres.transact((tx) => blockDevice(tx, staff(), { number: b, reason: 'Stolen' })),
    );
    const desk = await onBench();
    must(await identify(desk, { imei: a, imei2: b }));
    expect(must(await check(desk)).hits.map((one) => one.detail)).toEqual([`${b}: Stolen`]);
    must(await world.postgres.transact((tx) => unblockDevice(tx, staff(), entry.id)));
    world.clock.move(1000);
    expect(must(await check(desk)).hits).toEqual([]);
    expect((await rows(desk)).filter((one) => one.kind === 'block_list')).toHaveLength(2);
  });

  it('forgets what was checked under a number since corrected', async () => {
    const wrong = imeiOf();
    must(
      await world.postgres.transact((tx) => blockDevice(tx, staff(), { number: wrong, reason: 'Stolen' })),
    );
    const elsewhere = await onBench();
    must(await identify(elsewhere, { imei: wrong }));
    const desk = await onBench();
    must(await identify(desk, { imei: wrong }));
    expect(must(await check(desk)).hits).toHaveLength(2);
    world.clock.move(1000);
    must(await identify(desk, { imei: imeiOf() }));
    expect(must(await check(desk)).hits).toEqual([]);
  });

  it('takes no IMEI of a test device', async () => {
    const desk = await onBench();
    must(await identify(desk, { imei: imeiOf('00499901') }));
    expect(must(await check(desk)).hits.map((one) => one.evidence['code'])).toEqual(['number_test']);
  });

  it('learns what a type code is from what the bench found, and leaves the last word to people', async () => {
    await sql`insert into brands (id, slug, name) values ('brd_t', 't-apple', 'Apple') on conflict do nothing`.execute(
      world.postgres.db,
    );
    await sql`insert into models (id, brand_id, category, slug, name, name_key, search_text, source, created_at)
      values ('mdl_11', 'brd_t', 'phone', 't-11', 'iPhone 11', 'x', 'x', 'staff', now()), ('mdl_13', 'brd_t', 'phone', 't-13', 'iPhone 13', 'x', 'x', 'staff', now())`.execute(
      world.postgres.db,
    );
    await sql`insert into variants (id, model_id, label) values ('var_13', 'mdl_13', '128 GB')`.execute(
      world.postgres.db,
    );
    const tac = '35391805';
    for (let at = 0; at < 3; at += 1) {
      const desk = await onBench();
      must(await identify(desk, { imei: imeiOf(tac) }));
      const found = must(await record(desk, { kind: 'model', verdict: 'hit', foundModelId: 'mdl_11' }));
      expect(found.hits[0]?.detail).toBe('Found: Apple iPhone 11.');
    }
    const desk = await onBench();
    await sql`update items set variant_id = 'var_13' where id = ${itemOf(desk)}`.execute(world.postgres.db);
    must(await identify(desk, { imei: imeiOf(tac) }));
    expect(must(await check(desk)).hits).toMatchObject([
      { kind: 'model', evidence: { code: 'model_other', found: 'Apple iPhone 11', devices: 3 } },
    ]);
    world.clock.move(1000);
    must(await record(desk, { kind: 'model', verdict: 'clean' }));
    expect(must(await check(desk)).hits).toEqual([]);
  });

  it('is nobody’s but staff’s', async () => {
    const desk = await onBench();
    const visitor = world.ctxFor({ kind: 'visitor' });
    const viewer = world.ctxFor(staffActor(['case.view']));
    expect(refusedWith(await world.postgres.transact((tx) => runPreCheck(tx, visitor, itemOf(desk))))).toBe(
      'sign_in_required',
    );
    expect(refusedWith(await world.postgres.transact((tx) => checkAgain(tx, viewer, itemOf(desk))))).toBe(
      'permission_missing',
    );
    expect(
      refusedWith(
        await world.postgres.transact((tx) => answerLock(tx, viewer, itemOf(desk), { locked: 'no' })),
      ),
    ).toBe('permission_missing');
    expect(refusedWith(await world.postgres.transact((tx) => runPreCheck(tx, staff(), 'itm_none')))).toBe(
      'item_not_found',
    );
  });
});

describe('what a person says', () => {
  it('about the lock is evidence, the last word counts', async () => {
    const desk = await onBench();
    const lock = (locked: 'yes' | 'no' | 'unknown', note?: string) =>
      world.postgres.transact((tx) => answerLock(tx, staff(), itemOf(desk), { locked, note: note ?? null }));
    expect(must(await lock('yes', 'Asks for another mail')).hits.map((one) => one.detail)).toEqual([
      'Asks for another mail',
    ]);
    world.clock.move(1000);
    expect(must(await lock('no')).hits).toEqual([]);
    expect(await rows(desk)).toHaveLength(2);
  });

  it('needs to say what was found, and a device that is here', async () => {
    const desk = await onBench();
    expect(refusedWith(await record(desk, { kind: 'provider', verdict: 'clean' }))).toBe(
      'check_note_missing',
    );
    expect(refusedWith(await record(desk, { kind: 'model', verdict: 'hit' }))).toBe('check_note_missing');
    expect(refusedWith(await record(desk, { kind: 'model', verdict: 'hit', foundModelId: 'mdl_none' }))).toBe(
      'model_unknown',
    );
    const away = await aCase(world, { moves: ['confirm'] });
    expect(refusedWith(await record(away, { kind: 'model', verdict: 'clean' }))).toBe('item_not_here');
  });

  it('is not changed afterwards, not even by the database’s owner', async () => {
    const desk = await onBench();
    must(await record(desk, { kind: 'provider', verdict: 'hit', note: 'Police list' }));
    await expect(
      sql`update device_checks set verdict = 'clean' where item_id = ${itemOf(desk)}`.execute(
        world.postgres.db,
      ),
    ).rejects.toThrow(/not changed/);
  });
});

describe('a provider', () => {
  const withProvider = async () => {
    await connect();
    const desk = await onBench();
    must(await identify(desk, { imei: imeiOf(), serial: 'R58M12ABCDE' }));
    expect(must(await check(desk)).waiting).toBe(true);
    return desk;
  };

  it('is asked once about a device, and again when somebody wants to know', async () => {
    const desk = await withProvider();
    must(await check(desk));
    const id = await asked(desk);
    const job = worker(() => Promise.resolve(said('clean')));
    await job.ask(id);
    expect(verdicts(must(await check(desk)))['provider']).toBe('clean');
    world.clock.move(1000);
    must(await world.postgres.transact((tx) => checkAgain(tx, staff(), itemOf(desk))));
    expect(await asked(desk)).not.toBe(id);
  });

  it('is not asked where none is connected', async () => {
    const desk = await onBench();
    must(await identify(desk, { imei: imeiOf() }));
    must(await world.postgres.transact((tx) => checkAgain(tx, staff(), itemOf(desk))));
    expect((await rows(desk)).some((one) => one.kind === 'provider')).toBe(false);
  });

  it('that answers twice is believed the first time', async () => {
    const desk = await withProvider();
    const id = await asked(desk);
    const slow = worker(async () => {
      await worker(() => Promise.resolve(said('hit'))).ask(id);
      return said('clean');
    });
    await slow.ask(id);
    expect(must(await check(desk)).hits.map((one) => one.kind)).toEqual(['provider']);
    await worker(() => Promise.reject(new Error('is not asked again'))).ask(id);
  });

  it('that is not able to answer is asked again, and at last is unknown', async () => {
    const desk = await withProvider();
    const id = await asked(desk);
    const busy: DeviceAnswer = { state: 'later', detail: 'busy', evidence: { status: 429 } };
    await expect(worker(() => Promise.resolve(busy)).ask(id)).rejects.toThrow('busy');
    await expect(worker(() => Promise.reject(new Error('bug'))).ask(id)).rejects.toThrow(
      'could not be asked',
    );
    expect(await asked(desk)).toBe(id);
    await worker(() => Promise.resolve(busy), { attempt: 4, lastAttempt: true }).ask(id);
    const found = must(await check(desk));
    expect(found).toMatchObject({ waiting: false, hits: [] });
    expect(found.checks.find((one) => one.kind === 'provider')).toMatchObject({
      verdict: 'unknown',
      evidence: { code: 'provider_silent', status: 429 },
    });
  });

  it('that is never heard of again is unknown after a while', async () => {
    const desk = await withProvider();
    const id = await asked(desk);
    await worker(() => Promise.resolve(said('clean'))).giveUp();
    expect(await asked(desk)).toBe(id);
    world.clock.move(16 * 60_000);
    await worker(() => Promise.resolve(said('clean'))).giveUp();
    await worker(() => Promise.resolve(said('clean'))).ask(id);
    expect(verdicts(must(await check(desk)))['provider']).toBe('unknown');
  });

  it('that knows of a lock adds it as evidence of its own', async () => {
    const desk = await withProvider();
    await worker(() => Promise.resolve(said('clean', 'hit'))).ask(await asked(desk));
    expect(must(await check(desk)).hits.map((one) => one.kind)).toEqual(['activation_lock']);
  });

  it('is asked again when the number is corrected, and its old answer no longer counts', async () => {
    const desk = await withProvider();
    await worker(() => Promise.resolve(said('hit'))).ask(await asked(desk));
    world.clock.move(1000);
    must(await identify(desk, { imei: imeiOf() }));
    expect(must(await check(desk))).toMatchObject({ waiting: true, hits: [] });
    await worker(() => Promise.resolve(said('hit'))).ask(await asked(desk));
    world.clock.move(1000);
    // The second IMEI is added to the same device: nobody was asked about that one yet.
    const [{ imei } = { imei: null }] = (
      await sql<{ imei: string }>`select imei from device_subjects where item_id = ${itemOf(desk)}`.execute(
        world.postgres.db,
      )
    ).rows;
    must(await identify(desk, { imei, imei2: imeiOf() }));
    expect(must(await check(desk))).toMatchObject({ waiting: true, hits: [] });
  });

  it('whose follow-up fails keeps the question open', async () => {
    const desk = await withProvider();
    const id = await asked(desk);
    followChecks(() => Promise.resolve(refuse('x', 'y')));
    await expect(worker(() => Promise.resolve(said('hit'))).ask(id)).rejects.toThrow('x: y');
    expect(await asked(desk)).toBe(id);
  });
});

describe('what follows', () => {
  it('is told of each hit once, whoever finds it', async () => {
    const told: string[] = [];
    followChecks((_, __, found) => {
      told.push(...found.fresh.filter((one) => one.verdict === 'hit').map((one) => one.kind));
      return Promise.resolve(ok(null));
    });
    await connect();
    const imei = imeiOf();
    must(await world.postgres.transact((tx) => blockDevice(tx, staff(), { number: imei, reason: 'Stolen' })));
    const desk = await onBench();
    must(await identify(desk, { imei }));
    must(await check(desk));
    await worker(() => Promise.resolve(said('hit'))).ask(await asked(desk));
    must(await check(desk));
    must(await world.postgres.transact((tx) => answerLock(tx, staff(), itemOf(desk), { locked: 'no' })));
    must(await world.postgres.transact((tx) => answerLock(tx, staff(), itemOf(desk), { locked: 'yes' })));
    expect(told).toEqual(['block_list', 'provider', 'activation_lock']);
  });

  it('undoes the checks when it is refused', async () => {
    const imei = imeiOf();
    must(await world.postgres.transact((tx) => blockDevice(tx, staff(), { number: imei, reason: 'Stolen' })));
    const desk = await onBench();
    followChecks(() => Promise.resolve(refuse('x', 'y')));
    expect(refusedWith(await identify(desk, { imei }))).toBe('x');
    expect(await rows(desk)).toEqual([]);
  });
});
