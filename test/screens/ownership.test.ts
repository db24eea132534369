/** The editor of ownership rules, phone and desk: built, tried unsaved, refused at its field, saved, met stale, taken back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Visit, type Width } from '../browser.ts';
import { sold } from '../journeys/sold.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  await sold(app, ['iphone 13', 'galaxy s22'], { name: 'Ada Jansen', email: 'ada@customers.example' });
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

type Rules = { rules: { id: string; name: string; on: boolean; when: Record<string, unknown> }[] };
type Present = { version: number; body: Rules };

async function present(): Promise<Present> {
  const owner = await app.as('owner');
  return (await owner.call<Present>('GET', '/api/ownership-rules')).body;
}

async function save(rules: Rules['rules']): Promise<void> {
  const owner = await app.as('owner');
  const { version } = await present();
  const said = await owner.call('PUT', '/api/ownership-rules', { rules }, { 'if-match': `"${version}"` });
  expect(said.status, JSON.stringify(said.body)).toBe(200);
}

const FIRST: Rules['rules'] = [
  { id: 'recent', name: 'Recent, like new', on: true, when: { released_within_months: 18, like_new: true } },
  { id: 'dear', name: 'High value', on: false, when: { above_minor: 60_000 } },
];

async function openAs(role: 'owner' | 'viewer', width: Width): Promise<Visit> {
  const visit = await chrome.visit(width);
  const person = app.people.find((one) => one.role === role);
  await signIn(visit.page, app.url, person?.email ?? '', app.password);
  visit.faults.length = 0;
  await visit.page.goto(`${app.url}/console/settings?tab=ownership`);
  await visit.page.getByText('Recent, like new', { exact: true }).first().waitFor();
  return visit;
}

const names = (page: Page) =>
  page.locator('ol li button[aria-expanded] > span > span:first-child').allInnerTexts();
/** From the top, where the bar covers nothing: axe measures what is half under it as too small. */
async function sound(visit: Visit, name: string): Promise<void> {
  await visit.page.evaluate('window.scrollTo(0, 0)');
  await expectSound(visit, name);
}

