/**
 * What quoting needs to know of a device, fast: its prices on the version in force and the questions about it.
 * Published versions and sets never change, so they are remembered; which one is in force is asked once a second.
 */
import type { Reader } from '../../../platform/postgres.ts';
import { loadShop } from '../../identity/shop.ts';
import type { ConditionPrices } from '../rules/pricing.ts';
import type { Category, QuestionSet } from '../rules/questions.ts';
import { modelTitle, variantTitle } from '../rules/title.ts';
import { readCurrentVersion, readVersion, type VersionRow } from '../store/prices.ts';
import { readCurrentSets, readPricedVariants, readSet, type PricedVariant } from '../store/pricing.ts';

/** All that pricing one variant takes; give `price` and `set` to `priceOf` (rules/pricing.ts). */
export type Pricing = {
  readonly variantId: string;
  /** The price book's version; null before the first is published. */
  readonly versionId: string | null;
  readonly set: QuestionSet;
  readonly category: Category;
  /** `Apple iPhone 15, 128 GB`. */
  readonly title: string;
  /** `Apple iPhone 15`. */
  readonly modelTitle: string;
  readonly releasedOn: string | null;
  readonly price: {
    readonly prices: ConditionPrices;
    readonly floor_minor: number;
    readonly rounding_minor: number;
    readonly currency: string;
  };
};

const FRESH_MS = 1_000;
const MOST_REMEMBERED = 20_000;

type Version = Pick<VersionRow, 'id' | 'floor_minor' | 'rounding_minor' | 'currency'>;
type Remembered = {
  version: { row: Version | null; currency: string; from: number; to: number; until: number } | null;
  sets: { byCategory: ReadonlyMap<Category, QuestionSet>; at: number; until: number } | null;
  /** Version and variant → what it says; never stale. */
  variants: Map<string, PricedVariant>;
};

/** Per database: a transaction and its pool share one adapter object. */
const remembered = new WeakMap<object, Remembered>();

function memoryOf(reader: Reader): Remembered {
  const key = reader.getExecutor().adapter;
  const known = remembered.get(key);
  if (known) return known;
  const fresh: Remembered = { version: null, sets: null, variants: new Map() };
  remembered.set(key, fresh);
  return fresh;
}

/** Forgets what is in force; publishing calls it, so that this process asks again at once. */
export function forgetPrices(reader: Reader): void {
  remembered.delete(reader.getExecutor().adapter);
}

/** What a transaction wrote may still roll back, so its reads fill no memory. */
function mayRemember(reader: Reader): boolean {
  return !reader.isTransaction;
}

/** The question sets in force at `now`, one per category. */
export async function currentQuestionSets(
  reader: Reader,
  now: Date,
): Promise<ReadonlyMap<Category, QuestionSet>> {
  const memory = memoryOf(reader);
  const known = memory.sets;
  if (known && known.until > performance.now() && known.at <= now.getTime()) return known.byCategory;
  const rows = await readCurrentSets(reader, now);
  const byCategory = new Map(rows.map((row) => [row.category, row]));
  if (mayRemember(reader))
    memory.sets = { byCategory, at: now.getTime(), until: performance.now() + FRESH_MS };
  return byCategory;
}

/** The version in force at `now` in the shop's currency, or null when none is published yet. */
async function currentVersion(reader: Reader, now: Date, currency: string): Promise<Version | null> {
  const memory = memoryOf(reader);
  const known = memory.version;
  const at = now.getTime();
  const fits = known && known.currency === currency && known.from <= at && at < known.to;
  if (fits && known.until > performance.now()) return known.row;
  const row = await readCurrentVersion(reader, currency, now);
  if (mayRemember(reader))
    memory.version = {
      row: row ?? null,
      currency,
      from: row?.effective_from?.getTime() ?? at,
      to: row?.until?.getTime() ?? Infinity,
      until: performance.now() + FRESH_MS,
    };
  return row ?? null;
}

/** The version in force in the shop's currency; its id is `''` while none is published. */
export async function versionInForce(reader: Reader, now: Date): Promise<{ id: string; currency: string }> {
  const { currency } = await loadShop(reader);
  const version = await currentVersion(reader, now, currency);
  return { id: version?.id ?? '', currency };
}

/** Variants on a version, remembered ones without asking. */
async function variantsOn(
  reader: Reader,
  versionId: string,
  ids: readonly string[],
): Promise<PricedVariant[]> {
  const memory = memoryOf(reader);
  const known = ids.flatMap((id) => memory.variants.get(`${versionId} ${id}`) ?? []);
  const missing = ids.filter((id) => !memory.variants.has(`${versionId} ${id}`));
  if (missing.length === 0) return known;
  const read = await readPricedVariants(reader, versionId, missing);
  if (mayRemember(reader) && versionId !== '') {
    if (memory.variants.size > MOST_REMEMBERED) memory.variants.clear();
    for (const variant of read) memory.variants.set(`${versionId} ${variant.id}`, variant);
  }
  return [...known, ...read];
}

function pricingFor(
  variant: PricedVariant,
  version: Version | null,
  set: QuestionSet,
  currency: string,
): Pricing {
  return {
    variantId: variant.id,
    versionId: version?.id ?? null,
    set,
    category: variant.category,
    title: variantTitle(variant.brand, variant.model, variant.label),
    modelTitle: modelTitle(variant.brand, variant.model),
    releasedOn: variant.released_on,
    price: {
      prices: variant.prices ?? {},
      floor_minor: version?.floor_minor ?? 0,
      rounding_minor: version?.rounding_minor ?? 1,
      currency: version?.currency ?? currency,
    },
  };
}

/**
 * Prices and questions of variants as they are in force at `now`, by variant id. A variant nobody knows is absent; one
 * without a price has empty `prices`, which `priceOf` refuses as `no_price`.
 */
export async function pricingOf(
  reader: Reader,
  now: Date,
  variantIds: readonly string[],
): Promise<Map<string, Pricing>> {
  const { currency } = await loadShop(reader);
  const version = await currentVersion(reader, now, currency);
  const sets = await currentQuestionSets(reader, now);
  const variants = await variantsOn(reader, version?.id ?? '', variantIds);
  const found = new Map<string, Pricing>();
  for (const variant of variants) {
    const set = sets.get(variant.category);
    if (set) found.set(variant.id, pricingFor(variant, version, set, currency));
  }
  return found;
}

/**
 * The same on a version and question set that a quote was made with: what a revision is priced by, however the book has
 * changed since. Null when one of the three does not exist.
 */
export async function pricingAsQuoted(
  reader: Reader,
  quoted: { versionId: string; questionSetId: string; variantId: string },
): Promise<Pricing | null> {
  const version = await readVersion(reader, quoted.versionId);
  const set = await readSet(reader, quoted.questionSetId);
  const [variant] = await variantsOn(reader, quoted.versionId, [quoted.variantId]);
  return version && set && variant ? pricingFor(variant, version, set, version.currency) : null;
}
