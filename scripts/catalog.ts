/**
 * Rebuilds db/catalog/models.json from our compiled lists and the redistributable ones in ../shared/contracts/devices
 * (Apple's from ios-device-list and AppleDB, Android's model codes from Google Play's list; all MIT). Run by hand:
 * `npx node scripts/catalog.ts`. The result is committed; the program never reads ../shared.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandWords } from '../src/modules/catalog/rules/names/brands.ts';
import { readDeviceName, storageGb } from '../src/modules/catalog/rules/names/device-name.ts';
import type { ReferenceModel, ReferenceVariant } from '../src/modules/catalog/reference.ts';

const HERE = join(import.meta.dirname, '..', 'db', 'catalog');
const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'contracts', 'devices');

type Draft = {
  brand: string;
  category: ReferenceModel['category'];
  name: string;
  released_on: string | null;
  launch_eur: number | null;
  colours: string[];
  aliases: string[];
  storages: number[];
  variants: ReferenceVariant[];
};

/** Facts of one Apple model, gathered from all its regional entries. */
type AppleFacts = { storages: Set<number>; colours: Set<string>; codes: Set<string> };

function lines(file: string): string[][] {
  return readFileSync(join(HERE, 'compiled', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

const many = (cell: string | undefined, by = ';'): string[] =>
  (cell ?? '')
    .split(by)
    .map((s) => s.trim())
    .filter(Boolean);
/** A month is written as its first day. */
const day = (cell: string | undefined): string | null =>
  cell ? (cell.length === 7 ? `${cell}-01` : cell) : null;

function phones(file: string, firstBrand: string): Draft[] {
  let brand = firstBrand;
  const drafts: Draft[] = [];
  for (const [name = '', category, released, storages, launch, colours, aliases] of lines(file)) {
    if (name.startsWith('=')) {
      brand = name.slice(1).trim();
      continue;
    }
    drafts.push({
      brand,
      category: category === 'tablet' ? 'tablet' : 'phone',
      name,
      released_on: day(released),
      launch_eur: launch ? Number(launch) : null,
      colours: many(colours, ','),
      aliases: many(aliases),
      storages: many(storages, ',').map(Number),
      variants: [],
    });
  }
  return drafts;
}

function watches(): Draft[] {
  let brand = '';
  return lines('watches.txt').flatMap(([name = '', released, sizes, radio, launch, aliases]): Draft[] => {
    if (name.startsWith('=')) {
      brand = name.slice(1).trim();
      return [];
    }
    const radios = radio === 'both' ? (['wifi', 'cellular'] as const) : (['cellular'] as const);
    const variants = many(sizes, ',').flatMap((size) =>
      radios.map((connectivity) => ({
        label: `${size} ${connectivity === 'wifi' ? 'GPS' : 'GPS + Cellular'}`,
        size,
        connectivity,
      })),
    );
    return [
      {
        brand,
        category: 'watch',
        name,
        released_on: day(released),
        launch_eur: Number(launch),
        colours: [],
        aliases: many(aliases),
        storages: [],
        variants,
      },
    ];
  });
}

function laptops(): Draft[] {
  let brand = '';
  return lines('laptops.txt').flatMap(([name = '', released, sizes, launch, aliases]): Draft[] => {
    if (name.startsWith('=')) {
      brand = name.slice(1).trim();
      return [];
    }
    const variants = many(sizes, ',').map((size) => {
      const [memory = 0, storage = 0] = size.split('/').map(Number);
      return { label: `${memory} GB / ${storageLabel(storage)}`, storage_gb: storage, memory_gb: memory };
    });
    return [
      {
        brand,
        category: 'laptop',
        name,
        released_on: day(released),
        launch_eur: Number(launch),
        colours: [],
        aliases: many(aliases),
        storages: [],
        variants,
      },
    ];
  });
}

function storageLabel(gb: number): string {
  return gb >= 1024 ? `${gb / 1024} TB` : `${gb} GB`;
}

type AppleEntry = {
  Generation?: string;
  ANumber?: string | string[];
  Identifier?: string | string[];
  Models?: { Storage?: string; Color?: string }[];
};

function appleFacts(): Map<string, AppleFacts> {
  const facts = new Map<string, AppleFacts>();
  const of = (name: string): AppleFacts => {
    const found = facts.get(name) ?? { storages: new Set(), colours: new Set(), codes: new Set() };
    facts.set(name, found);
    return found;
  };
  for (const file of readdirSync(join(LISTS, 'apple')).filter((f) => /^(?:ip|apple_watch).*json$/.test(f))) {
    for (const entry of JSON.parse(readFileSync(join(LISTS, 'apple', file), 'utf8')) as AppleEntry[]) {
      const name =
        entry.Generation === 'Apple Watch SE' ? 'Apple Watch SE (1st generation)' : (entry.Generation ?? '');
      const fact = of(name);
      for (const code of [entry.ANumber, entry.Identifier].flat()) if (code) fact.codes.add(code);
      for (const model of entry.Models ?? []) {
        const gb = storageGb(model.Storage ?? '');
        if (gb) fact.storages.add(gb);
        if (model.Color) fact.colours.add(model.Color);
      }
    }
  }
  const newer = JSON.parse(readFileSync(join(LISTS, 'apple', 'appledb-iphone-15-to-17.json'), 'utf8')) as {
    name: string;
    identifier: string;
    model_numbers: string[];
    colors: string[] | null;
  }[];
  for (const model of newer) {
    const fact = of(model.name);
    for (const code of [model.identifier, ...model.model_numbers]) fact.codes.add(code);
    for (const colour of model.colors ?? []) fact.colours.add(colour);
  }
  return facts;
}

/** Brand as Google Play spells it → ours. */
const PLAY_BRANDS: Readonly<Record<string, string>> = {
  samsung: 'Samsung',
  google: 'Google',
  xiaomi: 'Xiaomi',
  redmi: 'Xiaomi',
  poco: 'Xiaomi',
  oneplus: 'OnePlus',
  oppo: 'OPPO',
  motorola: 'Motorola',
  sony: 'Sony',
  huawei: 'Huawei',
  honor: 'HONOR',
  nothing: 'Nothing',
  fairphone: 'Fairphone',
  nokia: 'Nokia',
  realme: 'realme',
  vivo: 'vivo',
};

/** `brand key network` → model codes, from Google Play's list. */
function playCodes(): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  const text = readFileSync(join(LISTS, 'google_play_supported_devices.csv'), 'utf8');
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [brandName = '', name = '', , code = ''] = line.split(',');
    const listed = PLAY_BRANDS[brandName.toLowerCase()];
    const brand = listed === 'Huawei' && /^honor/i.test(name) ? 'HONOR' : listed;
    if (!brand || readDeviceName(name, brandWords(brand)).key === '') continue;
    if (!/^[A-Za-z0-9][A-Za-z0-9 _()+./-]{2,24}$/.test(code)) continue;
    const place = placeOf(brand, name);
    codes.set(place, (codes.get(place) ?? new Set()).add(code));
  }
  return codes;
}

function placeOf(brand: string, name: string): string {
  const read = readDeviceName(name, brandWords(brand));
  const tablet = /^(?:tab|pad|redmipad|xiaomipad|matepad)/.test(read.key);
  return `${brand} ${read.key} ${tablet ? '' : (read.network ?? '')} ${read.year ?? ''}`;
}

function withLists(draft: Draft, apple: Map<string, AppleFacts>, play: Map<string, Set<string>>): Draft {
  if (draft.brand === 'Apple') {
    const fact = apple.get(draft.name);
    if (!fact) return draft;
    const storages = draft.storages.length > 0 ? draft.storages : [...fact.storages];
    const colours = draft.colours.length > 0 ? draft.colours : [...fact.colours].toSorted();
    return { ...draft, storages, colours, aliases: [...draft.aliases, ...fact.codes] };
  }
  const names = [draft.name, ...draft.aliases];
  const codes = names.flatMap((name) => [...(play.get(placeOf(draft.brand, name)) ?? [])]);
  // A name that is only the code again says nothing; forty codes are enough to find any of them.
  return { ...draft, aliases: [...new Set([...draft.aliases, ...codes.toSorted()])].slice(0, 40) };
}

function variantsOf(draft: Draft): ReferenceVariant[] {
  if (draft.variants.length > 0) return draft.variants;
  const sizes = [...new Set(draft.storages)].toSorted((a, b) => a - b);
  if (draft.category !== 'tablet') return sizes.map((gb) => ({ label: storageLabel(gb), storage_gb: gb }));
  const radios = ['Google', 'OnePlus', 'Xiaomi'].includes(draft.brand)
    ? (['wifi'] as const)
    : (['wifi', 'cellular'] as const);
  return sizes.flatMap((gb) =>
    radios.map((connectivity) => ({
      label: `${storageLabel(gb)} ${connectivity === 'wifi' ? 'Wi-Fi' : 'Wi-Fi + Cellular'}`,
      storage_gb: gb,
      connectivity,
    })),
  );
}

function slugOf(brand: string, name: string): string {
  const whole = name.toLowerCase().startsWith(brand.toLowerCase()) ? name : `${brand} ${name}`;
  return whole
    .toLowerCase()
    .replace(/\+/g, ' plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Most wanted first: recent models of the brands people trade in most. */
function rankOf(draft: Draft): number {
  const weights: Record<string, number> = { Apple: 0, Samsung: 40, Google: 90, Xiaomi: 130, OnePlus: 150 };
  const months = draft.released_on
    ? (2027 - Number(draft.released_on.slice(0, 4))) * 12 - Number(draft.released_on.slice(5, 7))
    : 120;
  // Devices come back two to five years after they were sold.
  const wanted = Math.abs(months - 36) * 2;
  const cheap = draft.launch_eur !== null && draft.launch_eur < 350 ? 60 : 0;
  return 10 + (weights[draft.brand] ?? 180) + wanted + cheap;
}

const apple = appleFacts();
const play = playCodes();
const drafts = [
  ...phones('apple.txt', 'Apple'),
  ...phones('samsung.txt', 'Samsung'),
  ...phones('android.txt', ''),
  ...watches(),
  ...laptops(),
];
const models: ReferenceModel[] = drafts.map((bare) => {
  const draft = withLists(bare, apple, play);
  const variants = variantsOf(draft);
  if (variants.length === 0) throw new Error(`${draft.brand} ${draft.name} has no variant`);
  return {
    brand: draft.brand,
    category: draft.category,
    slug: slugOf(draft.brand, draft.name),
    name: draft.name,
    aliases: draft.aliases,
    colours: draft.colours,
    released_on: draft.released_on,
    launch_eur: draft.launch_eur,
    rank: rankOf(draft),
    variants,
  };
});
const doubled = models.filter((m, i) => models.findIndex((o) => o.slug === m.slug) !== i);
if (doubled.length > 0) throw new Error(`doubled: ${doubled.map((m) => m.slug).join(', ')}`);
writeFileSync(join(HERE, 'models.json'), `[\n${models.map((m) => JSON.stringify(m)).join(',\n')}\n]\n`);
const coded = models.filter((m) => m.aliases.some((a) => /\d/.test(a))).length;
process.stdout.write(
  `${models.length} models, ${models.reduce((n, m) => n + m.variants.length, 0)} variants, ${coded} with codes\n`,
);
