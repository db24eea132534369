/** Models a list knows and the catalogue does not, cleaned, for who asks to add them. */
import { brandWords } from '../names/brands.ts';
import { readDeviceName } from '../names/device-name.ts';
import type { CatalogModel, CatalogVariant } from '../names/matcher.ts';
import type { Category } from '../questions.ts';
import { modelSlug, ONLY_VARIANT, readCategory, storageLabel } from '../title.ts';
import type { Claim, Refused } from './claims.ts';

export type NewVariant = { readonly id: string; readonly label: string; readonly storage_gb: number | null };
export type Addition = {
  readonly id: string;
  readonly brand: string;
  readonly name: string;
  readonly slug: string;
  readonly category: Category;
  readonly variants: readonly NewVariant[];
};
export type Additions = {
  readonly models: readonly Addition[];
  /** Storages the catalogue's own models lack. */
  readonly variants: readonly (NewVariant & { readonly model_id: string })[];
};

/** Names that are no device of ours, and storages no device has. */
const NOT_OURS = /\b(?:airpods|buds|earbuds|case|charger|cable|pencil|keyboard)\b/i;
const STORAGES: ReadonlySet<number> = new Set([8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192]);

/**
 * What would have to be added for the refused rows to match. `newId` makes ids; `known` gives a known model by its id.
 * Rows without a storage only add a model where it has no other row with one.
 */
export function additionsFor(
  claims: readonly (Claim | Refused)[],
  models: readonly CatalogModel[],
  find: (refused: Refused) => CatalogModel | null,
  newId: (prefix: 'mdl' | 'var') => string,
): Additions {
  const slugs = new Set(models.map((model) => modelSlug(model.brand, model.name)));
  const fresh = new Map<
    string,
    { brand: string; name: string; type: string; storages: Set<number | null> }
  >();
  const grown = new Map<string, Set<number>>();
  for (const claim of claims) {
    if (claim.ok || !claim.device || NOT_OURS.test(claim.device.name)) continue;
    const { brand, name, storage, type } = claim.device;
    if (claim.reason === 'unknown_variant' && storage !== null && STORAGES.has(storage)) {
      const model = find(claim);
      const plain = model?.variants.every(
        (v) => v.size === null && v.memory_gb === null && v.connectivity === null,
      );
      if (model && plain) grown.set(model.id, (grown.get(model.id) ?? new Set()).add(storage));
    }
    if (claim.reason !== 'unknown_model' || (storage !== null && !STORAGES.has(storage))) continue;
    const clean = cleanName(brand, name);
    const slug = modelSlug(brand, clean);
    if (clean === '' || slugs.has(slug)) continue;
    const known = fresh.get(slug) ?? { brand, name: clean, type, storages: new Set() };
    known.storages.add(storage);
    fresh.set(slug, known);
  }
  return {
    models: [...fresh].map(([slug, one]) => ({
      id: newId('mdl'),
      brand: one.brand,
      name: one.name,
      slug,
      category: readCategory(one.type, one.name),
      variants: variantsFor(one.storages, newId),
    })),
    variants: [...grown].flatMap(([model_id, sizes]) =>
      [...sizes].map((gb) => ({ id: newId('var'), model_id, label: storageLabel(gb), storage_gb: gb })),
    ),
  };
}

function variantsFor(storages: ReadonlySet<number | null>, newId: (prefix: 'var') => string): NewVariant[] {
  const sizes = [...storages].filter((gb) => gb !== null).toSorted((a, b) => a - b);
  if (sizes.length === 0) return [{ id: newId('var'), label: ONLY_VARIANT, storage_gb: null }];
  return sizes.map((gb) => ({ id: newId('var'), label: storageLabel(gb), storage_gb: gb }));
}

/** A list's name without brand, storage and promotion, written as people write it: `Oppo Reno8 Z 5G 256GB ` → `Reno8 Z 5G`. */
export function cleanName(brand: string, name: string): string {
  const read = readDeviceName(name, brandWords(brand));
  if (read.key === '') return '';
  let rest = name
    .replace(/\[[^\]]*\]|\*+.*$|\s[-–]\s*(?:hot deal|free\b|sale|promo|offer).*$/gi, ' ')
    .replace(/\b\d{1,2}\s*(?:gb)?\s*[+/]\s*\d{2,4}\s*(?:gb|tb)\b/gi, ' ')
    .replace(/\(?\*?\b\d{1,4}\s*(?:gb|tb)\b\)?/gi, ' ')
    .replace(/\b(?:wi-?fi|unknown|\(esim\))/gi, ' ')
    .replace(/\b5g\b/gi, '5G');
  for (const word of [brand, ...brandWords(brand)].filter((w) => w.toLowerCase() !== 'galaxy'))
    rest = rest.replace(new RegExp(`^\\s*(?:${word.replace(/[^\w ]/g, '')}\\b\\s*)+`, 'i'), '');
  return rest
    .replace(/\(\s*\)/g, ' ')
    .replace(/(\b5G\b)(?:\s+5G\b)+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
}

/** The catalogue with the additions in it, for matching the list once more. */
export function withAdditions(models: readonly CatalogModel[], additions: Additions): CatalogModel[] {
  const variant = (one: NewVariant): CatalogVariant => ({
    ...one,
    memory_gb: null,
    connectivity: null,
    size: null,
  });
  const grown = models.map((model) => {
    const more = additions.variants.filter((one) => one.model_id === model.id).map(variant);
    return more.length > 0 ? { ...model, variants: [...model.variants, ...more] } : model;
  });
  const added = additions.models.map((one) => ({
    id: one.id,
    brand: one.brand,
    name: one.name,
    aliases: [],
    released_on: null,
    variants: one.variants.map(variant),
  }));
  return [...grown, ...added];
}
