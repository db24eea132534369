/** SQL of the vault: unlock codes, who looked at them, and their end. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type LockCodeRow = {
  id: string;
  case_id: string;
  item_id: string;
  hold_id: string;
  sealed: string | null;
  left_by_kind: string;
  left_by_id: string | null;
  left_at: Date;
  wiped_at: Date | null;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    lock_codes: LockCodeRow;
    lock_code_views: { id: string; lock_code_id: string; case_id: string; staff_id: string; at: Date };
  }
}

export async function insertLockCode(tx: Tx, row: LockCodeRow): Promise<void> {
  await tx.insertInto('lock_codes').values(row).execute();
}

/** The newest code of a hold that is not wiped. */
export async function lockCodeOf(reader: Reader, holdId: string): Promise<LockCodeRow | null> {
  const found = await sql<LockCodeRow>`
    select * from lock_codes where hold_id = ${holdId} and wiped_at is null order by left_at desc, id desc limit 1`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export async function insertLockCodeView(
  tx: Tx,
  row: { id: string; lock_code_id: string; case_id: string; staff_id: string; at: Date },
): Promise<void> {
  await tx.insertInto('lock_code_views').values(row).execute();
}

/** Forgets the codes of items for good; that there were some stays. */
export async function wipeCodesOf(tx: Tx, itemIds: readonly string[], at: Date): Promise<void> {
  await sql`
    update lock_codes set sealed = null, wiped_at = ${at} where item_id = any(${[...itemIds]}::text[]) and wiped_at is null`.execute(
    tx,
  );
}
