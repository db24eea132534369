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

function personOf(role: App['people'][number]['role']) {
  const found = app.people.find((one) => one.role === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}

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
    // Told beside found, while it is made and afterwards.
    const line = page.locator('[data-check-id="screen"]');
    expect(await line.innerText()).toMatch(/Seller: .*\n*differs/);
    await page.getByRole('group', { name: 'Charger' }).getByRole('button', { name: 'Missing' }).click();
    await page.getByLabel('Version found').selectOption({ index: 1 });
    await page.getByText('Correct an answer by hand').click();
    await page.getByLabel('How is the battery?').selectOption({ index: 2 });
    await expectSound(visit, `inspection-${width}`);
    await page.getByLabel('Remark (optional)').fill('The crack is a hair.');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('1 check failed').first().waitFor();
    const told = page.getByRole('table').filter({ hasText: 'Version found' });
    expect(await told.innerText()).toContain('Cracked');
    await page.getByText('Charger: Missing').waitFor();
    // What was found by hand is what a revised offer begins with.
    const { told: was, found } = (
      await bench.call<{
        told: { variant_id: string; answers: Record<string, string> };
        found: { variant_id: string; answers: Record<string, string> };
      }>('GET', `/api/items/${desk.itemId}/revision-draft`)
    ).body;
    expect(found.variant_id).not.toBe(was.variant_id);
    const other = Object.keys(was.answers).filter((one) => found.answers[one] !== was.answers[one]);
    expect(other.toSorted()).toEqual(['battery', 'screen']);
    await expectSound(visit, `inspected-${width}`);
    await page.getByRole('button', { name: 'Inspect again' }).click();
    await page.getByText('0 of 13 checked').waitFor();
    await visit.context.close();
  });

  it.each(Object.keys(WIDTHS) as Width[])('is one person’s at a time at %s width', async (width) => {
    const bench = await app.as('bench');
    const desk = await deviceOnBench(app, bench, `Keys ${width}`);
    await bench.call('PUT', `/api/items/${desk.itemId}/identity`, {
      imei: width === 'desk' ? '352099001761481' : '35332410000001',
    });
    await bench.call('POST', `/api/cases/${desk.caseId}/moves`, {
      move: 'pre_check_passed',
      item_ids: [desk.itemId],
    });
    const begun = await bench.call<{ id: string; version: number }>(
      'POST',
      `/api/items/${desk.itemId}/inspection`,
      {},
    );
    expect(begun.status).toBe(200);
    const visit = await chrome.visit(width);
    const { page } = visit;
    await signIn(page, app.url, personOf('counter').email, app.password);
    visit.faults.length = 0;
    await page.goto(`${app.url}/console/cases/${desk.reference}`);
    await page.getByText(`${personOf('bench').name} is testing this device`).waitFor();
    await expectSound(visit, `held-${width}`);
    await page.getByRole('button', { name: 'Take over' }).click();

    // From here on without a mouse: the first check has the focus.
    const check = (at: number) => page.locator('[data-check-id]').nth(at);
    const chosen = (at: number) => check(at).locator('[aria-checked=true]').innerText();
    const key = async (name: string) => {
      await page.keyboard.press(name);
      await page.waitForTimeout(120);
    };
    await check(0).locator(':focus').waitFor();
    for (const name of ['p', 'n', 'f', 'ArrowUp', 'Enter']) await key(name);
    await page.keyboard.type('No SIM tray', { delay: 70 });
    await key('Enter');
    await key('ArrowUp');
    await key('f');
    expect([await chosen(0), await chosen(1), await chosen(2)]).toEqual(['Fail', 'n/a', 'Fail']);
    expect(await check(1).getByRole('textbox').inputValue()).toBe('No SIM tray');
    await page.getByText('Saved', { exact: true }).waitFor();
    await expectSound(visit, `taken-over-${width}`);
    // Completing too early leads to what is missing: first a check, then the grade.
    await key('Control+Enter');
    await check(3).locator(':focus').waitFor();
    for (let left = await page.locator('[data-check-id]').count(); left > 3; left -= 1) await key('p');
    await page.getByText('13 of 13 checked').waitFor();
    await key('Control+Enter');
    await page.locator('[role=radio]:focus', { hasText: /^A · / }).waitFor();

    const refused = await bench.call<{ code: string; detail: string }>(
      'PUT',
      `/api/inspections/${begun.body.id}`,
      { checks: {}, cosmetic_grade: null, functional_grade: null, battery_percent: null, note: null },
      { 'if-match': `"${begun.body.version}"` },
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'inspection_taken' } });
    expect(refused.body.detail).toContain(personOf('counter').name);

    // Taken back meanwhile: the next change is refused, and the page says by whom.
    const back = await bench.call('POST', `/api/inspections/${begun.body.id}/take-over`, {});
    expect(back.status).toBe(200);
    await check(0).getByRole('radio', { name: 'Pass' }).click();
    await page.getByText('Your last change was not saved.').first().waitFor();
    await page.getByText(`${personOf('bench').name} is testing this device`).waitFor();
    expect(await page.getByRole('radio', { name: 'Pass' }).count()).toBe(0);
    expect(visit.faults.splice(0)).toEqual([expect.stringContaining('409')]);
    await visit.context.close();
  });
});
