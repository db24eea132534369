/**
 * Reads a device's name as people write it in price lists and search boxes: `Apple iPhone 13 Pro Max 5G 256G`,
 * `[HOT] Galaxy Note 10 Plus - Hot Deal`, `iPad Pro 11" 4th Gen (2022) 256GB Cellular`. What is left when brand,
 * storage, network, size, year and generation are taken out is the `key`: two names with one key are the same
 * family, and the rest tells which member.
 */

export type Network = '4g' | '5g';
export type Connectivity = 'wifi' | 'cellular';

export type DeviceName = {
  /** Letters and digits only: `iphone13promax`, `s22ultra`, `ipadpro`. */
  readonly key: string;
  readonly network: Network | null;
  readonly connectivity: Connectivity | null;
  /** Every storage found, in GB, smallest first; memory written beside it is among them. */
  readonly storages: readonly number[];
  readonly year: number | null;
  readonly generation: number | null;
  /** Diagonal in inches (`12.9`) or case in millimetres (`41`), as digits. */
  readonly size: string | null;
  /** `m1` … of an Apple computer or tablet. */
  readonly chip: string | null;
  /** Model codes: `a2783`, `sms908b`. */
  readonly codes: readonly string[];
};

/** Lower case, no accents, `+` as a word, no punctuation but points inside numbers. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\+/g, ' plus ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
}

const PROMOTION = /\[[^\]]*\]|\*+\s*only\b.*$|\s[-–]\s*(?:hot deal|free\b|sale|promo|offer).*$/gi;
const RAM_AND_STORAGE = /\b(\d{1,2})\s*(?:gb)?\s*[+/]\s*(\d{2,4})\s*(gb|tb|g)\b/gi;
const STORAGE = /(?<![\d.])\*?(\d{1,4})\s*(gb|tb|g|t)\b(?!\s*e\b)/gi;
const CODE =
  /\b(?:a[123][0-9]{3}|sm[- ]?[a-z][0-9]{3,4}[a-z0-9]*|sh-[a-z]?[0-9]{2}[a-z]?|x[ty][0-9]{4}(?:-[0-9]+)?)\b/gi;

/** Gigabytes of `256G`, `256 GB`, `1TB`, `1024`; null for anything else (`5G` is a network). */
export function storageGb(text: string): number | null {
  const found = /^\s*\*?(\d{1,4})\s*(gb?|tb?)?\s*$/i.exec(text);
  if (!found) return null;
  const size = Number(found[1]);
  if (size === 0) return null;
  return /^t/i.test(found[2] ?? '') ? size * 1024 : size;
}

