/** What strangers type: mark-up, templates, formulas and line breaks come back as the text they are, wherever they are shown. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Caller } from '../app.ts';
import { signIn, startBoth, type Chrome, type Visit } from '../browser.ts';
import { mailedLink } from '../screens/offer.ts';

const MARKUP = `"'><img src=x onerror=window.hit=1><script>window.hit=1</script>`;
const LIQUID = '{{ shop.name }}{% for i in (1..99999999) %}x{% endfor %}';

type Item = { id: string; number: string };
type Case = { id: string; reference: string; items: Item[]; customer?: { id: string } };
type Made = { case_id: string; reference: string; token: string };

let app: App;
let chrome: Chrome;
let owner: Caller;
let desk: Case;
let link = '';

beforeAll(async () => {
  ({ app, chrome } = await startBoth());
  owner = await app.as('owner');
});
afterAll(async () => {
  await chrome?.stop();
  await app?.stop();
});

function must<T>(answer: { status: number; body: T }): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function change(path: string, body: object): Promise<void> {
  const now = must(await owner.call<{ version: number }>('GET', path));
  must(await owner.call('PATCH', path, body, { 'if-match': `"${now.version}"` }));
}

async function hostileOffer(): Promise<Made> {
  const visitor = app.visitor();
  const made = must(
    await visitor.call<Made>('POST', '/api/offers', {
      items: [{ unlisted: { category: 'phone', description: `Phone ${MARKUP}` } }],
      channel: 'mail_in',
      contact: { name: `${LIQUID} <img src=x onerror=window.hit=1>`, email: 'jo@customers.example' },
      locale: 'en',
    }),
  );
  const offer = must(await owner.call<Case>('GET', `/api/cases/${made.case_id}`));
  must(
    await owner.call('POST', `/api/items/${offer.items[0]?.id}/manual-quote`, {
      price: { minor: 12_300, currency: 'EUR' },
      reason: `Because ${MARKUP}`,
    }),
  );
  visitor.token = made.token;
  must(
    await visitor.call('POST', '/api/offers/confirm', {
      address: {
        line1: `Street ${MARKUP}`.slice(0, 120),
        line2: MARKUP,
        postal_code: '1015 DV',
        city: `City ${MARKUP}`.slice(0, 80),
        country: 'NL',
      },
      payout: { kind: 'bank', holder: 'Jo Doe', iban: 'NL91ABNA0417164300' },
    }),
  );
  return made;
}

/** Elements and values that only exist when something was taken for mark-up, in the page and its frames. */
async function struck(visit: Visit): Promise<string[]> {
  const found: string[] = [];
  for (const frame of visit.page.frames()) {
    const count = await frame.evaluate(
      `document.querySelectorAll('img[src="x"], [onerror]').length + (window.hit ? 1000 : 0)`,
    );
    if (count !== 0) found.push(`${frame.url()}: ${String(count)}`);
  }
  return found;
}

