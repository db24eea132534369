/** Routes of the price book: books, versions, the table of prices. */
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, moneySchema, pageQuery } from '../../../platform/http/schemas.ts';
import { createDraft, discardDraft, editDraft, publishVersion, setPrice } from '../actions/books.ts';
import { CONDITIONS, type Condition } from '../rules/questions.ts';
import { readQuery } from '../rules/search.ts';
import { variantTitle } from '../rules/title.ts';
import { listVersions, readGrid, type GridRow, type VersionCard } from '../store/grid.ts';
import { listBooks, readBook, readVersion, type VersionRow } from '../store/prices.ts';
import { categorySchema } from './schemas.ts';

const TAG = 'Prices';
const VIEW = { staff: 'prices.view' } as const;
const EDIT = { staff: 'prices.edit' } as const;
const byId = z.object({ id: z.string().max(60) });
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Give a currency code of three capitals, such as EUR.');

const bookView = z
  .object({ id: z.string(), name: z.string(), currency: z.string(), created_at: instant })
  .meta({ id: 'PriceBook' });

const versionView = z
  .object({
    id: z.string(),
    book_id: z.string(),
    currency: z.string(),
    number: z.int(),
    state: z.enum(['draft', 'published']),
    effective_from: instant.nullable(),
    rounding: moneySchema.meta({ description: 'Prices are rounded down to this step' }),
    floor: moneySchema.meta({ description: 'The least that is paid for a device that is bought' }),
    note: z.string().nullable(),
    created_by: z.string().nullable(),
    created_at: instant,
    published_by: z.string().nullable(),
    published_at: instant.nullable(),
    prices: z.int().optional(),
    in_force: z.boolean().optional(),
    version: z.int(),
  })
  .meta({ id: 'PriceVersion' });

const cellView = z.object({ amount: moneySchema.nullable(), version: z.int() });
const gridView = z
  .object({
    variant_id: z.string(),
    model_slug: z.string(),
    title: z.string(),
    brand: z.string(),
    model: z.string(),
    label: z.string(),
    category: categorySchema,
    prices: z.object({ flawless: cellView, good: cellView, damaged: cellView }),
  })
  .meta({ id: 'PriceRow' });

function versionOf(row: VersionRow | VersionCard) {
  const { rounding_minor, floor_minor, ...rest } = row;
  const { currency } = row;
  return {
    ...rest,
    rounding: { minor: rounding_minor, currency },
    floor: { minor: floor_minor, currency },
  };
}

function gridOf(row: GridRow, currency: string) {
  const { prices, rank: _, position: __, model_id: ___, ...rest } = row;
  const cell = (condition: Condition) => {
    const price = prices?.[condition];
    return { amount: price ? { minor: price.amount_minor, currency } : null, version: price?.version ?? 0 };
  };
  return {
    ...rest,
    title: variantTitle(row.brand, row.model, row.label),
    prices: { flawless: cell('flawless'), good: cell('good'), damaged: cell('damaged') },
  };
}

function reads(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/price-books',
      tag: TAG,
      summary: 'Price books, one per currency',
      access: VIEW,
      response: z.object({ items: z.array(bookView) }),
      act: async (_, call) => ok({ items: await listBooks(call.db) }),
    }),
    route({
      method: 'get',
      path: '/api/price-books/{id}/versions',
      tag: TAG,
      summary: 'Versions of a book, newest first',
      access: VIEW,
      params: byId,
      query: z.object(pageQuery),
      response: listOf(versionView),
      act: async ({ params, query }, call) => {
        const after = readCursor(query.cursor, z.object({ number: z.int() }));
        if (!after.ok) return after;
        if (!(await readBook(call.db, params.id)))
          return refuse('price_book_unknown', 'There is no such price book.', 'not_found');
        const page = { limit: query.limit, after: after.value };
        const rows = await listVersions(call.db, params.id, call.ctx.now, page);
        return ok(pageOf(rows, query.limit, ({ number }) => ({ number }), versionOf));
      },
    }),
    route({
      method: 'get',
      path: '/api/price-versions/{id}',
      tag: TAG,
      summary: 'One version',
      access: VIEW,
      params: byId,
      response: versionView,
      act: async ({ params }, call) => {
        const row = await readVersion(call.db, params.id);
        return row ? ok(row) : UNKNOWN;
      },
      view: versionOf,
    }),
    gridRoute(),
  ];
}

const UNKNOWN = refuse('price_version_unknown', 'There is no such version of the price book.', 'not_found');
const afterRow = z.object({
  rank: z.int(),
  model: z.string().max(60),
  position: z.int(),
  id: z.string().max(60),
});

