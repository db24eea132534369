-- What we offered, from which answers, on which version of the price book; revisions stay linked.
create table quotes (
  id text primary key,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  number integer not null check (number >= 1),
  kind text not null check (kind in ('quote', 'manual', 'revision')),
  state text not null check (state in ('offered', 'accepted', 'declined', 'superseded', 'expired', 'awaited')),
  price_version_id text references price_book_versions (id),
  question_set_id text references question_sets (id),
  variant_id text references variants (id),
  -- The questions as they were asked, the answers given, and the sum line by line: never recomputed later.
  questions jsonb not null,
  answers jsonb not null,
  lines jsonb not null,
  price_minor bigint check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  valid_until timestamptz not null,
  reasons text[] not null default '{}',
  note text,
  free_price boolean not null default false,
  made_by_kind text not null,
  made_by_id text,
  answered_by_kind text,
  answered_by_id text,
  answered_at timestamptz,
  made_at timestamptz not null,
  unique (item_id, number)
);
create index quotes_case on quotes (case_id);
create unique index quotes_one_open_revision on quotes (item_id) where kind = 'revision' and state = 'offered';
-- A quote's content is what the customer saw: only its state and the answer to it may change.
create function quote_content_guard() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.item_id, new.number, new.kind, new.questions, new.answers, new.lines, new.currency, new.valid_until, new.made_at)
     is distinct from (old.case_id, old.item_id, old.number, old.kind, old.questions, old.answers, old.lines, old.currency, old.valid_until, old.made_at)
     or (old.price_minor is not null and new.price_minor is distinct from old.price_minor) then
    raise exception 'a quote keeps what was offered' using errcode = 'RP002', detail = old.id;
  end if;
  return new;
end $$;
create trigger quote_content_guard before update on quotes for each row execute function quote_content_guard();
