/** Routes of messages: the outbox, one message as it was sent, sending again. */
import { z } from 'zod';
import { ok } from '../../kernel/outcome.ts';
import { readCursor, pageOf } from '../../platform/http/paging.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant, listOf, pageQuery } from '../../platform/http/schemas.ts';
import { openMessage, resendMessage } from './actions.ts';
import { macroRoutes } from './http/macros.ts';
import { listMessages, type MessageRow } from './store.ts';

const TAG = 'Messages';
const STATES = ['queued', 'sending', 'sent', 'failed', 'outbox', 'unknown'] as const;
const fields = {
  id: z.string(),
  case_id: z.string().nullable(),
  event: z.string(),
  channel: z.string(),
  locale: z.string(),
  to: z.string(),
  subject: z.string().nullable(),
  state: z.enum(STATES),
  attempts: z.int(),
  last_error: z.string().nullable(),
  created_at: instant,
  sent_at: instant.nullable(),
};
const line = z.object({ ...fields, reference: z.string().nullable() });
const whole = z
  .object({ ...fields, text: z.string().nullable(), html: z.string().nullable() })
  .meta({ id: 'Message' });
const byId = z.object({ id: z.string().max(60) });

function lineOf(row: MessageRow) {
  const {
    id,
    case_id,
    event,
    channel,
    locale,
    to_address,
    subject,
    state,
    attempts,
    last_error,
    created_at,
    sent_at,
  } = row;
  return {
    id,
    case_id,
    event,
    channel,
    locale,
    to: to_address,
    subject,
    state,
    attempts,
    last_error,
    created_at,
    sent_at,
  };
}

export function messageRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/messages',
      tag: TAG,
      summary: 'Messages to customers, newest first',
      access: { staff: 'messages.view' },
      query: z.object({
        ...pageQuery,
        case_id: z.string().max(60).optional(),
        state: z.enum(STATES).optional(),
      }),
      response: listOf(line),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, z.object({ at: z.string(), id: z.string() }));
        if (!after.ok) return after;
        const rows = await listMessages(
          call.db,
          { caseId: query.case_id, state: query.state },
          after.value ?? null,
          query.limit + 1,
        );
        return ok(
          pageOf(
            rows,
            query.limit,
            (r) => ({ at: r.created_at.toISOString(), id: r.id }),
            (r) => ({ ...lineOf(r), reference: r.reference }),
          ),
        );
      },
    }),
    route({
      method: 'get',
      path: '/api/messages/{id}',
      tag: TAG,
      summary: 'A message as it was sent',
      access: { staff: 'messages.view' },
      params: byId,
      response: whole,
      act: async ({ params }, call) => {
        const found = await openMessage(call.db, params.id);
        if (!found.ok) return found;
        const row = found.value;
        return ok({
          ...lineOf(row),
          subject: row.subject ?? row.data.letter?.subject ?? null,
          text: row.body_text ?? row.data.letter?.body ?? null,
          html: row.body_html,
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/messages/{id}/resend',
      tag: TAG,
      summary: 'Send a message again that failed or stayed in the outbox',
      access: { staff: 'messages.edit' },
      params: byId,
      response: z.object({ id: z.string() }),
      change: (tx, { params }, call) => resendMessage(tx, call.ctx, params.id),
      view: (value) => value,
    }),
    ...macroRoutes(),
  ];
}
