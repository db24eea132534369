-- What we wrote to customers, and what became of it.
create table messages (
  id text primary key,
  case_id text references cases (id),
  item_id text references items (id),
  event text not null,
  channel text not null check (channel in ('email')),
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  to_address text not null,
  -- What the template is filled with: a snapshot of the moment, rendered when it is delivered. A code leaves it then.
  data jsonb not null,
  attachments jsonb not null default '[]',
  -- As it was sent, but for its code and the token of its link: the database keeps only hashes of those.
  subject text,
  body_text text,
  body_html text,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'outbox', 'unknown')),
  attempts integer not null default 0,
  last_error text,
  dedupe_key text not null unique,
  message_id text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index messages_case on messages (case_id, created_at desc, id desc);
create index messages_newest on messages (created_at desc, id desc);
create index messages_by_state on messages (state, created_at desc, id desc);

create table message_templates (
  id text primary key,
  event text not null,
  channel text not null check (channel in ('email')),
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  version integer not null,
  subject text not null,
  body text not null,
  enabled boolean not null default true,
  created_by text references staff (id),
  created_at timestamptz not null,
  unique (event, channel, locale, version)
);
