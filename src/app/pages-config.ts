/** What pages are mounted with. */
import type { Config } from '../platform/config.ts';
import type { HttpDeps } from '../platform/http/deps.ts';
import type { StoragePort } from '../ports/storage.ts';
import type { Keyring } from '../platform/secrets.ts';

export type PagesConfig = {
  readonly deps: HttpDeps;
  readonly keyring: Keyring;
  readonly storage: StoragePort;
  readonly config: Config;
};
