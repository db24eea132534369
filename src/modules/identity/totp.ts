/** Time-based one-time passwords, RFC 6238 over RFC 4226: SHA-1, 6 digits, 30 seconds, what every app understands. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 without padding, as authenticator apps take it. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** The code of one counter value (RFC 4226, 5.3). */
export function codeAt(secret: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const offset = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The counter of an instant. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

/**
 * The step a code belongs to, or null when it fits none of the last, this and the next one, or is not newer than
 * `lastStep`: a code seen over a shoulder works once only.
 */
export function matchingStep(secret: Uint8Array, code: string, at: Date, lastStep: number): number | null {
  const given = Buffer.from(code.replaceAll(/\s/g, ''));
  const now = stepOf(at);
  for (const step of [now - 1, now, now + 1]) {
    const wanted = Buffer.from(codeAt(secret, step));
    if (step > lastStep && given.length === wanted.length && timingSafeEqual(given, wanted)) return step;
  }
  return null;
}

/** What the QR code holds. */
export function enrolmentUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
