/** SQL of the price book. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Condition } from '../rules/questions.ts';
import type { PriceBookTable, PriceVersionTable } from './tables.ts';

/** A version with the currency of its book. */
export type VersionRow = PriceVersionTable & { currency: string };

/** The version in force at an instant, and the instant the next published one takes over. */
export type CurrentVersion = VersionRow & { until: Date | null };

/** The published version that counts at `now` in a currency, or undefined when there is none yet. */
export async function readCurrentVersion(
  reader: Reader,
  currency: string,
  now: Date,
): Promise<CurrentVersion | undefined> {
  const found = await sql<CurrentVersion>`select v.*, b.currency,
      (select min(n.effective_from) from price_book_versions n
        where n.book_id = v.book_id and n.state = 'published' and n.effective_from > ${now}) as until
    from price_book_versions v join price_books b on b.id = v.book_id
    where b.currency = ${currency} and v.state = 'published' and v.effective_from <= ${now}
    order by v.effective_from desc, v.number desc limit 1`.execute(reader);
  return found.rows[0];
}

export async function readVersion(reader: Reader, id: string): Promise<VersionRow | undefined> {
  return await reader
    .selectFrom('price_book_versions')
    .innerJoin('price_books', 'price_books.id', 'price_book_versions.book_id')
    .selectAll('price_book_versions')
    .select('price_books.currency')
    .where('price_book_versions.id', '=', id)
    .executeTakeFirst();
}

/** Locks a version until the end of the transaction: who changes its prices or publishes it holds this. */
export async function lockVersion(tx: Tx, id: string): Promise<VersionRow | undefined> {
  await sql`select id from price_book_versions where id = ${id} for update`.execute(tx);
  return await readVersion(tx, id);
}

/** The book of a currency, made when it is the first. */
export async function bookFor(tx: Tx, book: PriceBookTable): Promise<PriceBookTable> {
  await tx
    .insertInto('price_books')
    .values(book)
    .onConflict((conflict) => conflict.column('currency').doNothing())
    .execute();
  // The lock makes version numbers of a book come one after the other.
  const found =
    await sql<PriceBookTable>`select * from price_books where currency = ${book.currency} for update`.execute(
      tx,
    );
  return found.rows[0] ?? book;
}

export async function listBooks(reader: Reader): Promise<PriceBookTable[]> {
  return await reader.selectFrom('price_books').selectAll().orderBy('currency').execute();
}

export async function readBook(reader: Reader, id: string): Promise<PriceBookTable | undefined> {
  return await reader.selectFrom('price_books').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Adds a draft with the next number of its book. */
export async function insertDraft(
  tx: Tx,
  draft: Omit<
    PriceVersionTable,
    'number' | 'state' | 'published_by' | 'published_at' | 'version' | 'effective_from'
  >,
): Promise<number> {
  const made = await sql<{ number: number }>`insert into price_book_versions
      (id, book_id, number, state, rounding_minor, floor_minor, note, created_by, created_at)
    values (${draft.id}, ${draft.book_id},
      (select coalesce(max(number), 0) + 1 from price_book_versions where book_id = ${draft.book_id}),
      'draft', ${draft.rounding_minor}, ${draft.floor_minor}, ${draft.note}, ${draft.created_by}, ${draft.created_at})
    returning number`.execute(tx);
  return made.rows[0]?.number ?? 1;
}

/** Copies all prices of one version into a draft. */
export async function copyPrices(tx: Tx, from: string, to: string): Promise<void> {
  await sql`insert into prices (version_id, variant_id, condition, amount_minor)
    select ${to}, variant_id, condition, amount_minor from prices where version_id = ${from}`.execute(tx);
}

export type VersionEdit = { rounding_minor?: number; floor_minor?: number; note?: string | null };

/** Changes a draft's terms, counting its version up. */
export async function updateDraft(tx: Tx, id: string, edit: VersionEdit): Promise<void> {
  await tx
    .updateTable('price_book_versions')
    .set((eb) => ({ ...edit, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** From here on the version is what counts from `effective_from`, and never changes. */
export async function markPublished(
  tx: Tx,
  id: string,
  by: { effective_from: Date; published_by: string | null; published_at: Date },
): Promise<void> {
  await tx
    .updateTable('price_book_versions')
    .set((eb) => ({ ...by, state: 'published' as const, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('price_book_versions').where('id', '=', id).where('state', '=', 'draft').execute();
}

export type PriceKey = { version_id: string; variant_id: string; condition: Condition };

export async function readPrice(
  reader: Reader,
  key: PriceKey,
): Promise<{ amount_minor: number; version: number } | undefined> {
  return await reader
    .selectFrom('prices')
    .select(['amount_minor', 'version'])
    .where('version_id', '=', key.version_id)
    .where('variant_id', '=', key.variant_id)
    .where('condition', '=', key.condition)
    .executeTakeFirst();
}

export async function deletePrice(tx: Tx, key: PriceKey): Promise<void> {
  await tx
    .deleteFrom('prices')
    .where('version_id', '=', key.version_id)
    .where('variant_id', '=', key.variant_id)
    .where('condition', '=', key.condition)
    .execute();
}

/** Every price of a version: what an import compares with. */
export async function readPrices(reader: Reader, versionId: string) {
  return await reader
    .selectFrom('prices')
    .select(['variant_id', 'condition', 'amount_minor'])
    .where('version_id', '=', versionId)
    .execute();
}

export async function variantExists(reader: Reader, id: string): Promise<boolean> {
  const row = await reader.selectFrom('variants').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

export async function hasPrices(reader: Reader, versionId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('prices')
    .select('variant_id')
    .where('version_id', '=', versionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
