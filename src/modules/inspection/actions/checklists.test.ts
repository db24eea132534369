import { beforeAll, describe, expect, it } from 'vitest';
import { aShop } from '../../../../test/builders.ts';
import { must, staffActor, testDatabase } from '../../../../test/harness.ts';
import { publishQuestions } from '../../catalog/actions/questions.ts';
import { FIRST_QUESTIONS } from '../../catalog/rules/sets/all.ts';
import type { Category } from '../rules.ts';
import type { ChecklistBody } from '../rules/checklist.ts';
import { firstChecklist } from '../rules/first-checklists.ts';
import { checklistVersions } from '../store/checklists.ts';
import {
  askedNow,
  checklistVersion,
  presentChecklist,
  publishChecklist,
  tryChecklist,
} from './checklists.ts';

const world = testDatabase();
beforeAll(() => aShop(world));

const ctx = () => world.ctxFor(staffActor());
const publish = (category: Category, body: ChecklistBody, basedOn: number, note: string | null = null) =>
  world.postgres.transact((tx) => publishChecklist(tx, ctx(), { category, body, note, basedOn }));
const withScreen = (category: Category, answer: string): ChecklistBody => {
  const list = firstChecklist(category);
  const checks = list.checks.map((one) => (one.id === 'screen' ? { ...one, answer_on_fail: answer } : one));
  return { ...list, checks };
};

describe('a checklist', () => {
  it('keeps the list it came with as version 1, and every later one with who and why', async () => {
    const { db } = world.postgres;
    const list = firstChecklist('tablet');
    expect(await presentChecklist(db, 'tablet')).toEqual({ version: 1, body: list });
    expect(await checklistVersions(db, 'tablet')).toEqual([]);
    const shorter = { ...list, checks: list.checks.slice(0, 3) };
    must(await publish('tablet', shorter, 1, 'Only three'));
    const kept = await checklistVersions(db, 'tablet');
    expect(kept.map((one) => [one.version, one.body.checks.length, one.note, one.created_by])).toEqual([
      [2, 3, 'Only three', 'stf_test'],
      [1, list.checks.length, null, null],
    ]);
  });

  it('goes back to an old version by publishing it anew', async () => {
    const { db } = world.postgres;
    const list = firstChecklist('laptop');
    must(await publish('laptop', { ...list, checks: list.checks.slice(0, 2) }, 1));
    const old = must(await checklistVersion(db, 'laptop', 1));
    must(await publish('laptop', old.body, 2, 'Back to version 1'));
    expect(await presentChecklist(db, 'laptop')).toMatchObject({ version: 3, body: list });
    expect(await checklistVersion(db, 'laptop', 9)).toMatchObject({ code: 'checklist_version_unknown' });
  });

  it('is checked against the questions of its own category, as the shop asks them now', async () => {
    const field = 'checks.2.answer_on_fail';
    expect(await publish('watch', withScreen('watch', 'shattered'), 1)).toMatchObject({
      code: 'checklist_invalid',
      field,
    });
    expect(await checklistVersions(world.postgres.db, 'watch')).toEqual([]);
    const first = FIRST_QUESTIONS.watch;
    const renamed = (key: string) => (key === 'cracked' ? 'shattered' : key);
    const questions = first.questions.map((one) =>
      one.key === 'screen'
        ? { ...one, answers: one.answers.map((a) => ({ ...a, key: renamed(a.key) })) }
        : one,
    );
    const presets = first.presets.map((one) => ({
      ...one,
      answers: { ...one.answers, screen: renamed(one.answers['screen'] ?? '') },
    }));
    const asked = { category: 'watch' as const, questions, presets, basedOn: null };
    must(await world.postgres.transact((tx) => publishQuestions(tx, ctx(), asked)));
    // Touch asks the same question, so both links have to follow.
    expect(await publish('watch', withScreen('watch', 'shattered'), 1)).toMatchObject({
      field: 'checks.3.answer_on_fail',
    });
    const list = withScreen('watch', 'shattered');
    const checks = list.checks.map((one) =>
      one.id === 'touch' ? { ...one, answer_on_fail: 'shattered' } : one,
    );
    must(await publish('watch', { ...list, checks }, 1));
  });

  it('is tried without being kept', async () => {
    const { db } = world.postgres;
    const questions = await askedNow(db, ctx(), 'phone');
    const draft = withScreen('phone', 'worn');
    expect(tryChecklist(draft, ['screen', 'water_damage', 'nonsense'], questions)).toEqual({
      cosmetic: 'D',
      functional: 'faulty',
      because: [
        { check: 'screen', axis: 'cosmetic' },
        { check: 'water_damage', axis: 'functional' },
      ],
      answers: { screen: 'worn', functions: 'several' },
      photos: ['screen', 'water_damage'],
    });
    expect(await checklistVersions(db, 'phone')).toEqual([]);
  });

  it('is published by nobody without the permission', async () => {
    const actor = staffActor();
    if (actor.kind !== 'staff') throw new Error('staffActor() is staff');
    const viewer = world.ctxFor({ ...actor, permissions: new Set(['settings.view', 'case.view']) });
    const input = { category: 'phone' as const, body: firstChecklist('phone'), note: null, basedOn: 1 };
    expect(await world.postgres.transact((tx) => publishChecklist(tx, viewer, input))).toMatchObject({
      code: 'permission_missing',
    });
  });
});
