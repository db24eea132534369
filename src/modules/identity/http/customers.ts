/** Routes of customers. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { readCursor, pageOf } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { changeCustomer, findCustomers, getCustomer } from '../actions/customers.ts';
import { customerPatch, customerSchema } from './schemas.ts';
import { customerView } from './views.ts';

const TAG = 'Customers';
const byId = z.object({ id: z.string().max(60) });
const cursorKey = z.object({ at: z.iso.datetime({ offset: true }), id: z.string().max(60) });

export function customerRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/customers',
      tag: TAG,
      summary: 'Find customers by name, company, mail address or phone number; newest first',
      access: { staff: 'customer.view' },
      query: z.object({ ...pageQuery, q: z.string().trim().max(200).default('') }),
      response: listOf(customerSchema),
      act: async ({ query }, call) => {
        const key = readCursor(query.cursor, cursorKey);
        if (!key.ok) return key;
        const after = key.value ? { createdAt: new Date(key.value.at), id: key.value.id } : null;
        const found = await findCustomers(call.db, call.ctx, { q: query.q, after, limit: query.limit });
        if (!found.ok) return found;
        const keyOf = (row: { created_at: Date; id: string }) => ({
          at: row.created_at.toISOString(),
          id: row.id,
        });
        return ok(pageOf(found.value, query.limit, keyOf, customerView));
      },
    }),
    route({
      method: 'get',
      path: '/api/customers/{id}',
      tag: TAG,
      summary: 'One customer',
      access: { staff: 'customer.view' },
      params: byId,
      response: customerSchema,
      act: async ({ params }, call) => await getCustomer(call.db, call.ctx, params.id),
      view: (row) => customerView(row),
    }),
    route({
      method: 'patch',
      path: '/api/customers/{id}',
      tag: TAG,
      summary: 'Change a customer’s record',
      access: { staff: 'customer.edit' },
      ifMatch: 'required',
      params: byId,
      body: customerPatch,
      response: customerSchema,
      change: async (tx, { params, body, version }, call) =>
        await changeCustomer(tx, call.ctx, { id: params.id, version, ...body }),
      view: (row) => customerView(row),
    }),
  ];
}
