/** Account numbers as people type them: checked with a reason they can act on, and masked for screens. */
import { friendlyFormatIBAN, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { PayoutKind } from './rules/payouts.ts';

/** How a seller wants the money, as it comes in. */
export type MethodInput = {
  readonly kind: PayoutKind;
  readonly holder?: string | null;
  readonly iban?: string | null;
  readonly paypalEmail?: string | null;
};

/** A checked method: `account` is the plain number or address (to be sealed), `masked` what may be shown. */
export type Method = {
  readonly kind: PayoutKind;
  readonly holder: string | null;
  readonly account: string | null;
  readonly masked: string;
};

const IBAN_FAULTS: readonly { fault: ValidationErrorsIBAN; code: string; why: string }[] = [
  { fault: ValidationErrorsIBAN.NoIBANProvided, code: 'iban_missing', why: 'Enter the IBAN.' },
  {
    fault: ValidationErrorsIBAN.NoIBANCountry,
    code: 'iban_country_unknown',
    why: 'An IBAN begins with the two letters of its country, such as NL or DE.',
  },
  {
    fault: ValidationErrorsIBAN.WrongBBANLength,
    code: 'iban_length_wrong',
    why: 'This IBAN is too short or too long for its country.',
  },
  {
    fault: ValidationErrorsIBAN.WrongBBANFormat,
    code: 'iban_format_wrong',
    why: 'This IBAN has letters or digits where its country has none.',
  },
  {
    fault: ValidationErrorsIBAN.ChecksumNotNumber,
    code: 'iban_format_wrong',
    why: 'The third and fourth characters of an IBAN are digits.',
  },
  {
    fault: ValidationErrorsIBAN.WrongIBANChecksum,
    code: 'iban_check_failed',
    why: 'The check digits do not fit: one character of this IBAN seems to be wrong.',
  },
  {
    fault: ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
    code: 'iban_check_failed',
    why: 'The account number inside this IBAN does not exist: please check it once more.',
  },
];

/** Takes an IBAN with blanks, hyphens and small letters; gives its electronic form. Refuses `iban_*` on `payout.iban`. */
export function checkIban(text: string | null | undefined): Outcome<string> {
  const bare = (text ?? '').replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase();
  const field = { field: 'payout.iban' };
  if (bare === '') return refuse('iban_missing', 'Enter the IBAN.', 'invalid', field);
  if (!/^[A-Z0-9]{5,34}$/.test(bare))
    return refuse('iban_format_wrong', 'An IBAN has only letters and digits, 34 at most.', 'invalid', field);
  const checked = validateIBAN(bare);
  if (checked.valid) return ok(bare);
  const found = IBAN_FAULTS.find(({ fault }) => checked.errorCodes.includes(fault));
  return refuse(found?.code ?? 'iban_wrong', found?.why ?? 'This is no valid IBAN.', 'invalid', field);
}

/** Takes the address of a PayPal account; gives it trimmed and in small letters. Refuses `paypal_email_wrong`. */
export function checkPaypalEmail(text: string | null | undefined): Outcome<string> {
  const bare = (text ?? '').trim().toLowerCase();
  // One @, no blanks or control signs, a dot in the domain, and the lengths of RFC 5321.
  const sound =
    bare.length <= 254 &&
    /^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u.test(
      bare,
    ) &&
    !bare.includes('..');
  return sound
    ? ok(bare)
    : refuse(
        'paypal_email_wrong',
        'Enter the e-mail address of the PayPal account, such as name@example.com.',
        'invalid',
        { field: 'payout.paypal_email' },
      );
}

/** An IBAN as screens show it: its country and the last four, whatever its length (`NL•• •••• •••• 4300`). */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 2)}•• •••• •••• ${iban.slice(-4)}`;
}

/** An IBAN in groups of four, for people. */
export function showIban(iban: string): string {
  return friendlyFormatIBAN(iban) ?? iban;
}

/** An address as screens show it: first letter and domain (`j•••@example.com`). */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}

function checkHolder(text: string | null | undefined): Outcome<string> {
  const bare = (text ?? '').replace(/\s+/g, ' ').trim();
  const field = { field: 'payout.holder' };
  if (bare === '') return refuse('holder_missing', 'Enter the name of the account holder.', 'invalid', field);
  if (bare.length > 140 || /\p{Cc}/u.test(bare))
    return refuse(
      'holder_wrong',
      'The name of the account holder has 140 characters at most.',
      'invalid',
      field,
    );
  return ok(bare);
}

/**
 * Checks a payout method of a kind the seller may choose. Refuses `payout_kind_not_offered`, `holder_*`, `iban_*`
 * and `paypal_email_wrong`, each naming its field (`payout.kind`, `payout.holder`, `payout.iban`, `payout.paypal_email`).
 */
export function checkMethod(input: MethodInput, offered: readonly PayoutKind[]): Outcome<Method> {
  if (!offered.includes(input.kind))
    return refuse('payout_kind_not_offered', 'This way of being paid is not offered here.', 'invalid', {
      field: 'payout.kind',
    });
  if (input.kind === 'cash') return ok({ kind: 'cash', holder: null, account: null, masked: 'Cash' });
  if (input.kind === 'store_credit')
    return ok({ kind: 'store_credit', holder: null, account: null, masked: 'Store credit' });
  if (input.kind === 'paypal') {
    const email = checkPaypalEmail(input.paypalEmail);
    return email.ok
      ? ok({ kind: 'paypal', holder: null, account: email.value, masked: maskEmail(email.value) })
      : email;
  }
  const iban = checkIban(input.iban);
  if (!iban.ok) return iban;
  const holder = checkHolder(input.holder);
  if (!holder.ok) return holder;
  return ok({ kind: 'bank', holder: holder.value, account: iban.value, masked: maskIban(iban.value) });
}
