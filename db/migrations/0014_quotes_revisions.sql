-- Revised offers: what they follow, on which finding they rest, with which photos.
alter table quotes
  add column follows_id text references quotes (id),
  add column inspection_id text references inspections (id),
  add column free_price_reason text check (length(free_price_reason) <= 1000),
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
