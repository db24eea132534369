/** What the handlers of jobs are made with. */
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/log.ts';
import type { StoragePort } from '../ports/storage.ts';
import type { Keyring } from '../platform/secrets.ts';

export type JobDeps = {
  readonly config: Config;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly storage: StoragePort;
};
