/** Finds a value in JSON by its pointer (RFC 6901). */

/** `undefined` when there is nothing at that place. `''` is the whole; `/a/0/b~1c` goes by names and positions. */
export function valueAt(json: unknown, pointer: string): unknown {
  if (pointer === '') return json;
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => {
      if (Array.isArray(at)) return /^(0|[1-9]\d*)$/.test(part) ? at[Number(part)] : undefined;
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
      return (at as Record<string, unknown>)[part];
    }, json);
}
