/** SQL of the block list. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { BlockKind, BlockNumber } from '../rules/block-list.ts';

export type BlockedTable = {
  id: string;
  kind: BlockKind;
  number: string;
  reason: string;
  source: 'staff' | 'import';
  added_by: string | null;
  added_at: Date;
  removed_at: Date | null;
  removed_by: string | null;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    blocked_devices: BlockedTable;
  }
}

export type BlockedRow = BlockedTable & {
  added_by_name: string | null;
  removed_by_name: string | null;
  /** The device with this number, when it was ever here. */
  unit_id: string | null;
};

export type BlockQuery = {
  readonly text: string;
  readonly removed: boolean;
  readonly limit: number;
  readonly after: { readonly at: string; readonly id: string } | undefined;
};

/** Entries, newest first, one more than `limit`; `text` is the beginning of a number or words of the reason. */
export async function listBlocked(reader: Reader, query: BlockQuery): Promise<BlockedRow[]> {
  const escaped = query.text.replace(/[\\%_]/g, (c) => `\\${c}`);
  const number = `${escaped.replace(/[\s-]/g, '').toUpperCase()}%`;
  const found = await sql<BlockedRow>`
    select page.*, u.id as unit_id from (
      select * from blocked_device_log b
       where (b.removed_at is not null) = ${query.removed}
         and (${query.text} = '' or b.number like ${number} or b.reason ilike ${`%${escaped}%`})
         and (${query.after?.id ?? null}::text is null
              or (b.added_at, b.id) < (${query.after?.at ?? null}::timestamptz, ${query.after?.id ?? null}))
       order by b.added_at desc, b.id desc limit ${query.limit + 1}
    ) page
    left join lateral (
      select n.unit_id as id from unit_numbers n where n.kind = page.kind and n.number = page.number limit 1
    ) u on true
    order by page.added_at desc, page.id desc`.execute(reader);
  return found.rows;
}

/** One entry, or null. */
export async function readBlocked(reader: Reader, id: string): Promise<BlockedRow | null> {
  const found = await sql<BlockedRow>`
    select b.*, (select n.unit_id from unit_numbers n where n.kind = b.kind and n.number = b.number limit 1) as unit_id
      from blocked_device_log b where b.id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Which of these numbers are on the list now, each with its entry. */
export async function alreadyBlocked(
  reader: Reader,
  numbers: readonly BlockNumber[],
): Promise<Map<string, string>> {
  const found = await sql<{ id: string; kind: string; number: string }>`
    select b.id, b.kind, b.number from blocked_devices b
      join unnest(${numbers.map((one) => one.kind)}::text[], ${numbers.map((one) => one.number)}::text[]) n(kind, number)
        on n.kind = b.kind and n.number = b.number
     where b.removed_at is null`.execute(reader);
  return new Map(found.rows.map((row) => [`${row.kind} ${row.number}`, row.id]));
}

/** Adds entries; a number that is on the list already stays as it is. Gives how many were new. */
export async function insertBlocked(tx: Tx, rows: readonly BlockedTable[]): Promise<number> {
  const made = await sql<{ id: string }>`
    insert into blocked_devices (id, kind, number, reason, source, added_by, added_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(id text, kind text, number text, reason text, source text, added_by text, added_at timestamptz)
    on conflict (kind, number) where removed_at is null do nothing returning id`.execute(tx);
  return made.rows.length;
}

/** Takes an entry off; false when it is off already. */
export async function removeBlocked(tx: Tx, id: string, at: Date, by: string | null): Promise<boolean> {
  const done = await sql<{ id: string }>`
    update blocked_devices set removed_at = ${at}, removed_by = ${by} where id = ${id} and removed_at is null returning id`.execute(
    tx,
  );
  return done.rows.length > 0;
}
