/** SQL of device checks: the subject, what our records know of it, and the evidence that is kept. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Blocked, CheckKind, Life, Subject, TypeHint, Verdict } from '../rules/pre-check.ts';

export type DeviceCheckTable = {
  id: string;
  case_id: string;
  item_id: string;
  unit_id: string | null;
  kind: CheckKind;
  verdict: Verdict | 'asked';
  provider: string | null;
  detail: string;
  evidence: unknown;
  asked_by_kind: string;
  asked_by_id: string | null;
  asked_at: Date;
  answered_at: Date | null;
};

export type CheckRow = Omit<DeviceCheckTable, 'evidence'> & {
  evidence: Record<string, unknown>;
  asked_by_name: string | null;
};

declare module '../../../platform/postgres.ts' {
  interface Tables {
    device_checks: DeviceCheckTable;
  }
}

export type SubjectRow = Subject & { stage: string; status: string; reference: string };

/** The device of an item, or null. */
export async function readSubject(reader: Reader, itemId: string): Promise<SubjectRow | null> {
  const found = await sql<SubjectRow>`
    select item_id, case_id, reference, title, category, stage, status, model_id, model, brand, unit_id, imei, imei2, serial
      from device_subjects where item_id = ${itemId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Other items on the same device, newest first. */
export async function otherLives(reader: Reader, unitId: string, itemId: string): Promise<Life[]> {
  const found = await sql<Life>`
    select item_id, item_number, case_id, reference, is_open from unit_lives
     where unit_id = ${unitId} and item_id <> ${itemId} order by created_at desc limit 20`.execute(reader);
  return found.rows;
}

/** Entries of the block list that name this device. */
export async function blockedNumbers(reader: Reader, subject: Subject): Promise<Blocked[]> {
  const imeis = [subject.imei, subject.imei2].filter((one) => one !== null);
  const found = await sql<Blocked>`
    select id, number, reason from blocked_devices
     where removed_at is null and ((kind = 'imei' and number = any(${imeis}::text[]))
        or (kind = 'serial' and number = upper(${subject.serial}::text))) order by added_at`.execute(reader);
  return found.rows;
}

/**
 * What other devices with this type code were: those we paid for as declared, and those where somebody at the bench
 * said what they are. A range instead of a pattern, so that the index on IMEIs serves whatever the collation.
 */
export async function typeHints(reader: Reader, tac: string, unitId: string): Promise<TypeHint[]> {
  const found = await sql<TypeHint>`
    with same as (
      select distinct on (s.unit_id) s.unit_id, coalesce(k.evidence ->> 'found_model_id', s.model_id) as model_id
        from device_subjects s
        left join lateral (
          select c.evidence from device_checks c
           where c.item_id = s.item_id and c.kind = 'model' and c.evidence ? 'found_model_id' order by c.asked_at desc, c.written desc limit 1
        ) k on true
       where s.imei between ${`${tac}0000000`} and ${`${tac}9999999`} and s.unit_id <> ${unitId}
         and (s.stage = 'completed' or k.evidence is not null)
       order by s.unit_id, s.created_at desc
    )
    select same.model_id, t.name, count(*)::int as devices
      from same join model_titles t on t.model_id = same.model_id group by same.model_id, t.name`.execute(
    reader,
  );
  return found.rows;
}

/** The name of a model with its brand, or null. */
export async function modelName(reader: Reader, modelId: string): Promise<string | null> {
  const found = await sql<{
    name: string;
  }>`select name from model_titles where model_id = ${modelId}`.execute(reader);
  return found.rows[0]?.name ?? null;
}

/** Checks of an item, newest first, at most 200, with the name of who asked. */
export async function checksOf(reader: Reader, itemId: string): Promise<CheckRow[]> {
  const found = await sql<CheckRow>`
    select * from device_check_log where item_id = ${itemId} order by asked_at desc, written desc limit 200`.execute(
    reader,
  );
  return found.rows;
}

/** One check, or null. */
export async function readCheck(reader: Reader, id: string): Promise<CheckRow | null> {
  const found = await sql<CheckRow>`select * from device_check_log where id = ${id}`.execute(reader);
  return found.rows[0] ?? null;
}

export async function insertCheck(tx: Tx, row: DeviceCheckTable): Promise<void> {
  await tx
    .insertInto('device_checks')
    .values({ ...row, evidence: JSON.stringify(row.evidence) })
    .execute();
}

export type CheckAnswer = {
  readonly verdict: Verdict;
  readonly detail: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

/** Writes the answer of a check that still waits for one; false when it has one, which stays. */
export async function answerCheck(tx: Tx, id: string, answer: CheckAnswer): Promise<boolean> {
  const done = await sql<{ id: string }>`
    update device_checks set verdict = ${answer.verdict}, detail = ${answer.detail},
           evidence = evidence || ${JSON.stringify(answer.evidence)}::jsonb, answered_at = ${answer.at}
     where id = ${id} and verdict = 'asked' returning id`.execute(tx);
  return done.rows.length > 0;
}

/** Questions to a provider that were asked before this instant and have no answer, at most 100. */
export async function forgottenQuestions(reader: Reader, before: Date): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from device_checks where verdict = 'asked' and asked_at < ${before} order by asked_at limit 100`.execute(
    reader,
  );
  return found.rows.map((row) => row.id);
}
