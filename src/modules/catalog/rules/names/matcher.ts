/** Finds the catalogue's model and variant for a name out of a list. Pure: the catalogue comes in as rows. */
import { brandWords } from './brands.ts';
import { readDeviceName, type Connectivity, type DeviceName, type Network } from './device-name.ts';

export type CatalogVariant = {
  readonly id: string;
  readonly label: string;
  readonly storage_gb: number | null;
  readonly memory_gb: number | null;
  readonly connectivity: Connectivity | null;
  readonly size: string | null;
};

export type CatalogModel = {
  readonly id: string;
  readonly brand: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly released_on: string | null;
  readonly variants: readonly CatalogVariant[];
};

/** Why a row cannot be placed; each has its sentence in rules/price-list/reasons.ts. */
export type NoMatch =
  | 'unknown_model'
  | 'ambiguous_model'
  | 'storage_missing'
  | 'unknown_variant'
  | 'ambiguous_variant'
  | 'storage_conflict';

export type Match =
  | { readonly ok: true; readonly model: CatalogModel; readonly variant: CatalogVariant }
  | {
      readonly ok: false;
      readonly reason: NoMatch;
      readonly model?: CatalogModel;
      readonly storage: number | null;
    };

type Entry = {
  readonly model: CatalogModel;
  readonly networks: ReadonlySet<Network | null>;
  readonly years: ReadonlySet<number>;
  /** The year is part of its only name: `Galaxy A7 (2018)`. */
  readonly needsYear: boolean;
  readonly generations: ReadonlySet<number>;
  readonly sizes: ReadonlySet<string>;
  readonly chips: ReadonlySet<string>;
};

