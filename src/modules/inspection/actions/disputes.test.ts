import { describe, expect, it } from 'vitest';
import type { InspectionRow } from '../store.ts';
import { agree } from './disputes.ts';

const TOLD = { questions: [], answers: { network_lock: 'no' }, variant_id: 'var_256' };

const found = (over: Partial<InspectionRow> = {}): InspectionRow => ({
  id: 'ins_1',
  case_id: 'cas_1',
  item_id: 'itm_1',
  number: 1,
  state: 'complete',
  kind: 'first',
  inspector_id: null,
  inspector_name: null,
  first_inspector_id: null,
  inspector_ids: [],
  checks: { screen: { result: 'pass' } },
  cosmetic_grade: 'A',
  functional_grade: 'works',
  battery_percent: 90,
  note: null,
  started_at: new Date(0),
  completed_at: new Date(1),
  last_active_at: null,
  active_seconds: 0,
  version: 1,
  found_variant_id: null,
  accessories: {},
  found_answers: {},
  ...over,
});

describe('two opinions', () => {
  it.each<[string, Partial<InspectionRow>, Partial<InspectionRow>, boolean]>([
    ['of the same', {}, {}, true],
    ['in other words', { note: 'Fine.', battery_percent: 90 }, { battery_percent: 88 }, true],
    ['on the grade', {}, { cosmetic_grade: 'B' }, false],
    ['on a check', {}, { checks: { screen: { result: 'fail' } } }, false],
    ['on the version', { found_variant_id: 'var_128' }, { found_variant_id: 'var_256' }, false],
    ['on a version nobody doubted', { found_variant_id: 'var_256' }, {}, true],
    ['on an answer', { found_answers: { network_lock: 'yes' } }, {}, false],
    ['on an answer as told', { found_answers: { network_lock: 'no' } }, {}, true],
    ['on what is missing', { accessories: { charger: false } }, { accessories: { charger: true } }, false],
    ['on what only one looked for', { accessories: { charger: false } }, {}, true],
  ])('%s', (_, first, second, same) => {
    expect(agree(found(first), found({ ...second, kind: 'second' }), TOLD)).toBe(same);
  });
});
