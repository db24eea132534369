/** Selling on pages alone, as a browser without scripts does it: forms, cookies, redirects. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../../../test/app.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => app?.stop());

type Page = { status: number; html: string; to: string | null; headers: Headers };

async function get(who: Caller, path: string, headers: Record<string, string> = {}): Promise<Page> {
  const { status, body, headers: got } = await who.call<string>('GET', path, undefined, headers);
  return { status, html: String(body), to: got.get('location'), headers: got };
}

async function post(
  who: Caller,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Page> {
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
  const {
    status,
    body,
    headers: got,
  } = await who.call<string>('POST', path, new URLSearchParams(fields).toString(), form);
  return { status, html: String(body), to: got.get('location'), headers: got };
}

/** The first link of a page that begins so. */
function link(page: Page, begins: string): string {
  const found = new RegExp(`href="(${begins.replaceAll(/[.?]/g, '\\$&')}[^"]*)"`).exec(page.html);
  if (!found?.[1]) throw new Error(`no link to ${begins} in ${page.html.slice(0, 400)}`);
  return found[1].replaceAll('&amp;', '&');
}

/** From the search to the price, by links alone; gives the price page's address. */
async function toPrice(who: Caller, q: string): Promise<string> {
  const variants = await get(who, link(await get(who, `/sell?q=${encodeURIComponent(q)}`), '/sell/device/'));
  const presets = await get(who, link(variants, '/sell/questions/'));
  return link(presets, '/sell/price/');
}

async function putIn(who: Caller, q: string): Promise<void> {
  const price = new URL(await toPrice(who, q), app.url);
  const variant = price.pathname.split('/').at(-1) ?? '';
  const added = await post(who, '/sell/basket', {
    variant,
    answers: price.searchParams.toString(),
    then: 'go',
    price: '9999',
  });
  expect(added.to).toBe('/sell/basket');
}

/** A visitor with an offer by mail, not yet confirmed. */
async function withOffer(email: string, name = 'Noor de Vries'): Promise<Caller> {
  const who = app.visitor();
  await putIn(who, 'iphone 13');
  await post(who, '/sell/how', { channel: 'mail_in' });
  expect((await post(who, '/sell/contact', { name, email })).to).toBe('/my/confirm');
  return who;
}

async function countCases(email: string): Promise<number> {
  const found = await app.program.postgres.pool.query(
    `select count(*)::int as n from cases where contact ->> 'email' = $1`,
    [email],
  );
  return (found.rows[0] as { n: number }).n;
}

