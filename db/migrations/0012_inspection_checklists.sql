-- Checklists as data, by category; an inspection keeps the version it was made with.
create table checklists (
  id text primary key,
  category text not null check (category in ('phone', 'tablet', 'laptop', 'watch')),
  version integer not null check (version >= 1),
  -- { checks: [...], base: {...} }: see modules/inspection/rules/checklist.ts
  body jsonb not null,
  note text check (length(note) <= 500),
  created_by text references staff (id),
  created_at timestamptz not null,
  unique (category, version)
);

alter table inspections
  add column checklist_id text references checklists (id),
  -- first: the ordinary one; second: made after a dispute, by another person, blind.
  add column kind text not null default 'first' check (kind in ('first', 'second')),
  -- The seller's questions as the inspector would answer them: question key → answer key.
  add column found_answers jsonb not null default '{}',
  add column found_variant_id text references variants (id),
  add column accessories jsonb not null default '{}',
  add column suggested_cosmetic text check (suggested_cosmetic in ('A', 'B', 'C', 'D', 'E')),
  add column suggested_functional text check (suggested_functional in ('works', 'faulty', 'dead')),
  -- Time really spent, in seconds: gaps longer than a pause do not count.
  add column active_seconds integer not null default 0 check (active_seconds >= 0),
  add column last_active_at timestamptz,
  add column first_inspector_id text;
create index inspections_open_by on inspections (inspector_id) where state = 'open';

-- Two opinions of one device: the seller (or we) asked for a second inspection.
create table disputes (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  quote_id text references quotes (id),
  first_inspection_id text not null references inspections (id),
  second_inspection_id text references inspections (id),
  reason text not null check (length(reason) between 1 and 2000),
  opened_by_kind text not null,
  opened_by_id text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('first_stands', 'changed', 'withdrawn')),
  check ((closed_at is null) = (outcome is null))
);
create unique index disputes_one_open on disputes (item_id) where closed_at is null;
create index disputes_case on disputes (case_id);

-- Photos that lie with each check of an item, for those who may not read the files' own table.
create view item_photo_counts as
select f.item_id, f.check_id, count(*)::int as photos, max(f.uploaded_at) as newest_at
  from files f where f.purpose = 'photo' and f.removed_at is null and f.item_id is not null
 group by f.item_id, f.check_id;

-- What the seller answered when the offer was made, and the questions as they were asked.
create view item_declarations as
select q.item_id, q.questions, q.answers, q.variant_id
  from quotes q where q.number = 1;
