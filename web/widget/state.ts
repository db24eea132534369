/** What somebody has answered so far, kept in this tab so that a reload goes on where it was. */

export type Answers = Record<string, string>;
export type Device =
  { variant_id: string; answers: Answers } | { unlisted: { category: string; description: string } };
export type Line = { device: Device; title: string; minor: number | null };

export type State = {
  step: string;
  trail: string[];
  /** The step that asked for a change, to return to. */
  after: string | null;
  category: string;
  model: { slug: string; title: string } | null;
  variant: { id: string; title: string } | null;
  answers: Answers;
  lines: Line[];
  /** The line being looked at; null while it is not part of the offer yet. */
  at: number | null;
  channel: string;
  location: string;
  day: string;
  contact: { name: string; email: string; phone: string };
  address: { line1: string; line2: string; postal_code: string; city: string; country: string };
  payout: { kind: string; holder: string; iban: string; paypal_email: string };
  silence: string;
  /** Names this quote, so that a repeated request has one effect. */
  key: string;
  offer: { of: string; token: string; reference: string; path: string; minor: number; until: string } | null;
  done: { reference: string; kit: boolean } | null;
};

export function emptyState(): State {
  return {
    step: 'start', trail: [], after: null, category: 'phone', model: null, variant: null, answers: {}, lines: [], at: null,
    channel: '', location: '', day: '', contact: { name: '', email: '', phone: '' },
    address: { line1: '', line2: '', postal_code: '', city: '', country: '' },
    payout: { kind: '', holder: '', iban: '', paypal_email: '' }, silence: '', key: crypto.randomUUID(), offer: null, done: null,
  }; // prettier-ignore
}

/** The state left in this tab, or a new one. */
export function loadState(name: string): State {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as State | null;
    return kept ? { ...emptyState(), ...kept } : emptyState();
  } catch {
    return emptyState();
  }
}

/** Keeps it, without the account number: that is typed again rather than left in a browser. */
export function keepState(name: string, state: State): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ ...state, payout: { ...state.payout, iban: '' } }));
  } catch {
    // Without storage a reload begins anew.
  }
}

export function dropState(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
