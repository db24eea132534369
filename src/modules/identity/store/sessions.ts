/** SQL of staff sessions, second factors, counted tries and the set-up token; the hot look-ups are prepared. */
import { sql, type Generated } from 'kysely';
import type pg from 'pg';
import type { Locale } from '../../../kernel/locale.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Role } from '../rules.ts';

declare module '../../../platform/postgres.ts' {
  interface Tables {
    staff_sessions: { id: string; staff_id: string; token_hash: string; created_at: Date; expires_at: Date };
    throttles: { subject: string; started_at: Date; hits: number };
    setup_tokens: { token_hash: string; created_at: Date; expires_at: Date; used_at: Generated<Date | null> };
  }
}

export type StaffSessionRow = {
  session_id: string;
  created_at: Date;
  expires_at: Date;
  id: string;
  name: string;
  email: string;
  roles: Role[];
  locale: Locale;
  location_id: string | null;
  location_name: string | null;
  two_factor: boolean;
  money_needs_two_factor: boolean;
};

/** One indexed look-up per request, parsed and planned once per connection. Disabled people are not found. */
const STAFF_SESSION = {
  name: 'identity.staff_session',
  text: `select s.id as session_id, s.created_at, s.expires_at, f.id, f.name, f.email, f.roles, f.locale, f.location_id,
                l.name as location_name,
                t.activated_at is not null as two_factor,
                coalesce((p.settings ->> 'two_factor_for_money')::boolean, false) as money_needs_two_factor
           from staff_sessions s
           join staff f on f.id = s.staff_id and f.disabled_at is null
           left join staff_two_factors t on t.staff_id = f.id
           left join locations l on l.id = f.location_id
           left join shop p on p.id = 1
          where s.token_hash = $1 and s.expires_at > $2`,
};

export async function readStaffSession(
  pool: pg.Pool,
  tokenHash: string,
  now: Date,
): Promise<StaffSessionRow | null> {
  const found = await pool.query<StaffSessionRow>({ ...STAFF_SESSION, values: [tokenHash, now] });
  return found.rows[0] ?? null;
}

export async function insertSession(
  tx: Tx,
  row: { id: string; staff_id: string; token_hash: string; created_at: Date; expires_at: Date },
): Promise<void> {
  await tx.insertInto('staff_sessions').values(row).execute();
}

export async function extendSession(reader: Reader, id: string, until: Date): Promise<void> {
  await reader.updateTable('staff_sessions').set({ expires_at: until }).where('id', '=', id).execute();
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends a person's sessions, all of them or all but one. */
export async function deleteSessionsOf(
  tx: Tx,
  staffId: string,
  exceptId: string | null = null,
): Promise<void> {
  let query = tx.deleteFrom('staff_sessions').where('staff_id', '=', staffId);
  if (exceptId !== null) query = query.where('id', '!=', exceptId);
  await query.execute();
}

export type TwoFactorRow = {
  staff_id: string;
  sealed_secret: string;
  backup_hashes: string[];
  last_step: number;
  activated_at: Date | null;
};

export async function lockTwoFactor(tx: Tx, staffId: string): Promise<TwoFactorRow | null> {
  const row = await tx
    .selectFrom('staff_two_factors')
    .select(['staff_id', 'sealed_secret', 'backup_hashes', 'last_step', 'activated_at'])
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertTwoFactor(
  tx: Tx,
  row: { staff_id: string; sealed_secret: string; backup_hashes: string[]; created_at: Date },
): Promise<void> {
  await tx.deleteFrom('staff_two_factors').where('staff_id', '=', row.staff_id).execute();
  await tx
    .insertInto('staff_two_factors')
    .values({ ...row, activated_at: null })
    .execute();
}

export async function saveTwoFactor(
  tx: Tx,
  staffId: string,
  patch: { last_step?: number; backup_hashes?: string[]; activated_at?: Date },
): Promise<void> {
  await tx.updateTable('staff_two_factors').set(patch).where('staff_id', '=', staffId).execute();
}

export async function deleteTwoFactor(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('staff_two_factors').where('staff_id', '=', staffId).execute();
}

/** Counts one try within a window that starts with the first; gives how many there were, this one included. */
export async function countTry(
  reader: Reader,
  subject: string,
  now: Date,
  windowStart: Date,
): Promise<number> {
  const row = await reader
    .insertInto('throttles')
    .values({ subject, started_at: now, hits: 1 })
    .onConflict((c) =>
      c.column('subject').doUpdateSet({
        hits: sql<number>`case when throttles.started_at > ${windowStart} then throttles.hits + 1 else 1 end`,
        started_at: sql<Date>`case when throttles.started_at > ${windowStart} then throttles.started_at else ${now}::timestamptz end`,
      }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits;
}

export async function clearTries(reader: Reader, subject: string): Promise<void> {
  await reader.deleteFrom('throttles').where('subject', '=', subject).execute();
}

export async function insertSetupToken(
  tx: Tx,
  row: { token_hash: string; created_at: Date; expires_at: Date },
): Promise<void> {
  await tx.insertInto('setup_tokens').values(row).execute();
}

export async function setupTokenValid(reader: Reader, tokenHash: string, now: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('setup_tokens')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks the token used; false when it is unknown, over or used. Two at once: one waits, then finds it used. */
export async function useSetupToken(tx: Tx, tokenHash: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('setup_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Removes what is over: sessions, single-use secrets, counted tries. `staleBefore` is for counted tries. */
export async function deleteExpired(tx: Tx, now: Date, staleBefore: Date): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('expires_at', '<=', now).execute();
  await tx.deleteFrom('staff_verifications').where('expires_at', '<=', now).execute();
  await tx.deleteFrom('setup_tokens').where('expires_at', '<=', now).execute();
  await tx.deleteFrom('throttles').where('started_at', '<=', staleBefore).execute();
  await tx.deleteFrom('portal_sessions').where('expires_at', '<=', now).execute();
}
