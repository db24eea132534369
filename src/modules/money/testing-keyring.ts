/** A keyring for tests only. */
import type { Keyring } from '../../platform/secrets.ts';

export const TEST_KEYRING = { key: 'test' } as unknown as Keyring;