describe('mark-up in every field of the main flow', () => {
  beforeAll(async () => {
    await change('/api/shop', { name: `Shop ${MARKUP}`.slice(0, 120) });
    const made = await hostileOffer();
    must(
      await owner.call('POST', `/api/cases/${made.case_id}/notes`, {
        body: `Note ${MARKUP} ${LIQUID}`,
        visibility: 'customer',
      }),
    );
    desk = must(await owner.call<Case>('GET', `/api/cases/${made.case_id}`));
    must(
      await owner.call('POST', `/api/cases/${desk.id}/receive`, {
        items: desk.items.map((one) => ({ item_id: one.id, outcome: 'ok', note: MARKUP })),
      }),
    );
    must(
      await owner.call('POST', `/api/items/${desk.items[0]?.id}/holds`, {
        reason: 'general',
        note: `Hold ${MARKUP}`,
      }),
    );
    must(
      await owner.call('POST', '/api/unmatched-parcels', {
        tracking_number: '3SABC1234567',
        sender: MARKUP,
        note: `Found ${MARKUP}`,
      }),
    );
    const { db } = app.program.postgres;
    await sql`
      insert into chat_messages (id, case_id, event, channel, text, state, last_error, dedupe_key, created_at)
      values ('cht_bad', ${desk.id}, 'ownership_approved', ${MARKUP}, ${MARKUP}, 'failed', ${MARKUP}, 'bad', ${app.clock.now()})`.execute(
      db,
    );
    link = await mailedLink(app, desk.id);
  });

  it('is text in every mail, and templates in a name are not run', async () => {
    const mails = await sql<{ event: string; body_html: string; body_text: string; subject: string }>`
      select event, body_html, body_text, subject from messages where case_id = ${desk.id} and body_html is not null`.execute(
      app.program.postgres.db,
    );
    expect(mails.rows.length).toBeGreaterThan(2);
    for (const mail of mails.rows) {
      expect([mail.event, mail.body_html]).not.toContainEqual(
        expect.stringMatching(/<img src=x|<script>window/),
      );
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.body_html.length).toBeLessThan(60_000);
    }
    const all = mails.rows.map((mail) => mail.body_text).join('\n');
    expect(all).toContain('<img src=x onerror=window.hit=1>');
    expect(all).toContain(LIQUID);
  });

  it('is text on every page of the customer', async () => {
    const visit = await chrome.visit('phone');
    await visit.page.goto(link);
    const found: string[] = [];
    for (const path of ['/my', '/my/payout', '/my/stop', '/', '/sell']) {
      await visit.page.goto(`${app.url}${path}`);
      await visit.page.waitForLoadState('load');
      found.push(...(await struck(visit)));
    }
    expect(found).toEqual([]);
    await visit.page.goto(`${app.url}/my`);
    expect(await visit.page.locator('main').innerText()).toContain('<img src=x');
    await visit.context.close();
  });

  it('is text on every screen of the console, the preview of a mail included', async () => {
    const visit = await chrome.visit('desk');
    const { page } = visit;
    const person = app.people.find((one) => one.role === 'owner');
    await signIn(page, app.url, person?.email ?? '', app.password);
    const customer = await sql<{ customer_id: string }>`
      select customer_id from case_facts where case_id = ${desk.id}`.execute(app.program.postgres.db);
    const screens = [
      'board',
      'table',
      'queues',
      'receiving',
      'payouts',
      'customers',
      `customers/${customer.rows[0]?.customer_id}`,
      'messages',
      'messages?tab=chat',
      'settings',
      'settings?tab=connections',
      `cases/${desk.reference}`,
    ];
    const found: string[] = [];
    for (const screen of screens) {
      await page.goto(`${app.url}/console/${screen}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForTimeout(300);
      found.push(...(await struck(visit)));
    }
    expect(await page.locator('main').innerText()).toContain('<img src=x');
    await page.goto(`${app.url}/console/messages`);
    await page.locator('main table button').first().click();
    await page.locator('iframe').first().waitFor();
    await page.waitForTimeout(300);
    found.push(...(await struck(visit)));
    expect(found).toEqual([]);
    await visit.context.close();
  });
});

describe('other things people type', () => {
  const offer = (contact: object, locale = 'en') =>
    app.visitor().call<{ code?: string; case_id?: string }>('POST', '/api/offers', {
      items: [{ unlisted: { category: 'phone', description: 'A phone' } }],
      channel: 'mail_in',
      contact,
      locale,
    });

  it('a line break in a name or an address adds no header to a mail', async () => {
    const name = 'Jo\r\nBcc: everybody@evil.example';
    const made = await offer({ name, email: 'crlf@customers.example' });
    const worse = await offer({ name: 'Jo', email: 'jo@customers.example\r\nBcc: everybody@evil.example' });
    expect(worse.status).toBe(422);
    if (made.status === 201) {
      await app.settle();
      const mails = await sql<{ to_address: string; subject: string | null }>`
        select to_address, subject from messages where case_id = ${made.body.case_id ?? ''}`.execute(
        app.program.postgres.db,
      );
      for (const mail of mails.rows) {
        expect(mail.to_address).toBe('crlf@customers.example');
        expect(mail.subject ?? '').not.toMatch(/[\r\n]/);
      }
    } else expect(made.status).toBe(422);
  });

  it('a formula in a name does not start in the exported sheet', async () => {
    const made = await offer({
      name: '=HYPERLINK("http://evil.example";"x")',
      email: 'sheet@customers.example',
    });
    expect(made.status).toBe(201);
    const sheet = await owner.call<string>('GET', '/api/items.csv');
    const text = String(sheet.body);
    expect(text).toContain('HYPERLINK');
    expect(text).not.toMatch(/(^|[,;"\n])=HYPERLINK/);
  });

  it.each([
    [{ name: '', email: 'a@customers.example' }],
    [{ name: ' \u200b ', email: 'not a mail address' }],
    [{ name: 'Jo', email: `${'a'.repeat(300)}@customers.example` }],
    [{ name: 'Jo', email: 'a@b@c' }],
    [{ name: 'x'.repeat(5000), email: 'a@customers.example' }],
  ])('%j is refused with its field', async (contact) => {
    const answer = await offer(contact);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toMatch(/contact\.(name|email)/);
  });

  it('names of all the world are kept as they are', async () => {
    for (const name of ['Ægir Þórðarson', '李小龍', 'נועה לוי', '👩‍🔧 Zoë', "O'Neill-D’Arcy"]) {
      const made = await offer({ name, email: 'world@customers.example' });
      expect([made.status, name]).toEqual([201, name]);
      const kept = await owner.call('GET', `/api/cases/${made.body.case_id}`);
      expect(JSON.stringify(kept.body)).toContain(JSON.stringify(name).slice(1, -1));
    }
  });
});

describe('a clock that misbehaves', () => {
  const reminders = async (caseId: string): Promise<string[]> => {
    const found = await sql<{ event: string }>`
      select event from messages where case_id = ${caseId} and event like '%reminder%' order by created_at, id`.execute(
      app.program.postgres.db,
    );
    return found.rows.map((row) => row.event);
  };

  it('run twice, or turned back and run again, reminds nobody twice', async () => {
    const made = must(
      await app.visitor().call<Made>('POST', '/api/offers', {
        items: [{ unlisted: { category: 'phone', description: 'A phone' } }],
        channel: 'mail_in',
        contact: { name: 'Jo Doe', email: 'clock@customers.example' },
        locale: 'en',
      }),
    );
    const quoted = must(await owner.call<Case>('GET', `/api/cases/${made.case_id}`));
    must(
      await owner.call('POST', `/api/items/${quoted.items[0]?.id}/manual-quote`, {
        price: { minor: 10_000, currency: 'EUR' },
        reason: 'It is a good one',
      }),
    );
    const before = app.clock.now();
    expect(await reminders(made.case_id)).toEqual([]);
    app.clock.move(49 * 3_600_000);
    await Promise.all([app.settle(), app.settle(), app.settle()]);
    const once = await reminders(made.case_id);
    expect(once).toHaveLength(1);
    app.clock.set(before.toISOString());
    await app.settle();
    app.clock.move(49 * 3_600_000);
    await Promise.all([app.settle(), app.settle()]);
    expect(await reminders(made.case_id)).toEqual(once);
    app.clock.set(before.toISOString());
  });
});
