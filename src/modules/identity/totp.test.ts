import { describe, expect, it } from 'vitest';
import { base32, codeAt, enrolmentUri, matchingStep, stepOf } from './totp.ts';

const SECRET = new TextEncoder().encode('12345678901234567890');

describe('one-time passwords', () => {
  it('agree with RFC 4226, appendix D', () => {
    const wanted = [
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ];
    expect(wanted.map((_, counter) => codeAt(SECRET, counter))).toEqual(wanted);
  });

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('agree with RFC 6238, appendix B, at %d s', (seconds, code) => {
    expect(matchingStep(SECRET, code, new Date(seconds * 1000), 0)).toBe(Math.floor(seconds / 30));
  });

  it('forgive half a minute either way, not more', () => {
    const at = new Date('2026-11-05T09:00:00Z');
    const step = stepOf(at);
    for (const off of [-1, 0, 1])
      expect(matchingStep(SECRET, codeAt(SECRET, step + off), at, 0)).toBe(step + off);
    for (const off of [-2, 2]) expect(matchingStep(SECRET, codeAt(SECRET, step + off), at, 0)).toBeNull();
  });

  it('work once', () => {
    const at = new Date('2026-11-05T09:00:00Z');
    const step = stepOf(at);
    expect(matchingStep(SECRET, codeAt(SECRET, step), at, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step - 1), at, step)).toBeNull();
  });

  it('write the secret as apps read it', () => {
    expect(base32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
    expect(enrolmentUri(SECRET, 'Second Spring', 'a@b.example')).toBe(
      'otpauth://totp/Second%20Spring:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Second%20Spring',
    );
  });
});
