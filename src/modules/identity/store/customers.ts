/** SQL of customers and the search over them. */
import { sql, type ColumnType, type Generated, type Selectable } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Address } from './shop.ts';

export const FLAGS = ['none', 'trusted', 'watch', 'blocked'] as const;
export type Flag = (typeof FLAGS)[number];

export type CustomerTable = {
  id: string;
  email: string | null;
  name: string;
  phone: string | null;
  locale: Locale;
  address: ColumnType<Address | null, string | null, string | null>;
  company: string | null;
  flag: Flag;
  blocked_at: Date | null;
  note: string | null;
  created_at: Date;
  version: Generated<number>;
  search: ColumnType<string, never, never>;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    customers: CustomerTable;
  }
}

export type CustomerRow = Omit<Selectable<CustomerTable>, 'search'>;

const COLUMNS = [
  'id',
  'email',
  'name',
  'phone',
  'locale',
  'address',
  'company',
  'flag',
  'blocked_at',
  'note',
  'created_at',
  'version',
] as const;

export async function readCustomer(reader: Reader, id: string): Promise<CustomerRow | null> {
  return (
    (await reader.selectFrom('customers').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

export async function readCustomerByEmail(reader: Reader, email: string): Promise<CustomerRow | null> {
  const row = await reader
    .selectFrom('customers')
    .select(COLUMNS)
    .where('email', '=', email)
    .executeTakeFirst();
  return row ?? null;
}

/** Inserts; false when the mail address is another customer's. */
export async function insertCustomer(tx: Tx, row: Omit<CustomerRow, 'version'>): Promise<boolean> {
  const done = await tx
    .insertInto('customers')
    .values({ ...row, address: row.address === null ? null : JSON.stringify(row.address) })
    .onConflict((c) => c.column('email').doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type CustomerPatch = Partial<Omit<CustomerRow, 'id' | 'created_at' | 'version'>>;

/** Writes where the version still matches (null: whatever it is); null when it does not. */
export async function updateCustomer(
  tx: Tx,
  id: string,
  patch: CustomerPatch,
  version: number | null,
): Promise<CustomerRow | null> {
  const { address, ...plain } = patch;
  let query = tx
    .updateTable('customers')
    .set({
      ...plain,
      ...(address === undefined ? {} : { address: address === null ? null : JSON.stringify(address) }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  return (await query.returning(COLUMNS).executeTakeFirst()) ?? null;
}

/** True when another customer has this mail address. */
export async function emailTaken(reader: Reader, email: string, exceptId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('customers')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

export type CustomerSearch = {
  /** Words to find, lower case; a word shorter than 3 letters must begin the name. */
  readonly words: readonly string[];
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
};

function literal(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Customers in whom every word occurs, newest first. */
export async function searchCustomers(reader: Reader, search: CustomerSearch): Promise<CustomerRow[]> {
  let query = reader.selectFrom('customers').select(COLUMNS);
  for (const word of search.words) {
    const pattern = word.length < 3 ? `${literal(word)}%` : `%${literal(word)}%`;
    query = query.where(sql<boolean>`search like ${pattern}`);
  }
  const after = search.after;
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})`);
  return await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(search.limit).execute();
}

/** How many that resemble are looked at for the best: in a million customers a common name resembles very many. */
const CANDIDATES = 1000;

/** Customers whose data resembles the words although none contains them: typing is forgiven. Best first. */
export async function similarCustomers(reader: Reader, text: string, limit: number): Promise<CustomerRow[]> {
  return await reader
    .selectFrom((from) =>
      from
        .selectFrom('customers')
        .select([...COLUMNS, 'search'])
        .where(sql<boolean>`${text} <% search`)
        .limit(CANDIDATES)
        .as('near'),
    )
    .select(COLUMNS)
    .orderBy(sql`${text} <<-> search`)
    .orderBy('id')
    .limit(limit)
    .execute();
}
