import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../kernel/locale.ts';
import { addressLines } from './address.ts';
import { systemOf, systemsOf, type KitDevice } from './system.ts';
import { fillIn, KIT_WORDS } from './words.ts';

const device = (title: string, category: KitDevice['category'], brand: string | null = null): KitDevice => ({
  number: 'S10001',
  title,
  category,
  brand,
});

describe('systemOf', () => {
  it.each([
    ['apple', device('iPhone 13', 'phone', 'Apple')],
    ['apple', device('Apple iPad Air', 'tablet')],
    ['apple', device('iPhone 13', 'phone')],
    ['apple_watch', device('Apple Watch SE', 'watch')],
    ['mac', device('MacBook Air', 'laptop')],
    ['samsung', device('Galaxy S22', 'phone', 'SAMSUNG')],
    ['samsung', device('Samsung Galaxy Tab S8', 'tablet')],
    ['android', device('Fairphone 5', 'phone', 'Fairphone')],
    ['windows', device('ThinkPad X1', 'laptop', 'Lenovo')],
    ['watch', device('Galaxy Watch 6', 'watch', 'Samsung')],
  ] as const)('is %s', (system, it) => expect(systemOf(it)).toBe(system));

  it('names each system once', () => {
    const both = [device('Pixel 8', 'phone'), device('Pixel 7', 'phone'), device('iPhone 12', 'phone')];
    expect(systemsOf(both)).toEqual(['apple', 'android']);
  });
});

describe('addressLines', () => {
  const at = (country: string, more = {}) => ({
    name: 'A',
    line1: 'B 1',
    postal_code: '1234',
    city: 'C',
    country,
    ...more,
  });

  it('follow the country, and name it only across a border', () => {
    expect(addressLines(at('NL'), 'NL', 'en')).toEqual(['A', 'B 1', '1234 C']);
    expect(addressLines(at('US', { region: 'NY' }), 'US', 'en')).toEqual(['A', 'B 1', 'C NY 1234']);
    expect(addressLines(at('GB'), 'GB', 'en')).toEqual(['A', 'B 1', 'C', '1234']);
    expect(addressLines(at('DE'), 'NL', 'de').at(-1)).toBe('DEUTSCHLAND');
  });

  it('hold one line each, whatever was typed', () => {
    expect(addressLines(at('NL', { line1: 'B\r\n 1\t\u0007x', line2: '  ' }), 'NL', 'en')).toEqual([
      'A',
      'B 1 x',
      '1234 C',
    ]);
  });
});

describe('the words', () => {
  const leaves = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
      : [[path, String(value)]];
  const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();
  const english = new Map(leaves(KIT_WORDS.en));

  it.each(LOCALES)('in %s are all there and fill the same places as English', (locale) => {
    const found = new Map(leaves(KIT_WORDS[locale]));
    expect([...found.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of found) {
      expect(text.trim(), path).not.toBe('');
      expect(placesOf(text), path).toEqual(placesOf(english.get(path) ?? ''));
    }
  });

  it('leave a place without a value visible', () => {
    expect(fillIn('by {date}, {count}', { count: 0 })).toBe('by {date}, 0');
  });
});
