/** SQL of staff, their passwords, second factors and single-use secrets. */
import { sql, type Generated, type Selectable } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Role } from '../rules.ts';

export type StaffTable = {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  location_id: string | null;
  locale: Locale;
  disabled_at: Date | null;
  created_at: Date;
  version: Generated<number>;
};

type AccountTable = { staff_id: string; password_hash: string; changed_at: Date };

type VerificationTable = {
  token_hash: string;
  staff_id: string;
  purpose: 'totp' | 'invite' | 'reset';
  attempts: Generated<number>;
  expires_at: Date;
  created_at: Date;
};

type TwoFactorTable = {
  staff_id: string;
  sealed_secret: string;
  backup_hashes: string[];
  last_step: Generated<number>;
  activated_at: Date | null;
  created_at: Date;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    staff: StaffTable;
    staff_accounts: AccountTable;
    staff_verifications: VerificationTable;
    staff_two_factors: TwoFactorTable;
  }
}

export type StaffRow = Selectable<StaffTable>;
export type StaffLine = StaffRow & { has_password: boolean; two_factor: boolean };

/** Everybody (or one person) with how far their sign-in is set up; by name. */
export async function listStaff(reader: Reader, id: string | null = null): Promise<StaffLine[]> {
  let query = reader
    .selectFrom('staff as s')
    .leftJoin('staff_accounts as a', 'a.staff_id', 's.id')
    .leftJoin('staff_two_factors as t', 't.staff_id', 's.id')
    .selectAll('s')
    .select([
      sql<boolean>`a.staff_id is not null`.as('has_password'),
      sql<boolean>`t.activated_at is not null`.as('two_factor'),
    ]);
  if (id !== null) query = query.where('s.id', '=', id);
  return await query.orderBy('s.name').orderBy('s.id').execute();
}

export async function readStaff(reader: Reader, id: string): Promise<StaffRow | null> {
  return (await reader.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function anyStaff(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Inserts a person; false when the mail address is taken. */
export async function insertStaff(tx: Tx, row: Omit<StaffRow, 'version'>): Promise<boolean> {
  const done = await tx
    .insertInto('staff')
    .values(row)
    .onConflict((c) => c.column('email').doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type StaffPatch = Partial<Pick<StaffRow, 'name' | 'roles' | 'location_id' | 'locale' | 'disabled_at'>>;

/** Writes where the version still matches (null: whatever it is); null when it does not. */
export async function updateStaff(
  tx: Tx,
  id: string,
  patch: StaffPatch,
  version: number | null,
): Promise<StaffRow | null> {
  let query = tx
    .updateTable('staff')
    .set({ ...patch, version: sql<number>`version + 1` })
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** The ids of the owners who can sign in, locked in one order so that two changes at once queue up. */
export async function lockOwners(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('staff')
    .select('id')
    .where(sql<boolean>`'owner' = any(roles)`)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export type SignInRow = {
  id: string;
  name: string;
  disabled: boolean;
  password_hash: string | null;
  two_factor: boolean;
};

/** What signing in needs of the person with this mail address or id. */
export async function readSignIn(
  reader: Reader,
  by: { email: string } | { id: string },
): Promise<SignInRow | null> {
  const query = reader
    .selectFrom('staff as s')
    .leftJoin('staff_accounts as a', 'a.staff_id', 's.id')
    .leftJoin('staff_two_factors as t', 't.staff_id', 's.id')
    .select([
      's.id',
      's.name',
      sql<boolean>`s.disabled_at is not null`.as('disabled'),
      'a.password_hash',
      sql<boolean>`t.activated_at is not null`.as('two_factor'),
    ]);
  const found = 'id' in by ? query.where('s.id', '=', by.id) : query.where('s.email', '=', by.email);
  return (await found.executeTakeFirst()) ?? null;
}

export async function savePassword(tx: Tx, staffId: string, hash: string, at: Date): Promise<void> {
  await tx
    .insertInto('staff_accounts')
    .values({ staff_id: staffId, password_hash: hash, changed_at: at })
    .onConflict((c) => c.column('staff_id').doUpdateSet({ password_hash: hash, changed_at: at }))
    .execute();
}

/** Makes a single-use secret; older ones of the same purpose stop working, except second steps under way. */
export async function insertVerification(
  tx: Tx,
  row: {
    token_hash: string;
    staff_id: string;
    purpose: 'totp' | 'invite' | 'reset';
    expires_at: Date;
    created_at: Date;
  },
): Promise<void> {
  if (row.purpose !== 'totp')
    await tx
      .deleteFrom('staff_verifications')
      .where('staff_id', '=', row.staff_id)
      .where('purpose', '!=', 'totp')
      .execute();
  await tx.insertInto('staff_verifications').values(row).execute();
}

/** Counts one try of a second step and gives whose it is; null when it is unknown, over, or tried 5 times. */
export async function tryVerification(tx: Tx, tokenHash: string, now: Date): Promise<string | null> {
  const row = await tx
    .updateTable('staff_verifications')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'totp')
    .where('expires_at', '>', now)
    .where('attempts', '<', 5)
    .returning('staff_id')
    .executeTakeFirst();
  return row?.staff_id ?? null;
}

/** Whom an invitation or reset is for; null when unknown, used or over. */
export async function readInvitation(
  reader: Reader,
  tokenHash: string,
  now: Date,
): Promise<{ staff_id: string; name: string; email: string } | null> {
  const row = await reader
    .selectFrom('staff_verifications as v')
    .innerJoin('staff as s', 's.id', 'v.staff_id')
    .select(['v.staff_id', 's.name', 's.email'])
    .where('v.token_hash', '=', tokenHash)
    .where('v.purpose', 'in', ['invite', 'reset'])
    .where('v.expires_at', '>', now)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a secret up; false when somebody else just did. */
export async function deleteVerification(tx: Tx, tokenHash: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('staff_verifications')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}

export async function dropVerifications(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('staff_verifications').where('staff_id', '=', staffId).execute();
}
