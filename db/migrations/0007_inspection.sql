-- What the bench found, and what stops an item.
create table inspections (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  number integer not null check (number >= 1),
  state text not null check (state in ('open', 'complete')),
  inspector_id text references staff (id),
  checks jsonb not null default '{}',
  cosmetic_grade text check (cosmetic_grade in ('A', 'B', 'C', 'D', 'E')),
  functional_grade text check (functional_grade in ('works', 'faulty', 'dead')),
  battery_percent integer check (battery_percent between 0 and 100),
  note text,
  started_at timestamptz not null,
  completed_at timestamptz,
  version integer not null default 1,
  unique (item_id, number),
  check ((state = 'complete') = (completed_at is not null)),
  check (state = 'open' or (cosmetic_grade is not null and functional_grade is not null))
);
create unique index inspections_one_open on inspections (item_id) where state = 'open';
create index inspections_case on inspections (case_id);

create table holds (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  reason text not null check (reason in ('general', 'activation_lock', 'proof_of_purchase', 'legal')),
  note text not null,
  owner_id text references staff (id),
  due_at timestamptz not null,
  opened_by_kind text not null,
  opened_by_id text,
  opened_at timestamptz not null,
  released_by_kind text,
  released_by_id text,
  released_at timestamptz,
  release_note text,
  version integer not null default 1
);
create unique index holds_one_of_a_reason on holds (item_id, reason) where released_at is null;
create index holds_case on holds (case_id);
