-- Money: a ledger in double entry, payout instructions that cannot be doubled, store credit that cannot go below zero.
create table ledger_transactions (
  id text primary key,
  case_id text references cases (id),
  customer_id text references customers (id),
  kind text not null check (kind in ('purchase', 'purchase_reversal', 'payout', 'payout_reversal', 'credit_spent', 'credit_adjustment')),
  -- What the transaction books; with kind it can be booked once only.
  about text not null,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null,
  unique (kind, about)
);
create table ledger_lines (
  id text primary key,
  transaction_id text not null references ledger_transactions (id),
  case_id text references cases (id),
  account text not null check (account in ('stock', 'owed_to_sellers', 'bank', 'paypal', 'cash', 'store_credit', 'sales', 'adjustments')),
  customer_id text references customers (id),
  location_id text references locations (id),
  debit_minor bigint not null default 0 check (debit_minor >= 0),
  credit_minor bigint not null default 0 check (credit_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  check ((debit_minor = 0) <> (credit_minor = 0)),
  check (account <> 'store_credit' or customer_id is not null)
);
create index ledger_lines_transaction on ledger_lines (transaction_id);
create index ledger_lines_account on ledger_lines (account, currency);
create trigger ledger_transactions_append_only before update or delete on ledger_transactions for each row execute function append_only();
create trigger ledger_lines_append_only before update or delete on ledger_lines for each row execute function append_only();

-- I1: debits equal credits per transaction and currency, checked when the database transaction commits.
create function ledger_balances() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from ledger_lines where transaction_id = new.transaction_id
     group by currency having sum(debit_minor) <> sum(credit_minor)
  ) then
    raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = 'RP002';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_lines deferrable initially deferred for each row execute function ledger_balances();

-- I4: a customer's store credit, kept by the ledger's own lines, never below zero.
create table credit_balances (
  customer_id text not null references customers (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null check (balance_minor >= 0),
  primary key (customer_id, currency)
);
create function credit_follows_ledger() returns trigger language plpgsql as $$
begin
  insert into credit_balances (customer_id, currency, balance_minor)
  values (new.customer_id, new.currency, new.credit_minor - new.debit_minor)
  on conflict (customer_id, currency)
  do update set balance_minor = credit_balances.balance_minor + excluded.balance_minor;
  return null;
end $$;
create trigger credit_follows_ledger after insert on ledger_lines for each row when (new.account = 'store_credit') execute function credit_follows_ledger();

-- Where a seller wants the money. Account numbers are sealed; `masked` is what screens show.
create table payout_methods (
  case_id text primary key references cases (id),
  kind text not null check (kind in ('bank', 'paypal', 'store_credit', 'cash')),
  holder text,
  sealed text,
  masked text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  check (kind in ('store_credit', 'cash') or sealed is not null)
);

create table payout_batches (
  id text primary key,
  number text not null unique,
  payouts integer not null check (payouts > 0),
  total_minor bigint not null check (total_minor > 0),
  currency text not null,
  created_by text references staff (id),
  created_at timestamptz not null
);
create sequence payout_batch_numbers;

create table payouts (
  id text primary key,
  case_id text not null references cases (id),
  number integer not null check (number >= 1),
  customer_id text not null references customers (id),
  kind text not null check (kind in ('bank', 'paypal', 'store_credit', 'cash')),
  state text not null check (state in ('ready', 'submitted', 'paid', 'failed', 'cancelled')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  holder text,
  sealed text,
  masked text not null,
  transaction_reference text,
  failure text,
  batch_id text references payout_batches (id),
  location_id text references locations (id),
  created_at timestamptz not null,
  version integer not null default 1,
  unique (case_id, number),
  check (state <> 'paid' or transaction_reference is not null)
);
create index payouts_queue on payouts (state, created_at, id) where state in ('ready', 'submitted', 'failed');

create table payout_items (
  payout_id text not null references payouts (id),
  item_id text not null references items (id),
  case_id text not null references cases (id),
  amount_minor bigint not null check (amount_minor >= 0),
  live boolean not null default true,
  primary key (payout_id, item_id)
);
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
begin
  if (select amount_minor from payouts where id = new.payout_id)
     is distinct from (select sum(amount_minor) from payout_items where payout_id = new.payout_id) then
    raise exception 'payout % is not the sum of its items', new.payout_id using errcode = 'RP002';
  end if;
  return null;
end $$;
create constraint trigger payout_is_sum after insert on payout_items deferrable initially deferred for each row execute function payout_is_sum();

-- A payout's amount and target never change; a paid one never changes at all.
create function payout_guard() returns trigger language plpgsql as $$
begin
  if (new.amount_minor, new.currency, new.kind, new.case_id, new.customer_id, new.sealed)
     is distinct from (old.amount_minor, old.currency, old.kind, old.case_id, old.customer_id, old.sealed) then
    raise exception 'a payout instruction keeps its amount and target' using errcode = 'RP002', detail = old.id;
  end if;
  if new.state <> old.state and not (
       (old.state = 'ready' and new.state in ('submitted', 'paid', 'cancelled'))
    or (old.state = 'submitted' and new.state in ('paid', 'failed'))) then
    raise exception 'payout % cannot go from % to %', old.id, old.state, new.state using errcode = 'RP002';
  end if;
  if new.state in ('failed', 'cancelled') and old.state <> new.state then
    update payout_items set live = false where payout_id = new.id;
  end if;
  return new;
end $$;
create trigger payout_guard before update on payouts for each row execute function payout_guard();
