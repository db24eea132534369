/** Macros are edited and ordered, a letter is written from one and sent, mailed papers become a proof; phone and desk. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/kernel/actor.ts';
import { makeId } from '../../src/kernel/id.ts';
import { receiveMail } from '../../src/modules/messages/actions/receive-mail.ts';
import { sampleMail } from '../../src/modules/messages/testing-mail.ts';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Visit, type Width } from '../browser.ts';
import { must } from '../harness.ts';
import { arrived, sold } from '../journeys/sold.ts';

let app: App;
let chrome: Chrome;
beforeAll(async () => {
  ({ app, chrome } = await startBoth());
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

async function deskAt(width: Width): Promise<Visit> {
  const visit = await chrome.visit(width);
  const help = app.people.find((one) => one.role === 'help_desk');
  await signIn(visit.page, app.url, help?.email ?? '', app.password);
  visit.faults.length = 0;
  return visit;
}

async function receive(name: string, reference: string): Promise<void> {
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
  must(await receiveMail(room, ctx, sampleMail(name, reference), 'imap'));
}

async function lettersOf(caseId: string) {
  const found = await sql<{ subject: string; body_text: string; locale: string }>`
    select subject, body_text, locale from messages where case_id = ${caseId} and event = 'letter' order by created_at`.execute(
    app.program.postgres.db,
  );
  return found.rows;
}

const panel = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

describe.each(Object.keys(WIDTHS) as Width[])('macros at %s width', (width) => {
  it('are made, worded in two languages, tried, ordered and archived', async () => {
    await sql`delete from macros`.execute(app.program.postgres.db);
    await sql`delete from message_templates`.execute(app.program.postgres.db);
    const visit = await deskAt(width);
    const { page } = visit;
    await page.goto(`${app.url}/console/messages?tab=macros`);
    const list = page.getByRole('list', { name: /^Macros, in the order/ });
    await list.getByText('Where is my payout?').waitFor();
    await page.getByLabel('Subject').waitFor();
    await expectSound(visit, `macros-${width}`);

    await page.getByRole('button', { name: 'New macro' }).click();
    await page.getByLabel('Name').fill('Box missing');
    await page.getByLabel('Subject').fill('About {{ reference }}');
    await page.getByLabel('Text', { exact: true }).fill('Hello,\n{{ nobody }}');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Line 2: There is no “nobody”.').waitFor();
    // The refusal was meant. What lies under the bar at the top cannot be pressed there.
    visit.faults.length = 0;
    await page.evaluate('window.scrollTo(0, 0)');
    await expectSound(visit, `macros-new-${width}`);
    await page.getByLabel('Text', { exact: true }).fill('Was there a box, ');
    await page.getByText('Variables').click();
    await page.getByRole('button', { name: 'customer', exact: true }).click();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(
      'Was there a box, {{ customer }}',
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The macro is there.').waitFor();
    await list.getByRole('button', { name: 'Box missing' }).and(page.locator('[aria-current]')).waitFor();

    await page.getByLabel('Language').selectOption('nl');
    await page.getByText('No text in this language (Nederlands) yet.', { exact: false }).waitFor();
    await page.getByLabel('Subject').fill('Over uw doos');
    await page.getByLabel('Text', { exact: true }).fill('Was er een doos bij?');
    await page.getByText('Preview', { exact: true }).click();
    await page.frameLocator('iframe').getByText('Was er een doos bij?').waitFor();
    await page.frameLocator('iframe').getByText('Hallo Noor de Vries,').waitFor();
    await page.screenshot({ path: `test-results/macros-preview-${width}.png`, fullPage: true });
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved.').waitFor();

    for (let at = 0; at < 5; at += 1) {
      await page.getByRole('button', { name: 'Move “Box missing” up' }).click();
      await expect
        .poll(() =>
          list
            .getByRole('listitem')
            .nth(4 - at)
            .textContent(),
        )
        .toContain('Box missing');
    }
    expect(await page.getByRole('button', { name: 'Move “Box missing” up' }).isDisabled()).toBe(true);
    await list.getByRole('button', { name: 'Where is my payout?', exact: true }).click();
    await page.getByRole('switch', { name: 'Offered when writing' }).click();
    await list.getByText('Archived').waitFor();
    await visit.context.close();
  });

  it('begin a letter, which is kept until it is sent, and stands in the thread', async () => {
    const email = `ada${width}@customers.example`;
    const one = await sold(app, ['iphone 13'], { name: 'Ada <b>Jansen</b>', email });
    await sql`truncate inbound_messages`.execute(app.program.postgres.db);
    await receive('apple-photo', one.reference);
    const visit = await deskAt(width);
    const { page } = visit;
    await page.goto(`${app.url}/console/cases/${one.reference}`);
    const thread = panel(page, 'Messages');
    await thread.getByRole('button', { name: 'Write to the customer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(email).waitFor();
    const choose = dialog.getByRole('combobox', { name: 'Start from a macro' });
    await choose.click();
    await page.keyboard.type('box');
    await page.getByRole('option', { name: 'Box missing' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.getByLabel('Subject').inputValue()).toBe(`About ${one.reference}`);
    await page.evaluate('window.scrollTo(0, 0)');
    await expectSound(visit, `letter-${width}`);
    const text = dialog.getByLabel('Text', { exact: true });
    await text.fill(`${await text.inputValue()}\n\nTell us <i>soon</i>.`);
    const chooseMacro = async (name: string) => {
      await choose.click();
      await choose.fill(name);
      await page.getByRole('option', { name, exact: true }).click();
    };
    await chooseMacro('Sorry for the delay');
    await expect.poll(() => text.inputValue()).toMatch(/^We are sorry/);
    await dialog.getByLabel('Language').selectOption('nl');
    await expect.poll(() => text.inputValue()).toMatch(/^Het spijt ons/);
    await dialog.getByRole('button', { name: 'Bring back what I wrote' }).click();
    await expect.poll(() => text.inputValue()).toContain('Tell us <i>soon</i>.');
    await dialog.getByLabel('Language').selectOption('en');
    expect(await text.inputValue()).toContain('Tell us <i>soon</i>.');
    await dialog.getByText('Preview', { exact: true }).click();
    await dialog.frameLocator('iframe').getByText('Tell us <i>soon</i>.').waitFor();
    await page.screenshot({ path: `test-results/letter-preview-${width}.png` });

    await page.keyboard.press('Escape');
    await thread.getByText('Your draft is kept.').waitFor();
    await page.reload();
    await thread.getByRole('button', { name: 'Go on writing' }).click();
    expect(await text.inputValue()).toContain('Tell us <i>soon</i>.');
    await dialog.getByLabel('Subject').fill('x'.repeat(151));
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog.getByText('The subject may have at most 150 characters; it has 151.').waitFor();
    visit.faults.length = 0;
    await dialog.getByLabel('Subject').fill('About your box');
    await page.keyboard.press('Enter');
    expect(await lettersOf(one.caseId)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Your letter is on its way.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await thread.getByRole('button', { name: 'About your box' }).waitFor();
    await app.settle();
    await page.reload();
    await thread.getByRole('button', { name: `About your box [${one.reference}]` }).waitFor();
    const by = app.people.find((person) => person.role === 'help_desk')?.name ?? '';
    await thread.getByText(`by ${by}`).waitFor();
    await page.evaluate('window.scrollTo(0, 0)');
    await expectSound(visit, `letter-thread-${width}`);
    const [letter] = await lettersOf(one.caseId);
    expect(letter?.body_text).toContain('Tell us <i>soon</i>.');
    expect(await lettersOf(one.caseId)).toHaveLength(1);

    await thread.getByRole('button', { name: 'Reply' }).first().click();
    await expect.poll(() => dialog.getByLabel('Subject').inputValue()).toMatch(/^Re: /);
    await dialog.getByText('You answer').waitFor();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await thread.getByRole('button', { name: 'Write to the customer' }).waitFor();
    await thread.getByText('New', { exact: true }).waitFor();
    await thread.getByRole('button', { name: 'Reply' }).click();
    await dialog.getByLabel('Text', { exact: true }).fill('Thank you!');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await thread.getByRole('button', { name: /^Re: / }).waitFor();
    await thread.getByText('New', { exact: true }).waitFor({ state: 'hidden' });
    await visit.context.close();
  });

  it('mailed papers are used as the proof a hold waits for', async () => {
    const one = await sold(app, ['iphone 13'], { name: 'Bo Visser', email: `bo${width}@customers.example` });
    await arrived(app, one);
    const desk = await app.as('help_desk');
    const opened = await desk.call('POST', `/api/items/${one.items[0]?.id}/holds`, {
      reason: 'proof_of_purchase',
      note: 'Looks new',
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    await sql`truncate inbound_messages`.execute(app.program.postgres.db);
    await receive('apple-photo', one.reference);
    const visit = await deskAt(width);
    const { page } = visit;
    await page.goto(`${app.url}/console/messages?tab=incoming&state=all`);
    await page.getByRole('button', { name: 'Use as proof' }).waitFor();
    await expectSound(visit, `proof-incoming-${width}`);
    await page.goto(`${app.url}/console/cases/${one.reference}`);
    await panel(page, 'Messages').getByRole('button', { name: 'Use as proof' }).click();
    await page.getByText('Filed as proof of purchase.', { exact: false }).waitFor();
    const saved = await desk.call<{ items: { holds: { step: string }[] }[] }>(
      'GET',
      `/api/cases/${one.caseId}`,
    );
    expect(saved.body.items[0]?.holds[0]?.step).toBe('answered');
    const filed = await sql<{ purpose: string }>`
      select purpose from files where case_id = ${one.caseId} and item_id = ${one.items[0]?.id}`.execute(
      app.program.postgres.db,
    );
    expect(filed.rows.map((file) => file.purpose)).toContain('proof');
    await page.evaluate('window.scrollTo(0, 0)');
    await expectSound(visit, `proof-used-${width}`);
    await visit.context.close();
  });
});
