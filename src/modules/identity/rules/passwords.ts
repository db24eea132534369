/** Which passwords we take: long enough, not the obvious ones (NIST SP 800-63B: length over composition rules). */
import { refuse, type Refusal } from '../../../kernel/outcome.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

const OBVIOUS = [
  'password',
  'passwort',
  'wachtwoord',
  'motdepasse',
  'contrasena',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'welcome',
  'welkom',
  'willkommen',
  'letmein',
  'iloveyou',
  'administrator',
  'reprise',
  'changeme',
  '1234567890',
  '0123456789',
  'abcdefghij',
];

/** What is left of a password without what people put around a word, and with the usual letter swaps undone. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll('0', 'o')
    .replaceAll(/[@4]/g, 'a')
    .replaceAll('3', 'e')
    .replaceAll(/[$5]/g, 's')
    .replaceAll(/[^a-z]/g, '');
}

/** Null when the password will do, else `password_weak` saying what to change. `about`: the person's name and mail. */
export function passwordFault(
  password: string,
  about: readonly string[],
  field = 'password',
): Refusal | null {
  const no = (why: string): Refusal => refuse('password_weak', why, 'invalid', { field });
  if ([...password].length < PASSWORD_MIN) return no(`Use at least ${PASSWORD_MIN} characters.`);
  if (password.length > PASSWORD_MAX) return no(`Use at most ${PASSWORD_MAX} characters.`);
  if (new Set(password.toLowerCase()).size < 5) return no('Use more different characters.');
  const lower = password.toLowerCase();
  const core = bare(password);
  if (
    OBVIOUS.some(
      (word) => lower === word || (core.length > 5 && [bare(word), bare(word).repeat(2)].includes(core)),
    )
  )
    return no('This password is among the first that are tried. A few unrelated words work well.');
  if (core === '' && /^\d+$/.test(lower) && '01234567890123456789'.includes(lower))
    return no('A run of digits is easily guessed.');
  const own = about
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= 4);
  if (own.reduce((rest, part) => rest.replaceAll(part, ''), lower).length < 5 && own.length > 0)
    return no('Do not build the password from your name or e-mail address.');
  return null;
}
