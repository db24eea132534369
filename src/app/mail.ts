/** Mails that moves set off: the effect reads what the letter needs and queues it, in the move's own transaction. */
import type { Ctx } from '../kernel/actor.ts';
import { isLocale } from '../kernel/locale.ts';
import { ok, type Outcome } from '../kernel/outcome.ts';
import { hasTag, type At } from '../kernel/workflow.ts';
import type { EffectEvent, EffectHandler } from '../modules/cases/actions/effects.ts';
import { workflowOf } from '../modules/cases/rules/workflows.ts';
import { loadShop } from '../modules/identity/shop.ts';
import { queueMessage } from '../modules/messages/actions.ts';
import { TELLS_FINDINGS, type MessageData, type MessageEvent } from '../modules/messages/rules.ts';
import { addressesOfCase } from '../modules/messages/store.ts';
import { openRevisions, revisionsOf } from '../modules/quotes/actions/revisions.ts';
import { setPayoutMethod, type SavedMethod, type SetMethod } from '../modules/money/actions/method.ts';
import type { Route } from '../platform/http/route.ts';
import type { Reader, Tx } from '../platform/postgres.ts';
import type { Keyring } from '../platform/secrets.ts';
import { readMailFacts, type MailFacts } from './mail-facts.ts';

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The text of labels by language, in the language asked for; English where that one is missing. */
function labelIn(labels: unknown, locale: string | null): string | null {
  if (typeof labels !== 'object' || labels === null) return null;
  const known = new Map<string, unknown>(Object.entries(labels));
  return text(known.get(locale ?? 'en')) ?? text(known.get('en'));
}

/** True when an item that stands there has to leave us again. */
function goesBack(facts: MailFacts, at: At | undefined): boolean {
  const first = facts.items[0];
  if (!first || !at) return false;
  const workflow = workflowOf(first.workflow_id, first.workflow_version);
  return workflow.ok && hasTag(workflow.value, at, 'send_back_due');
}

/** What a letter says of the revised offers of these items, in the case's language. */
async function revisionsFor(
  reader: Reader,
  caseId: string,
  itemIds: readonly string[],
  facts: MailFacts,
): Promise<NonNullable<MessageData['revision']>> {
  const locale = isLocale(facts.locale) ? facts.locale : 'en';
  const open = openRevisions(await revisionsOf(reader, caseId)).filter((r) => itemIds.includes(r.itemId));
  return open.map((r) => ({
    number: r.itemNumber,
    title: r.title,
    old_price: r.oldPrice,
    price: r.price,
    reasons: r.reasons.map((one) => one.text[locale]),
    note: r.note,
    differences: r.differences.map((d) => ({
      question: d.question[locale],
      told: d.told[locale],
      found: d.found[locale],
    })),
    silence: facts.silence,
    answer_by: r.answerBy?.toISOString() ?? null,
  }));
}

export type LetterDetails = {
  /** What it is about, where its words depend on more than the case. */
  readonly event?: MessageEvent;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly code?: string;
  /** The move (or clock) it tells of, and where the items went. */
  readonly move?: string;
  readonly to?: At | undefined;
};

/** What a letter about these items of a case may say; null when the case has no mail address. */
export async function letterOf(
  reader: Reader,
  caseId: string,
  itemIds: readonly string[],
  more: LetterDetails,
): Promise<{ facts: MailFacts; data: MessageData } | null> {
  const facts = await readMailFacts(reader, caseId, itemIds);
  if (!facts?.email) return null;
  const shop = await loadShop(reader);
  const prices = facts.items.flatMap((i) => (i.price_minor === null ? [] : [i.price_minor]));
  const data: MessageData = {
    shop: { name: shop.name, email: shop.email, phone: shop.phone },
    customer: facts.name ?? '',
    reference: facts.reference,
    move: more.move ?? null,
    going_back: goesBack(facts, more.to),
    channel: facts.channel,
    currency: facts.currency,
    timezone: shop.timezone,
    devices: facts.items.map((i) => ({ title: i.title, number: i.number, price: i.price_minor })),
    total: prices.length > 0 ? prices.reduce((sum, price) => sum + price, 0) : null,
    valid_until: facts.valid_until,
    due_at: facts.due_at,
    visit_on: facts.visit_on,
    store: facts.store,
    reason: more.reason ?? null,
    topic: labelIn(more.data?.['topic'], facts.locale),
    carrier: text(more.data?.['carrier']),
    tracking: text(more.data?.['tracking_number']),
    method: facts.payout_kind,
    account: facts.payout_kind === 'bank' || facts.payout_kind === 'paypal' ? facts.payout_masked : null,
    transaction: text(more.data?.['transaction_reference']),
    code: more.code ?? null,
    revision:
      more.event && TELLS_FINDINGS.has(more.event) ? await revisionsFor(reader, caseId, itemIds, facts) : [],
  };
  return { facts, data };
}

