/** The main screens of the console, phone and desk: sound by axe, silent, never wider than the window. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
import { makeOffer, type Offer } from './offer.ts';

let app: App;
let chrome: Chrome;
let offer: Offer;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  await makeOffer(app, { name: 'Łukasz Nowak', email: 'lukasz@customers.example' });
  offer = await makeOffer(
    app,
    { name: 'Noor de Vries', email: 'noor@customers.example' },
    { confirmed: true },
  );
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

const ROUTES = [
  'board',
  'table',
  'queues',
  'holds',
  'walk-in',
  'receiving',
  'payouts',
  'customers',
  'prices',
  'prices/import',
  'prices/questions',
  'messages',
  'messages?tab=templates',
  'settings',
  'settings?tab=ownership',
  'settings?tab=reasons',
  'profile',
];

describe.each(Object.keys(WIDTHS) as Width[])('the console at %s width', (width) => {
  it('is sound on every screen', async () => {
    const visit = await chrome.visit(width);
    const { page } = visit;
    const owner = app.people.find((p) => p.role === 'owner');
    await page.goto(`${app.url}/console/sign-in`);
    await page.getByRole('button', { name: /^sign in/i }).waitFor();
    // Whether somebody is signed in is asked first: the 401 is the answer, not a fault.
    visit.faults.length = 0;
    await expectSound(visit, `console-sign-in-${width}`);
    await signIn(page, app.url, owner?.email ?? '', app.password);
    visit.faults.length = 0;
    for (const route of [...ROUTES, `cases/${offer.reference}`]) {
      await page.goto(`${app.url}/console/${route}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('load');
      await page.waitForTimeout(350);
      await expectSound(visit, `console-${route.replaceAll(/[/?=]/g, '-').replace(/-V\d+$/, '')}-${width}`);
    }
    await visit.context.close();
  });
});
