import { describe, expect, it } from 'vitest';
import { hoursOf, openDays } from './opening.ts';

const store = {
  timezone: 'Europe/Amsterdam',
  opening_hours: { thu: [['09:00', '18:00']], sat: [['10:00', '12:00'], ['13:00', '17:00']] } as Record<string, [string, string][]>,
}; // prettier-ignore

describe('openDays', () => {
  it('offers today until the store closes, by its own clock', () => {
    // A Thursday; 17:59 in Amsterdam is 16:59 UTC.
    expect(openDays(store, new Date('2026-11-05T16:59:00Z'))[0]).toBe('2026-11-05');
    expect(openDays(store, new Date('2026-11-05T17:01:00Z'))[0]).toBe('2026-11-07');
  });

  it('lists open days of two weeks only', () => {
    expect(openDays(store, new Date('2026-11-05T17:01:00Z'))).toEqual([
      '2026-11-07',
      '2026-11-12',
      '2026-11-14',
      '2026-11-19',
    ]);
  });

  it('offers days from tomorrow on when no hours are known', () => {
    const days = openDays(
      { timezone: 'Europe/Amsterdam', opening_hours: {} },
      new Date('2026-11-05T10:00:00Z'),
    );
    expect(days).toHaveLength(10);
    expect(days[0]).toBe('2026-11-06');
  });
});

describe('hoursOf', () => {
  it('writes the spans of a day', () => {
    expect(hoursOf(store, '2026-11-07')).toBe('10:00–12:00, 13:00–17:00');
    expect(hoursOf(store, '2026-11-06')).toBeNull();
  });
});
