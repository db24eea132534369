/** Mail that came in: one without a case put into it, one set aside, the thread of the case; phone and desk. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/kernel/actor.ts';
import { makeId } from '../../src/kernel/id.ts';
import { receiveMail } from '../../src/modules/messages/actions/receive-mail.ts';
import { sampleMail } from '../../src/modules/messages/testing-mail.ts';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
import { must } from '../harness.ts';
import { makeOffer, type Offer } from './offer.ts';

let app: App;
let chrome: Chrome;
let offer: Offer;
let reference = '';
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  offer = await makeOffer(app, { name: 'Jo Doe', email: 'jo@example.com' }, { confirmed: true });
  const found = await sql<{
    reference: string;
  }>`select reference from cases where id = ${offer.case_id}`.execute(app.program.postgres.db);
  reference = found.rows[0]?.reference ?? '';
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});
beforeEach(async () => {
  const { db } = app.program.postgres;
  await sql`truncate inbound_messages`.execute(db);
  await sql`delete from files`.execute(db);
});

async function receive(...names: string[]): Promise<void> {
  const now = app.clock.now();
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ctx: Ctx = {
    now,
    random,
    requestId: 'test',
    newId: (prefix) => makeId(prefix, now.getTime(), random(10)),
    actor: { kind: 'system' },
  };
  const files = { storage: app.program.storage, keyring: app.program.keyring };
  const room = { postgres: app.program.postgres, files };
  for (const name of names) must(await receiveMail(room, ctx, sampleMail(name, reference), 'imap'));
}

describe.each(Object.keys(WIDTHS) as Width[])('incoming mail at %s width', (width) => {
  it('finds its case by hand, is set aside, and is read in the thread', async () => {
    await receive('unknown-sender', 'windows-1252', 'apple-photo', 'forged-sender', 'html-script');
    const visit = await chrome.visit(width);
    const { page } = visit;
    const owner = app.people.find((one) => one.role === 'owner');
    await signIn(page, app.url, owner?.email ?? '', app.password);
    visit.faults.length = 0;
    await page.goto(`${app.url}/console/messages`);
    await page.getByRole('tab', { name: 'Incoming' }).click();
    const mail = (text: string) => page.getByRole('listitem').filter({ hasText: text });
    await mail('Do you buy cameras?').getByText('camera.jpg').waitFor();
    await expectSound(visit, `incoming-${width}`);

    const camera = mail('Do you buy cameras?');
    await camera.getByLabel('Case reference').fill('V000000000000');
    await page.keyboard.press('Enter');
    await camera.getByText('There is no such case.').waitFor();
    visit.faults.length = 0;
    await camera.getByLabel('Case reference').fill(reference);
    await page.keyboard.press('Enter');
    await page.getByText('The mail is in the case now.').waitFor();
    await mail('Frage zum Preis').getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('Every mail found its case.').waitFor();
    await page.getByLabel('Show').selectOption('all');
    await mail('Photo of the box').waitFor();
    await expectSound(visit, `incoming-all-${width}`);

    await sql`
      update messages set state = 'failed', last_error = '5.1.1 User unknown' where case_id = ${offer.case_id}`.execute(
      app.program.postgres.db,
    );
    await page.goto(`${app.url}/console/cases/${reference}`);
    const thread = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Messages' }) });
    await thread.getByText('Please pay to NL00 EVIL 0000 0000 00 instead.').waitFor();
    expect(await thread.getByText('Another sender').count()).toBe(2);
    expect(await thread.getByText('<script>alert(1)</script> hello').count()).toBe(1);
    const href = await thread.getByRole('link', { name: 'IMG_0042.jpeg' }).getAttribute('href');
    const photo = await page.request.get(app.url + (href ?? ''));
    expect([photo.status(), photo.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    const fresh = await thread.getByText('New', { exact: true }).count();
    await thread.getByRole('button', { name: 'Mark as read' }).first().click();
    await expect.poll(() => thread.getByText('New', { exact: true }).count()).toBe(fresh - 1);
    // What lies under the bar at the top cannot be pressed there.
    await page.evaluate('window.scrollTo(0, 0)');
    await expectSound(visit, `thread-${width}`);
    await thread
      .getByRole('button', { name: /^Send again/ })
      .first()
      .click();
    await page.getByText('It will be sent again.').waitFor();
    await visit.context.close();
  });
});
