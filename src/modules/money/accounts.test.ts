import { describe, expect, it } from 'vitest';
import { checkIban, checkMethod, checkPaypalEmail, maskEmail, maskIban } from './accounts.ts';
import { PAYOUT_KINDS } from './rules/payouts.ts';

const IBAN = 'NL91ABNA0417164300';

describe('checkIban', () => {
  it('takes an IBAN as people type it', () => {
    expect(checkIban(' nl91 abna-0417.1643 00 ')).toEqual({ ok: true, value: IBAN });
  });

  it.each([
    ['', 'iban_missing'],
    [null, 'iban_missing'],
    ['NL91ABNA0417164301', 'iban_check_failed'],
    ['NL91ABNA041716430', 'iban_length_wrong'],
    ['ZZ91ABNA0417164300', 'iban_country_unknown'],
    ['hello world', 'iban_country_unknown'],
    ['=1+1', 'iban_format_wrong'],
    ['<b>NL91</b>', 'iban_format_wrong'],
    ['NL91ABNA0417164300'.repeat(3), 'iban_format_wrong'],
  ])('refuses %j as %s and names the field', (text, code) => {
    expect(checkIban(text)).toMatchObject({ ok: false, code, kind: 'invalid', field: 'payout.iban' });
  });

  it('finds every single wrong digit', () => {
    for (let at = 8; at < IBAN.length; at += 1)
      for (const digit of '0123456789') {
        if (digit === IBAN[at]) continue;
        const wrong = IBAN.slice(0, at) + digit + IBAN.slice(at + 1);
        expect(checkIban(wrong).ok, wrong).toBe(false);
      }
  });

  it.each([
    'DE89370400440532013000',
    'FR1420041010050500013M02606',
    'ES9121000418450200051332',
    'GB29NWBK60161331926819',
  ])('takes %s', (iban) => {
    expect(checkIban(iban).ok).toBe(true);
  });
});

describe('checkPaypalEmail', () => {
  it('takes an address in any case', () => {
    expect(checkPaypalEmail(' Jo.Doe+pay@Example.CO.uk ')).toEqual({
      ok: true,
      value: 'jo.doe+pay@example.co.uk',
    });
  });

  it.each([
    '',
    'jo',
    'jo@',
    'jo@host',
    'a@b@c.com',
    'jo doe@example.com',
    'jo@example..com',
    '<jo@example.com>',
    'jo@example.com\r\nBcc: x@y.z',
  ])('refuses %j', (text) => {
    expect(checkPaypalEmail(text)).toMatchObject({
      ok: false,
      code: 'paypal_email_wrong',
      field: 'payout.paypal_email',
    });
  });
});

describe('checkMethod', () => {
  it('keeps the account apart from what may be shown', () => {
    expect(checkMethod({ kind: 'bank', holder: '  Jo   Doe ', iban: IBAN }, PAYOUT_KINDS)).toEqual({
      ok: true,
      value: { kind: 'bank', holder: 'Jo Doe', account: IBAN, masked: 'NL•• •••• •••• 4300' },
    });
  });

  it('drops what does not belong to the kind', () => {
    expect(checkMethod({ kind: 'cash', iban: IBAN, holder: 'Jo' }, PAYOUT_KINDS)).toMatchObject({
      value: { account: null, holder: null },
    });
  });

  it.each([
    [{ kind: 'cash' as const }, 'payout_kind_not_offered', 'payout.kind'],
    [{ kind: 'bank' as const, iban: IBAN }, 'holder_missing', 'payout.holder'],
    [{ kind: 'bank' as const, iban: IBAN, holder: 'a\u0000b' }, 'holder_wrong', 'payout.holder'],
    [{ kind: 'bank' as const, iban: IBAN, holder: 'x'.repeat(141) }, 'holder_wrong', 'payout.holder'],
    [{ kind: 'bank' as const, holder: 'Jo' }, 'iban_missing', 'payout.iban'],
    [{ kind: 'paypal' as const }, 'paypal_email_wrong', 'payout.paypal_email'],
  ])('refuses %j as %s', (input, code, field) => {
    expect(checkMethod(input, ['bank', 'paypal'])).toMatchObject({ ok: false, code, field });
  });
});

describe('masks', () => {
  it('show neither an account nor an address', () => {
    expect(maskIban('DE89370400440532013000')).toBe('DE•• •••• •••• 3000');
    expect(maskEmail('jo.doe@example.com')).toBe('j•••@example.com');
  });
});
