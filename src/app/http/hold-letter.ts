/** The letter a hold's question would be, before it is sent; the app's, because holds know no messages. */
import { z } from 'zod';
import type { Ctx } from '../../kernel/actor.ts';
import { isLocale } from '../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { readHold, readReason } from '../../modules/holds/store.ts';
import { requirePermission } from '../../modules/identity/rules.ts';
import { viewTemplate } from '../../modules/messages/actions/templates.ts';
import { renderMessage } from '../../modules/messages/render.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Reader } from '../../platform/postgres.ts';
import { letterAbout } from '../holds.ts';
import { letterOf } from '../mail.ts';

const letter = z.object({
  to: z.string(),
  locale: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});
type Letter = z.infer<typeof letter>;

/**
 * Draws the letter as `POST /api/holds/{id}/ask` would send it with this note. Refuses `hold_not_found`,
 * `hold_released`, `nobody_asked`, and `customer_has_no_email` when there is nobody to write to.
 */
export async function drawAsked(
  reader: Reader,
  ctx: Ctx,
  holdId: string,
  note: string | null,
): Promise<Outcome<Letter>> {
  const no = requirePermission(ctx.actor, 'hold.open');
  if (no) return no;
  const hold = await readHold(reader, holdId);
  if (!hold) return refuse('hold_not_found', 'There is no such hold.', 'not_found');
  if (hold.released_at) return refuse('hold_released', 'This hold is released already.', 'conflict');
  if (hold.step === null) return refuse('nobody_asked', 'The customer has no part in this hold.', 'conflict');
  const reason = await readReason(reader, hold.reason);
  const told = { reason: note?.trim() || null, data: { topic: reason?.labels ?? null } };
  const made = await letterOf(reader, hold.case_id, [hold.item_id], { ...told, move: 'ask_customer' });
  if (!made)
    return refuse(
      'customer_has_no_email',
      'This customer has no mail address: ask by phone instead.',
      'conflict',
    );
  const event = letterAbout(hold.reason);
  const locale = isLocale(made.facts.locale) ? made.facts.locale : 'en';
  const { present } = await viewTemplate(reader, event, locale);
  const { subject, html, text } = renderMessage(event, locale, made.data, '#', present);
  return ok({ to: made.facts.email ?? '', locale, subject, html, text });
}

export function holdLetterRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/holds/{id}/ask/preview',
      tag: 'Holds',
      summary: 'The letter that asking would send, with this note',
      access: { staff: 'hold.open' },
      idempotent: false,
      params: z.object({ id: z.string().max(60) }),
      body: z.object({ note: z.string().max(1000).nullish() }),
      response: letter,
      act: ({ params, body }, call) => drawAsked(call.db, call.ctx, params.id, body.note ?? null),
    }),
  ];
}
