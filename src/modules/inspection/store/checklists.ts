/** SQL of checklists. A row is a version; nothing changes one, because inspections point at it. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Answers, Question } from '../../catalog/rules/questions.ts';
import type { Category } from '../rules.ts';
import type { ChecklistBody } from '../rules/checklist.ts';

export type ChecklistRow = {
  id: string;
  category: Category;
  version: number;
  body: ChecklistBody;
  note: string | null;
  created_by: string | null;
  created_at: Date;
};

/** Versions of a category, newest first, at most 200. */
export async function checklistVersions(reader: Reader, category: Category): Promise<ChecklistRow[]> {
  const found = await sql<ChecklistRow>`
    select * from checklists where category = ${category} order by version desc limit 200`.execute(reader);
  return found.rows;
}

/** The newest version of a category, or null. */
export async function latestChecklist(reader: Reader, category: Category): Promise<ChecklistRow | null> {
  const found = await sql<ChecklistRow>`
    select * from checklists where category = ${category} order by version desc limit 1`.execute(reader);
  return found.rows[0] ?? null;
}

/** One version of a category, or null. */
export async function readVersion(
  reader: Reader,
  category: Category,
  version: number,
): Promise<ChecklistRow | null> {
  const found = await sql<ChecklistRow>`
    select * from checklists where category = ${category} and version = ${version}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Holds off another edit of the category until this transaction ends. */
export async function lockChecklists(tx: Tx, category: Category): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`checklists ${category}`}))`.execute(tx);
}

export async function insertChecklist(tx: Tx, row: ChecklistRow): Promise<void> {
  await sql`
    insert into checklists (id, category, version, body, note, created_by, created_at)
    values (${row.id}, ${row.category}, ${row.version}, ${JSON.stringify(row.body)}::jsonb, ${row.note}, ${row.created_by},
            ${row.created_at})`.execute(tx);
}

export type Conclusion = {
  readonly foundAnswers: Answers;
  readonly cosmetic: string;
  readonly functional: string;
};

/** The version an inspection was made with; null for one of before there were versions. */
export async function pinnedChecklist(reader: Reader, inspectionId: string): Promise<ChecklistRow | null> {
  const found = await sql<ChecklistRow>`
    select c.* from inspections n join checklists c on c.id = n.checklist_id where n.id = ${inspectionId}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

export async function pinChecklist(tx: Tx, inspectionId: string, checklistId: string): Promise<void> {
  await sql`
    update inspections set checklist_id = ${checklistId} where id = ${inspectionId} and checklist_id is null`.execute(
    tx,
  );
}

/** What the results led to, kept with an inspection that ends; answers given by hand stay. */
export async function keepConclusion(tx: Tx, inspectionId: string, made: Conclusion): Promise<void> {
  await sql`
    update inspections set found_answers = ${JSON.stringify(made.foundAnswers)}::jsonb || found_answers,
           suggested_cosmetic = ${made.cosmetic}, suggested_functional = ${made.functional}
     where id = ${inspectionId}`.execute(tx);
}

/** What the seller was asked and answered, or null where the item was never quoted. */
export async function declarationOf(
  reader: Reader,
  itemId: string,
): Promise<{ questions: Question[]; answers: Answers } | null> {
  const found = await sql<{ questions: Question[]; answers: Answers }>`
    select questions, answers from item_declarations where item_id = ${itemId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Check id → how many photos lie with it; left out are those without one newer than `since`. */
export async function photosPerCheck(
  reader: Reader,
  itemId: string,
  since: Date | null,
): Promise<Map<string, number>> {
  const found = await sql<{ check_id: string; photos: number }>`
    select check_id, photos from item_photo_counts where item_id = ${itemId} and check_id is not null
       and (${since}::timestamptz is null or newest_at > ${since})`.execute(reader);
  return new Map(found.rows.map((row) => [row.check_id, row.photos]));
}
