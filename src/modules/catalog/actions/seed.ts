/** Fills an empty shop: the reference catalogue with its questions, and for the demo a price book. Both may run again. */
import type { Ctx } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { loadShop } from '../../identity/shop.ts';
import { referenceModels, referenceRatios, type ReferenceModel } from '../reference.ts';
import { demoPrices } from '../rules/demo-prices.ts';
import { CATEGORIES } from '../rules/questions.ts';
import { searchTexts } from '../rules/search.ts';
import { FIRST_QUESTIONS } from '../rules/sets/all.ts';
import { modelSlug } from '../rules/title.ts';
import { bookFor, insertDraft, markPublished, readCurrentVersion } from '../store/prices.ts';
import { insertFirstSet } from '../store/questions.ts';
import {
  refreshStatistics,
  saveBrands,
  saveModels,
  savePrices,
  saveVariants,
  variantIds,
} from '../store/seed.ts';
import { forgetPrices } from './pricing.ts';

/** Brands, models, variants, and the first question set of each category. Rows that are there stay. */
export async function seedCatalog(tx: Tx, ctx: Ctx): Promise<{ models: number }> {
  const models = referenceModels();
  const brands = await saveBrands(tx, brandRows(models, ctx));
  const ids = await saveModels(
    tx,
    models.map((model) => ({
      id: ctx.newId('mdl'),
      brand_id: brands.get(model.brand) ?? '',
      category: model.category,
      slug: model.slug,
      name: model.name,
      aliases: [...model.aliases],
      colours: [...model.colours],
      released_on: model.released_on,
      rank: model.rank,
      ...searchTexts(model.brand, model.name, model.aliases),
      source: 'reference' as const,
      created_at: ctx.now,
    })),
  );
  await saveVariants(
    tx,
    models.flatMap((model) =>
      model.variants.map((variant, position) => ({
        id: ctx.newId('var'),
        model_id: ids.get(model.slug) ?? '',
        label: variant.label,
        storage_gb: variant.storage_gb ?? null,
        memory_gb: variant.memory_gb ?? null,
        connectivity: variant.connectivity ?? null,
        size: variant.size ?? null,
        position,
      })),
    ),
  );
  for (const category of CATEGORIES)
    await insertFirstSet(tx, {
      id: ctx.newId('qst'),
      category,
      ...FIRST_QUESTIONS[category],
      published_at: ctx.now,
    });
  await refreshStatistics(tx);
  forgetPrices(tx);
  return { models: models.length };
}

function brandRows(models: readonly ReferenceModel[], ctx: Ctx) {
  const names = [...new Set(models.map((model) => model.brand))];
  return names.map((name, at) => ({
    id: ctx.newId('brd'),
    slug: modelSlug(name, name),
    name,
    rank: (at + 1) * 10,
  }));
}

/**
 * A published price book for the demo in the shop's currency (the figures are euro), in force from `ctx.now`. Does
 * nothing where a version is in force already.
 */
export async function seedDemoPrices(tx: Tx, ctx: Ctx): Promise<{ prices: number }> {
  const { currency } = await loadShop(tx);
  if (await readCurrentVersion(tx, currency, ctx.now)) return { prices: 0 };
  const book = await bookFor(tx, {
    id: ctx.newId('pbk'),
    name: `Prices in ${currency}`,
    currency,
    created_at: ctx.now,
  });
  const id = ctx.newId('pbv');
  await insertDraft(tx, {
    id,
    book_id: book.id,
    rounding_minor: 100,
    floor_minor: 200,
    note: 'Demo prices, made from launch prices and age',
    created_by: null,
    created_at: ctx.now,
  });
  const ids = await variantIds(tx);
  const ratios = referenceRatios();
  const rows = referenceModels().flatMap((model) =>
    demoPrices(model, ratios, ctx.now).flatMap(([at, condition, amount_minor]) => {
      const variant_id = ids.get(`${model.slug} ${model.variants[at]?.label ?? ''}`);
      return variant_id ? [{ version_id: id, variant_id, condition, amount_minor }] : [];
    }),
  );
  await savePrices(tx, rows);
  await markPublished(tx, id, { effective_from: ctx.now, published_by: null, published_at: ctx.now });
  await refreshStatistics(tx);
  forgetPrices(tx);
  return { prices: rows.length };
}
