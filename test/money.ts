/** For the tests of money: a shop, its people and cases whose items stand before the payout, on a real database. */
import { sql } from 'kysely';
import { aShop, countEffects, SYSTEM } from './builders.ts';
import { must, staffActor, type TestWorld } from './harness.ts';
import type { Actor, Ctx } from '../src/kernel/actor.ts';
import { ok, type Outcome } from '../src/kernel/outcome.ts';
import type { Tx } from '../src/platform/postgres.ts';
import type { Keyring } from '../src/platform/secrets.ts';
import { factsOf, moveItems, settle } from '../src/modules/cases/actions/move.ts';
import { openCase } from '../src/modules/cases/actions/open.ts';
import { forgetShop } from '../src/modules/identity/shop.ts';
import type { MethodInput } from '../src/modules/money/accounts.ts';
import { setPayoutMethod } from '../src/modules/money/actions/method.ts';
import { preparePayout, resumePayout, withdrawPayout } from '../src/modules/money/actions/prepare.ts';

/** A keyring for tests only. */
export const TEST_KEYRING: Keyring = {
  current: 'test',
  keys: new Map([['test', new Uint8Array(32).fill(7)]]),
};

export const IBAN = 'NL91ABNA0417164300';
export const OTHER_IBAN = 'DE89370400440532013000';
export const BANK: MethodInput = { kind: 'bank', holder: 'Jo Doe', iban: IBAN };

export const ANNE: Actor = staffActor(undefined, 'stf_anne');
export const BEN: Actor = staffActor(undefined, 'stf_ben');

/** Serves the effects of money with money's own code and all others with nothing. */
export function serveMoneyEffects(): void {
  countEffects({
    'payout.prepare': preparePayout,
    'payout.withdraw': withdrawPayout,
    'payout.cancel': withdrawPayout,
    'payout.resume': resumePayout,
  });
}

/** The shop, one store, two people of finance. */
export async function openShop(world: TestWorld): Promise<void> {
  serveMoneyEffects();
  await aShop(world);
  for (const id of ['stf_anne', 'stf_ben'])
    await sql`
      insert into staff (id, email, name, roles, locale, created_at)
      values (${id}, ${`${id}@example.com`}, ${id}, '{finance}', 'en', ${world.clock.now()})`.execute(
      world.postgres.db,
    );
}

/** Changes the shop's settings. */
export async function setSettings(world: TestWorld, settings: Record<string, unknown>): Promise<void> {
  await sql`update shop set settings = ${JSON.stringify(settings)}::jsonb`.execute(world.postgres.db);
  forgetShop(world.postgres.db);
}

export type Desk = { caseId: string; itemIds: string[]; customerId: string; reference: string };

/** Puts items where the bench leaves them, by a history row of their own. */
async function pass(tx: Tx, ctx: Ctx, desk: { caseId: string; itemIds: string[] }): Promise<void> {
  for (const id of desk.itemIds)
    await sql`
      insert into item_events (id, case_id, item_id, seq, move, to_stage, to_status, to_open, next_actor, actor_kind, at, request_id)
      values (${ctx.newId('evt')}, ${desk.caseId}, ${id}, 1, 'create', 'being_inspected', 'passed', true, 'bench', 'system', ${ctx.now}, 'req_1')`.execute(
      tx,
    );
}

export type CaseSpec = {
  readonly prices?: readonly number[];
  readonly method?: MethodInput | null;
  readonly channel?: 'mail_in' | 'in_store';
  readonly currency?: string;
};

