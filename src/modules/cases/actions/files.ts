/** Files of a case: their bytes lie in the storage before a row names them here; nothing is ever named that is not there. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { after, MINUTE } from '../../../kernel/time.ts';
import { hashToken, newToken } from '../../../platform/secrets.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import type { PreparedFile } from '../prepare-file.ts';
import { MOST_CAPTION } from '../rules/files.ts';
import { caseOfItem } from '../store/cases.ts';
import { lockCaseRow } from '../store/moves.ts';
import {
  blindSince,
  insertFile,
  insertUploadLink,
  isShownInOffer,
  markRemoved,
  readFileRow,
  readUploadLink,
  revokeUploadLink,
  setCaption,
  type FileRow,
  type UploadLinkRow,
} from '../store/files.ts';

/** A prepared file whose bytes lie in the storage. */
export type StoredFile = Omit<PreparedFile, 'bytes' | 'preview'> & {
  readonly size: number;
  readonly storageKey: string;
  readonly previewKey: string | null;
  readonly sealed: boolean;
};

export type Attaching = {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly stored: StoredFile;
  readonly checkId?: string | null;
  readonly caption?: string | null;
};

/** Names a stored file as part of a case. Refuses `item_not_in_case`. Who may is for the caller to say. */
export async function attachFile(tx: Tx, ctx: Ctx, input: Attaching): Promise<Outcome<FileRow>> {
  const { stored, itemId, caseId } = input;
  if (itemId && (await caseOfItem(tx, itemId)) !== caseId)
    return refuse('item_not_in_case', 'This device is no part of the case.', 'not_found', {
      field: 'item_id',
    });
  const row: FileRow = {
    id: ctx.newId('fil'),
    case_id: caseId,
    item_id: itemId,
    purpose: stored.purpose,
    name: stored.name,
    media_type: stored.mediaType,
    bytes: stored.size,
    width: stored.width,
    height: stored.height,
    sha256: stored.sha256,
    storage_key: stored.storageKey,
    preview_key: stored.previewKey,
    sealed: stored.sealed,
    check_id: input.checkId ?? null,
    caption: input.caption?.trim().slice(0, MOST_CAPTION) || null,
    uploaded_by_kind: ctx.actor.kind,
    uploaded_by_id: actorId(ctx.actor),
    uploaded_at: ctx.now,
    removed_at: null,
    removed_by_id: null,
  };
  await insertFile(tx, row);
  return ok(row);
}

/** A file that is not removed. Refuses `file_not_found`. */
export async function openFile(reader: Reader, id: string): Promise<Outcome<FileRow>> {
  const row = await readFileRow(reader, id);
  return row && !row.removed_at ? ok(row) : refuse('file_not_found', 'There is no such file.', 'not_found');
}

/** While a second opinion is due, the photos of the first are for nobody: `photo_hidden`. */
export async function hiddenFault(reader: Reader, file: FileRow): Promise<Refusal | null> {
  if (file.purpose !== 'photo' || !file.item_id) return null;
  const since = await blindSince(reader, file.item_id);
  if (since === null || file.uploaded_at > since) return null;
  return refuse(
    'photo_hidden',
    'A second inspection is due: the first one’s photos are hidden.',
    'forbidden',
  );
}

/**
 * Takes a photo or an attachment out of a case; the row stays, so that the timeline still knows it. Refuses
 * `photo_in_offer`, `photo_hidden`, and `paper_stays`: what a customer sent us is evidence.
 */
