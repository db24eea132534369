/** The editor of checklists, phone and desk: edited, tried, refused at its field, published, taken back; kept from others. */
import type { Page } from 'playwright-core';
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

type Present = { version: number; body: { checks: { id: string; label: { en: string } }[] } };

async function present(category: string): Promise<Present> {
  const owner = await app.as('owner');
  return (await owner.call<Present>('GET', `/api/checklists/${category}`)).body;
}

/** Somebody else publishes the list as it stands, without its last check. */
async function shorten(category: string): Promise<void> {
  const owner = await app.as('owner');
  const { body, version } = await present(category);
  const checks = body.checks.slice(0, -1);
  const sent = { body: { ...body, checks }, note: 'Shorter' };
  const said = await owner.call('PUT', `/api/checklists/${category}`, sent, { 'if-match': `"${version}"` });
  expect(said.status, JSON.stringify(said.body)).toBe(200);
}

async function openAs(role: 'owner' | 'viewer', width: Width, category: string): Promise<Visit> {
  const visit = await chrome.visit(width);
  const person = app.people.find((one) => one.role === role);
  await signIn(visit.page, app.url, person?.email ?? '', app.password);
  visit.faults.length = 0;
  await visit.page.goto(`${app.url}/console/settings?tab=checklists&category=${category}`);
  await visit.page.getByRole('button', { name: /^Powers on and starts up/ }).waitFor();
  return visit;
}

const names = (page: Page) => page.locator('ol li button[aria-expanded]').allInnerTexts();
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
/** From the top, where the bar covers nothing: axe measures what is half under it as too small. */
async function sound(visit: Visit, name: string): Promise<void> {
  await visit.page.evaluate('window.scrollTo(0, 0)');
  await expectSound(visit, name);
}

const CATEGORY = { phone: 'phone', desk: 'laptop' } as const;

