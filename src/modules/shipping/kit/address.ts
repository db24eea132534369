/** Addresses as lines, the way the country writes them. Pure. */
export type KitAddress = {
  readonly name: string | null;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postal_code: string;
  readonly city: string;
  readonly region?: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string;
};

const CITY_FIRST = new Set(['US', 'CA', 'AU']);
const LAST_LINE_CODE = new Set(['GB', 'IE']);

function townLines(it: KitAddress): string[] {
  const { city, postal_code: code, region, country } = it;
  if (CITY_FIRST.has(country)) return [[city, region, code].filter(Boolean).join(' ')];
  if (LAST_LINE_CODE.has(country)) return [city, region ?? '', code];
  return [[code, city].filter(Boolean).join(' '), region ?? ''];
}

/** What was not checked when it was typed is named as it is: a kit is drawn all the same. */
function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/**
 * The lines of an address, without empty ones, each on one line. The country is named, in `locale` and in
 * capitals, when the parcel crosses a border (`otherCountry` differs).
 */
export function addressLines(it: KitAddress, otherCountry: string, locale: string): string[] {
  const abroad = it.country !== otherCountry;
  const country = abroad ? countryName(it.country, locale) : null;
  return [it.name ?? '', it.line1, it.line2 ?? '', ...townLines(it), country?.toLocaleUpperCase(locale) ?? '']
    .map((line) => line.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter(Boolean);
}
