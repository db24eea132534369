/** Who reads the console in Dutch is told in Dutch what the server refuses: under a field, above a form, beside a step. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { picture, signIn, startBoth, type Chrome } from '../browser.ts';
import { deviceOnBench } from '../device-provider.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

it('tells a Dutch inspector in Dutch what is wrong, and keeps a colleague’s English', async () => {
  const device = await deviceOnBench(app, await app.as('bench'), 'Nora Blum');
  const inspector = app.people.find((one) => one.role === 'bench');
  await app.program.postgres.db
    .updateTable('staff')
    .set({ locale: 'nl' })
    .where('email', '=', inspector?.email ?? '')
    .execute();
  const { page } = await chrome.visit('phone');
  await signIn(page, app.url, inspector?.email ?? '', app.password);
  await page.goto(`${app.url}/console/cases/${device.reference}`);

  const steps = page.getByRole('list', { name: 'Nu niet mogelijk' });
  await steps.getByText('Leg eerst het IMEI of serienummer vast.').first().waitFor();

  await page.getByLabel(/^Serienummer/).fill('X1');
  await page.getByLabel(/^Serienummer/).press('Enter');
  const told = 'Een serienummer heeft 4 tot 40 letters en cijfers.';
  await page.getByRole('alert').getByText(told).waitFor();
  expect(await page.getByText(told).count()).toBe(2);
  expect(await page.getByText('A serial number has').count()).toBe(0);
  await picture(page, 'refusals-phone');

  const other = await chrome.visit('desk');
  const owner = app.people.find((one) => one.role === 'owner');
  await signIn(other.page, app.url, owner?.email ?? '', app.password);
  await other.page.goto(`${app.url}/console/cases/${device.reference}`);
  await other.page.getByLabel(/^Serial number/).fill('X1');
  await other.page.getByLabel(/^Serial number/).press('Enter');
  await other.page.getByRole('alert').getByText('A serial number has 4 to 40 letters and digits.').waitFor();
});
