/**
 * Expected failures are values. A rule or action gives `Ok` or a `Refusal`; a thrown error is a bug or a
 * broken machine, never a "no".
 */

/** What sort of "no" this is; the HTTP layer turns it into a status code (see platform/http). */
export type RefusalKind =
  'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'stale' | 'limited' | 'unavailable';

/** A "no" with a stable, greppable `code`, a sentence for people, and the field it is about (JSON path). */
export type Refusal = {
  readonly ok: false;
  readonly code: string;
  readonly why: string;
  readonly kind: RefusalKind;
  readonly field?: string;
  readonly more?: Readonly<Record<string, unknown>>;
};

export type Ok<T> = { readonly ok: true; readonly value: T };

/** Either the value or the reason there is none. */
export type Outcome<T> = Ok<T> | Refusal;

/** Wraps a value. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Says no: `code` is snake_case and stable, `why` is one plain sentence a person can act on. */
export function refuse(
  code: string,
  why: string,
  kind: RefusalKind = 'conflict',
  detail: { field?: string; more?: Record<string, unknown> } = {},
): Refusal {
  return { ok: false, code, why, kind, ...detail };
}
