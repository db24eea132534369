-- Parcels in and out, their scans, and parcels nobody can match.
create table parcels (
  id text primary key,
  case_id text not null references cases (id),
  direction text not null check (direction in ('inbound', 'outbound')),
  kind text not null check (kind in ('kit', 'carrier_label', 'custom_label', 'hand_over')),
  carrier text,
  tracking_number text,
  state text not null check (state in ('prepared', 'moving', 'delivered', 'delayed', 'received', 'handed_over', 'lost')),
  weight_grams integer check (weight_grams between 1 and 1000000),
  signed_by text,
  note text,
  created_at timestamptz not null,
  version integer not null default 1
);
create index parcels_case on parcels (case_id);
create index parcels_tracking on parcels (upper(tracking_number)) where tracking_number is not null;

create table parcel_items (
  parcel_id text not null references parcels (id),
  item_id text not null references items (id),
  case_id text not null references cases (id),
  outcome text check (outcome in ('ok', 'missing', 'wrong', 'empty', 'damaged', 'unexpected')),
  primary key (parcel_id, item_id)
);
create index parcel_items_item on parcel_items (item_id);

create table scans (
  id text primary key,
  case_id text not null references cases (id),
  parcel_id text not null references parcels (id),
  kind text not null check (kind in ('accepted', 'moving', 'delivered', 'exception', 'received_by_us', 'handed_over')),
  place text,
  source text not null check (source in ('carrier', 'staff')),
  at timestamptz not null,
  unique (parcel_id, kind, at)
);

create table unmatched_parcels (
  id text primary key,
  location_id text references locations (id),
  tracking_number text,
  sender text,
  note text not null,
  state text not null check (state in ('open', 'matched', 'sent_back')),
  case_id text references cases (id),
  received_by text references staff (id),
  received_at timestamptz not null,
  version integer not null default 1
);
create index unmatched_parcels_open on unmatched_parcels (received_at desc, id desc) where state = 'open';
