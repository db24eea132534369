/** Case references: the V-number of the trade, V + yymmdd + six digits (as sellers know them from labels). */
import { dateIn } from '../../../kernel/time.ts';

/** Makes a reference for a case opened now; `random` holds at least 4 bytes. 10^6 a day, made unique by the database. */
export function makeReference(zone: string, now: Date, random: Uint8Array): string {
  const day = dateIn(zone, now).replaceAll('-', '').slice(2);
  let number = 0;
  for (const byte of random.slice(0, 4)) number = number * 256 + byte;
  return `V${day}${String(number % 1_000_000).padStart(6, '0')}`;
}

/** True for text of a reference's shape, in any case and with spaces or dashes in it. */
export function looksLikeReference(text: string): boolean {
  return /^v\d{12}$/i.test(text.replace(/[\s-]/g, ''));
}

/** True for text of an item number's shape. */
export function looksLikeItemNumber(text: string): boolean {
  return /^s\d{5,}$/i.test(text.trim());
}
