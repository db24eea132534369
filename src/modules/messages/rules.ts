/** Which messages there are, and what each may say. Pure. */
import { MINUTE } from '../../kernel/time.ts';
import type { WrittenLetter } from './rules/letters.ts';

export const MESSAGE_EVENTS = [
  'quote_made',
  'quote_reminder',
  'quote_abandoned',
  'offer_confirmed',
  'offer_expired',
  'ship_reminder',
  'visit_reminder',
  'cancelled',
  'in_transit',
  'delivered',
  'delayed',
  'received',
  'inspection_passed',
  'revised_offer',
  'revised_offer_reminder',
  'revised_offer_accepted',
  'revised_offer_declined',
  'on_hold_general',
  'on_hold_activation_lock',
  'on_hold_proof_of_purchase',
  'on_hold_question',
  'hold_reminder',
  'second_inspection',
  'device_refused',
  'hold_released',
  'payout_ready',
  'payout_submitted',
  'payout_failed',
  'payout_details_changed',
  'paid',
  'withdrawn',
  'sent_back',
  'link_code',
  'new_link',
] as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

export function isMessageEvent(text: string): text is MessageEvent {
  return (MESSAGE_EVENTS as readonly string[]).includes(text);
}

/** Messages that tell what an inspection found. */
export const TELLS_FINDINGS: ReadonlySet<MessageEvent> = new Set(['revised_offer', 'revised_offer_reminder']);

/**
 * Messages that cannot be switched off: a seller's clock would start in silence (source text 000, 16), a question a
 * colleague asks would reach nobody, a device would come back unannounced, a code or link somebody waits for would
 * never come, or somebody's money would be diverted unseen (reliability.md).
 */
export const NEVER_SILENT: ReadonlySet<MessageEvent> = new Set([
  'revised_offer',
  'device_refused',
  'on_hold_proof_of_purchase',
  'on_hold_activation_lock',
  'on_hold_question',
  'link_code',
  'new_link',
  'payout_details_changed',
]);

/** How long a message is worth sending, in ms, where that is short; a code works for ten minutes (identity/links.ts). */
export const WORTH_MS: Readonly<Partial<Record<MessageEvent, number>>> = { link_code: 10 * MINUTE };

/** Letters about prices list the devices with them; where an old price would mislead, titles only. */
const PRICES: ReadonlySet<MessageEvent> = new Set([
  'quote_made',
  'quote_reminder',
  'quote_abandoned',
  'offer_confirmed',
  'ship_reminder',
  'visit_reminder',
  'revised_offer_accepted',
  'payout_ready',
  'payout_submitted',
  'payout_failed',
  'paid',
]);
const NO_LIST: ReadonlySet<MessageEvent> = new Set(['link_code', 'new_link', 'payout_details_changed']);

/** What a letter lists of its devices. */
export function listingOf(event: MessageEvent): 'prices' | 'titles' | 'nothing' {
  if (NO_LIST.has(event)) return 'nothing';
  return PRICES.has(event) ? 'prices' : 'titles';
}

/** What every template may use; a key without a value is null, an unknown key is an error. Money in minor units. */
export type MessageData = {
  readonly shop: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly customer: string;
  readonly reference: string;
  /** The move, or the clock, that set the letter off. */
  readonly move: string | null;
  /** The devices have to go back to the customer. */
  readonly going_back: boolean;
  readonly channel: 'mail_in' | 'in_store';
  readonly currency: string;
  readonly timezone: string;
  /** What the letter is about; `price` in minor units, null while there is none. */
  readonly devices: readonly {
    readonly title: string;
    readonly number: string;
    readonly price: number | null;
  }[];
  readonly total: number | null;
  readonly valid_until: string | null;
  readonly due_at: string | null;
  readonly visit_on: string | null;
  readonly store: string | null;
  readonly reason: string | null;
  /** What a hold is about, as the shop names its reason, in the customer's language. */
  readonly topic?: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly method: string | null;
  readonly account: string | null;
  readonly transaction: string | null;
  readonly code: string | null;
  /** Revised offers that wait for an answer; prices in minor units. */
  readonly revision?: readonly RevisedDevice[];
  /** What somebody wrote by hand, word for word: nothing in it is filled in. */
  readonly letter?: WrittenLetter;
};

