/** /my/files/:id: a photo that an offer shows, or what the customer sent us; nothing else of the case. */
import { isShownInOffer, readFileRow } from '../../../modules/cases/store/files.ts';
import { fileResponse } from '../../../modules/cases/http/files.ts';
import { readFileBytes } from '../../../modules/cases/http/stored-files.ts';
import type { Visit } from '../visit.ts';

/** GET /my/files/:id, `?preview=1` for the small one. Whatever is not the customer's to see is not there. */
export async function ownFile(visit: Visit): Promise<Response> {
  const { who, db, http, site } = visit;
  const none = () => http.text(visit.say('page.notFound'), 404);
  if (!who) return none();
  const row = await readFileRow(db, http.req.param('id') ?? '');
  if (!row || row.case_id !== who.caseId) return none();
  const theirs = row.uploaded_by_kind === 'customer' && row.removed_at === null;
  if (!theirs && !(await isShownInOffer(db, row.id))) return none();
  const size = http.req.query('preview') === '1' ? 'preview' : 'full';
  const bytes = await readFileBytes(site, row, size);
  if (!bytes) return none();
  const response = fileResponse(row, bytes, size);
  // What one person was sent is kept by no browser that others share.
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
