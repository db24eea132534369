import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { staffActor, testDatabase, testRandom } from '../../../test/harness.ts';
import type { Actor } from '../../kernel/actor.ts';
import { makeLimiter } from '../../platform/http/limit.ts';
import { makeMetrics } from '../../platform/http/metrics.ts';
import { mountRoutes } from '../../platform/http/mount.ts';
import { moneyRoutes } from './http.ts';
import {
  aCase,
  ANNE,
  BANK,
  IBAN,
  lastPayout,
  openShop,
  OTHER_IBAN,
  placesOf,
  TEST_KEYRING,
} from '../../../test/money.ts';

const world = testDatabase();
let app: Hono;
let actor: Actor = ANNE;

beforeAll(async () => {
  await openShop(world);
  app = new Hono();
  mountRoutes(app, moneyRoutes(TEST_KEYRING), {
    postgres: world.postgres,
    who: () => Promise.resolve(actor),
    clock: world.clock.now,
    random: testRandom(5),
    log: world.log,
    baseUrl: 'http://desk.test',
    trustProxy: false,
    limiter: makeLimiter(0),
    metrics: makeMetrics(world.postgres),
    checkResponses: true,
  });
});

type Answer = { status: number; body: Record<string, unknown>; text: string; headers: Headers };

async function call(
  method: string,
  path: string,
  body?: unknown,
  as: Actor | null = ANNE,
  headers: Record<string, string> = {},
): Promise<Answer> {
  actor = as ?? { kind: 'visitor' };
  const response = await app.request(`http://desk.test${path}`, {
    method,
    headers: {
      authorization: 'Bearer test',
      origin: 'http://desk.test',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : {}, text, headers: response.headers };
}

describe('the payout queue', () => {
  it('pages through waiting payouts, oldest first, and finds one by its reference', async () => {
    const desks = [];
    for (let at = 0; at < 3; at += 1) {
      desks.push(await aCase(world, { prices: [1_000 + at, 500] }));
      world.clock.move(1_000);
    }
    const seen: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page = await call('GET', `/api/payouts?state=ready&limit=2&cursor=${String(cursor)}`);
      expect(page.status).toBe(200);
      seen.push(...(page.body['items'] as { reference: string }[]).map((p) => p.reference));
      cursor = page.body['next_cursor'];
    }
    expect(seen).toEqual(desks.map((d) => d.reference));
    const found = await call('GET', `/api/payouts?q=${desks[1]?.reference}`);
    expect(found.body['items']).toMatchObject([
      {
        number: 1,
        amount: { minor: 1_501, currency: 'EUR' },
        masked: 'NL•• •••• •••• 4300',
        needs_release: false,
        items: [{ title: 'Phone 1', amount: { minor: 1_001 } }, { title: 'Phone 2' }],
      },
    ]);
    expect(found.text).not.toContain(IBAN);
    expect((await call('GET', '/api/payouts?cursor=rubbish')).body).toMatchObject({
      code: 'cursor_malformed',
    });
    expect((await call('GET', '/api/payouts?q=%25')).body['items']).toEqual([]);
  });

  it('is closed to those who may not see it', async () => {
    expect((await call('GET', '/api/payouts', undefined, null)).status).toBe(401);
    expect((await call('GET', '/api/payouts', undefined, staffActor(['case.view']))).status).toBe(403);
  });
});

describe('one payout over HTTP', () => {
  it('is submitted, fails, is corrected and paid; the second click is told so', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const submit = { payout_ids: [id, 'pay_nope'] };
    expect((await call('POST', '/api/payouts/submit', submit)).body).toMatchObject({
      submitted: 1,
      failed: [{ payout_id: 'pay_nope', code: 'payout_not_found' }],
    });
    expect((await call('POST', `/api/payouts/${id}/failed`, { reason: 'closed' })).body).toEqual({
      id,
      case_id: desk.caseId,
      state: 'failed',
    });
    const method = { kind: 'bank', holder: 'Jo', iban: OTHER_IBAN };
    const put = await call('PUT', `/api/cases/${desk.reference}/payout-method`, method);
    expect(put.body).toEqual({ kind: 'bank', holder: 'Jo', masked: 'DE•• •••• •••• 3000', version: 2 });
    expect(put.headers.get('etag')).toBe('"2"');
    const next = await lastPayout(world, desk);
    const missing = await call('POST', `/api/payouts/${next.id}/paid`, {});
    expect(missing.status).toBe(422);
    expect(missing.body).toMatchObject({
      code: 'reference_missing',
      errors: [{ field: 'transaction_reference' }],
    });
    world.clock.move(1_000);
    const paid = { transaction_reference: 'TX-9' };
    expect((await call('POST', `/api/payouts/${next.id}/paid`, paid)).body).toMatchObject({ state: 'paid' });
    const again = await call('POST', `/api/payouts/${next.id}/paid`, paid);
    expect([again.status, again.body['code']]).toEqual([409, 'payout_ended']);
    expect(await placesOf(world, desk.caseId)).toEqual(['completed/paid']);
    const ledger = await call('GET', `/api/ledger?case_id=${desk.caseId}&limit=1`);
    expect(ledger.body['items']).toMatchObject([
      {
        kind: 'payout',
        lines: [
          { account: 'owed_to_sellers', credit: null },
          { account: 'bank', debit: null },
        ],
      },
    ]);
    expect(ledger.body['next_cursor']).not.toBeNull();
  });

  it('names the field of a wrong IBAN, and guards a stale page by If-Match', async () => {
    const desk = await aCase(world);
    const path = `/api/cases/${desk.caseId}/payout-method`;
    const wrong = await call('PUT', path, { ...BANK, iban: 'NL91ABNA0417164301' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ code: 'iban_check_failed', errors: [{ field: 'payout.iban' }] });
    const change = { kind: 'bank', holder: 'Jo', iban: OTHER_IBAN };
    expect((await call('PUT', path, change, ANNE, { 'if-match': '"7"' })).status).toBe(412);
    expect((await call('PUT', path, change, ANNE, { 'if-match': '"1"' })).status).toBe(200);
    const stranger: Actor = { kind: 'customer', id: 'cus_x', caseId: 'cas_x', power: 'sensitive' };
    expect((await call('PUT', path, change, stranger)).status).toBe(403);
  });

  it('reveals the account to finance only, and never caches it', async () => {
    const desk = await aCase(world);
    const { id } = await lastPayout(world, desk);
    const path = `/api/payouts/${id}/reveal`;
    expect((await call('POST', path, undefined, staffActor(['payout.view']))).status).toBe(403);
    const seen = await call('POST', path);
    expect(seen.body).toEqual({
      kind: 'bank',
      holder: 'Jo Doe',
      iban: 'NL91 ABNA 0417 1643 00',
      paypal_email: null,
    });
    expect(seen.headers.get('cache-control')).toContain('no-store');
  });
});

