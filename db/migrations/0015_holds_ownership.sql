-- Why an item may be held: what ships with the program, and what a shop adds.
create table hold_reasons (
  id text primary key check (id ~ '^[a-z][a-z0-9_]{1,39}$'),
  -- Which column of the board such an item rests in.
  status text not null check (status in ('general', 'activation_lock', 'proof_of_purchase')),
  labels jsonb not null,
  due_days integer not null check (due_days between 1 and 90),
  -- True: the customer is asked for something, and the hold goes through to_contact, waiting, answered.
  asks_customer boolean not null default false,
  -- What may not happen while it is open, besides going on: the device may not leave us.
  blocks_leaving boolean not null default false,
  ours boolean not null default false,
  active boolean not null default true,
  version integer not null default 1
);
insert into hold_reasons (id, status, labels, due_days, asks_customer, blocks_leaving, ours) values
  ('general', 'general', '{"en":"General","nl":"Algemeen","de":"Allgemein","fr":"Général","es":"General"}', 2, false, false, true),
  ('activation_lock', 'activation_lock', '{"en":"Activation lock","nl":"Activeringsslot","de":"Aktivierungssperre","fr":"Verrouillage d’activation","es":"Bloqueo de activación"}', 1, true, false, true),
  ('proof_of_purchase', 'proof_of_purchase', '{"en":"Proof of purchase","nl":"Aankoopbewijs","de":"Kaufnachweis","fr":"Preuve d’achat","es":"Prueba de compra"}', 1, true, false, true),
  ('legal', 'general', '{"en":"Legal","nl":"Juridisch","de":"Rechtlich","fr":"Juridique","es":"Legal"}', 28, false, true, true);

alter table holds drop constraint holds_reason_check;
alter table holds
  add constraint holds_reason_known foreign key (reason) references hold_reasons (id),
  -- Where the conversation with the customer stands; null for a hold nobody is asked about.
  add column step text check (step in ('to_contact', 'waiting', 'answered', 'approved', 'rejected')),
  add column asked_at timestamptz,
  add column asked_by_id text,
  add column asks integer not null default 0,
  add column reminders integer not null default 0,
  add column answered_at timestamptz,
  add column answer text check (length(answer) <= 2000),
  add column document_kind text check (document_kind in ('invoice', 'receipt', 'order_confirmation', 'carrier_contract', 'insurance_paper')),
  add column decided_at timestamptz,
  add column decided_by_id text,
  add column rejection text check (length(rejection) <= 1000),
  -- The rule that opened it, as it was worded then; null when a person did.
  add column rule jsonb;
create index holds_open on holds (step, due_at) where released_at is null;

-- When ownership has to be proved (source text 001). The newest version counts; older ones explain old holds.
create table ownership_rules (
  version integer primary key,
  body jsonb not null,
  created_by text references staff (id),
  created_at timestamptz not null
);

-- The dice of a spot check, thrown once for each item and rule: asking again gives the same answer.
create table spot_checks (
  item_id text not null references items (id),
  case_id text not null references cases (id),
  rule_id text not null,
  -- 0 to 99.99; drawn when it is below the rule's percentage.
  drawn numeric(4, 2) not null check (drawn >= 0 and drawn < 100),
  at timestamptz not null,
  primary key (item_id, rule_id)
);

-- Unlock codes customers leave with us: sealed, each look logged, wiped when the item is done.
create table lock_codes (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  hold_id text not null references holds (id),
  sealed text,
  left_by_kind text not null,
  left_by_id text,
  left_at timestamptz not null,
  wiped_at timestamptz,
  check ((sealed is null) = (wiped_at is not null))
);
create index lock_codes_item on lock_codes (item_id);
create table lock_code_views (
  id text primary key,
  lock_code_id text not null references lock_codes (id),
  case_id text not null references cases (id),
  staff_id text not null references staff (id),
  at timestamptz not null
);
create index lock_code_views_case on lock_code_views (case_id);
create trigger lock_code_views_append_only before update or delete on lock_code_views for each row execute function append_only();
