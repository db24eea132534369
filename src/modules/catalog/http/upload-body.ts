/** The file of an upload: the body itself, or the field `file` of a form. */
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { readUpload } from '../../../platform/http/body.ts';
import { MOST_BYTES } from '../csv.ts';

export type Uploaded = { readonly bytes: Uint8Array; readonly name: string | null };

/** Room for a form's own words around the file. */
const FORM_EXTRA = 64 * 1024;

/** Reads the bytes. Refuses `file_too_large`, `file_cut_off` and `file_missing`. */
export async function readFileBody(request: Request): Promise<Outcome<Uploaded>> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await readUpload(request, MOST_BYTES + (isForm ? FORM_EXTRA : 0));
  if (bytes === undefined)
    return refuse('file_too_large', 'A list may have at most 20 MB.', 'invalid', { field: 'file' });
  if (bytes === null)
    return refuse('file_cut_off', 'The file ended before its time: send it again.', 'invalid', {
      field: 'file',
    });
  if (!isForm) return ok({ bytes, name: null });
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File))
    return refuse('file_missing', 'Send the list in the field “file”.', 'invalid', { field: 'file' });
  return ok({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name || null });
}
