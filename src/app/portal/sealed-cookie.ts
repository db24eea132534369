/** Cookies that only we can read or make: JSON, compressed and sealed with the program's key. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { z } from 'zod';
import { seal, unseal, type Keyring } from '../../platform/secrets.ts';

/** What browsers take: name, value and attributes together at most 4096 bytes. */
const MOST = 3_800;
const MOST_PLAIN = 64_000;

export type SealedCookie<T> = {
  readonly name: string;
  readonly path: string;
  readonly maxAgeSeconds: number;
  readonly schema: z.ZodType<T>;
};

/** What the cookie holds; null when there is none, or one that is not ours, altered, or of another form. */
export function readSealed<T>(http: Context, cookie: SealedCookie<T>, keyring: Keyring): T | null {
  const text = getCookie(http, cookie.name);
  if (!text || text.length > MOST) return null;
  try {
    const opened = unseal(text, keyring);
    const plain = inflateRawSync(Buffer.from(opened, 'base64'), { maxOutputLength: MOST_PLAIN });
    const found: unknown = JSON.parse(plain.toString('utf8'));
    // The name is inside as well, so that one cookie's value is no use as another's.
    if (typeof found !== 'object' || found === null || !('of' in found) || found.of !== cookie.name)
      return null;
    const parsed = cookie.schema.safeParse('it' in found ? found.it : null);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a value; false when it does not fit into a cookie, and then nothing is changed. */
export function keepSealed<T>(
  http: Context,
  cookie: SealedCookie<T>,
  it: T,
  key: { keyring: Keyring; baseUrl: string },
): boolean {
  const plain = deflateRawSync(JSON.stringify({ of: cookie.name, it })).toString('base64');
  const text = seal(plain, key.keyring);
  if (text.length > MOST) return false;
  setCookie(http, cookie.name, text, {
    path: cookie.path,
    maxAge: cookie.maxAgeSeconds,
    httpOnly: true,
    sameSite: 'Lax',
    secure: key.baseUrl.startsWith('https:'),
  });
  return true;
}

/** Forgets it. */
export function dropSealed<T>(http: Context, cookie: SealedCookie<T>): void {
  deleteCookie(http, cookie.name, { path: cookie.path });
}