/** The items a letter is really about: “we have your device” is not said of one that was not in the parcel. */
function toldOf(event: MessageEvent, set: EffectEvent): EffectEvent['items'] {
  const outcomes = set.data['outcomes'];
  if (event !== 'received' || typeof outcomes !== 'object' || outcomes === null) return set.items;
  const found = new Map<string, { outcome?: string } | null>(Object.entries(outcomes));
  return set.items.filter((i) => !['missing', 'empty'].includes(found.get(i.id)?.outcome ?? ''));
}

/** Before we have named a price there is nothing to remind of: the next step is ours. */
function isPointless(event: MessageEvent, data: MessageData): boolean {
  return event === 'quote_reminder' && data.total === null;
}

/**
 * The effect that mails an event: one letter for all items of the move, told once. The history numbers of the items
 * make the key, with the sum, because a quote may be made by hand twice where an item stands.
 */
export function mailEffect(event: MessageEvent): EffectHandler {
  return async (tx, ctx, set) => {
    const items = toldOf(event, set);
    if (items.length === 0) return ok(null);
    const letter = await letterOf(
      tx,
      set.caseId,
      items.map((i) => i.id),
      { event, reason: set.reason, data: set.data, move: set.move, to: items[0]?.to },
    );
    if (!letter || isPointless(event, letter.data)) return ok(null);
    const { facts, data } = letter;
    const at = items.map((i) => `${i.id.slice(-8)}.${i.seq}`).join(',');
    return await queueMessage(tx, ctx, {
      caseId: set.caseId,
      itemId: items.length === 1 ? (items[0]?.id ?? null) : null,
      event,
      locale: isLocale(facts.locale) ? facts.locale : 'en',
      to: facts.email ?? '',
      data,
      dedupeKey: `${set.caseId}:${event}:${set.move}:${at}:${data.total ?? ''}`,
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

/**
 * Tells the customer that the payout details were changed, once for each version after the first. It goes to every
 * address this case was ever written to: who diverts the money may have changed the contact just before.
 */
export async function tellPayoutChange(
  tx: Tx,
  ctx: Ctx,
  saved: Pick<SavedMethod, 'caseId' | 'version'>,
): Promise<Outcome<null>> {
  if (saved.version <= 1) return ok(null);
  const letter = await letterOf(tx, saved.caseId, [], {});
  if (!letter) return ok(null);
  const addresses = new Set([...(await addressesOfCase(tx, saved.caseId)), letter.facts.email ?? '']);
  for (const to of addresses) {
    if (to === '') continue;
    const queued = await queueMessage(tx, ctx, {
      caseId: saved.caseId,
      event: 'payout_details_changed',
      locale: isLocale(letter.facts.locale) ? letter.facts.locale : 'en',
      to,
      data: letter.data,
      dedupeKey: `${saved.caseId}:payout_details_changed:v${saved.version}:${to}`,
    });
    if (!queued.ok) return queued;
  }
  return ok(null);
}

/** Sets the payout method and, when it replaces another, tells the customer. Refuses what `setPayoutMethod` says. */
export async function changePayoutMethod(
  tx: Tx,
  ctx: Ctx,
  input: SetMethod,
  keyring: Keyring,
): Promise<Outcome<SavedMethod>> {
  const saved = await setPayoutMethod(tx, ctx, input, keyring);
  if (!saved.ok) return saved;
  const told = await tellPayoutChange(tx, ctx, saved.value);
  return told.ok ? saved : told;
}

/** The same routes; the one that sets a payout method tells the customer too. Money knows no messages, so the app ties them. */
export function tellingPayoutChanges(routes: readonly Route[]): Route[] {
  return routes.map((one) =>
    one.method === 'put' && one.path.endsWith('/payout-method')
      ? {
          ...one,
          run: async (tx, input, call) => {
            const saved = await one.run(tx, input, call);
            if (!saved.ok || !tx) return saved;
            const told = await tellPayoutChange(tx, call.ctx, saved.value as SavedMethod);
            return told.ok ? saved : told;
          },
        }
      : one,
  );
}
