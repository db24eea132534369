/** SQL of what ownership rules may name: models, brands, and the questions sellers are or were asked. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';

export type NamedModel = { id: string; name: string };

/** Those of the models that exist, with their names. */
export async function modelsNamed(reader: Reader, ids: readonly string[]): Promise<NamedModel[]> {
  if (ids.length === 0) return [];
  const found = await sql<NamedModel>`
    select model_id as id, name from model_titles where model_id = any(${[...ids]}::text[]) order by name`.execute(
    reader,
  );
  return found.rows;
}

/** Every brand that has a model, by name. */
export async function brandNames(reader: Reader): Promise<string[]> {
  const found = await sql<{ brand: string }>`select distinct brand from model_titles order by brand`.execute(
    reader,
  );
  return found.rows.map((row) => row.brand);
}

export type AskedRow = {
  category: string;
  newest: boolean;
  key: string;
  label: Record<string, string>;
  answers: { key: string; label: Record<string, string> }[];
};

/** Every question of every version, the newest version first, in the order they are asked. */
export async function questionsAsked(reader: Reader): Promise<AskedRow[]> {
  const found = await sql<AskedRow>`
    select category, newest, key, label, answers from questions_asked
     order by newest desc, version desc, array_position(array['phone', 'tablet', 'laptop', 'watch'], category), place`.execute(
    reader,
  );
  return found.rows;
}
