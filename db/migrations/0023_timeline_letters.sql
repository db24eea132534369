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
-- A letter written by hand is somebody's, and has its subject before it is delivered.
select m.id, m.case_id, m.item_id, m.created_at, 'message', case when m.written_by is null then 'system' else 'staff' end, m.written_by, false,
       m.event, coalesce(m.subject, m.data #>> '{letter,subject}'),
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
       -- What the sentence about it is made of, in the reader's language; not what the provider answered in full.
       jsonb_build_object('verdict', k.verdict, 'provider', k.provider, 'answered_at', k.answered_at, 'code', k.evidence -> 'code',
                          'note', k.evidence -> 'note', 'declared', k.evidence -> 'declared', 'found', k.evidence -> 'found'), false
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
