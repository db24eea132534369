-- What we buy and for how much: brands, models, variants, the questions about them, and the price book.

create table brands (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  -- Most wanted first.
  rank integer not null default 1000
);

create table models (
  id text primary key,
  brand_id text not null references brands (id),
  category text not null check (category in ('phone', 'tablet', 'laptop', 'watch')),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  -- Model codes and other names people know it by.
  aliases text[] not null default '{}',
  colours text[] not null default '{}',
  released_on date,
  rank integer not null default 1000,
  -- Brand and name, normalised as rules/search.ts does it: what typing is compared with.
  name_key text not null,
  -- The same with all aliases: what model codes are found in.
  search_text text not null,
  source text not null check (source in ('reference', 'import', 'staff')),
  active boolean not null default true,
  created_at timestamptz not null
);
create index models_search on models using gin (search_text gin_trgm_ops);
create index models_name on models using gin (name_key gin_trgm_ops);
create index models_browse on models (category, rank, name, id) where active;
create index models_brand on models (brand_id, category);

create table variants (
  id text primary key,
  model_id text not null references models (id),
  -- What tells it from its siblings: `128 GB`, `41 mm GPS`, `8 GB / 256 GB`; `Standard` when there is only one.
  label text not null,
  storage_gb integer check (storage_gb > 0),
  memory_gb integer check (memory_gb > 0),
  connectivity text check (connectivity in ('wifi', 'cellular')),
  size text,
  position integer not null default 0,
  unique (model_id, label)
);

-- Questions as data (rules/questions.ts). A row is a published version and never changes: quotes point at it.
create table question_sets (
  id text primary key,
  category text not null check (category in ('phone', 'tablet', 'laptop', 'watch')),
  version integer not null check (version >= 1),
  questions jsonb not null,
  presets jsonb not null default '[]',
  note text,
  published_by text,
  published_at timestamptz not null,
  unique (category, version)
);

-- One book per currency.
create table price_books (
  id text primary key,
  name text not null,
  currency text not null unique check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null
);

create table price_book_versions (
  id text primary key,
  book_id text not null references price_books (id),
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'published')),
  effective_from timestamptz,
  -- Prices are rounded down to this step, and raised to this floor (rules/pricing.ts).
  rounding_minor bigint not null default 100 check (rounding_minor >= 1),
  floor_minor bigint not null default 0 check (floor_minor >= 0),
  note text,
  created_by text,
  created_at timestamptz not null,
  published_by text,
  published_at timestamptz,
  version integer not null default 1,
  unique (book_id, number),
  check ((state = 'published') = (published_at is not null)),
  check (state = 'draft' or effective_from is not null)
);
create index price_book_versions_current on price_book_versions (book_id, effective_from desc, number desc)
  where state = 'published';

create table prices (
  version_id text not null references price_book_versions (id) on delete cascade,
  variant_id text not null references variants (id),
  condition text not null check (condition in ('flawless', 'good', 'damaged')),
  amount_minor bigint not null check (amount_minor >= 0),
  -- Counts edits of a draft's price, for If-Match.
  version integer not null default 1,
  primary key (version_id, variant_id, condition)
);
create index prices_variant on prices (variant_id);

-- What a published version said is what customers were quoted: it never changes.
create function price_version_guard() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'a published price book version keeps what it says' using errcode = 'RP002', detail = old.id;
  end if;
  return coalesce(new, old);
end $$;
create trigger price_version_guard before update or delete on price_book_versions
  for each row execute function price_version_guard();

create function prices_guard() returns trigger language plpgsql as $$
declare
  published text;
begin
  select v.id into published from price_book_versions v
  where v.state = 'published' and v.id in (select c.version_id from touched c) limit 1;
  if published is not null then
    raise exception 'a published price book version keeps its prices' using errcode = 'RP002', detail = published;
  end if;
  return null;
end $$;
create trigger prices_guard_insert after insert on prices referencing new table as touched
  for each statement execute function prices_guard();
create trigger prices_guard_update after update on prices referencing old table as touched
  for each statement execute function prices_guard();
create trigger prices_guard_delete after delete on prices referencing old table as touched
  for each statement execute function prices_guard();

create function question_set_guard() returns trigger language plpgsql as $$
begin
  raise exception 'a published question set keeps its questions' using errcode = 'RP002', detail = old.id;
end $$;
create trigger question_set_guard before update or delete on question_sets
  for each row execute function question_set_guard();

-- Where price lists come from, and how their columns are read.
create table price_sources (
  id text primary key,
  name text not null unique,
  mapping jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1
);

create table price_imports (
  id text primary key,
  source_id text references price_sources (id),
  state text not null check (state in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'failed')),
  file_name text not null,
  content bytea,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  mapping jsonb,
  add_models boolean not null default false,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  -- Counts per outcome, reason and currency, and the size of the diff (rules/price-list/report.ts).
  report jsonb,
  failure jsonb,
  base_version_id text references price_book_versions (id),
  version_id text references price_book_versions (id),
  created_by text,
  created_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1
);
create index price_imports_created on price_imports (created_at desc, id desc);

create table price_import_rows (
  import_id text not null references price_imports (id) on delete cascade,
  line integer not null,
  -- A wide list has several prices on one line.
  position integer not null default 0,
  raw jsonb not null,
  outcome text not null check (outcome in ('matched', 'merged', 'refused', 'unchanged')),
  reason text,
  title text,
  variant_id text references variants (id),
  condition text check (condition in ('flawless', 'good', 'damaged')),
  amount_minor bigint,
  was_minor bigint,
  primary key (import_id, line, position),
  check (outcome <> 'refused' or reason is not null)
);
create index price_import_rows_outcome on price_import_rows (import_id, outcome, line, position);
