/** What we ask of the world for a mail: deliver one message, or say what went wrong. */

export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

export type Email = {
  readonly to: { readonly name: string | null; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: string;
  /** Ours, kept with the message: the same for every try, so that a doubled delivery can be recognised. */
  readonly messageId: string;
  readonly replyTo: string | null;
  readonly attachments: readonly Attachment[];
};

/**
 * `sent`: the next server has it. `kept`: nowhere to send it, it stays in the outbox. `refused`: it will never be
 * taken (no such mailbox). `later`: not now, try again. `unknown`: the line broke after the text was handed over, so
 * it may have arrived; it is not sent again by itself.
 */
export type Delivery = {
  readonly state: 'sent' | 'kept' | 'refused' | 'later' | 'unknown';
  readonly detail: string;
};

export type EmailPort = { readonly deliver: (email: Email) => Promise<Delivery> };
