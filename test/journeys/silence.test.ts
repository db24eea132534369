/** A revised offer nobody answers: reminders on days 3, 7 and 12, then the device goes back, as the seller was told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoOf } from '../../db/demo/photos.ts';
import { DAY } from '../../src/kernel/time.ts';
import type { App } from '../app.ts';
import { staffAt, startBoth, type Chrome } from '../browser.ts';
import { findCracked, identify, revise } from './bench.ts';
import { arrived, places, sold, type Sold } from './sold.ts';

let app: App;
let chrome: Chrome;
let one: Sold;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

/** Lets the days pass one by one, each with its clocks. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    app.clock.move(DAY);
    await app.settle();
    // A second look on the same day changes nothing.
    await app.settle();
  }
}

async function reminders(): Promise<number> {
  const found = await app.program.postgres.pool.query<{ count: number }>(
    "select count(*)::int as count from messages where case_id = $1 and event = 'revised_offer_reminder'",
    [one.caseId],
  );
  return found.rows[0]?.count ?? 0;
}

describe('a seller who does not answer', () => {
  it('was told beforehand what silence means', async () => {
    one = await sold(app, ['iphone 13'], { name: 'Stille Willem', email: 'stil@customers.example' });
    await arrived(app, one);
    const bench = await staffAt(chrome, app, 'bench');
    await bench.page.goto(`${app.url}/console/cases/${one.reference}`);
    await identify(bench.page, 0, '352099001761481');
    await findCracked(bench.page, 0, await photoOf(11, 'cracked_screen'));
    await revise(bench.page, 0);
    await bench.context.close();
    const seller = await chrome.visit('phone');
    await seller.page.goto(one.link);
    await seller.page.goto(`${app.url}/my/answer`);
    await seller.page.getByText(/If we hear nothing, we send it back to you/).waitFor();
    await seller.context.close();
  });

  it('is reminded on days 3, 7 and 12, each once', async () => {
    await days(2);
    expect(await reminders()).toBe(0);
    await days(1);
    expect(await reminders()).toBe(1);
    await days(4);
    expect(await reminders()).toBe(2);
    await days(5);
    expect(await reminders()).toBe(3);
    await days(1);
    expect(await reminders()).toBe(3);
    expect(await places(app, one)).toEqual(['not_as_described/revised_offer']);
  });

  it('gets the device back after 14 days, by the clock’s own hand', async () => {
    await days(1);
    expect(await places(app, one)).toEqual(['on_hold/return']);
    const told = await app.program.postgres.pool.query<{ actor_kind: string; state: string }>(
      `select e.actor_kind, q.state from item_events e join quotes q on q.item_id = e.item_id and q.kind = 'revision'
        where e.case_id = $1 and e.move = 'lapse'`,
      [one.caseId],
    );
    expect(told.rows).toEqual([{ actor_kind: 'clock', state: 'declined' }]);
    const bench = await staffAt(chrome, app, 'bench');
    const { page } = bench;
    await page.goto(`${app.url}/console/queues?queue=send_back`);
    await page.getByText(one.reference, { exact: false }).first().click();
    await page.getByRole('button', { name: 'Hand back' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Carrier/).fill('Post');
    await dialog.getByLabel(/Tracking number/).fill('3SBACK0000002');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await places(app, one)).toEqual(['returned/returned']);
    expect(bench.faults).toEqual([]);
  });
});
