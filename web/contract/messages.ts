/** What the API sends about mail that came in, and the thread of a case. */
import type { Locale } from './session.ts';

/** Kept as `url`, or named with `why` it was not; neither while the mail waits for its case. */
export type MailFile = {
  name: string;
  media_type: string;
  bytes: number;
  file_id: string | null;
  url: string | null;
  refused: string | null;
  why: string | null;
};

export type InboundMail = {
  id: string;
  case_id: string | null;
  reference: string | null;
  item_id: string | null;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  attachments: MailFile[];
  matched_by: 'reply' | 'reference' | 'sender' | 'staff' | null;
  automatic: boolean;
  other_sender: boolean;
  received_at: string;
  read_at: string | null;
  set_aside_at: string | null;
};

export type InboundState = 'unmatched' | 'unread' | 'all';

export type ThreadMessage = {
  id: string;
  direction: 'in' | 'out';
  at: string;
  item_id: string | null;
  event: string | null;
  subject: string | null;
  text: string | null;
  name: string;
  address: string;
  state: string | null;
  last_error: string | null;
  attachments: MailFile[];
  automatic: boolean;
  other_sender: boolean;
  read_at: string | null;
};

export type LetterWords = { subject: string; body: string };
export type Macro = {
  id: string;
  name: string;
  own_name: boolean;
  ours: boolean;
  active: boolean;
  position: number;
  version: number;
  texts: Partial<Record<Locale, LetterWords & { version: number }>>;
};
export type MacroText = {
  macro_id: string;
  locale: Locale;
  ours: LetterWords | null;
  present: (LetterWords & { version: number }) | null;
  variables: string[];
  versions: (LetterWords & { version: number; created_by: string | null; created_at: string })[];
};
/** A macro's words about a case; `locale` is the nearest language the macro has. */
export type LetterDraft = LetterWords & { locale: Locale; to: string };