describe('a batch over HTTP', () => {
  it('is ordered, filled and downloaded; a repeated key makes no second one', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await lastPayout(world, await aCase(world))).id);
    const key = { 'idempotency-key': 'batch-1' };
    const order = () => call('POST', '/api/payouts/batch', { payout_ids: ids }, ANNE, key);
    const made = await order();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: 'closed',
      count: 3,
      total: { minor: 30_000, currency: 'EUR' },
      pending: 0,
      refused: 0,
      skipped: [],
    });
    expect((await order()).body).toEqual(made.body);
    const file = await call('GET', String(made.body['file']));
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain(`payouts-${String(made.body['number'])}.csv`);
    expect(file.headers.get('x-content-sha256')).toBe(made.body['sha256']);
    expect(file.text.trim().split('\r\n')).toHaveLength(4);
    const one = await call('GET', `/api/payout-batches/${String(made.body['batch_id'])}`);
    expect((one.body['entries'] as unknown[]).length).toBe(3);
    const list = await call('GET', '/api/payout-batches');
    expect(list.body['items']).toMatchObject([{ batch_id: made.body['batch_id'], count: 3, pending: 0 }]);
    expect((await call('POST', '/api/payouts/batch', { payout_ids: ids })).body).toMatchObject({
      code: 'nothing_to_batch',
    });
    expect((await call('POST', '/api/payouts/batch', {})).status).toBe(422);
  });
});

describe('store credit over HTTP', () => {
  it('shows balances and lines, spends, and refuses too much', async () => {
    const desk = await aCase(world, { prices: [2_000], method: { kind: 'store_credit' } });
    await call('POST', `/api/payouts/${(await lastPayout(world, desk)).id}/paid`, {});
    const path = `/api/customers/${desk.customerId}/credit`;
    const spend = (minor: number) =>
      call('POST', `${path}/spend`, { amount: { minor, currency: 'EUR' }, note: 'case' });
    expect((await spend(1_500)).body).toEqual({ left: { minor: 500, currency: 'EUR' } });
    const more = await spend(501);
    expect([more.status, more.body['code']]).toEqual([409, 'credit_too_low']);
    expect((await call('GET', path)).body).toMatchObject({
      balances: [{ minor: 500, currency: 'EUR' }],
      lines: expect.arrayContaining([
        expect.objectContaining({ amount: { minor: -1_500, currency: 'EUR' } }),
      ]),
    });
    const balances = await call('GET', '/api/ledger/balances');
    const rows = balances.body['items'] as { account: string; balance: { minor: number } }[];
    expect(rows.reduce((sum, row) => sum + row.balance.minor, 0)).toBe(0);
  });
});