export async function removeFile(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<FileRow>> {
  const found = await openFile(tx, id);
  if (!found.ok) return found;
  const { purpose, case_id: caseId } = found.value;
  const no = requirePermission(ctx.actor, purpose === 'photo' ? 'inspection.record' : 'case.note');
  if (no) return no;
  if (purpose !== 'photo' && purpose !== 'attachment')
    return refuse('paper_stays', 'What the customer sent stays with the case.', 'conflict');
  // An offer that shows the photo may be made at this very moment: it locks the case, so do we.
  const locked = await lockCaseRow(tx, caseId);
  if (!locked) return refuse('case_not_found', 'There is no such case.', 'not_found');
  const hidden = await hiddenFault(tx, found.value);
  if (hidden) return hidden;
  if (await isShownInOffer(tx, id))
    return refuse('photo_in_offer', 'A revised offer shows this photo: it stays as evidence.', 'conflict');
  if (!(await markRemoved(tx, id, ctx.now, actorId(ctx.actor))))
    return refuse('file_not_found', 'There is no such file.', 'not_found');
  return found;
}

/**
 * Writes the words under a photo of a device; empty takes them away. Refuses `file_not_found`, `not_a_photo`,
 * `caption_too_long`, `photo_hidden`, and `caption_in_offer`: the seller has read them.
 */
export async function captionPhoto(
  tx: Tx,
  ctx: Ctx,
  input: { readonly id: string; readonly caption: string },
): Promise<Outcome<FileRow>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const caption = input.caption.trim() || null;
  if (caption && caption.length > MOST_CAPTION)
    return refuse(
      'caption_too_long',
      `The words under a photo may have at most ${MOST_CAPTION} characters.`,
      'invalid',
      { field: 'caption' },
    );
  const found = await openFile(tx, input.id);
  if (!found.ok) return found;
  if (found.value.purpose !== 'photo')
    return refuse('not_a_photo', 'Only a photo of a device has words under it.', 'conflict');
  const hidden = await hiddenFault(tx, found.value);
  if (hidden) return hidden;
  if (caption === found.value.caption) return found;
  // An offer that shows the photo may be made at this very moment: it locks the case, so do we.
  await lockCaseRow(tx, found.value.case_id);
  if (await isShownInOffer(tx, input.id))
    return refuse(
      'caption_in_offer',
      'A revised offer shows this photo: its words stay as the seller saw them.',
      'conflict',
    );
  await setCaption(tx, input.id, caption);
  return ok({ ...found.value, caption });
}

/** How long a phone may send photos after its code was shown. */
export const UPLOAD_LINK_MS = 60 * MINUTE;

/** Makes the secret of a page on which a phone takes photos of one device. Refuses `item_not_found`. */
export async function makeUploadLink(
  tx: Tx,
  ctx: Ctx,
  input: { itemId: string; checkId: string | null },
): Promise<Outcome<{ id: string; token: string; expiresAt: Date }>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  const caseId = await caseOfItem(tx, input.itemId);
  if (!caseId) return refuse('item_not_found', 'There is no such item.', 'not_found');
  const token = newToken(ctx.random);
  const id = ctx.newId('upl');
  const expiresAt = after(ctx.now, UPLOAD_LINK_MS);
  await insertUploadLink(tx, {
    id,
    token_hash: hashToken(token),
    case_id: caseId,
    item_id: input.itemId,
    purpose: 'photo',
    check_id: input.checkId,
    made_by: actorId(ctx.actor) ?? '',
    made_at: ctx.now,
    expires_at: expiresAt,
    revoked_at: null,
  });
  return ok({ id, token, expiresAt });
}

/** The link of a token. Refuses `upload_link_over` when it is unknown, revoked or expired: all look alike. */
export async function openUploadLink(
  reader: Reader,
  token: string,
  now: Date,
): Promise<Outcome<UploadLinkRow>> {
  const link = await readUploadLink(reader, hashToken(token), now);
  return link
    ? ok(link)
    : refuse('upload_link_over', 'This link no longer works: show a new code at the bench.', 'forbidden');
}

/** Ends a link at once. Refuses `upload_link_over`. */
export async function endUploadLink(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<null>> {
  const no = requirePermission(ctx.actor, 'inspection.record');
  if (no) return no;
  return (await revokeUploadLink(tx, id, ctx.now))
    ? ok(null)
    : refuse('upload_link_over', 'This link works no longer.', 'not_found');
}
