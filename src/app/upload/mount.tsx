/** /u: the page a phone opens from the code on the bench's screen, to take photos of one device. */
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Ctx } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { viewCase } from '../../modules/cases/actions/view.ts';
import { attachFile, openUploadLink, UPLOAD_LINK_MS } from '../../modules/cases/actions/files.ts';
import { lockCase } from '../../modules/cases/actions/move.ts';
import { filesIn, forgetFile, readFileForm, takeFile } from '../../modules/cases/http/stored-files.ts';
import { PICTURE_ACCEPT } from '../../modules/cases/rules/files.ts';
import type { FileRow, UploadLinkRow } from '../../modules/cases/store/files.ts';
import { PRIVATE_HEADERS } from '../../modules/identity/links.ts';
import { readStaff } from '../../modules/identity/store/staff.ts';
import { aroundPages } from '../../platform/http/pages.ts';
import type { PagesConfig } from '../pages-config.ts';
import { formOf, wordsOf } from '../portal/form.ts';
import { asset } from '../portal/look/assets.ts';
import { goTo, Page, show } from '../portal/look/page.tsx';
import { keepSealed, readSealed, type SealedCookie } from '../portal/sealed-cookie.ts';
import { visitOf, type Visit } from '../portal/visit.ts';
import script from './upload.js?raw';

const SCRIPT = asset('upload', 'js', 'text/javascript; charset=utf-8', script);

const COOKIE: SealedCookie<{ token: string; sent: number }> = {
  name: 'reprise_upload',
  path: '/u',
  maxAgeSeconds: UPLOAD_LINK_MS / 1000,
  schema: z.object({ token: z.string().max(100), sent: z.int() }),
};

type Opened = { readonly token: string; readonly sent: number; readonly link: UploadLinkRow };

/** The link this phone has opened, if it still works and whoever made it still works here. */
async function openedBy(visit: Visit, site: PagesConfig): Promise<Opened | null> {
  const kept = readSealed(visit.http, COOKIE, site.keyring);
  if (!kept) return null;
  const link = await openUploadLink(visit.db, kept.token, visit.ctx.now);
  if (!link.ok) return null;
  const maker = await readStaff(visit.db, link.value.made_by);
  return maker && !maker.disabled_at ? { ...kept, link: link.value } : null;
}

function keep(visit: Visit, site: PagesConfig, it: { token: string; sent: number }): void {
  keepSealed(visit.http, COOKIE, it, { keyring: site.keyring, baseUrl: site.config.baseUrl });
}

/** Without a working link: the script hands over the secret of the code; without one it is over. */
function closedPage(visit: Visit, status: 200 | 403): Response {
  const { say } = visit;
  const title = status === 200 ? say('upload.opening') : say('upload.over');
  return show(
    visit,
    <Page visit={visit} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(status === 200 ? 'upload.opening.body' : 'upload.over.body')}</p>
      <form method="post" action="/u/open" class="opening">
        <input type="hidden" name="token" value="" />
        {status === 200 ? (
          <button class="button" type="submit">
            {say('upload.open')}
          </button>
        ) : null}
      </form>
      <script type="module" src={SCRIPT.path}></script>
    </Page>,
    status,
  );
}

async function photosPage(visit: Visit, opened: Opened, fault: string | null): Promise<Response> {
  const { say } = visit;
  const view = await viewCase(visit.db, visit.ctx, opened.link.case_id);
  const item = view.ok ? view.value.items.find((one) => one.item_id === opened.link.item_id) : undefined;
  const title = say('upload.title', { title: item ? `${item.title} · ${item.number}` : '' });
  const words = {
    one: say('upload.sent', { count: 1 }),
    many: say('upload.sent', { count: 2 }).replace('2', '#'),
    sending: say('upload.sending'),
  };
  return show(
    visit,
    <Page visit={visit} title={title} words={words}>
      <h1>{title}</h1>
      <p class="lead">{say('upload.lead')}</p>
      <form method="post" action="/u/photos" enctype="multipart/form-data" class="photos stack">
        <label class="field">
          <span>{say('upload.take')}</span>
          <input type="file" name="file" accept={PICTURE_ACCEPT} multiple />
        </label>
        <p role="status" data-sent={String(opened.sent)}>
          {say('upload.sent', { count: opened.sent })}
        </p>
        <ul class="refused fault">{fault ? <li>{fault}</li> : null}</ul>
        <button class="button" type="submit">
          {say('upload.send')}
        </button>
      </form>
      <script type="module" src={SCRIPT.path}></script>
    </Page>,
    fault ? 400 : 200,
  );
}

