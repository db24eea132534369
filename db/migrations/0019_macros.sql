-- Letters written by hand: who wrote one, and when a macro was changed last. Our own macros need no row until then.
alter table messages add column written_by text references staff (id);
alter table macros add column updated_at timestamptz;

-- Names of the staff, for who wrote what.
create view staff_names as select id, name from staff;
