/** The catalogue for everybody: widget, portal and other web sites. */
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { pageOf, readCursor, writeCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { browse, search, showModel, type ModelShown } from '../actions/browse.ts';
import { currentQuestionSets } from '../actions/pricing.ts';
import { inLocale } from '../rules/questions.ts';
import { modelTitle } from '../rules/title.ts';
import { countCategories, listBrands } from '../store/models.ts';
import { categorySchema, localeSchema, modelSchema, questionsView } from './schemas.ts';

const TAG = 'Catalogue';
const OPEN = { tag: TAG, access: 'public', cors: true, limit: 'public' } as const;

function modelOf(model: ModelShown) {
  const { id, slug, brand, brand_slug, name, category, released_on, colours } = model;
  return {
    id,
    slug,
    brand,
    brand_slug,
    name,
    title: modelTitle(brand, name),
    category,
    released_on,
    colours,
    variants: model.variants.map(({ best, ...variant }) => ({ ...variant, from_price: best })),
    from_price: model.best,
  };
}

const afterModel = z.object({ rank: z.int(), name: z.string().max(200), id: z.string().max(60) });
const afterHits = z.object({ offset: z.int().min(1).max(10_000) });

const categoriesRoute = route({
  ...OPEN,
  method: 'get',
  path: '/api/catalog/categories',
  cacheSeconds: 300,
  summary: 'What kinds of device are bought',
  response: z.object({ items: z.array(z.object({ category: categorySchema, models: z.int() })) }),
  act: async (_, call) => {
    return ok({ items: await countCategories(call.db) });
  },
});

const brandsRoute = route({
  ...OPEN,
  method: 'get',
  path: '/api/catalog/brands',
  cacheSeconds: 300,
  summary: 'Brands, most wanted first',
  query: z.object({ category: categorySchema.optional() }),
  response: z.object({ items: z.array(z.object({ slug: z.string(), name: z.string(), models: z.int() })) }),
  act: async ({ query }, call) => {
    return ok({ items: await listBrands(call.db, query.category ?? null) });
  },
});

const modelsRoute = route({
  ...OPEN,
  method: 'get',
  path: '/api/catalog/models',
  cacheSeconds: 60,
  summary: 'Browse models, or search them',
  description:
    'With `q` the search forgives typing, knows model codes, and leaves a storage aside: “iphnoe 13 pro”, “s22 ultra”, “SM-S908B”. Without it the most wanted come first.',
  query: z.object({
    ...pageQuery,
    q: z.string().max(100).optional(),
    category: categorySchema.optional(),
    brand: z.string().max(60).optional().meta({ description: 'Slug of a brand' }),
  }),
  response: listOf(modelSchema),
  act: async ({ query }, call) => {
    const where = { category: query.category ?? null, brand: query.brand ?? null, limit: query.limit };
    if (query.q?.trim()) {
      const at = readCursor(query.cursor, afterHits);
      if (!at.ok) return at;
      const offset = at.value?.offset ?? 0;
      const hits = await search(call.db, call.ctx, { ...where, q: query.q, offset });
      const more = hits.length > query.limit;
      return ok({
        items: hits.slice(0, query.limit).map(modelOf),
        next_cursor: more ? writeCursor({ offset: offset + query.limit }) : null,
      });
    }
    const after = readCursor(query.cursor, afterModel);
    if (!after.ok) return after;
    const models = await browse(call.db, call.ctx, { ...where, after: after.value });
    return ok(pageOf(models, query.limit, ({ rank, name, id }) => ({ rank, name, id }), modelOf));
  },
});

const modelRoute = route({
  ...OPEN,
  method: 'get',
  path: '/api/catalog/models/{slug}',
  cacheSeconds: 60,
  summary: 'One model with its variants',
  params: z.object({ slug: z.string().max(120) }),
  response: modelSchema,
  act: async ({ params }, call) => {
    return await showModel(call.db, call.ctx, params.slug);
  },
  view: modelOf,
});

const questionsRoute = route({
  ...OPEN,
  method: 'get',
  path: '/api/catalog/questions',
  cacheSeconds: 60,
  summary: 'The questions about a kind of device',
  query: z.object({ category: categorySchema, locale: localeSchema.default('en') }),
  response: questionsView,
  act: async ({ query }, call) => {
    const set = (await currentQuestionSets(call.db, call.ctx.now)).get(query.category);
    if (!set)
      return refuse('no_questions', 'Nothing is asked about this yet.', 'not_found', { field: 'category' });
    return ok(inLocale(set, query.locale));
  },
});

/** Everybody's routes. */
export function publicCatalogRoutes(): Route[] {
  return [categoriesRoute, brandsRoute, modelsRoute, modelRoute, questionsRoute];
}
