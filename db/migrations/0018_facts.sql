-- The facts the guards ask for, now with photos, second inspections, the block list and holds that keep a device here.
create or replace view item_facts as
select i.id as item_id, i.case_id, i.number, i.title, i.category, i.variant_id, i.workflow_id, i.workflow_version,
       i.stage, i.status, i.seq, i.price_minor, i.currency, i.unit_id, i.position, i.due_at, i.next_actor, i.entered_at, i.is_open,
       (i.unit_id is not null and exists (
          select 1 from items o where o.unit_id = i.unit_id and o.id <> i.id and o.case_id <> i.case_id and o.is_open
       )) as in_another_case,
       -- A disputed device needs its second inspection before it counts as inspected.
       (coalesce(n.state = 'complete', false) and not (coalesce(d.open, false) and n.kind <> 'second')) as checklist_complete,
       (n.cosmetic_grade is not null and n.functional_grade is not null) as graded,
       (select count(*)::int from holds h where h.item_id = i.id and h.released_at is null) as open_holds,
       exists (select 1 from holds h where h.item_id = i.id and h.released_at is null and h.reason = 'legal') as legal_hold,
       r.from_stage as resume_stage, r.from_status as resume_status,
       exists (select 1 from item_events e where e.item_id = i.id and e.move = 'note_withdrawal') as withdrawal_noted,
       q.id as quote_id, q.valid_until as quote_valid_until, q.price_minor as quote_price_minor,
       v.id as revision_id,
       -- Asked of the revision that is offered; before it is made there is nothing to find wrong with it.
       (v.id is null or cardinality(v.reasons) > 0) as revision_has_reason,
       -- A lower price is never asked for without a photo; a better one may be.
       (v.id is null or v.price_minor >= coalesce(i.price_minor, 0)
          or exists (select 1 from quote_photos ph where ph.quote_id = v.id)) as revision_has_photo,
       (v.id is null or v.free_price or v.variant_id is distinct from q.variant_id
          or v.answers <> (select x.answers from quotes x where x.item_id = i.id and x.number = 1)) as revision_changes_answers,
       p.state as payout_state, p.id as payout_id,
       exists (
         select 1 from parcel_items pi join parcels pc on pc.id = pi.parcel_id
          where pi.item_id = i.id and pc.direction = 'outbound' and pc.state in ('moving', 'delivered', 'handed_over')
       ) as left_us,
       exists (
         select 1 from holds h join hold_reasons hr on hr.id = h.reason
          where h.item_id = i.id and h.released_at is null and hr.blocks_leaving
       ) as may_not_leave,
       coalesce(d.number, 0) as disputes,
       (i.unit_id is not null and exists (
          select 1 from units u join blocked_devices b on b.removed_at is null
             and ((b.kind = 'imei' and b.number in (u.imei, u.imei2)) or (b.kind = 'serial' and b.number = upper(u.serial)))
           where u.id = i.unit_id
       )) as blocked,
       -- A second inspection is due or under way: nobody is shown what the first one found.
       (coalesce(d.open, false) and not (n.kind = 'second' and n.state = 'complete')) as blind
  from items i
  left join lateral (
    select x.state, x.kind, x.cosmetic_grade, x.functional_grade from inspections x where x.item_id = i.id order by x.number desc limit 1
  ) n on true
  left join lateral (
    select e.from_stage, e.from_status from item_events e
     where i.stage = 'on_hold' and e.item_id = i.id and e.to_stage = 'on_hold' and e.from_stage <> 'on_hold'
     order by e.seq desc limit 1
  ) r on true
  left join lateral (
    select x.id, x.valid_until, x.price_minor, x.variant_id from quotes x
     where x.item_id = i.id and x.kind in ('quote', 'manual') order by x.number desc limit 1
  ) q on true
  left join lateral (
    select count(*)::int as number, bool_or(x.closed_at is null) as open from disputes x where x.item_id = i.id
  ) d on true
  left join quotes v on v.item_id = i.id and v.kind = 'revision' and v.state = 'offered'
  left join payout_items l on l.item_id = i.id and l.live
  left join payouts p on p.id = l.payout_id;

-- Everything that happened to a case, from the modules that keep it.
create or replace view case_timeline as
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
       jsonb_build_object('reason', h.reason, 'due_at', h.due_at, 'rule', h.rule), false
  from holds h
union all
select h.id || ':decided', h.case_id, h.item_id, h.decided_at, 'hold', 'staff', h.decided_by_id, false, h.step, h.rejection,
       jsonb_build_object('reason', h.reason), false
  from holds h where h.decided_at is not null and h.step in ('approved', 'rejected')
union all
select h.id || ':released', h.case_id, h.item_id, h.released_at, 'hold', h.released_by_kind, h.released_by_id, false, 'released', h.release_note,
       jsonb_build_object('reason', h.reason), false
  from holds h where h.released_at is not null
