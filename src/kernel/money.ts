/** Money: integer minor units and an ISO 4217 code, never a float, never without its currency. */

export type Money = { readonly minor: number; readonly currency: string };

/** Digits after the point that differ from 2 (ISO 4217). */
const DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  ISK: 0,
  CLP: 0,
  HUF: 2,
  KWD: 3,
  BHD: 3,
  TND: 3,
};

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** Makes money of minor units; throws on a fraction, because that is a bug and not input. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new Error(`money must be a whole number of minor units, got ${minor}`);
  return { minor, currency };
}

/** Adds; throws when the currencies differ. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot add ${a.currency} to ${b.currency}`);
  return money(a.minor + b.minor, a.currency);
}

/** Rounds minor units down to a step (500 = five euro), never below zero. */
export function roundDown(minor: number, step: number): number {
  if (step <= 1) return Math.max(0, Math.floor(minor));
  return Math.max(0, Math.floor(minor / step) * step);
}

/**
 * Reads an amount as people write it in price lists: `1,234.50`, `1.234,50`, `€ 99`, `1 234`, `99,-`.
 * Gives minor units, or null when it is not one clear amount.
 */
export function parseAmount(text: string, currency: string): number | null {
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(?:[A-Z]{1,3}\$?|[€$£¥])/i, '')
    .replace(/(?:[A-Z]{3}|[€$£¥])$/i, '')
    .replace(/,[-–]+$/, '');
  if (!/^[-+]?\d[\d.,]*$/.test(bare)) return null;
  const digits = digitsOf(currency);
  const sign = bare.startsWith('-') ? -1 : 1;
  const plain = bare.replace(/^[-+]/, '');
  const point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  let whole = plain;
  let fraction = '';
  if (point >= 0) {
    const tail = plain.slice(point + 1);
    const mark = plain[point] ?? '';
    const marks = plain.split(mark).length - 1;
    const grouping = marks > 1 || (tail.length === 3 && !(digits === 3));
    if (!grouping) {
      whole = plain.slice(0, point);
      fraction = tail;
    }
  }
  whole = whole.replace(/[.,]/g, '');
  if (fraction.length > 0 && /[^0-9]/.test(fraction)) return null;
  const padded = (fraction + '0'.repeat(digits)).slice(0, digits);
  if (fraction.length > digits && /[^0]/.test(fraction.slice(digits))) return null;
  const minor = Number(whole + padded);
  return Number.isSafeInteger(minor) ? sign * minor : null;
}

/** Writes an amount for people in their language: `€ 1.234,50` in nl. */
export function formatMoney(value: Money, locale: string): string {
  const digits = digitsOf(value.currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(
    value.minor / 10 ** digits,
  );
}
