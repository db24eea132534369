/** Live feedback while a number is typed; what counts is what the server reads. */

function checkDigit(fourteen: string): string {
  let sum = 0;
  for (let i = 0; i < fourteen.length; i += 1) {
    const digit = Number(fourteen[i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

export type ImeiState = {
  is: 'empty' | 'short' | 'good' | 'bad' | 'computed' | 'sv' | 'long' | 'eid';
  digits: number;
  digit: string;
};

/** How far a typed IMEI is: 14 digits get their check digit, 16 are an IMEISV, 32 from 89 on an eSIM's EID. */
export function imeiState(text: string): ImeiState {
  const digits = text.replace(/\D/g, '');
  const digit = digits.length >= 14 ? checkDigit(digits.slice(0, 14)) : '';
  const is =
    digits.length === 0
      ? 'empty'
      : digits.length < 14
        ? 'short'
        : digits.length === 14
          ? 'computed'
          : digits.length === 15
            ? digits[14] === digit
              ? 'good'
              : 'bad'
            : digits.length === 16
              ? 'sv'
              : /^89\d{30}$/.test(digits)
                ? 'eid'
                : 'long';
  return { is, digits: digits.length, digit };
}

/** Both IMEIs when one scan or paste brought two, else null. */
export function twoImeis(text: string): [string, string] | null {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 30) return null;
  const both: [string, string] = [digits.slice(0, 15), digits.slice(15)];
  return both.every((one) => imeiState(one).is === 'good') && both[0] !== both[1] ? both : null;
}
