/** SQL of the engine's door: lock, facts, history with its clocks. The hot path: every statement here counts. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { ActorKind } from '../../../kernel/actor.ts';
import type { Silence } from '../rules/guards.ts';

/** One row of the view `item_facts` with the case's own facts beside it. */
export type FactsRow = {
  item_id: string;
  number: string;
  title: string;
  position: number;
  category: string;
  variant_id: string | null;
  next_actor: string;
  entered_at: Date;
  workflow_id: string;
  workflow_version: number;
  stage: string;
  status: string;
  seq: number;
  price_minor: number | null;
  unit_id: string | null;
  due_at: Date | null;
  in_another_case: boolean;
  checklist_complete: boolean;
  graded: boolean;
  open_holds: number;
  may_not_leave: boolean;
  disputes: number;
  blocked: boolean;
  blind: boolean;
  resume_stage: string | null;
  resume_status: string | null;
  withdrawal_noted: boolean;
  quote_valid_until: Date | null;
  revision_has_reason: boolean;
  revision_has_photo: boolean;
  revision_changes_answers: boolean;
  payout_state: 'ready' | 'submitted' | 'paid' | null;
  left_us: boolean;
  case_id: string;
  reference: string;
  channel: 'mail_in' | 'in_store';
  silence: Silence;
  has_contact: boolean;
  has_address: boolean;
  has_visit: boolean;
  payout_kind: string | null;
};

export type EventRow = {
  id: string;
  case_id: string;
  item_id: string;
  seq: number;
  move: string;
  from_stage: string | null;
  from_status: string | null;
  to_stage: string;
  to_status: string;
  to_open: boolean;
  next_actor: string;
  due_at: Date | null;
  actor_kind: ActorKind;
  actor_id: string | null;
  on_behalf: boolean;
  reason: string | null;
  data: Record<string, unknown>;
  at: Date;
  request_id: string;
};

export type DeadlineRow = {
  id: string;
  case_id: string;
  item_id: string;
  seq: number;
  clock: string;
  due_at: Date;
  move: string | null;
  effect: string | null;
  reason: string | null;
};

/** Locks the case until the transaction ends, so that no fact moves underfoot; false when there is no such case. */
export async function lockCaseRow(tx: Tx, caseId: string): Promise<boolean> {
  const found = await sql<{ id: string }>`select id from cases where id = ${caseId} for update`.execute(tx);
  return found.rows.length === 1;
}

/** The facts of every item of a case, in the order the customer named them. */
export async function readFacts(reader: Reader, caseId: string): Promise<FactsRow[]> {
  const found = await sql<FactsRow>`
    select f.*, c.reference, c.channel, c.silence, c.payout_kind,
           (c.contact ->> 'name' <> '' and c.contact ->> 'email' <> '') is true as has_contact,
           (c.address ->> 'line1' <> '' and c.address ->> 'city' <> '' and c.address ->> 'postal_code' <> '') is true as has_address,
           (c.location_id is not null and c.visit_on is not null) as has_visit
      from facts_of_case(${caseId}) f join case_facts c on c.case_id = ${caseId}
     order by f.position`.execute(reader);
  return found.rows;
}

/**
 * Writes history rows (which move the items, by trigger), ends the clocks of the statuses left and starts those of
 * the statuses entered: one statement. Raises `stale_item` when an item no longer stands where the row says.
 */
export async function writeEvents(
  tx: Tx,
  events: readonly EventRow[],
  deadlines: readonly DeadlineRow[],
): Promise<void> {
  const items = events.map((e) => e.item_id);
  await sql`
    with gone as (
      delete from deadlines where item_id = any(${items}::text[]) and state = 'pending'
    ), history as (
      insert into item_events (id, case_id, item_id, seq, move, from_stage, from_status, to_stage, to_status, to_open,
                               next_actor, due_at, actor_kind, actor_id, on_behalf, reason, data, at, request_id)
      select id, case_id, item_id, seq, move, from_stage, from_status, to_stage, to_status, to_open,
             next_actor, due_at, actor_kind, actor_id, on_behalf, reason, data, at, request_id
        from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(
          id text, case_id text, item_id text, seq int, move text, from_stage text, from_status text, to_stage text,
          to_status text, to_open boolean, next_actor text, due_at timestamptz, actor_kind text, actor_id text,
          on_behalf boolean, reason text, data jsonb, at timestamptz, request_id text)
    )
    insert into deadlines (id, case_id, item_id, seq, clock, due_at, move, effect, reason)
    select id, case_id, item_id, seq, clock, due_at, move, effect, reason
      from jsonb_to_recordset(${JSON.stringify(deadlines)}::jsonb) as d(
        id text, case_id text, item_id text, seq int, clock text, due_at timestamptz, move text, effect text, reason text)
  `.execute(tx);
}
