import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects, type Desk } from '../../../../test/builders.ts';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import { firstChecklist } from '../rules/first-checklists.ts';
import { latestChecklist } from '../store/checklists.ts';
import { publishChecklist } from './checklists.ts';
import { isHidden, openDispute, opinionsOf } from './disputes.ts';
import { readInspection } from '../store.ts';
import { completeInspection, openInspection, recordFindings } from './inspect.ts';

const world = testDatabase();
beforeAll(async () => {
  await aShop(world);
  countEffects();
});

const ctx = () => world.ctxFor(staffActor());
const list = firstChecklist('phone');
const allPass = Object.fromEntries(list.checks.map((check) => [check.id, { result: 'pass' as const }]));
const onBench = () => aCase(world, { moves: ['confirm', 'receive'] });
const open = (desk: Desk) =>
  world.postgres.transact((tx) => openInspection(tx, ctx(), desk.itemIds[0] ?? ''));
const complete = (id: string) => world.postgres.transact((tx) => completeInspection(tx, ctx(), id));
const save = (
  row: { id: string; version: number },
  found: { checks?: Record<string, unknown>; cosmetic?: string; note?: string | null },
) =>
  world.postgres.transact((tx) =>
    recordFindings(tx, ctx(), row.id, row.version, {
      checks: found.checks ?? allPass,
      cosmetic_grade: found.cosmetic ?? 'A',
      functional_grade: 'works',
      battery_percent: 90,
      note: found.note ?? null,
    }),
  );
const publish = (basedOn: number, body = list) =>
  world.postgres.transact((tx) =>
    publishChecklist(tx, ctx(), { category: 'phone', body, note: null, basedOn }),
  );
const versionNow = async () => (await latestChecklist(world.postgres.db, 'phone'))?.version ?? 1;

describe('an inspection', () => {
  it('is resumed, not doubled, and refuses a stale save', async () => {
    const desk = await onBench();
    const row = must(await open(desk));
    expect(must(await open(desk)).id).toBe(row.id);
    const both = await Promise.all([save(row, {}), save(row, {})]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'stale_inspection' });
  });

  it('wants a note where the grade is not the one the checks ask for', async () => {
    const row = must(await open(await onBench()));
    const saved = must(await save(row, { cosmetic: 'B' }));
    expect(await complete(row.id)).toMatchObject({ ok: false, code: 'grade_note_missing' });
    must(await save(saved, { cosmetic: 'B', note: 'Light marks on the frame.' }));
    expect(must(await complete(row.id)).state).toBe('complete');
    const kept = await sql<{ suggested_cosmetic: string }>`
      select suggested_cosmetic from inspections where id = ${row.id}`.execute(world.postgres.db);
    expect(kept.rows[0]?.suggested_cosmetic).toBe('A');
  });

  it('keeps the version of the list it began with', async () => {
    const row = must(await open(await onBench()));
    const shorter = { ...list, checks: list.checks.filter((check) => check.id !== 'sim') };
    must(await publish(await versionNow(), shorter));
    const saved = must(await save(row, {}));
    expect(await save(saved, { checks: { nonsense: { result: 'pass' } } })).toMatchObject({
      code: 'check_unknown',
    });
    must(await complete(row.id));
    const next = must(await open(await onBench()));
    expect(await save(next, {})).toMatchObject({ code: 'check_unknown' });
  });

  it('does not end without the photo its list asks for', async () => {
    const checks = list.checks.map((c) => ({
      ...c,
      photo: c.id === 'screen' ? ('always' as const) : c.photo,
    }));
    must(await publish(await versionNow(), { ...list, checks }));
    const row = must(await open(await onBench()));
    must(await save(row, {}));
    const no = await complete(row.id);
    expect(no).toMatchObject({ ok: false, code: 'check_photo_missing', field: 'checks.screen' });
    must(await publish(await versionNow()));
  });

  it('counts time spent, not pauses', async () => {
    const row = must(await open(await onBench()));
    world.clock.move(60_000);
    const once = must(await save(row, {}));
    world.clock.move(3_600_000);
    must(await save(once, {}));
    const kept = await sql<{ active_seconds: number }>`
      select active_seconds from inspections where id = ${row.id}`.execute(world.postgres.db);
    expect(kept.rows[0]?.active_seconds).toBe(60);
  });
});

