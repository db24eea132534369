/** Connecting the team's chat in the settings, and reading what was said there; phone and desk. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { expectSound, signIn, startBoth, WIDTHS, type Chrome, type Width } from '../browser.ts';
import { fakeSlack, type FakeSlack } from '../../src/adapters/chat/testing.ts';

let app: App;
let chrome: Chrome;
let slack: FakeSlack;
beforeAll(async () => {
  [{ app, chrome }, slack] = await Promise.all([startBoth(), fakeSlack()]);
});
afterAll(async () => {
  await chrome?.stop();
  await slack?.stop();
  await app?.stop();
});

const LINES = [
  ['sent', 'RP-1 | RP-1-1 | Proof of Purchase approved', null],
  ['failed', 'RP-2 | RP-2-1 | Proof of Purchase approved', 'channel_not_found: Slack knows no such channel.'],
  ['unknown', 'RP-3 | RP-3-1 | Proof of Purchase approved', 'The line broke.'],
] as const;

async function someLines(): Promise<void> {
  const { db } = app.program.postgres;
  for (const [n, [state, text, error]] of LINES.entries())
    await sql`
      insert into chat_messages (id, event, channel, text, state, last_error, dedupe_key, created_at)
      values (${`cht_${n}`}, 'ownership_approved', '#cs-handling', ${text}, ${state}, ${error}, ${`k${n}`}, ${app.clock.now()})
      on conflict (id) do update set state = excluded.state, last_error = excluded.last_error`.execute(db);
}

describe.each(Object.keys(WIDTHS) as Width[])('connections at %s width', (width) => {
  it('are set up, tried and read', async () => {
    const visit = await chrome.visit(width);
    const { page } = visit;
    const owner = app.people.find((p) => p.role === 'owner');
    await sql`delete from connections`.execute(app.program.postgres.db);
    await signIn(page, app.url, owner?.email ?? '', app.password);
    visit.faults.length = 0;

    await page.goto(`${app.url}/console/settings?tab=connections`);
    const chat = page.getByRole('region', { name: 'Team chat' });
    await chat.getByLabel('Connect with').selectOption('slack');
    await chat.getByLabel('Bot token').fill('xoxb-for-the-test');
    await chat.getByLabel('Address of Slack').fill(slack.url);
    await chat.getByRole('button', { name: 'Save' }).click();
    await chat.getByText('Connected', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('xoxb-for-the-test');
    await chat.getByRole('button', { name: 'Test now' }).click();
    await chat.getByText('It works.').waitFor();
    expect(await chat.getByLabel('What came back').textContent()).toContain('"ok":true');
    slack.next({ body: { ok: false, error: 'channel_not_found' } });
    await chat.getByRole('button', { name: 'Test now' }).click();
    await chat.getByText('It did not work.').waitFor();
    await expectSound(visit, `connections-chat-${width}`);

    const check = page.getByRole('region', { name: 'Device check' });
    await check.getByLabel('Connect with').selectOption('http');
    await check.getByRole('textbox', { name: 'Address', exact: true }).fill('no address');
    await check.getByRole('button', { name: 'Add a secret' }).click();
    await check.getByRole('button', { name: 'Save' }).click();
    await check.getByText('Give an address that begins with https://.').first().waitFor();
    // The refusal was meant.
    visit.faults.length = 0;
    const mail = page.getByRole('region', { name: 'Incoming mail' });
    await mail.getByLabel('Connect with').selectOption('imap');
    await mail.getByLabel('Server').waitFor();
    await expectSound(visit, `connections-forms-${width}`);
    await mail.getByLabel('Connect with').selectOption('address');
    await mail.getByRole('button', { name: 'Make the address' }).click();
    await mail.getByText('It is shown once.').waitFor();
    expect(await mail.locator('code').textContent()).toMatch(/\/api\/inbound-mail\/[\w-]{43}$/);
    await page.reload();
    await mail.getByText('An address is in use.').waitFor();
    expect(await mail.locator('code').count()).toBe(0);
    await expectSound(visit, `connections-mail-${width}`);

    await someLines();
    await page.goto(`${app.url}/console/messages`);
    await page.getByRole('tab', { name: 'Team chat' }).click();
    await page.getByRole('button', { name: /Say it again: RP-2/ }).click();
    await page.getByText('It will be said again.').waitFor();
    const words = page.getByLabel('This is what the team reads', { exact: false });
    await words.fill('{{ nobody }}');
    await page.getByText('There is no “nobody”.').waitFor();
    // That refusal was meant as well.
    visit.faults.length = 0;
    await words.fill('{{ item }}: proof approved');
    await page.getByText('S10001: proof approved').waitFor();
    await expectSound(visit, `chat-lines-${width}`);
    await app.settle();
    await page.reload();
    await page.getByText('RP-2 | RP-2-1').waitFor();
    expect(await page.getByRole('button', { name: /Say it again/ }).count()).toBe(1);
    expect(slack.heard.at(-1)?.form['text']).toBe('RP-2 | RP-2-1 | Proof of Purchase approved');
    await visit.context.close();
  });
});
