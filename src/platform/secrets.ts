/** Sealing, tokens and masks. Pure over the keys it is given: where those come from is keyring.ts. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Keys by id. `current` seals; every key in `keys` opens, so that keys rotate without a flag day. */
export type Keyring = { readonly current: string; readonly keys: ReadonlyMap<string, Uint8Array> };

/** Bytes of an AES-256 key. */
export const KEY_BYTES = 32;
/** Key ids: letters, digits, `-` and `_`, so that a sealed text splits at its dots. */
export const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text with the current key: AES-256-GCM, a fresh nonce each time, so equal texts look different.
 * Gives `v1.<key id>.<nonce + tag + ciphertext, base64url>`.
 */
export function seal(plain: string, keyring: Keyring): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(keyring, keyring.current), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(keyring.current));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `v1.${keyring.current}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Opens what `seal` made. Throws when it was altered, or when its key is not in the ring: neither is a user's mistake. */
export function unseal(sealed: string, keyring: Keyring): string {
  const [version, keyId = '', body = '', ...rest] = sealed.split('.');
  if (version !== 'v1' || rest.length > 0) throw new Error('this is not a sealed text');
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('this sealed text is cut short');
  const decipher = createDecipheriv(ALGORITHM, keyOf(keyring, keyId), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(keyId));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([plain, decipher.final()]).toString('utf8');
}

/** The key a text was sealed with; rotation looks for those that are not the current one. */
export function sealedWith(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

function keyOf(keyring: Keyring, id: string): Uint8Array {
  const key = keyring.keys.get(id);
  if (!key) throw new Error(`the key “${id}” is not among REPRISE_SECRET_KEYS`);
  return key;
}

/** A link's or session's secret: 256 random bits as base64url. Only its hash is stored. */
export function newToken(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** What is stored of a token: SHA-256, hex. The token is random, so it needs no salt and no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two secrets in a time that tells nothing of where they differ, nor of their lengths. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other)) && one.length === other.length;
}

/** `NL91 **** 4300`: country and check digits, last four; enough for its owner to know it again. */
export function maskIban(iban: string): string {
  const bare = iban.replaceAll(/\s/g, '').toUpperCase();
  return bare.length < 12 ? '****' : `${bare.slice(0, 4)} **** ${bare.slice(-4)}`;
}

/** `j***@example.org`: first letter and domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

/** `*** 678`: the last three digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 6 ? '***' : `*** ${digits.slice(-3)}`;
}
