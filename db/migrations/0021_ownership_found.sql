-- Ownership rules look at what a device turned out to be as well as at what it was declared as, and at the answers.
create or replace view ownership_subjects as
select i.id as item_id, i.case_id, i.number as item_number, c.reference, i.title, i.category, i.price_minor, i.currency, i.created_at,
       v.model_id, m.name as model, b.name as brand, m.released_on,
       coalesce(q.answers ->> 'screen' = 'like_new' and q.answers ->> 'body' = 'like_new', false) as declared_like_new,
       (n.cosmetic_grade = 'A') as found_like_new,
       exists (select 1 from holds h where h.item_id = i.id and h.reason = 'proof_of_purchase') as asked_before,
       fm.id as found_model_id, fm.name as found_model, fb.name as found_brand, fm.released_on as found_released_on,
       coalesce(q.answers, '{}'::jsonb) as declared_answers, coalesce(n.found_answers, '{}'::jsonb) as found_answers
  from items i
  join cases c on c.id = i.case_id
  left join variants v on v.id = i.variant_id
  left join models m on m.id = v.model_id
  left join brands b on b.id = m.brand_id
  left join lateral (
    select x.answers from quotes x where x.item_id = i.id and x.kind in ('quote', 'manual') order by x.number desc limit 1
  ) q on true
  left join lateral (
    select x.cosmetic_grade, x.found_answers, x.found_variant_id from inspections x
     where x.item_id = i.id and x.state = 'complete' order by x.number desc limit 1
  ) n on true
  left join variants nv on nv.id = n.found_variant_id
  -- What somebody said of the model by hand; "as declared" is an answer too.
  left join lateral (
    select case when x.verdict = 'clean' then v.model_id else x.evidence ->> 'found_model_id' end as model_id
      from device_checks x
     where x.item_id = i.id and x.kind = 'model' and x.evidence ->> 'code' = 'model_by_hand'
     order by x.asked_at desc, x.written desc limit 1
  ) k on true
  left join units u on u.id = i.unit_id
  left join variants uv on uv.id = u.variant_id
  left join models fm on fm.id = coalesce(nv.model_id, k.model_id, u.model_id, uv.model_id)
  left join brands fb on fb.id = fm.brand_id;

-- Every question sellers were ever asked, newest version first within its category when so ordered.
create view questions_asked as
select s.category, s.version, s.version = max(s.version) over (partition by s.category) as newest, q.place,
       q.question ->> 'key' as key, q.question -> 'label' as label, q.question -> 'answers' as answers
  from question_sets s cross join lateral jsonb_array_elements(s.questions) with ordinality as q (question, place);
