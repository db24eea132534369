/** The server's refusals in the reader's language. Pure: the language's texts come in. */
import type { Problem } from '../../contract/session.ts';
import type { Refusals } from '../../texts/refusals.ts';

/** The parts of `said` that stand at each `{}` of `english`; null when it is another sentence. */
export function partsOf(english: string, said: string): string[] | null {
  const pieces = english.split('{}').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${pieces.join('(.*?)')}$`, 's').exec(said);
  return found ? found.slice(1) : null;
}

/** What a code and its English sentence say in the language of `refusals`; the English where it has nothing. */
export function refusalWords(refusals: Refusals, code: string, english: string): string {
  const words = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (words === undefined) return english;
  if (typeof words === 'string') return words;
  for (const [sentence, said] of Object.entries(words)) {
    const parts = partsOf(sentence, english);
    if (parts) return typeof said === 'string' ? said : said(...parts);
  }
  return english;
}

/** Why a row or a step is refused, where an answer lists it with its code; empty where it is not. */
export function whyRefused(
  refusals: Refusals,
  refused: { code: string | null; why: string | null } | null | undefined,
): string {
  return refused ? refusalWords(refusals, refused.code ?? '', refused.why ?? '') : '';
}

/** The same problem in the language of `refusals`; each of its fields by its own code. */
export function problemInWords(problem: Problem, refusals: Refusals): Problem {
  const errors = problem.errors?.map((one) => ({
    ...one,
    message: refusalWords(refusals, one.code, one.message),
  }));
  const [first, raw] = [errors?.[0], problem.errors?.[0]];
  // Input that does not have the right form is told as “field: what is wrong with it”.
  const detail =
    first && raw && problem.detail.endsWith(`: ${raw.message}`)
      ? problem.detail.slice(0, -raw.message.length) + first.message
      : refusalWords(refusals, problem.code, problem.detail);
  return { ...problem, detail, errors };
}
