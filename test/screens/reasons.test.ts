/** The reasons a shop holds devices for, phone and desk: read at a glance, renamed, added once, refused at the field. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Visit, type Width } from '../browser.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function openAs(role: 'owner' | 'viewer', width: Width): Promise<Visit> {
  const visit = await chrome.visit(width);
  const person = app.people.find((one) => one.role === role);
  await signIn(visit.page, app.url, person?.email ?? '', app.password);
  visit.faults.length = 0;
  await visit.page.goto(`${app.url}/console/settings?tab=reasons`);
  await visit.page.getByText('Proof of purchase', { exact: true }).waitFor();
  return visit;
}

const LANGUAGES = ['English', 'Nederlands', 'Deutsch', 'Français', 'Español'];

describe.each(Object.keys(WIDTHS) as Width[])('hold reasons at %s width', (width) => {
  it('are changed and added by the owner; a name that is taken is refused at its field', async () => {
    const visit = await openAs('owner', width);
    const { page } = visit;
    const lock = page.getByRole('listitem').filter({ hasText: 'Activation lock' });
    await lock.getByText('Activation lock', { exact: true }).click();
    await lock.getByLabel('Days until it is due').fill(width === 'phone' ? '3' : '4');
    await expectSound(visit, `reasons-${width}`);
    await lock.getByRole('button', { name: 'Save' }).click();
    await lock.getByText(`Days until it is due: ${width === 'phone' ? 3 : 4}`, { exact: false }).waitFor();

    await page.getByRole('button', { name: 'Add a reason' }).click();
    const fresh = page.getByRole('listitem').last();
    await fresh.getByLabel(/^Short name/).fill('legal');
    for (const language of LANGUAGES) await fresh.getByLabel(`Name: ${language}`).fill(`Customs ${width}`);
    await fresh.getByRole('button', { name: 'Save' }).click();
    await fresh.getByText('There is a reason of this name already.').waitFor();
    await fresh.getByLabel(/^Short name/).fill(`customs_${width}`);
    await fresh.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Customs ${width}`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add a reason' }).waitFor();
    await visit.context.close();
  });

  it('can be looked at by somebody who may not change them', async () => {
    const visit = await openAs('viewer', width);
    const { page } = visit;
    await page.getByText('General', { exact: true }).click();
    expect(await page.getByLabel('Name: English').first().isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^(Save|Add)/ }).count()).toBe(0);
    await expectSound(visit, `reasons-viewer-${width}`);
    await visit.context.close();
  });
});
