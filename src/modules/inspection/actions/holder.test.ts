import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../../test/builders.ts';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import type { Ctx } from '../../../kernel/actor.ts';
import { MINUTE } from '../../../kernel/time.ts';
import { firstChecklist } from '../rules/first-checklists.ts';
import type { Findings, InspectionRow } from '../store.ts';
import { openDispute } from './disputes.ts';
import { takeOverInspection } from './holder.ts';
import { completeInspection, openInspection, recordFindings } from './inspect.ts';

const world = testDatabase();
beforeAll(async () => {
  await aShop(world);
  countEffects();
  for (const name of ['Anna', 'Ben'])
    await sql`
      insert into staff (id, email, name, roles, locale, created_at)
      values (${`stf_${name}`}, ${`${name}@example.com`}, ${name}, '{owner}', 'en', ${world.clock.now()})`.execute(
      world.postgres.db,
    );
});

const by = (name: string): Ctx => {
  const actor = staffActor();
  if (actor.kind !== 'staff') throw new Error('staffActor() is staff');
  return world.ctxFor({ ...actor, id: `stf_${name}`, name });
};
const checks = Object.fromEntries(
  firstChecklist('phone').checks.map((check) => [check.id, { result: 'pass' as const }]),
);
const onBench = () => aCase(world, { moves: ['confirm', 'receive'] });
const open = (who: string, desk: Desk) =>
  world.postgres.transact((tx) => openInspection(tx, by(who), desk.itemIds[0] ?? ''));
const save = (who: string, row: InspectionRow, more: Partial<Findings> = {}) =>
  world.postgres.transact((tx) =>
    recordFindings(tx, by(who), row.id, row.version, {
      checks,
      cosmetic_grade: 'A',
      functional_grade: 'works',
      battery_percent: null,
      note: null,
      ...more,
    }),
  );
const takeOver = (who: string, row: InspectionRow) =>
  world.postgres.transact((tx) => takeOverInspection(tx, by(who), row.id));
const complete = (who: string, row: InspectionRow) =>
  world.postgres.transact((tx) => completeInspection(tx, by(who), row.id));
const notes = async (desk: Desk) =>
  (
    await sql<{ body: string }>`select body from notes where case_id = ${desk.caseId}`.execute(
      world.postgres.db,
    )
  ).rows.map((row) => row.body);

describe('one inspector at a time', () => {
  it('keeps others from saving and completing, and says who has it', async () => {
    const desk = await onBench();
    const row = must(await open('Anna', desk));
    const seen = must(await open('Ben', desk));
    expect(seen).toMatchObject({ id: row.id, inspector_id: 'stf_Anna', inspector_name: 'Anna' });
    const taken = {
      ok: false,
      code: 'inspection_taken',
      more: { inspector: { id: 'stf_Anna', name: 'Anna' } },
    };
    expect(await save('Ben', seen)).toMatchObject(taken);
    must(await save('Anna', row));
    expect(await complete('Ben', row)).toMatchObject(taken);
    expect(must(await complete('Anna', row)).state).toBe('complete');
    expect(await notes(desk)).toEqual([]);
  });

  it('is taken over with a note; the one before is told at the next save', async () => {
    const desk = await onBench();
    const row = must(await open('Anna', desk));
    const mine = must(await takeOver('Ben', row));
    expect(mine).toMatchObject({ inspector_id: 'stf_Ben', first_inspector_id: 'stf_Anna' });
    expect(must(await takeOver('Ben', row)).version).toBe(mine.version);
    expect(await notes(desk)).toEqual(['Took over the inspection from Anna.']);
    expect(await save('Anna', row)).toMatchObject({
      code: 'inspection_taken',
      more: { inspector: { name: 'Ben' } },
    });
    must(await save('Ben', mine));
    must(await complete('Ben', mine));
    expect(await takeOver('Anna', mine)).toMatchObject({ code: 'inspection_closed' });
  });

  it('passes on by itself after half an hour without a finding, not before', async () => {
    const desk = await onBench();
    const row = must(await open('Anna', desk));
    const once = must(await save('Anna', row));
    world.clock.move(30 * MINUTE);
    expect(await save('Ben', once)).toMatchObject({ code: 'inspection_taken' });
    world.clock.move(1);
    expect(await save('Ben', row)).toMatchObject({ code: 'stale_inspection' });
    expect(must(await save('Ben', once)).inspector_id).toBe('stf_Ben');
    expect(await notes(desk)).toEqual(['Took over the inspection from Anna.']);
  });

  it('counts neither the time between two people nor anything twice', async () => {
    const row = must(await open('Anna', await onBench()));
    world.clock.move(40_000);
    const once = must(await save('Anna', row));
    world.clock.move(90_000);
    const mine = must(await takeOver('Ben', once));
    world.clock.move(20_000);
    let last = must(await save('Ben', mine));
    expect(last.active_seconds).toBe(60);
    for (let at = 0; at < 5; at += 1) {
      world.clock.move(400);
      last = must(await save('Ben', last));
    }
    expect(last.active_seconds).toBe(62);
    world.clock.move(121_000);
    expect(must(await save('Ben', last)).active_seconds).toBe(62);
  });

  it('keeps the blind second inspection from everybody who worked on the first', async () => {
    const desk = await onBench();
    const itemId = desk.itemIds[0] ?? '';
    const row = must(await open('Anna', desk));
    const bens = must(await takeOver('Ben', row));
    const last = must(
      await world.postgres.transact((tx) => takeOverInspection(tx, world.ctxFor(staffActor()), bens.id)),
    );
    const asLast = world.ctxFor(staffActor());
    must(
      await world.postgres.transact((tx) =>
        recordFindings(tx, asLast, last.id, last.version, {
          checks,
          cosmetic_grade: 'A',
          functional_grade: 'works',
          battery_percent: null,
          note: null,
        }),
      ),
    );
    must(await world.postgres.transact((tx) => completeInspection(tx, asLast, last.id)));
    const at = { stage: 'being_inspected', status: 'testing' };
    const event = {
      caseId: desk.caseId,
      items: [{ id: itemId, from: at, to: at, seq: 9 }],
      move: 'dispute',
      reason: 'It was whole.',
      data: {},
    };
    must(await world.postgres.transact((tx) => openDispute(tx, asLast, event)));
    for (const who of ['Anna', 'Ben'])
      expect(await open(who, desk)).toMatchObject({ ok: false, code: 'same_inspector' });
    expect(await takeOver('Ben', last)).toMatchObject({ code: 'inspection_hidden' });
    await sql`
      insert into staff (id, email, name, roles, locale, created_at)
      values ('stf_Cleo', 'cleo@example.com', 'Cleo', '{owner}', 'en', ${world.clock.now()})`.execute(
      world.postgres.db,
    );
    const second = must(await open('Cleo', desk));
    expect(second).toMatchObject({ kind: 'second', inspector_name: 'Cleo' });
    expect(await takeOver('Ben', second)).toMatchObject({ code: 'same_inspector' });
  });
});
