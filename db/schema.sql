-- The schema as the migrations leave it. Written by `npm run reprise -- schema`, never by hand.

create extension citext;

create extension pg_trgm;

create sequence device_checks_written_seq as bigint start 1 increment 1;

create sequence item_numbers as bigint start 10001 increment 1;

create sequence link_codes_id_seq as bigint start 1 increment 1;

create sequence payout_batch_numbers as bigint start 1 increment 1;

create table account_views (
  id text not null,
  case_id text,
  payout_id text,
  batch_id text,
  staff_id text not null,
  at timestamp with time zone not null,
  request_id text not null,
  constraint account_views_pkey PRIMARY KEY (id),
  constraint account_views_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  constraint account_views_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint account_views_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  constraint account_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint account_views_check CHECK ((payout_id IS NULL) <> (batch_id IS NULL))
);
CREATE INDEX account_views_at ON public.account_views USING btree (at DESC, id DESC);
CREATE TRIGGER account_views_append_only BEFORE DELETE OR UPDATE ON account_views FOR EACH ROW EXECUTE FUNCTION append_only();

create table blocked_devices (
  id text not null,
  kind text not null,
  number text not null,
  reason text not null,
  source text not null,
  added_by text,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_by text,
  constraint blocked_devices_pkey PRIMARY KEY (id),
  constraint blocked_devices_added_by_fkey FOREIGN KEY (added_by) REFERENCES staff(id),
  constraint blocked_devices_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES staff(id),
  constraint blocked_devices_kind_check CHECK (kind = ANY (ARRAY['imei'::text, 'serial'::text])),
  constraint blocked_devices_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500),
  constraint blocked_devices_source_check CHECK (source = ANY (ARRAY['staff'::text, 'import'::text]))
);
CREATE UNIQUE INDEX blocked_devices_number ON public.blocked_devices USING btree (kind, number) WHERE (removed_at IS NULL);

create table brands (
  id text not null,
  slug text not null,
  name text not null,
  rank integer not null default 1000,
  constraint brands_pkey PRIMARY KEY (id),
  constraint brands_slug_key UNIQUE (slug),
  constraint brands_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)
);

create table cases (
  id text not null,
  kind text not null,
  channel text not null,
  reference text not null,
  customer_id text not null,
  location_id text,
  visit_on date,
  locale text not null,
  currency text not null,
  contact jsonb not null,
  address jsonb,
  source text not null,
  silence text not null,
  assignee_id text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_reference_key UNIQUE (reference),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint cases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint cases_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint cases_channel_check CHECK (channel = ANY (ARRAY['mail_in'::text, 'in_store'::text])),
  constraint cases_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint cases_kind_check CHECK (kind = ANY (ARRAY['offer'::text, 'return'::text])),
  constraint cases_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text])),
  constraint cases_silence_check CHECK (silence = ANY (ARRAY['send_back'::text, 'accept'::text, 'hold'::text])),
  constraint cases_source_check CHECK (source = ANY (ARRAY['widget'::text, 'portal'::text, 'counter'::text, 'api'::text, 'demo'::text]))
);
CREATE INDEX cases_contact_email ON public.cases USING btree (lower((contact ->> 'email'::text)));
CREATE INDEX cases_created ON public.cases USING btree (created_at DESC, id DESC);
CREATE INDEX cases_customer ON public.cases USING btree (customer_id, created_at DESC);
CREATE INDEX cases_reference_prefix ON public.cases USING btree (reference text_pattern_ops);

create table chat_messages (
  id text not null,
  case_id text,
  item_id text,
  event text not null,
  channel text not null,
  text text not null,
  state text not null,
  attempts integer not null default 0,
  last_error text,
  provider_id text,
  dedupe_key text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint chat_messages_pkey PRIMARY KEY (id),
  constraint chat_messages_dedupe_key_key UNIQUE (dedupe_key),
  constraint chat_messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint chat_messages_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint chat_messages_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'unknown'::text]))
);
CREATE INDEX chat_messages_case ON public.chat_messages USING btree (case_id, created_at DESC);
CREATE INDEX chat_messages_newest ON public.chat_messages USING btree (created_at DESC, id DESC);

create table checklists (
  id text not null,
  category text not null,
  version integer not null,
  body jsonb not null,
  note text,
  created_by text,
  created_at timestamp with time zone not null,
  constraint checklists_pkey PRIMARY KEY (id),
  constraint checklists_category_version_key UNIQUE (category, version),
  constraint checklists_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff(id),
  constraint checklists_category_check CHECK (category = ANY (ARRAY['phone'::text, 'tablet'::text, 'laptop'::text, 'watch'::text])),
  constraint checklists_note_check CHECK (length(note) <= 500),
  constraint checklists_version_check CHECK (version >= 1)
);

create table connections (
  port text not null,
  adapter text not null,
  config jsonb not null default '{}'::jsonb,
  sealed text,
  enabled boolean not null default false,
  changed_by text,
  changed_at timestamp with time zone not null,
  last_ok_at timestamp with time zone,
  last_error text,
  last_error_at timestamp with time zone,
  version integer not null default 1,
  constraint connections_pkey PRIMARY KEY (port),
  constraint connections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES staff(id),
  constraint connections_port_check CHECK (port = ANY (ARRAY['chat'::text, 'device_check'::text, 'inbound_mail'::text]))
);

create table credit_balances (
  customer_id text not null,
  currency text not null,
  balance_minor bigint not null,
  constraint credit_balances_pkey PRIMARY KEY (customer_id, currency),
  constraint credit_balances_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint credit_balances_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint credit_not_below_zero CHECK (balance_minor >= 0)
);

create table customers (
  id text not null,
  email citext,
  name text not null,
  phone text,
  locale text not null,
  address jsonb,
  company text,
  flag text not null default 'none'::text,
  blocked_at timestamp with time zone,
  note text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  search text not null generated always as (lower(((((((name || ' '::text) || COALESCE(company, ''::text)) || ' '::text) || COALESCE((email)::text, ''::text)) || ' '::text) || COALESCE(phone, ''::text)))) stored,
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_email_key UNIQUE (email),
  constraint customers_check CHECK ((flag = 'blocked'::text) = (blocked_at IS NOT NULL)),
  constraint customers_flag_check CHECK (flag = ANY (ARRAY['none'::text, 'trusted'::text, 'watch'::text, 'blocked'::text])),
  constraint customers_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text])),
  constraint customers_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint customers_phone_check CHECK (phone ~ '^\+[0-9]{5,15}$'::text)
);
CREATE INDEX customers_newest ON public.customers USING btree (created_at DESC, id DESC);
CREATE INDEX customers_phone ON public.customers USING btree (phone) WHERE (phone IS NOT NULL);
CREATE INDEX customers_search ON public.customers USING gin (search gin_trgm_ops);

create table deadlines (
  id text not null,
  case_id text not null,
  item_id text not null,
  seq integer not null,
  clock text not null,
  due_at timestamp with time zone not null,
  move text,
  effect text,
  reason text,
  state text not null default 'pending'::text,
  outcome text,
  constraint deadlines_pkey PRIMARY KEY (id),
  constraint deadlines_item_id_seq_clock_key UNIQUE (item_id, seq, clock),
  constraint deadlines_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint deadlines_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint deadlines_state_check CHECK (state = ANY (ARRAY['pending'::text, 'done'::text, 'refused'::text]))
);
CREATE INDEX deadlines_due ON public.deadlines USING btree (due_at, id) WHERE (state = 'pending'::text);
CREATE INDEX deadlines_item ON public.deadlines USING btree (item_id) WHERE (state = 'pending'::text);

create table demo_runs (
  id integer not null,
  state text not null,
  done integer not null,
  of integer not null,
  sealed text,
  failure text,
  token_hash text,
  constraint demo_runs_pkey PRIMARY KEY (id),
  constraint demo_runs_id_check CHECK (id = 1),
  constraint demo_runs_state_check CHECK (state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text]))
);

create table device_checks (
  id text not null,
  written bigint not null generated always as identity,
  case_id text not null,
  item_id text not null,
  unit_id text,
  kind text not null,
  verdict text not null,
  provider text,
  detail text not null default ''::text,
  evidence jsonb not null default '{}'::jsonb,
  asked_by_kind text not null,
  asked_by_id text,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint device_checks_pkey PRIMARY KEY (id),
  constraint device_checks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint device_checks_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint device_checks_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id) ON DELETE SET NULL,
  constraint device_checks_check CHECK ((verdict = 'asked'::text) = (answered_at IS NULL)),
  constraint device_checks_kind_check CHECK (kind = ANY (ARRAY['number'::text, 'model'::text, 'seen_before'::text, 'block_list'::text, 'provider'::text, 'activation_lock'::text])),
  constraint device_checks_verdict_check CHECK (verdict = ANY (ARRAY['asked'::text, 'clean'::text, 'hit'::text, 'unknown'::text]))
);
CREATE INDEX device_checks_asked ON public.device_checks USING btree (asked_at) WHERE (verdict = 'asked'::text);
CREATE INDEX device_checks_case ON public.device_checks USING btree (case_id, asked_at DESC);
CREATE INDEX device_checks_item ON public.device_checks USING btree (item_id, asked_at DESC);
CREATE INDEX device_checks_unit ON public.device_checks USING btree (unit_id, asked_at DESC);
CREATE TRIGGER device_checks_keep BEFORE UPDATE ON device_checks FOR EACH ROW EXECUTE FUNCTION keep_evidence();

create table disputes (
  id text not null,
  case_id text not null,
  item_id text not null,
  quote_id text,
  first_inspection_id text not null,
  second_inspection_id text,
  reason text not null,
  opened_by_kind text not null,
  opened_by_id text,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  constraint disputes_pkey PRIMARY KEY (id),
  constraint disputes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint disputes_first_inspection_id_fkey FOREIGN KEY (first_inspection_id) REFERENCES inspections(id),
  constraint disputes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint disputes_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(id),
  constraint disputes_second_inspection_id_fkey FOREIGN KEY (second_inspection_id) REFERENCES inspections(id),
  constraint disputes_check CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  constraint disputes_outcome_check CHECK (outcome = ANY (ARRAY['first_stands'::text, 'changed'::text, 'withdrawn'::text])),
  constraint disputes_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 2000)
);
CREATE INDEX disputes_case ON public.disputes USING btree (case_id);
CREATE UNIQUE INDEX disputes_one_open ON public.disputes USING btree (item_id) WHERE (closed_at IS NULL);

