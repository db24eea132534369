/** Routes of the team's chat: what was said there, and saying it again. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { retryChat } from '../chat.ts';
import { CHAT_STATES, listChatLines } from '../store/chat.ts';

const TAG = 'Messages';
const lineSchema = z
  .object({
    id: z.string(),
    case_id: z.string().nullable(),
    reference: z.string().nullable(),
    item_id: z.string().nullable(),
    event: z.string(),
    channel: z.string(),
    text: z.string(),
    state: z.enum(CHAT_STATES),
    attempts: z.int(),
    last_error: z.string().nullable(),
    created_at: instant,
    sent_at: instant.nullable(),
  })
  .meta({ id: 'ChatLine' });

export function chatRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/chat-lines',
      tag: TAG,
      summary: 'Lines for the team’s chat, newest first',
      access: { staff: 'messages.view' },
      query: z.object({
        ...pageQuery,
        case_id: z.string().max(60).optional(),
        state: z.enum(CHAT_STATES).optional(),
      }),
      response: listOf(lineSchema),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, z.object({ at: z.string(), id: z.string() }));
        if (!after.ok) return after;
        const rows = await listChatLines(
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
            (r) => ({
              id: r.id,
              case_id: r.case_id,
              reference: r.reference,
              item_id: r.item_id,
              event: r.event,
              channel: r.channel,
              text: r.text,
              state: r.state,
              attempts: r.attempts,
              last_error: r.last_error,
              created_at: r.created_at,
              sent_at: r.sent_at,
            }),
          ),
        );
      },
    }),
    route({
      method: 'post',
      path: '/api/chat-lines/{id}/retry',
      tag: TAG,
      summary: 'Say a line again that failed, was only kept, or of which nobody knows',
      access: { staff: 'messages.edit' },
      params: z.object({ id: z.string().max(60) }),
      response: z.object({ id: z.string() }),
      change: (tx, { params }, call) => retryChat(tx, call.ctx, params.id),
      view: (value) => value,
    }),
  ];
}
