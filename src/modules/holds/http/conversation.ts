/** Routes of the conversation about a hold: ask, answered, approve, reject, unlock codes. Each gives the case. */
import { z } from 'zod';
import type { Ctx } from '../../../kernel/actor.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import type { Keyring } from '../../../platform/secrets.ts';
import { text } from '../../../platform/http/schemas.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { viewCase } from '../../cases/actions/view.ts';
import { caseView } from '../../cases/http/schemas.ts';
import { caseOf } from '../../cases/http/views.ts';
import { askCustomer, customerAnswered, type OfCase } from '../actions/conversation.ts';
import { approveOwnership, rejectOwnership } from '../actions/decide.ts';
import { leaveLockCode, viewLockCode } from '../actions/lock-codes.ts';
import { DOCUMENT_KINDS } from '../store.ts';

const TAG = 'Holds';
const byId = z.object({ id: z.string().max(60) });
const note = z.string().max(1000).nullish();

/** The case as it stands after a step. */
async function after(tx: Tx, ctx: Ctx, done: Outcome<OfCase>) {
  return done.ok ? await viewCase(tx, ctx, done.value.caseId) : done;
}

export function conversationRoutes(keyring: Keyring): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/holds/{id}/ask',
      tag: TAG,
      summary: 'Ask the customer, or ask again: one letter in their language',
      access: { staff: 'hold.open' },
      params: byId,
      body: z.object({ note }),
      response: caseView,
      change: async (tx, { params, body }, { ctx }) =>
        after(tx, ctx, await askCustomer(tx, ctx, params.id, { note: body.note ?? null })),
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/holds/{id}/answered',
      tag: TAG,
      summary: 'Note an answer that came by mail, on paper or by phone',
      description:
        'Attach what came with it to the case first: POST /api/cases/{id}/files?purpose=proof. Name what came by mail in file_ids.',
      access: { staff: 'hold.open' },
      params: byId,
      body: z.object({
        answer: z.string().max(2000).nullish(),
        document_kind: z.enum(DOCUMENT_KINDS).nullish(),
        file_ids: z.array(z.string().max(60)).max(20).default([]),
      }),
      response: caseView,
      change: async (tx, { params, body }, { ctx }) => {
        const said = {
          answer: body.answer ?? null,
          documentKind: body.document_kind ?? null,
          fileIds: body.file_ids,
        };
        return await after(tx, ctx, await customerAnswered(tx, ctx, params.id, said));
      },
      view: (value) => caseOf(value),
    }),
    ...decisionRoutes(),
    ...codeRoutes(keyring),
  ];
}

function decisionRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/holds/{id}/approve',
      tag: TAG,
      summary: 'Approve a proof of purchase: the device goes back to pre-check',
      access: { staff: 'ownership.approve' },
      params: byId,
      body: z.object({ note }),
      response: caseView,
      change: async (tx, { params, body }, { ctx }) =>
        after(tx, ctx, await approveOwnership(tx, ctx, params.id, { note: body.note ?? null })),
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/holds/{id}/reject',
      tag: TAG,
      summary: 'Reject a proof of purchase: ask again, send the device back, or hold it for the law',
      access: { staff: 'ownership.approve' },
      params: byId,
      body: z.object({ reason: text(1000), then: z.enum(['ask_again', 'send_back', 'legal']) }),
      response: caseView,
      change: async (tx, { params, body }, { ctx }) =>
        after(tx, ctx, await rejectOwnership(tx, ctx, params.id, body)),
      view: (value) => caseOf(value),
    }),
  ];
}

function codeRoutes(keyring: Keyring): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/holds/{id}/lock-code',
      tag: TAG,
      summary: 'Leave an unlock code the customer told us; it is sealed',
      access: { staff: 'hold.open' },
      idempotent: false,
      params: byId,
      body: z.object({ code: z.string().max(400) }),
      response: caseView,
      change: async (tx, { params, body }, { ctx }) =>
        after(tx, ctx, await leaveLockCode(tx, ctx, keyring, params.id, body.code)),
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/holds/{id}/lock-code/view',
      tag: TAG,
      summary: 'Look at the unlock code; who looked is written down',
      access: { staff: 'lock_code.view' },
      idempotent: false,
      params: byId,
      response: z.object({ code: z.string() }),
      change: (tx, { params }, { ctx }) => viewLockCode(tx, ctx, keyring, params.id),
    }),
  ];
}
