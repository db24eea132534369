/** Why a photo or its words were not taken. */
import { problemOf } from '../../client.ts';

/** In the reader's language where there is something to do about it, otherwise as the server says it. */
export function refusalText(
  error: unknown,
  known: Readonly<Record<string, string>>,
  fallback: string,
): string {
  const problem = problemOf(error);
  return problem ? (known[problem.code] ?? problem.detail) : fallback;
}
