/** Routes of payouts: the queue, one payout's life, and how the seller wants the money. */
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { listOf, pageQuery, text } from '../../../platform/http/schemas.ts';
import type { Keyring } from '../../../platform/secrets.ts';
import { resolveCase } from '../../cases/actions/item-facts.ts';
import { loadShop } from '../../identity/shop.ts';
import { setPayoutMethod } from '../actions/method.ts';
import { revealAccount } from '../actions/reveal.ts';
import { markFailed, markPaid, releasePayout, submitPayout, type Settled } from '../actions/settle.ts';
import { releaseLimit } from '../rules/payouts.ts';
import { listPayouts } from '../store/queue.ts';
import {
  failedEntry,
  methodBody,
  methodView,
  payoutKind,
  payoutState,
  payoutView,
  settledView,
} from './schemas.ts';
import { keyOfPlace, payoutOf, placeKey } from './views.ts';

const TAG = 'Money';
const byId = z.object({ id: z.string().max(60) });

function settledOf(value: Settled) {
  return { id: value.id, case_id: value.caseId, state: value.state };
}

function payoutListRoute(): Route {
  return route({
    method: 'get',
    path: '/api/payouts',
    tag: TAG,
    summary: 'The payout queue, or all payouts',
    description: 'Waiting payouts (ready, submitted, failed) come oldest first, all others newest first.',
    access: { staff: 'payout.view' },
    query: z.object({
      ...pageQuery,
      state: payoutState.optional(),
      kind: payoutKind.optional(),
      case_id: z.string().max(60).optional(),
      q: z
        .string()
        .max(100)
        .optional()
        .meta({ description: 'Part of a reference, a customer’s name or a transaction id' }),
    }),
    response: listOf(payoutView),
    act: async ({ query }, call) => {
      const place = readCursor(query.cursor, placeKey);
      if (!place.ok) return place;
      const shop = await loadShop(call.db);
      const rows = await listPayouts(call.db, {
        state: query.state ?? null,
        kind: query.kind ?? null,
        caseId: query.case_id ?? null,
        q: query.q?.trim() || null,
        after: place.value ?? null,
        limit: query.limit + 1,
      });
      const limit = releaseLimit(shop.settings);
      return ok(
        pageOf(
          rows,
          query.limit,
          (row) => keyOfPlace(row.created_at, row.id),
          (row) => payoutOf(row, limit),
        ),
      );
    },
  });
}

function submitRoute(): Route {
  return route({
    method: 'post',
    path: '/api/payouts/submit',
    tag: TAG,
    summary: 'Hand payouts over, each on its own, with a list of what could not go',
    access: { staff: 'payout.submit' },
    body: z.object({ payout_ids: z.array(z.string().max(60)).min(1).max(200) }),
    response: z.object({ submitted: z.int(), failed: z.array(failedEntry) }),
    act: async ({ body }, call) => {
      const failed: z.output<typeof failedEntry>[] = [];
      let submitted = 0;
      for (const payoutId of new Set(body.payout_ids)) {
        const outcome = await call.postgres.transact((tx) => submitPayout(tx, call.ctx, { payoutId }));
        if (outcome.ok) submitted += 1;
        else failed.push({ payout_id: payoutId, code: outcome.code, why: outcome.why });
      }
      return ok({ submitted, failed });
    },
  });
}

function endRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/payouts/{id}/paid',
      tag: TAG,
      summary: 'Record that a payout is paid',
      description:
        'From ready or submitted. Bank and PayPal need the transaction id; cash and store credit book themselves.',
      access: { staff: 'payout.settle' },
      params: byId,
      body: z.object({
        transaction_reference: z.string().max(200).nullish(),
        location_id: z.string().max(60).nullish(),
        signed_by: z.string().max(200).nullish(),
      }),
      response: settledView,
      change: (tx, { params, body }, call) =>
        markPaid(tx, call.ctx, {
          payoutId: params.id,
          transactionReference: body.transaction_reference ?? null,
          locationId: body.location_id ?? null,
          signedBy: body.signed_by ?? null,
        }),
      view: (value) => settledOf(value),
    }),
    route({
      method: 'post',
      path: '/api/payouts/{id}/failed',
      tag: TAG,
      summary: 'Record that a submitted payout came back',
      access: { staff: 'payout.settle' },
      params: byId,
      body: z.object({ reason: text(1000) }),
      response: settledView,
      change: (tx, { params, body }, call) =>
        markFailed(tx, call.ctx, { payoutId: params.id, reason: body.reason }),
      view: (value) => settledOf(value),
    }),
    route({
      method: 'post',
      path: '/api/payouts/{id}/release',
      tag: TAG,
      summary: 'Let a payout above the limit go; somebody else then sends it',
      access: { staff: 'payout.submit' },
      params: byId,
      response: settledView,
      change: (tx, { params }, call) => releasePayout(tx, call.ctx, params.id),
      view: (value) => settledOf(value),
    }),
  ];
}

function revealRoute(keyring: Keyring): Route {
  return route({
    method: 'post',
    path: '/api/payouts/{id}/reveal',
    tag: TAG,
    summary: 'Show the full account number; each view is logged',
    access: { staff: 'payout.submit' },
    params: byId,
    response: z.object({
      kind: payoutKind,
      holder: z.string().nullable(),
      iban: z.string().nullable(),
      paypal_email: z.string().nullable(),
    }),
    idempotent: false,
    change: (tx, { params }, call) => revealAccount(tx, call.ctx, params.id, keyring),
    view: ({ kind, holder, account }) => ({
      kind,
      holder,
      iban: kind === 'bank' ? account : null,
      paypal_email: kind === 'paypal' ? account : null,
    }),
  });
}

function methodRoute(keyring: Keyring): Route {
  return route({
    method: 'put',
    path: '/api/cases/{id}/payout-method',
    tag: TAG,
    summary: 'Set how the seller wants the money; after a failed payout, make the next one',
    description:
      'A link that may act, and staff who may edit cases, set the first method; changing one takes a confirmed link (sensitive) or `payout.edit`.',
    access: { staff: 'case.view', portal: 'act' },
    params: byId,
    ifMatch: 'optional',
    body: methodBody,
    response: methodView,
    change: async (tx, { params, body, version }, call) => {
      const caseId = await resolveCase(tx, params.id);
      if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found');
      return await setPayoutMethod(
        tx,
        call.ctx,
        {
          caseId,
          kind: body.kind,
          holder: body.holder ?? null,
          iban: body.iban ?? null,
          paypalEmail: body.paypal_email ?? null,
          expectVersion: version,
        },
        keyring,
      );
    },
    view: ({ kind, holder, masked, version }) => ({ kind, holder, masked, version }),
  });
}

export function payoutRoutes(keyring: Keyring): Route[] {
  return [payoutListRoute(), submitRoute(), ...endRoutes(), revealRoute(keyring), methodRoute(keyring)];
}