create table files (
  id text not null,
  case_id text not null,
  item_id text,
  purpose text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  sha256 text not null,
  storage_key text not null,
  preview_key text,
  sealed boolean not null default false,
  check_id text,
  caption text,
  uploaded_by_kind text not null,
  uploaded_by_id text,
  uploaded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_by_id text,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_preview_key_key UNIQUE (preview_key),
  constraint files_storage_key_key UNIQUE (storage_key),
  constraint files_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint files_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint files_bytes_check CHECK (bytes > 0),
  constraint files_caption_check CHECK (length(caption) <= 300),
  constraint files_media_type_check CHECK (media_type = ANY (ARRAY['image/jpeg'::text, 'application/pdf'::text])),
  constraint files_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint files_purpose_check CHECK (purpose = ANY (ARRAY['photo'::text, 'proof'::text, 'lock'::text, 'attachment'::text, 'mail'::text])),
  constraint files_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);
CREATE INDEX files_case ON public.files USING btree (case_id, uploaded_at);
CREATE INDEX files_item ON public.files USING btree (item_id, purpose) WHERE (removed_at IS NULL);

create table hold_reasons (
  id text not null,
  status text not null,
  labels jsonb not null,
  due_days integer not null,
  asks_customer boolean not null default false,
  blocks_leaving boolean not null default false,
  ours boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  constraint hold_reasons_pkey PRIMARY KEY (id),
  constraint hold_reasons_due_days_check CHECK (due_days >= 1 AND due_days <= 90),
  constraint hold_reasons_id_check CHECK (id ~ '^[a-z][a-z0-9_]{1,39}$'::text),
  constraint hold_reasons_status_check CHECK (status = ANY (ARRAY['general'::text, 'activation_lock'::text, 'proof_of_purchase'::text]))
);

create table holds (
  id text not null,
  case_id text not null,
  item_id text not null,
  reason text not null,
  note text not null,
  owner_id text,
  due_at timestamp with time zone not null,
  opened_by_kind text not null,
  opened_by_id text,
  opened_at timestamp with time zone not null,
  released_by_kind text,
  released_by_id text,
  released_at timestamp with time zone,
  release_note text,
  version integer not null default 1,
  step text,
  asked_at timestamp with time zone,
  asked_by_id text,
  asks integer not null default 0,
  reminders integer not null default 0,
  answered_at timestamp with time zone,
  answer text,
  document_kind text,
  decided_at timestamp with time zone,
  decided_by_id text,
  rejection text,
  rule jsonb,
  hands text[] not null default '{}'::text[],
  constraint holds_pkey PRIMARY KEY (id),
  constraint holds_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint holds_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint holds_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES staff(id),
  constraint holds_reason_known FOREIGN KEY (reason) REFERENCES hold_reasons(id),
  constraint holds_answer_check CHECK (length(answer) <= 2000),
  constraint holds_document_kind_check CHECK (document_kind = ANY (ARRAY['invoice'::text, 'receipt'::text, 'order_confirmation'::text, 'carrier_contract'::text, 'insurance_paper'::text])),
  constraint holds_rejection_check CHECK (length(rejection) <= 1000),
  constraint holds_step_check CHECK (step = ANY (ARRAY['to_contact'::text, 'waiting'::text, 'answered'::text, 'approved'::text, 'rejected'::text]))
);
CREATE INDEX holds_case ON public.holds USING btree (case_id);
CREATE UNIQUE INDEX holds_one_of_a_reason ON public.holds USING btree (item_id, reason) WHERE (released_at IS NULL);
CREATE INDEX holds_open ON public.holds USING btree (step, due_at) WHERE (released_at IS NULL);

create table idempotency_keys (
  id text not null,
  request_hash text not null,
  status integer,
  sealed_body bytea,
  headers jsonb,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint idempotency_keys_pkey PRIMARY KEY (id)
);
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

create table inbound_messages (
  id text not null,
  case_id text,
  item_id text,
  source text not null,
  message_id text not null,
  in_reply_to text,
  from_name text not null default ''::text,
  from_address text not null,
  to_address text not null default ''::text,
  subject text not null default ''::text,
  body_text text not null default ''::text,
  raw_key text,
  attachments jsonb not null default '[]'::jsonb,
  matched_by text,
  automatic boolean not null default false,
  other_sender boolean not null default false,
  received_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by text,
  set_aside_at timestamp with time zone,
  constraint inbound_messages_pkey PRIMARY KEY (id),
  constraint inbound_messages_message_id_key UNIQUE (message_id),
  constraint inbound_messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint inbound_messages_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint inbound_messages_read_by_fkey FOREIGN KEY (read_by) REFERENCES staff(id),
  constraint inbound_messages_matched_by_check CHECK (matched_by = ANY (ARRAY['reply'::text, 'reference'::text, 'sender'::text, 'staff'::text])),
  constraint inbound_messages_source_check CHECK (source = ANY (ARRAY['imap'::text, 'address'::text, 'staff'::text]))
);
CREATE INDEX inbound_messages_case ON public.inbound_messages USING btree (case_id, received_at DESC);
CREATE INDEX inbound_messages_unmatched ON public.inbound_messages USING btree (received_at DESC) WHERE ((case_id IS NULL) AND (set_aside_at IS NULL));
CREATE INDEX inbound_messages_unread ON public.inbound_messages USING btree (received_at) WHERE (read_at IS NULL);

create table inspections (
  id text not null,
  case_id text not null,
  item_id text not null,
  number integer not null,
  state text not null,
  inspector_id text,
  checks jsonb not null default '{}'::jsonb,
  cosmetic_grade text,
  functional_grade text,
  battery_percent integer,
  note text,
  started_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  version integer not null default 1,
  checklist_id text,
  kind text not null default 'first'::text,
  found_answers jsonb not null default '{}'::jsonb,
  found_variant_id text,
  accessories jsonb not null default '{}'::jsonb,
  suggested_cosmetic text,
  suggested_functional text,
  active_seconds integer not null default 0,
  last_active_at timestamp with time zone,
  first_inspector_id text,
  inspector_ids text[] not null default '{}'::text[],
  constraint inspections_pkey PRIMARY KEY (id),
  constraint inspections_item_id_number_key UNIQUE (item_id, number),
  constraint inspections_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint inspections_checklist_id_fkey FOREIGN KEY (checklist_id) REFERENCES checklists(id),
  constraint inspections_found_variant_id_fkey FOREIGN KEY (found_variant_id) REFERENCES variants(id),
  constraint inspections_inspector_id_fkey FOREIGN KEY (inspector_id) REFERENCES staff(id),
  constraint inspections_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint inspections_active_seconds_check CHECK (active_seconds >= 0),
  constraint inspections_battery_percent_check CHECK (battery_percent >= 0 AND battery_percent <= 100),
  constraint inspections_check CHECK ((state = 'complete'::text) = (completed_at IS NOT NULL)),
  constraint inspections_check1 CHECK (state = 'open'::text OR cosmetic_grade IS NOT NULL AND functional_grade IS NOT NULL),
  constraint inspections_cosmetic_grade_check CHECK (cosmetic_grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text])),
  constraint inspections_functional_grade_check CHECK (functional_grade = ANY (ARRAY['works'::text, 'faulty'::text, 'dead'::text])),
  constraint inspections_kind_check CHECK (kind = ANY (ARRAY['first'::text, 'second'::text])),
  constraint inspections_number_check CHECK (number >= 1),
  constraint inspections_state_check CHECK (state = ANY (ARRAY['open'::text, 'complete'::text])),
  constraint inspections_suggested_cosmetic_check CHECK (suggested_cosmetic = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text])),
  constraint inspections_suggested_functional_check CHECK (suggested_functional = ANY (ARRAY['works'::text, 'faulty'::text, 'dead'::text]))
);
CREATE INDEX inspections_case ON public.inspections USING btree (case_id);
CREATE UNIQUE INDEX inspections_one_open ON public.inspections USING btree (item_id) WHERE (state = 'open'::text);
CREATE INDEX inspections_open_by ON public.inspections USING btree (inspector_id) WHERE (state = 'open'::text);

create table item_events (
  id text not null,
  case_id text not null,
  item_id text not null,
  seq integer not null,
  move text not null,
  from_stage text,
  from_status text,
  to_stage text not null,
  to_status text not null,
  to_open boolean not null,
  next_actor text not null,
  due_at timestamp with time zone,
  actor_kind text not null,
  actor_id text,
  on_behalf boolean not null default false,
  reason text,
  data jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  request_id text not null,
  constraint item_events_pkey PRIMARY KEY (id),
  constraint item_events_item_id_seq_key UNIQUE (item_id, seq),
  constraint item_events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint item_events_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint item_events_actor_kind_check CHECK (actor_kind = ANY (ARRAY['staff'::text, 'customer'::text, 'clock'::text, 'carrier'::text, 'system'::text, 'visitor'::text])),
  constraint item_events_seq_check CHECK (seq > 0)
);
CREATE INDEX item_events_at ON public.item_events USING btree (at);
CREATE INDEX item_events_case ON public.item_events USING btree (case_id, at DESC, id DESC);
CREATE TRIGGER item_event_applies AFTER INSERT ON item_events FOR EACH ROW EXECUTE FUNCTION item_event_applies();
CREATE TRIGGER item_events_append_only BEFORE DELETE OR UPDATE ON item_events FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER item_events_no_truncate BEFORE TRUNCATE ON item_events FOR EACH STATEMENT EXECUTE FUNCTION append_only();

create table items (
  id text not null,
  case_id text not null,
  number text not null default ('S'::text || nextval('item_numbers'::regclass)),
  "position" integer not null,
  workflow_id text not null,
  workflow_version integer not null,
  stage text,
  status text,
  seq integer not null default 0,
  is_open boolean not null default true,
  next_actor text,
  due_at timestamp with time zone,
  entered_at timestamp with time zone,
  category text not null,
  variant_id text,
  title text not null,
  price_minor bigint,
  currency text not null,
  unit_id text,
  created_at timestamp with time zone not null,
  constraint items_pkey PRIMARY KEY (id),
  constraint items_case_id_position_key UNIQUE (case_id, "position"),
  constraint items_number_key UNIQUE (number),
  constraint items_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint items_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint items_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variants(id),
  constraint items_category_check CHECK (category = ANY (ARRAY['phone'::text, 'tablet'::text, 'laptop'::text, 'watch'::text])),
  constraint items_check CHECK ((seq = 0) = (stage IS NULL)),
  constraint items_check1 CHECK ((stage IS NULL) = (status IS NULL)),
  constraint items_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint items_next_actor_check CHECK (next_actor = ANY (ARRAY['customer'::text, 'carrier'::text, 'counter'::text, 'bench'::text, 'help_desk'::text, 'finance'::text, 'nobody'::text])),
  constraint items_price_minor_check CHECK (price_minor >= 0)
);
CREATE INDEX items_board ON public.items USING btree (workflow_id, stage, entered_at DESC, id DESC);
CREATE INDEX items_due ON public.items USING btree (next_actor, due_at, id) WHERE is_open;
CREATE INDEX items_status ON public.items USING btree (workflow_id, stage, status, entered_at DESC, id DESC);
CREATE INDEX items_unit ON public.items USING btree (unit_id) WHERE (unit_id IS NOT NULL);
CREATE TRIGGER item_place_guard BEFORE INSERT OR DELETE OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION item_place_guard();
CREATE TRIGGER item_price_guard BEFORE UPDATE OF price_minor, currency ON items FOR EACH ROW EXECUTE FUNCTION item_price_guard();

