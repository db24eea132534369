/** Versions over HTTP: `ETag: "7"` out, `If-Match: "7"` in. */
import type { Problem } from './problem.ts';

/** The ETag of a version number. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The whole-number `version` a body carries, or null. */
export function versionOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('version' in body)) return null;
  return Number.isSafeInteger(body.version) ? Number(body.version) : null;
}

/** Reads If-Match: the version, or null when none was given (or `*`: whatever it is). */
export function readIfMatch(
  header: string | undefined,
  demanded: 'required' | 'optional' | undefined,
): { ok: true; version: number | null } | { ok: false; problem: Problem } {
  if (demanded === undefined) return { ok: true, version: null };
  if (header === undefined) {
    if (demanded === 'optional') return { ok: true, version: null };
    return {
      ok: false,
      problem: {
        status: 428,
        code: 'version_required',
        detail: 'Say which version you change: send its ETag as If-Match.',
      },
    };
  }
  if (header.trim() === '*') return { ok: true, version: null };
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1];
  if (digits) return { ok: true, version: Number(digits) };
  return {
    ok: false,
    problem: {
      status: 400,
      code: 'if_match_malformed',
      detail: 'If-Match must be the ETag that the GET gave, such as "7".',
      errors: [{ field: 'If-Match', code: 'wrong_format', message: 'This must be an ETag such as "7".' }],
    },
  };
}
