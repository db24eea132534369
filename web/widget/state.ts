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
  /** Names the request for an offer, and which one it names. */
  key: string;
  keyed: string;
  offer: { of: string; token: string; reference: string; path: string; minor: number; until: string } | null;
  done: { reference: string; kit: string; by: string } | null;
};

export function emptyState(): State {
  return {
    step: 'start', trail: [], after: null, category: 'phone', model: null, variant: null, answers: {}, lines: [], at: null,
    channel: '', location: '', day: '', contact: { name: '', email: '', phone: '' },
    address: { line1: '', line2: '', postal_code: '', city: '', country: '' },
    payout: { kind: '', holder: '', iban: '', paypal_email: '' }, silence: '', key: '', keyed: '', offer: null, done: null,
  }; // prettier-ignore
}

/** A key that is the same again while `body` stays the same, so that a repeated request has one effect. */
export function keyFor(holder: { key: string; keyed: string }, body: unknown): string {
  const text = JSON.stringify(body);
  // Not `randomUUID`: browsers keep that to https, and a shop may run on its own network without.
  if (holder.keyed !== text)
    Object.assign(holder, { keyed: text, key: [...crypto.getRandomValues(new Uint32Array(4))].join('-') });
  return holder.key;
}

/** As the loader looks for it. */
const nameOf = (api: string) => `reprise-quote ${api}`;

/** The state left in this tab, or a new one. */
export function loadState(api: string): State {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(api)) ?? 'null') as State | null;
    return kept ? { ...emptyState(), ...kept } : emptyState();
  } catch {
    return emptyState();
  }
}

/** Keeps it, without the account number: that is typed again rather than left in a browser. */
export function keepState(api: string, state: State): void {
  try {
    sessionStorage.setItem(nameOf(api), JSON.stringify({ ...state, payout: { ...state.payout, iban: '' } }));
  } catch {
    // Without storage a reload begins anew.
  }
}

export function dropState(api: string): void {
  try {
    sessionStorage.removeItem(nameOf(api));
  } catch {
    // Nothing was kept.
  }
}
