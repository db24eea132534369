/** SQL of a case as a screen shows it, its timeline, and search. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';

export type CaseRow = {
  id: string;
  reference: string;
  kind: 'offer' | 'return';
  channel: 'mail_in' | 'in_store';
  locale: string;
  currency: string;
  version: number;
  created_at: Date;
  source: string;
  silence: 'send_back' | 'accept' | 'hold';
  contact: { name: string; email: string; phone?: string | null };
  address: Record<string, string | null> | null;
  location_id: string | null;
  visit_on: string | null;
  assignee_id: string | null;
  customer: { id: string; name: string; email: string; phone: string | null; flag: string };
  payout_method: { kind: string; masked: string; holder: string | null; version: number } | null;
  items: ItemDetail[];
  parcels: ParcelDetail[];
};

/** Where the conversation about a hold stands; null when nobody is asked. */
export type HoldStep = 'to_contact' | 'waiting' | 'answered' | 'approved' | 'rejected';

export type ItemDetail = {
  id: string;
  quotes: {
    id: string;
    number: number;
    kind: string;
    state: string;
    price_minor: number | null;
    valid_until: string;
    questions: unknown;
    answers: unknown;
    lines: unknown;
    note: string | null;
    reasons: string[];
    free_price: boolean;
    follows_id: string | null;
    made_at: string;
    answered_by_kind: string | null;
    answered_at: string | null;
    photos: string[];
  }[];
  unit: { id: string; imei: string | null; imei2: string | null; serial: string | null } | null;
  inspection: {
    id: string;
    number: number;
    state: string;
    inspector_id: string | null;
    checks: Record<string, unknown>;
    cosmetic_grade: string | null;
    functional_grade: string | null;
    battery_percent: number | null;
    note: string | null;
    version: number;
    kind: 'first' | 'second';
    checklist_id: string | null;
    active_seconds: number;
  } | null;
  dispute: {
    id: string;
    quote_id: string | null;
    reason: string;
    opened_at: string;
    outcome: string | null;
  } | null;
  holds: {
    id: string;
    reason: string;
    note: string;
    owner_id: string | null;
    due_at: string;
    opened_at: string;
    released_at: string | null;
    release_note: string | null;
    step: HoldStep | null;
    asked_at: string | null;
    asked_by_id: string | null;
    asks: number;
    reminders: number;
    answered_at: string | null;
    answer: string | null;
    document_kind: string | null;
    rejection: string | null;
    rule: Record<string, unknown> | null;
  }[];
  payout: {
    id: string;
    number: number;
    state: string;
    amount_minor: number;
    kind: string;
    masked: string;
    transaction_reference: string | null;
  } | null;
};

export type ParcelDetail = {
  id: string;
  direction: string;
  kind: string;
  carrier: string | null;
  tracking_number: string | null;
  state: string;
  created_at: string;
  scans: { kind: string; place: string | null; at: string; source: string }[];
};

/** Everything a case page shows, in one statement; null when there is no such case. */
export async function readCase(reader: Reader, caseId: string): Promise<CaseRow | null> {
  const found = await sql<CaseRow>`
    select c.id, c.reference, c.kind, c.channel, c.locale, c.currency, c.version, c.created_at, c.source, c.silence, c.contact, c.address,
           c.location_id, c.visit_on, c.assignee_id,
           (select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone, 'flag', u.flag) from customers u where u.id = c.customer_id) as customer,
           (select jsonb_build_object('kind', m.kind, 'masked', m.masked, 'holder', m.holder, 'version', m.version) from payout_methods m where m.case_id = c.id) as payout_method,
           (select coalesce(jsonb_agg(jsonb_build_object(
               'id', i.id,
               'quotes', (select coalesce(jsonb_agg(to_jsonb(q) || jsonb_build_object('photos',
                   (select coalesce(jsonb_agg(ph.file_id order by ph.position), '[]') from quote_photos ph where ph.quote_id = q.id)) order by q.number desc), '[]')
                 from quotes q where q.item_id = i.id),
               'unit', (select jsonb_build_object('id', u.id, 'imei', u.imei, 'imei2', u.imei2, 'serial', u.serial) from units u where u.id = i.unit_id),
               'inspection', (select to_jsonb(n) from inspections n where n.item_id = i.id order by n.number desc limit 1),
               'dispute', (select to_jsonb(d) from disputes d where d.item_id = i.id order by d.opened_at desc limit 1),
               'holds', (select coalesce(jsonb_agg(to_jsonb(h) order by h.opened_at), '[]') from holds h where h.item_id = i.id),
               'payout', (select to_jsonb(p) - 'sealed' from payout_items l join payouts p on p.id = l.payout_id where l.item_id = i.id order by p.number desc limit 1)
             ) order by i.position), '[]') from items i where i.case_id = c.id) as items,
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'direction', p.direction, 'kind', p.kind, 'carrier', p.carrier,
               'tracking_number', p.tracking_number, 'state', p.state, 'created_at', p.created_at,
               'scans', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'place', s.place, 'at', s.at, 'source', s.source) order by s.at), '[]')
                           from scans s where s.parcel_id = p.id)) order by p.created_at), '[]')
              from parcels p where p.case_id = c.id) as parcels
      from cases c where c.id = ${caseId}`.execute(reader);
  return found.rows[0] ?? null;
}

