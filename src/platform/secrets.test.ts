import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hashToken,
  maskEmail,
  maskIban,
  maskPhone,
  newToken,
  sameSecret,
  seal,
  sealedWith,
  unseal,
  type Keyring,
} from './secrets.ts';

const old = { id: 'k1', key: randomBytes(32) };
const young = { id: 'k2', key: randomBytes(32) };
const before: Keyring = { current: old.id, keys: new Map([[old.id, old.key]]) };
const after: Keyring = {
  current: young.id,
  keys: new Map([
    [old.id, old.key],
    [young.id, young.key],
  ]),
};

describe('sealing', () => {
  it('opens every text it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => unseal(seal(text, after), after) === text),
    );
  });

  it('makes another sealed text each time, and shows nothing of the plain one', () => {
    const iban = 'NL91ABNA0417164300';
    expect(seal(iban, before)).not.toBe(seal(iban, before));
    expect(seal(iban, before)).not.toContain('ABNA');
  });

  it('opens with the old key after a rotation, and seals with the new one', () => {
    const sealed = seal('secret', before);
    expect(unseal(sealed, after)).toBe('secret');
    expect(sealedWith(sealed)).toBe('k1');
    expect(sealedWith(seal('secret', after))).toBe('k2');
  });

  it('refuses a text altered anywhere', () => {
    const sealed = seal('NL91ABNA0417164300', after);
    for (let at = sealed.lastIndexOf('.') + 1; at < sealed.length - 1; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => unseal(sealed.slice(0, at) + other + sealed.slice(at + 1), after)).toThrow();
    }
  });

  it('refuses a text whose key is named otherwise, cut short, or not sealed at all', () => {
    const sealed = seal('secret', before);
    const twin: Keyring = { current: 'k1', keys: new Map([...before.keys, ['k9', old.key]]) };
    expect(() => unseal(sealed.replace('.k1.', '.k9.'), twin)).toThrow();
    expect(() => unseal(sealed.slice(0, 20), before)).toThrow('cut short');
    expect(() => unseal('secret', before)).toThrow('not a sealed text');
    expect(() => unseal(seal('secret', after), before)).toThrow('“k2” is not among');
  });
});

describe('tokens', () => {
  it('hold 256 bits and are stored as a hash', () => {
    const token = newToken(randomBytes);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are the same only when they are', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(sameSecret('', 'a')).toBe(false);
  });
});

describe('masks', () => {
  it('show enough to know it again and too little to use', () => {
    expect(maskIban('nl91 abna 0417 1643 00')).toBe('NL91 **** 4300');
    expect(maskEmail('jan.de.vries@example.org')).toBe('j***@example.org');
    expect(maskPhone('+31 6 1234 5678')).toBe('*** 678');
  });

  it('show nothing of what is too short', () => {
    expect(maskIban('NL91')).toBe('****');
    expect(maskEmail('@example.org')).toBe('***');
    expect(maskPhone('112')).toBe('***');
  });
});
