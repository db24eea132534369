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
