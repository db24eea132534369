/** A visitor sells two phones through the widget on a phone's screen; the shop carries them to Completed in the console. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moneyFaults } from '../../src/modules/money/doctor.ts';
import { caseFaults } from '../../src/modules/cases/doctor.ts';
import type { App } from '../app.ts';
import { picture, staffAt, startBoth, type Chrome, type Visit } from '../browser.ts';
import { mailedLink } from '../screens/offer.ts';
import { inspectAndPass } from './bench.ts';

let app: App;
let chrome: Chrome;
let seller: Visit;
let reference = '';
let status = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  seller = await chrome.visit('phone');
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

/** From the category to the price, with the search forgiving a slip. */
async function findDevice(typed: string, title: RegExp): Promise<void> {
  const { page } = seller;
  const widget = page.locator('reprise-quote');
  await widget.getByRole('button', { name: 'Phone', exact: true }).click();
  await widget.getByRole('searchbox').fill(typed);
  await widget.getByRole('button', { name: title }).first().click();
  const choice = widget.locator('button.choice').first();
  await widget.getByRole('heading', { name: /^Which|^How is/ }).waitFor();
  if (await widget.getByRole('heading', { name: /^Which/ }).isVisible()) await choice.click();
  await widget.getByRole('heading', { name: /^How is/ }).waitFor();
}

async function answerAll(): Promise<void> {
  const widget = seller.page.locator('reprise-quote');
  await widget.getByRole('button', { name: 'None of these: ask me' }).click();
  for (let n = 1; n < 20; n += 1) {
    await widget
      .getByText(new RegExp(`^Question ${n} of`))
      .or(widget.locator('.price'))
      .waitFor();
    if (await widget.locator('.price').isVisible()) return;
    await widget.locator('button.choice').first().click();
  }
}

describe('two phones by mail', () => {
  it('are quoted and confirmed in the widget', async () => {
    const { page } = seller;
    const widget = page.locator('reprise-quote');
    await page.goto(`${app.url}/shop`);
    await findDevice('iphnoe 13', /^Apple iPhone 13 /);
    await answerAll();
    await widget.getByRole('button', { name: 'Add another device' }).click();
    await findDevice('galaxy s22', /Galaxy S22/);
    await widget.locator('button.choice').first().click();
    await widget.locator('.price').waitFor();
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByRole('heading', { name: 'Your offer' }).waitFor();
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByRole('button', { name: /^By post/ }).click();
    await widget.getByLabel('Name').fill('Noor de Vries');
    await widget.getByLabel('E-mail address').fill('noor@customers.example');
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByLabel('Street and house number').fill('Prinsengracht 1');
    await widget.getByLabel('Postcode').fill('1015 DV');
    await widget.getByLabel('Town or city').fill('Amsterdam');
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByText('Bank transfer').click();
    await widget.getByLabel('IBAN').fill('NL91ABNA0417164301');
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByText('The check digits do not fit', { exact: false }).waitFor();
    expect(await widget.getByLabel('IBAN').getAttribute('aria-invalid')).toBe('true');
    await widget.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 00');
    await widget.getByRole('button', { name: 'Continue' }).click();
    await widget.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await widget.getByText('NL•• 4300', { exact: false }).waitFor();
    await widget.getByRole('button', { name: 'Confirm my offer' }).click();
    reference = (await widget.locator('.ref').innerText()).trim();
    expect(reference).toMatch(/^\w{8,}$/);
    expect(seller.faults).toEqual([]);
  });

  it('the mail leads to the status page and to the kit', async () => {
    const { id } = await app.program.postgres.db
      .selectFrom('cases')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    status = await mailedLink(app, id);
    const { page } = seller;
    await page.goto(status);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: reference }).waitFor();
    const kit = await page.request.get(`${app.url}/my/kit.pdf`);
    expect(kit.headers()['content-type']).toContain('application/pdf');
    expect((await kit.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('the bench receives, identifies, tests and passes them', async () => {
    const bench = await staffAt(chrome, app, 'bench');
    const { page } = bench;
    await page.goto(`${app.url}/console/cases/${reference}`);
    await page.locator('section[id^="item-"]').first().waitFor();
    await picture(page, 'journey-case-active');
    await page.getByRole('button', { name: 'Add a carrier scan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Tracking number/).fill('3SABCD1234567');
    await dialog.getByLabel(/Carrier/).fill('Post');
    await dialog.locator('button[type=submit]').click();
    await page.getByText('Moving').first().waitFor();
    await page.goto(`${app.url}/console/receiving`);
    await page.getByLabel('Code').fill('3sabcd1234567');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('button', { name: 'Receive 2 devices' }).click();
    await page.getByText(`${reference} is received.`).first().waitFor();
    await page.goto(`${app.url}/console/cases/${reference}`);
    await inspectAndPass(page, 0, { wrong: '490154203237517', right: '490154203237518' });
    await inspectAndPass(page, 1, { right: '352099001761481' });
    await page.getByText('Payout processing').first().waitFor();
    expect(bench.faults).toEqual([]);
    await bench.context.close();
  });

  it('finance pays, the board shows Completed, the customer sees it', async () => {
    const finance = await staffAt(chrome, app, 'finance');
    const { page } = finance;
    await page.goto(`${app.url}/console/payouts`);
    await page.getByRole('button', { name: /^Mark as paid/ }).click();
    await page.getByLabel('Transaction id').fill('TX-2026-1');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /is paid$/ })
      .click();
    await page.getByText('Nothing to pay.').waitFor();
    await page.goto(`${app.url}/console/board`);
    await page
      .locator('section, div')
      .filter({ hasText: /Completed/ })
      .locator(`[data-card]`)
      .first()
      .waitFor();
    expect(finance.faults).toEqual([]);
    await seller.page.goto(status);
    await seller.page.getByRole('heading', { name: 'Paid' }).waitFor();
    const { db } = app.program.postgres;
    expect(await moneyFaults(db)).toEqual([]);
    expect(await caseFaults(db)).toEqual([]);
  });
});
