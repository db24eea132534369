/** All routes of money. `keyring` opens and seals account numbers. */
import type { Route } from '../../platform/http/route.ts';
import type { Keyring } from '../../platform/secrets.ts';
import { batchRoutes } from './http/batches.ts';
import { ledgerRoutes } from './http/ledger.ts';
import { payoutRoutes } from './http/payouts.ts';

export function moneyRoutes(keyring: Keyring): Route[] {
  return [...payoutRoutes(keyring), ...batchRoutes(keyring), ...ledgerRoutes()];
}
