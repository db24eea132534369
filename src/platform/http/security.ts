/** Headers that keep browsers honest, and the check that a change comes from our own pages. */
import type { Context } from 'hono';

const PERMISSIONS = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()';

/** Sent with everything. HSTS only on https: on plain http in a shop's own network it would lock the shop out. */
export function baseHeaders(baseUrl: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
    'x-frame-options': 'DENY',
  };
  if (baseUrl.startsWith('https:')) headers['strict-transport-security'] = 'max-age=31536000';
  return headers;
}

/** Content security policy of answers that are no pages. */
export const DATA_CSP = "default-src 'none'; frame-ancestors 'none'";

export type PagePolicy = {
  readonly baseUrl: string;
  /** Allows inline `<script>` and `<style>` that carry this nonce. */
  readonly nonce?: string;
  /** Allows WebAssembly: the console's barcode reader. */
  readonly wasm?: boolean;
  /** Allows other sites to show it in a frame: the widget's demo only. */
  readonly framed?: boolean;
  /** Further origins scripts may talk to. */
  readonly connect?: readonly string[];
};

/** Content security policy of a page. */
export function pageCsp(policy: PagePolicy): string {
  const nonce = policy.nonce ? ` 'nonce-${policy.nonce}'` : '';
  const parts = [
    "default-src 'none'",
    `script-src 'self'${nonce}${policy.wasm ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self'${nonce}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...(policy.connect ?? [])].join(' ')}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${policy.framed ? '*' : "'none'"}`,
  ];
  if (policy.baseUrl.startsWith('https:')) parts.push('upgrade-insecure-requests');
  return parts.join('; ');
}

/** Adds our headers to a response somebody else made, where it has not said otherwise itself. */
export function harden(response: Response, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers))
    if (!response.headers.has(name)) response.headers.set(name, value);
  // A page that allows frames says so in its policy; the older header knows no such choice.
  if (/frame-ancestors \*/.test(response.headers.get('content-security-policy') ?? ''))
    response.headers.delete('x-frame-options');
}

export type Origin = 'same' | 'cross' | 'unknown';

/**
 * Where a browser says the call comes from. `unknown`: it says nothing, so it is no browser's cross-site call
 * (browsers always send Origin with a POST).
 */
export function originOf(http: Context, baseUrl: string, trustProxy: boolean): Origin {
  const site = http.req.header('sec-fetch-site');
  const origin = http.req.header('origin');
  if (origin === undefined) {
    if (site === undefined) return 'unknown';
    return site === 'same-origin' || site === 'none' ? 'same' : 'cross';
  }
  if (origin === 'null') return 'cross';
  if (origin === originOfUrl(baseUrl)) return 'same';
  // A shop may be reached by several names; the browser's own Host header is then what counts.
  const host = (trustProxy ? http.req.header('x-forwarded-host') : undefined) ?? http.req.header('host');
  const named = host ?? new URL(http.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === named ? 'same' : 'cross';
}

let lastBase: { url: string; origin: string } | null = null;

function originOfUrl(url: string): string {
  if (lastBase?.url !== url) lastBase = { url, origin: new URL(url).origin };
  return lastBase.origin;
}

/** CORS headers of a route that other web sites may call: any site, no cookies. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, idempotent-replayed, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Answer to the browser's question before such a call. */
export function preflightHeaders(methods: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods.join(', ').toUpperCase(),
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, x-request-id',
    'access-control-max-age': '86400',
  };
}

/** The caller's address: the socket's, or the last one our proxy wrote down. */
export function addressOf(http: Context, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  const env: unknown = http.env;
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return 'local';
  const incoming = env.incoming as { socket?: { remoteAddress?: string } };
  return incoming.socket?.remoteAddress ?? 'local';
}
