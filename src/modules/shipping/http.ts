/** Routes of the receiving bench, carrier reports and sending back. */
import { z } from 'zod';
import { readCursor, pageOf } from '../../platform/http/paging.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant, listOf, pageQuery, text } from '../../platform/http/schemas.ts';
import { ok } from '../../kernel/outcome.ts';
import { viewCase } from '../cases/actions/view.ts';
import { caseView } from '../cases/http/schemas.ts';
import { caseOf } from '../cases/http/views.ts';
import { recordCarrierEvent } from './actions/carrier.ts';
import { handBack } from './actions/hand-back.ts';
import { matchParcel, receive, recordUnmatched, resolveCode } from './actions/receive.ts';
import { listUnmatched } from './store.ts';

const TAG = 'Receiving';
const byId = z.object({ id: z.string().max(60) });
const itemIds = z.array(z.string().max(60)).min(1).max(50);
const tracking = z.string().trim().max(40).nullish();
const unmatchedSchema = z.object({
  id: z.string(),
  location_id: z.string().nullable(),
  tracking_number: z.string().nullable(),
  sender: z.string().nullable(),
  note: z.string(),
  state: z.string(),
  case_id: z.string().nullable(),
  received_at: instant,
});

function benchRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/receiving',
      tag: TAG,
      summary: 'Find the case a scanned code means',
      access: { staff: 'case.view' },
      idempotent: false,
      body: z.object({ code: z.string().max(200) }),
      response: z.object({
        case_id: z.string().nullable(),
        item_id: z.string().nullable(),
        candidates: z.array(
          z.object({
            case_id: z.string(),
            reference: z.string(),
            item_id: z.string().nullable(),
            by: z.string(),
          }),
        ),
      }),
      change: (tx, { body }, call) => resolveCode(tx, call.ctx, body.code),
      view: (value) => value,
    }),
    route({
      method: 'post',
      path: '/api/cases/{id}/receive',
      tag: TAG,
      summary: 'Receive a parcel with an outcome for each device',
      access: { staff: 'parcel.receive' },
      params: byId,
      body: z.object({
        tracking_number: tracking,
        weight_grams: z.int().min(1).max(1_000_000).nullish(),
        items: z
          .array(
            z.object({
              item_id: z.string().max(60),
              outcome: z.enum(['ok', 'missing', 'wrong', 'empty', 'damaged']),
              note: z.string().max(500).nullish(),
            }),
          )
          .min(1)
          .max(50),
        unexpected: z
          .array(z.object({ description: text(500) }))
          .max(20)
          .default([]),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const done = await receive(tx, call.ctx, params.id, {
          trackingNumber: body.tracking_number ?? null,
          weightGrams: body.weight_grams ?? null,
          unexpected: body.unexpected,
          items: body.items.map((i) => ({ itemId: i.item_id, outcome: i.outcome, note: i.note ?? null })),
        });
        return done.ok ? await viewCase(tx, call.ctx, params.id) : done;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/cases/{id}/scans',
      tag: TAG,
      summary: 'Report what the carrier says of the inbound parcel',
      access: { staff: 'parcel.receive' },
      params: byId,
      body: z.object({
        kind: z.enum(['accepted', 'moving', 'delivered', 'exception']),
        tracking_number: tracking,
        carrier: z.string().trim().max(60).nullish(),
        place: z.string().trim().max(200).nullish(),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const done = await recordCarrierEvent(tx, call.ctx, params.id, {
          kind: body.kind,
          trackingNumber: body.tracking_number ?? null,
          carrier: body.carrier ?? null,
          place: body.place ?? null,
        });
        return done.ok ? await viewCase(tx, call.ctx, params.id) : done;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/cases/{id}/hand-back',
      tag: TAG,
      summary: 'Send devices back by parcel, or hand them over against a signature',
      access: { staff: 'parcel.receive' },
      params: byId,
      body: z.object({
        item_ids: itemIds,
        kind: z.enum(['hand_over', 'custom_label']),
        signed_by: z.string().trim().max(200).nullish(),
        carrier: z.string().trim().max(60).nullish(),
        tracking_number: tracking,
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const done = await handBack(tx, call.ctx, params.id, {
          itemIds: body.item_ids,
          kind: body.kind,
          signedBy: body.signed_by ?? null,
          carrier: body.carrier ?? null,
          trackingNumber: body.tracking_number ?? null,
        });
        return done.ok ? await viewCase(tx, call.ctx, params.id) : done;
      },
      view: (value) => caseOf(value),
    }),
  ];
}

function unmatchedRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/unmatched-parcels',
      tag: TAG,
      summary: 'Parcels nobody could match yet',
      access: { staff: 'case.view' },
      query: z.object({ ...pageQuery, state: z.enum(['open', 'matched', 'sent_back']).default('open') }),
      response: listOf(unmatchedSchema),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, z.object({ at: z.string(), id: z.string() }));
        if (!after.ok) return after;
        const rows = await listUnmatched(call.db, query.state, after.value ?? null, query.limit + 1);
        return ok(
          pageOf(
            rows,
            query.limit,
            (r) => ({ at: r.received_at.toISOString(), id: r.id }),
            ({ received_by: _by, version: _version, ...row }) => row,
          ),
        );
      },
    }),
    route({
      method: 'post',
      path: '/api/unmatched-parcels',
      tag: TAG,
      summary: 'Put a parcel nobody can match on the list',
      access: { staff: 'parcel.receive' },
      status: 201,
      body: z.object({
        tracking_number: tracking,
        sender: z.string().trim().max(200).nullish(),
        note: text(1000),
        location_id: z.string().max(60).nullish(),
      }),
      response: z.object({ id: z.string() }),
      change: (tx, { body }, call) =>
        recordUnmatched(tx, call.ctx, {
          trackingNumber: body.tracking_number ?? null,
          sender: body.sender ?? null,
          note: body.note,
          locationId: body.location_id ?? null,
        }),
      view: (value) => value,
    }),
    route({
      method: 'post',
      path: '/api/unmatched-parcels/{id}/match',
      tag: TAG,
      summary: 'Tie an unmatched parcel to its case',
      access: { staff: 'parcel.receive' },
      params: byId,
      body: z.object({ case_id: z.string().max(60) }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const done = await matchParcel(tx, call.ctx, params.id, body.case_id);
        return done.ok ? await viewCase(tx, call.ctx, done.value.caseId) : done;
      },
      view: (value) => caseOf(value),
    }),
  ];
}

export function shippingRoutes(): Route[] {
  return [...benchRoutes(), ...unmatchedRoutes()];
}
