/** Selling by mail and in the store, told over the API alone: what the widget, the portal and the console do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type Caller } from '../app.ts';

type Item = {
  id: string;
  number: string;
  stage: string;
  status: string;
  seq: number;
  price: { minor: number } | null;
  payout: { id: string; state: string } | null;
  moves: { move: string; refused: { code: string } | null }[];
};
type Case = {
  id: string;
  reference: string;
  items: Item[];
  version: number;
  roll_up: { stage: string; status: string; count: number }[];
};

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => app?.stop());

async function variant(visitor: Caller, q: string): Promise<{ id: string; category: string }> {
  const found = await visitor.call<{ items: { category: string; variants: { id: string }[] }[] }>(
    'GET',
    `/api/catalog/models?q=${encodeURIComponent(q)}`,
  );
  const model = found.body.items[0];
  const id = model?.variants[0]?.id;
  if (!model || !id) throw new Error(`nothing found for ${q}`);
  return { id, category: model.category };
}

async function bestAnswers(visitor: Caller, category: string): Promise<Record<string, string>> {
  const set = await visitor.call<{ questions: { key: string; answers: { key: string }[] }[] }>(
    'GET',
    `/api/catalog/questions?category=${category}&locale=nl`,
  );
  return Object.fromEntries(set.body.questions.map((q) => [q.key, q.answers[0]?.key ?? '']));
}

async function device(visitor: Caller, q: string) {
  const found = await variant(visitor, q);
  return { variant_id: found.id, answers: await bestAnswers(visitor, found.category) };
}

const places = (one: Case) => one.items.map((i) => `${i.stage}/${i.status}`);
const moveAll = (who: Caller, one: Case, move: string) =>
  who.call<Case>('POST', `/api/cases/${one.id}/moves`, { move, item_ids: one.items.map((i) => i.id) });

async function inspect(who: Caller, item: Item, imei: string): Promise<void> {
  expect((await who.call('PUT', `/api/items/${item.id}/identity`, { imei })).status).toBe(200);
}

async function test(who: Caller, item: Item): Promise<void> {
  const lists = await who.call<{ checklists: Record<string, { id: string }[]> }>('GET', '/api/checklists');
  const checks = Object.fromEntries(
    (lists.body.checklists['phone'] ?? []).map((c) => [c.id, { result: 'pass' }]),
  );
  const opened = await who.call<{ id: string; version: number }>(
    'POST',
    `/api/items/${item.id}/inspection`,
    {},
  );
  const saved = await who.call<{ version: number }>(
    'PUT',
    `/api/inspections/${opened.body.id}`,
    { checks, cosmetic_grade: 'A', functional_grade: 'works', battery_percent: 91, note: null },
    { 'if-match': `"${opened.body.version}"` },
  );
  expect(saved.status).toBe(200);
  expect((await who.call('POST', `/api/inspections/${opened.body.id}/complete`, {})).status).toBe(200);
}

describe('two phones by mail', () => {
  it('go from the quote to Completed, with money booked and every step told', async () => {
    const seller = app.visitor();
    const items = [await device(seller, 'iphone 13'), await device(seller, 'galaxy s22')];
    const price = await seller.call<{ total: { minor: number } }>('POST', '/api/quotes/price', { items });
    expect(price.status).toBe(200);
    const offer = await seller.call<{
      reference: string;
      token: string;
      case_id: string;
      total: { minor: number };
    }>('POST', '/api/offers', {
      items,
      channel: 'mail_in',
      contact: { name: 'Noor de Vries', email: 'noor@customers.example' },
      locale: 'nl',
      source: 'widget',
    });
    expect(offer.status).toBe(201);
    expect(offer.body.total).toEqual(price.body.total);

    seller.token = offer.body.token;
    const wrongIban = await seller.call('POST', '/api/offers/confirm', {
      address: ADDRESS,
      payout: { kind: 'bank', holder: 'Noor de Vries', iban: 'NL91ABNA0417164301' },
    });
    expect(wrongIban.status).toBe(422);
    expect(JSON.stringify(wrongIban.body)).toContain('payout.iban');
    const confirmed = await seller.call('POST', '/api/offers/confirm', {
      address: ADDRESS,
      payout: { kind: 'bank', holder: 'Noor de Vries', iban: 'NL91 ABNA 0417 1643 00' },
      seen_total: price.body.total,
    });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);

    const bench = await app.as('bench');
    let desk = (await bench.call<Case>('GET', `/api/cases/${offer.body.reference}`)).body;
    expect(places(desk)).toEqual(['leads/active', 'leads/active']);
    desk = (
      await bench.call<Case>('POST', `/api/cases/${desk.id}/scans`, {
        kind: 'accepted',
        tracking_number: '3SABCD1234567',
        carrier: 'Post',
      })
    ).body;
    expect(places(desk)).toEqual(['in_transit/moving', 'in_transit/moving']);
    const found = await bench.call<{ case_id: string }>('POST', '/api/receiving', { code: '3sabcd1234567' });
    expect(found.body.case_id).toBe(desk.id);
    desk = (
      await bench.call<Case>('POST', `/api/cases/${desk.id}/receive`, {
        weight_grams: 512,
        items: desk.items.map((i) => ({ item_id: i.id, outcome: 'ok' })),
      })
    ).body;
    expect(places(desk)).toEqual(['being_inspected/pre_check', 'being_inspected/pre_check']);

    const [one, two] = desk.items as [Item, Item];
    const wrong = await bench.call('PUT', `/api/items/${one.id}/identity`, { imei: '490154203237517' });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('imei_check_digit');
    await inspect(bench, one, '490154203237518');
    await inspect(bench, two, '352099001761481');
    expect(places((await moveAll(bench, desk, 'pre_check_passed')).body)).toEqual([
      'being_inspected/testing',
      'being_inspected/testing',
    ]);
    await test(bench, one);
    const passed = await bench.call<Case>('POST', `/api/cases/${desk.id}/moves`, {
      move: 'pass',
      item_ids: [one.id],
    });
    expect(places(passed.body)).toEqual(['being_inspected/passed', 'being_inspected/testing']);
    await test(bench, two);
    desk = (
      await bench.call<Case>('POST', `/api/cases/${desk.id}/moves`, { move: 'pass', item_ids: [two.id] })
    ).body;
    expect(places(desk)).toEqual(['payout_processing/ready', 'payout_processing/ready']);

    const finance = await app.as('finance');
    const payout = desk.items[0]?.payout?.id ?? '';
    expect(payout).toBe(desk.items[1]?.payout?.id);
    const pays = await Promise.all(
      Array.from({ length: 5 }, () =>
        finance.call('POST', `/api/payouts/${payout}/paid`, { transaction_reference: 'TX-1' }),
      ),
    );
    expect(pays.filter((p) => p.status === 200)).toHaveLength(1);
    desk = (await finance.call<Case>('GET', `/api/cases/${desk.id}`)).body;
    expect(places(desk)).toEqual(['completed/paid', 'completed/paid']);

    await app.settle();
    const mails = await bench.call<{ items: { event: string; locale: string }[] }>(
      'GET',
      `/api/messages?case_id=${desk.id}`,
    );
    expect(mails.body.items.map((m) => m.event).toSorted()).toEqual(
      [
        'in_transit',
        'inspection_passed',
        'inspection_passed',
        'offer_confirmed',
        'paid',
        'payout_ready',
        'quote_made',
        'received',
      ].toSorted(),
    );
    expect(new Set(mails.body.items.map((m) => m.locale))).toEqual(new Set(['nl']));
    const timeline = await bench.call<{ items: { kind: string; text: string }[] }>(
      'GET',
      `/api/cases/${desk.id}/timeline?filter=move&limit=100`,
    );
    expect(timeline.body.items.filter((t) => t.text === 'mark_paid')).toHaveLength(2);
    const ledger = await finance.call<{ balances: { account: string }[] }>('GET', '/api/ledger/balances');
    expect(ledger.status).toBe(200);
  });
});

const ADDRESS = { line1: 'Prinsengracht 1', postal_code: '1015 DV', city: 'Amsterdam', country: 'NL' };

describe('a walk-in', () => {
  it('is quoted, checked, tested and paid in cash at the counter', async () => {
    const counter = await app.as('counter');
    const made = await counter.call<Case>('POST', '/api/offers/walk-in', {
      items: [await device(counter, 'pixel 7')],
      contact: { name: 'Łukasz Nowak', email: 'lukasz@customers.example' },
      locale: 'en',
      location_id: app.shop.amsterdam,
      payout: { kind: 'cash' },
      check_in: true,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(places(made.body)).toEqual(['being_inspected/pre_check']);
    const item = made.body.items[0] as Item;
    await inspect(counter, item, '356938035643809');
    await moveAll(counter, made.body, 'pre_check_passed');
    await test(counter, item);
    const ready = (await moveAll(counter, made.body, 'pass')).body;
    expect(places(ready)).toEqual(['payout_processing/ready']);
    const paid = await counter.call('POST', `/api/payouts/${ready.items[0]?.payout?.id ?? ''}/paid`, {});
    expect(paid.status, JSON.stringify(paid.body)).toBe(200);
    expect(places((await counter.call<Case>('GET', `/api/cases/${made.body.id}`)).body)).toEqual([
      'completed/paid',
    ]);
  });
});

describe('wrong input', () => {
  it('is answered with what is wrong, and changes nothing', async () => {
    const visitor = app.visitor();
    const good = await device(visitor, 'iphone 13');
    const unknown = await visitor.call<{ code: string }>('POST', '/api/quotes/price', {
      items: [{ ...good, variant_id: 'var_none' }],
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'variant_unknown']);
    const missing = await visitor.call<{ code: string }>('POST', '/api/quotes/price', {
      items: [{ ...good, answers: {} }],
    });
    expect([missing.status, missing.body.code]).toEqual([422, 'answer_missing']);
    const large = await visitor.call('POST', '/api/offers', `{"items":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    expect(large.status).toBe(413);
    const broken = await visitor.call('POST', '/api/offers', '{"items":');
    expect(broken.status).toBe(400);
    expect((await visitor.call('GET', '/api/cases/V261119000000')).status).toBe(401);
    expect(
      (await visitor.call('GET', '/l/altered-token-altered-token-altered')).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it('a link of one case opens no other', async () => {
    const one = app.visitor();
    const items = [await device(one, 'iphone 13')];
    const offer = async (mail: string) =>
      (
        await one.call<{ token: string; case_id: string }>('POST', '/api/offers', {
          items,
          channel: 'mail_in',
          contact: { name: 'A', email: mail },
          locale: 'en',
        })
      ).body;
    const [mine, other] = [await offer('a@customers.example'), await offer('b@customers.example')];
    one.token = mine.token;
    expect((await one.call('GET', `/api/cases/${other.case_id}`)).status).toBe(403);
    const cancelled = await one.call<{ case_id: string }>('POST', '/api/offers/cancel', {});
    expect(cancelled.body.case_id).toBe(mine.case_id);
  });

  it('HTML in every text field comes back as text', async () => {
    const counter = await app.as('counter');
    const made = await counter.call<Case>('POST', '/api/offers/walk-in', {
      items: [{ unlisted: { category: 'phone', description: '<img src=x onerror=alert(1)>' } }],
      contact: { name: '<script>alert(1)</script>', email: 'x@customers.example' },
      locale: 'en',
      location_id: app.shop.amsterdam,
      check_in: false,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    await app.settle();
    const mails = await counter.call<{ items: { id: string }[] }>(
      'GET',
      `/api/messages?case_id=${made.body.id}`,
    );
    const html = await counter.call<{ html: string }>(
      'GET',
      `/api/messages/${mails.body.items[0]?.id ?? ''}`,
    );
    expect(html.body.html).not.toContain('<script>alert');
    expect(html.body.html).not.toContain('<img src=x');
  });
});
