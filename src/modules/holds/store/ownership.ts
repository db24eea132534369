/** SQL of the ownership rules, their dice, and what they look at. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { OwnershipRules } from '../rules/ownership.ts';

declare module '../../../platform/postgres.ts' {
  interface Tables {
    spot_checks: { item_id: string; case_id: string; rule_id: string; drawn: number; at: Date };
  }
}

export type RulesRow = {
  version: number;
  body: OwnershipRules;
  created_by: string | null;
  created_at: Date;
};

/** Versions of the rules, newest first. */
export async function rulesVersions(reader: Reader, limit: number): Promise<RulesRow[]> {
  const found = await sql<RulesRow>`
    select version, body, created_by, created_at from ownership_rules order by version desc limit ${limit}`.execute(
    reader,
  );
  return found.rows;
}

/** Writes the next version; false when somebody else did meanwhile. */
export async function insertRules(tx: Tx, row: RulesRow): Promise<boolean> {
  const made = await sql`
    insert into ownership_rules (version, body, created_by, created_at)
    values (${row.version}, ${JSON.stringify(row.body)}::jsonb, ${row.created_by}, ${row.created_at})
    on conflict (version) do nothing returning version`.execute(tx);
  return made.rows.length === 1;
}

/** One row of the view `ownership_subjects`. */
export type SubjectRow = {
  item_id: string;
  case_id: string;
  item_number: string;
  reference: string;
  title: string;
  price_minor: number | null;
  currency: string;
  created_at: Date;
  model_id: string | null;
  brand: string | null;
  model: string | null;
  released_on: string | null;
  found_model_id: string | null;
  found_brand: string | null;
  found_model: string | null;
  found_released_on: string | null;
  declared_like_new: boolean;
  found_like_new: boolean | null;
  declared_answers: Record<string, string>;
  found_answers: Record<string, string>;
  asked_before: boolean;
};

export async function readSubject(reader: Reader, itemId: string): Promise<SubjectRow | null> {
  const found = await sql<SubjectRow>`select * from ownership_subjects where item_id = ${itemId}`.execute(
    reader,
  );
  return found.rows[0] ?? null;
}

/** Devices offered since, newest first. */
export async function subjectsSince(reader: Reader, since: Date, limit: number): Promise<SubjectRow[]> {
  const found = await sql<SubjectRow>`
    select * from ownership_subjects where created_at >= ${since} order by created_at desc limit ${limit}`.execute(
    reader,
  );
  return found.rows;
}

/** What was drawn for an item, by rule. */
export async function drawnFor(reader: Reader, itemIds: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ item_id: string; rule_id: string; drawn: string | number }>`
    select item_id, rule_id, drawn from spot_checks where item_id = any(${[...itemIds]}::text[])`.execute(
    reader,
  );
  return new Map(found.rows.map((row) => [`${row.item_id} ${row.rule_id}`, Number(row.drawn)]));
}

/** Keeps what was drawn; what was drawn before stays. */
export async function keepDrawn(
  tx: Tx,
  row: { item_id: string; case_id: string; rule_id: string; drawn: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('spot_checks')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
}
