/** Routes of the ledger and of store credit. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { listOf, moneySchema, pageQuery, text } from '../../../platform/http/schemas.ts';
import { spendCredit } from '../actions/credit.ts';
import { creditLines, listLedger, readBalances, readCredit } from '../store/ledger.ts';
import { balanceView, creditView, ledgerEntry } from './schemas.ts';
import { balanceOf, creditOf, keyOfPlace, ledgerEntryOf, placeKey } from './views.ts';

const TAG = 'Money';
const byId = z.object({ id: z.string().max(60) });

export function ledgerRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/ledger',
      tag: TAG,
      summary: 'The ledger, newest first',
      access: { staff: 'payout.view' },
      query: z.object({ ...pageQuery, case_id: z.string().max(60).optional() }),
      response: listOf(ledgerEntry),
      act: async ({ query }, call) => {
        const place = readCursor(query.cursor, placeKey);
        if (!place.ok) return place;
        const rows = await listLedger(call.db, {
          caseId: query.case_id ?? null,
          before: place.value ?? null,
          limit: query.limit + 1,
        });
        return ok(pageOf(rows, query.limit, (row) => keyOfPlace(row.at, row.id), ledgerEntryOf));
      },
    }),
    route({
      method: 'get',
      path: '/api/ledger/balances',
      tag: TAG,
      summary: 'What stands on each account',
      access: { staff: 'payout.view' },
      response: z.object({ items: z.array(balanceView) }),
      act: async (_, call) => ok({ items: (await readBalances(call.db)).map(balanceOf) }),
    }),
    route({
      method: 'get',
      path: '/api/customers/{id}/credit',
      tag: TAG,
      summary: 'A customer’s store credit',
      access: { staff: 'customer.view' },
      params: byId,
      response: creditView,
      act: async ({ params }, call) =>
        ok(creditOf(await readCredit(call.db, params.id), await creditLines(call.db, params.id))),
    }),
    route({
      method: 'post',
      path: '/api/customers/{id}/credit/spend',
      tag: TAG,
      summary: 'Book that a customer bought with store credit',
      access: { staff: 'payout.settle' },
      params: byId,
      body: z.object({ amount: moneySchema, note: text(500) }),
      response: z.object({ left: moneySchema }),
      change: (tx, { params, body }, call) =>
        spendCredit(tx, call.ctx, { customerId: params.id, amount: body.amount, note: body.note }),
      view: (left) => ({ left }),
    }),
  ];
}
