/** Routes of batches of bank payouts. */
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { listOf, pageQuery } from '../../../platform/http/schemas.ts';
import type { Keyring } from '../../../platform/secrets.ts';
import { batchFile, orderBatch, type Skipped } from '../actions/batch.ts';
import { fillBatch } from '../fill-batch.ts';
import { listBatches, readBatch, readEntries, type BatchRow, type EntryRow } from '../store/batches.ts';
import { batchEntry, batchView, failedEntry } from './schemas.ts';
import { batchEntryOf, batchOf, keyOfPlace, placeKey, progressOf } from './views.ts';

const TAG = 'Money';
/** How long the request itself fills a batch; the job, which was enqueued with it, does what is left. */
const PATIENCE_MS = 4_000;

type Shown = { batch: BatchRow; entries: EntryRow[] };

async function showBatch(call: Call, id: string): Promise<Outcome<Shown>> {
  const batch = await readBatch(call.db, id);
  if (!batch) return refuse('batch_not_found', 'There is no such batch.', 'not_found');
  return ok({ batch, entries: await readEntries(call.db, id) });
}

function orderRoute(keyring: Keyring): Route {
  return route({
    method: 'post',
    path: '/api/payouts/batch',
    tag: TAG,
    summary: 'Put bank payouts into one file',
    description:
      'Each payout enters in a transaction of its own. A big batch is finished by a job: ask for the batch until ' +
      '`pending` is 0, then take its file.',
    access: { staff: 'payout.submit' },
    limit: 'heavy',
    status: 201,
    body: z
      .object({
        payout_ids: z.array(z.string().max(60)).min(1).max(2000).optional(),
        all_ready_bank: z.literal(true).optional(),
      })
      .refine((body) => (body.payout_ids === undefined) !== (body.all_ready_bank === undefined), {
        error: 'Give either payout_ids or all_ready_bank.',
      }),
    response: batchView.extend({ skipped: z.array(failedEntry) }),
    act: async ({ body }, call): Promise<Outcome<Shown & { skipped: readonly Skipped[] }>> => {
      const ordered = await call.postgres.transact((tx) => orderBatch(tx, call.ctx, body.payout_ids ?? null));
      if (!ordered.ok) return ordered;
      const { batchId, skipped } = ordered.value;
      const until = performance.now() + PATIENCE_MS;
      const run = {
        postgres: call.postgres,
        ctx: () => call.ctx,
        keyring,
        stop: () => performance.now() > until,
      };
      const filled = await fillBatch(run, batchId);
      if (!filled.ok) return filled;
      const shown = await showBatch(call, batchId);
      return shown.ok ? ok({ ...shown.value, skipped }) : shown;
    },
    view: ({ batch, entries, skipped }) => ({
      ...batchOf(batch, entries),
      skipped: skipped.map(({ payoutId, code, why }) => ({ payout_id: payoutId, code, why })),
    }),
  });
}

function lookRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/payout-batches',
      tag: TAG,
      summary: 'Batches, newest first',
      access: { staff: 'payout.view' },
      query: z.object(pageQuery),
      response: listOf(batchView),
      act: async ({ query }, call) => {
        const place = readCursor(query.cursor, placeKey);
        if (!place.ok) return place;
        const rows = await listBatches(call.db, place.value ?? null, query.limit + 1);
        return ok(pageOf(rows, query.limit, (row) => keyOfPlace(row.created_at, row.id), progressOf));
      },
    }),
    route({
      method: 'get',
      path: '/api/payout-batches/{id}',
      tag: TAG,
      summary: 'A batch with what became of each payout',
      access: { staff: 'payout.view' },
      params: z.object({ id: z.string().max(60) }),
      response: batchView.extend({ entries: z.array(batchEntry) }),
      act: ({ params }, call) => showBatch(call, params.id),
      view: ({ batch, entries }) => ({ ...batchOf(batch, entries), entries: entries.map(batchEntryOf) }),
    }),
  ];
}

function fileRoute(keyring: Keyring): Route {
  return route({
    method: 'get',
    path: '/api/payout-batches/{id}/file.csv',
    tag: TAG,
    summary: 'The file of a batch, the same bytes each time; each download is logged',
    access: { staff: 'payout.submit' },
    limit: 'heavy',
    params: z.object({ id: z.string().max(60) }),
    produces: 'text/csv',
    act: ({ params }, call) => call.postgres.transact((tx) => batchFile(tx, call.ctx, params.id, keyring)),
    view: ({ name, csv, sha256 }) =>
      new Response(csv, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
          'x-content-sha256': sha256,
        },
      }),
  });
}

export function batchRoutes(keyring: Keyring): Route[] {
  return [orderRoute(keyring), ...lookRoutes(), fileRoute(keyring)];
}
