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
} as const satisfies Record<string, Budget>;

export type LimitName = keyof typeof BUDGETS;
