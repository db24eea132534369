/** Routes of files: photos of a device, files of a case, their bytes, and the code a phone takes photos by. */
import { z } from 'zod';
import { actorId } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { instant, listOf } from '../../../platform/http/schemas.ts';
import { lockCase } from '../actions/move.ts';
import {
  attachFile,
  captionPhoto,
  endUploadLink,
  hiddenFault,
  makeUploadLink,
  openFile,
  removeFile,
  UPLOAD_LINK_MS,
} from '../actions/files.ts';
import { caseIdOfItem, resolveCase } from '../actions/item-facts.ts';
import { MOST_CAPTION, MOST_FILE_BYTES, type FilePurpose } from '../rules/files.ts';
import { filesOfCase, filesOfItem, blindSince, type FileRow } from '../store/files.ts';
import {
  filesIn,
  forgetFile,
  readFileBytes,
  readFileForm,
  takeFile,
  type FileStore,
} from './stored-files.ts';

const TAG = 'Files';
const byId = z.object({ id: z.string().max(60) });

export const fileSchema = z
  .object({
    id: z.string(),
    case_id: z.string(),
    item_id: z.string().nullable(),
    purpose: z.string(),
    name: z.string(),
    media_type: z.string(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    check_id: z.string().nullable(),
    caption: z.string().nullable(),
    uploaded_at: instant,
    uploaded_by: z.object({ kind: z.string(), id: z.string().nullable() }),
    url: z.string(),
    preview_url: z.string().nullable(),
  })
  .meta({ id: 'File' });

/** A file on the wire. */
export function fileOf(row: FileRow) {
  return {
    id: row.id,
    case_id: row.case_id,
    item_id: row.item_id,
    purpose: row.purpose,
    name: row.name,
    media_type: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    check_id: row.check_id,
    caption: row.caption,
    uploaded_at: row.uploaded_at,
    uploaded_by: { kind: row.uploaded_by_kind, id: row.uploaded_by_id },
    url: `/api/files/${row.id}`,
    preview_url: row.preview_key ? `/api/files/${row.id}?preview=1` : null,
  };
}

/** The answer that carries a file: never a page, never kept by anybody in between. */
export function fileResponse(row: FileRow, bytes: Uint8Array, size: 'full' | 'preview'): Response {
  const picture = size === 'preview' || row.media_type === 'image/jpeg';
  const name = encodeURIComponent(row.name);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': picture ? 'image/jpeg' : row.media_type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': row.sealed ? 'no-store' : 'private, max-age=3600, immutable',
    },
  });
}

type Upload = { caseId: string; itemId: string | null; purpose: FilePurpose };

/** Reads the form, keeps the file, names it in the case: in this order, so that nothing is named that is not there. */
async function receiveFile(call: Call, store: FileStore, to: Upload): Promise<Outcome<FileRow>> {
  const form = await readFileForm(call.http.req.raw);
  if (!form.ok) return form;
  const [sent, ...more] = await filesIn(form.value);
  if (!sent || more.length > 0)
    return refuse('file_missing', 'Send one file in the field “file”.', 'invalid', { field: 'file' });
  const stored = await takeFile(store, call.ctx.random, sent, to.purpose);
  if (!stored.ok) return stored;
  const word = (field: string) => {
    const value = form.value.get(field);
    return typeof value === 'string' && value ? value.slice(0, MOST_CAPTION) : null;
  };
  const attached = await call.postgres.transact(async (tx) => {
    const locked = await lockCase(tx, to.caseId);
    if (!locked.ok) return locked;
    return await attachFile(tx, call.ctx, {
      caseId: to.caseId,
      itemId: to.itemId ?? word('item_id'),
      stored: stored.value,
      checkId: word('check_id'),
      caption: word('caption'),
    });
  });
  if (!attached.ok) await forgetFile(store, stored.value);
  return attached;
}

const UPLOAD = {
  consumes: 'multipart/form-data',
  bodyLimit: MOST_FILE_BYTES + 256 * 1024,
  timeoutMs: 60_000,
  idempotent: false,
  response: fileSchema,
  status: 201,
} as const;

