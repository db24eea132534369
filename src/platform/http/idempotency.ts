/**
 * Repeated requests have one effect. The answer to a POST with an `Idempotency-Key` is stored in the same
 * transaction as its effect; the same key with the same body gets that answer again, with another body 422.
 * A duplicate that comes while the first still runs waits for it, on the database's own lock.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { actorId, type Actor } from '../../kernel/actor.ts';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import { DAY, SECOND } from '../../kernel/time.ts';
import type { Reader, Tx } from '../postgres.ts';

export type Key = { readonly id: string; readonly secret: string; readonly requestHash: string };

/** An answer as it went out. */
export type Stored = {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** How long an answer is kept. */
export const KEPT = 2 * DAY;

/** An act that has not finished by then died with its process: its key may be used again. */
const ABANDONED = 30 * SECOND;

/** A key must be told apart from another visitor's, and there is no account to do it by. */
const LONG_ENOUGH = 20;

/**
 * Names the key of one request. Callers who are nobody share a scope, unless the key is short enough for two of
 * them to choose the same: then their address is part of it.
 */
export function keyOf(
  header: string,
  caller: { actor: Actor; ip: string },
  route: string,
  request: string,
): Key {
  const who = actorId(caller.actor) ?? (header.length >= LONG_ENOUGH ? '' : caller.ip);
  return {
    id: createHash('sha256')
      .update(JSON.stringify([caller.actor.kind, who, route, header]))
      .digest('hex'),
    secret: header,
    requestHash: createHash('sha256').update(request).digest('hex'),
  };
}

/** True for 1–255 visible ASCII characters. */
export function isKey(header: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(header);
}

type Row = {
  request_hash: string;
  status: number | null;
  sealed_body: Buffer | null;
  headers: Record<string, string> | null;
  created_at: Date;
};

/**
 * Takes a key inside the transaction of its effect: null when it was free. Waits for another transaction that
 * holds it. Gives the stored answer when that one committed. Refuses `idempotency_key_reused`, `request_in_progress`.
 */
export async function claim(tx: Tx, key: Key, now: Date): Promise<Outcome<Stored | null>> {
  const taken = await sql<{ id: string }>`
    insert into idempotency_keys (id, request_hash, created_at) values (${key.id}, ${key.requestHash}, ${now})
    on conflict (id) do nothing returning id`.execute(tx);
  if (taken.rows.length > 0) return ok(null);
  return await look(tx, key, now);
}

/** What is known of a key that is taken; null when its holder died and it may be used again. */
async function look(reader: Reader, key: Key, now: Date): Promise<Outcome<Stored | null>> {
  const { rows } = await sql<Row>`
    select request_hash, status, sealed_body, headers, created_at from idempotency_keys where id = ${key.id}`.execute(
    reader,
  );
  const row = rows[0];
  if (!row) return inProgress();
  if (row.request_hash !== key.requestHash)
    return refuse(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request: take a new one.',
      'invalid',
      { field: 'Idempotency-Key' },
    );
  if (row.status !== null && row.sealed_body !== null)
    return ok({ status: row.status, text: unseal(key, row.sealed_body), headers: row.headers ?? {} });
  if (now.getTime() - row.created_at.getTime() < ABANDONED) return inProgress();
  const again = await sql`
    update idempotency_keys set created_at = ${now} where id = ${key.id} and status is null
       and created_at = ${row.created_at} returning id`.execute(reader);
  return again.rows.length > 0 ? ok(null) : inProgress();
}

function inProgress() {
  return refuse(
    'request_in_progress',
    'The same request is still being worked on: try again in a moment.',
    'conflict',
  );
}

/** Writes the answer beside the key. */
export async function store(tx: Reader, key: Key, answer: Stored, now: Date): Promise<void> {
  await sql`
    update idempotency_keys set status = ${answer.status}, sealed_body = ${seal(key, answer.text)},
           headers = ${JSON.stringify(answer.headers)}::jsonb, finished_at = ${now} where id = ${key.id}`.execute(
    tx,
  );
}

/** Takes a key for work that brings its own transactions, and so cannot share one with it. */
export async function claimApart(db: Reader, key: Key, now: Date): Promise<Outcome<Stored | null>> {
  const taken = await sql<{ id: string }>`
    insert into idempotency_keys (id, request_hash, created_at) values (${key.id}, ${key.requestHash}, ${now})
    on conflict (id) do nothing returning id`.execute(db);
  return taken.rows.length > 0 ? ok(null) : await look(db, key, now);
}

/** Gives a key back after a refusal: nothing happened, so the next try may. */
export async function release(db: Reader, key: Key): Promise<void> {
  await sql`delete from idempotency_keys where id = ${key.id} and status is null`.execute(db);
}

/** Forgets answers older than two days; a recurring job calls it. Gives how many. */
export async function forgetOldKeys(db: Reader, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT);
  const { numAffectedRows } = await sql`delete from idempotency_keys where created_at < ${before}`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}

/** Answers may hold links and tokens of which only hashes are kept elsewhere, so they are sealed with the caller's key. */
function seal(key: Key, text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function unseal(key: Key, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return decipher.update(sealed.subarray(28)).toString('utf8') + decipher.final('utf8');
}

function sealingKey(key: Key): Buffer {
  return createHmac('sha256', key.secret).update(`reprise idempotency ${key.id}`).digest();
}
