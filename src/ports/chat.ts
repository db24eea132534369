/** What we ask of the world for the team's chat: say one line in a channel. */

export type ChatLine = {
  /** A channel as the chat names it: `#handling`, or its id. */
  readonly channel: string;
  /** Plain text; the adapter takes care of what its chat would read as mark-up. */
  readonly text: string;
  /** Ours, the same for every try of one line, so that a doubled delivery can be recognised. */
  readonly idempotencyKey: string;
};

/**
 * `sent`: the chat has it. `kept`: nothing is connected, it is shown in the console. `refused`: it will not be taken as
 * things are (no such channel, a token that ended). `later`: not now, try again. `unknown`: the line broke after it was
 * handed over, so it may be there; it is not sent again by itself.
 */
export type ChatDelivery =
  | { readonly state: 'sent'; readonly detail: string; readonly providerId: string | null }
  | { readonly state: 'later'; readonly detail: string; readonly afterSeconds: number | null }
  | { readonly state: 'kept' | 'refused' | 'unknown'; readonly detail: string };

/** Never throws and always ends in time. */
export type ChatPort = { readonly post: (line: ChatLine) => Promise<ChatDelivery> };
