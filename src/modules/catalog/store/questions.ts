/** SQL of question sets. A row is a published version; nothing changes one. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Category, Questions } from '../rules/questions.ts';
import type { QuestionSetTable } from './tables.ts';

/** Adds version 1 of a category where it has no set yet. */
export async function insertFirstSet(
  tx: Tx,
  set: Questions & { id: string; category: Category; published_at: Date },
): Promise<void> {
  await sql`insert into question_sets (id, category, version, questions, presets, published_at)
    select ${set.id}, ${set.category}, 1, ${JSON.stringify(set.questions)}::jsonb, ${JSON.stringify(set.presets)}::jsonb, ${set.published_at}
    where not exists (select 1 from question_sets where category = ${set.category})`.execute(tx);
}

/** The newest version of a category, locked against another publication; 0 when there is none. */
export async function lockLatestVersion(tx: Tx, category: Category): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`question_sets ${category}`}))`.execute(tx);
  const found = await sql<{ version: number }>`select coalesce(max(version), 0) as version from question_sets
    where category = ${category}`.execute(tx);
  return found.rows[0]?.version ?? 0;
}

export type NewSet = Questions & {
  id: string;
  category: Category;
  version: number;
  note: string | null;
  published_by: string | null;
  published_at: Date;
};

export async function insertSet(tx: Tx, set: NewSet): Promise<void> {
  await sql`insert into question_sets (id, category, version, questions, presets, note, published_by, published_at)
    values (${set.id}, ${set.category}, ${set.version}, ${JSON.stringify(set.questions)}::jsonb,
      ${JSON.stringify(set.presets)}::jsonb, ${set.note}, ${set.published_by}, ${set.published_at})`.execute(
    tx,
  );
}

export async function listSets(reader: Reader, category: Category | null): Promise<QuestionSetTable[]> {
  let query = reader.selectFrom('question_sets').selectAll().orderBy('category').orderBy('version', 'desc');
  if (category) query = query.where('category', '=', category);
  return await query.limit(200).execute();
}

export async function readFullSet(reader: Reader, id: string): Promise<QuestionSetTable | undefined> {
  return await reader.selectFrom('question_sets').selectAll().where('id', '=', id).executeTakeFirst();
}
