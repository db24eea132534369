/** What the API sends and takes about connections and the team's chat. */

export type Port = 'chat' | 'device_check' | 'inbound_mail';

export type Connection = {
  port: Port;
  adapter: string;
  config: Record<string, unknown>;
  /** Names only; values never come back. */
  secrets_set: string[];
  enabled: boolean;
  changed_at: string | null;
  changed_by: string | null;
  last_ok_at: string | null;
  last_error: string | null;
  last_error_at: string | null;
  version: number;
};

export type ConnectionInput = {
  adapter: string;
  config: Record<string, unknown>;
  /** A value replaces, null removes, what is not named stays. */
  secrets: Record<string, string | null>;
  enabled: boolean;
};

export type ConnectionTest = { ok: boolean; detail: string; answer: string | null };

/** Shown once. */
export type InboundAddress = { url: string; connection: Connection };

/** What values at a place of the provider's answer mean. */
export type AnswerMapping = { pointer: string; clean: string[]; hit: string[] };

export type ChatLine = {
  id: string;
  case_id: string | null;
  reference: string | null;
  event: string;
  channel: string;
  text: string;
  state: 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | 'unknown';
  attempts: number;
  last_error: string | null;
  created_at: string;
  sent_at: string | null;
};

/** What the program says in the chat when something happens: `GET /api/chat-texts`. */
export type ChatText = {
  event: 'ownership_approved';
  locale: string;
  ours: string;
  present: string;
  version: number;
  variables: string[];
};
