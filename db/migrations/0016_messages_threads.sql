-- Staff's own letters and macros, the customer's answers, and lines in the team's chat.
alter table message_templates drop constraint message_templates_channel_check;
alter table message_templates add constraint message_templates_channel_check check (channel in ('email', 'chat'));

-- Ready-made letters staff send by hand; their texts are message_templates of the event `macro_<id>`.
create table macros (
  id text primary key check (id ~ '^[a-z][a-z0-9_]{1,39}$'),
  name text not null check (length(name) between 1 and 80),
  position integer not null,
  active boolean not null default true,
  created_by text references staff (id),
  created_at timestamptz not null,
  version integer not null default 1
);

-- Mail that came in. `case_id` is null while nobody could tell what it belongs to.
create table inbound_messages (
  id text primary key,
  case_id text references cases (id),
  item_id text references items (id),
  source text not null check (source in ('imap', 'address', 'staff')),
  message_id text not null unique,
  in_reply_to text,
  from_name text not null default '',
  from_address text not null,
  to_address text not null default '',
  subject text not null default '',
  body_text text not null default '',
  -- As it came, for proof; in the storage.
  raw_key text,
  attachments jsonb not null default '[]',
  matched_by text check (matched_by in ('reply', 'reference', 'sender', 'staff')),
  automatic boolean not null default false,
  -- Matched, but it did not come from an address of the case: what it says may be somebody else's words.
  other_sender boolean not null default false,
  received_at timestamptz not null,
  read_at timestamptz,
  read_by text references staff (id),
  set_aside_at timestamptz
);
create index inbound_messages_case on inbound_messages (case_id, received_at desc);
create index inbound_messages_unmatched on inbound_messages (received_at desc) where case_id is null and set_aside_at is null;
create index inbound_messages_unread on inbound_messages (received_at) where read_at is null;

create index messages_message_id on messages (message_id) where message_id is not null;
create index cases_contact_email on cases (lower(contact ->> 'email'));

-- What tells which case a mail belongs to.
create view inbound_case_hints as
select c.id as case_id, c.reference, lower(c.contact ->> 'email') as email, lower(p.email) as customer_email,
       exists (select 1 from items i where i.case_id = c.id and i.is_open) as is_open
  from cases c join customers p on p.id = c.customer_id;

-- Lines for the team's chat: kept here first, delivered by a job; with no chat connected they are only shown.
create table chat_messages (
  id text primary key,
  case_id text references cases (id),
  item_id text references items (id),
  event text not null,
  channel text not null,
  text text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'unknown')),
  attempts integer not null default 0,
  last_error text,
  provider_id text,
  dedupe_key text not null unique,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index chat_messages_newest on chat_messages (created_at desc, id desc);
create index chat_messages_case on chat_messages (case_id, created_at desc);
