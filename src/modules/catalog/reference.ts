/** The reference catalogue that ships with the program: db/catalog, made by scripts/catalog.ts. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrationsDir } from '../../platform/migrate.ts';
import type { Category } from './rules/questions.ts';
import type { Ratios } from './rules/demo-prices.ts';

export type ReferenceVariant = {
  readonly label: string;
  readonly storage_gb?: number;
  readonly memory_gb?: number;
  readonly connectivity?: 'wifi' | 'cellular';
  readonly size?: string;
};

export type ReferenceModel = {
  readonly brand: string;
  readonly category: Category;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly colours: readonly string[];
  readonly released_on: string | null;
  /** About what the first variant cost when it was new. */
  readonly launch_eur: number | null;
  /** Low is wanted. */
  readonly rank: number;
  readonly variants: readonly ReferenceVariant[];
};

function readData<T>(name: string): T {
  const file = join(dirname(migrationsDir()), 'catalog', name);
  // Our own file, checked by reference.test.ts: a border, not input.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** All models, as committed. */
export function referenceModels(): readonly ReferenceModel[] {
  return readData('models.json');
}

/** How prices relate to condition and storage (db/catalog/ratios.json). */
export function referenceRatios(): Ratios {
  return readData('ratios.json');
}
