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
// 16 stands for no storage: people look for the iPhone 16.
const BARE_STORAGE = /\b(?:32|64|128|256|512|1024)\b/g;
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
 * Orders candidates: words that fit best, then few words beside them, then how wanted the model is. “iphone 13” puts
 * iPhone 13 before iPhone 13 Pro Max, “iphnoe 13 pro” puts iPhone 13 Pro before every iPad.
 */
export function rankCandidates<C extends Candidate>(query: SearchQuery, candidates: readonly C[]): C[] {
  const scored = candidates.map((candidate) => {
    const words = candidate.name_key.split(' ');
    const misfit = query.words.reduce(
      (sum, word) => sum + Math.min(...words.map((own) => misfitOf(word, own))),
      0,
    );
    // One word that says it all, such as `iphone13pro` or a model code, cannot be compared word by word.
    const whole = misfit >= query.words.length ? 1 - candidate.similarity : 0;
    return {
      candidate,
      misfit: Math.round((misfit + whole) * 100),
      extra: Math.max(0, words.length - query.words.length),
    };
  });
  return scored
    .toSorted(
      (a, b) =>
        a.misfit - b.misfit ||
        named(query, a.extra, b.extra) ||
        a.candidate.rank - b.candidate.rank ||
        a.extra - b.extra,
    )
    .map((one) => one.candidate);
}

/** With one word typed (“iphone”) all that fit are alike; with more, the shorter name is nearer. */
function named(query: SearchQuery, a: number, b: number): number {
  return query.words.length > 1 ? a - b : 0;
}

/** 0 for the same word, little for its beginning, 1 for another word; in between by the typing errors. */
function misfitOf(typed: string, own: string): number {
  if (typed === own) return 0;
  if (own.startsWith(typed)) return 0.1 + 0.2 * (1 - typed.length / own.length);
  // A digit more or less is another model, not a slip.
  if (/\d/.test(typed) || /\d/.test(own)) return 1;
  const errors = editDistance(typed, own);
  return errors <= Math.max(1, Math.floor(typed.length / 3)) ? 0.2 + errors / typed.length : 1;
}

/** Letters to change, add, leave out or swap with the next, to make one word of the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