export type CatalogIndex = {
  /** Brand and key → the models it may mean. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  readonly byCode: ReadonlyMap<string, CatalogModel>;
};

/** Prepares a catalogue for thousands of look-ups. */
export function indexCatalog(models: readonly CatalogModel[]): CatalogIndex {
  const byKey = new Map<string, Entry[]>();
  const byCode = new Map<string, CatalogModel>();
  for (const model of models) {
    const names = [model.name, ...model.aliases].map((name) => readDeviceName(name, brandWords(model.brand)));
    for (const code of names.flatMap((n) => n.codes)) byCode.set(code, model);
    const keys = new Set(names.map((n) => n.key).filter(Boolean));
    for (const key of keys) {
      const place = `${model.brand} ${key}`;
      byKey.set(place, [
        ...(byKey.get(place) ?? []),
        entryOf(
          model,
          names.filter((n) => n.key === key),
        ),
      ]);
    }
  }
  return { byKey, byCode };
}

function entryOf(model: CatalogModel, names: readonly DeviceName[]): Entry {
  const all = <T>(pick: (name: DeviceName) => T | null): Set<T> =>
    new Set(names.map(pick).filter((value) => value !== null));
  const years = all((n) => n.year);
  const needsYear = names.every((n) => n.year !== null);
  if (model.released_on) years.add(Number(model.released_on.slice(0, 4)));
  return {
    model,
    networks: new Set(names.map((n) => n.network)),
    years,
    needsYear,
    generations: all((n) => n.generation),
    sizes: all((n) => n.size),
    chips: all((n) => n.chip),
  };
}

/** Finds the model and variant for a brand, a name, and what the capacity column says. */
export function matchDevice(
  index: CatalogIndex,
  brand: string,
  name: string,
  capacity: number | null,
): Match {
  const read = readDeviceName(name, brandWords(brand));
  const chosen = chooseStorage(read.storages, capacity);
  if (chosen === 'conflict') return { ok: false, reason: 'storage_conflict', storage: capacity };
  const model = findModel(index, brand, read);
  if (typeof model === 'string') return { ok: false, reason: model, storage: chosen };
  return findVariant(model, read, chosen);
}

/**
 * One storage out of the name's and the column's. Lists put memory in either place (`8+128GB`, capacity `8GB`),
 * so a figure below 16 gives way to a larger one.
 */
function chooseStorage(named: readonly number[], capacity: number | null): number | null | 'conflict' {
  const large = named.filter((gb) => gb >= 16);
  const inName = large.at(-1) ?? named.at(-1) ?? null;
  if (capacity === null || inName === null) return capacity ?? inName;
  if (capacity === inName || named.includes(capacity)) return Math.max(capacity, inName);
  if (capacity < 16 && inName >= 16) return inName;
  if (inName < 16 && capacity >= 16) return capacity;
  return 'conflict';
}

function findModel(index: CatalogIndex, brand: string, read: DeviceName): CatalogModel | NoMatch {
  const entries = index.byKey.get(`${brand} ${read.key}`) ?? [];
  let best: CatalogModel[] = [];
  let bestScore = -1;
  for (const entry of entries) {
    const score = scoreOf(entry, read);
    if (score === null || score < bestScore) continue;
    best = score > bestScore ? [entry.model] : [...best, entry.model];
    bestScore = score;
  }
  const [only] = best;
  if (best.length === 1 && only) return only;
  const byCode = read.codes.map((code) => index.byCode.get(code)).find((model) => model?.brand === brand);
  if (byCode && (best.length === 0 || best.includes(byCode))) return byCode;
  return entries.length > 0 ? 'ambiguous_model' : 'unknown_model';
}

/** How well a name fits a model of the same key; null when it says something else. */
function scoreOf(entry: Entry, read: DeviceName): number | null {
  let score = 0;
  for (const [said, known] of [
    [read.generation, entry.generations],
    [read.size, entry.sizes],
    [read.chip, entry.chips],
  ] as const) {
    if (said === null || known.size === 0) continue;
    if (!(known as ReadonlySet<unknown>).has(said)) return null;
    score += 4;
  }
  // “Watch Ultra 2nd gen” is not the Watch Ultra: a later generation of a model without any needs its year as proof.
  if ((read.generation ?? 1) > 1 && entry.generations.size === 0 && read.year === null) return null;
  if (read.year !== null && entry.years.size > 0) {
    // Sold at the turn of the year, or named after the next one.
    if (entry.years.has(read.year)) score += 4;
    else if (entry.years.has(read.year - 1) || entry.years.has(read.year + 1)) score += 1;
    else return null;
  }
  if (read.year === null && entry.needsYear) return null;
  if (entry.networks.has(read.network)) return score + 2;
  if (entry.networks.has(null)) return score + 1;
  return read.network === null ? score : null;
}

function findVariant(model: CatalogModel, read: DeviceName, storage: number | null): Match {
  const no = (reason: NoMatch): Match => ({ ok: false, reason, model, storage });
  let left = model.variants;
  const sized = left.some((v) => v.size !== null);
  if (storage !== null && left.some((v) => v.storage_gb !== null)) {
    left = left.filter((v) => v.storage_gb === storage);
    if (left.length === 0) return no('unknown_variant');
  }
  if (sized && read.size !== null) left = left.filter((v) => v.size?.startsWith(read.size ?? '') === true);
  if (read.connectivity !== null && left.some((v) => v.connectivity !== null))
    left = left.filter((v) => v.connectivity === read.connectivity);
  // A list that does not say means the plainer device: Wi-Fi, and the smallest memory of that storage.
  else if (left.some((v) => v.connectivity === 'wifi')) left = left.filter((v) => v.connectivity === 'wifi');
  if (left.length > 1 && storage === null && left.some((v) => v.storage_gb !== null))
    return no('storage_missing');
  const memory = Math.min(...left.map((v) => v.memory_gb ?? Infinity));
  if (Number.isFinite(memory)) left = left.filter((v) => v.memory_gb === memory);
  const [only] = left;
  if (left.length === 1 && only) return { ok: true, model, variant: only };
  return no(left.length === 0 ? 'unknown_variant' : 'ambiguous_variant');
}