/** Reads a name. `brands` are the words to drop where they stand (`apple`, `samsung`, `galaxy`). */
export function readDeviceName(text: string, brands: readonly string[] = []): DeviceName {
  const storages = new Set<number>();
  const codes: string[] = [];
  let rest = text.replace(PROMOTION, ' ').replace(/_/g, ' ');
  rest = rest.replace(CODE, (code) => {
    codes.push(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
    return ' ';
  });
  rest = rest.replace(RAM_AND_STORAGE, (_, _ram: string, size: string, unit: string) =>
    keepStorage(storages, size, unit),
  );
  rest = rest.replace(STORAGE, (all, size: string, unit: string) =>
    /^g$/i.test(unit) && Number(size) < 16 ? all : keepStorage(storages, size, unit),
  );
  const { words, ...facts } = takeFacts(
    fold(rest.replace(/(\d)\s*(?:["”″]|-?\s?inch(?:es)?\b)/gi, '$1inch ')),
  );
  return {
    ...facts,
    key: keyOf(words, brands),
    codes,
    storages: [...storages].toSorted((a, b) => a - b),
  };
}

function keepStorage(storages: Set<number>, size: string, unit: string): string {
  storages.add(Number(size) * (/^t/i.test(unit) ? 1024 : 1));
  return ' ';
}

type Facts = Pick<DeviceName, 'network' | 'connectivity' | 'year' | 'generation' | 'size' | 'chip'> & {
  readonly words: string;
};

function takeFacts(folded: string): Facts {
  let words = ` ${folded} `;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(words);
    if (!found) return null;
    words = words.replace(pattern, ' ');
    return (found[1] ?? found[2] ?? found[0]).trim();
  };
  // Older lists write `Wi?Fi`, read in the wrong encoding.
  words = words.replace(/\bwi fi\b/g, 'wifi').replace(/\bbluetooth\b/g, 'gps');
  const mobile = take(
    /\b(?:wifi|gps) (?:and |plus )?(?:cellular|lte|4g|5g)\b(?: 5g\b)?|\bcellular\b|\blte 5g\b/,
  );
  const local = take(/\bwifi(?: only)?\b|\bgps(?: only)?\b/);
  const networkWord = take(/\b(?:5g uw|5g|4g|lte)\b/);
  while (/\b(?:5g|4g|lte)\b/.test(words)) words = words.replace(/\b(?:5g|4g|lte)\b/, ' ');
  // Only Apple's computers and tablets are named after chips; elsewhere M3 and A16 are models.
  const chips = /\b(?:ipad|macbook)/.test(words);
  const chip = chips ? take(/\b(m[1-9]|a1[4-9])(?: (?:pro|max|ultra))?\b/) : null;
  const generation = take(
    /\b(\d{1,2}) ?(?:st|nd|rd|th)(?: gen(?:eration)?)?\b|\bgen(?:eration)? ?(\d{1,2})\b/,
  );
  const year = take(/\b(20[0-3]\d)\b/);
  const size = take(/\b(\d{1,2}(?:\.\d)?) ?(?:inch|mm)\b/);
  const more = appleNumbers(words, generation, size);
  const cellular = mobile !== null || (networkWord !== null && isTabletOrWatch(words));
  return {
    words: more.words,
    network: networkWord === null ? null : networkWord.startsWith('5g') ? '5g' : '4g',
    connectivity: cellular ? 'cellular' : local === null ? null : 'wifi',
    year: year === null ? null : Number(year),
    generation: more.generation === null ? null : Number(more.generation),
    size: more.size,
    chip,
  };
}

function isTabletOrWatch(words: string): boolean {
  return /\b(?:ipad|tab|pad|matepad|watch|mediapad)\b/.test(words);
}

const SIZES = /^(?:9\.7|10\.2|10\.5|10\.9|11|12\.9|13|14|15|16)$/;

/** `iPad Air 4` names a generation, `iPad Pro 11` and `MacBook Air 13` a size: Apple writes both as a bare number. */
function appleNumbers(words: string, generation: string | null, size: string | null) {
  const family = /\b(ipad(?: ?(?:air|mini|pro))?|macbook(?: ?(?:air|pro))?)\b/.exec(words)?.[1];
  if (!family) return { words, generation, size };
  let rest = words
    .replace(/\b(air|mini)(\d)\b/g, '$1 $2')
    .replace(/\b(?:retina|touch bar|display|with)\b/g, ' ');
  for (const [all, number] of [...rest.matchAll(/(?<=\s)(\d{1,2}(?:\.\d)?)(?=\s)/g)].map(
    (m) => [m[0], m[1] ?? ''] as const,
  )) {
    const plainSize = family === 'ipad' ? number.includes('.') : SIZES.test(number);
    const isSize = plainSize && size === null;
    if (isSize) size = number;
    else if (generation === null && Number(number) <= 11 && !number.includes('.')) generation = number;
    else continue;
    rest = rest.replace(new RegExp(`(?<=\\s)${all.replace('.', '\\.')}(?=\\s)`), ' ');
  }
  return { words: rest, generation, size };
}

const NOISE = /\b(?:unknown|esim|dual sim|smartphone|tablet|unlocked|hot deal|and)\b/g;

function keyOf(words: string, brands: readonly string[]): string {
  let rest = words.replace(NOISE, ' ').replace(/\bseries (?=ultra|se)/g, ' ');
  for (const brand of brands) rest = rest.replace(new RegExp(`\\b${brand}\\b`, 'g'), ' ');
  return rest.replace(/[^a-z0-9.]+/g, '');
}
