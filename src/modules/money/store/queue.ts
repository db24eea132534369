/** SQL of the payout queue and list. */
import { sql } from 'kysely';
import type { Reader } from '../../../platform/postgres.ts';
import type { PayoutKind, PayoutState } from '../rules/payouts.ts';
import type { Place } from './ledger.ts';

export type PayoutCard = {
  id: string;
  number: number;
  case_id: string;
  reference: string;
  customer_name: string | null;
  kind: PayoutKind;
  masked: string;
  holder: string | null;
  amount_minor: number;
  currency: string;
  state: PayoutState;
  created_at: Date;
  not_before: Date | null;
  released_by: string | null;
  items: { number: string; title: string; amount_minor: number }[];
  transaction_reference: string | null;
  failure: string | null;
  batch_id: string | null;
  batch_number: string | null;
  in_open_batch: boolean;
  version: number;
};

export type PayoutFilter = {
  readonly state: PayoutState | null;
  readonly kind: PayoutKind | null;
  /** Part of a reference, customer name or transaction id. */
  readonly q: string | null;
  readonly caseId: string | null;
  readonly after: Place | null;
  readonly limit: number;
};

/** Waiting payouts oldest first (who waits longest is paid first), all others newest first. */
export function isOldestFirst(state: PayoutState | null): boolean {
  return state === 'ready' || state === 'submitted' || state === 'failed';
}

/** One page of payouts. */
export async function listPayouts(reader: Reader, filter: PayoutFilter): Promise<PayoutCard[]> {
  const { state, kind, q, caseId, after, limit } = filter;
  const oldest = isOldestFirst(state);
  const like = q === null ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    state === null ? sql`true` : sql`p.state = ${state}`,
    kind === null ? sql`true` : sql`p.kind = ${kind}`,
    caseId === null ? sql`true` : sql`p.case_id = ${caseId}`,
    like === null
      ? sql`true`
      : sql`(c.reference ilike ${like} or c.customer_name ilike ${like} or p.transaction_reference ilike ${like})`,
    after === null
      ? sql`true`
      : oldest
        ? sql`(p.created_at, p.id) > (${after.at}::timestamptz, ${after.id})`
        : sql`(p.created_at, p.id) < (${after.at}::timestamptz, ${after.id})`,
  ];
  const order = oldest ? sql`p.created_at, p.id` : sql`p.created_at desc, p.id desc`;
  const found = await sql<PayoutCard>`
    select p.id, p.number, p.case_id, c.reference, c.customer_name, p.kind, p.masked, p.holder, p.amount_minor, p.currency,
           p.state, p.created_at, p.not_before, p.released_by, p.transaction_reference, p.failure, p.batch_id,
           b.number as batch_number, p.version,
           exists (select 1 from payout_batch_entries e where e.payout_id = p.id and e.state = 'pending') as in_open_batch,
           (select jsonb_agg(jsonb_build_object('number', i.number, 'title', i.title, 'amount_minor', l.amount_minor) order by i.position)
              from payout_items l join item_prices i on i.item_id = l.item_id where l.payout_id = p.id) as items
      from payouts p
      join payees c on c.case_id = p.case_id
      left join payout_batches b on b.id = p.batch_id
     where ${sql.join(conditions, sql` and `)}
     order by ${order} limit ${limit}`.execute(reader);
  return found.rows;
}
