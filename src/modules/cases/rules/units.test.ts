import { describe, expect, it } from 'vitest';
import { planUnit, type KnownUnit } from './units.ts';

const A = '490154203237518';
const B = '356938035643809';
const C = '352099001761481';
const read = (imei: string | null, imei2: string | null = null, serial: string | null = null) => ({
  imei,
  imei2,
  serial,
});
const unit = (
  id: string,
  imei: string | null,
  imei2: string | null = null,
  more: Partial<KnownUnit> = {},
): KnownUnit => ({
  id,
  imei,
  imei2,
  serial: null,
  others: 1,
  ...more,
});

describe('the device behind numbers', () => {
  it('is a new one when nobody knows them', () => {
    expect(planUnit(read(A, B), [])).toEqual({ ok: true, value: null });
  });

  it.each([
    ['its first IMEI', read(A), [A, B]],
    ['its second IMEI', read(B), [A, B]],
    ['both, the other way round', read(B, A), [A, B]],
  ])('is known by %s, with both numbers', (_, numbers, [imei, imei2]) => {
    expect(planUnit(numbers, [unit('one', A, B)])).toMatchObject({
      value: { keep: 'one', numbers: { imei, imei2 }, same: [] },
    });
  });

  it('gets its second IMEI when that is read first this time', () => {
    expect(planUnit(read(B, A), [unit('one', A)])).toMatchObject({
      value: { numbers: { imei: A, imei2: B } },
    });
  });

  it('was two units while only one IMEI was read each time', () => {
    expect(planUnit(read(A, B), [unit('one', A), unit('two', B)])).toMatchObject({
      value: { keep: 'one', numbers: { imei: A, imei2: B }, same: ['two'] },
    });
  });

  it('cannot have three IMEIs when others stand on two of them', () => {
    expect(planUnit(read(C, B), [unit('one', A, B)])).toMatchObject({
      ok: false,
      code: 'unit_numbers_conflict',
      field: 'imei2',
      more: { known: [A, B] },
    });
  });

  it('is corrected while nobody else stands on it', () => {
    expect(planUnit(read(C, B), [unit('one', A, B, { others: 0, serial: 'WRONG' })])).toMatchObject({
      value: { keep: 'one', numbers: { imei: C, imei2: B, serial: null } },
    });
    expect(planUnit(read(A), [unit('one', A, B, { others: 0 })])).toMatchObject({
      value: { numbers: { imei: A, imei2: null } },
    });
  });

  it('is told by its serial only where no IMEI says otherwise', () => {
    const laptop = unit('lap', null, null, { serial: 'C02XK1ABJG5H' });
    expect(planUnit(read(null, null, 'C02XK1ABJG5H'), [laptop])).toMatchObject({ value: { keep: 'lap' } });
    expect(planUnit(read(A, null, 'C02XK1ABJG5H'), [laptop])).toMatchObject({
      value: { keep: 'lap', numbers: { imei: A, serial: 'C02XK1ABJG5H' } },
    });
    const other = unit('phone', B, null, { serial: 'C02XK1ABJG5H' });
    expect(planUnit(read(A, null, 'C02XK1ABJG5H'), [other])).toEqual({ ok: true, value: null });
    expect(planUnit(read(null, null, 'C02XK1ABJG5H'), [other])).toMatchObject({ value: { keep: 'phone' } });
  });
});
