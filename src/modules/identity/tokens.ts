/** Codes sent by mail, and passwords by scrypt. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../../kernel/actor.ts';

/** Six random digits, evenly spread. */
export function newCode(ctx: Pick<Ctx, 'random'>): string {
  for (;;) {
    const bytes = ctx.random(4);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    // The largest multiple of a million below 2^32; values above would make low codes likelier.
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, '0');
  }
}

/** N, r, p: what OWASP's password storage sheet gives for 16 MiB of memory a try. */
const COST = { N: 16_384, r: 8, p: 5 };
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** `scrypt$N$r$p$salt$key`; takes about a tenth of a second on a thread of its own, so never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** A hash nobody has the password of: verified against when there is no account, so that "no" takes equally long. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** True when the password made this hash. Without a hash it takes as long and gives false. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [kind, n, r, p, salt, key] = (hash ?? NOBODY).split('$');
  if (kind !== 'scrypt' || !n || !r || !p || !salt || !key)
    throw new Error('this is no password hash of ours');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(found, Buffer.from(key, 'base64url')) && hash !== null;
}
