/** SQL of payout methods and payout instructions. Every write happens under the lock on the payout's case. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Channel, PayoutKind, PayoutState } from '../rules/payouts.ts';

/** A case as money sees it. */
export type Payee = {
  case_id: string;
  reference: string;
  customer_id: string;
  customer_name: string | null;
  channel: Channel;
  location_id: string | null;
  currency: string;
  /** Where the money is to go; null until the seller has said. */
  method: Target | null;
};

/** A payout method as a payout copies it. */
export type Target = Pick<MethodRow, 'kind' | 'holder' | 'sealed' | 'masked' | 'cool_until'>;

export type MethodRow = {
  case_id: string;
  kind: PayoutKind;
  holder: string | null;
  sealed: string | null;
  masked: string;
  cool_until: Date | null;
  changed_by_kind: string;
  changed_by_id: string | null;
  changed_at: Date;
  version: number;
};

export type PayoutRow = {
  id: string;
  case_id: string;
  reference: string;
  number: number;
  customer_id: string;
  kind: PayoutKind;
  state: PayoutState;
  amount_minor: number;
  currency: string;
  holder: string | null;
  sealed: string | null;
  masked: string;
  not_before: Date | null;
  transaction_reference: string | null;
  failure: string | null;
  batch_id: string | null;
  location_id: string | null;
  case_location_id: string | null;
  signed_by: string | null;
  released_by: string | null;
  created_at: Date;
  version: number;
};

/** A payout as it is born: `ready`, with the target copied from the method. */
export type NewPayout = {
  id: string;
  case_id: string;
  customer_id: string;
  kind: PayoutKind;
  amount_minor: number;
  currency: string;
  holder: string | null;
  sealed: string | null;
  masked: string;
  not_before: Date | null;
  created_at: Date;
};

type Nullable<T> = { [K in keyof T]: T[K] | null };

/**
 * Locks the case for this transaction (the lock every move takes too) and reads it with its method; null when there
 * is no such case. The method is as it was before the lock was waited for: who writes it asks `readMethod` again.
 */
export async function lockPayee(tx: Tx, caseId: string): Promise<Payee | null> {
  const found = await sql<Omit<Payee, 'method'> & Nullable<Target>>`
    select c.*, m.kind, m.holder, m.sealed, m.masked, m.cool_until
      from payees c left join payout_methods m on m.case_id = c.case_id
     where c.case_id = ${caseId} for update of c`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  const { kind, holder, sealed, masked, cool_until, ...payee } = row;
  const method = kind === null || masked === null ? null : { kind, holder, sealed, masked, cool_until };
  return { ...payee, method };
}

/** Locks the case a payout belongs to, then reads the payout as it is under that lock; null when there is none. */
export async function lockPayout(tx: Tx, payoutId: string): Promise<PayoutRow | null> {
  const locked = await sql`
    select case_id from payees where case_id = (select case_id from payouts where id = ${payoutId}) for update`.execute(
    tx,
  );
  return locked.rows.length === 0 ? null : await readPayout(tx, payoutId);
}