describe.each(Object.keys(WIDTHS) as Width[])('checklists at %s width', (width) => {
  const category = CATEGORY[width];

  it('are edited, tried, published and taken back', async () => {
    const before = await present(category);
    const visit = await openAs('owner', width, category);
    const { page } = visit;
    await page.getByText('As it came with Reprise').waitFor();
    await sound(visit, `checklists-${width}`);
    const publish = page.getByRole('button', { name: 'Publish', exact: true });
    expect(await publish.isDisabled()).toBe(true);

    // By keyboard: the second check goes up, and the keyboard stays with it.
    const second = page.getByRole('button', { name: /^Signed out of the owner/ });
    await second.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/now 1 of \d+/).waitFor({ state: 'attached' });
    expect((await names(page))[0]).toContain('Signed out');
    expect(await page.evaluate('document.activeElement?.textContent')).toContain('Signed out');
    await page.getByRole('button', { name: /^Move down: Signed out/ }).click();
    expect(await publish.isDisabled()).toBe(true);

    await page.getByRole('button', { name: /^Remove: Buttons/ }).click();
    await page.getByRole('button', { name: 'Put back: Buttons and switches' }).click();
    expect(await publish.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Remove: Buttons/ }).click();

    await page.getByRole('button', { name: 'Add a check' }).click();
    const fresh = row(page, 'No text yet');
    await fresh.getByLabel('If it fails').selectOption('C');
    await fresh.getByLabel('Seller’s question it answers').selectOption('body');
    await publish.click();
    await page.getByText('6 fields need your attention.').waitFor();
    expect(visit.faults.splice(0)).toEqual([expect.stringContaining('422')]);
    expect(await fresh.getByLabel('English').getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement?.labels?.[0]?.textContent')).toBe('English');
    await sound(visit, `checklists-refused-${width}`);
    await fresh.getByLabel('English').fill('Hinge holds');
    const hinge = row(page, 'Hinge holds');
    await hinge.getByRole('button', { name: 'Copy into the empty languages' }).click();
    expect(await hinge.getByLabel('Español').inputValue()).toBe('Hinge holds');
    await hinge.getByLabel('Answer a failure means').selectOption('worn');
    await hinge.getByLabel('Photo').selectOption('on_fail');

    await page.getByRole('checkbox', { name: 'Hinge holds' }).check();
    const found = page.locator('[data-grade="C works"]');
    await found.getByText('Because of: Hinge holds').waitFor();
    await found.getByText(/– Signs of use/).waitFor();
    await found.getByText('Needs a photo: Hinge holds').waitFor();
    await sound(visit, `checklists-tried-${width}`);

    await page.getByLabel('What did you change, and why?').fill('Hinges break often');
    await publish.click();
    await page.getByText('Version 2 is in force.').waitFor();
    await page.getByText('Hinges break often').waitFor();
    const after = await present(category);
    expect(after.version).toBe(2);
    expect(after.body.checks.at(-1)).toMatchObject({
      id: 'hinge_holds',
      axis: 'cosmetic',
      on_fail: { cosmetic: 'C' },
      question: 'body',
      answer_on_fail: 'worn',
      photo: 'on_fail',
    });
    expect(after.body.checks.map((one) => one.id)).not.toContain('buttons');

    await page.getByRole('button', { name: 'Look at version 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('On the list now, but not in this version: Hinge holds').waitFor();
    expect(await dialog.getByText('different now').count()).toBe(0);
    expect(await dialog.getByText('not on the list now').count()).toBe(1);
    await sound(visit, `checklists-version-${width}`);
    await dialog.getByRole('button', { name: 'Take this version' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await publish.click();
    await page.getByText('Version 3 is in force.').waitFor();
    const back = await present(category);
    expect({ ...back, version: 1 }).toEqual(before);
    await page.getByText('Back to version 1').waitFor();
    await visit.context.close();
  });

  it('are not published over somebody else’s unseen, nor lost by leaving', async () => {
    const visit = await openAs('owner', width, 'tablet');
    const { page } = visit;
    const { version, body } = await present('tablet');
    await page.getByRole('button', { name: /^Remove: Touch/ }).click();
    await page.getByLabel('Kind of device').selectOption('watch');
    const leaving = page.getByRole('dialog', { name: 'Leave without publishing?' });
    await leaving.waitFor();
    await sound(visit, `checklists-leaving-${width}`);
    await leaving.getByRole('button', { name: 'Cancel' }).click();
    await leaving.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Kind of device').inputValue()).toBe('tablet');

    await shorten('tablet');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText(`Somebody published version ${version + 1}`, { exact: false }).waitFor();
    expect(visit.faults.splice(0)).toEqual([expect.stringContaining('412')]);
    await sound(visit, `checklists-stale-${width}`);
    await page
      .getByRole('button', { name: `Look at version ${version + 1}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/On the list now, but not in this version/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Publish mine over it' }).click();
    await page.getByText(`Version ${version + 2} is in force.`).waitFor();
    const now = await present('tablet');
    expect(now.body.checks.map((one) => one.id)).toEqual(
      body.checks.map((one) => one.id).filter((id) => id !== 'touch'),
    );
    await page.getByRole('button', { name: /^Remove: Battery/ }).click();
    await shorten('tablet');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    await page.getByText(`Version ${version + 3} ·`, { exact: false }).waitFor();
    expect(visit.faults.splice(0)).toEqual([expect.stringContaining('412')]);
    expect((await names(page)).filter((name) => name.includes('Battery'))).toHaveLength(1);
    // Nothing is left to lose, so nothing asks.
    await page.getByRole('tab', { name: 'Staff' }).click();
    await page
      .getByRole('button', { name: /invite/i })
      .first()
      .waitFor();
    // So that the other width finds the list as this one did.
    const owner = await app.as('owner');
    await owner.call('PUT', '/api/checklists/tablet', { body }, { 'if-match': `"${version + 3}"` });
    await visit.context.close();
  });

  it('are only looked at by those who may not change settings', async () => {
    const visit = await openAs('viewer', width, 'watch');
    const { page } = visit;
    await page.getByText('You can look at the checklists', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^Screen: no cracks/ }).click();
    const screen = row(page, 'Screen: no cracks, spots, lines or burn-in');
    expect(await screen.getByLabel('If it fails').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^(Publish|Add a check|Remove|Move)/ }).count()).toBe(0);
    await page.getByRole('checkbox', { name: /^Back and frame/ }).check();
    await page
      .locator('[data-grade="D works"]')
      .getByText(/– Deep dents/)
      .waitFor();
    await sound(visit, `checklists-read-only-${width}`);
    await visit.context.close();
  });
});
