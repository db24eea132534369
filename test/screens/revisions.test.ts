/** Several revised offers of one device: their history on the case page, words under photos, the counter screen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import type { App, Caller } from '../app.ts';
import { expectSound, staffAt, startBoth, WIDTHS, type Chrome, type Visit } from '../browser.ts';
import { findCracked, identify } from '../journeys/bench.ts';
import { makeOffer, type Offer } from './offer.ts';

type Item = { id: string; stage: string; seq: number };
type Draft = {
  seq: number;
  told: { variant_id: string; answers: Record<string, string> };
  photo_ids: string[];
};
type Revision = { id: string; state: string; captions: Record<string, string> };

const CAPTION = 'A crack from the corner to the camera, seen under the lamp of the bench';

let app: App;
let chrome: Chrome;
let owner: Caller;
let desk: Visit;
let offer: Offer;
let itemId = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  owner = await app.as('owner');
  offer = await makeOffer(app, { name: 'Noor', email: 'noor@customers.example' }, { confirmed: true });
  itemId = (await items())[0]?.id ?? '';
  await owner.call('POST', `/api/cases/${offer.case_id}/receive`, {
    items: [{ item_id: itemId, outcome: 'ok' }],
  });
  desk = await staffAt(chrome, app, 'owner');
  await desk.page.goto(`${app.url}/console/cases/${offer.reference}`);
  await identify(desk.page, 0, '352099001761481');
  await findCracked(desk.page, 0, await photoOf(7, 'cracked_screen'));
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function items(): Promise<Item[]> {
  return (await owner.call<{ items: Item[] }>('GET', `/api/cases/${offer.case_id}`)).body.items;
}

async function revisions(): Promise<Revision[]> {
  return (await owner.call<{ items: Revision[] }>('GET', `/api/cases/${offer.case_id}/revisions`)).body.items;
}

/** Sends one more revised offer, at a price of its own. */
async function reviseAgain(minor: number, note: string): Promise<void> {
  app.clock.move(60_000);
  const { body } = await owner.call<Draft>('GET', `/api/items/${itemId}/revision-draft`);
  const sent = await owner.call('POST', `/api/items/${itemId}/revisions`, {
    variant_id: body.told.variant_id,
    answers: { ...body.told.answers, screen: 'cracked' },
    reasons: ['screen_damage', 'battery_worn'],
    photo_ids: body.photo_ids,
    note,
    free_price: { price: { minor, currency: 'EUR' }, reason: 'Seen again' },
    seq: body.seq,
  });
  expect(sent).toMatchObject({ status: 201 });
}

/** The same page on both widths. */
async function soundOnBoth(visit: Visit, name: string): Promise<void> {
  for (const width of ['phone', 'desk'] as const) {
    await visit.page.setViewportSize({ width: WIDTHS[width], height: width === 'phone' ? 780 : 860 });
    await expectSound(visit, `${name}-${width}`);
  }
}

describe('revising an offer', () => {
  it('words are written under a photo, and the seller reads them', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Revise the offer' }).click();
    const form = page.getByRole('dialog').first();
    await form.getByText('Add photos', { exact: true }).first().click();
    await form.getByRole('button', { name: /Caption of photo 1$/ }).click();
    const field = page.getByLabel('Caption', { exact: true });
    await field.fill(CAPTION);
    await field.press('ArrowLeft');
    expect(await field.inputValue()).toBe(CAPTION);
    await expectSound(desk, 'console-caption-desk');
    await field.press('Enter');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await revisions()).toEqual([]);
    expect(desk.faults).toEqual([]);
    await page.getByRole('dialog').last().getByRole('button', { name: 'Close' }).click();
    await form.getByText(CAPTION).first().waitFor();
    await form.getByRole('table').waitFor();
    await soundOnBoth(desk, 'console-revise-form');
    await form.getByRole('button', { name: 'Send the revised offer' }).click();
    await form.waitFor({ state: 'hidden' });
    expect(Object.values((await revisions())[0]?.captions ?? {})).toEqual([CAPTION]);

    const seller = await chrome.visit('phone');
    await seller.page.goto(offer.link);
    await seller.page.goto(`${app.url}/my/answer`);
    await seller.page.getByText(CAPTION).waitFor();
    await expectSound(seller, 'portal-caption-phone');
    await seller.context.close();
  });
});

describe('several revisions in a row', () => {
  it('stay linked on the case page: the newest on top, those in between folded away', async () => {
    await reviseAgain(7_000, 'The battery is worn too.');
    await reviseAgain(6_500, 'It also heats up.');
    await reviseAgain(6_000, 'Water has been inside.');
    const { page } = desk;
    await page.goto(`${app.url}/console/cases/${offer.reference}`);
    const offers = page.getByRole('list', { name: 'Offers' });
    await offers.getByText('Water has been inside.').waitFor();
    const tops = await offers
      .locator('> li')
      .evaluateAll((rows) =>
        rows.map(
          (row) => /^(Revised offer \d|\d offers in between|First offer)/.exec(row.textContent ?? '')?.[1],
        ),
      );
    expect(tops).toEqual(['Revised offer 4', '2 offers in between', 'Revised offer 1', 'First offer']);
    expect(await offers.getByText('It also heats up.').isVisible()).toBe(false);
    await soundOnBoth(desk, 'console-offer-history');
    await offers.getByText('2 offers in between').click();
    await offers.getByText('Revised offer 3').click();
    await offers.getByText('It also heats up.').waitFor();
    expect(await offers.getByText('Replaced').count()).toBe(3);
    await soundOnBoth(desk, 'console-offer-history-open');
  });
});

describe('the counter screen', () => {
  it('lets the seller ask for a second inspection; what was found is hidden from then on', async () => {
    const { page } = desk;
    await page.goto(`${app.url}/console/counter/answer/${offer.case_id}`);
    await page.getByRole('button', { name: /^Accept/ }).waitFor();
    await soundOnBoth(desk, 'console-counter-answer');
    // Whoever holds the screen reaches nothing of the console.
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.locator('#root :focus').count()).toBe(0);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.waitForTimeout(200);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.url()).toContain('/console/counter/answer/');
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByRole('alertdialog').waitFor();
    await soundOnBoth(desk, 'console-counter-sure');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: /inspect it again/i }).click();
    const go = page.getByRole('button', { name: 'Inspect it again' });
    expect(await go.isDisabled()).toBe(true);
    await page.getByLabel('What do you see differently?').fill('That scratch was made by your bench.');
    await soundOnBoth(desk, 'console-counter-dispute');
    await go.click();
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    await soundOnBoth(desk, 'console-counter-thanks');
    expect(await items()).toMatchObject([{ stage: 'being_inspected' }]);
    expect(await revisions()).toEqual([]);
    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByText('Second inspection').first().waitFor();
    expect(await page.getByRole('list', { name: 'Offers' }).count()).toBe(0);
  });
});
