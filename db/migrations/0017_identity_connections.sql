-- What the shop connects to: one row for each port. Secrets are sealed and never shown again.
create table connections (
  port text primary key check (port in ('chat', 'device_check', 'inbound_mail')),
  adapter text not null,
  config jsonb not null default '{}',
  sealed text,
  enabled boolean not null default false,
  changed_by text references staff (id),
  changed_at timestamptz not null,
  -- How it went last: shown in the settings.
  last_ok_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  version integer not null default 1
);
