import { describe, expect, it } from 'vitest';
import type { DeviceCheck } from '../../contract/checks.ts';
import { checks } from '../../texts/en/checks.ts';
import { blockedAs, rawOf, seenIn, sentenceOf } from './checks.ts';

const check = (evidence: Record<string, unknown>, more: Partial<DeviceCheck> = {}): DeviceCheck => ({
  id: 'chk_1',
  item_id: 'itm_1',
  kind: 'number',
  verdict: 'clean',
  provider: null,
  detail: 'As the server says',
  evidence,
  asked_by: { kind: 'system', id: null, name: null },
  asked_at: '2026-11-21T08:00:00Z',
  answered_at: null,
  ...more,
});

describe('what a check found', () => {
  it.each([
    [{ code: 'number_both' }, 'Both IMEIs are valid.'],
    [
      { code: 'model_other', declared: 'iPhone 13', found: 'Apple iPhone 11' },
      'Described as iPhone 13; its IMEI is that of a Apple iPhone 11.',
    ],
    [{ code: 'model_by_hand', declared: 'a', found: 'b' }, 'Described as a; found: b.'],
    [{ code: 'model_by_hand' }, 'It is the model that was described.'],
    [{ code: 'lock_on', note: 'Asks for jo@…' }, 'Asks for jo@…'],
    [{ code: 'from_the_future' }, 'As the server says'],
    [{ code: 'toString' }, 'As the server says'],
    [{}, 'As the server says'],
  ])('%o says “%s”', (evidence, words) => {
    expect(sentenceOf(check(evidence), checks.says)).toBe(words);
  });

  it('survives evidence of any shape', () => {
    expect(seenIn(check({ seen: 'nonsense' }))).toEqual([]);
    expect(seenIn(check({ seen: [null, { item_number: 'A/1', reference: 'A', is_open: true }] }))).toEqual([
      { item_number: 'A/1', reference: 'A', is_open: true },
    ]);
    expect(blockedAs(check({}))).toEqual([]);
    expect(rawOf(check({ body: '<html>' }))).toBeNull();
    expect(rawOf(check({ status: 200, body: '<html>' }, { kind: 'provider', provider: 'http' }))).toBe(
      'status: 200\nbody: <html>',
    );
  });
});
