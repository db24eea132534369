/** Routes of the texts for the team's chat. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf } from '../../../platform/http/schemas.ts';
import { drawChatLine, saveChatText, viewChatText, type ChatText } from '../actions/chat-texts.ts';
import { CHAT_EVENTS, CHAT_VARIABLES } from '../rules/chat-texts.ts';

const TAG = 'Messages';
const byEvent = z.object({ event: z.enum(CHAT_EVENTS) });
const body = z.string().max(2000);
const chatText = z
  .object({
    event: z.enum(CHAT_EVENTS),
    locale: z.string(),
    ours: z.string(),
    present: z.string(),
    version: z.int(),
    variables: z.array(z.string()),
    versions: z.array(
      z.object({
        version: z.int(),
        body: z.string(),
        created_by: z.string().nullable(),
        created_at: instant,
      }),
    ),
  })
  .meta({ id: 'ChatText' });

function shown({ versions, ...text }: ChatText) {
  const kept = versions.map(({ version, body: words, created_by, created_at }) => ({
    version,
    body: words,
    created_by,
    created_at,
  }));
  return { ...text, variables: [...CHAT_VARIABLES], versions: kept };
}

export function chatTextRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/chat-texts',
      tag: TAG,
      summary: 'What the program says in the team’s chat: ours, the present words, their versions',
      access: { staff: 'messages.view' },
      response: listOf(chatText),
      act: async (_, call) => {
        const items = await Promise.all(CHAT_EVENTS.map((event) => viewChatText(call.db, event)));
        return ok({ items: items.map(shown), next_cursor: null });
      },
    }),
    route({
      method: 'put',
      path: '/api/chat-texts/{event}',
      tag: TAG,
      summary: 'Keep a new version; what is wrong with it is named with its line',
      access: { staff: 'messages.edit' },
      ifMatch: 'required',
      params: byEvent,
      body: z.object({ body }),
      response: chatText,
      change: (tx, { params, body: said, version }, { ctx }) =>
        saveChatText(tx, ctx, { event: params.event, body: said.body, version }),
      view: shown,
    }),
    route({
      method: 'post',
      path: '/api/chat-texts/{event}/preview',
      tag: TAG,
      summary: 'The line these words make, about an example',
      access: { staff: 'messages.edit' },
      idempotent: false,
      params: byEvent,
      body: z.object({ body }),
      response: z.object({ text: z.string() }),
      act: ({ body: said }) => {
        const drawn = drawChatLine(said.body);
        return Promise.resolve(drawn.ok ? ok({ text: drawn.value }) : drawn);
      },
    }),
  ];
}
