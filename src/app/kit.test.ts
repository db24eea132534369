import { PDFiumLibrary } from '@hyzyla/pdfium';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../../test/app.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import { kitOf } from './kit.ts';

const ADDRESS = { line1: 'ul. Świętokrzyska 11', postal_code: '3511 AZ', city: 'Utrecht', country: 'NL' };
const BANK = { kind: 'bank', holder: 'Noor de Vries', iban: 'NL91 ABNA 0417 1643 00' };

let app: App;
let bench: Caller;
let pdfium: PDFiumLibrary;
beforeAll(async () => {
  app = await startApp();
  bench = await app.as('bench');
  pdfium = await PDFiumLibrary.init();
});
afterAll(async () => {
  await app?.stop();
  pdfium?.destroy();
});

type Offer = { token: string; case_id: string; reference: string };

async function offer(seller: Caller, channel: 'mail_in' | 'in_store', locale = 'de'): Promise<Offer> {
  const description = 'Samsung Galaxy S8, wie neu';
  const made = await seller.call<Offer>('POST', '/api/offers', {
    items: [{ unlisted: { category: 'phone', description } }],
    channel,
    contact: { name: 'Małgorzata Παπαδοπούλου', email: 'noor@customers.example' },
    locale,
    ...(channel === 'in_store' ? { location_id: app.shop.utrecht } : {}),
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  seller.token = made.body.token;
  return made.body;
}

/** An offer whose devices have a price, confirmed by its customer: on its way. */
async function confirmed(seller: Caller): Promise<Offer> {
  const made = await offer(seller, 'mail_in');
  const owner = await app.as('owner');
  const one = await owner.call<{ items: { id: string }[] }>('GET', `/api/cases/${made.case_id}`);
  const price = { minor: 12_000, currency: 'EUR' };
  for (const item of one.body.items) {
    const quoted = await owner.call('POST', `/api/items/${item.id}/manual-quote`, { price });
    expect(quoted.status, JSON.stringify(quoted.body)).toBe(200);
  }
  const done = await seller.call('POST', '/api/offers/confirm', { address: ADDRESS, payout: BANK });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return made;
}

async function fetchKit(path: string, headers: Record<string, string>) {
  const answer = await fetch(app.url + path, { headers });
  const document = await pdfium.loadDocument(Buffer.from(await answer.arrayBuffer()));
  const pages = [...document.pages()];
  const text = pages.map((page) => page.getText()).join('\n');
  return { answer, width: pages[0]?.getOriginalSize().originalWidth, text: text.replaceAll(/\s+/g, ' ') };
}

const codeOf = async (who: Caller, path: string) => {
  const answer = await who.call<{ code: string; detail: string }>('GET', path);
  return { status: answer.status, code: answer.body.code, detail: answer.body.detail };
};

/** Empties the shop's address or its stores for one check, then puts them back. */
async function without(what: 'shop' | 'shop and stores', check: () => Promise<void>): Promise<void> {
  const { db } = app.program.postgres;
  const kept = await sql<{ address: unknown }>`select address from shop`.execute(db);
  await sql`update shop set address = null`.execute(db);
  if (what === 'shop and stores') await sql`update locations set active = false`.execute(db);
  forgetShop(db);
  try {
    await check();
  } finally {
    await sql`update shop set address = ${JSON.stringify(kept.rows[0]?.address)}::jsonb`.execute(db);
    await sql`update locations set active = true`.execute(db);
    forgetShop(db);
  }
}

describe('the kit of a case', () => {
  it('is given to staff by id or reference, in the customer’s language, with the ship-by date', async () => {
    const one = await confirmed(app.visitor());
    const { answer, text, width } = await fetchKit(`/api/cases/${one.case_id}/kit.pdf`, {
      cookie: bench.cookie,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Reprise-kit-${one.reference}.pdf"`,
    );
    expect(Math.round(width ?? 0)).toBe(595);
    // 14 days after 19 November 2026, the day of the test's clock.
    for (const part of [
      one.reference,
      'Bitte bis 3. Dezember 2026 abschicken',
      'Samsung Galaxy S8',
      'Smartphone oder Tablet von Samsung',
      'Małgorzata Παπαδοπούλου',
      'ul. Świętokrzyska 11',
      'Second Spring B.V.',
      'Damrak 70',
    ])
      expect(text).toContain(part);
    const small = await fetchKit(`/api/cases/${one.reference}/kit.pdf?size=4x6`, { cookie: bench.cookie });
    expect(Math.round(small.width ?? 0)).toBe(288);
    expect(small.answer.headers.get('content-disposition')).toContain(`Reprise-kit-${one.reference}-4x6.pdf`);
  });

  it('is the customer’s own, and nobody else’s', async () => {
    const seller = app.visitor();
    const one = await confirmed(seller);
    const other = await confirmed(app.visitor());
    const { answer, text } = await fetchKit('/my/kit.pdf', { authorization: `Bearer ${one.token}` });
    expect(answer.status).toBe(200);
    expect(text).toContain(one.reference);
    expect(text).not.toContain(other.reference);
    expect((await app.visitor().call('GET', '/my/kit.pdf')).status).toBe(401);
    expect((await app.visitor().call('GET', `/api/cases/${one.case_id}/kit.pdf`)).status).toBe(401);
    expect((await seller.call('GET', `/api/cases/${other.case_id}/kit.pdf`)).status).toBeGreaterThan(400);
  });

  it('goes to a store when the shop has no address of its own', async () => {
    const one = await confirmed(app.visitor());
    await without('shop', async () => {
      const { text } = await fetchKit(`/api/cases/${one.case_id}/kit.pdf`, { cookie: bench.cookie });
      expect(text).toContain('Second Spring Amsterdam');
    });
  });
});

describe('refuses', () => {
  it('a case in the store, one without an address, one that is cancelled, and one that is not', async () => {
    const store = await offer(app.visitor(), 'in_store');
    expect(await codeOf(bench, `/api/cases/${store.case_id}/kit.pdf`)).toMatchObject({
      status: 409,
      code: 'kit_not_by_mail',
    });
    const seller = app.visitor();
    const fresh = await offer(seller, 'mail_in');
    expect(await codeOf(bench, `/api/cases/${fresh.case_id}/kit.pdf`)).toMatchObject({
      status: 409,
      code: 'address_missing',
    });
    expect((await seller.call('POST', '/api/offers/cancel', {})).status).toBe(200);
    expect(await codeOf(bench, `/api/cases/${fresh.case_id}/kit.pdf`)).toMatchObject({
      code: 'kit_nothing_to_send',
    });
    expect(await codeOf(bench, '/api/cases/V000000/kit.pdf')).toMatchObject({
      status: 404,
      code: 'case_not_found',
    });
    expect((await bench.call('GET', `/api/cases/${fresh.case_id}/kit.pdf?size=a5`)).status).toBe(422);
  });

  it('a shop that nothing can be sent to, and says where to enter the address', async () => {
    const one = await confirmed(app.visitor());
    await without('shop and stores', async () => {
      const refused = await codeOf(bench, `/api/cases/${one.case_id}/kit.pdf`);
      expect(refused).toMatchObject({ status: 409, code: 'shop_address_missing' });
      expect(refused.detail).toContain('Settings, Shop');
      // The letter's attachment asks here: a refusal, which leaves it out, not an error, which stops the letter.
      expect((await kitOf(app.program.postgres.db, one.case_id, 'a4')).ok).toBe(false);
    });
  });
});
