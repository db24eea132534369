import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aShop, countEffects } from '../../../../test/builders.ts';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import { FIRST_QUESTIONS } from '../../catalog/rules/sets/all.ts';
import { firstChecklist } from '../rules/first-checklists.ts';
import type { Findings, InspectionRow } from '../store.ts';
import { toldDevice } from './by-hand.ts';
import { completeInspection, openInspection, recordFindings } from './inspect.ts';

const world = testDatabase();
beforeAll(async () => {
  await aShop(world);
  countEffects();
});

const ctx = () => world.ctxFor(staffActor());
const checks = Object.fromEntries(
  firstChecklist('phone').checks.map((check) => [check.id, { result: 'pass' as const }]),
);
const save = (row: InspectionRow, more: Partial<Findings> = {}) =>
  world.postgres.transact((tx) =>
    recordFindings(tx, ctx(), row.id, row.version, {
      checks,
      cosmetic_grade: 'A',
      functional_grade: 'works',
      battery_percent: null,
      note: null,
      ...more,
    }),
  );
const complete = (row: InspectionRow) =>
  world.postgres.transact((tx) => completeInspection(tx, ctx(), row.id));

describe('what is found by hand', () => {
  const variant = 'var_hand';
  const asked = FIRST_QUESTIONS.phone.questions;
  const withAnswers = async () => {
    const desk = await aCase(world, { moves: ['confirm', 'receive'] });
    await sql`
      update quotes set questions = ${JSON.stringify(asked)}::jsonb, answers = '{"screen":"like_new","body":"like_new"}'::jsonb
       where case_id = ${desk.caseId}`.execute(world.postgres.db);
    return must(await world.postgres.transact((tx) => openInspection(tx, ctx(), desk.itemIds[0] ?? '')));
  };
  beforeAll(async () => {
    const { db } = world.postgres;
    // `aCase` asks its sellers nothing, and a quote cannot be changed later: here it can.
    await sql`alter table quotes disable trigger user`.execute(db);
    await sql`insert into brands (id, slug, name) values ('brd_h', 'hand', 'Hand')`.execute(db);
    for (const [id, category] of [
      ['mod_h', 'phone'],
      ['mod_w', 'watch'],
    ])
      await sql`insert into models (id, brand_id, slug, name, category, name_key, search_text, source, created_at) values (${id}, 'brd_h', ${`phone-${category}`}, 'Phone', ${category}, 'phone', 'phone', 'staff', ${world.clock.now()})`.execute(
        db,
      );
    await sql`insert into variants (id, model_id, label, position) values (${variant}, 'mod_h', '64 GB', 0), ('var_more', 'mod_h', '128 GB', 1), ('var_watch', 'mod_w', '40 mm', 0)`.execute(
      db,
    );
  });

  it.each([
    [{ found_variant_id: 'var_nothing' }, 'variant_unknown', 'found_variant_id'],
    [{ found_variant_id: 'var_watch' }, 'variant_unknown', 'found_variant_id'],
    [{ accessories: { spoon: true } }, 'accessory_unknown', 'accessories.spoon'],
    [{ found_answers: { colour: 'red' } }, 'question_unknown', 'found_answers.colour'],
    [{ found_answers: { screen: 'purple' } }, 'answer_unknown', 'found_answers.screen'],
    [{ found_answers: { battery: 'not_sure' } }, 'answer_unsure', 'found_answers.battery'],
  ])('refuses %o, naming the field, and keeps nothing', async (found, code, field) => {
    const row = await withAnswers();
    expect(await save(row, found)).toMatchObject({ ok: false, code, field });
    expect(must(await save(row)).checks).toEqual(checks);
  });

  it('is kept, stays when it is left out, and outweighs what the checks say at the end', async () => {
    const row = await withAnswers();
    const found = {
      found_variant_id: variant,
      accessories: { charger: true, box: false },
      found_answers: { screen: 'light' },
    };
    const once = must(await save(row, { ...found, found_answers: { screen: 'cracked' } }));
    const kept = must(await save(once));
    expect(kept).toMatchObject({ ...found, found_answers: { screen: 'cracked' } });
    const cleared = must(await save(kept, { found_variant_id: null, found_answers: {} }));
    expect(cleared).toMatchObject({ found_variant_id: null, found_answers: {} });
    must(await save(cleared, { found_answers: { screen: 'cracked' } }));
    expect(must(await complete(row)).found_answers).toMatchObject({
      screen: 'cracked',
      body: 'like_new',
    });
  });

  it('lies beside what the seller said, with every version of the model', async () => {
    const row = await withAnswers();
    await sql`update quotes set variant_id = ${variant} where item_id = ${row.item_id}`.execute(
      world.postgres.db,
    );
    const told = must(await toldDevice(world.postgres.db, row.item_id));
    expect(told.declared).toMatchObject({ variant_id: variant, answers: { screen: 'like_new' } });
    expect(told.versions.map((one) => one.label)).toEqual(['64 GB', '128 GB']);
    expect(await toldDevice(world.postgres.db, 'itm_nothing')).toMatchObject({ code: 'item_not_found' });
  });
});
