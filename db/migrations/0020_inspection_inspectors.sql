-- Everybody who worked on an inspection, in the order they came: a second opinion is none of theirs.
alter table inspections add column inspector_ids text[] not null default '{}';
update inspections set inspector_ids = array_remove(array[first_inspector_id, inspector_id], null);
