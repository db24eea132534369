/** The numbers a device carries: IMEI (3GPP TS 23.003) and serial number, as people type, paste and scan them. Pure. */
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';

/** The Luhn check digit over 14 digits: double every second digit from the left, sum the digits, to the next ten. */
export function luhnDigit(fourteen: string): string {
  let sum = 0;
  for (let i = 0; i < fourteen.length; i += 1) {
    const digit = Number(fourteen[i]);
    const weighed = i % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}

export type Imei = { readonly imei: string; readonly from: 'imei' | 'computed' | 'imeisv' };

function badImei(code: string, why: string, field: string): Refusal {
  return refuse(code, why, 'invalid', { field });
}

/** Full-width digits as plain ones; without labels, spaces (seen or unseen) and the marks that numbers are grouped by. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\-‐-–/.,;_]/gu, '')
    .replace(/^imei(?:sv|[12])?[:=#]?(?=\d)/i, '')
    .toUpperCase();
}

/** What else people take for an IMEI, each with how to tell it. */
function mistaken(text: string, field: string): Refusal | null {
  if (/^89\d{30}$/.test(text))
    return badImei('imei_is_eid', 'This is the EID of the eSIM, 32 digits. The IMEI has 15: *#06#.', field);
  if (/^89\d{16,18}$/.test(text))
    return badImei('imei_is_sim', 'This is the number of a SIM card. The IMEI has 15 digits: *#06#.', field);
  if (/^[A-F][0-9A-F]{13}$/.test(text))
    return badImei(
      'imei_is_meid',
      'This is a MEID. If the phone has no IMEI, enter it as the serial number.',
      field,
    );
  if (/^\d{28,34}$/.test(text))
    return badImei('imei_two_at_once', 'These are two numbers: enter each IMEI in its own field.', field);
  return null;
}

/**
 * Reads an IMEI as people type or scan it: 15 digits with a right check digit, 14 digits (the check digit is
 * computed), 16 (an IMEISV: software version, no check digit) or 17 (IMEI and software version, as labels print them).
 * Spaces, dashes and slashes are allowed. Refuses `imei_length`, `imei_check_digit`, `imei_not_real`, and by name what
 * is something else: `imei_is_eid`, `imei_is_sim`, `imei_is_meid`, `imei_two_at_once`.
 */
export function readImei(text: string, field = 'imei'): Outcome<Imei> {
  const digits = bare(text);
  const other = mistaken(digits, field);
  if (other) return other;
  if (!/^\d+$/.test(digits)) return badImei('imei_length', 'An IMEI has digits only: 15 of them.', field);
  if (/^0+$/.test(digits))
    return badImei('imei_not_real', 'This is no device’s IMEI: it is all zeros.', field);
  const fourteen = digits.slice(0, 14);
  const full = fourteen + luhnDigit(fourteen);
  if (digits.length === 14) return ok({ imei: full, from: 'computed' });
  if (digits.length === 16) return ok({ imei: full, from: 'imeisv' });
  if (digits.length !== 15 && digits.length !== 17)
    return badImei('imei_length', `An IMEI has 15 digits; this has ${digits.length}.`, field);
  if (digits.slice(0, 15) !== full)
    return badImei(
      'imei_check_digit',
      'One digit of this IMEI is wrong (the check digit does not fit). Read it again: *#06#.',
      field,
    );
  return ok({ imei: full, from: digits.length === 15 ? 'imei' : 'imeisv' });
}

/** Type allocation code: which model by which maker, in the first eight digits. */
export function tacOf(imei: string): string {
  return imei.slice(0, 8);
}

/** Reporting body 00 is for test devices, which no shop ever sold. */
export function isTestImei(imei: string): boolean {
  return imei.startsWith('00');
}

/**
 * Reads a serial number: 4 to 40 letters, digits and dashes; written in capitals. Refuses `serial_malformed` and
 * `serial_is_eid`.
 */
export function readSerial(text: string): Outcome<string> {
  const serial = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase();
  if (/^89\d{30}$/.test(serial.replace(/\s/g, '')))
    return refuse('serial_is_eid', 'This is the EID of the eSIM, not the serial number.', 'invalid', {
      field: 'serial',
    });
  if (!/^[A-Z0-9][A-Z0-9-]{2,38}[A-Z0-9]$/.test(serial))
    return refuse('serial_malformed', 'A serial number has 4 to 40 letters and digits.', 'invalid', {
      field: 'serial',
    });
  return ok(serial);
}
