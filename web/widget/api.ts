/** The few calls the widget makes. What fails is thrown as a `Problem`; a network that fails has the code `offline`. */

export type Money = { minor: number; currency: string };
export type Variant = { id: string; label: string; from_price: Money | null };
export type Model = {
  slug: string;
  title: string;
  category: string;
  variants: Variant[];
  from_price: Money | null;
};
export type Answer = { key: string; label: string; detail: string | null; unsure: boolean };
export type Question = { key: string; label: string; help: string | null; answers: Answer[] };
export type QuestionSet = {
  category: string;
  questions: Question[];
  presets: { key: string; label: string; answers: Record<string, string> }[];
};
export type Store = {
  id: string;
  name: string;
  address: { line1?: string; postal_code?: string; city?: string };
  opening_hours: Record<string, [string, string][]>;
};
export type Shop = {
  name: string;
  currency: string;
  country: string;
  locations: Store[];
  payout_methods: { mail_in: string[]; in_store: string[] };
  ship_by_days: number;
  revised_offer_days: number;
  silence: string;
  silence_choices: string[];
};
export type Priced = { items: { title: string; price: Money | null }[]; total: Money; valid_until: string };
export type Offer = {
  reference: string;
  token: string;
  portal_url: string;
  valid_until: string;
  total: Money;
};
export type Confirmed = { reference: string; kit_url: string | null; status_url: string };

export class Problem extends Error {
  code: string;
  field: string;
  more: Record<string, unknown>;
  constructor(code: string, message: string, field = '', more: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.field = field;
    this.more = more;
  }
}

const PATIENCE_MS = 12_000;

/** One call; `key` makes a repeated POST have one effect. */
export async function call<T>(
  api: string,
  path: string,
  body?: unknown,
  extra: { token?: string; key?: string } = {},
): Promise<T> {
  const headers: Record<string, string> = {};
  if (body) headers['content-type'] = 'application/json';
  if (extra.token) headers['authorization'] = `Bearer ${extra.token}`;
  if (extra.key) headers['idempotency-key'] = extra.key;
  let answer: Response;
  let value: Record<string, unknown>;
  try {
    answer = await fetch(api + path, {
      method: body ? 'POST' : 'GET',
      headers,
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    value = (await answer.json()) as Record<string, unknown>;
  } catch {
    throw new Problem('offline', '');
  }
  if (answer.ok) return value as T;
  if (answer.status >= 500 || answer.status === 429) throw new Problem('offline', '');
  const first = (value['errors'] as { field: string; message: string }[] | undefined)?.[0];
  throw new Problem(
    String(value['code']),
    first?.message ?? String(value['detail'] ?? ''),
    first?.field ?? '',
    value['more'] as Record<string, unknown> | undefined,
  );
}