/** One device in the letter about a revised offer: as told beside as found. */
export type RevisedDevice = {
  readonly number: string;
  readonly title: string;
  readonly old_price: number | null;
  readonly price: number;
  readonly reasons: readonly string[];
  readonly note: string | null;
  readonly differences: readonly {
    readonly question: string;
    readonly told: string;
    readonly found: string;
  }[];
  /** What no answer leads to: `send_back`, `accept` or `hold`. */
  readonly silence: string;
  readonly answer_by: string | null;
};

/** Names a template may use, for the editor and the check that texts use nothing else. */
export const VARIABLES = [
  'shop',
  'customer',
  'reference',
  'move',
  'going_back',
  'channel',
  'currency',
  'timezone',
  'devices',
  'count',
  'unpriced',
  'total',
  'valid_until',
  'due_at',
  'visit_on',
  'store',
  'reason',
  'topic',
  'carrier',
  'tracking',
  'method',
  'account',
  'transaction',
  'code',
  'revision',
  'link',
  'locale',
] as const;

/** One text: what stands in the subject, what in the letter (blank lines part paragraphs), and on its button. */
export type MessageText = { readonly subject: string; readonly body: string; readonly button?: string };
export type Texts = Readonly<Record<MessageEvent, MessageText>> & {
  readonly layout?: never;
};

/** Characters that turn the direction of the text after them: they can make one address look like another. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line of text: no control characters, no doubled blanks, at most `longest` characters. */
function oneLine(text: string, longest: number): string {
  const line = text
    .replace(TURNING, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${[...line].slice(0, longest - 1).join('')}…`;
}

/** A subject or name as a mail header may hold it: one line, no control characters, at most 200. */
export function headerText(text: string): string {
  return oneLine(text, 200);
}

/**
 * Words a stranger chose. Anybody may ask for a quote under somebody else's address, so that our letter must not
 * carry their advertisement: short, one line, no addresses of web sites.
 */
function strangersWords(text: string, longest: number): string {
  return oneLine(text.replace(/[a-z][a-z0-9+.-]*:\/\/|www\./gi, ' '), longest);
}

/** As long as a colleague may write to a customer in one field, in characters. */
const LONGEST_REASON = 1_000;

/** The same data with every field that people wrote made fit for a letter. */
export function tidy(data: MessageData): MessageData {
  const line = (text: string | null, longest = 500) =>
    text === null ? null : oneLine(text, longest) || null;
  return {
    ...data,
    customer: strangersWords(data.customer, 80),
    devices: data.devices.map((d) => ({ ...d, title: strangersWords(d.title, 120) })),
    store: line(data.store),
    reason: line(data.reason, LONGEST_REASON),
    topic: line(data.topic ?? null),
    carrier: line(data.carrier),
    tracking: line(data.tracking),
    account: line(data.account),
    transaction: line(data.transaction),
    revision: (data.revision ?? []).map((r) => ({
      ...r,
      title: strangersWords(r.title, 120),
      note: line(r.note, LONGEST_REASON),
    })),
  };
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) <= Date.parse(other) ? one : other;
}

/** What was offered last stands where two letters speak of the same device. */
function joinRevisions(first: readonly RevisedDevice[], second: readonly RevisedDevice[]): RevisedDevice[] {
  return [...new Map([...first, ...second].map((r) => [r.number, r])).values()];
}

/** One letter of two about the same thing of the same case: all devices, each as it was told last, and the earlier dates. */
export function joinLetters(first: MessageData, second: MessageData): MessageData {
  const told = new Map([...first.devices, ...second.devices].map((d) => [d.number, d]));
  const devices = [...told.values()];
  const prices = devices.flatMap((d) => (d.price === null ? [] : [d.price]));
  return {
    ...first,
    devices,
    total: prices.length > 0 ? prices.reduce((sum, price) => sum + price, 0) : null,
    valid_until: earliest(first.valid_until, second.valid_until),
    due_at: earliest(first.due_at, second.due_at),
    revision: joinRevisions(first.revision ?? [], second.revision ?? []),
  };
}

/** What is kept of a secret once its letter has gone. */
export const HIDDEN = '••••••';

/**
 * The letter as it is kept: without its code and the token of its link. Whoever reads an old letter, staff or thief
 * of a backup, could otherwise act as the customer and have the money paid elsewhere; the database keeps only hashes
 * of both.
 */
export function withoutSecrets<T extends Readonly<Record<string, string>>>(
  letter: T,
  secrets: readonly (string | null)[],
): T {
  const hide = (text: string) =>
    secrets.reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, HIDDEN) : rest), text);
  return Object.fromEntries(Object.entries(letter).map(([part, text]) => [part, hide(text)])) as T;
}
