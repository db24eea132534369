/** Checking a device at the bench, its page, and the block list: by mouse, by scanner, on a phone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Caller } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Visit, type Width } from '../browser.ts';
import {
  connectProvider,
  deviceOnBench,
  startProvider,
  type FakeProvider,
  type OnBench,
} from '../device-provider.ts';

let app: App;
let chrome: Chrome;
let provider: FakeProvider;
let bench: Caller;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  provider = await startProvider();
  bench = await app.as('bench');
  await connectProvider(await app.as('owner'), provider.url);
});
afterAll(async () => {
  provider?.stop();
  await chrome?.stop();
  await app?.stop();
});

const [A, B] = ['490154203237518', '356938035643809'];

async function ownerAt(width: Width): Promise<Visit> {
  const visit = await chrome.visit(width);
  const owner = app.people.find((one) => one.role === 'owner');
  await signIn(visit.page, app.url, owner?.email ?? '', app.password);
  visit.faults.length = 0;
  return visit;
}

describe('a device at the bench', () => {
  let desk: OnBench;
  it('is scanned with both IMEIs at once, checked, asked about, and found', async () => {
    provider.answer = (response) => response.end('{"status":"STOLEN"}');
    desk = await deviceOnBench(app, bench, 'Erin Vale');
    const visit = await ownerAt('desk');
    const { page } = visit;
    await page.goto(`${app.url}/console/cases/${desk.reference}`);
    const imei = page.getByLabel('IMEI', { exact: true });
    await imei.fill(`${A} ${B}`);
    expect(await page.getByLabel(/^Second IMEI/).inputValue()).toBe(B);
    await imei.press('Enter');
    await page.getByRole('link', { name: 'Whole life of this device' }).waitFor();
    await page.getByText('Both IMEIs are valid.').first().waitFor();
    await page.getByText('Never seen before.').first().waitFor();
    await app.settle();
    await page.locator('[data-check="provider"][data-verdict="hit"]').first().waitFor();
    await expectSound(visit, 'checks-bench-desk');
    provider.answer = (response) => response.end('<html>CLEAN</html>');
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.locator('[data-check="provider"][data-verdict="asked"]').first().waitFor();
    await app.settle();
    await page.locator('[data-check="provider"][data-verdict="unknown"]').first().waitFor();
    await page.getByRole('button', { name: 'Locked', exact: true }).click();
    await page.locator('[data-check="activation_lock"][data-verdict="hit"]').first().waitFor();
    await page.getByRole('button', { name: 'Write down a check made by hand' }).click();
    await page.getByLabel('What came out?').selectOption('Another model');
    await page.getByRole('combobox', { name: 'Which model is it?' }).fill('iPhone 12');
    await page.getByRole('option', { name: /iPhone 12$/ }).click();
    await expectSound(visit, 'checks-by-hand-desk');
    await page.getByRole('button', { name: 'Keep as evidence' }).click();
    await page
      .getByText(/found: Apple iPhone 12\./)
      .first()
      .waitFor();
    await visit.context.close();
  });

  it.each(Object.keys(WIDTHS) as Width[])('has its page and its checks at %s width', async (width) => {
    const visit = await ownerAt(width);
    const { page } = visit;
    await page.goto(`${app.url}/console/cases/${desk.reference}`);
    await page.locator('[data-check="provider"]').first().waitFor();
    await expectSound(visit, `checks-bench-${width}`);
    await page.getByRole('link', { name: 'Whole life of this device' }).click();
    await page.getByRole('heading', { name: 'Every time it was here' }).waitFor();
    await page
      .getByText(A ?? '')
      .first()
      .waitFor();
    await expectSound(visit, `unit-${width}`);
    await visit.context.close();
  });

  it('is opened from search with its whole life', async () => {
    const visit = await ownerAt('desk');
    const { page } = visit;
    await page.getByRole('button', { name: /^Search or scan/ }).click();
    await page.getByPlaceholder('Search or scan …').fill(B ?? '');
    await page.getByText('Whole life of this device').click();
    await page.waitForURL(/\/units\/unt_/);
    await visit.context.close();
  });
});

describe('the block list', () => {
  it('takes a list after a look, is searched, and lets go', async () => {
    const visit = await ownerAt('desk');
    const { page } = visit;
    await page.goto(`${app.url}/console/block-list`);
    await page.getByText('Nothing is on the list.').waitFor();
    await page.getByRole('button', { name: 'Take a list' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'stolen.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`imei;reason\n${A};Stolen in Utrecht\n352099001761482;x\nC02XK1ABJG5H;\n`),
    });
    await page.getByRole('button', { name: 'Look first' }).click();
    await page.getByText('1 new device').waitFor();
    await page.getByText('2 rows cannot be read').first().waitFor();
    await page.waitForTimeout(300);
    await expectSound(visit, 'block-list-import-desk');
    await page.getByRole('button', { name: 'Add 1 device' }).click();
    await page.getByText('Stolen in Utrecht').waitFor();
    await page.getByRole('button', { name: 'Add a device' }).click();
    await page.getByLabel('IMEI or serial number').fill('352099001761482');
    await page.getByRole('dialog').getByLabel('Reason').fill('Fraud');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByText('One digit of this IMEI is wrong', { exact: false }).first().waitFor();
    visit.faults.length = 0;
    await page.getByLabel('IMEI or serial number').fill('352099001761481');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('cell', { name: /^352099001761481/ }).waitFor();
    await page.getByLabel('Number or reason').fill('utrecht');
    await page.getByRole('cell', { name: /^352099001761481/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Take off: ${A}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take off' }).click();
    await page.getByText('Nothing on the list matches').waitFor();
    await visit.context.close();
  });

  it.each(Object.keys(WIDTHS) as Width[])('is sound at %s width', async (width) => {
    const visit = await ownerAt(width);
    await visit.page.goto(`${app.url}/console/block-list`);
    await visit.page.getByText('Fraud').waitFor();
    await expectSound(visit, `block-list-${width}`);
    await visit.context.close();
  });
});
