/** Which messages there are, and what each may say. Pure. */

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
  'hold_reminder',
  'hold_released',
  'payout_ready',
  'payout_submitted',
  'payout_failed',
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

/** A message that must not be switched off: the seller's clock would start in silence (source text 000, 16). */
export const NEVER_SILENT: ReadonlySet<MessageEvent> = new Set(['revised_offer', 'link_code', 'new_link']);

/** What every template may use; a key without a value is null, an unknown key is an error. Money in minor units. */
export type MessageData = {
  readonly shop: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly customer: string;
  readonly reference: string;
  readonly channel: 'mail_in' | 'in_store';
  readonly currency: string;
  readonly timezone: string;
  /** One title, or how many devices. */
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
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly method: string | null;
  readonly account: string | null;
  readonly transaction: string | null;
  readonly code: string | null;
};

/** Names a template may use, for the editor and the check that texts use nothing else. */
export const VARIABLES = [
  'shop',
  'customer',
  'reference',
  'channel',
  'currency',
  'timezone',
  'devices',
  'total',
  'valid_until',
  'due_at',
  'visit_on',
  'store',
  'reason',
  'carrier',
  'tracking',
  'method',
  'account',
  'transaction',
  'code',
  'link',
  'locale',
] as const;

/** One text: what stands in the subject, what in the letter (blank lines part paragraphs), and on its button. */
export type MessageText = { readonly subject: string; readonly body: string; readonly button?: string };
export type Texts = Readonly<Record<MessageEvent, MessageText>> & {
  readonly layout?: never;
};

/** A subject or name as a mail header may hold it: one line, no control characters, at most 200. */
export function headerText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
