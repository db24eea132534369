/** What an error of PostgreSQL means to us: a "no" of the data, a reason to try again, or a database that is away. */
import { refuse, type Refusal } from '../kernel/outcome.ts';

type DatabaseError = Error & { code: string; detail?: string; constraint?: string };

function sqlState(error: unknown): DatabaseError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^[0-9A-Z]{5}$/.test(error.code) ? (error as DatabaseError) : null;
}

/** True for a transaction that only lost a race against another: deadlock or serialization failure. */
export function isRetriable(error: unknown): boolean {
  const code = sqlState(error)?.code;
  return code === '40001' || code === '40P01';
}

/** SQLSTATE → refusal. Whatever is not here is a bug, and is thrown as one. */
const REFUSALS: Readonly<Record<string, (error: DatabaseError) => Refusal>> = {
  // Raised by our own triggers: the message is the code, the detail the row's id.
  RP001: (error) =>
    refuse('stale_item', 'It has moved on meanwhile: look again.', 'stale', {
      more: error.detail ? { item_id: error.detail } : {},
    }),
  RP002: (error) =>
    refuse('invariant_broken', `The database refused this: ${error.message}.`, 'conflict', {
      more: error.detail ? { id: error.detail } : {},
    }),
  '22003': () => refuse('number_out_of_range', 'A number is too large.', 'invalid'),
  '22021': () => refuse('unreadable_text', 'A text holds a character that cannot be stored.', 'invalid'),
  '22P05': () => refuse('unreadable_text', 'A text holds a character that cannot be stored.', 'invalid'),
  '22P02': () => refuse('value_malformed', 'A value does not have the form it must have.', 'invalid'),
  '22007': () => refuse('value_malformed', 'A date or time does not have the form it must have.', 'invalid'),
  '22008': () => refuse('instant_out_of_range', 'A date or time is out of range.', 'invalid'),
  '40001': () => refuse('busy', 'Others were changing the same thing: try again.', 'conflict'),
  '40P01': () => refuse('busy', 'Others were changing the same thing: try again.', 'conflict'),
  '55P03': () => refuse('busy', 'Somebody else is changing this right now: try again.', 'conflict'),
};

/** The refusal behind a database error, or null when it is a bug or a broken machine. */
export function refusalOf(error: unknown): Refusal | null {
  const known = sqlState(error);
  return known ? (REFUSALS[known.code]?.(known) ?? null) : null;
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
]);
const AWAY_WORDS =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|not queryable|connection has been discarded|cannot use a pool after/i;

/**
 * True when the database cannot be asked now: the server is down, starting, full or out of reach, or did not
 * answer in time. The HTTP layer answers 503 and the caller may try again.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some((one) => isUnavailable(one))) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY.has(code)) return true;
  // 08: connection; 57P0x: shutting down or starting; 57014: our statement time-out; 53: out of disk, memory, connections;
  // 25P03: our transaction was idle too long; 25006: read-only while another server takes over.
  if (/^(?:08...|57P0.|57014|53...|25P03|25006)$/.test(code)) return true;
  return AWAY_WORDS.test(error.message);
}