create table job_workers (
  id text not null,
  host text not null,
  process_id integer not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint job_workers_pkey PRIMARY KEY (id)
);

create table ledger_lines (
  id text not null,
  transaction_id text not null,
  case_id text,
  account text not null,
  customer_id text,
  location_id text,
  debit_minor bigint not null default 0,
  credit_minor bigint not null default 0,
  currency text not null,
  constraint ledger_lines_pkey PRIMARY KEY (id),
  constraint ledger_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint ledger_lines_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint ledger_lines_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint ledger_lines_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id),
  constraint ledger_lines_account_check CHECK (account = ANY (ARRAY['stock'::text, 'owed_to_sellers'::text, 'bank'::text, 'paypal'::text, 'cash'::text, 'store_credit'::text, 'sales'::text])),
  constraint ledger_lines_check CHECK ((debit_minor = 0) <> (credit_minor = 0)),
  constraint ledger_lines_check1 CHECK (account <> 'store_credit'::text OR customer_id IS NOT NULL),
  constraint ledger_lines_check2 CHECK (account <> 'cash'::text OR location_id IS NOT NULL),
  constraint ledger_lines_credit_minor_check CHECK (credit_minor >= 0),
  constraint ledger_lines_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint ledger_lines_debit_minor_check CHECK (debit_minor >= 0)
);
CREATE INDEX ledger_lines_account ON public.ledger_lines USING btree (account, currency);
CREATE INDEX ledger_lines_credit ON public.ledger_lines USING btree (customer_id) WHERE (account = 'store_credit'::text);
CREATE INDEX ledger_lines_transaction ON public.ledger_lines USING btree (transaction_id);
CREATE TRIGGER credit_follows_ledger AFTER INSERT ON ledger_lines FOR EACH ROW WHEN (new.account = 'store_credit'::text) EXECUTE FUNCTION credit_follows_ledger();
CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON ledger_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();
CREATE TRIGGER ledger_lines_append_only BEFORE DELETE OR UPDATE ON ledger_lines FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_lines_no_truncate BEFORE TRUNCATE ON ledger_lines FOR EACH STATEMENT EXECUTE FUNCTION append_only();

create table ledger_transactions (
  id text not null,
  case_id text,
  item_id text,
  customer_id text,
  kind text not null,
  about text not null,
  note text,
  actor_kind text not null,
  actor_id text,
  at timestamp with time zone not null,
  constraint ledger_transactions_pkey PRIMARY KEY (id),
  constraint ledger_transactions_kind_about_key UNIQUE (kind, about),
  constraint ledger_transactions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint ledger_transactions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint ledger_transactions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint ledger_transactions_check CHECK ((kind = ANY (ARRAY['purchase'::text, 'purchase_reversal'::text])) = (item_id IS NOT NULL)),
  constraint ledger_transactions_kind_check CHECK (kind = ANY (ARRAY['purchase'::text, 'purchase_reversal'::text, 'payout'::text, 'credit_spent'::text]))
);
CREATE INDEX ledger_transactions_at ON public.ledger_transactions USING btree (at DESC, id DESC);
CREATE INDEX ledger_transactions_case ON public.ledger_transactions USING btree (case_id, at DESC, id DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX ledger_transactions_item ON public.ledger_transactions USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();
CREATE TRIGGER ledger_transactions_append_only BEFORE DELETE OR UPDATE ON ledger_transactions FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_transactions_no_truncate BEFORE TRUNCATE ON ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION append_only();

create table link_codes (
  id bigint not null generated always as identity,
  session_id text not null,
  case_id text not null,
  customer_id text not null,
  purpose text not null,
  code_hash text not null,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint link_codes_pkey PRIMARY KEY (id),
  constraint link_codes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint link_codes_session_id_fkey FOREIGN KEY (session_id) REFERENCES portal_sessions(id) ON DELETE CASCADE,
  constraint link_codes_attempts_check CHECK (attempts <= 5),
  constraint link_codes_purpose_check CHECK (purpose = 'sensitive'::text)
);
CREATE INDEX link_codes_session ON public.link_codes USING btree (session_id, created_at DESC);

create table links (
  id text not null,
  purpose text not null,
  case_id text,
  customer_id text,
  power text not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint links_pkey PRIMARY KEY (id),
  constraint links_token_hash_key UNIQUE (token_hash),
  constraint links_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint links_power_check CHECK (power = ANY (ARRAY['view'::text, 'act'::text])),
  constraint links_purpose_check CHECK (purpose = ANY (ARRAY['portal'::text, 'resume'::text, 'kit'::text, 'return'::text]))
);
CREATE INDEX links_case ON public.links USING btree (case_id);
CREATE INDEX links_customer ON public.links USING btree (customer_id);

create table locations (
  id text not null,
  name text not null,
  slug text not null,
  address jsonb not null,
  phone text,
  opening_hours jsonb not null default '{}'::jsonb,
  timezone text not null,
  takes_walk_ins boolean not null default true,
  active boolean not null default true,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint locations_pkey PRIMARY KEY (id),
  constraint locations_slug_key UNIQUE (slug),
  constraint locations_name_check CHECK (length(name) >= 1 AND length(name) <= 120),
  constraint locations_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)
);

create table lock_code_views (
  id text not null,
  lock_code_id text not null,
  case_id text not null,
  staff_id text not null,
  at timestamp with time zone not null,
  constraint lock_code_views_pkey PRIMARY KEY (id),
  constraint lock_code_views_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint lock_code_views_lock_code_id_fkey FOREIGN KEY (lock_code_id) REFERENCES lock_codes(id),
  constraint lock_code_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX lock_code_views_case ON public.lock_code_views USING btree (case_id);
CREATE TRIGGER lock_code_views_append_only BEFORE DELETE OR UPDATE ON lock_code_views FOR EACH ROW EXECUTE FUNCTION append_only();

create table lock_codes (
  id text not null,
  case_id text not null,
  item_id text not null,
  hold_id text not null,
  sealed text,
  left_by_kind text not null,
  left_by_id text,
  left_at timestamp with time zone not null,
  wiped_at timestamp with time zone,
  constraint lock_codes_pkey PRIMARY KEY (id),
  constraint lock_codes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint lock_codes_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES holds(id),
  constraint lock_codes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint lock_codes_check CHECK ((sealed IS NULL) = (wiped_at IS NOT NULL))
);
CREATE INDEX lock_codes_item ON public.lock_codes USING btree (item_id);

create table macros (
  id text not null,
  name text not null,
  "position" integer not null,
  active boolean not null default true,
  created_by text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  updated_at timestamp with time zone,
  constraint macros_pkey PRIMARY KEY (id),
  constraint macros_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff(id),
  constraint macros_id_check CHECK (id ~ '^[a-z][a-z0-9_]{1,39}$'::text),
  constraint macros_name_check CHECK (length(name) >= 1 AND length(name) <= 80)
);

create table message_templates (
  id text not null,
  event text not null,
  channel text not null,
  locale text not null,
  version integer not null,
  subject text not null,
  body text not null,
  enabled boolean not null default true,
  created_by text,
  created_at timestamp with time zone not null,
  constraint message_templates_pkey PRIMARY KEY (id),
  constraint message_templates_event_channel_locale_version_key UNIQUE (event, channel, locale, version),
  constraint message_templates_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff(id),
  constraint message_templates_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'chat'::text])),
  constraint message_templates_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text]))
);

create table messages (
  id text not null,
  case_id text,
  item_id text,
  event text not null,
  channel text not null,
  locale text not null,
  to_address text not null,
  data jsonb not null,
  attachments jsonb not null default '[]'::jsonb,
  subject text,
  body_text text,
  body_html text,
  state text not null,
  attempts integer not null default 0,
  last_error text,
  dedupe_key text not null,
  message_id text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  written_by text,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_dedupe_key_key UNIQUE (dedupe_key),
  constraint messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint messages_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint messages_written_by_fkey FOREIGN KEY (written_by) REFERENCES staff(id),
  constraint messages_channel_check CHECK (channel = 'email'::text),
  constraint messages_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text])),
  constraint messages_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'outbox'::text, 'unknown'::text]))
);
CREATE INDEX messages_by_state ON public.messages USING btree (state, created_at DESC, id DESC);
CREATE INDEX messages_case ON public.messages USING btree (case_id, created_at DESC, id DESC);
CREATE INDEX messages_message_id ON public.messages USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX messages_newest ON public.messages USING btree (created_at DESC, id DESC);

create table models (
  id text not null,
  brand_id text not null,
  category text not null,
  slug text not null,
  name text not null,
  aliases text[] not null default '{}'::text[],
  colours text[] not null default '{}'::text[],
  released_on date,
  rank integer not null default 1000,
  name_key text not null,
  search_text text not null,
  source text not null,
  active boolean not null default true,
  created_at timestamp with time zone not null,
  constraint models_pkey PRIMARY KEY (id),
  constraint models_slug_key UNIQUE (slug),
  constraint models_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES brands(id),
  constraint models_category_check CHECK (category = ANY (ARRAY['phone'::text, 'tablet'::text, 'laptop'::text, 'watch'::text])),
  constraint models_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text),
  constraint models_source_check CHECK (source = ANY (ARRAY['reference'::text, 'import'::text, 'staff'::text]))
);
CREATE INDEX models_brand ON public.models USING btree (brand_id, category);
CREATE INDEX models_browse ON public.models USING btree (category, rank, name, id) WHERE active;
CREATE INDEX models_name ON public.models USING gin (name_key gin_trgm_ops);
CREATE INDEX models_search ON public.models USING gin (search_text gin_trgm_ops);

create table notes (
  id text not null,
  case_id text not null,
  item_id text,
  visibility text not null,
  body text not null,
  mentions text[] not null default '{}'::text[],
  actor_kind text not null,
  actor_id text,
  at timestamp with time zone not null,
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint notes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint notes_body_check CHECK (length(body) >= 1 AND length(body) <= 10000),
  constraint notes_visibility_check CHECK (visibility = ANY (ARRAY['internal'::text, 'customer'::text]))
);
CREATE INDEX notes_at ON public.notes USING btree (at);
CREATE INDEX notes_case ON public.notes USING btree (case_id, at DESC, id DESC);

create table ownership_rules (
  version integer not null,
  body jsonb not null,
  created_by text,
  created_at timestamp with time zone not null,
  constraint ownership_rules_pkey PRIMARY KEY (version),
  constraint ownership_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff(id)
);