describe('publishing a checklist', () => {
  it('refuses an edit of a version that is not the newest, and lets one of two editors win', async () => {
    const base = await versionNow();
    const both = await Promise.all([publish(base), publish(base)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await publish(base)).toMatchObject({ code: 'stale_version' });
  });
});

describe('a second inspection', () => {
  const other = () => {
    const actor = staffActor();
    if (actor.kind !== 'staff') throw new Error('staffActor() is staff');
    return world.ctxFor({ ...actor, id: 'stf_other' });
  };
  beforeAll(async () => {
    await sql`
      insert into staff (id, email, name, roles, locale, created_at)
      values ('stf_other', 'other@example.com', 'Other', '{owner}', 'en', ${world.clock.now()})`.execute(
      world.postgres.db,
    );
  });
  const disputed = async (desk: Desk) => {
    const at = { stage: 'being_inspected', status: 'testing' };
    const items = [{ id: desk.itemIds[0] ?? '', from: at, to: at, seq: 9 }];
    const reason = 'It was not cracked.';
    must(
      await world.postgres.transact((tx) =>
        openDispute(tx, ctx(), { caseId: desk.caseId, items, move: 'dispute', reason, data: {} }),
      ),
    );
  };
  const hidden = async (id: string) => {
    const row = await readInspection(world.postgres.db, id);
    return row !== null && (await isHidden(world.postgres.db, row));
  };
  const shown = async (itemId: string) =>
    must(await opinionsOf(world.postgres.db, itemId)).shown.map((one) => one.hidden);

  it('is begun afresh where somebody left another look at the device open', async () => {
    const desk = await onBench();
    const itemId = desk.itemIds[0] ?? '';
    const first = must(await open(desk));
    must(await save(first, {}));
    must(await complete(first.id));
    const left = must(await open(desk));
    expect(left).toMatchObject({ kind: 'first', state: 'open', number: 2 });
    await disputed(desk);
    const second = must(await world.postgres.transact((tx) => openInspection(tx, other(), itemId)));
    expect(second).toMatchObject({ kind: 'second', checks: {} });
    const saved = await world.postgres.transact((tx) =>
      recordFindings(tx, ctx(), left.id, left.version, {
        checks: allPass,
        cosmetic_grade: 'A',
        functional_grade: 'works',
        battery_percent: null,
        note: null,
      }),
    );
    expect(saved).toMatchObject({ ok: false, code: 'inspection_not_found' });
  });

  it('needs photos of its own', async () => {
    const desk = await onBench();
    const itemId = desk.itemIds[0] ?? '';
    const photo = async (id: string) =>
      await sql`
        insert into files (id, case_id, item_id, purpose, name, media_type, bytes, sha256, storage_key, check_id, uploaded_by_kind, uploaded_at)
        values (${id}, ${desk.caseId}, ${itemId}, 'photo', 'a.jpg', 'image/jpeg', 10, ${'a'.repeat(64)}, ${id}, 'screen', 'staff', ${world.clock.now()})`.execute(
        world.postgres.db,
      );
    const cracked = { ...allPass, screen: { result: 'fail' as const } };
    const first = must(await open(desk));
    await photo('fil_first');
    must(await save(first, { checks: cracked, cosmetic: 'D', note: 'Cracked.' }));
    must(await complete(first.id));
    world.clock.move(60_000);
    await disputed(desk);
    const found = {
      checks: cracked,
      cosmetic_grade: 'D',
      functional_grade: 'works',
      battery_percent: null,
      note: 'Cracked.',
    };
    const second = must(await world.postgres.transact((tx) => openInspection(tx, other(), itemId)));
    must(
      await world.postgres.transact((tx) => recordFindings(tx, other(), second.id, second.version, found)),
    );
    const end = () => world.postgres.transact((tx) => completeInspection(tx, other(), second.id));
    expect(await end()).toMatchObject({ ok: false, code: 'check_photo_missing', field: 'checks.screen' });
    world.clock.move(60_000);
    await photo('fil_second');
    must(await end());
  });

  it('is made blind by somebody else, and laid beside the first when it is done', async () => {
    const desk = await onBench();
    const itemId = desk.itemIds[0] ?? '';
    const first = must(await open(desk));
    must(await save(first, {}));
    must(await complete(first.id));
    expect(await shown(itemId)).toEqual([false]);
    await disputed(desk);
    expect(await hidden(first.id)).toBe(true);
    expect(await open(desk)).toMatchObject({ ok: false, code: 'same_inspector' });
    expect(await complete(first.id)).toMatchObject({ ok: false, code: 'inspection_hidden' });

    const second = must(await world.postgres.transact((tx) => openInspection(tx, other(), itemId)));
    expect(second).toMatchObject({ kind: 'second', checks: {}, cosmetic_grade: null });
    expect(await save(second, {})).toMatchObject({ ok: false, code: 'same_inspector' });
    expect(await complete(second.id)).toMatchObject({ ok: false, code: 'same_inspector' });
    expect(await shown(itemId)).toEqual([true, false]);
    must(
      await world.postgres.transact((tx) =>
        recordFindings(tx, other(), second.id, second.version, {
          checks: allPass,
          cosmetic_grade: 'A',
          functional_grade: 'works',
          battery_percent: null,
          note: null,
        }),
      ),
    );
    expect(await hidden(first.id)).toBe(true);
    must(await world.postgres.transact((tx) => completeInspection(tx, other(), second.id)));
    expect(await shown(itemId)).toEqual([false, false]);
    expect(await hidden(first.id)).toBe(false);
  });
});