/** One payout with its case's reference and location, or null. */
export async function readPayout(reader: Reader, payoutId: string): Promise<PayoutRow | null> {
  const found = await sql<PayoutRow>`
    select p.*, c.reference, c.location_id as case_location_id
      from payouts p join payees c on c.case_id = p.case_id where p.id = ${payoutId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** How the case's customer wants to be paid, or null. */
export async function readMethod(reader: Reader, caseId: string): Promise<MethodRow | null> {
  const found = await sql<MethodRow>`select * from payout_methods where case_id = ${caseId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Writes the method, replacing the one before; gives its version. */
export async function saveMethod(tx: Tx, row: Omit<MethodRow, 'version'>): Promise<number> {
  const found = await sql<{ version: number }>`
    insert into payout_methods (case_id, kind, holder, sealed, masked, cool_until, changed_by_kind, changed_by_id, changed_at)
    values (${row.case_id}, ${row.kind}, ${row.holder}, ${row.sealed}, ${row.masked}, ${row.cool_until},
            ${row.changed_by_kind}, ${row.changed_by_id}, ${row.changed_at})
    on conflict (case_id) do update
       set kind = excluded.kind, holder = excluded.holder, sealed = excluded.sealed, masked = excluded.masked,
           cool_until = excluded.cool_until, changed_by_kind = excluded.changed_by_kind,
           changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at, version = payout_methods.version + 1
    returning version`.execute(tx);
  return found.rows[0]?.version ?? 1;
}

/** An item with the payout it is in (live) and what its purchase stands at in the ledger, if it is booked. */
export type PricedItem = {
  item_id: string;
  number: string;
  stage: string;
  status: string;
  seq: number;
  price_minor: number | null;
  currency: string;
  payout_id: string | null;
  payout_state: PayoutState | null;
  purchase_id: string | null;
  purchase_minor: number | null;
};

/** Every item of a case, as money sees it, in the customer's order. */
export async function pricedItems(reader: Reader, caseId: string): Promise<PricedItem[]> {
  const found = await sql<PricedItem>`
    select i.item_id, i.number, i.stage, i.status, i.seq, i.price_minor, i.currency,
           p.id as payout_id, p.state as payout_state, b.id as purchase_id, b.amount_minor as purchase_minor
      from item_prices i
      left join payout_items l on l.item_id = i.item_id and l.live
      left join payouts p on p.id = l.payout_id
      left join lateral (
        select t.id, (select sum(x.debit_minor)::bigint from ledger_lines x where x.transaction_id = t.id) as amount_minor
          from ledger_transactions t
         where t.item_id = i.item_id and t.kind = 'purchase'
           and not exists (select 1 from ledger_transactions r where r.kind = 'purchase_reversal' and r.about = t.id)
         limit 1
      ) b on true
     where i.case_id = ${caseId}
     order by i.position`.execute(reader);
  return found.rows;
}

/** Writes a payout with the next number of its case, and its lines; gives the number. */
export async function insertPayout(
  tx: Tx,
  row: NewPayout,
  lines: readonly { item_id: string; amount_minor: number }[],
): Promise<number> {
  const found = await sql<{ number: number }>`
    with born as (
      insert into payouts (id, case_id, number, customer_id, kind, state, amount_minor, currency, holder, sealed, masked, not_before, created_at)
      select ${row.id}, ${row.case_id}, coalesce(max(number), 0) + 1, ${row.customer_id}, ${row.kind}, 'ready',
             ${row.amount_minor}::bigint, ${row.currency}, ${row.holder}, ${row.sealed}, ${row.masked},
             ${row.not_before}::timestamptz, ${row.created_at}::timestamptz
        from payouts where case_id = ${row.case_id}
      returning number
    ), lines as (
      insert into payout_items (payout_id, item_id, case_id, amount_minor)
      select ${row.id}, l.item_id, ${row.case_id}, l.amount_minor
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(item_id text, amount_minor bigint)
    )
    select number from born`.execute(tx);
  const number = found.rows[0]?.number;
  if (number === undefined) throw new Error(`payout ${row.id} was not written`);
  return number;
}

/** What may change of a payout while it lives. */
export type PayoutPatch = {
  state: PayoutState;
  taken_by?: string | null;
  batch_id?: string | null;
  submitted_at?: Date | null;
  ended_at?: Date | null;
  transaction_reference?: string | null;
  failure?: string | null;
  location_id?: string | null;
  signed_by?: string | null;
};

/** Changes a payout that is still in the state the caller saw; false when it is not (nothing is written then). */
export async function updatePayout(
  tx: Tx,
  id: string,
  from: PayoutState,
  patch: PayoutPatch,
): Promise<boolean> {
  const found = await sql`
    update payouts
       set state = ${patch.state}, version = version + 1,
           taken_by = coalesce(taken_by, ${patch.taken_by ?? null}),
           batch_id = coalesce(batch_id, ${patch.batch_id ?? null}),
           submitted_at = coalesce(submitted_at, ${patch.submitted_at ?? null}::timestamptz),
           ended_at = ${patch.ended_at ?? null}::timestamptz,
           transaction_reference = ${patch.transaction_reference ?? null},
           failure = ${patch.failure ?? null},
           location_id = coalesce(location_id, ${patch.location_id ?? null}),
           signed_by = ${patch.signed_by ?? null}
     where id = ${id} and state = ${from}
    returning id`.execute(tx);
  return found.rows.length === 1;
}

/** Notes who let a payout go that two persons are needed for; false when it is no longer ready. */
export async function releasePayoutRow(tx: Tx, id: string, staffId: string, at: Date): Promise<boolean> {
  const found = await sql`
    update payouts set released_by = ${staffId}, released_at = ${at}, version = version + 1
     where id = ${id} and state = 'ready' returning id`.execute(tx);
  return found.rows.length === 1;
}

/** The items of a payout, in the customer's order. */
export async function itemsOfPayout(reader: Reader, payoutId: string): Promise<string[]> {
  const found = await sql<{ item_id: string }>`
    select l.item_id from payout_items l join item_prices i on i.item_id = l.item_id
     where l.payout_id = ${payoutId} order by i.position`.execute(reader);
  return found.rows.map((row) => row.item_id);
}

/** Writes that somebody saw full account numbers. */
export async function insertAccountView(
  tx: Tx,
  row: {
    id: string;
    case_id: string | null;
    payout_id: string | null;
    batch_id: string | null;
    staff_id: string;
    at: Date;
    request_id: string;
  },
): Promise<void> {
  await sql`
    insert into account_views (id, case_id, payout_id, batch_id, staff_id, at, request_id)
    values (${row.id}, ${row.case_id}, ${row.payout_id}, ${row.batch_id}, ${row.staff_id}, ${row.at}, ${row.request_id})`.execute(
    tx,
  );
}
