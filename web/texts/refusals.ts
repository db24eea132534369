/**
 * How the server's refusals are said in another language than its own English: by their stable code. A code that
 * says several things, or something with names and numbers in it, lists its English sentences, `{}` where a part
 * changes; what fits none of them is shown as the server said it, so that nothing it tells is lost.
 */

/** One sentence; a function takes the parts that stand at each `{}` of the English one. */
export type Said = string | ((...parts: string[]) => string);

export type Refusals = Readonly<Record<string, string | Readonly<Record<string, Said>>>>;

/** The word for a name of the API, or the name itself where there is none. */
export function wordFor(words: Readonly<Record<string, string>>, name: string | undefined): string {
  return words[name ?? ''] ?? name ?? '';
}

/** `stage/status` in words. */
export function placeFor(
  words: { stages: Readonly<Record<string, string>>; statuses: Readonly<Record<string, string>> },
  place: string,
): string {
  const [stage, status] = place.split('/');
  return status ? `${wordFor(words.stages, stage)}: ${wordFor(words.statuses, status)}` : place;
}

/** An instant of the API as a day and a time; anything else as it is. */
export function momentFor(locale: string, instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
