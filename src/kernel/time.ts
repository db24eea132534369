/** Time as arguments: no function here reads a clock. Instants are `Date`, spans are milliseconds. */

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** A source of "now"; the app passes the machine's, tests pass one they can move. */
export type Clock = () => Date;

/** An instant `span` milliseconds after `at`. */
export function after(at: Date, span: number): Date {
  return new Date(at.getTime() + span);
}

/** The calendar date of an instant in a zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** An instant as day and month in words, in the reader's language: `5 December 2026`. */
export function formatDay(at: Date, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}
