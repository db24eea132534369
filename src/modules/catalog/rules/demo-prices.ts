/**
 * A believable price book for the demo: launch price, how fast a family loses value, and the ratios between
 * conditions and storages that real buyers use (db/catalog/ratios.json). No price here is anybody's offer.
 */
import { roundDown } from '../../../kernel/money.ts';
import type { Category, Condition } from './questions.ts';

/** Medians of real lists, as derived by us: shares between conditions, and steps between storages. */
export type Ratios = {
  readonly good_of_flawless: number;
  readonly damaged_of_flawless: number;
  /** `"256/128"` → 1.105: twice the storage, that much more. */
  readonly storage_steps: Readonly<Record<string, number>>;
};

export type DemoModel = {
  readonly brand: string;
  readonly category: Category;
  readonly name: string;
  readonly released_on: string | null;
  readonly launch_eur: number | null;
  readonly variants: readonly {
    readonly storage_gb?: number;
    readonly memory_gb?: number;
    readonly connectivity?: string;
  }[];
};

/** Share of the launch price a buyer pays at once, and what each year takes away, faster and faster. */
type Curve = { readonly at_once: number; readonly yearly: number; readonly aging: number };

const CURVES: readonly (readonly [(m: DemoModel) => boolean, Curve])[] = [
  [(m) => m.category === 'watch', { at_once: 0.5, yearly: 0.25, aging: 0.01 }],
  [(m) => m.category === 'laptop' && m.brand === 'Apple', { at_once: 0.64, yearly: 0.16, aging: 0.01 }],
  [(m) => m.category === 'laptop', { at_once: 0.45, yearly: 0.22, aging: 0.01 }],
  [(m) => m.category === 'tablet' && m.brand === 'Apple', { at_once: 0.66, yearly: 0.16, aging: 0.01 }],
  [(m) => m.category === 'tablet', { at_once: 0.5, yearly: 0.24, aging: 0.01 }],
  [(m) => m.brand === 'Apple', { at_once: 0.72, yearly: 0.17, aging: 0.012 }],
  [
    (m) => m.brand === 'Samsung' && /^Galaxy (?:S|Z|Note|Fold)/.test(m.name),
    { at_once: 0.66, yearly: 0.24, aging: 0.012 },
  ],
  [(m) => m.brand === 'Samsung', { at_once: 0.48, yearly: 0.26, aging: 0.015 }],
  [(m) => m.brand === 'Google', { at_once: 0.58, yearly: 0.25, aging: 0.014 }],
  [() => true, { at_once: 0.5, yearly: 0.28, aging: 0.014 }],
];

const YEAR_MS = 365.25 * 86_400_000;
/** Below this a device is not worth a parcel. */
const LEAST_MINOR = 500;

/** Flawless, good and damaged price of each variant, in euro cents at `at`; empty where a fact is missing. */
export function demoPrices(
  model: DemoModel,
  ratios: Ratios,
  at: Date,
): readonly (readonly [variant: number, condition: Condition, minor: number])[] {
  if (model.launch_eur === null || model.released_on === null) return [];
  const years = Math.max(0, at.getTime() - Date.parse(model.released_on)) / YEAR_MS;
  const curve = CURVES.find(([fits]) => fits(model))?.[1];
  if (!curve) return [];
  const base =
    model.launch_eur * 100 * curve.at_once * Math.exp(-curve.yearly * years - curve.aging * years * years);
  const smallest = Math.min(...model.variants.map((v) => v.storage_gb ?? 0));
  const least = Math.min(...model.variants.map((v) => v.memory_gb ?? 0));
  return model.variants.flatMap((variant, index) => {
    const flawless = tidy(
      base *
        storageFactor(ratios, smallest, variant.storage_gb ?? smallest) *
        memoryFactor(least, variant.memory_gb ?? least) *
        (variant.connectivity === 'cellular' && model.variants.some((v) => v.connectivity === 'wifi')
          ? 1.09
          : 1),
    );
    return [
      [index, 'flawless', flawless] as const,
      [index, 'good', tidy(flawless * ratios.good_of_flawless)] as const,
      [index, 'damaged', tidy(flawless * ratios.damaged_of_flawless)] as const,
    ];
  });
}

/** Whole euro; fives above a hundred, as buyers write them. */
function tidy(minor: number): number {
  return Math.max(LEAST_MINOR, roundDown(minor, minor >= 10_000 ? 500 : 100));
}

/** Every doubling pays the step of its own size; the last known step serves beyond. */
function storageFactor(ratios: Ratios, from: number, to: number): number {
  let factor = 1;
  for (let size = from; size > 0 && size < to; size *= 2)
    factor *= ratios.storage_steps[`${size * 2}/${size}`] ?? ratios.storage_steps['1024/512'] ?? 1;
  return factor;
}

function memoryFactor(from: number, to: number): number {
  return from > 0 && to > from ? 1 + 0.08 * Math.log2(to / from) : 1;
}
