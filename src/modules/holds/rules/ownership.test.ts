import { describe, expect, it } from 'vitest';
import {
  FIRST_OWNERSHIP_RULES,
  monthsBefore,
  ruleThatFires,
  whyItFired,
  type OwnershipSubject,
  type OwnershipWhen,
  type SubjectModel,
} from './ownership.ts';
import { rulesFault, unknownsFault } from './ownership-faults.ts';

const TODAY = '2026-11-21';
const never = () => 99.99;
const iphone: SubjectModel = {
  id: 'mdl_16',
  brand: 'Apple',
  name: 'Apple iPhone 16 Pro',
  releasedOn: '2025-09-19',
};
const galaxy: SubjectModel = {
  id: 'mdl_s24',
  brand: 'Samsung',
  name: 'Samsung Galaxy S24',
  releasedOn: '2024-01-31',
};
const phone: OwnershipSubject = {
  declared: iphone,
  found: null,
  declaredLikeNew: true,
  foundLikeNew: null,
  declaredAnswers: { screen: 'like_new', network_lock: 'no' },
  foundAnswers: {},
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
    expect(fires({ model_ids: ['mdl_16'] }, { declared: { ...iphone, id: null } })).toBe(false);
  });

  it('asks for models that came out less than so many months ago, to the day', () => {
    expect(fires({ released_within_months: 18 }, { declared: { ...iphone, releasedOn: '2025-05-22' } })).toBe(
      true,
    );
    expect(fires({ released_within_months: 18 }, { declared: { ...iphone, releasedOn: '2025-05-21' } })).toBe(
      false,
    );
    expect(fires({ released_within_months: 18 }, { declared: { ...iphone, releasedOn: null } })).toBe(false);
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

  it('asks for brands by name', () => {
    expect(fires({ brands: ['Samsung', 'apple'] })).toBe(true);
    expect(fires({ brands: ['Samsung'] })).toBe(false);
    expect(fires({ brands: ['Apple'] }, { declared: { ...iphone, brand: null } })).toBe(false);
  });

  it('asks for a name with this in it, whatever its capitals and spaces', () => {
    expect(fires({ name_contains: 'iphone  16' })).toBe(true);
    expect(fires({ name_contains: ' PRO ' })).toBe(true);
    expect(fires({ name_contains: 'iphone 16 pro max' })).toBe(false);
  });

  it('asks for answers, one of those chosen to every question named, declared or found', () => {
    expect(fires({ answers: { screen: ['worn', 'like_new'] } })).toBe(true);
    expect(fires({ answers: { screen: ['worn'] } })).toBe(false);
    expect(fires({ answers: { screen: ['like_new'], network_lock: ['yes'] } })).toBe(false);
    expect(fires({ answers: { battery: ['healthy'] } })).toBe(false);
    expect(fires({ answers: { screen: ['worn'] } }, { foundAnswers: { screen: 'worn' } })).toBe(true);
    expect(fires({ answers: { screen: ['like_new'] } }, { foundAnswers: { screen: 'worn' } })).toBe(true);
  });

  it('looks at what a device turned out to be as well as at what it was declared as', () => {
    const swapped = { declared: galaxy, found: iphone };
    expect(fires({ model_ids: ['mdl_16'] }, swapped)).toBe(true);
    expect(fires({ model_ids: ['mdl_s24'] }, swapped)).toBe(true);
    expect(fires({ model_ids: ['mdl_15'] }, swapped)).toBe(false);
    expect(fires({ brands: ['Apple'], released_within_months: 18 }, swapped)).toBe(true);
    // No device is both: one model has to meet all that is said of models.
    expect(fires({ brands: ['Samsung'], released_within_months: 18 }, swapped)).toBe(false);
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
    whyItFired(
      { id: 'r', name: 'R', on: true, when },
      { ...phone, ...about },
      TODAY,
      (minor) => `€${minor / 100}`,
    );
  expect(say({ released_within_months: 18, like_new: true })).toBe(
    'released on 2025-09-19, less than 18 months ago; declared like new',
  );
  expect(say({ like_new: true }, { foundLikeNew: true })).toBe('found like new');
  expect(say({ model_ids: ['mdl_16'], above_minor: 40_000 })).toBe('a listed model; €500 is above €400');
  expect(say({ spot_check_percent: 2 })).toBe('drawn at random, 2 in 100');
  expect(say({ brands: ['Apple'], name_contains: '16 pro' })).toBe(
    'a listed brand, Apple; its name has “16 pro” in it',
  );
  expect(say({ answers: { screen: ['like_new'] } })).toBe('screen declared as like_new');
  expect(say({ answers: { screen: ['worn'] } }, { foundAnswers: { screen: 'worn' } })).toBe(
    'screen found as worn',
  );
  const swapped = { declared: galaxy, found: iphone };
  expect(say({ model_ids: ['mdl_16'] }, swapped)).toBe('found to be Apple iPhone 16 Pro; a listed model');
  expect(say({ released_within_months: 18 }, swapped)).toContain('released on 2025-09-19');
  expect(say({ model_ids: ['mdl_s24'] }, swapped)).toBe('a listed model');
  expect(say({ above_minor: 1 }, swapped)).not.toContain('found to be');
});

it('a new shop asks for recent models in like-new condition, and for no others', () => {
  expect(ruleThatFires(FIRST_OWNERSHIP_RULES, phone, TODAY, never)?.id).toBe('recent_like_new');
  expect(
    ruleThatFires(
      FIRST_OWNERSHIP_RULES,
      { ...phone, declared: { ...iphone, releasedOn: '2021-09-24' } },
      TODAY,
      never,
    ),
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

const saved = (when: OwnershipWhen) => ({
  rules: [
    { id: 'first', name: 'First', on: true, when: { like_new: true } },
    { id: 'r', name: 'R', on: true, when },
  ],
});

it.each<[OwnershipWhen, string, string]>([
  [{}, 'rule_empty', 'when'],
  [{ like_new: false }, 'rule_empty', 'when'],
  [{ answers: {} }, 'rule_empty', 'when'],
  [{ model_ids: [] }, 'rule_without_models', 'when.model_ids'],
  [{ brands: [] }, 'rule_without_brands', 'when.brands'],
  [{ name_contains: ' a ' }, 'rule_name_short', 'when.name_contains'],
  [{ answers: { screen: [] } }, 'rule_without_answers', 'when.answers.screen'],
])('refuses to save %j', (when, code, field) => {
  expect(rulesFault(saved(when))).toMatchObject({ code, field: `rules.1.${field}` });
});

it('refuses rules of the same id, and one without a name', () => {
  const rule = { id: 'r', name: 'R', on: true, when: { like_new: true } };
  expect(rulesFault({ rules: [rule, rule] })).toMatchObject({ code: 'rule_doubled', field: 'rules.1.id' });
  expect(rulesFault({ rules: [{ ...rule, name: ' ' }] })).toMatchObject({
    code: 'rule_nameless',
    field: 'rules.0.name',
  });
});

it.each<[OwnershipWhen, string | null, string]>([
  [{ model_ids: ['mdl_16', 'mdl_none'] }, 'rule_model_unknown', 'model_ids'],
  [{ brands: ['Apple', 'Aple'] }, 'rule_brand_unknown', 'brands'],
  [{ answers: { scren: ['worn'] } }, 'rule_question_unknown', 'answers.scren'],
  [{ answers: { screen: ['worn', 'eaten'] } }, 'rule_answer_unknown', 'answers.screen'],
  [{ model_ids: ['mdl_16'], brands: ['Apple'], answers: { screen: ['worn'] } }, null, ''],
])('knows whether the catalogue has what %j names', (when, code, field) => {
  const known = {
    modelIds: new Set(['mdl_16']),
    brands: new Set(['Apple']),
    answers: new Map([['screen', new Set(['worn'])]]),
  };
  const fault = unknownsFault(saved(when), known);
  if (code === null) expect(fault).toBeNull();
  else expect(fault).toMatchObject({ code, field: `rules.1.when.${field}` });
});