async function open(visit: Visit, site: PagesConfig): Promise<Response> {
  const token = (await formOf(visit.http)).text('token');
  const link = await openUploadLink(visit.db, token, visit.ctx.now);
  if (!link.ok) return closedPage(visit, 403);
  keep(visit, site, { token, sent: 0 });
  return goTo(visit, '/u');
}

/** Takes every photo of the form; the first that is refused ends it, those before it are kept. */
async function take(visit: Visit, site: PagesConfig, link: UploadLinkRow): Promise<Outcome<number>> {
  const form = await readFileForm(visit.http.req.raw, 4);
  if (!form.ok) return form;
  const sent = await filesIn(form.value);
  // What the phone sends was taken by whoever showed it the code.
  const actor = { kind: 'staff', id: link.made_by, name: '', permissions: new Set<never>() } as const;
  const ctx: Ctx = { ...visit.ctx, actor };
  for (const file of sent) {
    const stored = await takeFile(site, ctx.random, file, 'photo');
    if (!stored.ok) return stored;
    const attached = await visit.postgres.transact(async (tx): Promise<Outcome<FileRow>> => {
      const locked = await lockCase(tx, link.case_id);
      if (!locked.ok) return locked;
      const about = { caseId: link.case_id, itemId: link.item_id, checkId: link.check_id };
      return await attachFile(tx, ctx, { ...about, stored: stored.value });
    });
    if (!attached.ok) {
      await forgetFile(site, stored.value);
      return attached;
    }
  }
  return { ok: true, value: sent.length };
}

async function photos(visit: Visit, site: PagesConfig): Promise<Response> {
  const opened = await openedBy(visit, site);
  const scripted = visit.http.req.header('accept') === 'application/json';
  if (!opened)
    return scripted ? visit.http.json({ why: visit.say('upload.over') }, 403) : closedPage(visit, 403);
  const taken = await take(visit, site, opened.link);
  const why = taken.ok ? (taken.value === 0 ? visit.say('upload.missing') : null) : wordsOf(taken, visit.say);
  if (taken.ok) keep(visit, site, { token: opened.token, sent: opened.sent + taken.value });
  if (scripted) return visit.http.json(why ? { why } : {}, why ? 422 : 201);
  return why ? await photosPage(visit, opened, why) : goTo(visit, '/u');
}

/** Mounts the page and its two forms. */
export function mountUpload(app: Hono, site: PagesConfig): void {
  const around = aroundPages(site.deps, { name: '/u' });
  for (const path of ['/u', '/u/*'])
    app.use(path, async (http, next) => {
      await around(http, next);
      for (const [name, value] of Object.entries(PRIVATE_HEADERS)) http.res.headers.set(name, value);
      http.res.headers.set('referrer-policy', 'same-origin');
    });
  const page = (run: (visit: Visit) => Promise<Response>) => async (http: Context) =>
    run(await visitOf(http, site));
  app.get(
    '/u',
    page(async (visit) => {
      const opened = await openedBy(visit, site);
      return opened ? await photosPage(visit, opened, null) : closedPage(visit, 200);
    }),
  );
  app.post(
    '/u/open',
    page((visit) => open(visit, site)),
  );
  app.post(
    '/u/photos',
    page((visit) => photos(visit, site)),
  );
  app.get(SCRIPT.path, () => new Response(SCRIPT.plain, { headers: { 'content-type': SCRIPT.type } }));
}
