/** Cases for tests, made through the real moves; each builder makes its own parents. */
import { sql } from 'kysely';
import type { Actor } from '../src/kernel/actor.ts';
import { ok, type Outcome } from '../src/kernel/outcome.ts';
import { serveEffects, type EffectHandler, type Effects } from '../src/modules/cases/actions/effects.ts';
import { moveItems } from '../src/modules/cases/actions/move.ts';
import { beginItems, openCase } from '../src/modules/cases/actions/open.ts';
import { EFFECTS } from '../src/modules/cases/rules/effects.ts';
import { must, staffActor, type TestWorld } from './harness.ts';

export const SYSTEM: Actor = { kind: 'system' };
export const CLOCK: Actor = { kind: 'clock' };

/** Effects that do nothing but count how often they ran, save for those given. */
export function countEffects(served: Partial<Effects> = {}): Map<string, number> {
  const ran = new Map<string, number>();
  const counted =
    (name: string, handler: EffectHandler): EffectHandler =>
    (tx, ctx, event) => {
      ran.set(name, (ran.get(name) ?? 0) + 1);
      return handler(tx, ctx, event);
    };
  const nothing: EffectHandler = () => Promise.resolve(ok(null));
  const table = Object.fromEntries(EFFECTS.map((name) => [name, counted(name, served[name] ?? nothing)]));
  serveEffects(table as Effects);
  return ran;
}

/** The one shop there is, with a store and the member of staff that `staffActor()` is. */
export async function aShop(world: TestWorld, settings: Record<string, unknown> = {}): Promise<void> {
  const { db } = world.postgres;
  const now = world.clock.now();
  await sql`
    insert into shop (name, currency, country, locale, timezone, settings, set_up_at)
    values ('Test shop', 'EUR', 'NL', 'en', 'Europe/Amsterdam', ${JSON.stringify(settings)}::jsonb, ${now}) on conflict do nothing`.execute(
    db,
  );
  await sql`
    insert into locations (id, name, slug, address, timezone, created_at)
    values ('loc_test', 'Store', 'store', '{}', 'Europe/Amsterdam', ${now}) on conflict do nothing`.execute(
    db,
  );
  await sql`
    insert into staff (id, email, name, roles, locale, created_at)
    values ('stf_test', 'staff@example.com', 'Test Staff', '{owner}', 'en', ${now}) on conflict do nothing`.execute(
    db,
  );
}

export type CaseSpec = {
  readonly items?: number;
  readonly channel?: 'mail_in' | 'in_store';
  readonly silence?: 'send_back' | 'accept' | 'hold';
  /** Moves made one after the other with all items, each by staff unless it is a pair with its actor. */
  readonly moves?: readonly (string | [string, Actor])[];
};

export type Desk = { readonly caseId: string; readonly reference: string; readonly itemIds: string[] };

/** A case whose items were created and then moved as asked. Needs `aShop` and served effects. */
export async function aCase(world: TestWorld, spec: CaseSpec = {}): Promise<Desk> {
  const ctx = world.ctxFor(SYSTEM);
  const channel = spec.channel ?? 'mail_in';
  const desk = must(
    await world.postgres.transact(async (tx): Promise<Outcome<Desk>> => {
      const customerId = ctx.newId('cus');
      await sql`
        insert into customers (id, name, email, locale, created_at)
        values (${customerId}, 'Jo Doe', ${`${customerId}@example.com`}, 'en', ${ctx.now})`.execute(tx);
      const opened = await openCase(tx, ctx, {
        channel,
        customerId,
        contact: { name: 'Jo Doe', email: 'jo@example.com' },
        address: { line1: 'Main street 1', postal_code: '1012 AB', city: 'Amsterdam', country: 'NL' },
        locationId: 'loc_test',
        visitOn: '2026-11-10',
        locale: 'en',
        currency: 'EUR',
        source: 'api',
        silence: spec.silence ?? 'send_back',
        items: Array.from({ length: spec.items ?? 1 }, (_, at) => ({
          category: 'phone' as const,
          variantId: null,
          title: `Phone ${at + 1}`,
          priceMinor: 10_000,
        })),
      });
      if (!opened.ok) return opened;
      const { caseId, itemIds } = opened.value;
      for (const [at, itemId] of itemIds.entries())
        await sql`
          insert into quotes (id, case_id, item_id, number, kind, state, questions, answers, lines, price_minor, currency, valid_until, made_by_kind, made_at)
          values (${`quo_${caseId}_${at}`}, ${caseId}, ${itemId}, 1, 'quote', 'offered', '[]', '{}', '[]', 10000, 'EUR', ${new Date(ctx.now.getTime() + 14 * 86_400_000)}, 'system', ${ctx.now})`.execute(
          tx,
        );
      await sql`insert into payout_methods (case_id, kind, masked, changed_by_kind, changed_at) values (${caseId}, 'store_credit', 'Store credit', 'system', ${ctx.now})`.execute(
        tx,
      );
      const begun = await beginItems(tx, ctx, caseId);
      return begun.ok ? ok({ caseId, reference: opened.value.reference, itemIds }) : begun;
    }),
  );
  for (const one of spec.moves ?? []) {
    const [move, actor] = typeof one === 'string' ? [one, staffActor()] : one;
    await moveAll(world, desk, move, actor);
  }
  return desk;
}

/** Moves every item of a case, whatever form the move has. */
export async function moveAll(
  world: TestWorld,
  desk: Desk,
  move: string,
  actor: Actor = staffActor(),
): Promise<void> {
  const form = FORMS[move];
  must(
    await world.postgres.transact((tx) =>
      moveItems(tx, world.ctxFor(actor), {
        caseId: desk.caseId,
        move,
        itemIds: desk.itemIds,
        reason: 'because',
        ...(form ? { form } : {}),
      }),
    ),
  );
}

const FORMS: Readonly<Record<string, string>> = {
  receive: 'receive',
  accept: 'answer',
  decline: 'answer',
  submit_payout: 'payout',
  hold_general: 'hold',
};

/** Where the items of a case stand, as `stage/status`. */
export async function placesOf(world: TestWorld, caseId: string): Promise<string[]> {
  const found = await sql<{
    at: string;
  }>`select stage || '/' || status as at from items where case_id = ${caseId} order by position`.execute(
    world.postgres.db,
  );
  return found.rows.map((r) => r.at);
}