/** A case with items of these prices; with a method, they stand in Payout Processing/ready, else in passed. */
export async function aCase(world: TestWorld, spec: CaseSpec = {}): Promise<Desk> {
  const ctx = world.ctxFor(SYSTEM);
  const channel = spec.channel ?? 'in_store';
  return must(
    await world.postgres.transact(async (tx): Promise<Outcome<Desk>> => {
      const customerId = ctx.newId('cus');
      await sql`
        insert into customers (id, name, email, locale, created_at)
        values (${customerId}, 'Jo Doe', ${`${customerId}@example.com`}, 'en', ${ctx.now})`.execute(tx);
      const opened = await openCase(tx, ctx, {
        channel,
        customerId,
        contact: { name: 'Jo Doe', email: 'jo@example.com' },
        locationId: channel === 'in_store' ? 'loc_test' : null,
        locale: 'en',
        currency: spec.currency ?? 'EUR',
        source: 'counter',
        silence: 'send_back',
        items: (spec.prices ?? [10_000]).map((priceMinor, at) => ({
          category: 'phone',
          variantId: null,
          title: `Phone ${at + 1}`,
          priceMinor,
        })),
      });
      if (!opened.ok) return opened;
      const desk: Desk = { ...opened.value, customerId };
      await pass(tx, ctx, desk);
      const method = spec.method === undefined ? BANK : spec.method;
      if (method === null) return ok(desk);
      const set = await setPayoutMethod(tx, ctx, { caseId: desk.caseId, ...method }, TEST_KEYRING);
      return set.ok ? ok(desk) : set;
    }),
  );
}

/** Makes the automatic moves that a change of facts now allows. */
export async function settleCase(world: TestWorld, caseId: string): Promise<void> {
  const ctx = world.ctxFor(SYSTEM);
  must(await world.postgres.transact(async (tx) => await settle(tx, ctx, await factsOf(tx, caseId))));
}

/** Makes a move of the desk: a hold, its release, a withdrawal. */
export async function move(
  world: TestWorld,
  desk: Desk,
  name: 'hold_general' | 'release' | 'withdraw',
  itemIds: readonly string[],
): Promise<Outcome<unknown>> {
  const form = name === 'release' ? 'release_hold' : name === 'hold_general' ? 'hold' : undefined;
  const ctx = world.ctxFor(ANNE);
  return await world.postgres.transact((tx) =>
    moveItems(tx, ctx, {
      caseId: desk.caseId,
      move: name,
      itemIds,
      reason: 'for a test',
      ...(form ? { form } : {}),
    }),
  );
}

export type SeenPayout = {
  id: string;
  number: number;
  kind: string;
  state: string;
  amount_minor: number;
  batch_id: string | null;
  masked: string;
  not_before: Date | null;
  transaction_reference: string | null;
  failure: string | null;
};

/** The payouts of a case, in order. */
export async function payoutsOf(world: TestWorld, caseId: string): Promise<SeenPayout[]> {
  const found = await sql<SeenPayout>`
    select id, number, kind, state, amount_minor, batch_id, masked, not_before, transaction_reference, failure
      from payouts where case_id = ${caseId} order by number`.execute(world.postgres.db);
  return found.rows;
}

/** The last payout of a case, which must exist. */
export async function lastPayout(world: TestWorld, desk: Desk): Promise<SeenPayout> {
  const last = (await payoutsOf(world, desk.caseId)).at(-1);
  if (!last) throw new Error('the case has no payout');
  return last;
}

/** Where the items of a case stand, as `stage/status`. */
export async function placesOf(world: TestWorld, caseId: string): Promise<string[]> {
  const found = await sql<{ at: string }>`
    select stage || '/' || status as at from items where case_id = ${caseId} order by position`.execute(
    world.postgres.db,
  );
  return found.rows.map((row) => row.at);
}

/** What stands on an account: debit less credit. */
export async function balanceOn(world: TestWorld, account: string, caseId: string): Promise<number> {
  const found = await sql<{ minor: number }>`
    select coalesce(sum(debit_minor - credit_minor), 0)::bigint as minor from ledger_lines
     where account = ${account} and case_id = ${caseId}`.execute(world.postgres.db);
  return found.rows[0]?.minor ?? 0;
}
