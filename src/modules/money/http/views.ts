/** From rows to the wire. */
import { z } from 'zod';
import { instant } from '../../../platform/http/schemas.ts';
import type { Wire } from '../../../platform/http/route.ts';
import { needsRelease, payoutName } from '../rules/payouts.ts';
import type { BatchProgress, BatchRow, EntryRow } from '../store/batches.ts';
import type { Balance, CreditLine, LedgerEntry } from '../store/ledger.ts';
import type { PayoutCard } from '../store/queue.ts';
import type { balanceView, batchEntry, batchView, creditView, ledgerEntry, payoutView } from './schemas.ts';

/** Where a page of a list by instant and id ended. */
export const placeKey = z.object({ at: instant, id: z.string().max(60) });

export function keyOfPlace(at: Date, id: string): { at: string; id: string } {
  return { at: at.toISOString(), id };
}

type On<S extends z.ZodType> = Wire<z.output<S>>;

export function payoutOf(row: PayoutCard, limit: number | null): On<typeof payoutView> {
  const { amount_minor, currency, items, ...rest } = row;
  return {
    ...rest,
    name: payoutName(row),
    amount: { minor: amount_minor, currency },
    needs_release: row.state === 'ready' && needsRelease(amount_minor, limit),
    items: items.map((item) => ({
      number: item.number,
      title: item.title,
      amount: { minor: item.amount_minor, currency },
    })),
  };
}

/** A batch; while it is open, count and total are of what was taken so far. */
export function batchOf(row: BatchRow, entries: readonly EntryRow[]): On<typeof batchView> {
  const taken = entries.filter((e) => e.state === 'taken');
  return {
    batch_id: row.id,
    number: row.number,
    state: row.state,
    count: taken.length,
    total: { minor: taken.reduce((sum, e) => sum + e.amount_minor, 0), currency: row.currency },
    pending: entries.filter((e) => e.state === 'pending').length,
    refused: entries.filter((e) => e.state === 'refused').length,
    sha256: row.sha256,
    file: row.state === 'closed' ? `/api/payout-batches/${row.id}/file.csv` : null,
    created_by: row.created_by,
    created_at: row.created_at,
    closed_at: row.closed_at,
  };
}

/** A batch in a list, with the counts the list's own query made. */
export function progressOf(row: BatchProgress): On<typeof batchView> {
  return {
    ...batchOf(row, []),
    count: row.taken,
    total: { minor: row.taken_minor, currency: row.currency },
    pending: row.pending,
    refused: row.refused,
  };
}

export function batchEntryOf(row: EntryRow): On<typeof batchEntry> {
  return {
    payout_id: row.payout_id,
    case_id: row.case_id,
    name: payoutName(row),
    amount: { minor: row.amount_minor, currency: row.currency },
    state: row.state,
    code: row.code,
    why: row.why,
  };
}

export function ledgerEntryOf(row: LedgerEntry): On<typeof ledgerEntry> {
  const { actor_kind, actor_id, lines, ...rest } = row;
  return {
    ...rest,
    actor: { kind: actor_kind, id: actor_id },
    lines: lines.map(({ account, debit_minor, credit_minor, currency }) => ({
      account,
      debit: debit_minor > 0 ? { minor: debit_minor, currency } : null,
      credit: credit_minor > 0 ? { minor: credit_minor, currency } : null,
    })),
  };
}

export function balanceOf(row: Balance): On<typeof balanceView> {
  const { account, currency, debit_minor, credit_minor } = row;
  return {
    account,
    debit: { minor: debit_minor, currency },
    credit: { minor: credit_minor, currency },
    balance: { minor: debit_minor - credit_minor, currency },
  };
}

export function creditOf(
  balances: readonly { currency: string; balance_minor: number }[],
  lines: readonly CreditLine[],
): On<typeof creditView> {
  return {
    balances: balances.map((b) => ({ minor: b.balance_minor, currency: b.currency })),
    lines: lines.map(({ amount_minor, currency, ...rest }) => ({
      ...rest,
      amount: { minor: amount_minor, currency },
    })),
  };
}
