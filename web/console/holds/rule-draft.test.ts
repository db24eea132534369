import { describe, expect, it } from 'vitest';
import type { OwnershipRule } from '../../contract/holds.ts';
import { bodyOf, draftOf, isSame, moved, saidFaults, typedFaults, withRule } from './rule-draft.ts';

const rules: OwnershipRule[] = [
  { id: 'recent', name: 'Recent', on: true, when: { released_within_months: 18, like_new: true } },
  {
    id: 'dear',
    name: 'Dear',
    on: false,
    when: { above_minor: 59_950, brands: ['Apple'], answers: { screen: ['worn', 'like_new'] } },
  },
  { id: 'drawn', name: 'Drawn', on: true, when: { spot_check_percent: 2.5 } },
];
const draft = draftOf(rules, 'EUR');
const words = { amount: 'amount', number: (min: number, max: number) => `${min}–${max}` };
const change = (id: string, part: object) => {
  const rule = draft.find((one) => one.id === id);
  return rule ? withRule(draft, { ...rule, ...part }) : draft;
};

describe('a draft', () => {
  it('is what was saved until something is changed, and again when it is changed back', () => {
    expect(bodyOf(draft, 'EUR')).toEqual({ rules });
    expect(draft[1]?.above).toBe('599.50');
    expect(isSame(change('dear', { above: '599,5' }), draft, 'EUR')).toBe(true);
    expect(isSame(change('dear', { above: '600' }), draft, 'EUR')).toBe(false);
    expect(isSame(change('dear', { above: 'lots' }), change('dear', { above: '' }), 'EUR')).toBe(false);
    expect(isSame(change('recent', { on: false }), draft, 'EUR')).toBe(false);
  });

  it('leaves out what is empty, and keeps a question without an answer for the server to name', () => {
    const chosen = {
      model_ids: [],
      brands: [],
      name_contains: ' ',
      answers: { screen: [] },
      like_new: false,
    };
    expect(bodyOf(change('recent', { chosen, months: '' }), 'EUR').rules[0]?.when).toEqual({
      answers: { screen: [] },
    });
  });

  it('counts no order of questions as a change', () => {
    const two = (answers: Record<string, string[]>) => change('recent', { chosen: { answers } });
    expect(
      isSame(two({ screen: ['worn'], body: ['worn'] }), two({ body: ['worn'], screen: ['worn'] }), 'EUR'),
    ).toBe(true);
  });

  it('moves a rule one place, and no further than the ends', () => {
    expect(moved(draft, 'dear', -1).map((rule) => rule.id)).toEqual(['dear', 'recent', 'drawn']);
    expect(moved(draft, 'recent', 1).map((rule) => rule.id)).toEqual(['dear', 'recent', 'drawn']);
    expect(moved(draft, 'recent', -1)).toBe(draft);
    expect(moved(draft, 'drawn', 1)).toBe(draft);
  });
});

it.each([
  ['dear', { above: '12,345' }, { above_minor: 'amount' }],
  ['recent', { months: 0 }, { released_within_months: '1–120' }],
  ['recent', { months: 1.5 }, { released_within_months: '1–120' }],
  ['drawn', { percent: 101 }, { spot_check_percent: '0–100' }],
  ['drawn', { percent: '2.' }, undefined],
])('says of rule %s with %j: %j', (id, part, faults) => {
  expect(typedFaults(change(id, part), 'EUR', words).get(id)).toEqual(faults);
});

it('finds the rule and the field of what the server said no to', () => {
  const message = 'no';
  const found = saidFaults(draft, [
    { field: 'rules.1.when.answers.screen', message },
    { field: 'body.rules.1.when.brands.3', message },
    { field: 'rules.0.name', message },
    { field: 'rules.2.when', message },
    { field: 'rules.9.name', message },
    { field: 'days', message },
  ]);
  expect(Object.fromEntries(found)).toEqual({
    dear: { 'answers.screen': message, brands: message },
    recent: { name: message },
    drawn: { when: message },
  });
});
