/** A call to a server that is not ours: what is asked and what can come of it. platform/outbound.ts makes it. */

export type OutboundRequest = {
  /** `https://…` or `http://…`, without name and password in it. */
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Longest it may take from the first look-up to the last byte. */
  readonly timeoutMs: number;
  /** Largest answer that is read. */
  readonly maxBytes: number;
};

/** The server's answer, whatever its status; a redirect is an answer too and is not followed. */
export type OutboundAnswer = {
  readonly state: 'answered';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read as UTF-8. */
  readonly body: string;
};

/**
 * No answer. `refused`: we did not call, the address is not one to call. `unreachable`: no connection, or it broke.
 * `sent` is true when the server may have got the request all the same.
 */
export type OutboundFailure = {
  readonly state: 'unreachable' | 'timeout' | 'refused' | 'too_large';
  readonly detail: string;
  readonly sent: boolean;
};

export type OutboundResult = OutboundAnswer | OutboundFailure;

/** What an adapter is given to reach its server with. */
export type CallOut = (request: OutboundRequest) => Promise<OutboundResult>;