describe.each(Object.keys(WIDTHS) as Width[])('ownership rules at %s width', (width) => {
  it('are built of models, brands, names and answers, tried before they are saved, and keep their names', async () => {
    await save(FIRST);
    const before = await present();
    const visit = await openAs('owner', width);
    const { page } = visit;
    await sound(visit, `ownership-${width}`);

    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.getByRole('group', { name: 'Rule without a name' });
    expect(await page.evaluate('document.activeElement?.closest("[role=group]") !== null')).toBe(true);
    await rule.getByLabel('Name', { exact: true }).fill('Our stolen list');
    const group = page.getByRole('group', { name: 'Our stolen list' });
    await group.getByLabel('Only these models').fill('iphone 13');
    await page.getByRole('option', { name: 'Apple iPhone 13', exact: true }).click();
    await page.keyboard.press('Escape');
    await group.getByLabel('Only these brands').fill('app');
    await page.getByRole('option', { name: 'Apple', exact: true }).click();
    await page.keyboard.press('Escape');
    await group.getByLabel('Name of the model has in it').fill('IPHONE');
    await group.getByLabel('Question to the seller').selectOption({ index: 1 });
    await group
      .getByRole('group', { name: /^Answered:/ })
      .getByRole('checkbox')
      .first()
      .check();
    await sound(visit, `ownership-rule-${width}`);

    // Tried as it stands on the screen: nothing was saved.
    await page.getByRole('button', { name: 'Try on the past' }).click();
    await page.getByText(/^As tried: \d+ of \d+ devices\.$/).waitFor();
    await page
      .getByRole('region', { name: /^Examples/ })
      .getByRole('link')
      .first()
      .waitFor();
    await sound(visit, `ownership-tried-${width}`);
    expect(await present()).toEqual(before);
    const link = page
      .getByRole('region', { name: /^Examples/ })
      .getByRole('link')
      .first();
    expect(await link.getAttribute('href')).toMatch(/\/console\/cases\/\S+/);

    await page.getByRole('button', { name: 'Move up: Our stolen list' }).click();
    await page.getByText('Our stolen list: now 2 of 3').waitFor({ state: 'attached' });
    await page.getByText('You changed the rules since').waitFor();
    await page.getByRole('button', { name: 'Remove: High value' }).click();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText(`Version ${before.version + 1} is in force.`).waitFor();
    expect((await present()).body.rules.map((one) => one.name)).toEqual([
      'Recent, like new',
      'Our stolen list',
    ]);
    expect((await present()).body.rules[1]?.when).toMatchObject({
      brands: ['Apple'],
      name_contains: 'IPHONE',
    });

    await page.reload();
    await page.getByText('Model: Apple iPhone 13', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: /^Our stolen list/ }).click();
    await page.getByRole('group', { name: 'Our stolen list' }).getByText('Apple iPhone 13').first().waitFor();
    expect(await page.getByText(/mdl_/).count()).toBe(0);
    expect(visit.faults).toEqual([]);
    await visit.context.close();
  });

  it('say at the field what is wrong, and keep what was typed', async () => {
    await save(FIRST);
    const visit = await openAs('owner', width);
    const { page } = visit;
    const dear = page.getByRole('button', { name: /^High value/ });
    await dear.click();
    const group = page.getByRole('group', { name: 'High value' });
    await group.getByLabel('Price above (EUR)').fill('a lot');
    await group.getByText('Write an amount, such as 600 or 599.50.').waitFor();
    expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true);
    await group.getByLabel('Price above (EUR)').fill('');
    await dear.click();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await group.getByText('Choose at least one condition', { exact: false }).waitFor();
    await group.getByLabel('Price above (EUR)').fill('599,50');
    await group.getByLabel('Question to the seller').selectOption({ index: 1 });
    visit.faults.length = 0;
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await group.getByText('Choose at least one answer, or leave the question out.').waitFor();
    visit.faults.length = 0;
    await sound(visit, `ownership-fault-${width}`);
    await group.getByRole('button', { name: /^Leave out:/ }).click();
    await page.getByRole('button', { name: 'Discard my changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard my changes' }).click();
    await page.getByRole('button', { name: 'Save as a new version' }).waitFor({ state: 'hidden' });
    await visit.context.close();
  });

  it('are never saved over somebody else’s in silence; an earlier version comes back as a new one', async () => {
    await save(FIRST);
    const first = (await present()).version;
    const visit = await openAs('owner', width);
    const { page } = visit;
    await page.getByRole('button', { name: 'Remove: High value' }).click();
    await save(FIRST.slice(0, 1).map((rule) => ({ ...rule, name: 'Recent, like new', on: false })));
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page
      .getByText(`Somebody saved version ${first + 1} while you were editing.`, { exact: false })
      .waitFor();
    visit.faults.length = 0;
    await sound(visit, `ownership-stale-${width}`);
    expect(await names(page)).toEqual(['Recent, like new']);
    expect(await page.getByRole('button', { name: 'Save as a new version' }).count()).toBe(0);
    await page
      .getByRole('alert')
      .getByRole('button', { name: `Look at version ${first + 1}` })
      .click();
    await page.getByRole('dialog').getByText('Recent, like new').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    await page.getByText(`Version ${first + 1} · 1 rule`).waitFor();

    await page.getByRole('button', { name: `Look at version ${first}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('High value').waitFor();
    await sound(visit, `ownership-version-${width}`);
    await dialog.getByRole('button', { name: 'Use this version again' }).click();
    await page.getByRole('button', { name: /^High value/ }).waitFor();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText(`Version ${first + 2} is in force.`).waitFor();
    expect((await present()).body.rules).toEqual(FIRST);
    await visit.context.close();
  });

  it('can be looked at and tried by somebody who may not change them', async () => {
    await save(FIRST);
    const visit = await openAs('viewer', width);
    const { page } = visit;
    await page.getByText('changing them needs the permission', { exact: false }).waitFor();
    await page.getByText('Price above €600.00').waitFor();
    expect(await page.getByRole('button', { name: /^(Add a rule|Save as|Remove|Move)/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByText(/of \d+ devices would have been held/).waitFor();
    await sound(visit, `ownership-viewer-${width}`);
    await page
      .getByRole('button', { name: /^Look at version/ })
      .first()
      .click();
    expect(await page.getByRole('button', { name: 'Use this version again' }).count()).toBe(0);
    await visit.context.close();
  });
});
