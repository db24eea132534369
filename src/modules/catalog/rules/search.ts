/**
 * Search that forgives typing. The database finds candidates (every word contained, else trigrams); the order in
 * which people want to see them is decided here.
 */
import { fold } from './names/device-name.ts';

/** What a search box's text comes to. */
export type SearchQuery = {
  /** Normalised text without storage: compared by trigrams when no model holds every word. */
  readonly text: string;
  /** Its words; every one must be found for a good hit. */
  readonly words: readonly string[];
};

const STORAGE_WORDS = /\b(?:\d{2,4} ?gb?|\d ?tb)\b/g;
const BARE_STORAGE = /\b(?:16|32|64|128|256|512|1024)\b/g;
const MOST_WORDS = 8;

/** Words and codes as they are stored and compared: lower case, `+` spelled out, codes in one piece. */
export function searchKey(text: string): string {
  return fold(text.replace(/\b(sm)[- ]([a-z]\d)/gi, '$1$2').replace(/\bwi[- ]?fi\b/gi, 'wifi'));
}

/** Reads what somebody typed. A storage beside other words is dropped: models are searched, not variants. */
export function readQuery(typed: string): SearchQuery {
  const whole = searchKey(typed.slice(0, 100));
  const named = whole.replace(STORAGE_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const bare = named.replace(BARE_STORAGE, ' ').replace(/\s+/g, ' ').trim();
  const text = (/[a-z]/.test(bare) ? bare : named) || whole;
  return { text, words: text.split(' ').filter(Boolean).slice(0, MOST_WORDS) };
}

/** The two texts a model is found by: brand and name, and the same with aliases and run together. */
export function searchTexts(brand: string, name: string, aliases: readonly string[]) {
  const own = searchKey(name);
  const brandKey = searchKey(brand);
  const nameKey = own === brandKey || own.startsWith(`${brandKey} `) ? own : `${brandKey} ${own}`;
  const all = [nameKey, own.replaceAll(' ', ''), ...aliases.map(searchKey)];
  return { name_key: nameKey, search_text: [...new Set(all)].join(' ') };
}

/** A candidate from the database. `similarity` is 0…1, by trigrams. */
export type Candidate = { readonly name_key: string; readonly rank: number; readonly similarity: number };

/**
 * Orders candidates: all words whole in the name, then few words beside them, then likeness, then how wanted
 * the model is. “iphone 13” puts iPhone 13 before iPhone 13 Pro Max.
 */
export function rankCandidates<C extends Candidate>(query: SearchQuery, candidates: readonly C[]): C[] {
  const scored = candidates.map((candidate) => {
    const words = candidate.name_key.split(' ');
    const missing = query.words.filter((word) => !words.includes(word)).length;
    const begun = query.words.filter((word) => !words.some((own) => own.startsWith(word))).length;
    return { candidate, missing, begun, extra: Math.max(0, words.length - query.words.length) };
  });
  return scored
    .toSorted(
      (a, b) =>
        a.begun - b.begun ||
        Math.round((b.candidate.similarity - a.candidate.similarity) * 10) * (a.begun > 0 ? 1 : 0) ||
        a.missing - b.missing ||
        (a.missing === 0 ? a.extra - b.extra : 0) ||
        a.candidate.rank - b.candidate.rank ||
        a.extra - b.extra,
    )
    .map((one) => one.candidate);
}
