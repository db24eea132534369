import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, placesOf } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import { DAY } from '../../../kernel/time.ts';
import { refuse } from '../../../kernel/outcome.ts';
import { bulkMove } from './bulk.ts';
import { dueDeadlines } from '../store/deadlines.ts';
import { sweepDeadlines } from '../jobs.ts';
import { moveItems } from './move.ts';
import { addNote } from './notes.ts';
import { viewCase } from './view.ts';

const world = testDatabase();
let ran: Map<string, number>;

beforeAll(async () => {
  ran = countEffects();
  await aShop(world);
});

function move(
  caseId: string,
  name: string,
  itemIds: string[],
  more: Partial<Parameters<typeof moveItems>[2]> = {},
  actor = staffActor(),
) {
  return world.postgres.transact((tx) =>
    moveItems(tx, world.ctxFor(actor), { caseId, move: name, itemIds, ...more }),
  );
}

function sweep() {
  return sweepDeadlines({
    postgres: world.postgres,
    ctx: () => world.ctxFor({ kind: 'clock' }),
    log: world.log,
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
  });
}

describe('a move', () => {
  it('writes one row of history, moves the item and runs its effects once for the case', async () => {
    const desk = await aCase(world, { items: 3 });
    ran.clear();
    must(await move(desk.caseId, 'confirm', desk.itemIds));
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/active', 'leads/active', 'leads/active']);
    expect(ran.get('mail.offer_confirmed')).toBe(1);
    const rows = await sql<{
      n: number;
    }>`select count(*)::int as n from item_events where case_id = ${desk.caseId}`.execute(world.postgres.db);
    expect(rows.rows[0]?.n).toBe(6);
  });

  it('of several items happens to all or to none', async () => {
    const desk = await aCase(world, { items: 2 });
    must(await move(desk.caseId, 'confirm', [desk.itemIds[0] ?? '']));
    expect(refusedWith(await move(desk.caseId, 'confirm', desk.itemIds))).toBe('move_not_from_here');
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/active', 'leads/new']);
  });

  it('is undone when an effect says no', async () => {
    const desk = await aCase(world);
    countEffects({
      'mail.offer_confirmed': () => Promise.resolve(refuse('no_paper', 'The printer is empty.')),
    });
    expect(refusedWith(await move(desk.caseId, 'confirm', desk.itemIds))).toBe('no_paper');
    ran = countEffects();
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/new']);
  });

  it('on a page that is behind is refused with where the item is now', async () => {
    const desk = await aCase(world, { moves: ['confirm'] });
    const outcome = await move(desk.caseId, 'cancel', desk.itemIds, {
      expect: { [desk.itemIds[0] ?? '']: 1 },
    });
    expect(outcome).toMatchObject({
      ok: false,
      code: 'stale_item',
      more: { current: { stage: 'leads', status: 'active', seq: 2 } },
    });
  });

  it.each([
    ['fly', 'move_unknown'],
    ['receive', 'move_needs_form'],
    ['abandon', 'reason_missing'],
    ['pass', 'move_not_from_here'],
  ])('“%s” from a new lead is refused with %s', async (name, code) => {
    const desk = await aCase(world);
    expect(refusedWith(await move(desk.caseId, name, desk.itemIds))).toBe(code);
  });

  it('of another case’s item, of no item and of no case is refused', async () => {
    const [one, two] = [await aCase(world), await aCase(world)];
    expect(refusedWith(await move(one.caseId, 'confirm', two.itemIds))).toBe('item_not_in_case');
    expect(refusedWith(await move(one.caseId, 'confirm', []))).toBe('no_items');
    expect(refusedWith(await move('cas_none', 'confirm', one.itemIds))).toBe('case_not_found');
  });

  it('needs its permission, which the refusal names', async () => {
    const desk = await aCase(world);
    expect(await move(desk.caseId, 'confirm', desk.itemIds, {}, staffActor(['case.view']))).toMatchObject({
      code: 'permission_missing',
      why: expect.stringContaining('case.edit'),
    });
  });

  it('made by fifty people at once has one winner', async () => {
    const desk = await aCase(world);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => move(desk.caseId, 'confirm', desk.itemIds)),
    );
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
    expect(new Set(outcomes.filter((o) => !o.ok).map(refusedWith))).toEqual(new Set(['move_not_from_here']));
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/active']);
  });
});

describe('the database', () => {
  it.each([
    "stage = 'completed'",
    "status = 'paid'",
    'seq = seq + 1',
    "due_at = '2030-01-01'",
    'is_open = false',
    "next_actor = 'nobody'",
  ])('refuses “update items set %s” without a history row', async (change) => {
    const desk = await aCase(world);
    await expect(
      sql`update items set ${sql.raw(change)} where case_id = ${desk.caseId}`.execute(world.postgres.db),
    ).rejects.toMatchObject({ code: 'RP002' });
  });

  it('refuses a history row from where the item no longer is', async () => {
    const desk = await aCase(world, { moves: ['confirm'] });
    await expect(
      sql`insert into item_events (id, case_id, item_id, seq, move, from_stage, from_status, to_stage, to_status, to_open, next_actor, actor_kind, at, request_id)
          values ('evt_x', ${desk.caseId}, ${desk.itemIds[0]}, 3, 'confirm', 'leads', 'new', 'leads', 'active', true, 'customer', 'staff', now(), 'r')`.execute(
        world.postgres.db,
      ),
    ).rejects.toMatchObject({ code: 'RP001' });
  });

  it.each([
    'update item_events set reason = null',
    'delete from item_events',
    'truncate item_events cascade',
    'delete from items',
  ])('refuses “%s”', async (statement) => {
    await aCase(world);
    await expect(sql.raw(statement).execute(world.postgres.db)).rejects.toMatchObject({ code: 'RP002' });
  });

  it('replays to the present state', async () => {
    const wrong = await sql<{ id: string }>`
      select i.id from items i join lateral (select to_stage, to_status, seq from item_events e where e.item_id = i.id order by seq desc limit 1) e on true
       where (i.stage, i.status, i.seq) is distinct from (e.to_stage, e.to_status, e.seq)`.execute(
      world.postgres.db,
    );
    expect(wrong.rows).toEqual([]);
  });
});

