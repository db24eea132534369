/** What the program says in the team's chat, and what such a line may name. Pure. */

export const CHAT_EVENTS = ['ownership_approved'] as const;
export type ChatEvent = (typeof CHAT_EVENTS)[number];

/** What a line may name; a shop's own text uses nothing else. */
export type ChatData = {
  /** The case's reference, as the customer knows it. */
  readonly reference: string;
  /** The device's number. */
  readonly item: string;
  /** The device's title. */
  readonly device: string;
};
export const CHAT_VARIABLES: readonly (keyof ChatData)[] = ['reference', 'item', 'device'];

/** Ours, in the words of source text 001; a shop may have its own. */
export const CHAT_TEXTS: Readonly<Record<ChatEvent, string>> = {
  ownership_approved: '{{ reference }} | {{ item }} | Proof of Purchase approved',
};

/** Longest line, in characters. */
export const LONGEST_LINE = 500;

/** What a preview tells of. */
export const EXAMPLE_LINE: ChatData = {
  reference: 'V261121000000',
  item: 'S10001',
  device: 'Apple iPhone 16, 128 GB',
};
