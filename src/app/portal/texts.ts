/** The portal's texts: one ICU catalogue in five languages. A key that a language lacks does not compile. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../kernel/locale.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import { nl } from './texts/nl.ts';

export type TextKey = keyof typeof en;

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { en, nl, de, fr, es };

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const parsed = new Map<string, IntlMessageFormat>();

/** Gives the function that says a text in a language; messages are parsed once and kept. */
export function sayIn(locale: Locale): Say {
  return (key, values) => {
    const message = CATALOGUES[locale][key];
    if (!message.includes('{')) return message;
    const name = `${locale} ${key}`;
    let format = parsed.get(name);
    if (!format) {
      format = new IntlMessageFormat(message, locale);
      parsed.set(name, format);
    }
    return String(format.format(values));
  };
}

/** True when a text of this name exists: places and moves come as data. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
