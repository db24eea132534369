/** Mails that moves set off: the effect reads what the letter needs and queues it, in the move's own transaction. */
import { isLocale } from '../kernel/locale.ts';
import { ok, type Outcome } from '../kernel/outcome.ts';
import type { EffectHandler } from '../modules/cases/actions/effects.ts';
import { loadShop } from '../modules/identity/shop.ts';
import { queueMessage } from '../modules/messages/actions.ts';
import type { MessageData, MessageEvent } from '../modules/messages/rules.ts';
import type { Ctx } from '../kernel/actor.ts';
import type { Reader, Tx } from '../platform/postgres.ts';
import { readMailFacts, type MailFacts } from './mail-facts.ts';

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What a letter about these items of a case may say; null when the case has no mail address. */
export async function letterOf(
  reader: Reader,
  caseId: string,
  itemIds: readonly string[],
  more: { reason?: string | null; data?: Readonly<Record<string, unknown>>; code?: string },
): Promise<{ facts: MailFacts; data: MessageData } | null> {
  const facts = await readMailFacts(reader, caseId, itemIds);
  if (!facts?.email) return null;
  const shop = await loadShop(reader);
  const priced = facts.items.filter((i) => i.price_minor !== null);
  const data: MessageData = {
    shop: { name: shop.name, email: shop.email, phone: shop.phone },
    customer: facts.name ?? '',
    reference: facts.reference,
    channel: facts.channel,
    currency: facts.currency,
    timezone: shop.timezone,
    devices: facts.items.map((i) => ({ title: i.title, number: i.number, price: i.price_minor })),
    total: priced.length > 0 ? priced.reduce((sum, i) => sum + (i.price_minor ?? 0), 0) : null,
    valid_until: facts.valid_until,
    due_at: facts.due_at,
    visit_on: facts.visit_on,
    store: facts.store,
    reason: more.reason ?? null,
    carrier: text(more.data?.['carrier']),
    tracking: text(more.data?.['tracking_number']),
    method: facts.payout_kind,
    account: facts.payout_kind === 'bank' || facts.payout_kind === 'paypal' ? facts.payout_masked : null,
    transaction: text(more.data?.['transaction_reference']),
    code: more.code ?? null,
  };
  return { facts, data };
}

/** The effect that mails an event. Told once per case and move: the history numbers of its items make the key. */
export function mailEffect(event: MessageEvent): EffectHandler {
  return async (tx, ctx, set) => {
    const letter = await letterOf(
      tx,
      set.caseId,
      set.items.map((i) => i.id),
      { reason: set.reason, data: set.data },
    );
    if (!letter) return ok(null);
    const { facts, data } = letter;
    const at = set.items.map((i) => `${i.id.slice(-8)}.${i.seq}`).join(',');
    return await queueMessage(tx, ctx, {
      caseId: set.caseId,
      itemId: set.items.length === 1 ? (set.items[0]?.id ?? null) : null,
      event,
      locale: isLocale(facts.locale) ? facts.locale : 'en',
      to: facts.email ?? '',
      data,
      dedupeKey: `${set.caseId}:${event}:${set.move}:${at}`,
      attachments:
        event === 'offer_confirmed' && facts.channel === 'mail_in'
          ? [{ kind: 'shipping_kit', case_id: set.caseId }]
          : [],
    });
  };
}

/** Mails something to the customer of a case outside a move: a code, a fresh link. */
export async function mailCase(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  event: MessageEvent,
  more: { code?: string; key: string },
): Promise<Outcome<null>> {
  const letter = await letterOf(tx, caseId, [], more);
  if (!letter) return ok(null);
  const queued = await queueMessage(tx, ctx, {
    caseId,
    event,
    locale: isLocale(letter.facts.locale) ? letter.facts.locale : 'en',
    to: letter.facts.email ?? '',
    data: letter.data,
    dedupeKey: `${caseId}:${event}:${more.key}`,
  });
  return queued.ok ? ok(null) : queued;
}
