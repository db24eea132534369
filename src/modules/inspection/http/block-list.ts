/** Routes of the block list: look, add, take off, import a list. */
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { readUpload } from '../../../platform/http/body.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, pageQuery, text } from '../../../platform/http/schemas.ts';
import { blockDevice, importBlocked, unblockDevice } from '../actions/block-list.ts';
import { MOST_REASON } from '../rules/block-list.ts';
import { listBlocked, type BlockedRow } from '../store/block-list.ts';

const TAG = 'Block list';
const EDIT = { staff: 'block_list.edit' } as const;
const MOST_BYTES = 5 * 1024 * 1024;
const cursorKey = z.object({ at: z.string(), id: z.string() });
const person = z.object({ id: z.string().nullable(), name: z.string().nullable() });

const blockedSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['imei', 'serial']),
    number: z.string(),
    reason: z.string(),
    source: z.enum(['staff', 'import']),
    added_by: person,
    added_at: instant,
    removed_by: person.nullable(),
    removed_at: instant.nullable(),
    unit_id: z.string().nullable().meta({ description: 'The device, when it was ever with us' }),
  })
  .meta({ id: 'BlockedDevice' });

const importSchema = z
  .object({
    rows: z.int(),
    added: z.int().meta({ description: 'In a dry run: would be added' }),
    known: z.int().meta({ description: 'On the list already' }),
    refused: z.array(z.object({ line: z.int(), number: z.string(), code: z.string(), why: z.string() })),
    applied: z.boolean(),
  })
  .meta({ id: 'BlockListImport' });

function view(row: BlockedRow) {
  const { id, kind, number, reason, source, added_at, removed_at, unit_id } = row;
  return {
    id,
    kind,
    number,
    reason,
    source,
    added_at,
    removed_at,
    unit_id,
    added_by: { id: row.added_by, name: row.added_by_name },
    removed_by: removed_at ? { id: row.removed_by, name: row.removed_by_name } : null,
  };
}

/** The file of the form, or the body itself. Refuses `file_too_large`, `file_cut_off`, `file_missing`. */
async function readList(request: Request): Promise<Outcome<Uint8Array>> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await readUpload(request, MOST_BYTES);
  if (bytes === undefined)
    return refuse('file_too_large', 'A list may have at most 5 MB.', 'invalid', { field: 'file' });
  if (bytes === null)
    return refuse('file_cut_off', 'The file ended before its time: send it again.', 'invalid', {
      field: 'file',
    });
  if (!type.startsWith('multipart/form-data')) return ok(bytes);
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File))
    return refuse('file_missing', 'Send the list in the field “file”.', 'invalid', { field: 'file' });
  return ok(new Uint8Array(await file.arrayBuffer()));
}

export function blockListRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/blocked-devices',
      tag: TAG,
      summary: 'Devices we do not take',
      access: { staff: 'case.view' },
      query: z.object({
        ...pageQuery,
        q: z
          .string()
          .trim()
          .max(100)
          .default('')
          .meta({ description: 'Beginning of a number, or words of the reason' }),
        removed: z.stringbool().default(false).meta({ description: 'true: those taken off the list' }),
      }),
      response: listOf(blockedSchema),
      act: async ({ query }, { db }) => {
        const after = readCursor(query.cursor, cursorKey);
        if (!after.ok) return after;
        const rows = await listBlocked(db, {
          text: query.q,
          removed: query.removed,
          limit: query.limit,
          after: after.value,
        });
        return ok(pageOf(rows, query.limit, (row) => ({ at: row.added_at.toISOString(), id: row.id }), view));
      },
    }),
    route({
      method: 'post',
      path: '/api/blocked-devices',
      tag: TAG,
      summary: 'Put a device on the block list',
      access: EDIT,
      body: z.object({ number: text(60), reason: text(MOST_REASON) }),
      response: blockedSchema,
      status: 201,
      change: (tx, { body }, call) => blockDevice(tx, call.ctx, body),
      view,
    }),
    route({
      method: 'delete',
      path: '/api/blocked-devices/{id}',
      tag: TAG,
      summary: 'Take a device off the block list',
      access: EDIT,
      params: z.object({ id: z.string().max(60) }),
      response: blockedSchema,
      change: (tx, { params }, call) => unblockDevice(tx, call.ctx, params.id),
      view,
    }),
    route({
      method: 'post',
      path: '/api/blocked-devices/import',
      tag: TAG,
      summary: 'Take a list of numbers, or say what it would do',
      description:
        'CSV with the columns number and reason, in the field `file` of a form or as the body itself. Rows that cannot be read are told with their line and why; the others are added.',
      access: EDIT,
      limit: 'heavy',
      consumes: 'text/csv',
      bodyLimit: MOST_BYTES,
      query: z.object({
        dry_run: z.stringbool().default(true),
        reason: z
          .string()
          .trim()
          .max(MOST_REASON)
          .default('')
          .meta({ description: 'For rows that give none' }),
      }),
      response: importSchema,
      act: async ({ query }, call) => {
        const bytes = await readList(call.http.req.raw);
        if (!bytes.ok) return bytes;
        return await call.postgres.transact((tx) =>
          importBlocked(tx, call.ctx, {
            bytes: bytes.value,
            reason: query.reason,
            apply: !query.dry_run,
          }),
        );
      },
    }),
  ];
}