export const TIMELINE_KINDS = [
  'move',
  'note',
  'hold',
  'quote',
  'scan',
  'money',
  'message',
  'file',
  'check',
  'inspection',
  'vault',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export type TimelineRow = {
  id: string;
  at: Date;
  kind: TimelineKind;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  on_behalf: boolean;
  item_id: string | null;
  item_number: string | null;
  text: string;
  reason: string | null;
  data: Record<string, unknown> | null;
};

export type TimelineAfter = { at: string; id: string };

/** One page of a case's timeline, newest first; `kinds` empty means all. `publicOnly` is what the customer may see. */
export async function readTimeline(
  reader: Reader,
  caseId: string,
  options: { kinds: readonly string[]; publicOnly: boolean; after: TimelineAfter | null; limit: number },
): Promise<TimelineRow[]> {
  const where = [sql`t.case_id = ${caseId}`];
  if (options.kinds.length > 0) where.push(sql`t.kind = any(${[...options.kinds]}::text[])`);
  if (options.publicOnly) where.push(sql`t.public`);
  if (options.after) where.push(sql`(t.at, t.id) < (${options.after.at}::timestamptz, ${options.after.id})`);
  const found = await sql<TimelineRow>`
    select t.id, t.at, t.kind, t.actor_kind, t.actor_id, coalesce(s.name, u.name) as actor_name, t.on_behalf, t.item_id, i.number as item_number,
           t.text,
           -- While a second inspection is due, what the first one found and led to is told to nobody.
           case when f.blind then null else t.reason end as reason,
           case when f.blind then '{"hidden": true}'::jsonb || jsonb_strip_nulls(jsonb_build_object('from', t.data -> 'from', 'to', t.data -> 'to'))
                else t.data end as data
      from case_timeline t
      left join items i on i.id = t.item_id
      left join item_facts f on f.item_id = t.item_id
       and (t.kind in ('inspection', 'quote') or t.kind = 'move' and t.text = 'revise' or t.kind = 'file' and t.text = 'photo')
      left join staff s on t.actor_kind = 'staff' and s.id = t.actor_id
      left join customers u on t.actor_kind = 'customer' and u.id = t.actor_id
     where ${sql.join(where, sql` and `)}
     order by t.at desc, t.id desc limit ${options.limit}`.execute(reader);
  return found.rows;
}

export type SearchHit = {
  kind: 'case' | 'item' | 'unit' | 'parcel' | 'customer';
  id: string;
  case_id: string | null;
  label: string;
  detail: string;
  exact: boolean;
};

/**
 * Finds by reference, item number, IMEI, serial, tracking (exact, by index) and by the customer's name, mail or
 * phone (trigram). Exact hits come first.
 */
export async function searchAll(reader: Reader, text: string, limit: number): Promise<SearchHit[]> {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  const like = `%${text.trim().replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const found = await sql<SearchHit>`
    (select 'case' as kind, c.id, c.id as case_id, c.reference as label, c.contact ->> 'name' as detail, c.reference = ${bare} as exact
       from cases c where c.reference like ${bare.replace(/[\\%_]/g, '') + '%'} and length(${bare}) >= 3 order by c.reference desc limit 5)
    union all
    (select 'item', i.id, i.case_id, i.number, i.title, true from items i where i.number = ${bare} limit 5)
    union all
    (select 'unit', u.id, i.case_id, coalesce(u.imei, u.serial), i.title || ' · ' || i.number, true
       from units u join items i on i.unit_id = u.id where u.imei = ${bare} or u.imei2 = ${bare} or upper(u.serial) = ${bare} order by i.created_at desc limit 5)
    union all
    (select 'parcel', p.id, p.case_id, p.tracking_number, coalesce(p.carrier, ''), true from parcels p where upper(p.tracking_number) = ${bare} limit 5)
    union all
    (select 'customer', u.id, (select c.id from cases c where c.customer_id = u.id order by c.created_at desc limit 1), u.name, u.email::text,
            lower(u.email::text) = lower(${text.trim()})
       from customers u where length(${text.trim()}) >= 3 and (u.name ilike ${like} or u.email::text ilike ${like} or u.phone ilike ${like}) limit 10)
    limit ${limit}`.execute(reader);
  return found.rows.toSorted((a, b) => Number(b.exact) - Number(a.exact));
}
