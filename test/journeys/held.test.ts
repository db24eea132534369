/** An iPhone 16 like new: proof asked, reminded, sent, approved by somebody else, told in the team's chat, paid. And a lock that comes off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import { fakeSlack, type FakeSlack } from '../../src/adapters/chat/testing.ts';
import { DAY } from '../../src/kernel/time.ts';
import type { App } from '../app.ts';
import { expectSound, picture, staffAt, startBoth, type Chrome, type Visit } from '../browser.ts';
import { mailedLink } from '../screens/offer.ts';
import { deviceAt, inspectAndPass } from './bench.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

let app: App;
let chrome: Chrome;
let slack: FakeSlack;
beforeAll(async () => {
  slack = await fakeSlack();
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
  await slack?.stop();
});

/** Counts presses from here on. */
function counting(visit: Visit) {
  let presses = 0;
  return {
    press: async (name: string | RegExp, inDialog = false) => {
      const within = inDialog ? visit.page.getByRole('dialog') : visit.page;
      await within.getByRole('button', { name, exact: true }).first().click();
      presses += 1;
    },
    presses: () => presses,
  };
}

describe('an iPhone 16, like new', () => {
  let one: Sold;
  it('is asked about by a rule the owner tried on the past and saved', async () => {
    const owner = await staffAt(chrome, app, 'owner');
    const { page } = owner;
    await page.goto(`${app.url}/console/settings?tab=ownership`);
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.getByRole('group', { name: /^(Rule without a name|iPhone 16, like new)$/ });
    await rule.getByLabel('Name', { exact: true }).fill('iPhone 16, like new');
    await rule.getByLabel('Declared or found like new').check();
    const models = rule.getByRole('combobox', { name: 'Only these models' });
    await models.fill('iphone 16');
    // The seller's search finds the same model first.
    const found = await app
      .visitor()
      .call<{ items: { brand: string; name: string }[] }>('GET', '/api/catalog/models?q=iphone%2016');
    const [model] = found.body.items;
    await page.getByRole('option', { name: `${model?.brand} ${model?.name}`, exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByText(/^\d+ of \d+ devices would have been held/).waitFor();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 1 is in force.').waitFor();
    await picture(page, 'journey-ownership-rules');
    const api = await app.as('owner');
    const saved = await api.call(
      'PUT',
      '/api/connections/chat',
      { adapter: 'slack', config: { base_url: slack.url }, secrets: { token: 'xoxb-story' } },
      { 'if-match': '"0"' },
    );
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(owner.faults).toEqual([]);
    await owner.context.close();
  });

  it('is held when it arrives, and asked about in two presses', async () => {
    one = await sold(app, ['iphone 16'], { name: 'Noor de Vries', email: 'noor@customers.example' });
    await arrived(app, one);
    expect(await places(app, one)).toEqual(['on_hold/proof_of_purchase']);
    const desk = await staffAt(chrome, app, 'help_desk');
    await desk.page.goto(`${app.url}/console/holds`);
    await desk.page.getByText('Rule: iPhone 16, like new').first().waitFor();
    await expectSound(desk, 'journey-on-hold-queue');
    await desk.page.getByRole('link', { name: new RegExp(one.reference) }).click();
    const count = counting(desk);
    await count.press('Ask for the proof');
    await count.press('Send the letter', true);
    await desk.page
      .getByText(/^Waiting · Asked/)
      .first()
      .waitFor();
    expect(count.presses()).toBe(2);
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });

  it('is reminded of after a week, and the case says so', async () => {
    app.clock.move(7 * DAY + 60_000);
    await app.settle();
    const told = await (
      await app.as('viewer')
    ).call<{ items: { text: string }[] }>('GET', `/api/cases/${one.caseId}/timeline?filter=note`);
    expect(told.body.items.map((entry) => entry.text)).toContainEqual(
      expect.stringMatching(/^Reminder sent \d\d-\d\d-\d{4}$/),
    );
  });

  it('gets its proof from a phone', async () => {
    const seller = await chrome.visit('phone');
    const { page } = seller;
    await page.goto(one.link);
    await page.getByRole('link', { name: 'Send the proof' }).click();
    await page.getByLabel('Invoice').check();
    const invoice = Buffer.from(await photoOf(3, 'fine'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'invoice.jpg', mimeType: 'image/jpeg', buffer: invoice });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Thank you, it has arrived', { exact: false }).waitFor();
    await expectSound(seller, 'journey-proof-sent');
    await seller.context.close();
  });

  it('is approved by somebody else in two presses, and the team’s chat hears of it', async () => {
    const owner = await staffAt(chrome, app, 'owner');
    await owner.page.goto(`${app.url}/console/cases/${one.reference}`);
    await owner.page.getByRole('link', { name: 'Open invoice.jpg' }).waitFor();
    const count = counting(owner);
    await count.press('Approve');
    await count.press('Approve', true);
    await owner.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(count.presses()).toBe(2);
    expect(await places(app, one)).toEqual(['being_inspected/pre_check']);
    await app.settle();
    expect(slack.heard.map((heard) => [heard.form['channel'], heard.form['text']])).toEqual([
      ['#cs-handling', `${one.reference} | ${one.items[0]?.number} | Proof of Purchase approved`],
    ]);
    await owner.context.close();
  });

  it('is tested and paid', async () => {
    const bench = await staffAt(chrome, app, 'bench');
    await bench.page.goto(`${app.url}/console/cases/${one.reference}`);
    await inspectAndPass(bench.page, 0, { right: '490154203237518' });
    await bench.context.close();
    const finance = await staffAt(chrome, app, 'finance');
    await finance.page.goto(`${app.url}/console/payouts`);
    await finance.page.getByRole('button', { name: /^Mark as paid/ }).click();
    await finance.page.getByLabel('Transaction id').fill('TX-16');
    await finance.page
      .getByRole('dialog')
      .getByRole('button', { name: /is paid$/ })
      .click();
    await finance.page.getByText('Nothing to pay.').waitFor();
    expect(await places(app, one)).toEqual(['completed/paid']);
    await finance.context.close();
  });
});

describe('a phone still locked to its owner', () => {
  it('is held at the bench, freed by its owner from afar, looked at again, and goes on', async () => {
    const one = await sold(app, ['iphone 13'], { name: 'Piet Bos', email: 'piet@customers.example' });
    await arrived(app, one);
    const bench = await staffAt(chrome, app, 'bench');
    const { page } = bench;
    await page.goto(`${app.url}/console/cases/${one.reference}`);
    const item = deviceAt(page, 0);
    await item.getByLabel('IMEI', { exact: true }).fill('352099001761481');
    await item.getByRole('button', { name: 'Record' }).click();
    await item.getByRole('button', { name: 'Locked', exact: true }).click();
    await expect.poll(() => places(app, one)).toEqual(['on_hold/activation_lock']);
    await item.getByRole('button', { name: 'Send the unlock steps' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the letter' }).click();
    await page
      .getByText(/^Waiting · Asked/)
      .first()
      .waitFor();

    const seller = await chrome.visit('phone');
    await seller.page.goto(await mailedLink(app, one.caseId));
    await seller.page.getByRole('link', { name: 'Show me how' }).click();
    await expectSound(seller, 'journey-remove-lock');
    await seller.page.getByRole('button', { name: /removed/i }).click();
    await seller.page.getByText('Thank you', { exact: false }).first().waitFor();

    await page.reload();
    // The look itself ends the hold: nobody has to release what nothing keeps any more.
    await item.getByRole('button', { name: 'Not locked', exact: true }).click();
    await expect.poll(() => places(app, one)).toEqual(['being_inspected/pre_check']);
    await item.getByRole('button', { name: 'Pre-check passed' }).click();
    await expect.poll(() => places(app, one)).toEqual(['being_inspected/testing']);
  });
});
