/** Where the sealing keys come from: the environment, or a file made once in the data folder. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { KEY_BYTES, KEY_ID, type Keyring } from './secrets.ts';

/**
 * The ring of `dataDir/secret.key` (lines `id:base64`, the first one seals), made with one key when there is none.
 * Without it sealed bank details cannot be read again, so it belongs into the backup, apart from the database.
 * Refuses `secret_key_open` when others may read the file, `secret_key_broken` when it holds no key.
 */
export function openKeyring(dataDir: string): Outcome<Keyring> {
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) makeKey(dataDir, file);
  if ((statSync(file).mode & 0o077) !== 0)
    return refuse('secret_key_open', `Others may read ${file}: close it with chmod 600.`, 'unavailable');
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): [string, Uint8Array] => {
      const [id = '', key = ''] = line.trim().split(':');
      return [id, Buffer.from(key, 'base64')];
    });
  const first = pairs[0];
  if (!first || pairs.some(([id, key]) => !KEY_ID.test(id) || key.length !== KEY_BYTES))
    return refuse(
      'secret_key_broken',
      `${file} holds no usable key: bring it back from the backup.`,
      'unavailable',
    );
  return ok({ current: first[0], keys: new Map(pairs) });
}

/** Written beside and linked: whole or not at all, and of two starts at once the first one's key stays. */
function makeKey(dataDir: string, file: string): void {
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true });
    // Passed through by the embedded database's account, read by nobody else.
    chmodSync(dataDir, 0o711);
  }
  const made = `${file}.${process.pid}`;
  rmSync(made, { force: true });
  const to = openSync(made, 'wx', 0o600);
  writeSync(to, `k1:${randomBytes(KEY_BYTES).toString('base64')}\n`);
  fsyncSync(to);
  closeSync(to);
  try {
    linkSync(made, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(made, { force: true });
  }
}
