/** Names of stores in addresses, and which countries, currencies and zones exist. */

/** `Amsterdam – Centrum` → `amsterdam-centrum`; `store` when nothing is left. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'store';
}

/** True for a time zone that Intl knows, such as `Europe/Amsterdam`. */
export function isTimezone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** True for a currency of ISO 4217. */
export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text);
}

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** True for a country of ISO 3166-1, two capitals. */
export function isCountry(text: string): boolean {
  return (
    /^[A-Z]{2}$/.test(text) &&
    !['EU', 'UN', 'ZZ', 'XA', 'XB', 'EZ', 'QO'].includes(text) &&
    COUNTRY_NAMES.of(text) !== undefined
  );
}

/** Null when the hours of a day are in order and do not overlap, else the sentence to show. */
export function hoursFault(spans: readonly (readonly [string, string])[]): string | null {
  let last = '';
  for (const [from, to] of spans) {
    if (to <= from) return 'A store closes after it opens.';
    if (from < last) return 'Opening hours of a day must not overlap.';
    last = to;
  }
  return null;
}
