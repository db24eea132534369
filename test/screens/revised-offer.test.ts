/** A revised offer from the bench to the seller's phone: sent in the console, seen and accepted in the portal. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Caller } from '../app.ts';
import { expectSound, staffAt, startBoth, type Chrome } from '../browser.ts';
import { makeOffer, type Offer } from './offer.ts';

type Item = { id: string; number: string; stage: string; status: string; seq: number };
type Case = { id: string; items: Item[] };

let app: App;
let chrome: Chrome;
let bench: Caller;
let offer: Offer;
let item: Item;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  bench = await app.as('owner');
  offer = await makeOffer(app, { name: 'Noor', email: 'noor@customers.example' }, { confirmed: true });
  const before = await bench.call<Case>('GET', `/api/cases/${offer.case_id}`);
  const got = await bench.call<Case>('POST', `/api/cases/${offer.case_id}/receive`, {
    weight_grams: 512,
    items: before.body.items.map((i) => ({ item_id: i.id, outcome: 'ok' })),
  });
  const [first] = got.body.items;
  if (!first) throw new Error('nothing was received');
  item = first;
  const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a8' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'crack.jpg');
  const sent = await fetch(`${app.url}/api/items/${item.id}/photos`, {
    method: 'POST',
    headers: { cookie: bench.cookie, origin: app.url },
    body: form,
  });
  expect(sent.status).toBe(201);
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

describe('a cracked phone', () => {
  it('is offered anew by the bench, side by side with its photo, and accepted on a phone', async () => {
    const desk = await staffAt(chrome, app, 'owner');
    await desk.page.goto(`${app.url}/console/cases/${offer.reference}`);
    await desk.page
      .getByRole('button', { name: /revised? offer|revise/i })
      .first()
      .click();
    const dialog = desk.page.getByRole('dialog');
    await dialog
      .getByLabel(/screen/i)
      .first()
      .selectOption('cracked');
    await dialog.getByRole('table').waitFor();
    await expectSound(desk, 'console-revise-desk');
    await dialog.getByRole('button', { name: 'Send the revised offer' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const phone = await chrome.visit('phone');
    await phone.page.goto(offer.link);
    await phone.page.goto(`${app.url}/my/answer`);
    await phone.page.getByRole('button', { name: /^Accept/ }).waitFor();
    await expectSound(phone, 'portal-my-answer-phone');
    await desk.page.goto(`${app.url}/console/counter/answer/${offer.case_id}`);
    await desk.page.getByRole('button', { name: /^Accept/ }).waitFor();
    await expectSound(desk, 'console-counter-answer-desk');
    await phone.page.getByRole('button', { name: /^Accept/ }).click();
    await phone.page.waitForURL(/\/my\?done=answered/);
    const now = await bench.call<Case>('GET', `/api/cases/${offer.case_id}`);
    expect(now.body.items[0]?.stage).toBe('payout_processing');
  });
});
