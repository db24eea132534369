-- Who: the shop itself, its stores, its staff, its customers, and the links and sessions that let people in.
create extension if not exists citext;
create extension if not exists pg_trgm;

-- One shop per installation.
create table shop (
  id integer primary key default 1 check (id = 1),
  name text not null check (length(name) between 1 and 120),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  timezone text not null,
  address jsonb,
  email text,
  phone text,
  -- What differs from the defaults in modules/identity/rules/settings.ts.
  settings jsonb not null default '{}',
  demo boolean not null default false,
  set_up_at timestamptz not null,
  version integer not null default 1
);

create table locations (
  id text primary key,
  name text not null check (length(name) between 1 and 120),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  address jsonb not null,
  phone text,
  -- {"mon": [["09:00", "18:00"]], …}; a day that is absent is closed.
  opening_hours jsonb not null default '{}',
  timezone text not null,
  takes_walk_ins boolean not null default true,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 1
);

create table staff (
  id text primary key,
  email citext not null unique,
  name text not null check (length(name) between 1 and 120),
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['owner', 'counter', 'bench', 'help_desk', 'finance', 'viewer']
    and array_position(roles, null) is null),
  location_id text references locations (id),
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  disabled_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);

-- How a person signs in: a scrypt hash. A person without a row has been invited and has not chosen a password yet.
create table staff_accounts (
  staff_id text primary key references staff (id),
  password_hash text not null,
  changed_at timestamptz not null
);

create table staff_sessions (
  id text primary key,
  staff_id text not null references staff (id),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sessions_staff on staff_sessions (staff_id);
create index staff_sessions_expired on staff_sessions (expires_at);

-- Short-lived single-use secrets: the second step of signing in, an invitation, a password to choose anew.
create table staff_verifications (
  token_hash text primary key,
  staff_id text not null references staff (id),
  purpose text not null check (purpose in ('totp', 'invite', 'reset')),
  attempts integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index staff_verifications_staff on staff_verifications (staff_id);

-- The second factor (RFC 6238). It counts once `activated_at` is set: the person has shown a first code.
create table staff_two_factors (
  staff_id text primary key references staff (id),
  sealed_secret text not null,
  backup_hashes text[] not null default '{}',
  -- The last time step a code was taken from, so that no code works twice.
  last_step bigint not null default 0,
  activated_at timestamptz,
  created_at timestamptz not null
);

-- Counted tries per subject (a mail address, a case), because one process's memory is not enough and forgets.
create table throttles (
  subject text primary key,
  started_at timestamptz not null,
  hits integer not null
);

create table setup_tokens (
  token_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table customers (
  id text primary key,
  -- One person per mail address; walk-ins may have none.
  email citext unique,
  name text not null check (length(name) between 1 and 200),
  -- E.164
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  address jsonb,
  company text,
  flag text not null default 'none' check (flag in ('none', 'trusted', 'watch', 'blocked')),
  blocked_at timestamptz,
  note text,
  created_at timestamptz not null,
  version integer not null default 1,
  search text not null generated always as (
    lower(name || ' ' || coalesce(company, '') || ' ' || coalesce(email::text, '') || ' ' || coalesce(phone, ''))) stored,
  check ((flag = 'blocked') = (blocked_at is not null))
);
create index customers_newest on customers (created_at desc, id desc);
create index customers_search on customers using gin (search gin_trgm_ops);
create index customers_phone on customers (phone) where phone is not null;

-- What a customer's mail carries: only the hash of the secret is kept, opening one never consumes it.
create table links (
  id text primary key,
  purpose text not null check (purpose in ('portal', 'resume', 'kit', 'return')),
  -- No foreign key: cases are a higher module's.
  case_id text,
  customer_id text references customers (id),
  power text not null check (power in ('view', 'act')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index links_case on links (case_id);
create index links_customer on links (customer_id);

-- The cookie a link was exchanged for. It dies with its link.
create table portal_sessions (
  id text primary key,
  token_hash text not null unique,
  link_id text not null references links (id) on delete cascade,
  case_id text not null,
  customer_id text not null references customers (id),
  power text not null check (power in ('view', 'act')),
  sensitive_until timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index portal_sessions_link on portal_sessions (link_id);
create index portal_sessions_expired on portal_sessions (expires_at);

-- Six digits by mail that raise a portal session to 'sensitive' for a quarter of an hour.
create table link_codes (
  id bigint generated always as identity primary key,
  session_id text not null references portal_sessions (id) on delete cascade,
  case_id text not null,
  customer_id text not null references customers (id),
  purpose text not null check (purpose in ('sensitive')),
  code_hash text not null,
  attempts integer not null default 0 check (attempts <= 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_codes_session on link_codes (session_id, created_at desc);
