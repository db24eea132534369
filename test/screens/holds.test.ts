/** The queue of holds and a hold's card: several asked at once, one given to a colleague; phone and desk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
import { arrived, sold, type Sold } from '../journeys/sold.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function held(name: string, reason: string): Promise<Sold> {
  const email = `${name.toLowerCase().replaceAll(/\W/g, '')}@customers.example`;
  const one = await sold(app, ['iphone 13'], { name, email });
  await arrived(app, one);
  const desk = await app.as('help_desk');
  const opened = await desk.call('POST', `/api/items/${one.items[0]?.id}/holds`, {
    reason,
    note: 'Looks new',
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return one;
}

describe.each(Object.keys(WIDTHS) as Width[])('holds at %s width', (width) => {
  it('are chosen and asked about together, by reason, and given to somebody', async () => {
    const proofs = [
      await held(`Ada Jansen ${width}`, 'proof_of_purchase'),
      await held(`Bo Visser ${width}`, 'proof_of_purchase'),
    ];
    const lock = await held(`Cor Smit ${width}`, 'activation_lock');
    const visit = await chrome.visit(width);
    const { page } = visit;
    const help = app.people.find((one) => one.role === 'help_desk');
    await signIn(page, app.url, help?.email ?? '', app.password);
    visit.faults.length = 0;
    await page.goto(`${app.url}/console/holds?needs=to_contact`);
    await page.getByRole('link', { name: new RegExp(lock.reference) }).waitFor();
    await page.getByLabel('Reason').selectOption('proof_of_purchase');
    await page.getByRole('link', { name: new RegExp(lock.reference) }).waitFor({ state: 'hidden' });
    for (const one of proofs) await page.getByLabel(`Choose ${one.items[0]?.number}`).check();
    await expectSound(visit, `holds-queue-${width}`);
    await page.getByRole('button', { name: 'Ask 2' }).click();
    await page.getByRole('dialog').getByText('Ada Jansen', { exact: false }).waitFor();
    await expectSound(visit, `holds-ask-many-${width}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Send the letter' }).click();
    await page.getByText('Asked 2.').waitFor();
    await page.getByRole('button', { name: /^Waiting/ }).click();
    for (const one of proofs) await page.getByRole('link', { name: new RegExp(one.reference) }).waitFor();
    await page.getByText('0 days').first().waitFor();

    await page.goto(`${app.url}/console/cases/${lock.reference}`);
    await page.getByRole('button', { name: 'Send the unlock steps' }).click();
    const ask = page.getByRole('dialog');
    await ask.getByLabel(/Something to add/).fill('Only step three is left.');
    await ask.getByRole('button', { name: 'See the letter' }).click();
    await ask.frameLocator('iframe').getByText('Only step three is left.', { exact: false }).waitFor();
    await page.screenshot({ path: `test-results/holds-letter-${width}.png` });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Owner and date' }).click();
    await page.getByLabel('Assigned to').last().selectOption({ index: 1 });
    await expectSound(visit, `holds-plan-${width}`);
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await page.getByRole('button', { name: 'Owner and date' }).waitFor();
    const desk = await app.as('help_desk');
    const saved = await desk.call<{ items: { holds: { owner_id: string | null }[] }[] }>(
      'GET',
      `/api/cases/${lock.caseId}`,
    );
    expect(saved.body.items[0]?.holds[0]?.owner_id).toBeTruthy();
    await visit.context.close();
  });
});
