/** Routes of the template editor; the app's, because a preview tells of a real case. */
import { z } from 'zod';
import { isLocale, LOCALES } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { resolveCase } from '../../modules/cases/actions/item-facts.ts';
import { factsOf } from '../../modules/cases/actions/move.ts';
import {
  listTemplates,
  saveTemplate,
  switchTemplate,
  textFault,
  viewTemplate,
  type TemplateView,
} from '../../modules/messages/actions/templates.ts';
import { queueMessage } from '../../modules/messages/actions.ts';
import { faultOf, renderMessage } from '../../modules/messages/render.ts';
import { MESSAGE_EVENTS, VARIABLES, type MessageData } from '../../modules/messages/rules.ts';
import { staffWho } from '../../modules/identity/who.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { instant, listOf } from '../../platform/http/schemas.ts';
import { letterOf } from '../mail.ts';
import { EXAMPLE_LETTER } from '../example-letter.ts';

const TAG = 'Messages';
const event = z.enum(MESSAGE_EVENTS);
const byText = z.object({ event, locale: z.enum(LOCALES) });
const words = { subject: z.string().max(300), body: z.string().max(20_000) };
const line = z.object({
  event: z.string(),
  enabled: z.boolean(),
  never_silent: z.boolean(),
  changed: z.array(z.string()),
});
const text = z.object(words);
const template = z
  .object({
    event: z.string(),
    locale: z.string(),
    ours: text,
    present: text,
    version: z.int(),
    enabled: z.boolean(),
    never_silent: z.boolean(),
    variables: z.array(z.string()),
    versions: z.array(
      z.object({ version: z.int(), ...words, created_by: z.string().nullable(), created_at: instant }),
    ),
  })
  .meta({ id: 'MessageTemplate' });

function shown({ neverSilent, versions, ...view }: TemplateView) {
  return {
    ...view,
    never_silent: neverSilent,
    variables: [...VARIABLES],
    versions: versions.map(({ version, subject, body, created_by, created_at }) => ({
      version,
      subject,
      body,
      created_by,
      created_at,
    })),
  };
}

function editRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/message-templates',
      tag: TAG,
      summary: 'Every letter, on or off, ours or the shop’s own',
      access: { staff: 'messages.view' },
      response: listOf(line),
      act: async (_, call) => ok({ items: await listTemplates(call.db), next_cursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/message-templates/{event}/{locale}',
      tag: TAG,
      summary: 'One text: ours, the present one, its versions',
      access: { staff: 'messages.view' },
      params: byText,
      response: template,
      act: async ({ params }, call) => ok(await viewTemplate(call.db, params.event, params.locale)),
      view: shown,
    }),
    route({
      method: 'put',
      path: '/api/message-templates/{event}/{locale}',
      tag: TAG,
      summary: 'Keep a new version; what is wrong with it is named with its line',
      access: { staff: 'messages.edit' },
      ifMatch: 'required',
      params: byText,
      body: text,
      response: template,
      change: async (tx, { params, body, version }, call) =>
        await saveTemplate(tx, call.ctx, { ...params, ...body, version }),
      view: shown,
    }),
    route({
      method: 'post',
      path: '/api/message-templates/{event}/switch',
      tag: TAG,
      summary: 'Switch a letter on or off, in every language',
      access: { staff: 'messages.edit' },
      params: z.object({ event }),
      body: z.object({ enabled: z.boolean() }),
      response: listOf(line),
      change: async (tx, { params, body }, call) =>
        await switchTemplate(tx, call.ctx, params.event, body.enabled),
      view: (items) => ({ items, next_cursor: null }),
    }),
  ];
}

function tryRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/message-templates/{event}/{locale}/preview',
      tag: TAG,
      summary: 'The letter these words make, about a real case or an example',
      access: { staff: 'messages.edit' },
      idempotent: false,
      params: byText,
      body: z.object({ ...words, case_id: z.string().max(60).nullish() }),
      response: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
      act: async (
        { params, body },
        call,
      ): Promise<Outcome<{ subject: string; html: string; text: string }>> => {
        const no = textFault(body);
        if (no) return no;
        let data: MessageData = EXAMPLE_LETTER;
        if (body.case_id) {
          const caseId = await resolveCase(call.db, body.case_id);
          const facts = caseId ? await factsOf(call.db, caseId) : null;
          const items = facts?.rows.map((row) => row.item_id) ?? [];
          const letter = caseId ? await letterOf(call.db, caseId, items, {}) : null;
          if (!letter)
            return refuse('case_not_found', 'There is no such case.', 'not_found', { field: 'case_id' });
          data = letter.data;
        }
        try {
          const own = { subject: body.subject, body: body.body };
          const { subject, html, text: plain } = renderMessage(params.event, params.locale, data, '#', own);
          return ok({ subject, html, text: plain });
        } catch (error) {
          const { why, line: at, column } = faultOf(error);
          return refuse('template_fails', why, 'invalid', { field: 'body', more: { line: at, column } });
        }
      },
    }),
    route({
      method: 'post',
      path: '/api/message-templates/{event}/{locale}/test-send',
      tag: TAG,
      summary: 'Send the saved letter, about an example, to one’s own address',
      access: { staff: 'messages.edit' },
      params: byText,
      response: z.object({ to: z.string() }),
      change: async (tx, { params }, call) => {
        const who = staffWho(call.ctx.actor);
        if (!who) return refuse('sign_in_required', 'Sign in first.', 'forbidden');
        const queued = await queueMessage(tx, call.ctx, {
          caseId: null,
          event: params.event,
          locale: isLocale(params.locale) ? params.locale : 'en',
          to: who.email,
          data: EXAMPLE_LETTER,
          dedupeKey: `test:${call.ctx.requestId}`,
        });
        return queued.ok ? ok({ to: who.email }) : queued;
      },
    }),
  ];
}

/** Every route of the editor. */
export function templateRoutes(): Route[] {
  return [...editRoutes(), ...tryRoutes()];
}
