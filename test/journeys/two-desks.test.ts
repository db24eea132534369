/** Two people of the staff at once: each sees what the other does, and one press wins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { staffAt, startBoth, type Chrome, type Visit } from '../browser.ts';
import { makeOffer, type Offer } from '../screens/offer.ts';

let app: App;
let chrome: Chrome;
let offer: Offer;
let one: Visit;
let two: Visit;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  offer = await makeOffer(
    app,
    { name: 'Noor de Vries', email: 'noor@customers.example' },
    { confirmed: true },
  );
  one = await staffAt(chrome, app, 'owner');
  two = await staffAt(chrome, app, 'owner');
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe('two desks', () => {
  it('see within about a second what the other does', async () => {
    const path = `${app.url}/console/board`;
    await Promise.all([one.page.goto(path), two.page.goto(path)]);
    await two.page.locator('[data-card]').first().waitFor();
    await two.page.waitForTimeout(500);
    await one.page.goto(`${app.url}/console/cases/${offer.reference}`);
    await one.page.getByRole('button', { name: 'Add a carrier scan' }).click();
    await one.page.getByRole('dialog').getByLabel('Tracking number').fill('3SABCD7654321');
    await one.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const seen = two.page.locator('[data-card]').filter({ hasText: 'Moving' });
    await seen.waitFor({ timeout: 3000 });
    expect(await two.page.locator('[data-card]').count()).toBe(1);
  });

  it('press the same button: one wins, the other is told', async () => {
    const path = `${app.url}/console/cases/${offer.reference}`;
    await Promise.all([one.page.goto(path), two.page.goto(path)]);
    const button = (visit: Visit) => visit.page.getByRole('button', { name: 'Carrier delivered' });
    await Promise.all([button(one).waitFor(), button(two).waitFor()]);
    // The second desk hears nothing of the first: its press goes out with what it last saw.
    await two.page.route('**/api/cases/*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    const answers: number[] = [];
    for (const { page } of [one, two])
      page.on('response', (answer) => {
        if (answer.url().endsWith('/moves')) answers.push(answer.status());
      });
    await Promise.all([button(one).click(), button(two).click()]);
    await expect.poll(() => answers.length, { timeout: 5000 }).toBe(2);
    expect(answers.toSorted((a, b) => a - b)).toEqual([200, 409]);
    const told = (visit: Visit) =>
      visit.page.locator('[aria-live=assertive]').filter({ hasText: /\w/ }).count();
    await expect.poll(async () => (await told(one)) + (await told(two))).toBeGreaterThan(0);
  });
});
