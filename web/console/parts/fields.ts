/** Turns the refusal of a form into messages under its fields. */
import { problemOf } from '../../client.ts';

/** The message the server gave for a field, if it gave one. */
export function fieldError(error: unknown, field: string): string | undefined {
  const found = problemOf(error)?.errors?.find(
    (e) => e.field === field || e.field?.endsWith(`.${field}`) || e.field?.endsWith(`/${field}`),
  );
  return found?.message;
}