function photoRoutes(store: FileStore): Route[] {
  return [
    route({
      ...UPLOAD,
      method: 'post',
      path: '/api/items/{id}/photos',
      tag: TAG,
      summary: 'Add a photo of a device',
      description: 'A form with `file`, and `check_id` and `caption` where wanted.',
      access: { staff: 'inspection.record' },
      params: byId,
      act: async ({ params }, call) => {
        const caseId = await caseIdOfItem(call.db, params.id);
        if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
        return await receiveFile(call, store, { caseId, itemId: params.id, purpose: 'photo' });
      },
      view: fileOf,
    }),
    route({
      method: 'get',
      path: '/api/items/{id}/photos',
      tag: TAG,
      summary: 'The photos of a device, oldest first',
      description: 'While a second inspection is due, those of the first are left out.',
      access: { staff: 'case.view' },
      params: byId,
      response: listOf(fileSchema),
      act: async ({ params }, call) => {
        const since = await blindSince(call.db, params.id);
        const rows = await filesOfItem(call.db, params.id, 'photo');
        const shown = rows.filter((row) => since === null || row.uploaded_at > since);
        return ok({ items: shown.map(fileOf), next_cursor: null });
      },
    }),
    route({
      method: 'patch',
      path: '/api/files/{id}',
      tag: TAG,
      summary: 'Write the words under a photo',
      description: `At most ${MOST_CAPTION} characters; empty takes them away. Once an offer shows the photo they stay.`,
      access: { staff: 'inspection.record' },
      params: byId,
      body: z.object({ caption: z.string().max(2000) }),
      response: fileSchema,
      change: (tx, { params, body }, call) =>
        captionPhoto(tx, call.ctx, { id: params.id, caption: body.caption }),
      view: fileOf,
    }),
    route({
      method: 'delete',
      path: '/api/files/{id}',
      tag: TAG,
      summary: 'Take a file out of a case',
      access: { staff: 'case.note' },
      params: byId,
      response: null,
      change: async (tx, { params }, call) => {
        const removed = await removeFile(tx, call.ctx, params.id);
        return removed.ok ? ok(null) : removed;
      },
    }),
  ];
}

function caseFileRoutes(store: FileStore): Route[] {
  return [
    route({
      ...UPLOAD,
      method: 'post',
      path: '/api/cases/{id}/files',
      tag: TAG,
      summary: 'Attach a file to a case: something that came by mail or on paper',
      description:
        'A form with `file`, `purpose` (attachment or proof) and, where it concerns one, `item_id`.',
      access: { staff: 'case.note' },
      params: byId,
      query: z.object({ purpose: z.enum(['attachment', 'proof']).default('attachment') }),
      act: async ({ params, query }, call) => {
        const caseId = await resolveCase(call.db, params.id);
        if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found');
        return await receiveFile(call, store, { caseId, itemId: null, purpose: query.purpose });
      },
      view: fileOf,
    }),
    route({
      method: 'get',
      path: '/api/cases/{id}/files',
      tag: TAG,
      summary: 'The files of a case but its photos, oldest first',
      access: { staff: 'case.view' },
      params: byId,
      response: listOf(fileSchema),
      act: async ({ params }, call) => {
        const caseId = (await resolveCase(call.db, params.id)) ?? '';
        const rows = await filesOfCase(call.db, caseId);
        return ok({ items: rows.filter((r) => r.purpose !== 'photo').map(fileOf), next_cursor: null });
      },
    }),
    route({
      method: 'get',
      path: '/api/files/{id}',
      tag: TAG,
      summary: 'The file itself, or its preview',
      access: { staff: 'case.view' },
      produces: 'application/octet-stream',
      params: byId,
      query: z.object({ preview: z.enum(['0', '1']).default('0') }),
      act: async ({ params, query }, call) => {
        const size = query.preview === '1' ? 'preview' : 'full';
        const row = await openFile(call.db, params.id);
        if (!row.ok) return row;
        const hidden = await hiddenFault(call.db, row.value);
        if (hidden) return hidden;
        const bytes = await readFileBytes(store, row.value, size);
        if (!bytes) return refuse('file_lost', 'The storage no longer has this file.', 'not_found');
        if (row.value.sealed && size === 'full')
          call.log.info(
            { file: row.value.id, purpose: row.value.purpose, actor: actorId(call.ctx.actor) },
            'somebody’s papers were looked at',
          );
        return ok(fileResponse(row.value, bytes, size));
      },
    }),
  ];
}

function linkRoutes(baseUrl: string): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/items/{id}/upload-links',
      tag: TAG,
      summary: 'A code by which a phone takes photos of this device',
      access: { staff: 'inspection.record' },
      idempotent: false,
      params: byId,
      body: z.object({ check_id: z.string().max(60).nullish() }),
      response: z.object({ id: z.string(), url: z.string(), qr_svg: z.string(), expires_at: instant }),
      status: 201,
      change: (tx, { params, body }, call) =>
        makeUploadLink(tx, call.ctx, { itemId: params.id, checkId: body.check_id ?? null }),
      view: async ({ id, token, expiresAt }) => {
        // The token stands in the fragment: it reaches no log and no referrer.
        const url = `${baseUrl}/u#${token}`;
        const { toSVG } = await import('bwip-js/node');
        const frame = { paddingwidth: 8, paddingheight: 8, backgroundcolor: 'FFFFFF' };
        return {
          id,
          url,
          qr_svg: toSVG({ bcid: 'qrcode', text: url, scale: 4, ...frame }),
          expires_at: expiresAt,
        };
      },
    }),
    route({
      method: 'delete',
      path: '/api/upload-links/{id}',
      tag: TAG,
      summary: `End such a code before its ${UPLOAD_LINK_MS / 60_000} minutes are over`,
      access: { staff: 'inspection.record' },
      params: byId,
      response: null,
      change: (tx, { params }, call) => endUploadLink(tx, call.ctx, params.id),
    }),
  ];
}

/** Every route of files; `baseUrl` is how a phone reaches us. */
export function fileRoutes(config: FileStore & { readonly baseUrl: string }): Route[] {
  return [...photoRoutes(config), ...caseFileRoutes(config), ...linkRoutes(config.baseUrl)];
}
