-- The spine: cases, their items, the one history that moves them, and what hangs on a case's timeline.

-- The physical device behind items, known by IMEI or serial: one life over all offers and returns.
create table units (
  id text primary key,
  imei text unique check (imei ~ '^[0-9]{15}$'),
  imei2 text unique check (imei2 ~ '^[0-9]{15}$'),
  serial text,
  model_id text references models (id),
  variant_id text references variants (id),
  created_at timestamptz not null,
  check (imei is not null or serial is not null)
);
create unique index units_serial on units (upper(serial)) where imei is null;

create table cases (
  id text primary key,
  kind text not null check (kind in ('offer', 'return')),
  channel text not null check (channel in ('mail_in', 'in_store')),
  reference text not null unique,
  customer_id text not null references customers (id),
  location_id text references locations (id),
  visit_on date,
  locale text not null check (locale in ('en', 'nl', 'de', 'fr', 'es')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  contact jsonb not null,
  address jsonb,
  source text not null check (source in ('widget', 'portal', 'counter', 'api', 'demo')),
  -- What silence on a revised offer means; shown to the seller before they send the device.
  silence text not null check (silence in ('send_back', 'accept', 'hold')),
  assignee_id text references staff (id),
  created_at timestamptz not null,
  version integer not null default 1
);
create index cases_customer on cases (customer_id, created_at desc);
create index cases_created on cases (created_at desc, id desc);

create sequence item_numbers start 10001;

create table items (
  id text primary key,
  case_id text not null references cases (id),
  number text not null unique default 'S' || nextval('item_numbers'),
  position integer not null,
  workflow_id text not null,
  workflow_version integer not null,
  -- Stage, status and what follows from them are written by the trigger on item_events alone.
  stage text,
  status text,
  seq integer not null default 0,
  is_open boolean not null default true,
  next_actor text check (next_actor in ('customer', 'carrier', 'counter', 'bench', 'help_desk', 'finance', 'nobody')),
  due_at timestamptz,
  entered_at timestamptz,
  category text not null check (category in ('phone', 'tablet', 'laptop', 'watch')),
  variant_id text references variants (id),
  title text not null,
  -- The price we owe if nothing is found; null while a manual quote is awaited.
  price_minor bigint check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_id text references units (id),
  created_at timestamptz not null,
  check ((seq = 0) = (stage is null)),
  check ((stage is null) = (status is null)),
  unique (case_id, position)
);
create index items_board on items (workflow_id, stage, entered_at desc, id desc);
create index items_status on items (workflow_id, stage, status, entered_at desc, id desc);
create index items_due on items (next_actor, due_at, id) where is_open;
create index items_unit on items (unit_id) where unit_id is not null;

create table item_events (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  seq integer not null check (seq > 0),
  move text not null,
  from_stage text,
  from_status text,
  to_stage text not null,
  to_status text not null,
  to_open boolean not null,
  next_actor text not null,
  due_at timestamptz,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'clock', 'carrier', 'system', 'visitor')),
  actor_id text,
  on_behalf boolean not null default false,
  reason text,
  data jsonb not null default '{}',
  at timestamptz not null,
  request_id text not null,
  unique (item_id, seq)
);
create index item_events_case on item_events (case_id, at desc, id desc);
create index item_events_at on item_events (at);

-- The one door: the history row moves the item where it still stands where the mover saw it.
create function item_event_applies() returns trigger language plpgsql as $$
begin
  update items
     set stage = new.to_stage, status = new.to_status, seq = new.seq, is_open = new.to_open,
         next_actor = new.next_actor, due_at = new.due_at,
         entered_at = case when new.from_stage = new.to_stage and new.from_status = new.to_status
                           then entered_at else new.at end
   where id = new.item_id and case_id = new.case_id and seq = new.seq - 1
     and stage is not distinct from new.from_stage and status is not distinct from new.from_status;
  if not found then
    raise exception 'stale_item' using errcode = 'RP001', detail = new.item_id;
  end if;
  return null;
end $$;
create trigger item_event_applies after insert on item_events for each row execute function item_event_applies();

-- Every other write of an item's place is refused: a new place needs the history row that says so.
create function item_place_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'items are never deleted' using errcode = 'RP002';
  end if;
  if tg_op = 'INSERT' then
    if new.stage is not null or new.status is not null or new.seq <> 0 then
      raise exception 'an item enters its first stage by a move' using errcode = 'RP002';
    end if;
    return new;
  end if;
  if (new.stage, new.status, new.seq, new.is_open, new.next_actor, new.due_at, new.entered_at)
     is distinct from (old.stage, old.status, old.seq, old.is_open, old.next_actor, old.due_at, old.entered_at) then
    if new.seq <> old.seq + 1 or not exists (
      select 1 from item_events e
       where e.item_id = new.id and e.seq = new.seq and e.to_stage = new.stage and e.to_status = new.status
         and e.to_open = new.is_open and e.next_actor = new.next_actor and e.due_at is not distinct from new.due_at
    ) then
      raise exception 'an item changes its stage only by a move' using errcode = 'RP002', detail = new.id;
    end if;
  end if;
  if (new.case_id, new.workflow_id, new.workflow_version) is distinct from (old.case_id, old.workflow_id, old.workflow_version) then
    raise exception 'an item stays in its case and workflow' using errcode = 'RP002', detail = new.id;
  end if;
  return new;
end $$;
create trigger item_place_guard before insert or update or delete on items for each row execute function item_place_guard();

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'RP002';
end $$;
create trigger item_events_append_only before update or delete on item_events for each row execute function append_only();
create trigger item_events_no_truncate before truncate on item_events for each statement execute function append_only();

-- Clocks as rows. A deadline belongs to one visit of a status (item, seq) and dies when the item moves on.
create table deadlines (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  seq integer not null,
  clock text not null,
  due_at timestamptz not null,
  move text,
  effect text,
  reason text,
  state text not null default 'pending' check (state in ('pending', 'done', 'refused')),
  outcome text,
  unique (item_id, seq, clock)
);
create index deadlines_due on deadlines (due_at, id) where state = 'pending';
create index deadlines_item on deadlines (item_id) where state = 'pending';

create table notes (
  id text primary key,
  case_id text not null references cases (id),
  item_id text references items (id),
  visibility text not null check (visibility in ('internal', 'customer')),
  body text not null check (length(body) between 1 and 10000),
  mentions text[] not null default '{}',
  actor_kind text not null,
  actor_id text,
  at timestamptz not null
);
create index notes_case on notes (case_id, at desc, id desc);
create index notes_at on notes (at);

create table saved_views (
  id text primary key,
  staff_id text not null references staff (id),
  name text not null check (length(name) between 1 and 80),
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (staff_id, name)
);

-- Searching: reference, item number, IMEI, serial, tracking are exact; names, mail and phones are in customers.
create extension if not exists pg_trgm;
create index cases_reference_prefix on cases (reference text_pattern_ops);
