/** SQL of macros; their texts are versions among the templates. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { ourRows, type MacroRow, type MacroTextRow } from '../rules/macros.ts';

/** What the shop has made or changed. */
export async function macroRows(reader: Reader): Promise<MacroRow[]> {
  const found = await sql<MacroRow>`select id, name, position, active, version from macros`.execute(reader);
  return found.rows;
}

/** The newest version of every text of a macro. */
export async function macroTexts(reader: Reader): Promise<MacroTextRow[]> {
  const found = await sql<MacroTextRow>`
    select distinct on (event, locale) event, locale, version, subject, body from message_templates
     where starts_with(event, 'macro_') and channel = 'email' order by event, locale, version desc`.execute(
    reader,
  );
  return found.rows;
}

/** Writes rows for ours that have none yet, so that they can be changed. */
export async function keepOurRows(tx: Tx, now: Date): Promise<void> {
  for (const row of ourRows())
    await sql`
      insert into macros (id, name, position, active, version, created_at)
      values (${row.id}, ${row.name}, ${row.position}, ${row.active}, ${row.version}, ${now})
      on conflict (id) do nothing`.execute(tx);
}

/** A macro of the shop's own, after all others. */
export async function insertMacro(
  tx: Tx,
  row: { id: string; name: string; created_by: string | null; created_at: Date },
): Promise<void> {
  await sql`
    insert into macros (id, name, position, active, version, created_by, created_at)
    select ${row.id}, ${row.name}, coalesce(max(position), 0) + 10, true, 1, ${row.created_by}, ${row.created_at} from macros`.execute(
    tx,
  );
}

/** Changes the version that was read; false when it is no longer that one. */
export async function changeMacro(
  tx: Tx,
  id: string,
  version: number,
  to: { name: string; active: boolean; at: Date },
): Promise<boolean> {
  const found = await sql`
    update macros set name = ${to.name}, active = ${to.active}, version = version + 1, updated_at = ${to.at}
     where id = ${id} and version = ${version} returning id`.execute(tx);
  return found.rows.length === 1;
}

/** Puts macros into this order. */
export async function orderMacros(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update macros m set position = o.at * 10 from unnest(${[...ids]}::text[]) with ordinality as o (id, at) where m.id = o.id`.execute(
    tx,
  );
}
