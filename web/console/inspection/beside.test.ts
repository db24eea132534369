import { describe, expect, it } from 'vitest';
import type { ChecklistBody, ToldDevice } from '../../contract/inspection.ts';
import { besideCheck, differencesOf } from './beside.ts';

const words = (text: string) => ({ en: text, nl: text, de: text, fr: text, es: text });
const answer = (key: string, unsure = false) => ({ key, label: words(key), unsure });
const told = (screen: string | null): ToldDevice => ({
  questions: [
    {
      key: 'screen',
      label: words('Screen?'),
      answers: [answer('like_new'), answer('light'), answer('not_sure', true), answer('cracked')],
    },
  ],
  answers: screen === null ? {} : { screen },
  variant_id: 'var_64',
  variants: [
    { id: 'var_64', label: '64 GB', title: 'Phone 64 GB' },
    { id: 'var_128', label: '128 GB', title: 'Phone 128 GB' },
  ],
  accessories: [],
});
const check: ChecklistBody['checks'][number] = {
  id: 'screen',
  label: words('Screen'),
  axis: 'cosmetic',
  on_fail: {},
  question: 'screen',
  answer_on_fail: 'cracked',
  photo: 'never',
};

describe('the seller’s answer beside a check', () => {
  it.each([
    ['like_new', 'fail', true],
    ['cracked', 'fail', false],
    ['not_sure', 'fail', true],
    ['cracked', 'pass', true],
    ['light', 'pass', false],
    ['cracked', 'not_applicable', false],
    ['cracked', undefined, false],
  ] as const)('said %s, the check: %s → differs: %s', (said, result, differs) => {
    expect(besideCheck(check, result, told(said))).toEqual({ said: words(said), differs });
  });

  it('is none without a question or an answer', () => {
    expect(besideCheck(check, 'fail', told(null))).toBeNull();
    const { question: _, ...free } = check;
    expect(besideCheck(free, 'fail', told('light'))).toBeNull();
  });
});

describe('the differences', () => {
  const list = (found: Record<string, string>, variant: string | null) =>
    differencesOf({ found_answers: found, found_variant_id: variant }, told('light'), {
      version: 'Version',
      locale: 'en',
    }).map((one) => [one.question['en'], one.told['en'], one.found['en']]);

  it('name the version and the answers that are not as they were told', () => {
    expect(list({ screen: 'cracked' }, 'var_128')).toEqual([
      ['Version', '64 GB', '128 GB'],
      ['Screen?', 'light', 'cracked'],
    ]);
  });

  it('are none where nothing differs or nothing was found', () => {
    expect(list({ screen: 'light' }, 'var_64')).toEqual([]);
    expect(list({}, null)).toEqual([]);
  });
});
