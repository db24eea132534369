/** Rate limits: token buckets in this process, one per caller and budget. */

/** Calls that may come at once (`burst`) and that come back per minute. */
export type Budget = { readonly burst: number; readonly perMinute: number };

/** What a route may ask for in `limit`. Per member of staff, link or visitor's address. */
export const BUDGETS = {
  /** Reading. */
  read: { burst: 300, perMinute: 1200 },
  /** Changing. */
  write: { burst: 120, perMinute: 600 },
  /** Catalogue, quotes: what a shop's web site calls for its visitors. */
  public: { burst: 120, perMinute: 600 },
  /** What creates cases or sends mail for strangers. */
  public_write: { burst: 20, perMinute: 30 },
  /** Passwords and codes. */
  sign_in: { burst: 10, perMinute: 10 },
  /** Exports, imports, reports. */
  heavy: { burst: 10, perMinute: 20 },
  /** Everything with credentials from one address, before they are looked up: a shop's whole staff behind one router. */
  credentials: { burst: 2000, perMinute: 12_000 },
} as const satisfies Record<string, Budget>;

export type LimitName = keyof typeof BUDGETS;

/** What is left after a call. `wait` is the seconds until the next call would do, 0 when this one did. */
export type Taken = {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
  readonly wait: number;
};

export type Limiter = { readonly take: (budget: LimitName, caller: string, nowMs: number) => Taken };

type Bucket = { tokens: number; at: number };

/** Callers remembered at once; beyond this the longest silent are forgotten, which only favours them. */
const REMEMBERED = 50_000;

/** Makes the limits of one process. `factor` scales all budgets: 0 means without limits, for benchmarks. */
export function makeLimiter(factor = 1): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    take: (name, caller, nowMs) => {
      const budget = BUDGETS[name];
      const burst = budget.burst * factor;
      if (factor === 0) return { limit: budget.burst, remaining: budget.burst, reset: 0, wait: 0 };
      const perMs = (budget.perMinute * factor) / 60_000;
      const key = `${name} ${caller}`;
      const bucket = buckets.get(key);
      const tokens = bucket ? Math.min(burst, bucket.tokens + Math.max(0, nowMs - bucket.at) * perMs) : burst;
      const left = tokens >= 1 ? tokens - 1 : tokens;
      // Deleted and set again, so that the map's order is from the longest silent to the latest.
      if (bucket) buckets.delete(key);
      buckets.set(key, { tokens: left, at: nowMs });
      if (buckets.size > REMEMBERED) forgetOldest(buckets);
      const wait = tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
      const reset = Math.ceil((burst - left) / perMs / 1000);
      return { limit: burst, remaining: Math.floor(left), reset, wait };
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