function gridRoute(): Route {
  return route({
    method: 'get',
    path: '/api/price-versions/{id}/prices',
    tag: TAG,
    summary: 'The table of prices: a row per variant, a price per condition',
    access: VIEW,
    params: byId,
    query: z.object({
      ...pageQuery,
      q: z.string().max(100).optional(),
      category: categorySchema.optional(),
      brand: z.string().max(60).optional().meta({ description: 'Slug of a brand' }),
      priced: z
        .enum(['yes', 'no'])
        .optional()
        .meta({ description: 'Only variants with (or without) a price' }),
    }),
    response: listOf(gridView),
    act: async ({ params, query }, call) => {
      const after = readCursor(query.cursor, afterRow);
      if (!after.ok) return after;
      const version = await readVersion(call.db, params.id);
      if (!version) return UNKNOWN;
      const rows = await readGrid(call.db, {
        versionId: params.id,
        query: query.q?.trim() ? readQuery(query.q) : null,
        category: query.category ?? null,
        brand: query.brand ?? null,
        priced: query.priced ?? null,
        limit: query.limit,
        after: after.value,
      });
      return ok(
        pageOf(
          rows,
          query.limit,
          (row) => ({ rank: row.rank, model: row.model_id, position: row.position, id: row.variant_id }),
          (row) => gridOf(row, version.currency),
        ),
      );
    },
  });
}

function drafts(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/price-versions',
      tag: TAG,
      summary: 'Begin a draft from what is in force',
      access: EDIT,
      body: z.object({ currency: currencyCode, note: z.string().max(500).nullish() }),
      response: versionView,
      status: 201,
      change: (tx, { body }, call) => createDraft(tx, call.ctx, body),
      view: versionOf,
    }),
    route({
      method: 'patch',
      path: '/api/price-versions/{id}',
      tag: TAG,
      summary: 'Change a draft’s rounding, floor or note',
      access: EDIT,
      ifMatch: 'required',
      params: byId,
      body: z.object({
        rounding_minor: z.int().min(1).max(1_000_000).optional(),
        floor_minor: z.int().min(0).max(100_000_000).optional(),
        note: z.string().max(500).nullable().optional(),
      }),
      response: versionView,
      change: (tx, { params, body, version }, call) =>
        editDraft(tx, call.ctx, { id: params.id, version, ...body }),
      view: versionOf,
    }),
    route({
      method: 'delete',
      path: '/api/price-versions/{id}',
      tag: TAG,
      summary: 'Throw a draft away',
      access: EDIT,
      ifMatch: 'optional',
      params: byId,
      response: null,
      change: (tx, { params, version }, call) => discardDraft(tx, call.ctx, { id: params.id, version }),
    }),
    route({
      method: 'post',
      path: '/api/price-versions/{id}/publish',
      tag: TAG,
      summary: 'Publish a draft from an instant on',
      description: 'Without `effective_from` it counts at once. What it says never changes afterwards.',
      access: EDIT,
      ifMatch: 'optional',
      params: byId,
      body: z.object({ effective_from: instant.nullish() }),
      response: versionView,
      change: (tx, { params, body, version }, call) =>
        publishVersion(tx, call.ctx, { id: params.id, version, effectiveFrom: body.effective_from }),
      view: versionOf,
    }),
    route({
      method: 'put',
      path: '/api/price-versions/{id}/prices/{variant_id}/{condition}',
      tag: TAG,
      summary: 'Set one price of a draft, or take it out',
      description: 'If-Match is the price’s own version from the table: "0" where there is none yet.',
      access: EDIT,
      ifMatch: 'required',
      params: byId.extend({ variant_id: z.string().max(60), condition: z.enum(CONDITIONS) }),
      body: z.object({
        amount_minor: z
          .int()
          .min(0)
          .max(100_000_000_000)
          .nullable()
          .meta({ description: 'Minor units of the book’s currency; null takes the price out' }),
      }),
      response: cellView,
      change: (tx, { params, body, version }, call) =>
        setPrice(tx, call.ctx, {
          versionId: params.id,
          variantId: params.variant_id,
          condition: params.condition,
          amountMinor: body.amount_minor,
          version,
        }),
      view: ({ amount_minor, currency, version }) => ({
        amount: amount_minor === null ? null : { minor: amount_minor, currency },
        version,
      }),
    }),
  ];
}

/** Routes of the price book. */
export function bookRoutes(): Route[] {
  return [...reads(), ...drafts()];
}
