/** Every "no" over HTTP has one form: problem+json (RFC 9457) with a stable code, and the fields it is about. */
import type { z } from 'zod';
import type { Refusal, RefusalKind } from '../../kernel/outcome.ts';

export type FieldError = { readonly field: string; readonly code: string; readonly message: string };

export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 409,
  limited: 429,
  unavailable: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Not valid',
  428: 'Version required',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Not available',
};

/** The refusal of an action as a problem. `ifMatch`: the caller gave a version, so a stale one answers 412. */
export function problemOf(refusal: Refusal, ifMatch = false): Problem {
  const status = refusal.kind === 'stale' && ifMatch ? 412 : STATUS[refusal.kind];
  return {
    status,
    code: refusal.code,
    detail: refusal.why,
    errors: refusal.field ? [{ field: refusal.field, code: refusal.code, message: refusal.why }] : undefined,
    more: refusal.more,
    headers:
      status === 503 || status === 429
        ? { 'retry-after': String(refusal.more?.['retry_after'] ?? 2) }
        : undefined,
  };
}

/** The body of a problem. */
export function problemBody(problem: Problem, requestId: string): string {
  return JSON.stringify({
    type: 'about:blank',
    title: TITLES[problem.status] ?? 'Refused',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    errors: problem.errors ?? [],
    more: problem.more,
    request_id: requestId,
  });
}

/** What zod found, as one problem that names each field. */
export function problemOfIssues(issues: readonly z.core.$ZodIssue[]): Problem {
  const errors = issues.slice(0, 50).flatMap((issue) => fieldErrors(issue));
  const first = errors[0];
  return {
    status: 422,
    code: 'not_valid',
    detail: first
      ? `${first.field === '' ? 'The body' : first.field}: ${first.message}`
      : 'The input is not valid.',
    errors,
  };
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      code: 'unknown',
      message: 'This field is not known here.',
    }));
  const missing =
    issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  if (missing) return [{ field, code: 'missing', message: 'This field is required.' }];
  return [{ field, code: CODES[issue.code] ?? 'invalid', message: sentence(issue) }];
}

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'wrong_type',
  invalid_value: 'unknown_value',
  too_small: 'too_small',
  too_big: 'too_big',
  invalid_format: 'wrong_format',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
};

/** One plain sentence; a message of the schema's own wins. */
function sentence(issue: z.core.$ZodIssue): string {
  const own = /^(?:Invalid|Too |Unrecognized)/.test(issue.message) ? null : issue.message;
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `This must be ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`.replace(
        /, (?=[^,]*$)/,
        ' or ',
      );
    case 'too_small':
      return bound(issue.origin, 'least', Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return bound(issue.origin, 'most', Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This does not have the right form.';
    default:
      return 'This is not valid.';
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'This is not a mail address.',
  datetime: 'This must be a date and time such as 2026-11-05T09:30:00Z.',
  date: 'This must be a date such as 2026-11-05.',
  url: 'This is not a web address.',
};

function bound(origin: string, side: 'least' | 'most', limit: number, inclusive: boolean): string {
  if (origin === 'string' && side === 'least' && limit === 1) return 'This must not be empty.';
  if (origin === 'string') return `This must have at ${side} ${limit} characters.`;
  if (origin === 'array' || origin === 'set') return `This must have at ${side} ${limit} entries.`;
  if (!inclusive)
    return side === 'least' ? `This must be more than ${limit}.` : `This must be less than ${limit}.`;
  return `This must be at ${side} ${limit}.`;
}
