import { describe, expect, it } from 'vitest';
import { intlTag, LOCALES, pickLocale } from './locale.ts';

describe('pickLocale', () => {
  it.each([
    ['nl', 'nl'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['pl, fr;q=0.4, es;q=0.5', 'es'],
    ['en;q=0.5, fr;q=0.5', 'en'],
    ['FR-ca', 'fr'],
    ['nl;q=0, de;q=0.1', 'de'],
    ['es;q=abc, nl;q=0.1', 'nl'],
    ['*', 'en'],
    ['', 'en'],
    [';;;,,,', 'en'],
    [`${'x-'.repeat(50_000)}, nl`, 'en'],
  ])('takes from “%s” %s', (header, locale) => {
    expect(pickLocale(header)).toBe(locale);
  });

  it('falls back to what it is told', () => {
    expect(pickLocale(null, 'nl')).toBe('nl');
    expect(pickLocale('pl', 'de')).toBe('de');
  });
});

describe('intlTag', () => {
  it('is known to Intl for every language, and British for English', () => {
    expect(LOCALES.map((one) => Intl.DateTimeFormat.supportedLocalesOf(intlTag(one)).length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(intlTag('en')).toBe('en-GB');
  });
});
