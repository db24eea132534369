/** A phone found cracked: a revised offer with its photo, answered in the portal on a phone, paid. Then two, of which one goes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import { caseFaults } from '../../src/modules/cases/doctor.ts';
import { moneyFaults } from '../../src/modules/money/doctor.ts';
import type { App } from '../app.ts';
import { expectSound, staffAt, startBoth, type Chrome } from '../browser.ts';
import { mailedLink } from '../screens/offer.ts';
import { findCracked, identify, revise } from './bench.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

let app: App;
let chrome: Chrome;
let crack: Uint8Array;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  crack = await photoOf(7, 'cracked_screen');
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function pay(one: Sold): Promise<void> {
  const finance = await staffAt(chrome, app, 'finance');
  const { page } = finance;
  await page.goto(`${app.url}/console/payouts`);
  await page.getByRole('button', { name: /^Mark as paid/ }).click();
  await page.getByLabel('Transaction id').fill(`TX-${one.reference}`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /is paid$/ })
    .click();
  await page.getByText('Nothing to pay.').waitFor();
  await finance.context.close();
}

describe('one phone, said to be perfect, found cracked', () => {
  let one: Sold;
  it('is offered anew from the bench, with the photo and the seller’s own answer beside the finding', async () => {
    one = await sold(app, ['iphone 13'], { name: 'Noor de Vries', email: 'noor@customers.example' });
    await arrived(app, one);
    const bench = await staffAt(chrome, app, 'bench');
    const { page } = bench;
    await page.goto(`${app.url}/console/cases/${one.reference}`);
    await identify(page, 0, '490154203237518');
    await findCracked(page, 0, crack);
    await revise(page, 0);
    await page.getByText('Revised offer').first().waitFor();
    expect(bench.faults).toEqual([]);
    await bench.context.close();
    expect(await places(app, one)).toEqual(['not_as_described/revised_offer']);
  });

  it('is accepted on a phone’s screen, two presses from the mail, and paid at the new price', async () => {
    const seller = await chrome.visit('phone');
    const { page } = seller;
    await page.goto(await mailedLink(app, one.caseId));
    await page
      .getByRole('link', { name: /answer/i })
      .first()
      .click();
    await page.getByText('Like new').first().waitFor();
    await page.getByRole('link', { name: /^Photo 1 of/ }).waitFor();
    await expectSound(seller, 'journey-revised-offer-phone');
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.waitForURL(/done=answered/);
    expect(await places(app, one)).toEqual(['payout_processing/ready']);
    await pay(one);
    expect(await places(app, one)).toEqual(['completed/paid']);
    const agreed = await app.program.postgres.pool.query<{ paid: number; revised: number; quoted: number }>(
      `select (select sum(amount_minor) from payouts where case_id = $1 and state = 'paid') as paid,
              (select price_minor from quotes where case_id = $1 and kind = 'revision' and state = 'accepted') as revised,
              (select price_minor from quotes where case_id = $1 and kind = 'quote') as quoted`,
      [one.caseId],
    );
    const [sums] = agreed.rows;
    expect(Number(sums?.paid)).toBe(sums?.revised);
    expect(sums?.revised).toBeLessThan(sums?.quoted ?? 0);
    await seller.context.close();
  });
});

describe('two phones, both found cracked', () => {
  it('one is accepted and paid, the other declined and sent back', async () => {
    const two = await sold(app, ['iphone 13', 'galaxy s22'], {
      name: 'Piet Bos',
      email: 'piet@customers.example',
    });
    await arrived(app, two);
    const bench = await staffAt(chrome, app, 'bench');
    await bench.page.goto(`${app.url}/console/cases/${two.reference}`);
    for (const [at, imei] of ['352099001761481', '356938035643809'].entries()) {
      await identify(bench.page, at, imei);
      await findCracked(bench.page, at, crack);
      await revise(bench.page, at);
    }
    const seller = await chrome.visit('phone');
    await seller.page.goto(await mailedLink(app, two.caseId));
    await seller.page.goto(`${app.url}/my/answer`);
    await seller.page
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    const now = async () => (await places(app, two)).toSorted();
    await expect.poll(now).toEqual(['not_as_described/revised_offer', 'not_as_described/seller_accepted']);
    await seller.page.goto(`${app.url}/my/answer`);
    await seller.page.getByRole('button', { name: 'Decline, send it back' }).click();
    await expect.poll(now).toEqual(['on_hold/return', 'payout_processing/ready']);
    await pay(two);
    await bench.page.goto(`${app.url}/console/cases/${two.reference}`);
    await bench.page.getByRole('button', { name: 'Hand back' }).first().click();
    const dialog = bench.page.getByRole('dialog');
    await dialog.getByLabel(/Carrier/).fill('Post');
    await dialog.getByLabel(/Tracking number/).fill('3SBACK0000001');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await places(app, two)).toSorted()).toEqual(['completed/paid', 'returned/returned']);
    const { db } = app.program.postgres;
    expect(await moneyFaults(db)).toEqual([]);
    expect(await caseFaults(db)).toEqual([]);
  });
});