create table parcel_items (
  parcel_id text not null,
  item_id text not null,
  case_id text not null,
  outcome text,
  constraint parcel_items_pkey PRIMARY KEY (parcel_id, item_id),
  constraint parcel_items_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint parcel_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint parcel_items_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels(id),
  constraint parcel_items_outcome_check CHECK (outcome = ANY (ARRAY['ok'::text, 'missing'::text, 'wrong'::text, 'empty'::text, 'damaged'::text, 'unexpected'::text]))
);
CREATE INDEX parcel_items_item ON public.parcel_items USING btree (item_id);

create table parcels (
  id text not null,
  case_id text not null,
  direction text not null,
  kind text not null,
  carrier text,
  tracking_number text,
  state text not null,
  weight_grams integer,
  signed_by text,
  note text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint parcels_pkey PRIMARY KEY (id),
  constraint parcels_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint parcels_direction_check CHECK (direction = ANY (ARRAY['inbound'::text, 'outbound'::text])),
  constraint parcels_kind_check CHECK (kind = ANY (ARRAY['kit'::text, 'carrier_label'::text, 'custom_label'::text, 'hand_over'::text])),
  constraint parcels_state_check CHECK (state = ANY (ARRAY['prepared'::text, 'moving'::text, 'delivered'::text, 'delayed'::text, 'received'::text, 'handed_over'::text, 'lost'::text])),
  constraint parcels_weight_grams_check CHECK (weight_grams >= 1 AND weight_grams <= 1000000)
);
CREATE INDEX parcels_case ON public.parcels USING btree (case_id);
CREATE INDEX parcels_tracking ON public.parcels USING btree (upper(tracking_number)) WHERE (tracking_number IS NOT NULL);

create table payout_batch_entries (
  batch_id text not null,
  payout_id text not null,
  case_id text not null,
  state text not null,
  code text,
  why text,
  constraint payout_batch_entries_pkey PRIMARY KEY (batch_id, payout_id),
  constraint payout_batch_entries_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  constraint payout_batch_entries_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  constraint payout_batch_entries_check CHECK ((state = 'refused'::text) = (code IS NOT NULL)),
  constraint payout_batch_entries_state_check CHECK (state = ANY (ARRAY['pending'::text, 'taken'::text, 'refused'::text]))
);
CREATE UNIQUE INDEX payout_batch_entries_once ON public.payout_batch_entries USING btree (payout_id) WHERE (state = ANY (ARRAY['pending'::text, 'taken'::text]));

create table payout_batches (
  id text not null,
  number text not null,
  state text not null,
  currency text not null,
  payouts integer not null default 0,
  total_minor bigint not null default 0,
  sha256 text,
  created_by text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint payout_batches_pkey PRIMARY KEY (id),
  constraint payout_batches_number_key UNIQUE (number),
  constraint payout_batches_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff(id),
  constraint payout_batches_check CHECK ((state = 'open'::text) = (closed_at IS NULL)),
  constraint payout_batches_check1 CHECK ((state = 'closed'::text) = (sha256 IS NOT NULL)),
  constraint payout_batches_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint payout_batches_payouts_check CHECK (payouts >= 0),
  constraint payout_batches_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint payout_batches_state_check CHECK (state = ANY (ARRAY['open'::text, 'closed'::text, 'empty'::text])),
  constraint payout_batches_total_minor_check CHECK (total_minor >= 0)
);

create table payout_items (
  payout_id text not null,
  item_id text not null,
  case_id text not null,
  amount_minor bigint not null,
  live boolean not null default true,
  constraint payout_items_pkey PRIMARY KEY (payout_id, item_id),
  constraint payout_items_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint payout_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint payout_items_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  constraint payout_items_amount_minor_check CHECK (amount_minor >= 0)
);
CREATE INDEX payout_items_item ON public.payout_items USING btree (item_id);
CREATE UNIQUE INDEX payout_items_one_live ON public.payout_items USING btree (item_id) WHERE live;
CREATE CONSTRAINT TRIGGER payout_is_sum AFTER INSERT ON payout_items DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payout_is_sum();
CREATE TRIGGER payout_item_guard BEFORE DELETE OR UPDATE ON payout_items FOR EACH ROW EXECUTE FUNCTION payout_item_guard();
CREATE TRIGGER payout_item_is_price BEFORE INSERT ON payout_items FOR EACH ROW EXECUTE FUNCTION payout_item_is_price();

create table payout_methods (
  case_id text not null,
  kind text not null,
  holder text,
  sealed text,
  masked text not null,
  cool_until timestamp with time zone,
  changed_by_kind text not null,
  changed_by_id text,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint payout_methods_pkey PRIMARY KEY (case_id),
  constraint payout_methods_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint payout_methods_check CHECK ((kind = ANY (ARRAY['bank'::text, 'paypal'::text])) = (sealed IS NOT NULL)),
  constraint payout_methods_holder_check CHECK (length(holder) >= 1 AND length(holder) <= 140),
  constraint payout_methods_kind_check CHECK (kind = ANY (ARRAY['bank'::text, 'paypal'::text, 'store_credit'::text, 'cash'::text]))
);

create table payouts (
  id text not null,
  case_id text not null,
  number integer not null,
  customer_id text not null,
  kind text not null,
  state text not null,
  amount_minor bigint not null,
  currency text not null,
  holder text,
  sealed text,
  masked text not null,
  not_before timestamp with time zone,
  transaction_reference text,
  failure text,
  batch_id text,
  location_id text,
  signed_by text,
  released_by text,
  released_at timestamp with time zone,
  taken_by text,
  created_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  ended_at timestamp with time zone,
  version integer not null default 1,
  constraint payouts_pkey PRIMARY KEY (id),
  constraint payouts_case_id_number_key UNIQUE (case_id, number),
  constraint payouts_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  constraint payouts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint payouts_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint payouts_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint payouts_released_by_fkey FOREIGN KEY (released_by) REFERENCES staff(id),
  constraint payouts_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff(id),
  constraint payout_two_persons CHECK (released_by <> taken_by),
  constraint payouts_amount_minor_check CHECK (amount_minor >= 0),
  constraint payouts_check CHECK (state <> 'paid'::text OR transaction_reference IS NOT NULL),
  constraint payouts_check1 CHECK (state <> 'failed'::text OR failure IS NOT NULL),
  constraint payouts_check2 CHECK (batch_id IS NULL OR kind = 'bank'::text AND (state = ANY (ARRAY['submitted'::text, 'paid'::text, 'failed'::text]))),
  constraint payouts_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint payouts_kind_check CHECK (kind = ANY (ARRAY['bank'::text, 'paypal'::text, 'store_credit'::text, 'cash'::text])),
  constraint payouts_number_check CHECK (number >= 1),
  constraint payouts_state_check CHECK (state = ANY (ARRAY['ready'::text, 'submitted'::text, 'paid'::text, 'failed'::text, 'cancelled'::text])),
  constraint payouts_transaction_reference_check CHECK (length(transaction_reference) >= 1 AND length(transaction_reference) <= 140)
);
CREATE INDEX payouts_all ON public.payouts USING btree (created_at DESC, id DESC);
CREATE INDEX payouts_batch ON public.payouts USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX payouts_queue ON public.payouts USING btree (state, created_at, id) WHERE (state = ANY (ARRAY['ready'::text, 'submitted'::text, 'failed'::text]));
CREATE TRIGGER payout_ended AFTER UPDATE ON payouts FOR EACH ROW WHEN ((new.state = ANY (ARRAY['failed'::text, 'cancelled'::text])) AND old.state <> new.state) EXECUTE FUNCTION payout_ended();
CREATE TRIGGER payout_guard BEFORE INSERT OR DELETE OR UPDATE ON payouts FOR EACH ROW EXECUTE FUNCTION payout_guard();
CREATE CONSTRAINT TRIGGER payout_is_sum AFTER INSERT ON payouts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payout_is_sum();

create table portal_sessions (
  id text not null,
  token_hash text not null,
  link_id text not null,
  case_id text not null,
  customer_id text not null,
  power text not null,
  sensitive_until timestamp with time zone,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint portal_sessions_pkey PRIMARY KEY (id),
  constraint portal_sessions_token_hash_key UNIQUE (token_hash),
  constraint portal_sessions_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  constraint portal_sessions_link_id_fkey FOREIGN KEY (link_id) REFERENCES links(id) ON DELETE CASCADE,
  constraint portal_sessions_power_check CHECK (power = ANY (ARRAY['view'::text, 'act'::text]))
);
CREATE INDEX portal_sessions_expired ON public.portal_sessions USING btree (expires_at);
CREATE INDEX portal_sessions_link ON public.portal_sessions USING btree (link_id);

create table price_book_versions (
  id text not null,
  book_id text not null,
  number integer not null,
  state text not null,
  effective_from timestamp with time zone,
  rounding_minor bigint not null default 100,
  floor_minor bigint not null default 0,
  note text,
  created_by text,
  created_at timestamp with time zone not null,
  published_by text,
  published_at timestamp with time zone,
  version integer not null default 1,
  constraint price_book_versions_pkey PRIMARY KEY (id),
  constraint price_book_versions_book_id_number_key UNIQUE (book_id, number),
  constraint price_book_versions_book_id_fkey FOREIGN KEY (book_id) REFERENCES price_books(id),
  constraint price_book_versions_check CHECK ((state = 'published'::text) = (published_at IS NOT NULL)),
  constraint price_book_versions_check1 CHECK (state = 'draft'::text OR effective_from IS NOT NULL),
  constraint price_book_versions_floor_minor_check CHECK (floor_minor >= 0),
  constraint price_book_versions_number_check CHECK (number >= 1),
  constraint price_book_versions_rounding_minor_check CHECK (rounding_minor >= 1),
  constraint price_book_versions_state_check CHECK (state = ANY (ARRAY['draft'::text, 'published'::text]))
);
CREATE INDEX price_book_versions_current ON public.price_book_versions USING btree (book_id, effective_from DESC, number DESC) WHERE (state = 'published'::text);
CREATE TRIGGER price_version_guard BEFORE DELETE OR UPDATE ON price_book_versions FOR EACH ROW EXECUTE FUNCTION price_version_guard();

create table price_books (
  id text not null,
  name text not null,
  currency text not null,
  created_at timestamp with time zone not null,
  constraint price_books_pkey PRIMARY KEY (id),
  constraint price_books_currency_key UNIQUE (currency),
  constraint price_books_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text)
);

