/** What the API sends and takes about people, the shop and its stores. JSON is snake_case. */

/** Integer minor units and an ISO 4217 code. */
export type Money = { minor: number; currency: string };

export type List<T> = { items: T[]; next_cursor: string | null };

/** A refusal, as problem+json (RFC 9457). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: { field: string | null; code: string; message: string }[];
  request_id?: string;
  more?: Record<string, unknown>;
};

export type Locale = 'en' | 'nl' | 'de' | 'fr' | 'es';
export type Role = 'owner' | 'counter' | 'bench' | 'help_desk' | 'finance' | 'viewer';

export type Setup = { needed: boolean; demo_available: boolean };
/** How far the demo data is; when done, who can sign in. */
export type DemoProgress = {
  state: 'none' | 'running' | 'done' | 'failed';
  done: number;
  of: number;
  failure: string | null;
  password: string | null;
  people: { name: string; email: string; role: string }[];
};

export type SetupInput = {
  token: string;
  shop_name: string;
  country: string;
  currency: string;
  locale: Locale;
  timezone: string;
  owner_name: string;
  email: string;
  password: string;
};

export type Me = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  permissions: string[];
  location: { id: string; name: string } | null;
  locale: Locale;
  two_factor: boolean;
  /** The shop asks for a second factor and this person has none: money permissions do not count. */
  money_locked: boolean;
};

export type SignInAnswer = { me: Me } | { totp_required: true; challenge: string };

export type Enrolment = { uri: string; qr_svg: string; backup_codes?: string[] };

export type Staff = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  location_id: string | null;
  locale: Locale;
  two_factor: boolean;
  state: 'invited' | 'active' | 'disabled';
  created_at: string;
  version: number;
};

/** Shown once: the page where a new or reset person chooses a password. */
export type Invited = { person: Staff; url: string; expires_at: string };

export type Silence = 'send_back' | 'accept' | 'hold';
export type Method = 'bank' | 'paypal' | 'store_credit' | 'cash';

export type ShopSettings = {
  quote_valid_days: number;
  confirm_days: number;
  ship_by_days: number;
  visit_days: number;
  pre_check_days: number;
  inspect_days: number;
  revised_offer_days: number;
  payout_days: number;
  send_back_days: number;
  pay_items: 'together' | 'as_ready';
  silence: Silence;
  silence_choices: Silence[];
  payout_methods: { mail_in: Method[]; in_store: Method[] };
  payout_release_above_minor: number | null;
  ownership_four_eyes: boolean;
  chat_channel: string;
  two_factor_for_money: boolean;
};

export type Shop = {
  name: string;
  country: string;
  currency: string;
  locale: Locale;
  timezone: string;
  address: Address | null;
  email: string | null;
  phone: string | null;
  settings: ShopSettings;
  demo: boolean;
  version: number;
};

export type Address = {
  name?: string | null;
  line1?: string | null;
  line2?: string | null;
  postal_code?: string | null;
  city?: string | null;
  region?: string | null;
  country?: string | null;
};

export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type OpeningHours = Partial<Record<Day, [string, string][]>>;

export type Location = {
  id: string;
  name: string;
  address: Address;
  phone: string | null;
  opening_hours: OpeningHours;
  timezone: string;
  takes_walk_ins: boolean;
  active: boolean;
  version: number;
};

export type Customer = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: Locale;
  address: Address | null;
  company: string | null;
  flag: string;
  note: string | null;
  created_at: string;
  version: number;
};

/** Somebody who works here now: to assign and to mention. */
export type Colleague = { id: string; name: string; roles: Role[]; location_id: string | null };
