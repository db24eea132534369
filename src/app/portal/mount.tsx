/** The customer portal's pages: /sell and /my. Files of theirs lie below /portal. */
import type { Context, Handler, Hono } from 'hono';
import type { Refusal } from '../../kernel/outcome.ts';
import { PRIVATE_HEADERS } from '../../modules/identity/links.ts';
import { loadShop } from '../../modules/identity/shop.ts';
import { aroundPages } from '../../platform/http/pages.ts';
import type { Call } from '../../platform/http/route.ts';
import { refusalOf } from '../../platform/postgres-errors.ts';
import { pageCsp } from '../../platform/http/security.ts';
import type { PagesConfig } from '../pages-config.ts';
import { failedPage, linkProblemPage, notFoundPage } from './error-pages.tsx';
import { FIRST_SCRIPT, PROOF_SCRIPT, SCRIPT, SHOP_STYLE, STYLE } from './look/assets.ts';
import { Mark } from './look/icons.tsx';
import { answerIt, answerPage } from './my/answer.tsx';
import { askPage, sendQuestion } from './my/ask.tsx';
import * as check from './my/check.tsx';
import * as confirm from './my/confirm.tsx';
import { donePage } from './my/done.tsx';
import { ownFile } from './my/file.ts';
import { linkPage, sendLinks } from './my/link.tsx';
import { answerLockAsk, lockPage } from './my/lock.tsx';
import * as payout from './my/payout.tsx';
import { proofPage, sendProof } from './my/proof.tsx';
import { statusPage } from './my/status.tsx';
import * as stop from './my/stop.tsx';
import { saveVisit, visitPage } from './my/visit-day.tsx';
import { addUnlisted, sellPage, unlistedPage } from './sell/browse.tsx';
import { contactPage, makeTheOffer } from './sell/contact.tsx';
import { questionPage, variantsPage } from './sell/device.tsx';
import * as offer from './sell/offer.tsx';
import { changeBasket, pricePage } from './sell/price.tsx';
import { sayIn } from './texts.ts';
import { keepLanguage, localeOf, visitOf, type Visit } from './visit.ts';

type Page = (visit: Visit) => Promise<Response>;
type Pages = Readonly<Record<string, { readonly get?: Page; readonly post?: Page }>>;

/** Pages anybody may open. */
const SELL: Pages = {
  '/sell': { get: sellPage },
  '/sell/unlisted': { get: unlistedPage, post: addUnlisted },
  '/sell/device/:slug': { get: variantsPage },
  '/sell/questions/:variant': { get: questionPage },
  '/sell/price/:variant': { get: pricePage },
  '/sell/basket': { get: offer.basketPage, post: changeBasket },
  '/sell/how': { get: offer.howPage, post: offer.chooseHow },
  '/sell/store': { get: offer.storePage },
  '/sell/day': { get: offer.dayPage, post: offer.chooseDay },
  '/sell/contact': { get: contactPage, post: makeTheOffer },
};

/** Pages of one customer's offer. */
const MY: Pages = {
  '/my': { get: statusPage },
  '/my/done': { get: donePage },
  '/my/confirm': { get: check.checkPage, post: check.confirmIt },
  '/my/confirm/devices': { post: check.changeDevices },
  '/my/confirm/contact': { get: confirm.contactPage, post: confirm.saveContact },
  '/my/confirm/address': { get: confirm.addressPage, post: confirm.saveAddress },
  '/my/confirm/payout': { get: confirm.payoutPage, post: confirm.savePayout },
  '/my/answer': { get: answerPage, post: answerIt },
  '/my/ask': { get: askPage, post: sendQuestion },
  '/my/proof/:hold': { get: proofPage, post: sendProof },
  '/my/lock/:hold': { get: lockPage, post: answerLockAsk },
  '/my/files/:id': { get: ownFile },
  '/my/visit': { get: visitPage, post: saveVisit },
  '/my/cancel': { get: stop.cancelPage, post: stop.cancelIt },
  '/my/withdraw': { get: stop.withdrawPage, post: stop.withdrawIt },
  '/my/payout': { get: payout.payoutPage, post: payout.savePayout },
  '/my/code': { get: payout.codePage, post: payout.sendCode },
  '/my/code/check': { post: payout.checkCode },
  '/my/link': { get: linkPage, post: sendLinks },
  '/my/leave': { post: stop.leave },
};

