/** Reads a JSON body: bounded, of the right type, without characters the database cannot keep. */
import type { Problem } from './problem.ts';

/** 1 MiB. */
export const BODY_LIMIT = 1_048_576;

export type Body = { ok: true; text: string; value: unknown } | { ok: false; problem: Problem };

function no(status: number, code: string, detail: string, headers?: Record<string, string>): Body {
  return { ok: false, problem: { status, code, detail, headers } };
}

/** Reads and parses the body of a request; an empty one counts as `{}`. */
export async function readJson(request: Request, limit: number): Promise<Body> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > limit) return tooLarge(limit);
  const type = request.headers.get('content-type');
  const text = await readText(request, length !== null, limit);
  if (text === null) return no(400, 'body_cut_off', 'The body ended before its time.');
  if (text === undefined) return tooLarge(limit);
  if (text === '') return { ok: true, text, value: {} };
  if (!isJson(type)) return no(415, 'content_type_not_json', 'Send the body as application/json.');
  return parse(text);
}

/** Reads and parses a form post, field by field; a name that comes twice is a list. */
export async function readForm(request: Request, limit: number): Promise<Body> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > limit) return tooLarge(limit);
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    return no(415, 'content_type_not_form', 'Send the body as application/x-www-form-urlencoded.');
  const text = await readText(request, length !== null, limit);
  if (text === null) return no(400, 'body_cut_off', 'The body ended before its time.');
  if (text === undefined) return tooLarge(limit);
  return readable(text, fieldsOf(new URLSearchParams(text)));
}

/**
 * Reads the bytes of an upload. Gives undefined when there are more than `limit`, null when it broke off; stops
 * reading at the limit, whatever the sender claims.
 */
export async function readUpload(request: Request, limit: number): Promise<Buffer | undefined | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  try {
    if (!request.body) return Buffer.alloc(0);
    return await readChunks(request.body, limit);
  } catch {
    return null;
  }
}

/** Names and values as an object; a name that comes twice is a list. */
export function fieldsOf(pairs: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of pairs) {
    const before = found[name];
    if (before === undefined) found[name] = value;
    else found[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { ...found };
}

async function readChunks(body: ReadableStream, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): Body {
  // The rest of the body is not read: the connection cannot be used again.
  return no(413, 'body_too_large', `The body may have at most ${limit} bytes.`, { connection: 'close' });
}

function isJson(type: string | null): boolean {
  return type !== null && /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i.test(type);
}

/** The body as text; undefined when it is too large, null when it broke off. */
async function readText(
  request: Request,
  bounded: boolean,
  limit: number,
): Promise<string | undefined | null> {
  try {
    // Node holds the sender to the content-length it gave, so this cannot grow.
    if (bounded) return await request.text();
    if (!request.body) return '';
    return (await readChunks(request.body, limit))?.toString('utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return no(400, 'body_not_json', `The body is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  // PostgreSQL keeps neither NUL nor half a surrogate pair; in JSON both can only come as an escape or raw.
  return /\\u0000|\0|\\u[dD][89a-fA-F]/.test(text) ? readable(text, value) : { ok: true, text, value };
}

function readable(text: string, value: unknown): Body {
  const field = findUnreadable(value, '');
  if (field === null) return { ok: true, text, value };
  const message = 'This holds a character that cannot be stored.';
  return {
    ok: false,
    problem: {
      status: 422,
      code: 'unreadable_text',
      detail: 'A text holds a character that cannot be stored.',
      errors: [{ field, code: 'unreadable_text', message }],
    },
  };
}

/** True for text PostgreSQL can keep. */
function isReadable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function findUnreadable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isReadable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    const found = isReadable(key) ? findUnreadable(inner, at) : path;
    if (found !== null) return found;
  }
  return null;
}
