/** Bytes on their way in and out: read with a limit, looked at, kept before any row names them. */
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { readUpload } from '../../../platform/http/body.ts';
import { seal, unseal, type Keyring } from '../../../platform/secrets.ts';
import type { StoragePort } from '../../../ports/storage.ts';
import type { StoredFile } from '../actions/files.ts';
import { prepareFile, tooLarge, type PreparedFile } from '../prepare-file.ts';
import { isPersonal, MOST_FILE_BYTES, type FilePurpose } from '../rules/files.ts';
import type { FileRow } from '../store/files.ts';

/** What serves files: the storage, and the keys that seal papers of persons. */
export type FileStore = { readonly storage: StoragePort; readonly keyring: Keyring };

export type SentFile = { readonly bytes: Uint8Array; readonly name: string };

/** Room for a form's own words around its files. */
const FORM_EXTRA = 256 * 1024;

/**
 * A form with files, read with a limit on the whole. Refuses `file_too_large`, `file_cut_off` and `form_unreadable`.
 * `most` is how many files of the largest size it may hold.
 */
export async function readFileForm(request: Request, most = 1): Promise<Outcome<FormData>> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await readUpload(request, most * MOST_FILE_BYTES + FORM_EXTRA);
  if (bytes === undefined) return tooLarge();
  if (bytes === null)
    return refuse('file_cut_off', 'The file ended before its time: send it again.', 'invalid', {
      field: 'file',
    });
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  return form
    ? ok(form)
    : refuse('form_unreadable', 'Send the file in the field “file” of a form.', 'invalid', { field: 'file' });
}

/** The files of a field; a browser sends an empty one where nothing was chosen, and that is none. */
export async function filesIn(form: FormData, field = 'file'): Promise<SentFile[]> {
  const sent = form
    .getAll(field)
    .filter((one): one is File => one instanceof File && (one.size > 0 || one.name !== ''));
  return await Promise.all(
    sent.map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })),
  );
}

/** Puts the bytes away, sealed where they are somebody's papers, before the transaction that names them. */
export async function keepFile(
  { storage, keyring }: FileStore,
  key: string,
  prepared: PreparedFile,
): Promise<StoredFile> {
  const { bytes, preview, ...about } = prepared;
  const sealed = isPersonal(prepared.purpose);
  const wrap = (plain: Uint8Array) =>
    sealed ? new Uint8Array(Buffer.from(seal(Buffer.from(plain).toString('base64'), keyring))) : plain;
  const storageKey = key;
  const previewKey = preview ? `${key}-preview` : null;
  await storage.put(storageKey, wrap(bytes));
  if (preview && previewKey) await storage.put(previewKey, wrap(preview));
  return { ...about, size: bytes.byteLength, storageKey, previewKey, sealed };
}

/** Looks at a sent file and keeps it; the key is random, so that nobody guesses it. Refuses as `prepareFile` does. */
export async function takeFile(
  store: FileStore,
  random: (bytes: number) => Uint8Array,
  sent: SentFile,
  purpose: FilePurpose,
): Promise<Outcome<StoredFile>> {
  const prepared = await prepareFile({ ...sent, purpose });
  if (!prepared.ok) return prepared;
  const name = Buffer.from(random(20)).toString('hex');
  return ok(await keepFile(store, `${name.slice(0, 2)}/${name}`, prepared.value));
}

/** The bytes of a file as they were kept, or of its preview; null when the storage has lost them. */
export async function readFileBytes(
  { storage, keyring }: FileStore,
  row: Pick<FileRow, 'storage_key' | 'preview_key' | 'sealed'>,
  size: 'full' | 'preview',
): Promise<Uint8Array | null> {
  const kept = await storage.get((size === 'preview' ? row.preview_key : null) ?? row.storage_key);
  if (!kept || !row.sealed) return kept;
  return new Uint8Array(Buffer.from(unseal(Buffer.from(kept).toString('utf8'), keyring), 'base64'));
}

/** Takes bytes back that no row names: the transaction that was to name them was refused. */
export async function forgetFile({ storage }: FileStore, stored: StoredFile): Promise<void> {
  await storage.remove(stored.storageKey);
  if (stored.previewKey) await storage.remove(stored.previewKey);
}
