/** Somebody walks in with a phone and leaves with cash, all at the counter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moneyFaults } from '../../src/modules/money/doctor.ts';
import { caseFaults } from '../../src/modules/cases/doctor.ts';
import type { App } from '../app.ts';
import { staffAt, startBoth, type Chrome } from '../browser.ts';
import { inspectAndPass } from './bench.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe('a walk-in', () => {
  it('is quoted, checked in, tested and paid in cash', async () => {
    const counter = await staffAt(chrome, app, 'counter');
    const { page } = counter;
    await page.goto(`${app.url}/console/walk-in`);
    await page.getByLabel('Which device?').fill('pixel 7');
    await page
      .getByRole('button', { name: /Pixel 7 Phone/ })
      .first()
      .click();
    await page.getByRole('group', { name: 'Which one?' }).getByRole('button').first().click();
    await page.getByRole('radiogroup').first().waitFor();
    for (const question of await page.getByRole('radiogroup').all())
      await question.getByRole('radio').first().click();
    await page.getByRole('button', { name: 'On to the customer' }).click();
    await page.getByLabel(/^Name/).fill('Łukasz Nowak');
    await page.getByLabel(/^E-mail/).fill('lukasz@customers.example');
    await page.getByRole('radio', { name: 'Cash' }).click();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText(/is checked in\.$/).waitFor();
    await page.getByRole('link', { name: 'Open the case' }).click();
    await inspectAndPass(page, 0, { right: '356938035643809' });
    await page.goto(`${app.url}/console/payouts`);
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByRole('dialog').getByLabel('Receipt signed by').fill('Łukasz Nowak');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /handed over$/ })
      .click();
    await page.getByText('Nothing to pay.').waitFor();
    const { db } = app.program.postgres;
    const items = await db.selectFrom('items').select(['stage', 'status']).execute();
    expect(items).toEqual([{ stage: 'completed', status: 'paid' }]);
    expect(await moneyFaults(db)).toEqual([]);
    expect(await caseFaults(db)).toEqual([]);
    expect(counter.faults).toEqual([]);
  });
});
