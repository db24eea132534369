/** The letter somebody is writing in a case: kept while they look elsewhere, until it is sent or discarded. */
import { useRef, useState } from 'react';
import { clickKey } from '../../client.ts';
import type { LetterWords } from '../../contract/messages.ts';
import type { Locale } from '../../contract/session.ts';

export type LetterInWriting = LetterWords & {
  macroId: string | null;
  itemId: string | null;
  locale: Locale;
  /** The language asked for; a macro without it gives the nearest, which is then `locale`. */
  wanted: Locale;
  /** The words as the macro gave them: what differs from them was written by hand. */
  filled: LetterWords | null;
  /** What a macro chosen later took away. */
  before: LetterWords | null;
  /** What the customer wrote, when this answers it. */
  answers: { id: string; text: string } | null;
  /** The same words are sent once, however often the button is pressed. */
  key: string;
};

const keyOf = (caseId: string) => `reprise.letter.${caseId}`;

export function emptyLetter(locale: Locale): LetterInWriting {
  return {
    ...{ subject: '', body: '', macroId: null, itemId: null, locale, wanted: locale },
    ...{ filled: null, before: null, answers: null, key: clickKey() },
  };
}

export function isUntouched({ subject, body, filled }: LetterInWriting): boolean {
  return subject === (filled?.subject ?? '') && body === (filled?.body ?? '');
}

function read(caseId: string, locale: Locale): LetterInWriting | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(caseId)) ?? 'null');
    // Written by `keep` below, in this very tab.
    return typeof kept === 'object' && kept ? { ...emptyLetter(locale), ...kept } : null;
  } catch {
    return null;
  }
}

export type LetterChange = Partial<LetterInWriting> | ((now: LetterInWriting) => Partial<LetterInWriting>);

/** The draft of a case; null when nobody is writing. A changed draft is another letter, with another key. */
export function useLetter(caseId: string, locale: Locale) {
  const [letter, set] = useState(() => read(caseId, locale));
  // An answer that comes late changes the draft as it is by then, not as it was when it was asked for.
  const now = useRef(letter);
  const keep = (next: LetterInWriting | null) => {
    if (next) sessionStorage.setItem(keyOf(caseId), JSON.stringify(next));
    else sessionStorage.removeItem(keyOf(caseId));
    now.current = next;
    set(next);
  };
  return {
    letter,
    begin: (over: Partial<LetterInWriting> = {}) => keep({ ...emptyLetter(locale), ...over }),
    change: (over: LetterChange) => {
      const was = now.current;
      if (was) keep({ ...was, ...(typeof over === 'function' ? over(was) : over), key: clickKey() });
    },
    end: () => keep(null),
  };
}
