/** Phone numbers as people type them → E.164. */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { ok, refuse, type Outcome } from '../../kernel/outcome.ts';

/** `06 12 34 56 78` in NL → `+31612345678`; refuses `phone_invalid`. `country`: where a number without + is from. */
export function normalisePhone(text: string, country: string, field = 'phone'): Outcome<string> {
  const home = country.toUpperCase();
  const found = parsePhoneNumberFromString(text, isSupportedCountry(home) ? home : undefined);
  if (found?.isPossible()) return ok(found.number);
  return refuse(
    'phone_invalid',
    'This is no complete phone number. Start with + and the country code.',
    'invalid',
    {
      field,
    },
  );
}
