import { describe, expect, it } from 'vitest';
import { imeiState, twoImeis } from './luhn.ts';

describe('what is said while an IMEI is typed', () => {
  it('counts digits until there are enough', () => {
    expect(imeiState('')).toMatchObject({ is: 'empty' });
    expect(imeiState('35-693803-56')).toMatchObject({ is: 'short', digits: 10 });
  });

  it('computes the check digit of 14 digits', () => {
    expect(imeiState('49015420323751')).toEqual({ is: 'computed', digits: 14, digit: '8' });
  });

  it('tells one wrong digit', () => {
    expect(imeiState('490154203237518').is).toBe('good');
    expect(imeiState('490154203237519').is).toBe('bad');
    expect(imeiState('490154203237581').is).toBe('bad');
  });

  it('knows an IMEISV by its 16 digits, and what is too long', () => {
    expect(imeiState('4901542032375101').is).toBe('sv');
    expect(imeiState('49015420323751012').is).toBe('long');
  });

  it('tells the EID of an eSIM', () => {
    expect(imeiState('89049032000001000000043598612345').is).toBe('eid');
  });

  it('takes two IMEIs of one scan apart, and nothing else', () => {
    expect(twoImeis('490154203237518/356938035643809')).toEqual(['490154203237518', '356938035643809']);
    expect(twoImeis('490154203237518 490154203237518')).toBeNull();
    expect(twoImeis('490154203237518 356938035643808')).toBeNull();
    expect(twoImeis('490154203237518')).toBeNull();
  });
});
