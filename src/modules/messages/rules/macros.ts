/** Macros: ready-made letters that staff choose, change and send by hand. Pure. */
import { isLocale, LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { LetterWords } from './letters.ts';
import { DE_MACROS } from './macro-texts/de.ts';
import { EN_MACROS } from './macro-texts/en.ts';
import { ES_MACROS } from './macro-texts/es.ts';
import { FR_MACROS } from './macro-texts/fr.ts';
import { NL_MACROS } from './macro-texts/nl.ts';
import { OUR_MACROS, type MacroWords, type OurMacro } from './macro-texts/words.ts';

export const MACRO_TEXTS: Readonly<Record<Locale, MacroWords>> = {
  en: EN_MACROS,
  nl: NL_MACROS,
  de: DE_MACROS,
  fr: FR_MACROS,
  es: ES_MACROS,
};

/**
 * What a macro may use: all that is known of a case at any time. Not what only a move knows (its reason, a tracking
 * number), and no code or link: those are made when a letter is delivered.
 */
export const MACRO_VARIABLES = [
  'customer',
  'reference',
  'devices',
  'count',
  'unpriced',
  'total',
  'currency',
  'channel',
  'valid_until',
  'due_at',
  'visit_on',
  'store',
  'method',
  'account',
  'shop',
  'timezone',
  'locale',
] as const;

export type MacroText = LetterWords & {
  /** 0 while it is ours. */
  readonly version: number;
};

export type Macro = {
  readonly id: string;
  readonly name: string;
  /** The shop named it; else a reader may see ours in their own language. */
  readonly ownName: boolean;
  /** It came with Reprise. */
  readonly ours: boolean;
  readonly active: boolean;
  readonly position: number;
  readonly version: number;
  readonly texts: Readonly<Partial<Record<Locale, MacroText>>>;
};

export type MacroRow = {
  id: string;
  name: string;
  position: number;
  active: boolean;
  version: number;
};
export type MacroTextRow = {
  event: string;
  locale: string;
  version: number;
  subject: string;
  body: string;
};

export function isOurMacro(id: string): id is OurMacro {
  return (OUR_MACROS as readonly string[]).includes(id);
}

/** The event under which a macro's texts are kept among the templates. */
export function eventOf(macroId: string): string {
  return `macro_${macroId}`;
}

/** Our text of a macro in a language; null for one the shop made. */
export function ourText(macroId: string, locale: Locale): LetterWords | null {
  if (!isOurMacro(macroId)) return null;
  const { subject, body } = MACRO_TEXTS[locale][macroId];
  return { subject, body };
}

/** Ours as they stand before anybody touched them. */
export function ourRows(): MacroRow[] {
  return OUR_MACROS.map((id, at) => ({
    id,
    name: MACRO_TEXTS.en[id].name,
    position: (at + 1) * 10,
    active: true,
    version: 0,
  }));
}

function textsOf(id: string, kept: readonly MacroTextRow[]): Macro['texts'] {
  const texts: Partial<Record<Locale, MacroText>> = {};
  for (const locale of LOCALES) {
    const ours = ourText(id, locale);
    if (ours) texts[locale] = { ...ours, version: 0 };
  }
  for (const { event, locale, subject, body, version } of kept)
    if (event === eventOf(id) && isLocale(locale)) texts[locale] = { subject, body, version };
  return texts;
}

/** Every macro in its order: what the shop has kept, over what Reprise brings. */
export function assembleMacros(rows: readonly MacroRow[], kept: readonly MacroTextRow[]): Macro[] {
  const known = new Map([...ourRows(), ...rows].map((row) => [row.id, row]));
  return [...known.values()]
    .map((row) => ({
      id: row.id,
      name: row.name,
      ownName: !isOurMacro(row.id) || row.name !== MACRO_TEXTS.en[row.id].name,
      ours: isOurMacro(row.id),
      active: row.active,
      position: row.position,
      version: row.version,
      texts: textsOf(row.id, kept),
    }))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The text nearest to a language: that one, else English, else the first there is. */
export function nearestText(macro: Macro, wanted: Locale): (MacroText & { locale: Locale }) | null {
  for (const locale of [wanted, 'en' as const, ...LOCALES]) {
    const text = macro.texts[locale];
    if (text) return { ...text, locale };
  }
  return null;
}
