-- Revised offers: what they follow, on which finding they rest, with which photos.
alter table quotes
  add column follows_id text references quotes (id),
  add column inspection_id text references inspections (id),
  add column free_price_reason text check (length(free_price_reason) <= 1000),
  -- Where the answer came from; who gave it stands beside it.
  add column answered_how text check (answered_how in ('portal', 'counter', 'phone', 'mail', 'silence')),
  add constraint quotes_free_price_has_reason check (kind <> 'revision' or not free_price or free_price_reason is not null);
create table quote_photos (
  quote_id text not null references quotes (id),
  case_id text not null references cases (id),
  file_id text not null references files (id),
  position integer not null,
  primary key (quote_id, file_id)
);
create index quote_photos_file on quote_photos (file_id);
create trigger quote_photos_append_only before update or delete on quote_photos for each row execute function append_only();

-- Which files offers show: such a photo is evidence and stays.
create view offer_photos as select quote_id, case_id, file_id, position from quote_photos;

create index quotes_follows on quotes (follows_id) where follows_id is not null;

-- What a revised offer says is what the seller saw, its reasons and evidence too.
create function quote_revision_guard() returns trigger language plpgsql as $$
begin
  if (new.reasons, new.note, new.free_price, new.free_price_reason, new.follows_id, new.inspection_id, new.variant_id, new.price_version_id)
     is distinct from (old.reasons, old.note, old.free_price, old.free_price_reason, old.follows_id, old.inspection_id, old.variant_id, old.price_version_id) then
    raise exception 'a quote keeps what was offered' using errcode = 'RP002', detail = old.id;
  end if;
  return new;
end $$;
create trigger quote_revision_guard before update on quotes for each row execute function quote_revision_guard();

-- The newest complete inspection of each device: what a revised offer is drafted from.
create view inspection_findings as
select distinct on (n.item_id) n.item_id, n.case_id, n.id as inspection_id, n.kind, n.found_answers, n.found_variant_id, n.note
  from inspections n where n.state = 'complete' order by n.item_id, n.number desc;

-- Photos of a device that may stand in a revised offer.
create view item_photos as
select f.id as file_id, f.case_id, f.item_id, f.check_id, f.caption, f.uploaded_at from files f
 where f.purpose = 'photo' and f.removed_at is null and f.item_id is not null;

-- What a device may turn out to be.
create view variant_names as
select v.id as variant_id, v.model_id, v.label, v.position, m.name as model, m.category, b.name as brand
  from variants v join models m on m.id = v.model_id join brands b on b.id = m.brand_id;
