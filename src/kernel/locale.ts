/** The languages every customer-facing text exists in (experience.md, "Customers"). */
export const LOCALES = ['en', 'nl', 'de', 'fr', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** True when `text` is one of our languages. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/**
 * The first of our languages a browser's Accept-Language names, by weight and then by order (RFC 9110, 12.5.4);
 * `de-AT` counts as `de`, `*` and weight 0 as nothing. `fallback` when it names none, or is absent or garbage.
 */
export function pickLocale(acceptLanguage: string | null | undefined, fallback: Locale = 'en'): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
      return {
        language: tag.split('-')[0],
        weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0,
      };
    });
  const best = wishes
    .filter((wish) => wish.weight > 0 && isLocale(wish.language))
    .toSorted((a, b) => b.weight - a.weight)[0];
  return isLocale(best?.language) ? best.language : fallback;
}

/** The tag for Intl: our English is British (19 November 2026, not November 19). */
export function intlTag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}
