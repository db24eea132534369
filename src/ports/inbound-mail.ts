/** What we ask of a mailbox: give what is new, and forget nothing until we have it. */

/** What became of a mail that was handed over: `kept` is marked as read in the mailbox, `later` stays new there. */
export type Handed = 'kept' | 'later';

/**
 * `fetched`: so many were kept; `left` were not, or are still to come. `failed`: the mailbox did not open, or the line
 * broke; what was kept before stays kept. The detail is one line for people and holds no secret.
 */
export type Fetched =
  | { readonly state: 'fetched'; readonly kept: number; readonly left: number }
  | { readonly state: 'failed'; readonly detail: string };

export type InboundMailPort = {
  /** Signs in and opens the folder; changes nothing. */
  readonly look: () => Promise<{ readonly ok: boolean; readonly detail: string }>;
  /** Hands over each new mail as it came, oldest first. Never throws. */
  readonly fetch: (hand: (raw: Uint8Array) => Promise<Handed>) => Promise<Fetched>;
};
