/** The console's words in the reader's language; each language is a file of its own, fetched when needed. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Locale } from '../contract/session.ts';
import type { Texts } from '../texts/en.ts';

const loaders: Record<Locale, () => Promise<{ texts: Texts }>> = {
  en: () => import('../texts/en.ts'),
  nl: () => import('../texts/nl.ts'),
  de: () => import('../texts/de.ts'),
  fr: () => import('../texts/fr.ts'),
  es: () => import('../texts/es.ts'),
};

const KEY = 'reprise.locale';

export function isLocale(text: string | null | undefined): text is Locale {
  return text !== null && text !== undefined && text in loaders;
}

/** The language to begin with: chosen here before, else the browser's, else English. */
export function firstLocale(): Locale {
  const kept = localStorage.getItem(KEY);
  if (isLocale(kept)) return kept;
  const wanted = navigator.languages.map((l) => l.slice(0, 2)).find(isLocale);
  return wanted ?? 'en';
}

export function keepLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale);
}

export async function loadTexts(locale: Locale): Promise<Texts> {
  return (await loaders[locale]()).texts;
}

type Speech = { texts: Texts; locale: Locale; speak: (locale: Locale) => void };
const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({ value, children }: { value: Speech; children: ReactNode }) {
  return <SpeechContext value={value}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('texts are used outside their provider');
  return speech;
}

/** The catalogue in the reader's language. */
export function useTexts(): Texts {
  return useSpeech().texts;
}
