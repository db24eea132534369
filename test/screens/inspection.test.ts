/** Inspecting at the bench: the grade that follows from the checks, and the note another grade needs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
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

describe('an inspection', () => {
  it.each(Object.keys(WIDTHS) as Width[])('suggests its grade at %s width', async (width) => {
    const bench = await app.as('bench');
    const desk = await deviceOnBench(app, bench, `Seller ${width}`);
    const visit = await chrome.visit(width);
    const { page } = visit;
    const owner = app.people.find((one) => one.role === 'owner');
    await signIn(page, app.url, owner?.email ?? '', app.password);
    visit.faults.length = 0;
    await page.goto(`${app.url}/console/cases/${desk.reference}`);
    const imei = page.getByLabel('IMEI', { exact: true });
    await imei.fill(width === 'desk' ? '490154203237518' : '356938035643809');
    await imei.press('Enter');
    await page.getByRole('button', { name: 'Pre-check passed' }).click();
    await page.getByRole('button', { name: 'Start the inspection' }).click();
    await page.getByRole('button', { name: 'Pass the rest' }).click();
    const screen = page.getByRole('radiogroup', { name: /^Screen/ });
    await screen.getByRole('radio', { name: 'Fail' }).click();
    const suggested = page.locator('[data-suggested="D"]');
    await suggested.waitFor();
    expect(await suggested.innerText()).toContain('Screen: no cracks');
    await page
      .getByRole('listitem')
      .filter({ has: screen })
      .first()
      .locator('input[type=file][multiple]')
      .setInputFiles({
        name: 'crack.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(await photoOf(7, 'cracked_screen')),
      });
    await page.getByRole('button', { name: 'Open photo 1' }).waitFor();
    await page.getByRole('radio', { name: /^B/ }).first().click();
    await page.getByRole('radio', { name: 'Works', exact: true }).click();
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page
      .getByText(/why the grade is another/)
      .first()
      .waitFor();
    // The refusal that was provoked is the only thing the browser may complain of.
    expect(visit.faults.splice(0)).toEqual([expect.stringContaining('422')]);
    await expectSound(visit, `inspection-${width}`);
    await visit.context.close();
  });
});