union all
select q.id, q.case_id, q.item_id, q.made_at, 'quote', q.made_by_kind, q.made_by_id, false, q.kind, q.note,
       jsonb_build_object('price', jsonb_build_object('minor', q.price_minor, 'currency', q.currency), 'state', q.state, 'valid_until', q.valid_until,
                          'reasons', q.reasons, 'free_price', q.free_price), false
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
  from messages m
union all
-- What did not come from an address of the case is nobody's we know.
select b.id, b.case_id, b.item_id, b.received_at, 'message', case when b.other_sender or b.automatic then 'visitor' else 'customer' end,
       case when b.other_sender or b.automatic then null else c.customer_id end, false, 'inbound', b.subject,
       jsonb_build_object('state', 'received', 'channel', 'email', 'from', b.from_address, 'body', left(b.body_text, 500)), false
  from inbound_messages b join cases c on c.id = b.case_id
union all
select t.id, t.case_id, t.item_id, t.created_at, 'message', 'system', null, false, t.event, t.text,
       jsonb_build_object('state', t.state, 'channel', 'chat', 'to', t.channel, 'sent_at', t.sent_at), false
  from chat_messages t where t.case_id is not null
union all
select f.id, f.case_id, f.item_id, f.uploaded_at, 'file', f.uploaded_by_kind, f.uploaded_by_id, false, f.purpose, f.name,
       jsonb_build_object('media_type', f.media_type, 'check_id', f.check_id, 'removed', f.removed_at is not null), false
  from files f
union all
select k.id, k.case_id, k.item_id, k.asked_at, 'check', k.asked_by_kind, k.asked_by_id, false, k.kind, k.detail,
       jsonb_build_object('verdict', k.verdict, 'provider', k.provider, 'answered_at', k.answered_at), false
  from device_checks k
union all
select n.id, n.case_id, n.item_id, n.completed_at, 'inspection', 'staff', n.inspector_id, false, n.kind, null,
       jsonb_build_object('cosmetic', n.cosmetic_grade, 'functional', n.functional_grade, 'number', n.number, 'seconds', n.active_seconds), false
  from inspections n where n.state = 'complete'
union all
select d.id, d.case_id, d.item_id, d.opened_at, 'inspection', d.opened_by_kind, d.opened_by_id, false, 'dispute', d.reason,
       jsonb_build_object('outcome', d.outcome), false
  from disputes d
union all
select w.id, w.case_id, c.item_id, w.at, 'vault', 'staff', w.staff_id, false, 'code_viewed', null, '{}'::jsonb, false
  from lock_code_views w join lock_codes c on c.id = w.lock_code_id
union all
select c.id, c.case_id, c.item_id, c.left_at, 'vault', c.left_by_kind, c.left_by_id, false, 'code_left', null, '{}'::jsonb, false
  from lock_codes c;

-- A view that gained columns needs its function anew.
drop function facts_of_case(text);
create function facts_of_case(wanted text) returns setof item_facts language plpgsql stable as $$
begin
  return query select f.* from item_facts f where f.case_id = wanted;
end $$;

-- Devices as units show them: one life over all offers and returns.
create view unit_lives as
select u.id as unit_id, u.imei, u.imei2, u.serial, u.variant_id as unit_variant_id, i.id as item_id, i.number as item_number, i.case_id, c.reference,
       c.kind as case_kind, i.title, i.stage, i.status, i.is_open, i.price_minor, i.currency, i.created_at, i.entered_at
  from units u join items i on i.unit_id = u.id join cases c on c.id = i.case_id;

-- Holds beside the item and case they stop, for the queue page.
create view open_holds as
select h.id, h.case_id, h.item_id, h.reason, h.note, h.owner_id, h.due_at, h.opened_at, h.step, h.asked_at, h.asks, h.reminders, h.answered_at,
       i.number as item_number, i.title, i.stage, i.status, i.seq, c.reference, c.locale, c.contact ->> 'name' as customer_name
  from holds h join items i on i.id = h.item_id join cases c on c.id = h.case_id
 where h.released_at is null;

-- What the ownership rules look at, one row per item (source text 001).
create view ownership_subjects as
select i.id as item_id, i.case_id, i.number as item_number, c.reference, i.title, i.category, i.price_minor, i.currency, i.created_at,
       v.model_id, m.name as model, b.name as brand, m.released_on,
       coalesce(q.answers ->> 'screen' = 'like_new' and q.answers ->> 'body' = 'like_new', false) as declared_like_new,
       (n.cosmetic_grade = 'A') as found_like_new,
       exists (select 1 from holds h where h.item_id = i.id and h.reason = 'proof_of_purchase') as asked_before
  from items i
  join cases c on c.id = i.case_id
  left join variants v on v.id = i.variant_id
  left join models m on m.id = v.model_id
  left join brands b on b.id = m.brand_id
  left join lateral (
    select x.answers from quotes x where x.item_id = i.id and x.kind in ('quote', 'manual') order by x.number desc limit 1
  ) q on true
  left join lateral (
    select x.cosmetic_grade from inspections x where x.item_id = i.id and x.state = 'complete' order by x.number desc limit 1
  ) n on true;
