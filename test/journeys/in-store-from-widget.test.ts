/** A visitor chooses a store and a day in the widget, comes in, and leaves with cash. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFaults } from '../../src/modules/cases/doctor.ts';
import { moneyFaults } from '../../src/modules/money/doctor.ts';
import type { App } from '../app.ts';
import { staffAt, startBoth, type Chrome } from '../browser.ts';
import { inspectAndPass } from './bench.ts';

let app: App;
let chrome: Chrome;
let reference = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe('a visit', () => {
  it('is planned in the widget, in four taps to the price', async () => {
    const seller = await chrome.visit('phone');
    const { page } = seller;
    const widget = page.locator('reprise-quote');
    await page.goto(`${app.url}/shop`);
    await widget.getByRole('button', { name: 'Phone', exact: true }).click();
    await widget
      .getByRole('button', { name: /^Apple iPhone 15 / })
      .first()
      .click();
    await widget
      .getByRole('button', { name: /128 GB/ })
      .first()
      .click();
    await widget.getByRole('button', { name: 'Works, looks like new' }).click();
    await widget.locator('.price').waitFor();
    await widget.getByRole('button', { name: 'Continue' }).click();
    const offered = widget.getByRole('heading', { name: 'Your offer' });
    const how = widget.getByRole('button', { name: /^I bring it to a store/ });
    await offered.or(how).first().waitFor();
    if (await offered.isVisible()) await widget.getByRole('button', { name: 'Continue' }).click();
    await how.click();
    await widget.getByRole('button', { name: /Amsterdam Centrum/ }).click();
    await widget.getByRole('heading', { name: 'When are you coming?' }).waitFor();
    await widget.locator('button.choice').first().click();
    await widget.getByLabel('Name').fill('Daan Bakker');
    await widget.getByLabel('E-mail address').fill('daan@customers.example');
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByText('Cash in the store').first().click();
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await widget.getByRole('button', { name: 'Confirm my offer' }).click();
    reference = (await widget.locator('.ref').innerText()).trim();
    expect(seller.faults).toEqual([]);
  });

  it('is checked in, tested and paid in cash', async () => {
    const counter = await staffAt(chrome, app, 'counter');
    const { page } = counter;
    await page.goto(`${app.url}/console/cases/${reference}`);
    await page
      .getByRole('button', { name: /^Check in/ })
      .first()
      .click();
    await page.getByText('Pre-check').first().waitFor();
    await inspectAndPass(page, 0, { right: '356938035643809' });
    await page.goto(`${app.url}/console/payouts`);
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByRole('dialog').getByLabel('Receipt signed by').fill('Daan Bakker');
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
  });
});
