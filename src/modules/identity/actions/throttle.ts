/** Counted tries, kept in the database and committed before the try is judged, so that no refusal takes one back. */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';
import { after } from '../../../kernel/time.ts';
import type { Reader } from '../../../platform/postgres.ts';
import { hashToken } from '../../../platform/secrets.ts';
import { clearTries, countTry } from '../store/sessions.ts';

export type Allowance = { readonly tries: number; readonly windowMs: number };

/** Mail addresses and ids are not kept in the clear here. */
function subjectOf(what: string, who: string): string {
  return `${what}:${hashToken(who.toLowerCase()).slice(0, 32)}`;
}

/** Counts a try; null when it may go on, else `too_many_tries`. Call it outside a transaction that may refuse. */
export async function spendTry(
  reader: Reader,
  what: string,
  who: string,
  allowed: Allowance,
  now: Date,
): Promise<Refusal | null> {
  const hits = await countTry(reader, subjectOf(what, who), now, after(now, -allowed.windowMs));
  if (hits <= allowed.tries) return null;
  const minutes = Math.ceil(allowed.windowMs / 60_000);
  return refuse(
    'too_many_tries',
    `Too many tries. Please wait ${minutes} minutes and try again.`,
    'limited',
    {
      more: { retry_after: minutes * 60 },
    },
  );
}

/** Starts counting anew, after a success. */
export async function forgiveTries(reader: Reader, what: string, who: string): Promise<void> {
  await clearTries(reader, subjectOf(what, who));
}
