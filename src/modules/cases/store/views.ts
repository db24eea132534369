/** SQL of saved views: a name and the filters behind it, one's own or shared. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';

export type SavedView = {
  id: string;
  staff_id: string;
  name: string;
  query: Record<string, string>;
  shared: boolean;
  created_at: Date;
  version: number;
};

/** A person's own views and those shared with everybody, by name. */
export async function listViews(reader: Reader, staffId: string): Promise<SavedView[]> {
  const found = await sql<SavedView>`
    select * from saved_views where staff_id = ${staffId} or shared order by lower(name), id limit 200`.execute(
    reader,
  );
  return found.rows;
}

export async function readView(reader: Reader, id: string): Promise<SavedView | null> {
  const found = await sql<SavedView>`select * from saved_views where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Writes a view; false when the person has one of that name. */
export async function insertView(tx: Tx, view: Omit<SavedView, 'version'>): Promise<boolean> {
  const made = await sql`
    insert into saved_views (id, staff_id, name, query, shared, created_at)
    values (${view.id}, ${view.staff_id}, ${view.name}, ${JSON.stringify(view.query)}::jsonb, ${view.shared}, ${view.created_at})
    on conflict (staff_id, name) do nothing returning id`.execute(tx);
  return made.rows.length === 1;
}

/** Changes a view that still has this version; null when it has not. */
export async function updateView(
  tx: Tx,
  id: string,
  version: number,
  patch: { name: string; query: Record<string, string>; shared: boolean },
): Promise<number | null> {
  const found = await sql<{ version: number }>`
    update saved_views set name = ${patch.name}, query = ${JSON.stringify(patch.query)}::jsonb, shared = ${patch.shared}, version = version + 1
     where id = ${id} and version = ${version} returning version`.execute(tx);
  return found.rows[0]?.version ?? null;
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await sql`delete from saved_views where id = ${id}`.execute(tx);
}