create table price_import_rows (
  import_id text not null,
  line integer not null,
  "position" integer not null default 0,
  raw jsonb not null,
  outcome text not null,
  reason text,
  title text,
  variant_id text,
  condition text,
  amount_minor bigint,
  was_minor bigint,
  constraint price_import_rows_pkey PRIMARY KEY (import_id, line, "position"),
  constraint price_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES price_imports(id) ON DELETE CASCADE,
  constraint price_import_rows_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variants(id),
  constraint price_import_rows_check CHECK (outcome <> 'refused'::text OR reason IS NOT NULL),
  constraint price_import_rows_condition_check CHECK (condition = ANY (ARRAY['flawless'::text, 'good'::text, 'damaged'::text])),
  constraint price_import_rows_outcome_check CHECK (outcome = ANY (ARRAY['matched'::text, 'merged'::text, 'refused'::text, 'unchanged'::text]))
);
CREATE INDEX price_import_rows_outcome ON public.price_import_rows USING btree (import_id, outcome, line, "position");

create table price_imports (
  id text not null,
  source_id text,
  state text not null,
  file_name text not null,
  content bytea,
  currency text not null,
  mapping jsonb,
  add_models boolean not null default false,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  report jsonb,
  failure jsonb,
  base_version_id text,
  version_id text,
  created_by text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  version integer not null default 1,
  constraint price_imports_pkey PRIMARY KEY (id),
  constraint price_imports_base_version_id_fkey FOREIGN KEY (base_version_id) REFERENCES price_book_versions(id),
  constraint price_imports_source_id_fkey FOREIGN KEY (source_id) REFERENCES price_sources(id),
  constraint price_imports_version_id_fkey FOREIGN KEY (version_id) REFERENCES price_book_versions(id),
  constraint price_imports_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint price_imports_state_check CHECK (state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'failed'::text]))
);
CREATE INDEX price_imports_created ON public.price_imports USING btree (created_at DESC, id DESC);

create table price_sources (
  id text not null,
  name text not null,
  mapping jsonb not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint price_sources_pkey PRIMARY KEY (id),
  constraint price_sources_name_key UNIQUE (name)
);

create table prices (
  version_id text not null,
  variant_id text not null,
  condition text not null,
  amount_minor bigint not null,
  version integer not null default 1,
  constraint prices_pkey PRIMARY KEY (version_id, variant_id, condition),
  constraint prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variants(id),
  constraint prices_version_id_fkey FOREIGN KEY (version_id) REFERENCES price_book_versions(id) ON DELETE CASCADE,
  constraint prices_amount_minor_check CHECK (amount_minor >= 0),
  constraint prices_condition_check CHECK (condition = ANY (ARRAY['flawless'::text, 'good'::text, 'damaged'::text]))
);
CREATE INDEX prices_variant ON public.prices USING btree (variant_id);
CREATE TRIGGER prices_guard_delete AFTER DELETE ON prices REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION prices_guard();
CREATE TRIGGER prices_guard_insert AFTER INSERT ON prices REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION prices_guard();
CREATE TRIGGER prices_guard_update AFTER UPDATE ON prices REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION prices_guard();

create table question_sets (
  id text not null,
  category text not null,
  version integer not null,
  questions jsonb not null,
  presets jsonb not null default '[]'::jsonb,
  note text,
  published_by text,
  published_at timestamp with time zone not null,
  constraint question_sets_pkey PRIMARY KEY (id),
  constraint question_sets_category_version_key UNIQUE (category, version),
  constraint question_sets_category_check CHECK (category = ANY (ARRAY['phone'::text, 'tablet'::text, 'laptop'::text, 'watch'::text])),
  constraint question_sets_version_check CHECK (version >= 1)
);
CREATE TRIGGER question_set_guard BEFORE DELETE OR UPDATE ON question_sets FOR EACH ROW EXECUTE FUNCTION question_set_guard();

create table quote_photos (
  quote_id text not null,
  case_id text not null,
  file_id text not null,
  "position" integer not null,
  constraint quote_photos_pkey PRIMARY KEY (quote_id, file_id),
  constraint quote_photos_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint quote_photos_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint quote_photos_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES quotes(id)
);
CREATE INDEX quote_photos_file ON public.quote_photos USING btree (file_id);
CREATE TRIGGER quote_photos_append_only BEFORE DELETE OR UPDATE ON quote_photos FOR EACH ROW EXECUTE FUNCTION append_only();

create table quotes (
  id text not null,
  case_id text not null,
  item_id text not null,
  number integer not null,
  kind text not null,
  state text not null,
  price_version_id text,
  question_set_id text,
  variant_id text,
  questions jsonb not null,
  answers jsonb not null,
  lines jsonb not null,
  price_minor bigint,
  currency text not null,
  valid_until timestamp with time zone not null,
  reasons text[] not null default '{}'::text[],
  note text,
  free_price boolean not null default false,
  made_by_kind text not null,
  made_by_id text,
  answered_by_kind text,
  answered_by_id text,
  answered_at timestamp with time zone,
  made_at timestamp with time zone not null,
  follows_id text,
  inspection_id text,
  free_price_reason text,
  answered_how text,
  constraint quotes_pkey PRIMARY KEY (id),
  constraint quotes_item_id_number_key UNIQUE (item_id, number),
  constraint quotes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint quotes_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES quotes(id),
  constraint quotes_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspections(id),
  constraint quotes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint quotes_price_version_id_fkey FOREIGN KEY (price_version_id) REFERENCES price_book_versions(id),
  constraint quotes_question_set_id_fkey FOREIGN KEY (question_set_id) REFERENCES question_sets(id),
  constraint quotes_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variants(id),
  constraint quotes_answered_how_check CHECK (answered_how = ANY (ARRAY['portal'::text, 'counter'::text, 'phone'::text, 'mail'::text, 'silence'::text])),
  constraint quotes_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint quotes_free_price_has_reason CHECK (kind <> 'revision'::text OR NOT free_price OR free_price_reason IS NOT NULL),
  constraint quotes_free_price_reason_check CHECK (length(free_price_reason) <= 1000),
  constraint quotes_kind_check CHECK (kind = ANY (ARRAY['quote'::text, 'manual'::text, 'revision'::text])),
  constraint quotes_number_check CHECK (number >= 1),
  constraint quotes_price_minor_check CHECK (price_minor >= 0),
  constraint quotes_state_check CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'superseded'::text, 'expired'::text, 'awaited'::text]))
);
CREATE INDEX quotes_case ON public.quotes USING btree (case_id);
CREATE INDEX quotes_follows ON public.quotes USING btree (follows_id) WHERE (follows_id IS NOT NULL);
CREATE UNIQUE INDEX quotes_one_open_revision ON public.quotes USING btree (item_id) WHERE ((kind = 'revision'::text) AND (state = 'offered'::text));
CREATE TRIGGER quote_content_guard BEFORE UPDATE ON quotes FOR EACH ROW EXECUTE FUNCTION quote_content_guard();
CREATE TRIGGER quote_revision_guard BEFORE UPDATE ON quotes FOR EACH ROW EXECUTE FUNCTION quote_revision_guard();

create table recurring_jobs (
  name text not null,
  last_started_at timestamp with time zone not null,
  constraint recurring_jobs_pkey PRIMARY KEY (name)
);

create table saved_views (
  id text not null,
  staff_id text not null,
  name text not null,
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_staff_id_name_key UNIQUE (staff_id, name),
  constraint saved_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint saved_views_name_check CHECK (length(name) >= 1 AND length(name) <= 80)
);

create table scans (
  id text not null,
  case_id text not null,
  parcel_id text not null,
  kind text not null,
  place text,
  source text not null,
  at timestamp with time zone not null,
  constraint scans_pkey PRIMARY KEY (id),
  constraint scans_parcel_id_kind_at_key UNIQUE (parcel_id, kind, at),
  constraint scans_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint scans_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels(id),
  constraint scans_kind_check CHECK (kind = ANY (ARRAY['accepted'::text, 'moving'::text, 'delivered'::text, 'exception'::text, 'received_by_us'::text, 'handed_over'::text])),
  constraint scans_source_check CHECK (source = ANY (ARRAY['carrier'::text, 'staff'::text]))
);

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table setup_tokens (
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_tokens_pkey PRIMARY KEY (token_hash)
);

create table shop (
  id integer not null default 1,
  name text not null,
  currency text not null,
  country text not null,
  locale text not null,
  timezone text not null,
  address jsonb,
  email text,
  phone text,
  settings jsonb not null default '{}'::jsonb,
  demo boolean not null default false,
  set_up_at timestamp with time zone not null,
  version integer not null default 1,
  constraint shop_pkey PRIMARY KEY (id),
  constraint shop_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint shop_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint shop_id_check CHECK (id = 1),
  constraint shop_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text])),
  constraint shop_name_check CHECK (length(name) >= 1 AND length(name) <= 120)
);

create table spot_checks (
  item_id text not null,
  case_id text not null,
  rule_id text not null,
  drawn numeric(4,2) not null,
  at timestamp with time zone not null,
  constraint spot_checks_pkey PRIMARY KEY (item_id, rule_id),
  constraint spot_checks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint spot_checks_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint spot_checks_drawn_check CHECK (drawn >= 0::numeric AND drawn < 100::numeric)
);

create table staff (
  id text not null,
  email citext not null,
  name text not null,
  roles text[] not null,
  location_id text,
  locale text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_email_key UNIQUE (email),
  constraint staff_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint staff_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'nl'::text, 'de'::text, 'fr'::text, 'es'::text])),
  constraint staff_name_check CHECK (length(name) >= 1 AND length(name) <= 120),
  constraint staff_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['owner'::text, 'counter'::text, 'bench'::text, 'help_desk'::text, 'finance'::text, 'viewer'::text] AND array_position(roles, NULL::text) IS NULL)
);

