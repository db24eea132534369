/** Routes of letters written by hand: from a macro, seen before they go, sent. The app's, because they tell of a case. */
import { z } from 'zod';
import { isLocale, LOCALES, type Locale } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { resolveCase } from '../../modules/cases/actions/item-facts.ts';
import { factsOf } from '../../modules/cases/actions/move.ts';
import { draftLetter, sendLetter } from '../../modules/messages/actions/letters.ts';
import { textFault } from '../../modules/messages/actions/templates.ts';
import { faultOf, fillMacro, renderLetter } from '../../modules/messages/render.ts';
import type { MessageData } from '../../modules/messages/rules.ts';
import { letterFault, tidyWords } from '../../modules/messages/rules/letters.ts';
import { MACRO_VARIABLES } from '../../modules/messages/rules/macros.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Reader } from '../../platform/postgres.ts';
import { EXAMPLE_LETTER } from '../example-letter.ts';
import { letterOf } from '../mail.ts';

const TAG = 'Messages';
const byCase = z.object({ id: z.string().max(60) });
const locale = z.enum(LOCALES).nullish().meta({ description: 'Default: the customer’s language' });
const item_id = z
  .string()
  .max(60)
  .nullish()
  .meta({ description: 'The device it is about; default: all of the case' });
// Longer than a letter may be: what is too long is refused with a sentence that says by how much.
const words = { subject: z.string().max(2000), body: z.string().max(50_000) };
const shown = z.object({ subject: z.string(), html: z.string(), text: z.string() });

type About = { caseId: string; data: MessageData; to: string; locale: Locale };

/**
 * What a letter about a case tells of, and to whom. Refuses `case_not_found`, `item_not_in_case`, and
 * `customer_has_no_email`.
 */
async function aboutOf(
  reader: Reader,
  idOrReference: string,
  asked: { itemId?: string | null | undefined; locale?: Locale | null | undefined; field?: string },
): Promise<Outcome<About>> {
  const caseId = await resolveCase(reader, idOrReference);
  const at = asked.field === undefined ? {} : { field: asked.field };
  if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found', at);
  const { rows } = await factsOf(reader, caseId);
  const all = rows.map((row) => row.item_id);
  if (asked.itemId && !all.includes(asked.itemId))
    return refuse('item_not_in_case', 'This case has no such device.', 'not_found', { field: 'item_id' });
  const letter = await letterOf(reader, caseId, asked.itemId ? [asked.itemId] : all, {});
  if (!letter)
    return refuse(
      'customer_has_no_email',
      'This customer has no mail address. Add one under Customer first.',
      'conflict',
      at,
    );
  const { facts, data } = letter;
  const spoken = isLocale(facts.locale) ? facts.locale : 'en';
  return ok({ caseId, data, to: facts.email ?? '', locale: asked.locale ?? spoken });
}

function seeRoutes(): Route[] {
  const said = { method: 'post', tag: TAG, idempotent: false } as const;
  return [
    route({
      ...said,
      path: '/api/cases/{id}/letters/draft',
      summary: 'A macro’s words about this case, in the customer’s language, to go on writing',
      access: { staff: 'messages.send' },
      params: byCase,
      body: z.object({ macro_id: z.string().max(60), item_id, locale }),
      response: z.object({
        subject: z.string(),
        body: z.string(),
        locale: z.enum(LOCALES).meta({ description: 'The nearest language the macro has' }),
        to: z.string(),
      }),
      act: async ({ params, body }, call) => {
        const about = await aboutOf(call.db, params.id, { itemId: body.item_id, locale: body.locale });
        if (!about.ok) return about;
        const drafted = await draftLetter(call.db, { macroId: body.macro_id, ...about.value });
        return drafted.ok ? ok({ ...drafted.value, to: about.value.to }) : drafted;
      },
    }),
    route({
      ...said,
      path: '/api/cases/{id}/letters/preview',
      summary: 'The letter as the customer would get it',
      access: { staff: 'messages.send' },
      params: byCase,
      body: z.object({ ...words, item_id, locale }),
      response: shown,
      act: async ({ params, body }, call) => {
        const fault = letterFault(tidyWords(body));
        if (fault) return fault;
        const about = await aboutOf(call.db, params.id, { itemId: body.item_id, locale: body.locale });
        if (!about.ok) return about;
        return ok(renderLetter(about.value.locale, about.value.data, tidyWords(body), '#'));
      },
    }),
    route({
      ...said,
      path: '/api/macros/preview',
      summary: 'The letter a macro’s words make, about a real case or an example',
      access: { staff: 'messages.edit' },
      body: z.object({
        subject: z.string().max(300),
        body: z.string().max(20_000),
        locale: z.enum(LOCALES),
        case_id: z.string().max(60).nullish(),
      }),
      response: shown,
      act: async ({ body }, call) => {
        const no = textFault(body, MACRO_VARIABLES);
        if (no) return no;
        const about = body.case_id
          ? await aboutOf(call.db, body.case_id, { locale: body.locale, field: 'case_id' })
          : ok({ data: EXAMPLE_LETTER });
        if (!about.ok) return about;
        const { data } = about.value;
        try {
          return ok(renderLetter(body.locale, data, fillMacro(body.locale, data, body), '#'));
        } catch (error) {
          const { why, line, column } = faultOf(error);
          return refuse('template_fails', why, 'invalid', { field: 'body', more: { line, column } });
        }
      },
    }),
  ];
}

/** Every route of letters written by hand. */
export function letterRoutes(): Route[] {
  return [
    ...seeRoutes(),
    route({
      method: 'post',
      path: '/api/cases/{id}/letters',
      tag: TAG,
      summary: 'Write to the customer: queued like every mail, answered into this case',
      description:
        'Sent word for word; the greeting, the shop’s name and the reference are added. With an Idempotency-Key it goes once.',
      access: { staff: 'messages.send' },
      params: byCase,
      body: z.object({ ...words, item_id, locale, macro_id: z.string().max(60).nullish() }),
      response: z.object({ id: z.string(), to: z.string() }),
      status: 201,
      change: async (tx, { params, body }, { ctx }) => {
        const about = await aboutOf(tx, params.id, { itemId: body.item_id, locale: body.locale });
        if (!about.ok) return about;
        const sent = await sendLetter(tx, ctx, {
          ...about.value,
          subject: body.subject,
          body: body.body,
          itemId: body.item_id ?? null,
          macroId: body.macro_id ?? null,
        });
        return sent.ok ? ok({ id: sent.value.id, to: about.value.to }) : sent;
      },
    }),
  ];
}
