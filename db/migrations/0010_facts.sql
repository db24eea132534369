-- Facts the guards ask for, one row per item: a read across modules goes through this named view only.
create view item_facts as
select i.id as item_id, i.case_id, i.number, i.title, i.category, i.variant_id, i.workflow_id, i.workflow_version,
       i.stage, i.status, i.seq, i.price_minor, i.currency, i.unit_id, i.position, i.due_at, i.next_actor, i.entered_at, i.is_open,
       (i.unit_id is not null and exists (
          select 1 from items o where o.unit_id = i.unit_id and o.id <> i.id and o.case_id <> i.case_id and o.is_open
       )) as in_another_case,
       coalesce(n.state = 'complete', false) as checklist_complete,
       (n.cosmetic_grade is not null and n.functional_grade is not null) as graded,
       (select count(*)::int from holds h where h.item_id = i.id and h.released_at is null) as open_holds,
       exists (select 1 from holds h where h.item_id = i.id and h.released_at is null and h.reason = 'legal') as legal_hold,
       r.from_stage as resume_stage, r.from_status as resume_status,
       exists (select 1 from item_events e where e.item_id = i.id and e.move = 'note_withdrawal') as withdrawal_noted,
       q.id as quote_id, q.valid_until as quote_valid_until, q.price_minor as quote_price_minor,
       v.id as revision_id, coalesce(cardinality(v.reasons) > 0, false) as revision_has_reason,
       false as revision_has_photo,
       coalesce(v.answers <> (select x.answers from quotes x where x.item_id = i.id and x.number = 1), false) as revision_changes_answers,
       p.state as payout_state, p.id as payout_id,
       exists (
         select 1 from parcel_items pi join parcels pc on pc.id = pi.parcel_id
          where pi.item_id = i.id and pc.direction = 'outbound' and pc.state in ('moving', 'delivered', 'handed_over')
       ) as left_us
  from items i
  left join lateral (
    select x.state, x.cosmetic_grade, x.functional_grade from inspections x where x.item_id = i.id order by x.number desc limit 1
  ) n on true
  left join lateral (
    select e.from_stage, e.from_status from item_events e
     where i.stage = 'on_hold' and e.item_id = i.id and e.to_stage = 'on_hold' and e.from_stage <> 'on_hold'
     order by e.seq desc limit 1
  ) r on true
  left join lateral (
    select x.id, x.valid_until, x.price_minor from quotes x
     where x.item_id = i.id and x.kind in ('quote', 'manual') order by x.number desc limit 1
  ) q on true
  left join quotes v on v.item_id = i.id and v.kind = 'revision' and v.state = 'offered'
  left join payout_items l on l.item_id = i.id and l.live
  left join payouts p on p.id = l.payout_id;

-- Facts of the case as a whole.
create view case_facts as
select c.id as case_id, c.reference, c.kind, c.channel, c.locale, c.currency, c.customer_id, c.location_id, c.visit_on, c.silence,
       c.contact, c.address, c.source, c.created_at, c.version, m.kind as payout_kind, m.masked as payout_masked
  from cases c left join payout_methods m on m.case_id = c.id;

-- What the board, the table and the queues show of an item.
create view item_cards as
select i.id, i.number, i.case_id, c.reference, i.title, i.category, i.workflow_id, i.stage, i.status, i.seq, i.is_open, i.next_actor,
       i.due_at, i.entered_at, i.created_at, i.price_minor, i.currency, c.contact ->> 'name' as customer_name, c.contact ->> 'email' as customer_email,
       c.location_id, c.locale, c.source, c.assignee_id, i.unit_id, c.customer_id
  from items i join cases c on c.id = i.case_id;

-- Everything that happened to a case, from the modules that keep it.
create view case_timeline as
select e.id, e.case_id, e.item_id, e.at, 'move' as kind, e.actor_kind, e.actor_id, e.on_behalf, e.move as text, e.reason,
       jsonb_build_object('from', e.from_stage || '/' || e.from_status, 'to', e.to_stage || '/' || e.to_status) || e.data as data,
       true as public
  from item_events e
union all
select n.id, n.case_id, n.item_id, n.at, 'note', n.actor_kind, n.actor_id, false, n.body, null,
       jsonb_build_object('visibility', n.visibility, 'mentions', n.mentions), n.visibility = 'customer'
  from notes n
union all
select h.id, h.case_id, h.item_id, h.opened_at, 'hold', h.opened_by_kind, h.opened_by_id, false, 'opened', h.note,
       jsonb_build_object('reason', h.reason, 'due_at', h.due_at), false
  from holds h
union all
select h.id || ':released', h.case_id, h.item_id, h.released_at, 'hold', h.released_by_kind, h.released_by_id, false, 'released', h.release_note,
       jsonb_build_object('reason', h.reason), false
  from holds h where h.released_at is not null
union all
select q.id, q.case_id, q.item_id, q.made_at, 'quote', q.made_by_kind, q.made_by_id, false, q.kind, q.note,
       jsonb_build_object('price', jsonb_build_object('minor', q.price_minor, 'currency', q.currency), 'state', q.state, 'valid_until', q.valid_until), false
  from quotes q
union all
select s.id, s.case_id, null, s.at, 'scan', s.source, null, false, s.kind, s.place,
       jsonb_build_object('tracking_number', p.tracking_number, 'carrier', p.carrier, 'direction', p.direction), false
  from scans s join parcels p on p.id = s.parcel_id
union all
select t.id, t.case_id, null, t.at, 'money', t.actor_kind, t.actor_id, false, t.kind, t.about, '{}'::jsonb, false
  from ledger_transactions t where t.case_id is not null
union all
select m.id, m.case_id, m.item_id, m.created_at, 'message', 'system', null, false, m.event, m.subject,
       jsonb_build_object('state', m.state, 'channel', m.channel, 'to', m.to_address, 'sent_at', m.sent_at), false
  from messages m;

-- Demo data being made, and how to sign in to it (sealed).
create table demo_runs (
  id integer primary key check (id = 1),
  state text not null check (state in ('running', 'done', 'failed')),
  done integer not null,
  "of" integer not null,
  sealed text,
  failure text,
  token_hash text
);

-- The same facts by a function: PL/pgSQL keeps the plan, and planning this view costs more than running it.
create function facts_of_case(wanted text) returns setof item_facts language plpgsql stable as $$
begin
  return query select f.* from item_facts f where f.case_id = wanted;
end $$;