create table staff_accounts (
  staff_id text not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  constraint staff_accounts_pkey PRIMARY KEY (staff_id),
  constraint staff_accounts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table staff_sessions (
  id text not null,
  staff_id text not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint staff_sessions_pkey PRIMARY KEY (id),
  constraint staff_sessions_token_hash_key UNIQUE (token_hash),
  constraint staff_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX staff_sessions_expired ON public.staff_sessions USING btree (expires_at);
CREATE INDEX staff_sessions_staff ON public.staff_sessions USING btree (staff_id);

create table staff_two_factors (
  staff_id text not null,
  sealed_secret text not null,
  backup_hashes text[] not null default '{}'::text[],
  last_step bigint not null default 0,
  activated_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint staff_two_factors_pkey PRIMARY KEY (staff_id),
  constraint staff_two_factors_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table staff_verifications (
  token_hash text not null,
  staff_id text not null,
  purpose text not null,
  attempts integer not null default 0,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint staff_verifications_pkey PRIMARY KEY (token_hash),
  constraint staff_verifications_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_verifications_purpose_check CHECK (purpose = ANY (ARRAY['totp'::text, 'invite'::text, 'reset'::text]))
);
CREATE INDEX staff_verifications_staff ON public.staff_verifications USING btree (staff_id);

create table throttles (
  subject text not null,
  started_at timestamp with time zone not null,
  hits integer not null,
  constraint throttles_pkey PRIMARY KEY (subject)
);

create table units (
  id text not null,
  imei text,
  imei2 text,
  serial text,
  model_id text,
  variant_id text,
  created_at timestamp with time zone not null,
  constraint units_pkey PRIMARY KEY (id),
  constraint units_imei2_key UNIQUE (imei2),
  constraint units_imei_key UNIQUE (imei),
  constraint units_model_id_fkey FOREIGN KEY (model_id) REFERENCES models(id),
  constraint units_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES variants(id),
  constraint units_check CHECK (imei IS NOT NULL OR serial IS NOT NULL),
  constraint units_imei2_check CHECK (imei2 ~ '^[0-9]{15}$'::text),
  constraint units_imei_check CHECK (imei ~ '^[0-9]{15}$'::text)
);
CREATE UNIQUE INDEX units_serial ON public.units USING btree (upper(serial)) WHERE (imei IS NULL);
CREATE INDEX units_serial_any ON public.units USING btree (upper(serial)) WHERE (serial IS NOT NULL);

create table unmatched_parcels (
  id text not null,
  location_id text,
  tracking_number text,
  sender text,
  note text not null,
  state text not null,
  case_id text,
  received_by text,
  received_at timestamp with time zone not null,
  version integer not null default 1,
  constraint unmatched_parcels_pkey PRIMARY KEY (id),
  constraint unmatched_parcels_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint unmatched_parcels_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  constraint unmatched_parcels_received_by_fkey FOREIGN KEY (received_by) REFERENCES staff(id),
  constraint unmatched_parcels_state_check CHECK (state = ANY (ARRAY['open'::text, 'matched'::text, 'sent_back'::text]))
);
CREATE INDEX unmatched_parcels_open ON public.unmatched_parcels USING btree (received_at DESC, id DESC) WHERE (state = 'open'::text);

create table upload_links (
  id text not null,
  token_hash text not null,
  case_id text not null,
  item_id text not null,
  purpose text not null,
  check_id text,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint upload_links_pkey PRIMARY KEY (id),
  constraint upload_links_token_hash_key UNIQUE (token_hash),
  constraint upload_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint upload_links_item_id_fkey FOREIGN KEY (item_id) REFERENCES items(id),
  constraint upload_links_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint upload_links_purpose_check CHECK (purpose = 'photo'::text)
);
CREATE INDEX upload_links_item ON public.upload_links USING btree (item_id);

create table variants (
  id text not null,
  model_id text not null,
  label text not null,
  storage_gb integer,
  memory_gb integer,
  connectivity text,
  size text,
  "position" integer not null default 0,
  constraint variants_pkey PRIMARY KEY (id),
  constraint variants_model_id_label_key UNIQUE (model_id, label),
  constraint variants_model_id_fkey FOREIGN KEY (model_id) REFERENCES models(id),
  constraint variants_connectivity_check CHECK (connectivity = ANY (ARRAY['wifi'::text, 'cellular'::text])),
  constraint variants_memory_gb_check CHECK (memory_gb > 0),
  constraint variants_storage_gb_check CHECK (storage_gb > 0)
);

create view blocked_device_log as
 SELECT b.id,
    b.kind,
    b.number,
    b.reason,
    b.source,
    b.added_by,
    b.added_at,
    b.removed_at,
    b.removed_by,
    a.name AS added_by_name,
    r.name AS removed_by_name
   FROM blocked_devices b
     LEFT JOIN staff a ON a.id = b.added_by
     LEFT JOIN staff r ON r.id = b.removed_by;

create view case_facts as
 SELECT c.id AS case_id,
    c.reference,
    c.kind,
    c.channel,
    c.locale,
    c.currency,
    c.customer_id,
    c.location_id,
    c.visit_on,
    c.silence,
    c.contact,
    c.address,
    c.source,
    c.created_at,
    c.version,
    m.kind AS payout_kind,
    m.masked AS payout_masked
   FROM cases c
     LEFT JOIN payout_methods m ON m.case_id = c.id;

create view case_timeline as
 SELECT e.id,
    e.case_id,
    e.item_id,
    e.at,
    'move'::text AS kind,
    e.actor_kind,
    e.actor_id,
    e.on_behalf,
    e.move AS text,
    e.reason,
    jsonb_build_object('from', (e.from_stage || '/'::text) || e.from_status, 'to', (e.to_stage || '/'::text) || e.to_status) || e.data AS data,
    true AS public
   FROM item_events e
UNION ALL
 SELECT n.id,
    n.case_id,
    n.item_id,
    n.at,
    'note'::text AS kind,
    n.actor_kind,
    n.actor_id,
    false AS on_behalf,
    n.body AS text,
    NULL::text AS reason,
    jsonb_build_object('visibility', n.visibility, 'mentions', n.mentions) AS data,
    n.visibility = 'customer'::text AS public
   FROM notes n
UNION ALL
 SELECT h.id,
    h.case_id,
    h.item_id,
    h.opened_at AS at,
    'hold'::text AS kind,
    h.opened_by_kind AS actor_kind,
    h.opened_by_id AS actor_id,
    false AS on_behalf,
    'opened'::text AS text,
    h.note AS reason,
    jsonb_build_object('reason', h.reason, 'due_at', h.due_at, 'rule', h.rule) AS data,
    false AS public
   FROM holds h
UNION ALL
 SELECT h.id || ':decided'::text AS id,
    h.case_id,
    h.item_id,
    h.decided_at AS at,
    'hold'::text AS kind,
    'staff'::text AS actor_kind,
    h.decided_by_id AS actor_id,
    false AS on_behalf,
    h.step AS text,
    h.rejection AS reason,
    jsonb_build_object('reason', h.reason) AS data,
    false AS public
   FROM holds h
  WHERE h.decided_at IS NOT NULL AND (h.step = ANY (ARRAY['approved'::text, 'rejected'::text]))
UNION ALL
 SELECT h.id || ':released'::text AS id,
    h.case_id,
    h.item_id,
    h.released_at AS at,
    'hold'::text AS kind,
    h.released_by_kind AS actor_kind,
    h.released_by_id AS actor_id,
    false AS on_behalf,
    'released'::text AS text,
    h.release_note AS reason,
    jsonb_build_object('reason', h.reason) AS data,
    false AS public
   FROM holds h
  WHERE h.released_at IS NOT NULL
UNION ALL
 SELECT q.id,
    q.case_id,
    q.item_id,
    q.made_at AS at,
    'quote'::text AS kind,
    q.made_by_kind AS actor_kind,
    q.made_by_id AS actor_id,
    false AS on_behalf,
    q.kind AS text,
    q.note AS reason,
    jsonb_build_object('price', jsonb_build_object('minor', q.price_minor, 'currency', q.currency), 'state', q.state, 'valid_until', q.valid_until, 'reasons', q.reasons, 'free_price', q.free_price) AS data,
    false AS public
   FROM quotes q
UNION ALL
 SELECT s.id,
    s.case_id,
    NULL::text AS item_id,
    s.at,
    'scan'::text AS kind,
    s.source AS actor_kind,
    NULL::text AS actor_id,
    false AS on_behalf,
    s.kind AS text,
    s.place AS reason,
    jsonb_build_object('tracking_number', p.tracking_number, 'carrier', p.carrier, 'direction', p.direction) AS data,
    false AS public
   FROM scans s
     JOIN parcels p ON p.id = s.parcel_id
UNION ALL
 SELECT t.id,
    t.case_id,
    NULL::text AS item_id,
    t.at,
    'money'::text AS kind,
    t.actor_kind,
    t.actor_id,
    false AS on_behalf,
    t.kind AS text,
    t.about AS reason,
    '{}'::jsonb AS data,
    false AS public
   FROM ledger_transactions t
  WHERE t.case_id IS NOT NULL
UNION ALL
 SELECT m.id,
    m.case_id,
    m.item_id,
    m.created_at AS at,
    'message'::text AS kind,
        CASE
            WHEN m.written_by IS NULL THEN 'system'::text
            ELSE 'staff'::text
        END AS actor_kind,
    m.written_by AS actor_id,
    false AS on_behalf,
    m.event AS text,
    COALESCE(m.subject, m.data #>> '{letter,subject}'::text[]) AS reason,
    jsonb_build_object('state', m.state, 'channel', m.channel, 'to', m.to_address, 'sent_at', m.sent_at) AS data,
    false AS public
   FROM messages m
UNION ALL
 SELECT b.id,
    b.case_id,
    b.item_id,
    b.received_at AS at,
    'message'::text AS kind,
        CASE
            WHEN b.other_sender OR b.automatic THEN 'visitor'::text
            ELSE 'customer'::text
        END AS actor_kind,
        CASE
            WHEN b.other_sender OR b.automatic THEN NULL::text
            ELSE c.customer_id
        END AS actor_id,
    false AS on_behalf,
    'inbound'::text AS text,
    b.subject AS reason,
    jsonb_build_object('state', 'received', 'channel', 'email', 'from', b.from_address, 'body', "left"(b.body_text, 500)) AS data,
    false AS public
   FROM inbound_messages b
     JOIN cases c ON c.id = b.case_id
UNION ALL
 SELECT t.id,
    t.case_id,
    t.item_id,
    t.created_at AS at,
    'message'::text AS kind,
    'system'::text AS actor_kind,
    NULL::text AS actor_id,
    false AS on_behalf,
    t.event AS text,
    t.text AS reason,
    jsonb_build_object('state', t.state, 'channel', 'chat', 'to', t.channel, 'sent_at', t.sent_at) AS data,
    false AS public
   FROM chat_messages t
  WHERE t.case_id IS NOT NULL
UNION ALL
 SELECT f.id,
    f.case_id,
    f.item_id,
    f.uploaded_at AS at,
    'file'::text AS kind,
    f.uploaded_by_kind AS actor_kind,
    f.uploaded_by_id AS actor_id,
    false AS on_behalf,
    f.purpose AS text,
    f.name AS reason,
    jsonb_build_object('media_type', f.media_type, 'check_id', f.check_id, 'removed', f.removed_at IS NOT NULL) AS data,
    false AS public
   FROM files f
UNION ALL
 SELECT k.id,
    k.case_id,
    k.item_id,
    k.asked_at AS at,
    'check'::text AS kind,
    k.asked_by_kind AS actor_kind,
    k.asked_by_id AS actor_id,
    false AS on_behalf,
    k.kind AS text,
    k.detail AS reason,
    jsonb_build_object('verdict', k.verdict, 'provider', k.provider, 'answered_at', k.answered_at, 'code', k.evidence -> 'code'::text, 'note', k.evidence -> 'note'::text, 'declared', k.evidence -> 'declared'::text, 'found', k.evidence -> 'found'::text) AS data,
    false AS public
   FROM device_checks k
UNION ALL
 SELECT n.id,
    n.case_id,
    n.item_id,
    n.completed_at AS at,
    'inspection'::text AS kind,
    'staff'::text AS actor_kind,
    n.inspector_id AS actor_id,
    false AS on_behalf,
    n.kind AS text,
    NULL::text AS reason,
    jsonb_build_object('cosmetic', n.cosmetic_grade, 'functional', n.functional_grade, 'number', n.number, 'seconds', n.active_seconds) AS data,
    false AS public
   FROM inspections n
  WHERE n.state = 'complete'::text
UNION ALL
 SELECT d.id,
    d.case_id,
    d.item_id,
    d.opened_at AS at,
    'inspection'::text AS kind,
    d.opened_by_kind AS actor_kind,
    d.opened_by_id AS actor_id,
    false AS on_behalf,
    'dispute'::text AS text,
    d.reason,
    jsonb_build_object('outcome', d.outcome) AS data,
    false AS public
   FROM disputes d
UNION ALL
 SELECT w.id,
    w.case_id,
    c.item_id,
    w.at,
    'vault'::text AS kind,
    'staff'::text AS actor_kind,
    w.staff_id AS actor_id,
    false AS on_behalf,
    'code_viewed'::text AS text,
    NULL::text AS reason,
    '{}'::jsonb AS data,
    false AS public
   FROM lock_code_views w
     JOIN lock_codes c ON c.id = w.lock_code_id
UNION ALL
 SELECT c.id,
    c.case_id,
    c.item_id,
    c.left_at AS at,
    'vault'::text AS kind,
    c.left_by_kind AS actor_kind,
    c.left_by_id AS actor_id,
    false AS on_behalf,
    'code_left'::text AS text,
    NULL::text AS reason,
    '{}'::jsonb AS data,
    false AS public
   FROM lock_codes c;

create view device_check_log as
 SELECT k.id,
    k.written,
    k.case_id,
    k.item_id,
    k.unit_id,
    k.kind,
    k.verdict,
    k.provider,
    k.detail,
    k.evidence,
    k.asked_by_kind,
    k.asked_by_id,
    k.asked_at,
    k.answered_at,
    s.name AS asked_by_name
   FROM device_checks k
     LEFT JOIN staff s ON k.asked_by_kind = 'staff'::text AND s.id = k.asked_by_id;

create view device_subjects as
 SELECT i.id AS item_id,
    i.number AS item_number,
    i.case_id,
    c.reference,
    i.title,
    i.category,
    i.stage,
    i.status,
    i.is_open,
    i.created_at,
    i.variant_id,
    m.id AS model_id,
    m.name AS model,
    b.name AS brand,
    i.unit_id,
    u.imei,
    u.imei2,
    u.serial
   FROM items i
     JOIN cases c ON c.id = i.case_id
     LEFT JOIN units u ON u.id = i.unit_id
     LEFT JOIN variants v ON v.id = i.variant_id
     LEFT JOIN models m ON m.id = v.model_id
     LEFT JOIN brands b ON b.id = m.brand_id;

create view inbound_case_hints as
 SELECT c.id AS case_id,
    c.reference,
    lower(c.contact ->> 'email'::text) AS email,
    lower(p.email::text) AS customer_email,
    (EXISTS ( SELECT 1
           FROM items i
          WHERE i.case_id = c.id AND i.is_open)) AS is_open
   FROM cases c
     JOIN customers p ON p.id = c.customer_id;

create view inspection_findings as
 SELECT DISTINCT ON (item_id) item_id,
    case_id,
    id AS inspection_id,
    kind,
    found_answers,
    found_variant_id,
    note
   FROM inspections n
  WHERE state = 'complete'::text
  ORDER BY item_id, number DESC;

create view item_cards as
 SELECT i.id,
    i.number,
    i.case_id,
    c.reference,
    i.title,
    i.category,
    i.workflow_id,
    i.stage,
    i.status,
    i.seq,
    i.is_open,
    i.next_actor,
    i.due_at,
    i.entered_at,
    i.created_at,
    i.price_minor,
    i.currency,
    c.contact ->> 'name'::text AS customer_name,
    c.contact ->> 'email'::text AS customer_email,
    c.location_id,
    c.locale,
    c.source,
    c.assignee_id,
    i.unit_id,
    c.customer_id
   FROM items i
     JOIN cases c ON c.id = i.case_id;

create view item_declarations as
 SELECT item_id,
    questions,
    answers,
    variant_id
   FROM quotes q
  WHERE number = 1;

create view item_facts as
 SELECT i.id AS item_id,
    i.case_id,
    i.number,
    i.title,
    i.category,
    i.variant_id,
    i.workflow_id,
    i.workflow_version,
    i.stage,
    i.status,
    i.seq,
    i.price_minor,
    i.currency,
    i.unit_id,
    i."position",
    i.due_at,
    i.next_actor,
    i.entered_at,
    i.is_open,
    i.unit_id IS NOT NULL AND (EXISTS ( SELECT 1
           FROM items o
          WHERE o.unit_id = i.unit_id AND o.id <> i.id AND o.case_id <> i.case_id AND o.is_open)) AS in_another_case,
    COALESCE(n.state = 'complete'::text, false) AND NOT (COALESCE(d.open, false) AND n.kind <> 'second'::text) AS checklist_complete,
    n.cosmetic_grade IS NOT NULL AND n.functional_grade IS NOT NULL AS graded,
    ( SELECT count(*)::integer AS count
           FROM holds h
          WHERE h.item_id = i.id AND h.released_at IS NULL) AS open_holds,
    (EXISTS ( SELECT 1
           FROM holds h
          WHERE h.item_id = i.id AND h.released_at IS NULL AND h.reason = 'legal'::text)) AS legal_hold,
    r.from_stage AS resume_stage,
    r.from_status AS resume_status,
    (EXISTS ( SELECT 1
           FROM item_events e
          WHERE e.item_id = i.id AND e.move = 'note_withdrawal'::text)) AS withdrawal_noted,
    q.id AS quote_id,
    q.valid_until AS quote_valid_until,
    q.price_minor AS quote_price_minor,
    v.id AS revision_id,
    v.id IS NULL OR cardinality(v.reasons) > 0 AS revision_has_reason,
    v.id IS NULL OR v.price_minor >= COALESCE(i.price_minor, 0::bigint) OR (EXISTS ( SELECT 1
           FROM quote_photos ph
          WHERE ph.quote_id = v.id)) AS revision_has_photo,
    v.id IS NULL OR v.free_price OR v.variant_id IS DISTINCT FROM q.variant_id OR v.answers <> (( SELECT x.answers
           FROM quotes x
          WHERE x.item_id = i.id AND x.number = 1)) AS revision_changes_answers,
    p.state AS payout_state,
    p.id AS payout_id,
    (EXISTS ( SELECT 1
           FROM parcel_items pi
             JOIN parcels pc ON pc.id = pi.parcel_id
          WHERE pi.item_id = i.id AND pc.direction = 'outbound'::text AND (pc.state = ANY (ARRAY['moving'::text, 'delivered'::text, 'handed_over'::text])))) AS left_us,
    (EXISTS ( SELECT 1
           FROM holds h
             JOIN hold_reasons hr ON hr.id = h.reason
          WHERE h.item_id = i.id AND h.released_at IS NULL AND hr.blocks_leaving)) AS may_not_leave,
    COALESCE(d.number, 0) AS disputes,
    i.unit_id IS NOT NULL AND (EXISTS ( SELECT 1
           FROM units u
             JOIN blocked_devices b ON b.removed_at IS NULL AND (b.kind = 'imei'::text AND (b.number = u.imei OR b.number = u.imei2) OR b.kind = 'serial'::text AND b.number = upper(u.serial))
          WHERE u.id = i.unit_id)) AS blocked,
    COALESCE(d.open, false) AND NOT (n.kind = 'second'::text AND n.state = 'complete'::text) AS blind
   FROM items i
     LEFT JOIN LATERAL ( SELECT x.state,
            x.kind,
            x.cosmetic_grade,
            x.functional_grade
           FROM inspections x
          WHERE x.item_id = i.id
          ORDER BY x.number DESC
         LIMIT 1) n ON true
     LEFT JOIN LATERAL ( SELECT e.from_stage,
            e.from_status
           FROM item_events e
          WHERE i.stage = 'on_hold'::text AND e.item_id = i.id AND e.to_stage = 'on_hold'::text AND e.from_stage <> 'on_hold'::text
          ORDER BY e.seq DESC
         LIMIT 1) r ON true
     LEFT JOIN LATERAL ( SELECT x.id,
            x.valid_until,
            x.price_minor,
            x.variant_id
           FROM quotes x
          WHERE x.item_id = i.id AND (x.kind = ANY (ARRAY['quote'::text, 'manual'::text]))
          ORDER BY x.number DESC
         LIMIT 1) q ON true
     LEFT JOIN LATERAL ( SELECT count(*)::integer AS number,
            bool_or(x.closed_at IS NULL) AS open
           FROM disputes x
          WHERE x.item_id = i.id) d ON true
     LEFT JOIN quotes v ON v.item_id = i.id AND v.kind = 'revision'::text AND v.state = 'offered'::text
     LEFT JOIN payout_items l ON l.item_id = i.id AND l.live
     LEFT JOIN payouts p ON p.id = l.payout_id;

create view item_photo_counts as
 SELECT item_id,
    check_id,
    count(*)::integer AS photos,
    max(uploaded_at) AS newest_at
   FROM files f
  WHERE purpose = 'photo'::text AND removed_at IS NULL AND item_id IS NOT NULL
  GROUP BY item_id, check_id;

create view item_photos as
 SELECT id AS file_id,
    case_id,
    item_id,
    check_id,
    caption,
    uploaded_at
   FROM files f
  WHERE purpose = 'photo'::text AND removed_at IS NULL AND item_id IS NOT NULL;

create view item_prices as
 SELECT id AS item_id,
    case_id,
    number,
    title,
    "position",
    stage,
    status,
    seq,
    price_minor,
    currency
   FROM items i;

create view model_titles as
 SELECT m.id AS model_id,
    b.name AS brand,
        CASE
            WHEN starts_with(lower(m.name), lower(b.name)) THEN m.name
            ELSE (b.name || ' '::text) || m.name
        END AS name
   FROM models m
     JOIN brands b ON b.id = m.brand_id;

create view offer_photos as
 SELECT quote_id,
    case_id,
    file_id,
    "position"
   FROM quote_photos;

create view open_holds as
 SELECT h.id,
    h.case_id,
    h.item_id,
    h.reason,
    h.note,
    h.owner_id,
    h.due_at,
    h.opened_at,
    h.step,
    h.asked_at,
    h.asks,
    h.reminders,
    h.answered_at,
    i.number AS item_number,
    i.title,
    i.stage,
    i.status,
    i.seq,
    c.reference,
    c.locale,
    c.contact ->> 'name'::text AS customer_name
   FROM holds h
     JOIN items i ON i.id = h.item_id
     JOIN cases c ON c.id = h.case_id
  WHERE h.released_at IS NULL;

create view ownership_subjects as
 SELECT i.id AS item_id,
    i.case_id,
    i.number AS item_number,
    c.reference,
    i.title,
    i.category,
    i.price_minor,
    i.currency,
    i.created_at,
    v.model_id,
    m.name AS model,
    b.name AS brand,
    m.released_on,
    COALESCE((q.answers ->> 'screen'::text) = 'like_new'::text AND (q.answers ->> 'body'::text) = 'like_new'::text, false) AS declared_like_new,
    n.cosmetic_grade = 'A'::text AS found_like_new,
    (EXISTS ( SELECT 1
           FROM holds h
          WHERE h.item_id = i.id AND h.reason = 'proof_of_purchase'::text)) AS asked_before,
    fm.id AS found_model_id,
    fm.name AS found_model,
    fb.name AS found_brand,
    fm.released_on AS found_released_on,
    COALESCE(q.answers, '{}'::jsonb) AS declared_answers,
    COALESCE(n.found_answers, '{}'::jsonb) AS found_answers
   FROM items i
     JOIN cases c ON c.id = i.case_id
     LEFT JOIN variants v ON v.id = i.variant_id
     LEFT JOIN models m ON m.id = v.model_id
     LEFT JOIN brands b ON b.id = m.brand_id
     LEFT JOIN LATERAL ( SELECT x.answers
           FROM quotes x
          WHERE x.item_id = i.id AND (x.kind = ANY (ARRAY['quote'::text, 'manual'::text]))
          ORDER BY x.number DESC
         LIMIT 1) q ON true
     LEFT JOIN LATERAL ( SELECT x.cosmetic_grade,
            x.found_answers,
            x.found_variant_id
           FROM inspections x
          WHERE x.item_id = i.id AND x.state = 'complete'::text
          ORDER BY x.number DESC
         LIMIT 1) n ON true
     LEFT JOIN variants nv ON nv.id = n.found_variant_id
     LEFT JOIN LATERAL ( SELECT
                CASE
                    WHEN x.verdict = 'clean'::text THEN v.model_id
                    ELSE x.evidence ->> 'found_model_id'::text
                END AS model_id
           FROM device_checks x
          WHERE x.item_id = i.id AND x.kind = 'model'::text AND (x.evidence ->> 'code'::text) = 'model_by_hand'::text
          ORDER BY x.asked_at DESC, x.written DESC
         LIMIT 1) k ON true
     LEFT JOIN units u ON u.id = i.unit_id
     LEFT JOIN variants uv ON uv.id = u.variant_id
     LEFT JOIN models fm ON fm.id = COALESCE(nv.model_id, k.model_id, u.model_id, uv.model_id)
     LEFT JOIN brands fb ON fb.id = fm.brand_id;

create view payees as
 SELECT id AS case_id,
    reference,
    customer_id,
    channel,
    location_id,
    currency,
    contact ->> 'name'::text AS customer_name
   FROM cases c;

create view questions_asked as
 SELECT s.category,
    s.version,
    s.version = max(s.version) OVER (PARTITION BY s.category) AS newest,
    q.place,
    q.question ->> 'key'::text AS key,
    q.question -> 'label'::text AS label,
    q.question -> 'answers'::text AS answers
   FROM question_sets s
     CROSS JOIN LATERAL jsonb_array_elements(s.questions) WITH ORDINALITY q(question, place);

create view staff_names as
 SELECT id,
    name
   FROM staff;

create view unit_lives as
 SELECT u.id AS unit_id,
    u.imei,
    u.imei2,
    u.serial,
    u.variant_id AS unit_variant_id,
    i.id AS item_id,
    i.number AS item_number,
    i.case_id,
    c.reference,
    c.kind AS case_kind,
    i.title,
    i.stage,
    i.status,
    i.is_open,
    i.price_minor,
    i.currency,
    i.created_at,
    i.entered_at
   FROM units u
     JOIN items i ON i.unit_id = u.id
     JOIN cases c ON c.id = i.case_id;

create view unit_numbers as
 SELECT units.id AS unit_id,
    'imei'::text AS kind,
    units.imei AS number
   FROM units
  WHERE units.imei IS NOT NULL
UNION ALL
 SELECT units.id AS unit_id,
    'imei'::text AS kind,
    units.imei2 AS number
   FROM units
  WHERE units.imei2 IS NOT NULL
UNION ALL
 SELECT units.id AS unit_id,
    'serial'::text AS kind,
    upper(units.serial) AS number
   FROM units
  WHERE units.serial IS NOT NULL;

create view variant_names as
 SELECT v.id AS variant_id,
    v.model_id,
    v.label,
    v."position",
    m.name AS model,
    m.category,
    b.name AS brand
   FROM variants v
     JOIN models m ON m.id = v.model_id
     JOIN brands b ON b.id = m.brand_id;

CREATE OR REPLACE FUNCTION public.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'RP002';
end $function$;

CREATE OR REPLACE FUNCTION public.credit_follows_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.credit_minor > 0 then
    insert into credit_balances (customer_id, currency, balance_minor)
    values (new.customer_id, new.currency, new.credit_minor)
    on conflict (customer_id, currency)
    do update set balance_minor = credit_balances.balance_minor + excluded.balance_minor;
  else
    update credit_balances set balance_minor = balance_minor - new.debit_minor
     where customer_id = new.customer_id and currency = new.currency;
    if not found then
      raise exception 'no store credit to spend' using errcode = 'check_violation', constraint = 'credit_not_below_zero';
    end if;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.facts_of_case(wanted text)
 RETURNS SETOF item_facts
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query select f.* from item_facts f where f.case_id = wanted;
end $function$;

CREATE OR REPLACE FUNCTION public.item_event_applies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.item_place_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.item_price_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.price_minor, new.currency) is distinct from (old.price_minor, old.currency)
     and exists (select 1 from payout_items where item_id = new.id and live) then
    raise exception 'an item with a live payout keeps its price' using errcode = 'RP002', detail = new.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.verdict <> 'asked' and (new.kind, new.verdict, new.provider, new.detail, new.evidence, new.asked_at, new.answered_at, new.item_id)
     is distinct from (old.kind, old.verdict, old.provider, old.detail, old.evidence, old.asked_at, old.answered_at, old.item_id) then
    raise exception 'device_checks %: evidence that was given is not changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ledger_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  which text := case when tg_table_name = 'ledger_lines' then to_jsonb(new) ->> 'transaction_id' else to_jsonb(new) ->> 'id' end;
begin
  if not exists (select 1 from ledger_lines where transaction_id = which) or exists (
    select 1 from ledger_lines where transaction_id = which
     group by currency having sum(debit_minor) <> sum(credit_minor)
  ) then
    raise exception 'ledger transaction % does not balance', which using errcode = 'RP002';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.payout_ended()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update payout_items set live = false where payout_id = new.id and live;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.payout_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'payouts are never deleted' using errcode = 'RP002';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'ready' then
      raise exception 'a payout begins ready' using errcode = 'RP002', detail = new.id;
    end if;
    return new;
  end if;
  -- Rotating keys seals the same account anew; whoever does that says so for the length of its transaction.
  if current_setting('reprise.resealing', true) = 'on' and (to_jsonb(new) - 'sealed') = (to_jsonb(old) - 'sealed') then
    return new;
  end if;
  if old.state in ('paid', 'failed', 'cancelled') then
    raise exception 'payout % has ended', old.id using errcode = 'RP002';
  end if;
  if (new.id, new.case_id, new.number, new.customer_id, new.kind, new.amount_minor, new.currency, new.holder, new.sealed, new.masked)
     is distinct from (old.id, old.case_id, old.number, old.customer_id, old.kind, old.amount_minor, old.currency, old.holder, old.sealed, old.masked) then
    raise exception 'a payout instruction keeps its amount and target' using errcode = 'RP002', detail = old.id;
  end if;
  if new.state <> old.state and not (
       (old.state = 'ready' and new.state in ('submitted', 'paid', 'cancelled'))
    or (old.state = 'submitted' and new.state in ('paid', 'failed'))) then
    raise exception 'payout % cannot go from % to %', old.id, old.state, new.state using errcode = 'RP002';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.payout_is_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  which text := case when tg_table_name = 'payouts' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'payout_id' end;
begin
  if (select amount_minor from payouts where id = which)
     is distinct from (select sum(amount_minor) from payout_items where payout_id = which) then
    raise exception 'payout % is not the sum of its items', which using errcode = 'RP002';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.payout_item_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'payout lines are never deleted' using errcode = 'RP002';
  end if;
  if (new.payout_id, new.item_id, new.case_id, new.amount_minor) is distinct from (old.payout_id, old.item_id, old.case_id, old.amount_minor)
     or new.live <> (select state in ('ready', 'submitted', 'paid') from payouts where id = new.payout_id) then
    raise exception 'a payout line follows its payout' using errcode = 'RP002', detail = old.payout_id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.payout_item_is_price()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.amount_minor is distinct from (select price_minor from items where id = new.item_id and case_id = new.case_id) then
    raise exception 'a payout pays the approved price' using errcode = 'RP002', detail = new.item_id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.price_version_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'published' then
    raise exception 'a published price book version keeps what it says' using errcode = 'RP002', detail = old.id;
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.prices_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  published text;
begin
  select v.id into published from price_book_versions v
  where v.state = 'published' and v.id in (select c.version_id from touched c) limit 1;
  if published is not null then
    raise exception 'a published price book version keeps its prices' using errcode = 'RP002', detail = published;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.question_set_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published question set keeps its questions' using errcode = 'RP002', detail = old.id;
end $function$;

CREATE OR REPLACE FUNCTION public.quote_content_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.case_id, new.item_id, new.number, new.kind, new.questions, new.answers, new.lines, new.currency, new.valid_until, new.made_at)
     is distinct from (old.case_id, old.item_id, old.number, old.kind, old.questions, old.answers, old.lines, old.currency, old.valid_until, old.made_at)
     or (old.price_minor is not null and new.price_minor is distinct from old.price_minor) then
    raise exception 'a quote keeps what was offered' using errcode = 'RP002', detail = old.id;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.quote_revision_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.reasons, new.note, new.free_price, new.free_price_reason, new.follows_id, new.inspection_id, new.variant_id, new.price_version_id)
     is distinct from (old.reasons, old.note, old.free_price, old.free_price_reason, old.follows_id, old.inspection_id, old.variant_id, old.price_version_id) then
    raise exception 'a quote keeps what was offered' using errcode = 'RP002', detail = old.id;
  end if;
  return new;
end $function$;
