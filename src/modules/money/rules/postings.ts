/** What each event books: posting rules as data, one debit and one credit account each (double entry). */
import type { PayoutKind } from './payouts.ts';

export const ACCOUNTS = [
  'stock',
  'owed_to_sellers',
  'bank',
  'paypal',
  'cash',
  'store_credit',
  'sales',
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const LEDGER_KINDS = ['purchase', 'purchase_reversal', 'payout', 'credit_spent'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export type Posting = { readonly debit: Account; readonly credit: Account };

/** A device enters payout: it is ours, and we owe for it. It leaves payout unpaid: the reverse. */
export const PURCHASE: Posting = { debit: 'stock', credit: 'owed_to_sellers' };
export const PURCHASE_REVERSAL: Posting = { debit: 'owed_to_sellers', credit: 'stock' };
/** A customer buys with credit. */
export const CREDIT_SPENT: Posting = { debit: 'store_credit', credit: 'sales' };

/** A payout settles what we owe, out of the account its kind pays from. */
export const PAYOUT: Readonly<Record<PayoutKind, Posting>> = {
  bank: { debit: 'owed_to_sellers', credit: 'bank' },
  paypal: { debit: 'owed_to_sellers', credit: 'paypal' },
  cash: { debit: 'owed_to_sellers', credit: 'cash' },
  store_credit: { debit: 'owed_to_sellers', credit: 'store_credit' },
};

/** Whose or where a line is: store credit belongs to a customer, cash lies in a location. */
export type About = { readonly customerId: string | null; readonly locationId: string | null };

export type Line = {
  readonly account: Account;
  readonly customerId: string | null;
  readonly locationId: string | null;
  readonly debitMinor: number;
  readonly creditMinor: number;
};

/** The two lines of a posting; throws on an amount that is not a positive whole number, because nothing is not booked. */
export function linesOf(posting: Posting, amountMinor: number, about: About): readonly [Line, Line] {
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0)
    throw new Error(`a posting needs a positive whole amount, got ${amountMinor}`);
  const line = (account: Account, debitMinor: number, creditMinor: number): Line => ({
    account,
    customerId: account === 'store_credit' ? about.customerId : null,
    locationId: account === 'cash' ? about.locationId : null,
    debitMinor,
    creditMinor,
  });
  return [line(posting.debit, amountMinor, 0), line(posting.credit, 0, amountMinor)];
}
