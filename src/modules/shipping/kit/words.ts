/** The kit's words in every language. `{date}`, `{name}` and the like are filled in by `fillIn`. */
import type { Locale } from '../../../kernel/locale.ts';
import { DE } from './words/de.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { FR } from './words/fr.ts';
import { NL } from './words/nl.ts';
import type { KitWords } from './wording.ts';

export const KIT_WORDS: Readonly<Record<Locale, KitWords>> = { en: EN, nl: NL, de: DE, fr: FR, es: ES };

/** Puts values into `{name}` places; a name without a value stays visible, so that a test finds it. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
