/** Prefixed, time-ordered ids: `cas_01k…`. Pure: the instant and the random bytes come in as arguments. */

/** Every kind of row that has an id of its own; the prefix tells a reader (and a log search) what it is. */
export const ID_PREFIXES = [
  'cas',
  'itm',
  'evt',
  'cus',
  'stf',
  'loc',
  'lnk',
  'brd',
  'mdl',
  'var',
  'qst',
  'pbk',
  'pbv',
  'imp',
  'src',
  'quo',
  'ddl',
  'not',
  'hld',
  'unt',
  'ins',
  'pcl',
  'scn',
  'unm',
  'pay',
  'bat',
  'txn',
  'lin',
  'crd',
  'msg',
  'tpl',
  'mac',
  'fil',
  'upl',
  'chl',
  'dsp',
  'blk',
  'chk',
  'cod',
  'cov',
  'inb',
  'cht',
  'viw',
  'key',
  'ses',
  'req',
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes an id: prefix, 48 bits of milliseconds, 80 bits of randomness, in Crockford's base 32 (lower case).
 * `random` must hold at least 10 bytes from a cryptographic source.
 */
export function makeId(prefix: IdPrefix, atMs: number, random: Uint8Array): string {
  let time = '';
  let rest = atMs;
  for (let i = 0; i < 10; i += 1) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let bits = 0;
  let held = 0;
  let tail = '';
  for (let i = 0; i < 10; i += 1) {
    held = (held << 8) | (random[i] ?? 0);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      tail += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return `${prefix}_${time}${tail}`;
}

/** True when `text` has the shape of an id with this prefix; says nothing about its existence. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}
