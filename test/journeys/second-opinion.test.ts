/** The seller doubts the finding: somebody else inspects the device afresh, blind; then both results lie side by side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import type { App, Caller } from '../app.ts';
import { expectSound, staffAt, startBoth, type Chrome } from '../browser.ts';
import { deviceAt, findCracked, identify, revise } from './bench.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

type Opinions = {
  items: { hidden: boolean; inspection: { kind: string; cosmetic_grade: string | null } | null }[];
  dispute: { outcome: string | null; reason: string } | null;
};

let app: App;
let chrome: Chrome;
let one: Sold;
let item = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function opinions(who: Caller): Promise<Opinions> {
  return (await who.call<Opinions>('GET', `/api/items/${item}/inspections`)).body;
}

describe('a second inspection', () => {
  it('is asked for on the seller’s page', async () => {
    one = await sold(app, ['iphone 13'], { name: 'Noor de Vries', email: 'noor@customers.example' });
    item = one.items[0]?.id ?? '';
    await arrived(app, one);
    const bench = await staffAt(chrome, app, 'bench');
    await bench.page.goto(`${app.url}/console/cases/${one.reference}`);
    await identify(bench.page, 0, '352099001761481');
    await findCracked(bench.page, 0, await photoOf(5, 'cracked_screen'));
    await revise(bench.page, 0);
    await bench.context.close();

    const seller = await chrome.visit('phone');
    const { page } = seller;
    await page.goto(one.link);
    await page.goto(`${app.url}/my/answer`);
    await page.getByText('I see it differently: inspect it again').click();
    await page
      .getByLabel('What do you see differently?')
      .fill('It was whole when I packed it; that is a hair.');
    await page.getByRole('button', { name: 'Inspect it again' }).click();
    await expect.poll(() => places(app, one)).toEqual(['being_inspected/testing']);
    expect(seller.faults).toEqual([]);
    await seller.context.close();
  });

  it('shows nobody what the first one found, and is not for whoever made it', async () => {
    const bench = await app.as('bench');
    const seen = await opinions(bench);
    expect(seen.items).toMatchObject([{ hidden: true, inspection: null }]);
    const page = JSON.stringify((await bench.call('GET', `/api/cases/${one.caseId}`)).body);
    expect(page).not.toContain('screen_damage');
    expect(page).not.toContain('"revision"');
    expect((await bench.call<{ items: object[] }>('GET', `/api/items/${item}/photos`)).body.items).toEqual(
      [],
    );
    const photo = await app.program.postgres.pool.query<{ id: string }>('select id from files');
    const hidden = await bench.call<{ code: string }>('GET', `/api/files/${photo.rows[0]?.id}`);
    expect(hidden).toMatchObject({ status: 403, body: { code: 'photo_hidden' } });
    const again = await bench.call<{ code: string }>('POST', `/api/items/${item}/inspection`, {});
    expect(again).toMatchObject({ status: 403, body: { code: 'same_inspector' } });
  });

  it('is made afresh by somebody else, who finds no crack', async () => {
    const counter = await staffAt(chrome, app, 'counter');
    const { page } = counter;
    await page.goto(`${app.url}/console/cases/${one.reference}`);
    const device = deviceAt(page, 0);
    await device.getByRole('button', { name: 'Start the inspection' }).click();
    await device.getByRole('button', { name: 'Pass the rest' }).click();
    await device.getByRole('radio', { name: 'A · like new' }).click();
    await device.getByRole('radio', { name: 'Works', exact: true }).click();
    await device.getByRole('button', { name: 'Complete', exact: true }).click();
    await device.getByText('All checks passed').first().waitFor();
    const both = await opinions(await app.as('bench'));
    expect(both.items.map((one) => [one.inspection?.kind, one.inspection?.cosmetic_grade])).toEqual([
      ['first', 'D'],
      ['second', 'A'],
    ]);
    const beside = device.locator('[data-side-by-side]');
    await beside.getByText('They differ in').waitFor();
    const differing = beside.locator('tr[data-differs]');
    expect(await differing.filter({ hasText: 'Screen' }).innerText()).toMatch(/Fail[\s\S]*Pass/);
    expect(await differing.filter({ hasText: 'Cosmetic grade' }).count()).toBe(1);
    expect(await device.getByRole('button', { name: 'Inspect again' }).count()).toBe(0);
    await expectSound(counter, 'second-opinion-desk');
    await page.setViewportSize({ width: 360, height: 780 });
    await expectSound(counter, 'second-opinion-phone');
    await page.setViewportSize({ width: 1280, height: 860 });
    await device
      .getByRole('button', { name: /^Pass$|^Pass \d|^\d? ?Pass$/ })
      .first()
      .click();
    await expect.poll(() => places(app, one)).toEqual(['payout_processing/ready']);
    expect((await opinions(await app.as('bench'))).dispute).toMatchObject({ outcome: 'changed' });
    const owed = await app.program.postgres.pool.query<{ price: number; quoted: number }>(
      `select i.price_minor as price, (select q.price_minor from quotes q where q.item_id = i.id and q.number = 1) as quoted
         from items i where i.id = $1`,
      [item],
    );
    expect(owed.rows[0]?.price).toBe(owed.rows[0]?.quoted);
    expect(counter.faults).toEqual([]);
  });
});
