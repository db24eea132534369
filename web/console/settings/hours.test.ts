import { expect, it } from 'vitest';
import { hoursText, readHours } from './hours.ts';

it('reads opening hours as people write them', () => {
  expect(readHours('')).toEqual([]);
  expect(readHours('9-18')).toEqual([['09:00', '18:00']]);
  expect(readHours('09:30 – 12:30, 13.30-18:00')).toEqual([
    ['09:30', '12:30'],
    ['13:30', '18:00'],
  ]);
});

it('refuses what is no opening hours', () => {
  for (const text of ['open', '25:00-26:00', '9', '09:75-10:00']) expect(readHours(text)).toBeNull();
});

it('writes what it reads', () => {
  const spans: [string, string][] = [
    ['09:30', '12:30'],
    ['13:30', '24:00'],
  ];
  expect(readHours(hoursText(spans))).toEqual(spans);
});
