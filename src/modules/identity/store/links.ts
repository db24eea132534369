/** SQL of customers' links, the sessions they are exchanged for, and the codes that raise those. */
import { sql, type Generated } from 'kysely';
import type pg from 'pg';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type LinkPurpose = 'portal' | 'resume' | 'kit' | 'return';

type LinkTable = {
  id: string;
  purpose: LinkPurpose;
  case_id: string | null;
  customer_id: string | null;
  power: 'view' | 'act';
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Generated<Date | null>;
  last_used_at: Generated<Date | null>;
};

type PortalSessionTable = {
  id: string;
  token_hash: string;
  link_id: string;
  case_id: string;
  customer_id: string;
  power: 'view' | 'act';
  sensitive_until: Generated<Date | null>;
  created_at: Date;
  expires_at: Date;
};

type CodeTable = {
  id: Generated<number>;
  session_id: string;
  case_id: string;
  customer_id: string;
  purpose: 'sensitive';
  code_hash: string;
  attempts: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Generated<Date | null>;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    links: LinkTable;
    portal_sessions: PortalSessionTable;
    link_codes: CodeTable;
  }
}

export type NewLink = Omit<LinkTable, 'revoked_at' | 'last_used_at'>;

export async function insertLink(tx: Tx, row: NewLink): Promise<void> {
  await tx.insertInto('links').values(row).execute();
}

export type LinkRow = {
  id: string;
  purpose: LinkPurpose;
  case_id: string | null;
  customer_id: string | null;
  power: 'view' | 'act';
  expires_at: Date;
  revoked_at: Date | null;
};

const LINK = {
  name: 'identity.link',
  text: `select id, purpose, case_id, customer_id, power, expires_at, revoked_at from links where token_hash = $1`,
};

export async function readLinkFast(pool: pg.Pool, tokenHash: string): Promise<LinkRow | null> {
  return (await pool.query<LinkRow>({ ...LINK, values: [tokenHash] })).rows[0] ?? null;
}

export async function readLink(reader: Reader, tokenHash: string): Promise<LinkRow | null> {
  const row = await reader
    .selectFrom('links')
    .select(['id', 'purpose', 'case_id', 'customer_id', 'power', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

export async function touchLink(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('links').set({ last_used_at: now }).where('id', '=', id).execute();
}

/** Ends one link, or all of a case; the sessions they were exchanged for end with them. Gives how many. */
export async function revokeLinks(
  tx: Tx,
  by: { id: string } | { caseId: string },
  now: Date,
): Promise<number> {
  const query = tx.updateTable('links').set({ revoked_at: now }).where('revoked_at', 'is', null);
  const done = await (
    'id' in by ? query.where('id', '=', by.id) : query.where('case_id', '=', by.caseId)
  ).executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function insertPortalSession(
  tx: Tx,
  row: Omit<PortalSessionTable, 'sensitive_until'>,
): Promise<void> {
  await tx.insertInto('portal_sessions').values(row).execute();
}

export type PortalSessionRow = {
  id: string;
  link_id: string;
  case_id: string;
  customer_id: string;
  power: 'view' | 'act';
  sensitive_until: Date | null;
};

const PORTAL_SESSION = {
  name: 'identity.portal_session',
  text: `select p.id, p.link_id, p.case_id, p.customer_id, p.power, p.sensitive_until
           from portal_sessions p join links l on l.id = p.link_id
          where p.token_hash = $1 and p.expires_at > $2 and l.expires_at > $2 and l.revoked_at is null`,
};

export async function readPortalSession(
  pool: pg.Pool,
  tokenHash: string,
  now: Date,
): Promise<PortalSessionRow | null> {
  const found = await pool.query<PortalSessionRow>({ ...PORTAL_SESSION, values: [tokenHash, now] });
  return found.rows[0] ?? null;
}

export async function deletePortalSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('portal_sessions').where('token_hash', '=', tokenHash).execute();
}

/** A live portal session by id, with where its customer gets mail. */
export async function readSessionAddress(
  reader: Reader,
  sessionId: string,
  now: Date,
): Promise<{
  case_id: string;
  customer_id: string;
  power: 'view' | 'act';
  email: string | null;
  locale: string;
} | null> {
  const row = await reader
    .selectFrom('portal_sessions as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .select(['p.case_id', 'p.customer_id', 'p.power', 'c.email', 'c.locale'])
    .where('p.id', '=', sessionId)
    .where('p.expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes a code; older ones of the session stop working. */
export async function insertCode(
  tx: Tx,
  row: Omit<CodeTable, 'id' | 'attempts' | 'used_at' | 'purpose'>,
): Promise<void> {
  await tx
    .updateTable('link_codes')
    .set({ used_at: row.created_at })
    .where('session_id', '=', row.session_id)
    .where('used_at', 'is', null)
    .execute();
  await tx
    .insertInto('link_codes')
    .values({ ...row, purpose: 'sensitive' })
    .execute();
}

/** Counts one try of the session's live code and gives its hash; null when there is none or it was tried 5 times. */
export async function tryCode(
  tx: Tx,
  sessionId: string,
  now: Date,
): Promise<{ id: number; code_hash: string; attempts: number } | null> {
  const row = await tx
    .updateTable('link_codes')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('session_id', '=', sessionId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', 5)
    .returning(['id', 'code_hash', 'attempts'])
    .executeTakeFirst();
  return row ?? null;
}

/** Uses the code up and raises its session; false when another request just did. */
export async function raiseSession(
  tx: Tx,
  codeId: number,
  sessionId: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const used = await tx
    .updateTable('link_codes')
    .set({ used_at: now })
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) return false;
  await tx
    .updateTable('portal_sessions')
    .set({ sensitive_until: until })
    .where('id', '=', sessionId)
    .execute();
  return true;
}