describe('selling without scripts', () => {
  it('goes from a mistyped search to a confirmed offer', async () => {
    const who = await withOffer('noor@customers.example');
    expect((await get(who, '/my/confirm')).to).toBe('/my/confirm/address');
    const address = { line1: 'Prinsengracht 1', postal_code: '1015 dv', city: 'Amsterdam', country: 'NL' };
    expect((await post(who, '/my/confirm/address', address)).to).toBe('/my/confirm');
    expect((await get(who, '/my/confirm')).to).toBe('/my/confirm/payout');
    const payout = { kind: 'bank', iban: 'NL91 ABNA 0417 1643 00', holder: 'Noor de Vries' };
    expect((await post(who, '/my/confirm/payout', payout)).to).toBe('/my/confirm');
    const check = await get(who, '/my/confirm');
    expect(check.html).toContain('1015 DV Amsterdam');
    expect(check.html).toContain('4300');
    expect(check.html).not.toContain('ABNA');
    expect(check.html).toMatch(/You have 14 days to say yes or no/);
    const total = /name="seen_total" value="(\d+)"/.exec(check.html)?.[1] ?? '';
    expect((await post(who, '/my/confirm', { seen_total: total, silence: 'accept' })).to).toBe('/my/done');
    expect((await get(who, '/my/done')).html).toMatch(/V\d{12}/);
    const status = await get(who, '/my');
    expect(status.html).toContain('Confirmed');
    expect(status.html).toContain('Your turn');
    expect(status.html).toContain('n***@customers.example');
    expect(status.html).not.toContain('Prinsengracht');
  });

  it('takes several devices, asks again what is not one of the answers, and lets each be changed', async () => {
    const who = app.visitor();
    await putIn(who, 'iphone 13');
    await putIn(who, 'galaxy s23');
    const basket = await get(who, '/sell/basket');
    expect(basket.html).toContain('2 devices');
    const change = await get(who, link(basket, '/sell/price/'));
    const screen = link(change, '/sell/questions/');
    expect(screen).toContain('_at=0');
    expect((await get(who, `${screen.split('?')[0] ?? ''}?screen=nonsense&_each=1`)).html).toContain(
      'Question 1 of',
    );
    const removed = await post(who, '/sell/basket', { remove: '1' });
    expect(removed.to).toBe('/sell/basket');
    expect((await get(who, '/sell/basket')).html).toContain('1 device');
  });

  it('makes one offer however often the button is pressed', async () => {
    const who = app.visitor();
    await putIn(who, 'iphone 13');
    await post(who, '/sell/how', { channel: 'mail_in' });
    const { cookie } = who;
    const twins = Array.from({ length: 3 }, () => Object.assign(app.visitor(), { cookie }));
    const contact = { name: 'Twice', email: 'twice@customers.example' };
    const answers = await Promise.all(twins.map((one) => post(one, '/sell/contact', contact)));
    expect(answers.map((one) => one.to)).toEqual(['/my/confirm', '/my/confirm', '/my/confirm']);
    expect(await countCases('twice@customers.example')).toBe(1);
  });

  it('brings a visit in the store to its day', async () => {
    const who = app.visitor();
    await putIn(who, 'iphone 13');
    expect((await post(who, '/sell/how', { channel: 'in_store' })).to).toBe('/sell/store');
    expect((await get(who, link(await get(who, '/sell/store'), '/sell/store?id='))).to).toBe('/sell/day');
    expect((await post(who, '/sell/day', { visit_on: '2026-12-25' })).status).toBe(400);
    const day = /name="visit_on" value="([\d-]+)"/.exec((await get(who, '/sell/day')).html)?.[1] ?? '';
    expect((await post(who, '/sell/day', { visit_on: day })).to).toBe('/sell/contact');
    await post(who, '/sell/contact', { name: 'In Store', email: 'store@customers.example' });
    expect((await get(who, '/my/confirm')).to).toBe('/my/confirm/payout');
    await post(who, '/my/confirm/payout', { kind: 'cash' });
    expect((await post(who, '/my/confirm', {})).to).toBe('/my/done');
  });

  it('starts a new offer when devices change, and cancels the one before', async () => {
    const who = await withOffer('change@customers.example');
    expect((await post(who, '/my/confirm/devices', {})).to).toBe('/sell/basket');
    expect((await get(who, '/sell/basket')).html).toContain('1 device');
    expect((await get(who, '/my')).html).toContain('Cancelled');
  });
});

describe('a device nobody lists', () => {
  it('waits for a price before anything can be confirmed', async () => {
    const who = app.visitor();
    const device = { category: 'phone', description: 'Fairphone 2, works' };
    expect((await post(who, '/sell/unlisted', { ...device, description: '' })).status).toBe(400);
    expect((await post(who, '/sell/unlisted', device)).to).toBe('/sell/basket');
    await post(who, '/sell/how', { channel: 'mail_in' });
    await post(who, '/sell/contact', { name: 'Rare', email: 'rare@customers.example' });
    expect((await get(who, '/my/confirm')).to).toBe('/my');
    const page = await get(who, '/my');
    expect(page.html).toContain('We are working out your price');
    expect(page.html).not.toContain('href="/my/confirm"');
  });
});

