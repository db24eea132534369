import { describe, expect, it } from 'vitest';
import { FIRST_QUESTIONS } from '../../catalog/rules/sets/all.ts';
import { phoneQuestions } from '../../catalog/rules/sets/phone.ts';
import { CHECKLISTS, type Category } from '../rules.ts';
import {
  checksWithoutPhoto,
  foundAnswers,
  openChecks,
  suggestGrade,
  type ChecklistBody,
  type Results,
} from './checklist.ts';
import { checkChecklist, LONGEST_LABEL } from './checklist-faults.ts';
import { firstChecklist } from './first-checklists.ts';

const list = firstChecklist('phone');
const passing: Results = Object.fromEntries(list.checks.map((check) => [check.id, { result: 'pass' }]));
const failing = (...ids: string[]): Results => ({
  ...passing,
  ...Object.fromEntries(ids.map((id) => [id, { result: 'fail' }])),
});

describe('the lists a shop begins with', () => {
  it.each(['phone', 'tablet', 'laptop', 'watch'] satisfies Category[])(
    '%s: complete and sound',
    (category) => {
      const first = firstChecklist(category);
      expect(first.checks.map((check) => check.id)).toEqual(CHECKLISTS[category].map((check) => check.id));
      expect(checkChecklist(first, FIRST_QUESTIONS[category].questions)).toMatchObject({ ok: true });
    },
  );
});

describe('a suggested grade', () => {
  it('is the base while nothing fails', () => {
    expect(suggestGrade(list, passing)).toEqual({ cosmetic: 'A', functional: 'works', because: [] });
    expect(suggestGrade(list, {})).toEqual({ cosmetic: 'A', functional: 'works', because: [] });
  });
  it('is the worst failure of each axis, and says which', () => {
    expect(suggestGrade(list, failing('screen', 'cameras', 'powers_on'))).toEqual({
      cosmetic: 'D',
      functional: 'dead',
      because: [
        { check: 'powers_on', axis: 'functional' },
        { check: 'screen', axis: 'cosmetic' },
      ],
    });
  });
  it('never gets better by a failure', () => {
    const worn: ChecklistBody = { ...list, base: { cosmetic: 'E', functional: 'works' } };
    expect(suggestGrade(worn, failing('screen')).cosmetic).toBe('E');
  });
});

describe('the seller’s questions as the bench answers them', () => {
  const told = { powers_on: 'yes', screen: 'like_new', battery: 'healthy', functions: 'all', account: 'yes' };
  const found = (results: Results, declared = told) =>
    foundAnswers(list, results, declared, phoneQuestions.questions);

  it('are what was told when all is well', () => expect(found(passing)).toEqual(told));
  it('take what a failed check says', () =>
    expect(found(failing('screen', 'battery'))).toEqual({ ...told, screen: 'cracked', battery: 'weak' }));
  it('take the worst of several failures of one question', () =>
    expect(found(failing('buttons', 'water_damage')).functions).toBe('several'));
  it('keep a worse answer of the seller’s own', () =>
    expect(found(failing('battery'), { ...told, battery: 'service' }).battery).toBe('service'));
  it('correct a fault that is not there in the seller’s favour', () => {
    expect(found(passing, { ...told, screen: 'cracked', battery: 'weak' })).toMatchObject({
      screen: 'worn',
      battery: 'healthy',
    });
  });
  it('say nothing of a question whose checks are not all made', () =>
    expect(found({ screen: { result: 'pass' } }, { ...told, screen: 'cracked' }).screen).toBe('cracked'));
  it('ignore a link to an answer the question does not have', () => {
    const odd = { ...list, checks: list.checks.map((c) => ({ ...c, answer_on_fail: 'nonsense' })) };
    expect(foundAnswers(odd, failing('screen'), told, phoneQuestions.questions)).toEqual(told);
  });
});

describe('what is still missing', () => {
  it('names open checks in order', () =>
    expect(openChecks(list, { ...passing, touch: undefined, sim: undefined })).toEqual(['touch', 'sim']));
  it('asks for photos by the rule of the check', () => {
    const rules = { screen: 'on_fail', body: 'always' } as const;
    const asking: ChecklistBody = {
      ...list,
      checks: list.checks.map((c) => ({
        ...c,
        photo: c.id === 'screen' || c.id === 'body' ? rules[c.id] : 'never',
      })),
    };
    expect(checksWithoutPhoto(asking, passing, new Map())).toEqual(['body']);
    expect(checksWithoutPhoto(asking, failing('screen'), new Map([['body', 1]]))).toEqual(['screen']);
    expect(checksWithoutPhoto(asking, { body: { result: 'not_applicable' } }, new Map())).toEqual([]);
  });
});

describe('a list somebody edited', () => {
  const one = list.checks.find((check) => check.id === 'screen');
  const refused = (checks: readonly unknown[]) =>
    checkChecklist({ ...list, checks } as ChecklistBody, phoneQuestions.questions);
  const linked = (question?: string, answer_on_fail?: string) => [{ ...one, question, answer_on_fail }];
  const graded = (axis: string, on_fail: object) => [{ ...one, axis, on_fail }];
  it.each<[string, string, unknown[]]>([
    ['checks', 'empty', []],
    ['checks', 'too_many', Array.from({ length: 61 }, (_, n) => ({ ...one, id: `screen_${n}` }))],
    ['checks.0.id', 'id', [{ ...one, id: 'Screen!' }]],
    ['checks.1.id', 'double', [one, one]],
    ['checks.0.label.fr', 'text_missing', [{ ...one, label: { ...one?.label, fr: ' ' } }]],
    [
      'checks.0.label.de',
      'text_long',
      [{ ...one, label: { ...one?.label, de: 'x'.repeat(LONGEST_LABEL + 1) } }],
    ],
    ['checks.0.answer_on_fail', 'half_link', linked('screen')],
    ['checks.0.answer_on_fail', 'half_link', linked('screen', '')],
    ['checks.0.answer_on_fail', 'half_link', linked(undefined, 'cracked')],
    ['checks.0.question', 'question_unknown', linked('colour', 'red')],
    ['checks.0.answer_on_fail', 'answer_unknown', linked('screen', 'damaged')],
    ['checks.0.answer_on_fail', 'answer_unsure', linked('battery', 'not_sure')],
    ['checks.0.answer_on_fail', 'answer_best', linked('screen', 'like_new')],
    [
      'checks.0.on_fail.cosmetic',
      'wrong_axis',
      graded('functional', { cosmetic: 'D', functional: 'faulty' }),
    ],
    ['checks.0.on_fail.functional', 'wrong_axis', graded('none', { functional: 'dead' })],
    ['checks.0.on_fail.cosmetic', 'no_grade', graded('cosmetic', {})],
  ])('is refused at %s: %s', (field, code, checks) => {
    const said = refused(checks);
    expect(said).toMatchObject({ ok: false, code: 'checklist_invalid', field });
    expect(said.ok || said.more?.['faults']).toContainEqual(expect.objectContaining({ field, code }));
  });

  it('may link nothing and lower nothing', () =>
    expect(
      refused([{ ...one, axis: 'none', on_fail: {}, question: undefined, answer_on_fail: undefined }]),
    ).toMatchObject({ ok: true }));

  it('names all faults at once', () => {
    const said = refused([{ ...one, label: { ...one?.label, nl: '', es: '' } }]);
    expect(said).toMatchObject({ field: 'checks.0.label.nl' });
    expect(said.ok || said.more?.['faults']).toHaveLength(2);
  });
});
