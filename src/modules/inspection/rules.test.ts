import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKLISTS, luhnDigit, openChecks, readImei, readSerial } from './rules.ts';

describe('an IMEI', () => {
  it.each(['490154203237518', '352099001761481', '356938035643809', '012940001234569'])(
    '%s is accepted as printed',
    (imei) => {
      expect(readImei(imei)).toEqual({ ok: true, value: { imei, from: 'imei' } });
    },
  );

  it('may be written with spaces and dashes', () => {
    expect(readImei('49-015420-323751-8')).toMatchObject({ ok: true, value: { imei: '490154203237518' } });
  });

  it('of 14 digits gets its check digit computed, of 16 loses its software version', () => {
    expect(readImei('49015420323751')).toMatchObject({
      value: { imei: '490154203237518', from: 'computed' },
    });
    expect(readImei('4901542032375189')).toMatchObject({
      value: { imei: '490154203237518', from: 'imeisv' },
    });
  });

  it.each([
    ['490154203237517', 'imei_check_digit'],
    ['000000000000000', 'imei_not_real'],
    ['4901542032', 'imei_length'],
    ['49015420323751X', 'imei_length'],
    ['', 'imei_length'],
  ])('%s is refused with %s, naming the field', (text, code) => {
    expect(readImei(text, 'imei2')).toMatchObject({ ok: false, code, field: 'imei2' });
  });

  it('with any one digit changed is refused', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{13}$/),
        fc.nat(14),
        fc.integer({ min: 1, max: 9 }),
        (fourteen, at, by) => {
          const imei = fourteen + luhnDigit(fourteen);
          const wrong = [...imei].map((d, i) => (i === at ? String((Number(d) + by) % 10) : d)).join('');
          expect(readImei(wrong).ok).toBe(false);
        },
      ),
    );
  });
});

describe('a serial number', () => {
  it('is trimmed and written in capitals', () => {
    expect(readSerial(' c02xk1abjg5h ')).toEqual({ ok: true, value: 'C02XK1ABJG5H' });
  });
  it('with a script in it is refused', () => {
    expect(readSerial('<script>alert(1)</script>')).toMatchObject({ ok: false, code: 'serial_malformed' });
  });
});

describe('a checklist', () => {
  it('has no check twice', () => {
    for (const checks of Object.values(CHECKLISTS))
      expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length);
  });
  it('names what is still open', () => {
    const all = Object.fromEntries(CHECKLISTS.phone.map((c) => [c.id, { result: 'pass' as const }]));
    expect(openChecks('phone', all)).toEqual([]);
    expect(openChecks('phone', { ...all, touch: undefined })).toEqual(['touch']);
  });
});
