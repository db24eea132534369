/** Amounts, dates and ages as people read them. Pure: locale and the present come in. */
import type { Money } from '../../contract/session.ts';

/** English is written the British way: 5 December, and the day before the month. */
function tagOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

const digits = new Map<string, number>();

/** Digits after the point, as the browser's own currency data says. */
export function digitsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

const writers = new Map<string, Intl.NumberFormat>();

/** `€1,234.50` in the reader's language; an em dash for no amount. */
export function moneyText(value: Money | null | undefined, locale: string): string {
  if (!value) return '—';
  const name = `${locale} ${value.currency}`;
  let writer = writers.get(name);
  if (!writer)
    writers.set(
      name,
      (writer = new Intl.NumberFormat(tagOf(locale), { style: 'currency', currency: value.currency })),
    );
  return writer.format(value.minor / 10 ** digitsOf(value.currency));
}

/** Reads what a person typed into an amount field; null when it is not one amount. The server reads it again. */
export function readAmount(text: string, currency: string): Money | null {
  const bare = text.trim().replace(/\s/g, '').replace(',', '.');
  if (!/^\d{1,9}(\.\d+)?$/.test(bare)) return null;
  const [whole = '0', part = ''] = bare.split('.');
  const places = digitsOf(currency);
  if (part.length > places) return null;
  return { minor: Number(whole + part.padEnd(places, '0')), currency };
}

/** The amount as an editable field shows it. */
export function amountField(value: Money | null): string {
  if (!value) return '';
  const places = digitsOf(value.currency);
  return (value.minor / 10 ** places).toFixed(places);
}

export type AgeWords = {
  now: string;
  m: (n: number) => string;
  h: (n: number) => string;
  d: (n: number) => string;
};

/** A length of time in its largest useful unit: `5 min`, `3 h`, `12 d`. */
export function ageText(ms: number, words: AgeWords): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.m(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 36) return words.h(hours);
  return words.d(Math.round(hours / 24));
}

/** `14 Nov 2026, 09:30` */
export function whenText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** `14 Nov 2026` */
export function dayText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium' }).format(new Date(iso));
}

/** `pre_check` → `Pre check`: how an id reads when the catalogue has no name for it. */
export function humanise(id: string): string {
  const text = id.replaceAll('_', ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name a catalogue gives an id, or the id made readable. */
export function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return names[id] ?? humanise(id);
}

/** Whether money of this kind goes to an account with a number or address; cash and credit do not. */
export function hasAccount(kind: string): boolean {
  return kind === 'bank' || kind === 'paypal';
}
