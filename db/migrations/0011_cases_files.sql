-- Files of a case: photos, proofs, attachments. The bytes lie in the storage, sealed where they are personal.
create table files (
  id text primary key,
  case_id text not null references cases (id),
  item_id text references items (id),
  purpose text not null check (purpose in ('photo', 'proof', 'lock', 'attachment', 'mail')),
  -- What the sender called it: shown, never used as a path.
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
  bytes bigint not null check (bytes > 0),
  width integer,
  height integer,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  preview_key text unique,
  sealed boolean not null default false,
  -- A customer sees photos of an offer we sent them and what they sent us; nothing else.
  check_id text,
  caption text check (length(caption) <= 300),
  uploaded_by_kind text not null,
  uploaded_by_id text,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  removed_by_id text
);
create index files_case on files (case_id, uploaded_at);
create index files_item on files (item_id, purpose) where removed_at is null;

-- A page on a phone that takes photos for one item: opened by a QR code on the bench's screen.
create table upload_links (
  id text primary key,
  token_hash text not null unique,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  purpose text not null check (purpose in ('photo')),
  check_id text,
  made_by text not null references staff (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index upload_links_item on upload_links (item_id);
