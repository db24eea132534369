/** What we ask of the world for files: keep bytes under a key, give them back, forget them. */

/** Keys are ours: lower-case words, digits, `-`, `_` and `/`, never anything a customer named. */
export const STORAGE_KEY = /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/;

export type StoragePort = {
  /** Keeps bytes for good before it answers. A key is written once: a second time throws. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or null when nothing is kept there. */
  readonly get: (key: string) => Promise<Uint8Array | null>;
  /** Forgets; nothing happens when nothing was there. */
  readonly remove: (key: string) => Promise<void>;
  /** The keys of bytes put before this instant, in any order; what comes or goes meanwhile may be in it or not. */
  readonly list: (putBefore: Date) => AsyncIterable<string>;
  /** Forgets what a crash left half-written before this instant: no key names it. Gives how many. */
  readonly dropUnfinished: (begunBefore: Date) => Promise<number>;
};
