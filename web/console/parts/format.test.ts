import { describe, expect, it } from 'vitest';
import { ageText, amountField, humanise, moneyText, nameOf, readAmount } from './format.ts';

const words = {
  now: 'now',
  m: (n: number) => `${n}m`,
  h: (n: number) => `${n}h`,
  d: (n: number) => `${n}d`,
};

describe('amounts', () => {
  it('writes them as each language does, with the digits of the currency', () => {
    expect(moneyText({ minor: 123450, currency: 'EUR' }, 'en')).toBe('€1,234.50');
    expect(moneyText({ minor: 123450, currency: 'EUR' }, 'de').replace(/\s/g, ' ')).toBe('1.234,50 €');
    expect(moneyText({ minor: 1234, currency: 'JPY' }, 'en')).toBe('JP¥1,234');
    expect(moneyText(null, 'en')).toBe('—');
  });

  it('reads what people type, and refuses what is not one amount', () => {
    expect(readAmount('12,5', 'EUR')).toEqual({ minor: 1250, currency: 'EUR' });
    expect(readAmount(' 1 200 ', 'EUR')).toEqual({ minor: 120000, currency: 'EUR' });
    expect(readAmount('1200', 'JPY')).toEqual({ minor: 1200, currency: 'JPY' });
    for (const text of ['', 'abc', '-5', '1.234', '1.2.3', '0.5e3'])
      expect(readAmount(text, 'EUR')).toBeNull();
    expect(readAmount('12.5', 'JPY')).toBeNull();
  });

  it('shows in a field what it reads back', () => {
    for (const minor of [0, 5, 100, 81250]) {
      const value = { minor, currency: 'EUR' };
      expect(readAmount(amountField(value), 'EUR')).toEqual(value);
    }
  });
});

describe('ages and names', () => {
  it('uses the largest useful unit', () => {
    expect(ageText(20_000, words)).toBe('now');
    expect(ageText(59 * 60_000, words)).toBe('59m');
    expect(ageText(-35 * 3_600_000, words)).toBe('35h');
    expect(ageText(49 * 3_600_000, words)).toBe('2d');
  });

  it('makes an unknown id readable', () => {
    expect(humanise('pre_check')).toBe('Pre check');
    expect(nameOf({ ready: 'Klaar' }, 'ready')).toBe('Klaar');
    expect(nameOf({}, 'on_hold')).toBe('On hold');
  });
});
