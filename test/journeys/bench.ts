/** What somebody at the bench does on the case page, for stories that need a tested device. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Enters the IMEI (a wrong one first, when given), tests and passes the device at this place of the page. */
export async function inspectAndPass(
  page: Page,
  at: number,
  imei: { wrong?: string; right: string },
): Promise<void> {
  const item = page.locator('section[id^="item-"]').nth(at);
  const field = item.getByLabel('IMEI', { exact: true });
  if (imei.wrong) {
    await field.fill(imei.wrong);
    await item.getByText('one digit is wrong', { exact: false }).waitFor();
    expect(await item.getByRole('button', { name: 'Record' }).isDisabled()).toBe(true);
  }
  await field.fill(imei.right);
  await item.getByRole('button', { name: 'Record' }).click();
  await item.getByRole('button', { name: 'Pre-check passed' }).click();
  await item.getByRole('button', { name: 'Start the inspection' }).click();
  await item.getByRole('button', { name: 'Pass the rest' }).click();
  await item.getByRole('radio', { name: 'A · like new' }).click();
  await item.getByRole('radio', { name: 'Works', exact: true }).click();
  await item.getByRole('button', { name: 'Complete', exact: true }).click();
  await item.getByText('All checks passed').waitFor();
  await item
    .getByRole('button', { name: /^Pass$|^Pass \d|^\d? ?Pass$/ })
    .first()
    .click();
  await item
    .getByText(/Payout processing|Being inspected.*Passed/)
    .first()
    .waitFor();
}

/** The part of the page about the device at this place. */
export function deviceAt(page: Page, at: number) {
  return page.locator('section[id^="item-"]').nth(at);
}

/** Identifies a device and takes it to the test. */
export async function identify(page: Page, at: number, imei: string): Promise<void> {
  const item = deviceAt(page, at);
  await item.getByLabel('IMEI', { exact: true }).fill(imei);
  await item.getByRole('button', { name: 'Record' }).click();
  await item.getByRole('button', { name: 'Pre-check passed' }).click();
  await item.getByRole('button', { name: 'Start the inspection' }).waitFor();
}

/** Tests a device whose screen is broken, with a photo of it, and completes the inspection. */
export async function findCracked(page: Page, at: number, photo: Uint8Array): Promise<void> {
  const item = deviceAt(page, at);
  await item.getByRole('button', { name: 'Start the inspection' }).click();
  const check = item
    .getByRole('listitem')
    .filter({ has: page.getByRole('radiogroup', { name: /^Screen: no cracks/ }) })
    .first();
  await check.getByRole('radio', { name: 'Fail' }).click();
  await check
    .locator('input[type=file][multiple]')
    .setInputFiles({ name: 'crack.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) });
  await check.getByRole('button', { name: 'Open photo 1' }).waitFor();
  await item.getByRole('button', { name: 'Pass the rest' }).click();
  await item.getByRole('radio', { name: /^D · / }).click();
  await item.getByRole('radio', { name: 'Works', exact: true }).click();
  await item.getByRole('button', { name: 'Complete', exact: true }).click();
  await item.getByText('1 check failed').first().waitFor();
}

/** Sends the revised offer: everything is filled from the inspection, so two presses do. */
export async function revise(page: Page, at: number): Promise<void> {
  await deviceAt(page, at).getByRole('button', { name: 'Revise the offer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  await dialog.getByRole('button', { name: 'Send the revised offer' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
