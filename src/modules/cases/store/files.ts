/** SQL of files and of the links phones send them by. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { FilePurpose, MediaType } from '../rules/files.ts';

export type FileRow = {
  id: string;
  case_id: string;
  item_id: string | null;
  purpose: FilePurpose;
  name: string;
  media_type: MediaType;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
  storage_key: string;
  preview_key: string | null;
  sealed: boolean;
  check_id: string | null;
  caption: string | null;
  uploaded_by_kind: string;
  uploaded_by_id: string | null;
  uploaded_at: Date;
  removed_at: Date | null;
  removed_by_id: string | null;
};

export type UploadLinkRow = {
  id: string;
  token_hash: string;
  case_id: string;
  item_id: string;
  purpose: 'photo';
  check_id: string | null;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    files: FileRow;
    upload_links: UploadLinkRow;
  }
}

export async function insertFile(tx: Tx, row: FileRow): Promise<void> {
  await tx.insertInto('files').values(row).execute();
}

/** A file by its id, removed or not; null when there is none. */
export async function readFileRow(reader: Reader, id: string): Promise<FileRow | null> {
  return (await reader.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Files of an item that are not removed, oldest first; of one purpose, or all. */
export async function filesOfItem(
  reader: Reader,
  itemId: string,
  purpose: FilePurpose | null,
): Promise<FileRow[]> {
  let query = reader
    .selectFrom('files')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('removed_at', 'is', null);
  if (purpose) query = query.where('purpose', '=', purpose);
  return await query.orderBy('uploaded_at').orderBy('id').execute();
}

/** Files of a case that are not removed, oldest first. */
export async function filesOfCase(reader: Reader, caseId: string): Promise<FileRow[]> {
  const query = reader
    .selectFrom('files')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null);
  return await query.orderBy('uploaded_at').orderBy('id').execute();
}

/** Marks a file as removed; false when it was already. */
export async function markRemoved(tx: Tx, id: string, at: Date, by: string | null): Promise<boolean> {
  const done = await tx
    .updateTable('files')
    .set({ removed_at: at, removed_by_id: by })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Writes the words under a photo. */
export async function setCaption(tx: Tx, id: string, caption: string | null): Promise<void> {
  await tx.updateTable('files').set({ caption }).where('id', '=', id).execute();
}

/** True when an offer shows it: then it is evidence. */
export async function isShownInOffer(reader: Reader, fileId: string): Promise<boolean> {
  const found = await sql<{ shown: boolean }>`
    select exists (select 1 from offer_photos where file_id = ${fileId}) as shown`.execute(reader);
  return found.rows[0]?.shown ?? false;
}

export async function insertUploadLink(tx: Tx, row: UploadLinkRow): Promise<void> {
  await tx.insertInto('upload_links').values(row).execute();
}

/** A link that works now, by the hash of its token. */
export async function readUploadLink(
  reader: Reader,
  tokenHash: string,
  now: Date,
): Promise<UploadLinkRow | null> {
  const found = await reader
    .selectFrom('upload_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found ?? null;
}

/** Ends a link; false when there is none of this id that still works. */
export async function revokeUploadLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await tx
    .updateTable('upload_links')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Since when a second inspection of this item is due, or null: what is older is not for the second pair of eyes. */
export async function blindSince(reader: Reader, itemId: string): Promise<Date | null> {
  const found = await sql<{ since: Date | null }>`
    select (select max(e.at) from item_events e where e.item_id = f.item_id and e.move = 'dispute') as since
      from item_facts f where f.item_id = ${itemId} and f.blind`.execute(reader);
  return found.rows[0]?.since ?? null;
}

/**
 * Papers of a case are filed with an item for a purpose. Gives how many of them are there; files of another case or
 * item, removed ones, and what is not sealed where it lies (photos, staff's own attachments) do not count.
 */
export async function fileAsProof(
  tx: Tx,
  to: { caseId: string; itemId: string; purpose: 'proof' | 'lock'; fileIds: readonly string[] },
): Promise<number> {
  const filed = await tx
    .updateTable('files')
    .set({ purpose: to.purpose, item_id: to.itemId })
    .where('case_id', '=', to.caseId)
    .where('id', 'in', to.fileIds.length > 0 ? [...to.fileIds] : [''])
    .where('sealed', '=', true)
    .where((w) => w.or([w('item_id', 'is', null), w('item_id', '=', to.itemId)]))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return Number(filed.numUpdatedRows);
}
