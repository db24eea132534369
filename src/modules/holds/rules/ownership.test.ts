import { describe, expect, it } from 'vitest';
import {
  FIRST_OWNERSHIP_RULES,
  monthsBefore,
  ruleThatFires,
  rulesFault,
  whyItFired,
  type OwnershipSubject,
  type OwnershipWhen,
} from './ownership.ts';

const TODAY = '2026-11-21';
const never = () => 99.99;
const phone: OwnershipSubject = {
  modelId: 'mdl_16',
  releasedOn: '2025-09-19',
  declaredLikeNew: true,
  foundLikeNew: null,
  priceMinor: 50_000,
};

function fires(when: OwnershipWhen, about: Partial<OwnershipSubject> = {}, dice = never): boolean {
  const rules = { rules: [{ id: 'r', name: 'R', on: true, when }] };
  return ruleThatFires(rules, { ...phone, ...about }, TODAY, dice) !== null;
}

describe('a rule', () => {
  it('asks for listed models', () => {
    expect(fires({ model_ids: ['mdl_16'] })).toBe(true);
    expect(fires({ model_ids: ['mdl_15'] })).toBe(false);
    expect(fires({ model_ids: ['mdl_16'] }, { modelId: null })).toBe(false);
  });

  it('asks for models that came out less than so many months ago, to the day', () => {
    expect(fires({ released_within_months: 18 }, { releasedOn: '2025-05-22' })).toBe(true);
    expect(fires({ released_within_months: 18 }, { releasedOn: '2025-05-21' })).toBe(false);
    expect(fires({ released_within_months: 18 }, { releasedOn: null })).toBe(false);
  });

  it('asks when it was declared like new, or found so', () => {
    expect(fires({ like_new: true })).toBe(true);
    expect(fires({ like_new: true }, { declaredLikeNew: false })).toBe(false);
    expect(fires({ like_new: true }, { declaredLikeNew: false, foundLikeNew: true })).toBe(true);
    expect(fires({ like_new: true }, { foundLikeNew: false })).toBe(true);
  });

  it('asks above an amount, not at it', () => {
    expect(fires({ above_minor: 49_999 })).toBe(true);
    expect(fires({ above_minor: 50_000 })).toBe(false);
    expect(fires({ above_minor: 1 }, { priceMinor: null })).toBe(false);
  });

  it('draws so many of a hundred', () => {
    expect(fires({ spot_check_percent: 2 }, {}, () => 1.99)).toBe(true);
    expect(fires({ spot_check_percent: 2 }, {}, () => 2)).toBe(false);
    expect(fires({ spot_check_percent: 0 }, {}, () => 0)).toBe(false);
  });

  it('wants all its conditions together', () => {
    const both = { model_ids: ['mdl_16'], like_new: true };
    expect(fires(both)).toBe(true);
    expect(fires(both, { declaredLikeNew: false })).toBe(false);
  });

  it('says nothing while it is switched off', () => {
    const rules = { rules: [{ id: 'r', name: 'R', on: false, when: { like_new: true } }] };
    expect(ruleThatFires(rules, phone, TODAY, never)).toBeNull();
  });
});

it('a rule that asked says why, each condition with what it met', () => {
  const say = (when: OwnershipWhen, about: Partial<OwnershipSubject> = {}) =>
    whyItFired({ id: 'r', name: 'R', on: true, when }, { ...phone, ...about }, (minor) => `€${minor / 100}`);
  expect(say({ released_within_months: 18, like_new: true })).toBe(
    'released on 2025-09-19, less than 18 months ago; declared like new',
  );
  expect(say({ like_new: true }, { foundLikeNew: true })).toBe('found like new');
  expect(say({ model_ids: ['mdl_16'], above_minor: 40_000 })).toBe('a listed model; €500 is above €400');
  expect(say({ spot_check_percent: 2 })).toBe('drawn at random, 2 in 100');
});

it('a new shop asks for recent models in like-new condition, and for no others', () => {
  expect(ruleThatFires(FIRST_OWNERSHIP_RULES, phone, TODAY, never)?.id).toBe('recent_like_new');
  expect(
    ruleThatFires(FIRST_OWNERSHIP_RULES, { ...phone, releasedOn: '2021-09-24' }, TODAY, never),
  ).toBeNull();
  expect(rulesFault(FIRST_OWNERSHIP_RULES)).toBeNull();
});

it.each([
  ['2026-11-21', 18, '2025-05-21'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
])('%s less %i months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});

it.each([
  [{}, 'rule_empty'],
  [{ like_new: false }, 'rule_empty'],
  [{ model_ids: [] }, 'rule_without_models'],
])('refuses to save %j', (when, code) => {
  expect(rulesFault({ rules: [{ id: 'r', name: 'R', on: true, when }] })?.code).toBe(code);
});
