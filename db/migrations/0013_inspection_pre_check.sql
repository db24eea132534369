-- Devices we do not take: stolen goods we know of, other shops' warnings, our own past.
create table blocked_devices (
  id text primary key,
  kind text not null check (kind in ('imei', 'serial')),
  number text not null,
  reason text not null check (length(reason) between 1 and 500),
  source text not null check (source in ('staff', 'import')),
  added_by text references staff (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by text references staff (id)
);
create unique index blocked_devices_number on blocked_devices (kind, number) where removed_at is null;

-- Evidence: what was asked about a device, of whom, and what came back. Rows are never changed once answered.
create table device_checks (
  id text primary key,
  -- Which came later of two at the same instant.
  written bigint generated always as identity,
  case_id text not null references cases (id),
  item_id text not null references items (id),
  -- Two units that turn out to be one device become one; the evidence stays with the item.
  unit_id text references units (id) on delete set null,
  kind text not null check (kind in ('number', 'model', 'seen_before', 'block_list', 'provider', 'activation_lock')),
  -- unknown is never clean: a provider that is silent has said nothing.
  verdict text not null check (verdict in ('asked', 'clean', 'hit', 'unknown')),
  provider text,
  detail text not null default '',
  evidence jsonb not null default '{}',
  asked_by_kind text not null,
  asked_by_id text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check ((verdict = 'asked') = (answered_at is null))
);
create index device_checks_item on device_checks (item_id, asked_at desc);
create index device_checks_case on device_checks (case_id, asked_at desc);
create index device_checks_unit on device_checks (unit_id, asked_at desc);
create index device_checks_asked on device_checks (asked_at) where verdict = 'asked';

create function keep_evidence() returns trigger language plpgsql as $$
begin
  if old.verdict <> 'asked' and (new.kind, new.verdict, new.provider, new.detail, new.evidence, new.asked_at, new.answered_at, new.item_id)
     is distinct from (old.kind, old.verdict, old.provider, old.detail, old.evidence, old.asked_at, old.answered_at, old.item_id) then
    raise exception 'device_checks %: evidence that was given is not changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger device_checks_keep before update on device_checks for each row execute function keep_evidence();

-- A device as the checks need it: what it was said to be, the numbers it carries, where it is.
create view device_subjects as
select i.id as item_id, i.number as item_number, i.case_id, c.reference, i.title, i.category, i.stage, i.status, i.is_open,
       i.created_at, i.variant_id, m.id as model_id, m.name as model, b.name as brand, i.unit_id, u.imei, u.imei2, u.serial
  from items i
  join cases c on c.id = i.case_id
  left join units u on u.id = i.unit_id
  left join variants v on v.id = i.variant_id
  left join models m on m.id = v.model_id
  left join brands b on b.id = m.brand_id;

-- A model as people call it, the brand only once.
create view model_titles as
select m.id as model_id, b.name as brand,
       case when starts_with(lower(m.name), lower(b.name)) then m.name else b.name || ' ' || m.name end as name
  from models m join brands b on b.id = m.brand_id;

-- Checks and block list with the names of who asked, added, removed.
create view device_check_log as
select k.*, s.name as asked_by_name from device_checks k left join staff s on k.asked_by_kind = 'staff' and s.id = k.asked_by_id;
create view blocked_device_log as
select b.*, a.name as added_by_name, r.name as removed_by_name
  from blocked_devices b left join staff a on a.id = b.added_by left join staff r on r.id = b.removed_by;

-- Each number of each device, one row.
create view unit_numbers as
select id as unit_id, 'imei' as kind, imei as number from units where imei is not null
union all
select id, 'imei', imei2 from units where imei2 is not null
union all
select id, 'serial', upper(serial) from units where serial is not null;
create index units_serial_any on units (upper(serial)) where serial is not null;
