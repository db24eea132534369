import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYOUT_KINDS } from './payouts.ts';
import { CREDIT_SPENT, linesOf, PAYOUT, PURCHASE, PURCHASE_REVERSAL } from './postings.ts';

const ABOUT = { customerId: 'cus_1', locationId: 'loc_1' };
const ALL = [PURCHASE, PURCHASE_REVERSAL, CREDIT_SPENT, ...Object.values(PAYOUT)];

describe('postings', () => {
  it('balance, whatever the amount', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        (posting, minor) => {
          const [debit, credit] = linesOf(posting, minor, ABOUT);
          expect(debit.debitMinor).toBe(credit.creditMinor);
          expect(debit.creditMinor + credit.debitMinor).toBe(0);
        },
      ),
    );
  });

  it('settle what a purchase owes, for every kind of payout', () => {
    for (const kind of PAYOUT_KINDS) expect(PAYOUT[kind].debit).toBe(PURCHASE.credit);
    expect(PURCHASE_REVERSAL).toEqual({ debit: PURCHASE.credit, credit: PURCHASE.debit });
  });

  it('name the customer on store credit and the place on cash, and on nothing else', () => {
    expect(linesOf(PAYOUT.store_credit, 1, ABOUT)).toMatchObject([
      { customerId: null },
      { customerId: 'cus_1', locationId: null },
    ]);
    expect(linesOf(PAYOUT.cash, 1, ABOUT)[1]).toMatchObject({ customerId: null, locationId: 'loc_1' });
    expect(linesOf(PAYOUT.bank, 1, ABOUT)[1]).toMatchObject({ customerId: null, locationId: null });
  });

  it('never book nothing, a fraction or less than nothing', () => {
    for (const minor of [0, -1, 0.5, Number.NaN]) expect(() => linesOf(PURCHASE, minor, ABOUT)).toThrow();
  });
});
