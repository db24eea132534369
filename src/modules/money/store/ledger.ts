/** SQL of the ledger and of store credit. Rows are only ever added; the balances follow by trigger. */
import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import type { Account, LedgerKind, Line } from '../rules/postings.ts';

/** One event to book, with its lines. */
export type Booking = {
  readonly id: string;
  readonly caseId: string | null;
  readonly itemId: string | null;
  readonly customerId: string | null;
  readonly kind: LedgerKind;
  /** What it books; each (kind, about) is booked once only. */
  readonly about: string;
  readonly note: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly currency: string;
  readonly lines: readonly (Line & { readonly id: string })[];
};

/** Writes bookings with their lines, in one statement. */
export async function insertBookings(tx: Tx, bookings: readonly Booking[]): Promise<void> {
  if (bookings.length === 0) return;
  const transactions = bookings.map((b) => ({
    id: b.id,
    case_id: b.caseId,
    item_id: b.itemId,
    customer_id: b.customerId,
    kind: b.kind,
    about: b.about,
    note: b.note,
    actor_kind: b.actorKind,
    actor_id: b.actorId,
    at: b.at,
  }));
  const lines = bookings.flatMap((b) =>
    b.lines.map((line) => ({
      id: line.id,
      transaction_id: b.id,
      case_id: b.caseId,
      account: line.account,
      customer_id: line.customerId,
      location_id: line.locationId,
      debit_minor: line.debitMinor,
      credit_minor: line.creditMinor,
      currency: b.currency,
    })),
  );
  await sql`
    with booked as (
      insert into ledger_transactions (id, case_id, item_id, customer_id, kind, about, note, actor_kind, actor_id, at)
      select id, case_id, item_id, customer_id, kind, about, note, actor_kind, actor_id, at
        from jsonb_to_recordset(${JSON.stringify(transactions)}::jsonb) as t(
          id text, case_id text, item_id text, customer_id text, kind text, about text, note text,
          actor_kind text, actor_id text, at timestamptz)
    )
    insert into ledger_lines (id, transaction_id, case_id, account, customer_id, location_id, debit_minor, credit_minor, currency)
    select id, transaction_id, case_id, account, customer_id, location_id, debit_minor, credit_minor, currency
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(
        id text, transaction_id text, case_id text, account text, customer_id text, location_id text,
        debit_minor bigint, credit_minor bigint, currency text)`.execute(tx);
}

/** True when this error is the database refusing to let a customer's store credit go below zero. */
export function isCreditTooLow(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'constraint') === 'credit_not_below_zero';
}

export type LedgerEntry = {
  id: string;
  case_id: string | null;
  reference: string | null;
  item_number: string | null;
  kind: LedgerKind;
  about: string;
  note: string | null;
  actor_kind: string;
  actor_id: string | null;
  at: Date;
  lines: { account: Account; debit_minor: number; credit_minor: number; currency: string }[];
};

export type Place = { readonly at: Date; readonly id: string };

/** The ledger, newest first, of one case or of all. */
export async function listLedger(
  reader: Reader,
  filter: { caseId: string | null; before: Place | null; limit: number },
): Promise<LedgerEntry[]> {
  const { caseId, before, limit } = filter;
  const ofCase = caseId === null ? sql`true` : sql`t.case_id = ${caseId}`;
  const older = before === null ? sql`true` : sql`(t.at, t.id) < (${before.at}::timestamptz, ${before.id})`;
  const found = await sql<LedgerEntry>`
    select t.id, t.case_id, c.reference, i.number as item_number, t.kind, t.about, t.note, t.actor_kind, t.actor_id, t.at,
           (select jsonb_agg(jsonb_build_object('account', l.account, 'debit_minor', l.debit_minor,
                                                'credit_minor', l.credit_minor, 'currency', l.currency)
                             order by l.debit_minor desc, l.account)
              from ledger_lines l where l.transaction_id = t.id) as lines
      from ledger_transactions t
      left join payees c on c.case_id = t.case_id
      left join item_prices i on i.item_id = t.item_id
     where ${ofCase} and ${older}
     order by t.at desc, t.id desc limit ${limit}`.execute(reader);
  return found.rows;
}

export type Balance = { account: Account; currency: string; debit_minor: number; credit_minor: number };

/** What stands on each account, by currency. */
export async function readBalances(reader: Reader): Promise<Balance[]> {
  const found = await sql<Balance>`
    select account, currency, sum(debit_minor)::bigint as debit_minor, sum(credit_minor)::bigint as credit_minor
      from ledger_lines group by account, currency order by account, currency`.execute(reader);
  return found.rows;
}

/** A customer's store credit by currency. */
export async function readCredit(
  reader: Reader,
  customerId: string,
): Promise<{ currency: string; balance_minor: number }[]> {
  const found = await sql<{ currency: string; balance_minor: number }>`
    select currency, balance_minor from credit_balances where customer_id = ${customerId} order by currency`.execute(
    reader,
  );
  return found.rows;
}

export type CreditLine = {
  id: string;
  at: Date;
  kind: LedgerKind;
  amount_minor: number;
  currency: string;
  note: string | null;
  case_id: string | null;
};

/** What raised and lowered a customer's store credit, newest first (the last 200). */
export async function creditLines(reader: Reader, customerId: string): Promise<CreditLine[]> {
  const found = await sql<CreditLine>`
    select l.id, t.at, t.kind, l.credit_minor - l.debit_minor as amount_minor, l.currency, t.note, t.case_id
      from ledger_lines l join ledger_transactions t on t.id = l.transaction_id
     where l.account = 'store_credit' and l.customer_id = ${customerId}
     order by t.at desc, l.id desc limit 200`.execute(reader);
  return found.rows;
}
