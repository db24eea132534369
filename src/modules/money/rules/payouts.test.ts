import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/actor.ts';
import { after, DAY, HOUR } from '../../../kernel/time.ts';
import {
  coolUntil,
  decimal,
  goesOutside,
  kindsFor,
  mayLeaveReady,
  mustBeAbleTo,
  ownReference,
  releaseLimit,
  remittance,
  settlesItself,
  type Instruction,
} from './payouts.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const finance: Actor = { kind: 'staff', id: 'stf_1', name: 'Fin', permissions: new Set(['payout.submit']) };
const customer: Actor = { kind: 'customer', id: 'cus_1', caseId: 'cas_1', power: 'sensitive' };

function aPayout(change: Partial<Instruction> = {}): Instruction {
  return {
    number: 1,
    reference: 'R-1',
    kind: 'bank',
    state: 'ready',
    amountMinor: 10_000,
    currency: 'EUR',
    notBefore: null,
    releasedBy: null,
    ...change,
  };
}

describe('kindsFor', () => {
  it('never offers cash by post', () => {
    expect(kindsFor('mail_in', {})).toEqual(['bank', 'paypal', 'store_credit']);
    expect(kindsFor('mail_in', { payout_methods: { mail_in: ['cash', 'bank'] } })).toEqual(['bank']);
  });

  it('is narrowed by the shop, and by nothing unusable', () => {
    expect(kindsFor('in_store', { payout_methods: { in_store: ['cash'] } })).toEqual(['cash']);
    for (const odd of [null, 7, 'cash', {}, { in_store: [] }, { in_store: ['gold'] }, { in_store: 'cash' }])
      expect(kindsFor('in_store', { payout_methods: odd })).toHaveLength(4);
  });
});

describe('mayLeaveReady', () => {
  it('lets a ready payout go', () => {
    expect(mayLeaveReady(aPayout(), finance, NOW, null).ok).toBe(true);
  });

  it.each(['submitted', 'paid', 'failed', 'cancelled'] as const)('refuses one that is %s', (state) => {
    expect(mayLeaveReady(aPayout({ state }), finance, NOW, null)).toMatchObject({
      code: 'payout_not_ready',
      more: { state },
    });
  });

  it('waits until a changed account has cooled off, to the millisecond', () => {
    const payout = aPayout({ notBefore: after(NOW, 1) });
    expect(mayLeaveReady(payout, finance, NOW, null)).toMatchObject({ code: 'payout_cooling_off' });
    expect(mayLeaveReady(payout, finance, after(NOW, 1), null).ok).toBe(true);
  });

  it('needs two different persons above the limit, one at the limit', () => {
    expect(mayLeaveReady(aPayout(), finance, NOW, 10_000).ok).toBe(true);
    expect(mayLeaveReady(aPayout(), finance, NOW, 9_999)).toMatchObject({ code: 'release_needed' });
    expect(mayLeaveReady(aPayout({ releasedBy: 'stf_1' }), finance, NOW, 9_999)).toMatchObject({
      code: 'release_same_person',
      kind: 'forbidden',
    });
    expect(mayLeaveReady(aPayout({ releasedBy: 'stf_2' }), finance, NOW, 9_999).ok).toBe(true);
  });
});

describe('coolUntil', () => {
  it('rests 24 h only when a customer changes an account outside', () => {
    expect(coolUntil(customer, 'bank', false, NOW)).toEqual(after(NOW, DAY));
    expect(coolUntil(customer, 'bank', true, NOW)).toBeNull();
    expect(coolUntil(customer, 'store_credit', false, NOW)).toBeNull();
    expect(coolUntil(finance, 'bank', false, NOW)).toBeNull();
  });

  it('does not depend on the hour', () => {
    expect(coolUntil(customer, 'paypal', false, after(NOW, HOUR))?.getTime()).toBe(
      NOW.getTime() + HOUR + DAY,
    );
  });
});

describe('small decisions', () => {
  it('knows what goes outside and what settles itself', () => {
    expect(goesOutside({ kind: 'bank', amountMinor: 1 })).toBe(true);
    expect(goesOutside({ kind: 'bank', amountMinor: 0 })).toBe(false);
    expect(settlesItself({ kind: 'cash', amountMinor: 1 })).toBe(false);
    expect(settlesItself({ kind: 'cash', amountMinor: 0 })).toBe(true);
    expect(settlesItself({ kind: 'store_credit', amountMinor: 1 })).toBe(true);
  });

  it('reads the limit only when it is a whole amount', () => {
    expect(releaseLimit({ payout_release_above_minor: 50_000 })).toBe(50_000);
    for (const odd of [undefined, null, -1, 1.5, '50000'])
      expect(releaseLimit({ payout_release_above_minor: odd })).toBeNull();
  });

  it('writes decimals with the digits of the currency', () => {
    expect(decimal(5, 'EUR')).toBe('0.05');
    expect(decimal(123_450, 'EUR')).toBe('1234.50');
    expect(decimal(1234, 'JPY')).toBe('1234');
    expect(decimal(1234, 'KWD')).toBe('1.234');
  });

  it('names payouts in words a bank passes on', () => {
    expect(remittance({ reference: 'R=É1', number: 2 })).toBe('Payout R E1/2');
    expect(ownReference(aPayout({ kind: 'cash' }))).toBe('CASH R-1/1');
    expect(ownReference(aPayout({ amountMinor: 0 }))).toBe('NOTHING R-1/1');
  });

  it('denies by default', () => {
    expect(mustBeAbleTo(finance, 'payout.submit').ok).toBe(true);
    expect(mustBeAbleTo(finance, 'payout.settle')).toMatchObject({ kind: 'forbidden' });
    expect(mustBeAbleTo(customer, 'payout.submit').ok).toBe(false);
    expect(mustBeAbleTo({ kind: 'visitor' }, 'payout.submit').ok).toBe(false);
    expect(mustBeAbleTo({ kind: 'clock' }, 'payout.submit').ok).toBe(false);
  });
});
