/** A keyring for tests only. */
import type { Keyring } from '../../platform/secrets.ts';

export const TEST_KEYRING: Keyring = {
  current: 'test',
  keys: new Map([['test', new Uint8Array(32).fill(7)]]),
};
