import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTestImei, luhnDigit, readImei, readSerial, tacOf } from './numbers.ts';

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

describe('what is pasted or scanned instead of an IMEI', () => {
  it.each([
    ['with the label before it', 'IMEI1: 490154203237518'],
    ['with spaces nobody sees', '\ufeff490154\u00a0203237\u200b518\r\n'],
    ['in full-width digits', '４９０１５４２０３２３７５１８'],
    ['with the software version after it, as labels print it', '490154203237518 / 01'],
  ])('%s is read all the same', (_, text) => {
    expect(readImei(text)).toMatchObject({ ok: true, value: { imei: '490154203237518' } });
  });

  it.each([
    ['the EID of the eSIM', '89049032000001000000043598612345', 'imei_is_eid'],
    ['the number of a SIM card', '8931440400000000000', 'imei_is_sim'],
    ['a MEID', 'A0000049015420', 'imei_is_meid'],
    ['both IMEIs at once', '490154203237518 356938035643809', 'imei_two_at_once'],
    ['a software version behind a wrong IMEI', '490154203237517 01', 'imei_check_digit'],
  ])('%s is told apart', (_, text, code) => {
    expect(readImei(text)).toMatchObject({ ok: false, code, field: 'imei' });
  });

  it('an EID is no serial number either', () => {
    expect(readSerial('89049032000001000000043598612345')).toMatchObject({
      ok: false,
      code: 'serial_is_eid',
    });
  });
});

describe('the type in an IMEI', () => {
  it('is its first eight digits', () => {
    expect(tacOf('490154203237518')).toBe('49015420');
  });
  it('of test devices begins with 00', () => {
    expect(isTestImei('004999010640000')).toBe(true);
    expect(isTestImei('012940001234569')).toBe(false);
  });
});
