-- Money: a ledger in double entry, payout instructions that cannot be doubled, store credit that cannot go below zero.
create table ledger_transactions (
  id text primary key,
  case_id text references cases (id),
  item_id text references items (id),
  customer_id text references customers (id),
  kind text not null check (kind in ('purchase', 'purchase_reversal', 'payout', 'credit_spent')),
  -- What the transaction books; with kind it can be booked once only.
  about text not null,
  note text,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null,
  unique (kind, about),
  -- A device is bought and unbought one by one, so that one can go back while its sibling is paid.
  check ((kind in ('purchase', 'purchase_reversal')) = (item_id is not null))
);
create index ledger_transactions_item on ledger_transactions (item_id) where item_id is not null;
create index ledger_transactions_case on ledger_transactions (case_id, at desc, id desc) where case_id is not null;
create index ledger_transactions_at on ledger_transactions (at desc, id desc);
create table ledger_lines (
  id text primary key,
  transaction_id text not null references ledger_transactions (id),
  case_id text references cases (id),
  account text not null check (account in ('stock', 'owed_to_sellers', 'bank', 'paypal', 'cash', 'store_credit', 'sales')),
  customer_id text references customers (id),
  location_id text references locations (id),
  debit_minor bigint not null default 0 check (debit_minor >= 0),
  credit_minor bigint not null default 0 check (credit_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  check ((debit_minor = 0) <> (credit_minor = 0)),
  check (account <> 'store_credit' or customer_id is not null),
  check (account <> 'cash' or location_id is not null)
);
create index ledger_lines_transaction on ledger_lines (transaction_id);
create index ledger_lines_account on ledger_lines (account, currency);
create index ledger_lines_credit on ledger_lines (customer_id) where account = 'store_credit';
create trigger ledger_transactions_append_only before update or delete on ledger_transactions for each row execute function append_only();
create trigger ledger_lines_append_only before update or delete on ledger_lines for each row execute function append_only();
create trigger ledger_transactions_no_truncate before truncate on ledger_transactions for each statement execute function append_only();
create trigger ledger_lines_no_truncate before truncate on ledger_lines for each statement execute function append_only();

-- I1: debits equal credits per transaction and currency, and no transaction is empty: checked at commit.
create function ledger_balances() returns trigger language plpgsql as $$
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
end $$;
create constraint trigger ledger_balances after insert on ledger_lines deferrable initially deferred for each row execute function ledger_balances();
create constraint trigger ledger_balances after insert on ledger_transactions deferrable initially deferred for each row execute function ledger_balances();

-- I4: a customer's store credit, kept by the ledger's own lines, never below zero.
create table credit_balances (
  customer_id text not null references customers (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null constraint credit_not_below_zero check (balance_minor >= 0),
  primary key (customer_id, currency)
);
-- What is spent only ever updates: an upsert would test the proposed row (below zero) before it finds the old one.
create function credit_follows_ledger() returns trigger language plpgsql as $$
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
end $$;
create trigger credit_follows_ledger after insert on ledger_lines for each row when (new.account = 'store_credit') execute function credit_follows_ledger();

-- Where a seller wants the money. Account numbers are sealed; `masked` is what screens show.
create table payout_methods (
  case_id text primary key references cases (id),
  kind text not null check (kind in ('bank', 'paypal', 'store_credit', 'cash')),
  holder text check (length(holder) between 1 and 140),
  sealed text,
  masked text not null,
  -- A customer's change of an account is paid to only after this instant.
  cool_until timestamptz,
  changed_by_kind text not null,
  changed_by_id text,
  changed_at timestamptz not null,
  version integer not null default 1,
  check ((kind in ('bank', 'paypal')) = (sealed is not null))
);

-- A file of bank payouts. It is ordered, then filled one payout at a time, then closed with its file's hash.
create table payout_batches (
  id text primary key,
  number text not null unique,
  state text not null check (state in ('open', 'closed', 'empty')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payouts integer not null default 0 check (payouts >= 0),
  total_minor bigint not null default 0 check (total_minor >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  created_by text not null references staff (id),
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'closed') = (sha256 is not null))
);
create sequence payout_batch_numbers;

create table payouts (
  id text primary key,
  case_id text not null references cases (id),
  number integer not null check (number >= 1),
  customer_id text not null references customers (id),
  kind text not null check (kind in ('bank', 'paypal', 'store_credit', 'cash')),
  state text not null check (state in ('ready', 'submitted', 'paid', 'failed', 'cancelled')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  holder text,
  sealed text,
  masked text not null,
  not_before timestamptz,
  transaction_reference text check (length(transaction_reference) between 1 and 140),
  failure text,
  batch_id text references payout_batches (id),
  location_id text references locations (id),
  signed_by text,
  -- Two persons above the shop's limit: who let it go, and who then took it out of `ready`.
  released_by text references staff (id),
  released_at timestamptz,
  taken_by text references staff (id),
  created_at timestamptz not null,
  submitted_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  unique (case_id, number),
  check (state <> 'paid' or transaction_reference is not null),
  check (state <> 'failed' or failure is not null),
  check (batch_id is null or (kind = 'bank' and state in ('submitted', 'paid', 'failed'))),
  constraint payout_two_persons check (released_by <> taken_by)
);
create index payouts_queue on payouts (state, created_at, id) where state in ('ready', 'submitted', 'failed');
create index payouts_all on payouts (created_at desc, id desc);
create index payouts_batch on payouts (batch_id) where batch_id is not null;

-- Which payouts a batch is to take, and what became of each. One payout waits in, or is taken by, one batch only.
create table payout_batch_entries (
  batch_id text not null references payout_batches (id),
  payout_id text not null references payouts (id),
  -- No foreign key: its lock on the case would wait for every move, and the payout's own key says the same.
  case_id text not null,
  state text not null check (state in ('pending', 'taken', 'refused')),
  code text,
  why text,
  primary key (batch_id, payout_id),
  check ((state = 'refused') = (code is not null))
);
create unique index payout_batch_entries_once on payout_batch_entries (payout_id) where state in ('pending', 'taken');

create table payout_items (
  payout_id text not null references payouts (id),
  item_id text not null references items (id),
  case_id text not null references cases (id),
  amount_minor bigint not null check (amount_minor >= 0),
  live boolean not null default true,
  primary key (payout_id, item_id)
);
create index payout_items_item on payout_items (item_id);
-- I2: at most one live payout per item, whatever the code does.
create unique index payout_items_one_live on payout_items (item_id) where live;

-- I2: what is paid is what was approved: each line is the item's price, and the payout is the sum of its lines.
create function payout_item_is_price() returns trigger language plpgsql as $$
begin
  if new.amount_minor is distinct from (select price_minor from items where id = new.item_id and case_id = new.case_id) then
    raise exception 'a payout pays the approved price' using errcode = 'RP002', detail = new.item_id;
  end if;
  return new;
end $$;
create trigger payout_item_is_price before insert on payout_items for each row execute function payout_item_is_price();
create function payout_is_sum() returns trigger language plpgsql as $$
declare
  which text := case when tg_table_name = 'payouts' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'payout_id' end;
begin
  if (select amount_minor from payouts where id = which)
     is distinct from (select sum(amount_minor) from payout_items where payout_id = which) then
    raise exception 'payout % is not the sum of its items', which using errcode = 'RP002';
  end if;
  return null;
end $$;
create constraint trigger payout_is_sum after insert on payout_items deferrable initially deferred for each row execute function payout_is_sum();
create constraint trigger payout_is_sum after insert on payouts deferrable initially deferred for each row execute function payout_is_sum();

-- I2: while a payout of it is live (or paid), an item keeps its price and currency.
create function item_price_guard() returns trigger language plpgsql as $$
begin
  if (new.price_minor, new.currency) is distinct from (old.price_minor, old.currency)
     and exists (select 1 from payout_items where item_id = new.id and live) then
    raise exception 'an item with a live payout keeps its price' using errcode = 'RP002', detail = new.id;
  end if;
  return new;
end $$;
create trigger item_price_guard before update of price_minor, currency on items for each row execute function item_price_guard();

-- A payout line is written once; only the payout's own end takes its life.
create function payout_item_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'payout lines are never deleted' using errcode = 'RP002';
  end if;
  if (new.payout_id, new.item_id, new.case_id, new.amount_minor) is distinct from (old.payout_id, old.item_id, old.case_id, old.amount_minor)
     or new.live <> (select state in ('ready', 'submitted', 'paid') from payouts where id = new.payout_id) then
    raise exception 'a payout line follows its payout' using errcode = 'RP002', detail = old.payout_id;
  end if;
  return new;
end $$;
create trigger payout_item_guard before update or delete on payout_items for each row execute function payout_item_guard();

-- A payout's amount and target never change; one that ended (paid, failed, cancelled) never changes at all.
create function payout_guard() returns trigger language plpgsql as $$
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
end $$;
create trigger payout_guard before insert or update or delete on payouts for each row execute function payout_guard();
create function payout_ended() returns trigger language plpgsql as $$
begin
  update payout_items set live = false where payout_id = new.id and live;
  return null;
end $$;
create trigger payout_ended after update on payouts for each row
  when (new.state in ('failed', 'cancelled') and old.state <> new.state) execute function payout_ended();

-- Each time somebody saw full account numbers: one payout's, or a whole batch file's.
create table account_views (
  id text primary key,
  case_id text references cases (id),
  payout_id text references payouts (id),
  batch_id text references payout_batches (id),
  staff_id text not null references staff (id),
  at timestamptz not null,
  request_id text not null,
  check ((payout_id is null) <> (batch_id is null))
);
create index account_views_at on account_views (at desc, id desc);
create trigger account_views_append_only before update or delete on account_views for each row execute function append_only();

-- What money reads of the spine, by name.
create view payees as
select c.id as case_id, c.reference, c.customer_id, c.channel, c.location_id, c.currency, c.contact ->> 'name' as customer_name from cases c;
create view item_prices as
select i.id as item_id, i.case_id, i.number, i.title, i.position, i.stage, i.status, i.seq, i.price_minor, i.currency from items i;