function handler(page: Page, site: PagesConfig): Handler {
  return async (http) => {
    const visit = await visitOf(http, site);
    if (http.req.method === 'GET') {
      const kept = keepLanguage(http, site.config.baseUrl);
      if (kept) return http.redirect(kept, 303);
    }
    try {
      return await page(visit);
    } catch (error) {
      // A name in the address that no database can hold names nothing.
      if (refusalOf(error)?.kind === 'invalid') return notFoundPage(visit);
      site.deps.log.error({ err: error, request_id: visit.ctx.requestId }, 'a page failed');
      return failedPage(visit);
    }
  };
}

function mountAll(
  app: Hono,
  pages: Pages,
  site: PagesConfig,
  headers: Readonly<Record<string, string>>,
): void {
  for (const [path, { get, post }] of Object.entries(pages)) {
    const around = aroundPages(site.deps, { name: path, indexed: path === '/sell' });
    app.use(path, async (http, next) => {
      await around(http, next);
      for (const [name, value] of Object.entries(headers)) http.res.headers.set(name, value);
    });
    if (get) app.get(path, handler(get, site));
    if (post) app.post(path, handler(post, site));
    // A page that is only posted to, opened by its address, leads back to where its form is.
    if (!get) app.get(path, (http) => http.redirect(path.startsWith('/my') ? '/my' : '/sell', 303));
  }
}

function mountAssets(app: Hono): void {
  const forEver = {
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  };
  for (const asset of [STYLE, SCRIPT, FIRST_SCRIPT, PROOF_SCRIPT, SHOP_STYLE])
    app.get(asset.path, (http) => {
      const takesBrotli = /\bbr\b/.test(http.req.header('accept-encoding') ?? '');
      const headers = { ...forEver, 'content-type': asset.type, vary: 'accept-encoding' };
      return takesBrotli
        ? new Response(new Uint8Array(asset.brotli), { headers: { ...headers, 'content-encoding': 'br' } })
        : new Response(asset.plain, { headers });
    });
  const mark = String(<Mark />).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  app.get(
    '/portal/mark.svg',
    () => new Response(mark, { headers: { ...forEver, 'content-type': 'image/svg+xml' } }),
  );
}

/**
 * Other sites never learn an address of ours. Our own forms must be told apart from theirs by the Origin header,
 * which browsers blank out under `no-referrer`; the link itself (/l/…) keeps that stricter policy.
 */
const TO_NOBODY_ELSE = { 'referrer-policy': 'same-origin' };

/** Mounts the portal. */
export function mountPortal(app: Hono, site: PagesConfig): void {
  mountAssets(app);
  mountAll(app, SELL, site, TO_NOBODY_ELSE);
  mountAll(app, MY, site, { ...PRIVATE_HEADERS, ...TO_NOBODY_ELSE });
  app.use('/sell/*', aroundPages(site.deps, { name: '/sell/*' }));
  app.get(
    '/sell/*',
    handler(async (visit) => notFoundPage(visit), site),
  );
}

/** Why a link does not work, as a page in the reader's language. */
export async function problemPage(refusal: Refusal, call: Call): Promise<Response> {
  const { http, db } = call;
  const shop = await loadShop(db);
  const locale = localeOf(http, shop);
  const page = linkProblemPage({ http, shop, locale, say: sayIn(locale) }, refusal);
  page.headers.set('content-security-policy', pageCsp({ baseUrl: originOf(http) }));
  return page;
}

function originOf(http: Context): string {
  return new URL(http.req.url).origin;
}
