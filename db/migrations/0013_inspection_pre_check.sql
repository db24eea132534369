-- Devices we do not take: stolen goods we know of, other shops' warnings, our own past.
create table blocked_devices (
  id text primary key,
  kind text not null check (kind in ('imei', 'serial')),
  number text not null,
  reason text not null check (length(reason) between 1 and 500),
  source text not null check (source in ('staff', 'import')),
  added_by text references staff (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by text references staff (id)
);
create unique index blocked_devices_number on blocked_devices (kind, number) where removed_at is null;

-- Evidence: what was asked about a device, of whom, and what came back. Rows are never changed once answered.
create table device_checks (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  unit_id text references units (id),
  kind text not null check (kind in ('number', 'model', 'seen_before', 'block_list', 'provider', 'activation_lock')),
  -- unknown is never clean: a provider that is silent has said nothing.
  verdict text not null check (verdict in ('asked', 'clean', 'hit', 'unknown')),
  provider text,
  detail text not null default '',
  evidence jsonb not null default '{}',
  asked_by_kind text not null,
  asked_by_id text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check ((verdict = 'asked') = (answered_at is null))
);
create index device_checks_item on device_checks (item_id, asked_at desc);
create index device_checks_case on device_checks (case_id, asked_at desc);