describe('a clock', () => {
  it('abandons an unconfirmed quote after three days, once, however often the sweeper runs', async () => {
    const desk = await aCase(world);
    world.clock.move(3 * DAY - 1000);
    await sweep();
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/new']);
    world.clock.move(2000);
    ran.clear();
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/abandoned']);
    expect(ran.get('mail.quote_abandoned')).toBeGreaterThanOrEqual(1);
    const rows = await sql<{
      reason: string;
      actor_kind: string;
    }>`select reason, actor_kind from item_events where item_id = ${desk.itemIds[0]} and move = 'abandon'`.execute(
      world.postgres.db,
    );
    expect(rows.rows).toEqual([{ reason: 'not_confirmed', actor_kind: 'clock' }]);
  });

  it('reminds once before it', async () => {
    const desk = await aCase(world);
    ran.clear();
    world.clock.move(2 * DAY);
    await sweep();
    await sweep();
    const left = (
      await dueDeadlines(world.postgres.db, new Date(world.clock.now().getTime() + 30 * DAY), 1000)
    ).filter((d) => d.case_id === desk.caseId);
    expect(left.map((d) => d.clock)).toEqual(['confirm']);
  });

  it('that was set for a status the item has left does not ring', async () => {
    const desk = await aCase(world, { moves: ['confirm'] });
    world.clock.move(4 * DAY);
    await sweep();
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/active']);
  });

  it('turned back rings nothing early', async () => {
    const desk = await aCase(world);
    world.clock.move(-DAY);
    await sweep();
    expect(await placesOf(world, desk.caseId)).toEqual(['leads/new']);
    world.clock.move(DAY);
  });
});

describe('the case page', () => {
  it('rolls up, and gives each item its moves with reasons', async () => {
    const desk = await aCase(world, { items: 2, moves: ['confirm'] });
    must(await move(desk.caseId, 'carrier_scan', [desk.itemIds[0] ?? '']));
    const view = must(await viewCase(world.postgres.db, world.ctxFor(staffActor()), desk.caseId));
    expect(view.roll_up).toEqual([
      { stage: 'in_transit', status: 'moving', count: 1 },
      { stage: 'leads', status: 'active', count: 1 },
    ]);
    expect(view.items[1]?.moves.map((m) => m.move)).toContain('cancel');
    expect(view.items[0]?.moves.map((m) => m.move)).not.toContain('cancel');
  });

  it('shows a bench person why a move is greyed', async () => {
    const desk = await aCase(world, { moves: ['confirm', 'receive'] });
    const view = must(await viewCase(world.postgres.db, world.ctxFor(staffActor()), desk.caseId));
    expect(view.items[0]?.moves.find((m) => m.move === 'pre_check_passed')?.refused).toMatchObject({
      code: 'identity_missing',
    });
  });
});

describe('many cases at once', () => {
  it('are moved each for itself, with a list of what failed, and a dry run changes nothing', async () => {
    const [one, two] = [await aCase(world), await aCase(world, { moves: ['confirm'] })];
    const items = [...one.itemIds, ...two.itemIds, 'itm_none'].map((item_id) => ({ item_id }));
    const dry = must(
      await bulkMove(world.postgres, world.ctxFor(staffActor()), { move: 'confirm', items, dryRun: true }),
    );
    expect(dry.done).toEqual(one.itemIds);
    expect(await placesOf(world, one.caseId)).toEqual(['leads/new']);
    const real = must(
      await bulkMove(world.postgres, world.ctxFor(staffActor()), { move: 'confirm', items, dryRun: false }),
    );
    expect(real.done).toEqual(one.itemIds);
    expect(real.failed.map((f) => f.code).toSorted()).toEqual(['item_not_found', 'move_not_from_here']);
  });
});

describe('a note', () => {
  it('is kept with who wrote it; an empty one, a book and a stranger’s are refused', async () => {
    const desk = await aCase(world);
    const write = (body: string, actor = staffActor()) =>
      world.postgres.transact((tx) =>
        addNote(tx, world.ctxFor(actor), desk.caseId, { body, visibility: 'internal' }),
      );
    expect(must(await write('<b>Screen</b> ok'))).toMatchObject({
      body: '<b>Screen</b> ok',
      actor_id: 'stf_test',
    });
    expect(refusedWith(await write('  '))).toBe('note_empty');
    expect(refusedWith(await write('x'.repeat(10_001)))).toBe('note_too_long');
    expect(refusedWith(await write('hello', staffActor(['case.view'])))).toBe('permission_missing');
  });
});
