/** SQL of revised offers: quotes of an item, photos in them, and what the bench found (through named views). */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { AnsweredHow, QuoteRow } from '../store.ts';

/** Every quote of an item, the first one first. */
export async function quotesOfItem(reader: Reader, itemId: string): Promise<QuoteRow[]> {
  const found = await sql<QuoteRow>`select * from quotes where item_id = ${itemId} order by number`.execute(
    reader,
  );
  return found.rows;
}

export type FindingRow = {
  inspection_id: string;
  kind: 'first' | 'second';
  found_answers: Record<string, string>;
  found_variant_id: string | null;
  note: string | null;
};

/** What the newest complete inspection of an item found, or null. */
export async function findingOf(reader: Reader, itemId: string): Promise<FindingRow | null> {
  const found = await sql<FindingRow>`
    select inspection_id, kind, found_answers, found_variant_id, note from inspection_findings where item_id = ${itemId}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export type PhotoRow = { file_id: string; check_id: string | null; caption: string | null };

/** Photos of an item that may stand in an offer, the first taken first. */
export async function photosOfItem(reader: Reader, itemId: string): Promise<PhotoRow[]> {
  const found = await sql<PhotoRow>`
    select file_id, check_id, caption from item_photos where item_id = ${itemId} order by uploaded_at, file_id limit 200`.execute(
    reader,
  );
  return found.rows;
}

/** Puts photos into an offer, in this order. */
export async function insertQuotePhotos(
  tx: Tx,
  quote: { id: string; caseId: string },
  fileIds: readonly string[],
): Promise<void> {
  await sql`
    insert into quote_photos (quote_id, case_id, file_id, position)
    select ${quote.id}, ${quote.caseId}, f.id, f.position from unnest(${[...fileIds]}::text[]) with ordinality as f (id, position)`.execute(
    tx,
  );
}

export type VariantName = {
  variant_id: string;
  model_id: string;
  label: string;
  model: string;
  brand: string;
  category: string;
};

/** A variant with its siblings: other versions of the same model. */
export async function variantsBeside(reader: Reader, variantId: string): Promise<VariantName[]> {
  const found = await sql<VariantName>`
    select v.variant_id, v.model_id, v.label, v.model, v.brand, v.category
      from variant_names v join variant_names own on own.model_id = v.model_id
     where own.variant_id = ${variantId} order by v.position, v.label`.execute(reader);
  return found.rows;
}

export type NamedVariant = Pick<VariantName, 'brand' | 'model' | 'label'>;

export type RevisionRow = {
  id: string;
  item_id: string;
  item_number: string;
  title: string;
  category: string;
  number: number;
  state: QuoteRow['state'];
  currency: string;
  price_minor: number;
  /** The price before anything was revised, null where none was named. */
  before_minor: number | null;
  questions: unknown;
  told_answers: unknown;
  found_answers: unknown;
  told_variant: NamedVariant | null;
  found_variant: NamedVariant | null;
  reasons: string[];
  note: string | null;
  free_price: boolean;
  follows_id: string | null;
  made_at: Date;
  /** When silence becomes an answer: the clock where the item rests; null once it was answered. */
  due_at: Date | null;
  photos: string[];
  /** The words under those photos that have some. */
  captions: Record<string, string>;
  made_by_kind: string;
  made_by_name: string | null;
  answered_by_name: string | null;
  answered_by_kind: string | null;
  answered_at: Date | null;
  answered_how: AnsweredHow | null;
  is_blind: boolean;
};

/** Every revised offer of a case, by item and then the first one first. */
export async function revisionsOfCase(reader: Reader, caseId: string): Promise<RevisionRow[]> {
  const found = await sql<RevisionRow>`
    select q.id, q.item_id, f.number as item_number, f.title, f.category, q.number, q.state, q.currency, q.price_minor,
           before.price_minor as before_minor, q.questions, told.answers as told_answers, q.answers as found_answers,
           to_jsonb(tv) as told_variant, to_jsonb(fv) as found_variant,
           q.reasons, q.note, q.free_price, q.follows_id, q.made_at,
           case when q.state = 'offered' and f.stage = 'not_as_described' then f.due_at end as due_at,
           (select coalesce(jsonb_agg(p.file_id order by p.position), '[]') from quote_photos p where p.quote_id = q.id) as photos,
           (select coalesce(jsonb_object_agg(p.file_id, ip.caption), '{}')
              from quote_photos p join item_photos ip on ip.file_id = p.file_id and ip.caption is not null
             where p.quote_id = q.id) as captions,
           q.made_by_kind, maker.name as made_by_name, answerer.name as answered_by_name,
           q.answered_by_kind, q.answered_at, q.answered_how, f.blind as is_blind
      from quotes q
      join facts_of_case(${caseId}) f on f.item_id = q.item_id
      join quotes told on told.item_id = q.item_id and told.number = 1
      left join lateral (
        select b.price_minor from quotes b where b.item_id = q.item_id and b.kind in ('quote', 'manual') and b.number < q.number
         order by b.number desc limit 1
      ) before on true
      left join staff_names maker on q.made_by_kind = 'staff' and maker.id = q.made_by_id
      left join staff_names answerer on q.answered_by_kind = 'staff' and answerer.id = q.answered_by_id
      left join variant_names tv on tv.variant_id = told.variant_id
      left join variant_names fv on fv.variant_id = q.variant_id
     where q.case_id = ${caseId} and q.kind = 'revision'
     order by f.position, q.number`.execute(reader);
  return found.rows;
}
