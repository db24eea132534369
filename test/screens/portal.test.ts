/** Every customer page, phone and desk: sound by axe, silent in the console, never wider than the window. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
import { makeOffer } from './offer.ts';

let app: App;
let chrome: Chrome;
let link: string;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  link = (await makeOffer(app, { name: 'Noor de Vries', email: 'noor@customers.example' })).link;
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

const PAGES = {
  first: '/',
  shop: '/shop',
  sell: '/sell',
  'sell-search': '/sell?q=iphnoe%2013',
  'sell-nothing': '/sell?q=zzzzzz',
  'sell-unlisted': '/sell/unlisted',
  'sell-basket-empty': '/sell/basket',
  'my-link': '/my/link',
};
const MINE = [
  '/my',
  '/my/confirm',
  '/my/confirm/contact',
  '/my/confirm/address',
  '/my/confirm/payout',
  '/my/cancel',
];

describe.each(Object.keys(WIDTHS) as Width[])('customer pages at %s width', (width) => {
  it('are sound for anybody', async () => {
    const visit = await chrome.visit(width);
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await visit.page.goto(app.url + path, { waitUntil: 'load' });
      expect(answer?.status(), path).toBe(200);
      await expectSound(visit, `portal-${name}-${width}`);
    }
    await visit.context.close();
  });

  it('are sound on the way to a price', async () => {
    const visit = await chrome.visit(width);
    const { page } = visit;
    await page.goto(`${app.url}/sell?q=iphone 13`);
    await page.locator('#hits .choices a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectSound(visit, `portal-variant-${width}`);
    await page.locator('main .choices a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectSound(visit, `portal-condition-${width}`);
    await page.context().close();
  });

  it('are sound for the customer of an offer', async () => {
    const visit = await chrome.visit(width);
    await visit.page.goto(link);
    for (const path of MINE) {
      await visit.page.goto(app.url + path);
      await expectSound(visit, `portal${path.replaceAll('/', '-')}-${width}`);
    }
    await visit.context.close();
  });
});