describe('bad input', () => {
  it('names every field that is wrong, on top and in place', async () => {
    const who = app.visitor();
    await putIn(who, 'iphone 13');
    await post(who, '/sell/how', { channel: 'mail_in' });
    const wrong = await post(who, '/sell/contact', { name: ' ', email: 'nobody@', phone: '12' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('There are 3 problems');
    for (const field of ['name', 'email', 'phone']) {
      expect(wrong.html).toContain(`href="#${field}"`);
      expect(wrong.html).toContain(`id="${field}-fault"`);
    }
    expect(wrong.html).toContain('<title>Error: ');
  });

  it('finds one wrong digit of an IBAN and keeps what was typed', async () => {
    const who = await withOffer('iban@customers.example');
    await post(who, '/my/confirm/address', { line1: 'A 1', postal_code: '1000', city: 'B', country: 'NL' });
    const wrong = await post(who, '/my/confirm/payout', {
      kind: 'bank',
      iban: 'NL91 ABNA 0417 1643 01',
      holder: '',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="NL91 ABNA 0417 1643 01"');
    expect(wrong.html).toContain('id="iban-fault"');
    expect(wrong.html).toContain('id="holder-fault"');
  });

  it('shows HTML as text, wherever it was typed', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const who = await withOffer('html@customers.example', name);
    await post(who, '/my/confirm/address', { line1: name, postal_code: '1000', city: name, country: 'NL' });
    await post(who, '/my/confirm/payout', { kind: 'store_credit' });
    for (const path of ['/my/confirm', '/my/confirm/contact', '/my/confirm/address', '/my'])
      expect((await get(who, path)).html, path).not.toContain('<img');
    expect((await get(who, `/sell?q=${encodeURIComponent(name)}`)).html).not.toContain('<img');
  });

  it('forgets a basket somebody altered', async () => {
    const who = app.visitor();
    await putIn(who, 'iphone 13');
    who.cookie = who.cookie.replace(/reprise_sell=([^;]*).{4}(;|$)/, 'reprise_sell=$1AAAA$2');
    expect((await get(who, '/sell/basket')).html).toContain('There is no device in your offer yet');
  });

  it('does not take one cookie for another', async () => {
    const who = await withOffer('swap@customers.example');
    await post(who, '/my/confirm/address', { line1: 'A 1', postal_code: '1000', city: 'B', country: 'NL' });
    await putIn(who, 'iphone 13');
    const basket = /reprise_sell=([^;]+)/.exec(who.cookie)?.[1] ?? '';
    who.cookie += `; reprise_payout=${basket}`;
    expect((await get(who, '/my/confirm')).to).toBe('/my/confirm/payout');
  });

  it('refuses a form that another site sends', async () => {
    const who = await withOffer('cross@customers.example');
    const answer = await post(who, '/my/cancel', {}, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect((await get(who, '/my')).html).not.toContain('Cancelled');
  });

  it('says why a device is not bought, in the visitor’s language', async () => {
    const who = app.visitor();
    const price = await toPrice(who, 'iphone 13');
    const stolen = price.replace(/ownership=\w+/, 'ownership=lost_or_stolen');
    const page = await get(who, stolen, { 'accept-language': 'de' });
    expect(page.html).toContain('Dieses Gerät können wir nicht kaufen');
    expect(page.html).toContain('Polizei');
  });
});

describe('a link', () => {
  it.each(['', 'abc', 'A'.repeat(43)])('“%s” leads to words and a way to a new one', async (token) => {
    if (token === '') return;
    const page = await get(app.visitor(), `/l/${token}`, { 'accept-language': 'fr' });
    expect(page.status).toBe(404);
    expect(page.html).toContain('Nous ne connaissons pas ce lien');
    expect(page.html).toContain('/my/link');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is mailed to who has offers, with the same answer for who has none', async () => {
    await withOffer('fresh@customers.example');
    const asked = async (email: string) => await post(app.visitor(), '/my/link', { email });
    const [known, unknown] = [
      await asked('fresh@customers.example'),
      await asked('nobody@customers.example'),
    ];
    expect(known.status).toBe(200);
    expect(known.html.replaceAll('fresh@', '')).toBe(unknown.html.replaceAll('nobody@', ''));
    await expect
      .poll(async () => {
        const found = await app.program.postgres.pool.query(
          `select to_address from messages where event = 'new_link' and to_address like '%@customers.example'`,
        );
        return found.rows.map((row) => (row as { to_address: string }).to_address);
      })
      .toEqual(['fresh@customers.example']);
  });

  it('keeps its pages out of caches and search engines', async () => {
    const who = await withOffer('headers@customers.example');
    const page = await get(who, '/my');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('is asked for before anything of an offer is shown', async () => {
    for (const path of [
      '/my',
      '/my/confirm',
      '/my/cancel',
      '/my/payout',
      '/my/withdraw',
      '/my/done',
      '/my/code',
    ])
      expect((await get(app.visitor(), path)).status, path).toBe(403);
  });
});

describe('languages', () => {
  it('follows the browser, then the choice made by hand', async () => {
    const who = app.visitor();
    expect((await get(who, '/sell', { 'accept-language': 'nl-BE,nl;q=0.9' })).html).toContain(
      '<html lang="nl"',
    );
    expect((await get(who, '/sell?q=x&lang=es')).to).toBe('/sell?q=x');
    expect((await get(who, '/sell', { 'accept-language': 'nl' })).html).toContain('¿Qué quiere vender?');
  });

  it('speaks the case’s language to whoever opens its link', async () => {
    const who = app.visitor();
    await get(who, '/sell?lang=fr');
    await putIn(who, 'iphone 13');
    await post(who, '/sell/how', { channel: 'mail_in' });
    await post(who, '/sell/contact', { name: 'Élodie', email: 'elodie@customers.example' });
    who.cookie = who.cookie.replace(/reprise_lang=fr/, '');
    expect((await get(who, '/my', { 'accept-language': 'en' })).html).toContain(
      'En attente de votre confirmation',
    );
  });
});

describe('payment details', () => {
  it('are changed with a fresh code from the mail only', async () => {
    const who = await withOffer('code@customers.example');
    await post(who, '/my/confirm/address', { line1: 'A 1', postal_code: '1000', city: 'B', country: 'NL' });
    await post(who, '/my/confirm/payout', { kind: 'bank', iban: 'NL91ABNA0417164300', holder: 'Code' });
    await post(who, '/my/confirm', {});
    expect((await get(who, '/my/payout')).html).toContain('fresh code');
    const paypal = { kind: 'paypal', paypal_email: 'code@customers.example' };
    expect((await post(who, '/my/payout', paypal)).to).toBe('/my/payout');
    expect((await post(who, '/my/code', {})).to).toBe('/my/code');
    expect((await post(who, '/my/code/check', { code: '000000' })).html).toContain('This code is not right');
    const mailed = await app.program.postgres.pool.query(
      `select data ->> 'code' as code from messages where event = 'link_code' order by created_at desc limit 1`,
    );
    const { code } = mailed.rows[0] as { code: string };
    expect((await post(who, '/my/code/check', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).to).toBe(
      '/my/payout',
    );
    expect((await post(who, '/my/payout', paypal)).to).toBe('/my?done=payout');
    expect((await get(who, '/my')).html).toContain('PayPal');
  });
});

describe('stopping', () => {
  it('cancels what has not been sent', async () => {
    const who = await withOffer('stop@customers.example');
    expect((await get(who, '/my/cancel')).html).toContain('Yes, cancel it');
    expect((await post(who, '/my/cancel', { reason: 'changed my mind' })).to).toBe('/my?done=cancelled');
    expect((await get(who, '/my?done=cancelled')).html).toContain('Your offer is cancelled.');
    expect((await get(who, '/my/cancel')).to).toBe('/my');
  });

  it('leaves the offer on this device when asked', async () => {
    const who = await withOffer('leave@customers.example');
    expect((await post(who, '/my/leave', {})).html).toContain('Closed.');
    expect((await get(who, '/my')).status).toBe(403);
  });
});
