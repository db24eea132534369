/** What pages are mounted with. */
import type { Config } from '../platform/config.ts';
import type { HttpDeps } from '../platform/http/deps.ts';
import type { Keyring } from '../platform/secrets.ts';

export type PagesConfig = { readonly deps: HttpDeps; readonly keyring: Keyring; readonly config: Config };
