/** The invariants of money (reliability.md, I1, I2, I4) as queries over a live database, for `reprise doctor`. */
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../platform/postgres.ts';

/** One thing that is not as it must be: which invariant, which row, what is wrong with it. */
export type MoneyFault = {
  readonly invariant: 'I1' | 'I2' | 'I4';
  readonly id: string;
  readonly what: string;
};

type Check = {
  readonly invariant: MoneyFault['invariant'];
  readonly what: string;
  readonly query: RawBuilder<{ id: string }>;
};

/** Each query gives the ids of what breaks the rule; none at all on a sound database. */
const CHECKS: readonly Check[] = [
  {
    invariant: 'I1',
    what: 'debits and credits of this currency differ',
    query: sql`select currency as id from ledger_lines group by currency having sum(debit_minor) <> sum(credit_minor)`,
  },
  {
    invariant: 'I1',
    what: 'this ledger transaction is empty or does not balance',
    query: sql`
      select t.id from ledger_transactions t left join ledger_lines l on l.transaction_id = t.id
       group by t.id, l.currency having count(l.id) = 0 or sum(l.debit_minor) <> sum(l.credit_minor)`,
  },
  {
    invariant: 'I1',
    what: 'what the ledger owes sellers in this currency is not the sum of the prices in Payout Processing',
    query: sql`
      select coalesce(o.currency, w.currency) as id
        from (select currency, sum(credit_minor) - sum(debit_minor) as minor
                from ledger_lines where account = 'owed_to_sellers' group by currency) o
        full join (select currency, sum(price_minor) as minor
                     from item_prices where stage = 'payout_processing' group by currency) w on w.currency = o.currency
       where coalesce(o.minor, 0) <> coalesce(w.minor, 0)`,
  },
  {
    invariant: 'I2',
    what: 'this item has more than one live payout',
    query: sql`select item_id as id from payout_items where live group by item_id having count(*) > 1`,
  },
  {
    invariant: 'I2',
    what: 'this payout is not the sum of the approved prices of its items',
    query: sql`
      select p.id from payouts p join payout_items l on l.payout_id = p.id join item_prices i on i.item_id = l.item_id
       where p.state in ('ready', 'submitted', 'paid')
       group by p.id, p.amount_minor
      having p.amount_minor <> sum(l.amount_minor) or p.amount_minor <> sum(i.price_minor) or not bool_and(l.live)`,
  },
  {
    invariant: 'I2',
    what: 'this item stands elsewhere than its payout',
    query: sql`
      select i.item_id as id
        from item_prices i
        left join payout_items l on l.item_id = i.item_id and l.live
        left join payouts p on p.id = l.payout_id
       where p.state is distinct from
             case when i.stage = 'completed' and i.status = 'paid' then 'paid'
                  when i.stage = 'payout_processing' and i.status in ('ready', 'submitted') then i.status end`,
  },
  {
    invariant: 'I2',
    what: 'the ledger booked this payout otherwise than it was paid',
    query: sql`
      select p.id
        from payouts p
        left join (select t.about, sum(l.debit_minor) as minor
                     from ledger_transactions t join ledger_lines l on l.transaction_id = t.id
                    where t.kind = 'payout' group by t.about) b on b.about = p.id
       where coalesce(b.minor, 0) <> case when p.state = 'paid' then p.amount_minor else 0 end`,
  },
  {
    invariant: 'I4',
    what: 'this customer’s store credit is below zero or not what the ledger says',
    query: sql`
      select coalesce(b.customer_id, l.customer_id) as id
        from credit_balances b
        full join (select customer_id, currency, sum(credit_minor) - sum(debit_minor) as minor
                     from ledger_lines where account = 'store_credit' group by customer_id, currency) l
          on l.customer_id = b.customer_id and l.currency = b.currency
       where coalesce(b.balance_minor, 0) <> coalesce(l.minor, 0) or coalesce(b.balance_minor, 0) < 0`,
  },
];

/** Everything wrong with the money; an empty list on a sound database. Reads only, one query per rule. */
export async function moneyFaults(reader: Reader): Promise<MoneyFault[]> {
  const faults: MoneyFault[] = [];
  for (const { invariant, what, query } of CHECKS) {
    const found = await query.execute(reader);
    for (const row of found.rows) faults.push({ invariant, id: row.id, what });
  }
  return faults;
}
