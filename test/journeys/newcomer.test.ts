/** Somebody who has just started the program for the first time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, startBoth, type Chrome } from '../browser.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth({ seeded: false }));
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe('a newcomer', () => {
  it('comes from the first page to an empty board of their own shop', async () => {
    const visit = await chrome.visit('desk');
    const { page } = visit;
    await page.goto(app.url);
    await expectSound(visit, 'newcomer-first');
    await page.locator('#token').fill(app.program.setupToken ?? '');
    await page.getByRole('button', { name: /^Set up my own shop/ }).click();
    await page.waitForURL(/\/console\/setup/);
    await page.getByLabel('Name of the shop').or(page.getByLabel(/shop/i)).first().fill('Tweede Leven');
    await page.getByLabel(/your name/i).fill('Ada Jansen');
    await page.getByLabel(/e-?mail/i).fill('ada@tweedeleven.example');
    await page.getByLabel(/^password/i).fill('correct horse battery');
    visit.faults.length = 0;
    await expectSound(visit, 'newcomer-setup');
    await page.locator('form button[type=submit]').click();
    await page.waitForURL(/\/console\/board/);
    await page.getByText('Nothing here').first().waitFor();
    visit.faults.length = 0;
    for (const route of ['board', 'table', 'queues', 'payouts', 'customers', 'messages', 'settings']) {
      await page.goto(`${app.url}/console/${route}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForTimeout(300);
      await expectSound(visit, `newcomer-${route}`);
    }
    expect(visit.faults).toEqual([]);
  });
});
