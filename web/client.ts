/**
 * The console's way to the API: one `call`, and a table of small typed functions over it.
 * A refusal is thrown as an Error that carries the problem document; `problemOf` reads it back.
 */
import type { Problem } from './contract/session.ts';

export type Query = Record<string, string | number | boolean | null | undefined>;

export type CallOptions = {
  query?: Query;
  body?: unknown;
  /** Sent as `If-Match: "<version>"`. */
  version?: number;
  /** Sent as `Idempotency-Key`; made anew for each call when absent, kept over the one retry. */
  key?: string;
  signal?: AbortSignal;
};

const problems = new WeakMap<Error, Problem>();
let inWords = (problem: Problem): Problem => problem;

/** From now on problems are read in another language than the server's; the console says which. */
export function readProblemsAs(words: (problem: Problem) => Problem): void {
  inWords = words;
}

/** The problem document of an error that `call` threw, in the server's own words; null for anything else. */
export function plainProblemOf(error: unknown): Problem | null {
  return error instanceof Error ? (problems.get(error) ?? null) : null;
}

/** The problem document of an error that `call` threw, in the reader's language; null for anything else. */
export function problemOf(error: unknown): Problem | null {
  const problem = plainProblemOf(error);
  return problem && inWords(problem);
}

/** 128 random bits; `randomUUID` is missing on plain http, where shops in their own network live. */
export function clickKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(
    '',
  );
}

/** Writes a query string; empty values are left out. */
export function queryText(query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '' && value !== false)
      params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

function refusal(problem: Problem): Error {
  const error = new Error(problem.detail || problem.title);
  problems.set(error, problem);
  return error;
}

async function readProblem(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const unknown: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'server_error',
    detail: `The server answered ${response.status}.`,
    request_id: requestId,
  };
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...unknown, ...body } : unknown;
  } catch {
    return unknown;
  }
}

const offline: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  code: 'offline',
  detail: 'The server cannot be reached. Nothing was changed; try again.',
};

async function send(
  method: string,
  path: string,
  options: CallOptions,
  key: string | null,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (key) headers['idempotency-key'] = key;
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  return await fetch(path + queryText(options.query), {
    method,
    headers,
    credentials: 'same-origin',
    signal: options.signal ?? null,
    body: options.body === undefined ? null : JSON.stringify(options.body),
  });
}

/**
 * Calls the API and gives the parsed answer. A POST whose answer was lost on the way is sent once more under the
 * same Idempotency-Key, so it is never done twice.
 */
export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const key = method === 'POST' ? (options.key ?? clickKey()) : null;
  let response: Response;
  try {
    response = await send(method, path, options, key).catch((error: unknown) => {
      if (options.signal?.aborted || method === 'PATCH') throw error;
      return send(method, path, options, key);
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw refusal(offline);
  }
  if (!response.ok) throw refusal(await readProblem(response));
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body: unknown = {}, key?: string): Promise<T> =>
  call<T>('POST', path, { body, key });
export const put = <T>(path: string, body: unknown, version?: number): Promise<T> =>
  call<T>('PUT', path, { body, version });
export const patch = <T>(path: string, body: unknown, version?: number): Promise<T> =>
  call<T>('PATCH', path, { body, version });
export const remove = <T>(path: string, version?: number): Promise<T> => call<T>('DELETE', path, { version });

/** Sends a file as the body, as it is; the answer of the API is read like any other. */
export async function upload<T>(path: string, file: File, query?: Query): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path + queryText(query), {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'text/csv', 'idempotency-key': clickKey() },
      credentials: 'same-origin',
      body: file,
    });
  } catch {
    throw refusal(offline);
  }
  if (!response.ok) throw refusal(await readProblem(response));
  return (await response.json()) as T;
}

/** Sends a form with files; the browser writes its boundary itself. `signal` ends it when its page goes. */
export async function sendForm<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      body: form,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw refusal(offline);
  }
  if (!response.ok) throw refusal(await readProblem(response));
  return (await response.json()) as T;
}
