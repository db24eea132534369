/** Routes of price list imports: upload, mapping, dry run, apply, progress, rows with reasons. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, moneySchema, pageQuery } from '../../../platform/http/schemas.ts';
import {
  configureImport,
  NO_IMPORT,
  previewImport,
  startImport,
  uploadPriceList,
} from '../actions/upload.ts';
import { MOST_BYTES } from '../csv.ts';
import { reasonText } from '../rules/price-list/reasons.ts';
import { CONDITIONS } from '../rules/questions.ts';
import {
  listImports,
  listRows,
  listSources,
  readImport,
  type ImportRow,
  type PriceImportRowTable,
} from '../store/imports.ts';
import { readFileBody } from './upload-body.ts';

const TAG = 'Prices';
const VIEW = { staff: 'prices.view' } as const;
const EDIT = { staff: 'prices.edit' } as const;
const byId = z.object({ id: z.string().max(60) });
const heading = z.string().max(200);
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Give a currency code of three capitals, such as EUR.');

const mappingSchema = z
  .object({
    shape: z.enum(['long', 'wide']),
    model: heading,
    brand: heading.nullable(),
    storage: heading.nullable(),
    category: heading.nullable(),
    condition: heading.nullable(),
    price: heading.nullable(),
    prices: z.object({ flawless: heading.optional(), good: heading.optional(), damaged: heading.optional() }),
    currency: heading.nullable(),
    date: heading.nullable(),
    only: z.object({ column: heading, values: z.array(z.string().max(200)).max(50) }).nullable(),
    conditions: z.record(z.string().max(60), z.enum([...CONDITIONS, 'skip'])),
    rates: z.record(z.string().max(3), z.number()),
  })
  .meta({ id: 'ColumnMapping', description: 'Which heading of the list holds what' });

const countsSchema = z.object({
  rows: z.int(),
  matched: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  refused: z.int(),
});
const reportSchema = countsSchema
  .extend({
    by_reason: z.record(z.string(), z.int()),
    by_currency: z.record(z.string(), countsSchema),
    diff: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), dropped: z.int() }),
    new_models: z.int(),
    new_variants: z.int(),
  })
  .meta({ id: 'ImportReport' });

const importView = z
  .object({
    id: z.string(),
    source: z.string().nullable(),
    state: z.enum(['uploaded', 'checking', 'checked', 'applying', 'applied', 'failed']),
    file_name: z.string(),
    currency: z.string(),
    mapping: mappingSchema.nullable(),
    add_models: z.boolean(),
    rows_total: z.int(),
    rows_done: z.int(),
    report: reportSchema.nullable(),
    failure: z.object({ code: z.string(), why: z.string() }).nullable(),
    version_id: z.string().nullable().meta({ description: 'The version of the book it made' }),
    created_by: z.string().nullable(),
    created_at: instant,
    finished_at: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'PriceImport' });

const rowView = z
  .object({
    line: z.int(),
    raw: z.record(z.string(), z.string()),
    outcome: z.enum(['matched', 'merged', 'refused', 'unchanged']),
    reason: z.string().nullable(),
    why: z.string().nullable(),
    title: z.string().nullable(),
    variant_id: z.string().nullable(),
    condition: z.enum(CONDITIONS).nullable(),
    amount: moneySchema.nullable(),
    was: moneySchema.nullable(),
  })
  .meta({ id: 'PriceImportRow' });

function importOf(row: ImportRow) {
  const { source_name, source_id: _, base_version_id: __, ...rest } = row;
  return { ...rest, source: source_name };
}

function rowOf(row: PriceImportRowTable, currency: string) {
  const { import_id: _, position: __, amount_minor, was_minor, ...rest } = row;
  const money = (minor: number | null) => (minor === null ? null : { minor, currency });
  return {
    ...rest,
    why: row.reason === null ? null : reasonText(row.reason),
    amount: money(amount_minor),
    was: money(was_minor),
  };
}

function uploadRoute(): Route {
  return route({
    method: 'post',
    path: '/api/price-imports',
    tag: TAG,
    summary: 'Upload a price list',
    description:
      'CSV of at most 20 MB as the body, or in the field `file` of a form. UTF-8, UTF-16 or Windows-1252, any usual separator. How the columns are read is guessed, or taken from the source of that name.',
    access: EDIT,
    limit: 'heavy',
    consumes: 'text/csv',
    bodyLimit: MOST_BYTES,
    timeoutMs: 60_000,
    query: z.object({
      file_name: z.string().max(200).optional(),
      source: z.string().trim().min(1).max(120).optional(),
      currency: currencyCode.optional(),
      add_models: z.stringbool().optional(),
    }),
    response: importView,
    status: 201,
    act: async ({ query }, call) => {
      const file = await readFileBody(call.http.req.raw);
      if (!file.ok) return file;
      return await call.postgres.transact((tx) =>
        uploadPriceList(tx, call.ctx, {
          bytes: file.value.bytes,
          fileName: query.file_name ?? file.value.name ?? 'list.csv',
          source: query.source,
          currency: query.currency,
          addModels: query.add_models,
        }),
      );
    },
    view: importOf,
  });
}

function reads(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/price-sources',
      tag: TAG,
      summary: 'Sources of price lists with their column mappings',
      access: VIEW,
      response: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            mapping: mappingSchema,
            changed_at: instant,
            version: z.int(),
          }),
        ),
      }),
      act: async (_, call) =>
        ok({ items: (await listSources(call.db)).map(({ created_at: _at, ...source }) => source) }),
    }),
    route({
      method: 'get',
      path: '/api/price-imports',
      tag: TAG,
      summary: 'Imports, newest first',
      access: VIEW,
      query: z.object(pageQuery),
      response: listOf(importView),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, z.object({ at: instant, id: z.string().max(60) }));
        if (!after.ok) return after;
        const rows = await listImports(call.db, query.limit, after.value);
        return ok(
          pageOf(rows, query.limit, (row) => ({ at: row.created_at.toISOString(), id: row.id }), importOf),
        );
      },
    }),
    route({
      method: 'get',
      path: '/api/price-imports/{id}',
      tag: TAG,
      summary: 'One import with its progress and report',
      access: VIEW,
      params: byId,
      response: importView,
      act: async ({ params }, call) => {
        const row = await readImport(call.db, params.id);
        return row ? ok(row) : NO_IMPORT;
      },
      view: importOf,
    }),
    route({
      method: 'get',
      path: '/api/price-imports/{id}/preview',
      tag: TAG,
      summary: 'Headings and first rows of an uploaded list, and the words it uses',
      access: VIEW,
      params: byId,
      response: z.object({
        encoding: z.string(),
        separator: z.string(),
        headings: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        conditions: z.array(
          z.object({ word: z.string(), means: z.enum([...CONDITIONS, 'skip']).nullable() }),
        ),
        currencies: z.array(z.string()),
      }),
      act: ({ params }, call) => previewImport(call.db, params.id),
    }),
    rowsRoute(),
  ];
}

function rowsRoute(): Route {
  return route({
    method: 'get',
    path: '/api/price-imports/{id}/rows',
    tag: TAG,
    summary: 'What became of each row, and why',
    access: VIEW,
    params: byId,
    query: z.object({
      ...pageQuery,
      outcome: z
        .enum(['matched', 'merged', 'refused', 'unchanged', 'changed'])
        .optional()
        .meta({ description: '`changed`: matched rows with another price before' }),
      reason: z.string().max(60).optional(),
    }),
    response: listOf(rowView),
    act: async ({ params, query }, call) => {
      const after = readCursor(query.cursor, z.object({ line: z.int(), position: z.int() }));
      if (!after.ok) return after;
      const row = await readImport(call.db, params.id);
      if (!row) return NO_IMPORT;
      const rows = await listRows(call.db, {
        importId: params.id,
        outcome: query.outcome ?? null,
        reason: query.reason ?? null,
        limit: query.limit,
        after: after.value,
      });
      return ok(
        pageOf(
          rows,
          query.limit,
          ({ line, position }) => ({ line, position }),
          (one) => rowOf(one, row.currency),
        ),
      );
    },
  });
}

function steps(): Route[] {
  return [
    route({
      method: 'patch',
      path: '/api/price-imports/{id}',
      tag: TAG,
      summary: 'Say how a list is to be read',
      access: EDIT,
      ifMatch: 'required',
      params: byId,
      body: z.object({
        mapping: mappingSchema.optional(),
        currency: currencyCode.optional(),
        add_models: z.boolean().optional(),
        source: z
          .string()
          .trim()
          .min(1)
          .max(120)
          .nullish()
          .meta({ description: 'Save the mapping under this name' }),
      }),
      response: importView,
      change: (tx, { params, body, version }, call) =>
        configureImport(tx, call.ctx, {
          id: params.id,
          version,
          mapping: body.mapping,
          currency: body.currency,
          addModels: body.add_models,
          source: body.source,
        }),
      view: importOf,
    }),
    route({
      method: 'post',
      path: '/api/price-imports/{id}/check',
      tag: TAG,
      summary: 'Dry run: what would happen, without changing a price',
      access: EDIT,
      ifMatch: 'optional',
      params: byId,
      response: importView,
      status: 202,
      change: (tx, { params, version }, call) =>
        startImport(tx, call.ctx, { id: params.id, version, apply: false }),
      view: importOf,
    }),
    route({
      method: 'post',
      path: '/api/price-imports/{id}/apply',
      tag: TAG,
      summary: 'Make a new version of the book from a list',
      description:
        'With `publish` it counts from `effective_from` (default at once); otherwise it stays a draft.',
      access: EDIT,
      ifMatch: 'optional',
      params: byId,
      body: z.object({
        publish: z.boolean().default(false),
        effective_from: instant.nullish(),
        missing: z
          .enum(['keep', 'drop'])
          .default('keep')
          .meta({ description: 'Prices in force that the list does not name' }),
      }),
      response: importView,
      status: 202,
      change: (tx, { params, body, version }, call) =>
        startImport(tx, call.ctx, {
          id: params.id,
          version,
          apply: true,
          effectiveFrom: body.publish ? (body.effective_from ?? call.ctx.now) : null,
          missing: body.missing,
        }),
      view: importOf,
    }),
  ];
}

/** Routes of imports. */
export function importRoutes(): Route[] {
  return [uploadRoute(), ...reads(), ...steps()];
}
